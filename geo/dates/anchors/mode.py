"""Whether a stretch of text hangs on its publication day (news) or on the dates that it tells (a narrative).

Each paragraph is weighed by its words (`geo.dates.anchors.evidence`); the likeliest run of modes over all of them is
then chosen, where every change of mode costs something, so that a quiet paragraph goes with its neighbours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.dates.anchors.entries import Entry, find_entries
from geo.dates.anchors.evidence import DATED, TELLING, WEIGHTS, Evidence, tell_evidence, weigh_paragraphs
from geo.dates.anchors.quotes import find_quotes
from geo.dates.plain import to_plain
from geo.language import find_paragraphs
from geo.model import Article, ModeStretch, Span, TextMode

_CHANGE = 1.2
"""What a change of mode costs, in the units of the paragraphs' scores."""
_CHANGE_AT_HEAD = 0.3
"""The same where a heading announces it."""
_NEWS_FIRST = 0.3
"""How far a text is news before anything tells."""
_MANY_YEARS = 4
"""How many years alone make a tale, where no word speaks against it."""
_OWN_DAY = "an entry under the date of its own day, which its words count from"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text with its mode and why; `head` is the date that it counts from, where it has one of its own."""

    span: Span
    mode: TextMode
    reason: str
    head: Span | None = None


def mode_at(modes: Sequence[ModeStretch], offset: int) -> TextMode:
    """The mode of the stretch in which an offset stands; `modes` are in text order, as `find_modes` gives them.

    Before the first stretch its mode holds, behind the last one that one's; a text without stretches is news.

    >>> mode_at((ModeStretch(Span(0, 9), "news", ""), ModeStretch(Span(9, 20), "narrative", "")), 9)
    'narrative'
    """
    if not modes:
        return "news"
    return modes[max(0, bisect_right(modes, offset, key=lambda each: each.span.start) - 1)].mode


@lru_cache(maxsize=4)
def find_stretches(article: Article) -> tuple[Stretch, ...]:
    """The stretches of an article's text in order, together covering it; none for an empty text.

    >>> [each.mode for each in find_stretches(Article("On Monday troops left. They came back yesterday."))]
    ['news']
    """
    if not article.text:
        return ()
    paragraphs = find_paragraphs(article)
    starts = [paragraph.span.start for paragraph in paragraphs]
    text = to_plain(article.text)
    evidence = weigh_paragraphs(text, starts, find_quotes(article.text), article.published)
    for index, paragraph in enumerate(paragraphs):
        if not paragraph.plain:
            evidence[index] = Evidence()
    entries = find_entries(text, starts, evidence)
    own: dict[int, Entry] = {}
    for entry in entries:
        if entry.own_day:
            own.update(dict.fromkeys(range(entry.first, entry.last), entry))
        else:
            evidence[entry.first].add("entry")
    modes = _choose([Evidence() if index in own else each for index, each in enumerate(evidence)])
    found: list[Stretch] = []
    first = 0
    for index in range(1, len(paragraphs) + 1):
        same = index < len(paragraphs) and own.get(index) is own.get(first)
        if same and (first in own or modes[index] == modes[first]):
            continue
        end = starts[index] if index < len(paragraphs) else len(article.text)
        span, at = Span(starts[first], end), own.get(first)
        if at is not None:
            found.append(Stretch(span, "news", _OWN_DAY, at.head))
        else:
            found.append(Stretch(span, modes[first], _reason(evidence[first:index], modes[first])))
        first = index
    return tuple(found)


def _choose(evidence: Sequence[Evidence]) -> list[TextMode]:
    """The modes of the paragraphs that fit their scores best, changes of mode counted as dear as they are."""
    news, tale = _NEWS_FIRST, 0.0
    came_from: list[tuple[bool, bool]] = []
    at_head = False
    for each in evidence:
        score = each.score
        at_head = at_head or "tale head" in each.counts or "news head" in each.counts
        cost = _CHANGE_AT_HEAD if at_head else _CHANGE
        came_from.append((tale - cost > news, tale >= news - cost))
        news, tale = max(news, tale - cost), max(tale, news - cost)
        if score > 0:
            tale += score
        else:
            news -= score
        at_head = False
    modes: list[TextMode] = []
    in_tale = tale > news
    for from_tale_to_news, stayed_in_tale in reversed(came_from):
        modes.append("narrative" if in_tale else "news")
        in_tale = stayed_in_tale if in_tale else from_tale_to_news
    return _matter(modes[::-1], evidence)


def _matter(modes: list[TextMode], evidence: Sequence[Evidence]) -> list[TextMode]:
    """The modes without the tales in which nothing counts from a date told: a report may name many years."""
    first = 0
    for index in range(1, len(modes) + 1):
        if index < len(modes) and modes[index] == modes[first]:
            continue
        if modes[first] == "narrative":
            told = Counter[str]()
            for each in evidence[first:index]:
                told.update(each.counts)
            counted = any(kind in told for kind in TELLING) or (
                told["far year"] + 2 * told["old year"] >= _MANY_YEARS and all(WEIGHTS[kind][0] > 0 for kind in told)
            )
            if not counted or not any(kind in told for kind in DATED):
                modes[first:index] = ["news"] * (index - first)
        first = index
    return modes


def _reason(evidence: Sequence[Evidence], mode: TextMode) -> str:
    """Why a stretch has its mode, in words."""
    counts: Counter[str] = Counter()
    for each in evidence:
        counts.update(each.counts)
    why, against = tell_evidence(counts, mode == "narrative"), tell_evidence(counts, mode != "narrative")
    if not why:
        why = "little tells what its dates count from"
    return f"{why}; against it: {against}" if against else why
