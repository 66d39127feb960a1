"""Parallax: one story, every source, side by side."""

__version__ = "0.1.0"
