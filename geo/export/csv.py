"""Analysis -> CSV, one row for each event, for spreadsheets and statistics programs."""

from __future__ import annotations

import csv
import io

from geo.export.rows import COLUMNS, Value, build_rows, replace_surrogates
from geo.model import Analysis

BYTE_ORDER_MARK = "\ufeff"
"""Opens the file: without it Excel takes UTF-8 for the system's old code page and garbles names in Arabic or Cyrillic.
pandas, R's readr and LibreOffice pass over it; in Python's own csv module open the file as `utf-8-sig`."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula (OWASP, "CSV Injection"), full-width forms included."""


def build_csv(analysis: Analysis) -> str:
    """The events as CSV (RFC 4180, to be written as UTF-8), with a header line; the columns are `rows.COLUMNS`.

    A text that a spreadsheet could run as a formula is given a leading apostrophe; numbers are left as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in build_rows(analysis):
        writer.writerow([guard_cell(row[column]) for column in COLUMNS])
    return BYTE_ORDER_MARK + out.getvalue()


def guard_cell(value: Value) -> str | int | float:
    """`value` as it can stand in a spreadsheet's cell: None is empty, a text never starts a formula.

    >>> guard_cell("=1+1"), guard_cell(-33.9), guard_cell(None)
    ("'=1+1", -33.9, '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = replace_surrogates(value).replace("\0", "\ufffd")
    return "'" + text if text.lstrip(" \u00a0").startswith(FORMULA_SIGNS) else text
