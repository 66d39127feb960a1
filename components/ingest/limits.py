"""How much of anything one file may be, hold or take. Whoever hits one is told which, and what to do.

Sizes of a file itself, its rows and columns stand beside the reader contract (:mod:`components.ingest.reader`).
"""

from __future__ import annotations

# One file in the worker process: reading it, from its bytes to its drafts.
SECONDS = 20.0
MEMORY_BYTES = 1024 * 1024 * 1024
# Plain formats up to this size are read at once, in the process itself.
IN_PROCESS_BYTES = 2 * 1024 * 1024

# What a compressed container (ZIP, DOCX, XLSX) unpacks to. Ordinary text shrinks to a tenth or a third, very
# repetitive tables to a fiftieth; the ratio counts only above a size where it could do harm.
MAX_EXPANDED_BYTES = 200 * 1024 * 1024
MAX_RATIO = 200
RATIO_FREE_BYTES = 1024 * 1024
MAX_MEMBERS = 2_000
MAX_DEPTH = 2  # a ZIP in a ZIP
# All of a ZIP, so that a hundred files that each run into their own limit do not keep a person waiting for an hour.
ARCHIVE_SECONDS = 300.0

MAX_PAGES = 500

# One article. The longest feature articles have about 200,000 characters; more is a book or an accident.
MAX_ARTICLE_CHARACTERS = 1_000_000
MAX_ARTICLE_LINES = 20_000
