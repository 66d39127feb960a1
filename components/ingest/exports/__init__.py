"""Texts of many articles, as the news databases export them: one database a module."""

from __future__ import annotations

_LANGUAGES = {
    "english": "en",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
}


def language_code(name: str) -> str:
    """The ISO 639-1 code of a language that a database names in English ("ENGLISH; EN"); "" for one not known here."""
    return _LANGUAGES.get(name.split(";")[0].strip().lower(), "")
