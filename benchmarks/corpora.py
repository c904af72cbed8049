"""The corpora as articles and parsed docs: read from a folder outside the repository, parsed once and kept.

Used by the benchmarks and the training scripts; nothing of the product needs it.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import os
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import platformdirs
from spacy.tokens import Doc, DocBin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geo import language  # noqa: E402
from geo.language import describe_language, load_language, parse_article  # noqa: E402
from geo.model import Article  # noqa: E402
from geo.reading import read_record  # noqa: E402

SETTING = "DATELINE_EVAL"
PLACE_CORPORA = (
    "places_lgl",
    "places_geowebnews",
    "places_conflict",
    "places_wotr",
    "toponyms_conflict",
    "places_peer_cases",
    "event_location",
)
_KEPT = ["LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY"]


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a corpus: its gold row, its article and the parsed text."""

    id: str
    gold: dict[str, Any]
    article: Article
    doc: Doc

    @property
    def fold(self) -> int:
        """0 to 4, from the id, as the scorer's own folds."""
        return zlib.crc32(self.id.encode()) % 5


def eval_folder(given: str | None = None) -> Path:
    """The folder with the corpora: `given`, else the environment's DATELINE_EVAL, else ../shared/eval beside the
    repository. Leaves the program with a sentence where there is none."""
    folder = Path(given or os.environ.get(SETTING) or ROOT.parent / "shared" / "eval")
    if not (folder / "score.py").is_file():
        sys.exit(f"There are no corpora at {folder}: name their folder with --eval or {SETTING}.")
    return folder


def load_scorer(folder: Path) -> ModuleType:
    """The corpora's own score.py: every headline figure is its word, and spans are aligned as it aligns them."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder / 'score.py'} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_corpus(folder: Path, name: str, limit: int | None = None) -> list[Document]:
    """The documents of the corpus `name` in `folder`, parsed; empty, with a word about it, where there is none."""
    path = folder / f"{name}.jsonl.gz"
    if not path.is_file():
        print(f"{name}: absent from {folder}, left out")
        return []
    return load_file(path, limit)


def load_file(path: Path, limit: int | None = None) -> list[Document]:
    """The documents of a file of the corpora's format, gzipped or not, parsed.

    The parses are kept in the user's cache folder under all that they depend on: the texts and how they were read, the
    model, and the code that cuts a text for it.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    articles = [read_record(row) for row in rows]
    name = path.name.split(".")[0]
    ids = [str(row.get("doc_id") or row.get("id") or row.get("toponym")) for row in rows]
    docs = _parse(name, articles)
    return [Document(*each) for each in zip(ids, rows, articles, docs, strict=True)][:limit]


def _parse(name: str, articles: Sequence[Article]) -> list[Doc]:
    nlp = load_language()
    key = hashlib.sha256(describe_language(nlp).encode() + Path(language.__file__).read_bytes())
    for article in articles:
        read = (article.text, article.boilerplate, article.title_span, article.sections)
        key.update(repr(read).encode("utf-8", "surrogatepass"))
    folder = Path(platformdirs.user_cache_dir("dateline")) / "benchmarks"
    kept = folder / f"{name}-{key.hexdigest()[:12]}.spacy"
    if kept.is_file():
        return list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    docs = [parse_article(article, nlp) for article in articles]
    folder.mkdir(parents=True, exist_ok=True)
    draft = kept.with_suffix(f".{os.getpid()}.part")
    DocBin(attrs=_KEPT, docs=docs).to_disk(draft)
    draft.replace(kept)
    return docs
