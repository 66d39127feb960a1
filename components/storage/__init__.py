"""The workspace: stories, articles, claims, decisions and cached measurements, kept in a database."""
