"""Bytes, a path or pasted text to an Article: size first, then the format, then that format's reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from geo.errors import BrokenDocument, DocumentTooLarge, EmptyDocument
from geo.model import Article
from geo.reading.draft import Draft, build_article, check_text
from geo.reading.formats import Format, find_format
from geo.reading.html import read_html
from geo.reading.limits import MAX_BYTES
from geo.reading.mail import read_mail
from geo.reading.markdown import read_markdown
from geo.reading.pdf import read_pdf
from geo.reading.plain import draft_plain, read_plain
from geo.reading.word import read_word

_READERS: dict[Format, Callable[[bytes, str], Draft]] = {
    "text": read_plain,
    "markdown": read_markdown,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_word,
    "mail": read_mail,
}


def read_document(data: bytes, name: str) -> Article:
    """The article in a file's bytes; `name` is the file's name as the user knows it.

    The format is found by content first, by the name's suffix second. Raises a ReadingError with one sentence for the
    user: DocumentTooLarge before anything is parsed, UnsupportedFormat, EmptyDocument, ProtectedDocument or
    BrokenDocument.

    >>> read_document(b"Shells hit the port\\n\\nODESA, Ukraine: Two people died.", "port.txt").title
    'Shells hit the port'
    """
    name = PurePath(name).name or "The document"
    check_size(len(data), name)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise EmptyDocument(name, f"{name} is empty.")
    return build_article(_READERS[find_format(data, name)](data, name))


def read_pasted(text: str, name: str = "Pasted text") -> Article:
    """The article in text that somebody pasted. Raises EmptyDocument or DocumentTooLarge."""
    check_text(text, name)
    return build_article(draft_plain(text, name))


def read_path(path: Path) -> Article:
    """The article in a file on disk. Raises a ReadingError, also when the file cannot be opened."""
    try:
        check_size(path.stat().st_size, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise BrokenDocument(path.name, f"{path.name} could not be opened: {error.strerror or error}.") from error
    return read_document(data, path.name)


def check_size(size: int, name: str) -> None:
    """Raises DocumentTooLarge for a file of more than MAX_BYTES, so that it need not be read at all."""
    if size > MAX_BYTES:
        raise DocumentTooLarge(
            name,
            f"{name} has {size / 2**20:.1f} MB; files up to {MAX_BYTES // 2**20} MB are read, so please split it or "
            "paste the part that matters.",
        )
