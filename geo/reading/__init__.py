"""Reading: bytes, pasted text or a record in, an Article out; the first stage of the flow."""

from geo.reading.dateline import Dateline, find_dateline
from geo.reading.documents import check_size, read_document, read_pasted, read_path
from geo.reading.draft import with_boilerplate, with_published, with_source, with_title
from geo.reading.examples import Example, list_examples, load_example
from geo.reading.formats import READABLE
from geo.reading.limits import MAX_BYTES, MAX_CHARS
from geo.reading.records import read_record

__all__ = [
    "MAX_BYTES",
    "MAX_CHARS",
    "READABLE",
    "Dateline",
    "Example",
    "check_size",
    "find_dateline",
    "list_examples",
    "load_example",
    "read_document",
    "read_pasted",
    "read_path",
    "read_record",
    "with_boilerplate",
    "with_published",
    "with_source",
    "with_title",
]
