"""The stated limits of the reading stage: checked before a document is parsed, and named in what the user is told."""

from __future__ import annotations

MAX_BYTES = 10 * 2**20
"""The largest file that is read, in bytes."""

MAX_CHARS = 2_000_000
"""The longest text that is read, in characters: about 350,000 words."""

MAX_PAGES = 1_000
"""The most pages of a PDF that are read."""

MAX_UNPACKED = 100 * 2**20
"""The most bytes that the parts of a zipped document may unpack to."""

MAX_ZIP_PARTS = 5_000
"""The most parts that a zipped document may have."""

MAX_MAIL_PARTS = 500
"""The most parts that a mail may have."""
