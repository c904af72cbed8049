"""The one exception tree: everything that can go wrong and that a user can do something about.

DatelineError
├── ReadingError              a document could not be turned into text
│   ├── UnsupportedFormat     the file is not of a format that is read here
│   ├── DocumentTooLarge      over the stated limit, refused before it is read
│   ├── EmptyDocument         nothing, or no text, inside (a scan, a blank file)
│   ├── ProtectedDocument     needs a password
│   └── BrokenDocument        damaged: the format's reader gave up
├── GazetteerError            the place tables
│   ├── GazetteerMissing      a vendored table is not there
│   ├── GazetteerBroken       a table or the index is damaged
│   └── PackError             a pack of further places could not be installed, checked or removed
│       ├── PackSourceBroken  a dump file is damaged, cut off or none of GeoNames'
│       ├── PackDownloadFailed  the server refused, was late, broke off or sent something else
│       ├── PackBroken        an installed pack is damaged or of another version
│       └── PackCancelled     the user called the installation off
├── LanguageError             the language model is missing or does not fit
├── RecordError               a line of an input file for `python -m geo analyse` is not as it should be
├── SetupError                the environment could not be made (geo/bootstrap)
└── GeocoderUnavailable       an outside geocoder refused, was late or talked nonsense

Every message is one whole sentence for the user: what happened, in which document, what to do.
"""

from __future__ import annotations


class DatelineError(Exception):
    """The root. `str(error)` can be shown to the user as it is."""


class ReadingError(DatelineError):
    """A document could not be turned into text. `name` is the file's name, as the user knows it."""

    def __init__(self, name: str, message: str) -> None:
        self.name = name
        super().__init__(message)


class UnsupportedFormat(ReadingError):
    """Raised when the bytes are not of a format that is read here, whatever the file's name says."""


class DocumentTooLarge(ReadingError):
    """Raised before reading when a document is over the limit."""


class EmptyDocument(ReadingError):
    """Raised when a document holds no text."""


class ProtectedDocument(ReadingError):
    """Raised when a document needs a password."""


class BrokenDocument(ReadingError):
    """Raised when a document is damaged beyond what its reader can mend."""


class GazetteerError(DatelineError):
    """Something is wrong with the place tables."""


class GazetteerMissing(GazetteerError):
    """Raised when a vendored table is not where it should be."""


class GazetteerBroken(GazetteerError):
    """Raised when a table or the index is damaged."""


class PackError(GazetteerError):
    """Raised when a pack of further places could not be installed, checked or removed."""


class PackSourceBroken(PackError):
    """Raised when a dump file is damaged, cut off or none of GeoNames'."""


class PackDownloadFailed(PackError):
    """Raised when the server refused, was late, broke off or sent something else than a dump."""


class PackBroken(PackError):
    """Raised when an installed pack is damaged or of another version."""


class PackCancelled(PackError):
    """Raised when the user called an installation off; what was there before is untouched."""


class LanguageError(DatelineError):
    """Raised when the language model is missing or does not fit."""


class RecordError(DatelineError):
    """Raised when a line of an input file is not as it should be; the message names the line."""


class GeocoderUnavailable(DatelineError):
    """Raised when an outside geocoder refused, was late or answered nonsense."""
