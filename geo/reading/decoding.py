"""Bytes to characters, the first step of reading: byte order marks, character sets, newlines and control characters."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What charset-normalizer may choose from: the character sets that news is still found in.
CHARACTER_SETS = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u", "mac_roman",
    "iso8859_5", "iso8859_6", "cp437", "cp850", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "tis_620",
]  # fmt: skip

# Printers' signs of windows-1252: quotation marks, dashes, ellipsis, bullet, no-break space, pound, degree, accents.
_WESTERN_BYTES = re.compile(rb"[\x80\x82\x84\x85\x8c\x91-\x97\x99\x9c\xa0-\xff]")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")
_WESTERN_SHARE = 0.05  # a text with fewer high bytes than this is in Latin letters with a few signs

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode_text(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`, in whatever character set they are; what cannot be read becomes U+FFFD.

    Tried in turn: a byte order mark, the `declared` character set, UTF-16 by its pattern of zero bytes, UTF-8,
    windows-1252 for nearly plain ASCII, and then charset-normalizer's guess.

    >>> decode_text(b"\\xef\\xbb\\xbfKyiv")
    'Kyiv'
    >>> decode_text("“Goma”".encode("cp1252"))
    '“Goma”'
    >>> decode_text("Kyiv fell silent.".encode("utf-16-le"))
    'Kyiv fell silent.'
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    for known in (_known_encoding(declared), _wide_encoding(data), "utf-8", _western_encoding(data)):
        if known is not None:
            try:
                return data.decode(known)
            except UnicodeDecodeError:
                continue  # not this one: the next in the list is tried
    best = from_bytes(data, cp_isolation=CHARACTER_SETS).best()
    return str(best) if best is not None else data.decode("cp1252", errors="replace")


def clean_text(text: str) -> str:
    """`text` with newlines as \\n and control characters as spaces; everything else stays as it is.

    >>> clean_text("one\\r\\ntwo\\x00three\\u2028four")
    'one\\ntwo three\\nfour'
    """
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", text))


def _known_encoding(declared: str | None) -> str | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    # Pages that declare Latin-1 or ASCII are written in windows-1252 (so the HTML standard reads them as well).
    return "cp1252" if name in {"iso8859-1", "ascii"} else name if _is_character_set(name) else None


def _is_character_set(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, ValueError, AssertionError):
        return False  # one of Python's byte transforms, such as "hex" or "zlib"


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text every second byte is zero."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample[1::2]) and even == 0:
        return "utf-16-le"
    if even > 0.4 * len(sample[0::2]) and odd == 0:
        return "utf-16-be"
    return None


def _western_encoding(data: bytes) -> str | None:
    high = len(_HIGH_BYTES.findall(data))
    if high > _WESTERN_SHARE * len(data) or high != len(_WESTERN_BYTES.findall(data)):
        return None
    return "cp1252"
