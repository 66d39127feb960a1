"""Hype: lexicon, candidates, the context that decides about them, headlines, and what claims can rest on."""
