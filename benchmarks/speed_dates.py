"""How fast the date layer is, given the Doc, and whether its time grows with the text alone.

    python benchmarks/speed_dates.py [--runs N] [--words N ...] [--letters N] [--only NAME]

Prints words a second of find_modes, find_times and the dating of events, on news, on a narrative and on texts made to
hurt, each at several lengths; a text that takes over 1.5 times longer a character when it is four times as long is
called out with the rules that did it. Times are of the process, least of several runs.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import sys
import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402
from spacy.tokens import Doc  # noqa: E402

from geo.dates import EventDater, find_modes, find_times  # noqa: E402
from geo.dates.plain import to_plain  # noqa: E402
from geo.dates.rule import find_windows  # noqa: E402
from geo.dates.rules import RULES  # noqa: E402
from geo.language import load_language, parse_article  # noqa: E402
from geo.model import Article, Span  # noqa: E402

PUBLISHED = date(2021, 7, 6)
SUPERLINEAR = 1.5
"""How many times longer a character may take at four times the length before a text is called out."""

NEWS = (
    "Troops left the town of Marib on Monday night, two officials said. Shells had killed four people there last week. "
    "A day earlier the governor had asked for help by the end of the month. Fighting began in March 2015, and nobody "
    "expects it to end this year. On July 2, gunmen attacked a convoy at about 9 p.m.; five soldiers died.\n\n"
)
NARRATIVE = (
    "On 12 May 1998 a column crossed the river. Two days later it took the airfield, and in June the front fell quiet. "
    "The following year, in February 1999, the army attacked again; after five days of fighting the line broke. By the "
    "end of that month the town was empty. Peace came on 12 December 2000.\n\n"
)
_DAY_WORDS = tuple((date(2000, 1, 1) + timedelta(days=n)).strftime("%d %B %Y") for n in range(0, 9999, 37))
PIECES: dict[str, str] = {
    "days in a row": ", ".join(_DAY_WORDS) + ", ",
    "digits": "20210706",
    "figures between slashes": "5/7/2021/",
    "figures and dots": "12.05.",
    "figures and hyphens": "2021-07-",
    "quotation marks": '" \u201c \u201d `` ',
    "apostrophes": "'90s ",
    "the the the": "the ",
    "early early": "early ",
    "all months": "January February March April May June July August September October November December ",
    "all weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday ",
    "single letters": "a b c ",
    "blanks": "   \t",
    "empty lines": "\n\n \n",
    "number words": "twenty-one hundred and two thousand ",
    "about about": "about at least more than ",
    "of the of the": "of the night of the ",
    "and and": "5 and 6 and ",
    "hours": "10:30 a.m. ",
    "units": "days weeks months years ",
    "ago": "two days ago ",
    "unbroken letters": "abcdefghij",
    "one paragraph of news": NEWS.replace("\n\n", " "),
}
"""A piece for each text made to hurt, repeated to the length wanted. Such texts are given a Doc of plain tokens."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of the date layer on one text, by part, and how long the text was."""

    characters: int
    words: int
    modes: float
    times: float
    events: float

    @property
    def whole(self) -> float:
        """All of it."""
        return self.modes + self.times + self.events


def build_text(piece: str, characters: int) -> str:
    """The piece again and again, to that length."""
    return (piece * (characters // len(piece) + 1))[:characters]


def blank_doc(text: str) -> Doc:
    """A Doc with one token a word and sentences of thirty tokens: hostile texts need no parse to hurt."""
    found = [(m[1] or " ", bool(m[2])) for m in re.finditer(r"([^ ]+)( ?)| ", text)]
    words, spaces = [word for word, _ in found], [space for _, space in found]
    # Not token by token: each setting of a sentence's start walks the whole Doc.
    starts: list[bool | int | None] = [index % 30 == 0 for index in range(len(words))]
    return Doc(spacy.blank("en").vocab, words=words, spaces=spaces, sent_starts=starts)


def measure(article: Article, doc: Doc, runs: int) -> Timing:
    """The least seconds of each part in so many runs; events are dated for one trigger in every twelve words.

    Each run has an article of its own, for what was found in one is kept for a while.
    """
    triggers = [Span(token.idx, token.idx + len(token)) for token in doc if token.i % 12 == 5]
    taken = []
    for run in range(runs):
        fresh = replace(article, name=f"run {run}")
        began = time.process_time()
        find_modes(fresh, doc)
        moded = time.process_time()
        found = find_times(fresh, doc)
        timed = time.process_time()
        dater = EventDater(fresh, doc, found)
        for trigger in triggers:
            dater.date(trigger)
        taken.append((moded - began, timed - moded, time.process_time() - timed))
    modes, times, events = (min(part) for part in zip(*taken, strict=True))
    return Timing(len(article.text), len(article.text.split()), modes, times, events)


def guilty_rules(short: str, long: str) -> list[tuple[str, float, float]]:
    """The rules that take most of the long text's matching: name, seconds, and how many times longer a character."""
    seconds: dict[str, list[float]] = {}
    for text in (short, long):
        plain = to_plain(text)
        began = time.process_time()
        windows = find_windows(plain)
        seconds.setdefault("(windows of words)", []).append(time.process_time() - began)
        for rule in RULES:
            began = time.process_time()
            for _ in rule.find(plain, windows):
                pass
            seconds.setdefault(rule.name, []).append(time.process_time() - began)
    scale = len(long) / len(short)
    worst = sorted(seconds.items(), key=lambda each: -each[1][-1])[:4]
    return [(name, pair[1], pair[1] / max(pair[0], 1e-6) / scale) for name, pair in worst]


def guilty_functions(article: Article, doc: Doc) -> list[str]:
    """The functions that the whole layer spends most of its own time in, and the seconds."""
    profile = cProfile.Profile()
    profile.runcall(measure, article, doc, 1)
    profile.create_stats()
    own = pstats.Stats(profile).get_stats_profile().func_profiles
    worst = sorted(own.items(), key=lambda each: -each[1].tottime)[:4]
    return [f"{Path(each.file_name).name} {name}: {each.tottime:.2f} s" for name, each in worst]


def print_sizes(name: str, piece: str, sizes: list[int], runs: int) -> None:
    """Words a second of parsed text at each size, in words; the piece is parsed once and its parse repeated."""
    once = parse_article(Article(piece, published=PUBLISHED), load_language())
    for size in sizes:
        copies = max(1, round(size / len(piece.split())))
        parsed = Doc.from_docs([once] * copies, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]
        if parsed is None or len(parsed.text) != len(piece) * copies:
            raise SystemExit("The parses could not be put together. Nothing was measured.")
        taken = measure(Article(piece * copies, published=PUBLISHED), parsed, runs)
        print(
            f"{name:24s}{taken.words:8d} words {taken.words / (taken.modes + taken.times):10,.0f} words/s times and"
            f" modes, {taken.words / taken.whole:10,.0f} with a trigger in twelve words dated"
        )


def print_hostile(name: str, piece: str, characters: int, runs: int) -> bool:
    """One hostile text at a quarter of the length and at all of it; whether its time grew faster than the text."""
    texts = [build_text(piece, length) for length in (characters // 4, characters)]
    timings = []
    for text in texts:
        article = Article(text, published=PUBLISHED)
        timings.append(measure(article, blank_doc(text), runs))
    small, large = timings
    growth = (large.whole / max(small.whole, 1e-4)) / (large.characters / small.characters)
    bad = growth > SUPERLINEAR
    parts = ", ".join(
        f"{part} {getattr(small, part):.2f} -> {getattr(large, part):.2f} s" for part in ("modes", "times", "events")
    )
    print(f"{name:24s}{large.characters:8d} letters, x{growth:4.1f} a letter; {parts}{'  SUPERLINEAR' if bad else ''}")
    if bad or large.times > characters / 250_000:
        for rule, seconds, grown in guilty_rules(*texts):
            print(f"{'':24s}  rule {rule}: {seconds:.2f} s, x{grown:.1f} a letter")
    if bad:
        for line in guilty_functions(replace(article, name="profiled"), blank_doc(texts[-1])):
            print(f"{'':24s}  {line}")
    return bad


def main() -> int:
    """Prints all tables; 1 when a text took longer than its length explains."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=2, help="how often each is measured (default: 2)")
    parser.add_argument(
        "--words", type=int, nargs="*", default=[1000, 10_000, 100_000], help="sizes of news and narrative"
    )
    parser.add_argument("--letters", type=int, default=200_000, help="length of each hostile text (default: 200000)")
    parser.add_argument("--only", help="one hostile text, by its name")
    options = parser.parse_args()
    if not options.only:
        for name, piece in (("news", NEWS), ("narrative", NARRATIVE)):
            print_sizes(name, piece, options.words, options.runs)
    bad = [
        name
        for name, piece in PIECES.items()
        if options.only in (None, name) and print_hostile(name, piece, options.letters, options.runs)
    ]
    print(f"\ngrows faster than the text: {', '.join(bad) or 'none'}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
