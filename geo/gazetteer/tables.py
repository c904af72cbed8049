"""The vendored tables: where they lie, how they are written to the byte and read back.

A table is UTF-8 text, one row a line, columns parted by tabs under a heading line; several names in one column are
parted by bars. Large tables are packed with xz. The build writes them, the index reads them, nobody else does.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from geo.errors import GazetteerBroken, GazetteerMissing

DATA = Path(__file__).parent / "data"
MANIFEST = "manifest.json"

GENERATED_TABLES = (
    "towns.tsv.xz",
    "divisions.tsv.xz",
    "countries.tsv",
    "airfields.tsv.xz",
    "demonyms.tsv",
    "outlines.jsonl.xz",
    "borders.jsonl.xz",
)
"""Made by `python -m geo.gazetteer.build`; their digests stand in the manifest."""

CONFLICT_TABLES = tuple(
    f"conflict_{part}.tsv" for part in ("africa", "americas", "asia", "europe", "gulf", "levant", "world")
)
"""What conflict news names and the other tables lack, by part of the world."""

HAND_TABLES = ("abbreviations.tsv", "news_demonyms.tsv", *CONFLICT_TABLES)
"""Kept by hand."""

TABLES = GENERATED_TABLES + HAND_TABLES

_XZ_PRESET = 9


def table_path(name: str) -> Path:
    """The file of the table called `name`; raises GazetteerMissing when it is not there."""
    path = DATA / name
    if not path.is_file():
        raise GazetteerMissing(
            f"The place table {name} is missing from {DATA}: fetch the project again, or make the tables anew with "
            "python -m geo.gazetteer.build."
        )
    return path


def compute_digest() -> str:
    """Hex digest over all the tables, generated and hand-made; raises GazetteerMissing when one is not there."""
    whole = hashlib.sha256()
    for name in TABLES:
        whole.update(name.encode() + hashlib.sha256(table_path(name).read_bytes()).digest())
    return whole.hexdigest()


def load_lines(name: str) -> list[str]:
    """The lines of a table with its heading; raises GazetteerMissing, or GazetteerBroken when it cannot be unpacked."""
    packed = table_path(name).read_bytes()
    try:
        plain = lzma.decompress(packed, format=lzma.FORMAT_XZ) if name.endswith(".xz") else packed
        return plain.decode("utf-8").splitlines()
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise broken_table(name, str(error) or type(error).__name__) from error


def broken_table(name: str, why: str) -> GazetteerBroken:
    """The error to raise for a table that cannot be made sense of."""
    return GazetteerBroken(
        f"The place table {name} is damaged ({why}): fetch the project again, or make the tables anew with "
        "python -m geo.gazetteer.build."
    )


def load_rows(name: str, columns: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a table of tab-parted `columns`.

    Blank lines and lines that open with # are passed over. Raises GazetteerMissing, or GazetteerBroken when the
    table's heading or a row does not have these columns.
    """
    lines = iter(load_lines(name))
    heading = next((line for line in lines if line and not line.startswith("#")), "")
    if heading.split("\t") != list(columns):
        raise broken_table(name, "its columns are not as they should be")
    width = len(columns)
    for line in lines:
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != width:
            raise broken_table(name, f"a row has {len(row)} columns instead of {width}: {line[:60]!r}")
        yield row


def load_records(name: str) -> Iterator[dict[str, Any]]:
    """The records of a table of JSON lines; raises GazetteerMissing or GazetteerBroken."""
    for line in load_lines(name):
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise broken_table(name, str(error)) from error
        if not isinstance(record, dict):
            raise broken_table(name, "a line is not a record")
        yield record


def save_rows(folder: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table to `folder`; the same rows always give the same bytes."""
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [str(cell) for cell in row]
        if len(cells) != len(columns) or any("\t" in cell or "\n" in cell for cell in cells):
            raise ValueError(f"{name}: a row does not fit the columns: {cells}")
        lines.append("\t".join(cells))
    _save_text(folder, name, "\n".join(lines) + "\n")


def save_records(folder: Path, name: str, records: Iterable[dict[str, Any]]) -> None:
    """Write a table of JSON lines to `folder`; the same records always give the same bytes."""
    lines = [json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for record in records]
    _save_text(folder, name, "\n".join(lines) + "\n")


def _save_text(folder: Path, name: str, text: str) -> None:
    plain = text.encode("utf-8")
    packed = lzma.compress(plain, format=lzma.FORMAT_XZ, preset=_XZ_PRESET) if name.endswith(".xz") else plain
    save_bytes(folder / name, packed)


def save_bytes(path: Path, content: bytes) -> None:
    """Write `content` so that `path` is at all times either the old file or the whole new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    with partial.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    partial.replace(path)
