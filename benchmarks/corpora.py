"""The place corpora as articles and parsed docs: read from a folder outside the repository, parsed once and kept.

Used by benchmarks/places.py and the training scripts; nothing of the product needs it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
from spacy.tokens import Doc, DocBin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

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


def load_corpus(folder: Path, name: str, limit: int | None = None) -> list[Document]:
    """The documents of a corpus, parsed; the parse is kept in the user's cache folder, by the text and the model."""
    path = folder / f"{name}.jsonl.gz"
    if not path.is_file():
        print(f"{name}: absent from {folder}, left out")
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    nlp = load_language()
    key = hashlib.sha256((describe_language(nlp) + path.name + str(path.stat().st_size)).encode()).hexdigest()[:12]
    kept = Path(platformdirs.user_cache_dir("dateline")) / "benchmarks" / f"{name}-{key}.spacy"
    articles = [read_record(row) for row in rows]
    if kept.is_file():
        docs = list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    else:
        docs = [parse_article(article, nlp) for article in articles]
        kept.parent.mkdir(parents=True, exist_ok=True)
        DocBin(attrs=_KEPT, docs=docs).to_disk(kept)
    ids = [str(row.get("doc_id") or row.get("id") or row.get("toponym")) for row in rows]
    return [Document(*each) for each in zip(ids, rows, articles, docs, strict=True)][:limit]
