"""Many documents at once: a file of documents in, a file of analysis records out, for `python -m geo analyse`."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from geo.errors import DatelineError, RecordError
from geo.model import Article, Span
from geo.pipeline import Tools, analyse_to_record, load_tools
from geo.reading import read_path, read_record, with_published

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be analysed, and why, in a sentence."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch."""

    done: int
    failures: tuple[Failure, ...]


def analyse_file(
    source: Path,
    target: Path,
    *,
    triggers: bool = False,
    published: date | None = None,
    tools: Tools | None = None,
    progress: Callable[[int, str], None] | None = None,
) -> Outcome:
    """Analyse one document of any format that the app reads, or JSON lines, into JSON lines at `target`.

    A line that cannot be read becomes `{"doc_id", "error"}` and is counted in the outcome; the others go on. `target`
    is written whole or not at all, and gzipped where its name ends in .gz. `published` is given to documents that do
    not bring a date. `progress` is told the number of documents done and the name of the last.
    Raises DatelineError when nothing can be done, OSError when `source` cannot be opened or `target` not written.
    """
    lines = source.name.lower().endswith(LINES)
    pending = _read_lines(source) if lines else iter([(source.name, {}, _dated(read_path(source), published))])
    tools = tools or load_tools()
    failures: list[Failure] = []
    done = 0
    with _written_whole(target) as out:
        for name, row, article in pending:
            try:
                if isinstance(article, DatelineError):
                    raise article
                asked = parse_triggers(name, row) if triggers else None
                record = analyse_to_record(_dated(article, published), tools, name, asked)
                done += 1
            except DatelineError as error:
                failures.append(Failure(name, str(error)))
                record = {"doc_id": name, "error": str(error)}
            out.write(_line(record))
            if progress is not None:
                progress(done, name)
    return Outcome(done, tuple(failures))


def _line(record: Mapping[str, Any]) -> str:
    line = json.dumps(record, ensure_ascii=False)
    # Half a character (a lone surrogate) has no UTF-8; escaped, the text still comes back whole.
    escaped = any("\ud800" <= letter <= "\udfff" for letter in line)
    return (json.dumps(record) if escaped else line) + "\n"


def _dated(article: Article, published: date | None) -> Article:
    return with_published(article, published) if published and not article.published else article


def _read_lines(source: Path) -> Iterator[tuple[str, Mapping[str, Any], Article | DatelineError]]:
    """Name, row and article of each line; an error in the article's place where there is none."""
    with _opened(source) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            name = f"line {number}"
            try:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise RecordError(f"Line {number} of {source.name} is not a JSON object.")
                name = str(row.get("doc_id") or row.get("id") or row.get("toponym") or name)
                yield name, row, read_record(row)
            except json.JSONDecodeError as error:
                yield name, {}, RecordError(f"Line {number} of {source.name} is not JSON ({error.msg}).")
            except DatelineError as error:
                yield name, {}, error


@contextmanager
def _opened(source: Path) -> Iterator[IO[str]]:
    opener: Callable[..., IO[str]] = gzip.open if source.name.endswith(".gz") else open
    with opener(source, "rt", encoding="utf-8") as file:
        yield file


def parse_triggers(name: str, row: Mapping[str, Any]) -> tuple[Span, ...]:
    """The spans of `row["events"]`, a list of `{start, end}`; an empty tuple where there is none.

    Raises RecordError when an entry is not of that form.
    """
    try:
        return tuple(Span(int(event["start"]), int(event["end"])) for event in row.get("events") or ())
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(f"An entry of `events` in {name} has no usable start and end.") from error


@contextmanager
def _written_whole(target: Path) -> Iterator[IO[str]]:
    """A file that takes the place of `target` when all went well, and vanishes otherwise."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    opener: Callable[..., IO[str]] = gzip.open if target.name.endswith(".gz") else open
    try:
        with opener(draft, "wt", encoding="utf-8") as file:
            yield file
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
