"""Doc and publication day -> the time expressions of an article, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from geo.dates.anchors.happenings import count_from_happenings
from geo.dates.anchors.mode import find_stretches
from geo.dates.anchors.quotes import find_quotes, quote_at
from geo.dates.anchors.said import find_said_days
from geo.dates.context import Context
from geo.dates.families.bends import Bend, apply_bend, find_bend
from geo.dates.families.daytime import share_days
from geo.dates.plain import to_plain
from geo.dates.refusals.find import find_refusal
from geo.dates.rule import Meaning, Rule, find_windows
from geo.dates.rules import RULES
from geo.dates.tense import Clauses
from geo.dates.values import Reading, interval_of
from geo.language import find_paragraphs
from geo.model import Article, ModeStretch, Span, TimeAnchor, TimeExpression

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2(?:[12]\d{3}|\d\d)(?![\d/])")


def find_modes(article: Article, doc: Doc) -> tuple[ModeStretch, ...]:
    """What the dates of each stretch count from, publication ("news") or the dates told ("narrative"), and why.

    In text order, covering the whole text; no stretch for an empty one.
    """
    return tuple(ModeStretch(each.span, each.mode, each.reason) for each in find_stretches(article))


def find_times(article: Article, doc: Doc, countries: Sequence[str] = ()) -> tuple[TimeExpression, ...]:
    """The article's time expressions in text order, none overlapping; spans are offsets into `article.text`.

    `countries` are the ISO codes of the countries that the article is about, the most named first: 5/7/2021 is read,
    and "Independence Day" understood, as is the habit there.

    `doc` is the parse of that text, offset for offset. Boilerplate is passed over. What no anchor can complete keeps a
    value with X for the unknown parts, and an interval without ends.
    """
    text = to_plain(article.text)
    context = Context(text, article.published, "news", Clauses(doc), _day_first(text), tuple(countries))
    stretches, here = find_stretches(article), -1
    quotes = find_quotes(article.text)
    found: list[TimeExpression] = []
    quoted: list[tuple[int, int, Rule, re.Match[str], Bend]] = []
    reach = 0
    for rule, match, bend in _candidates(text):
        if bend.start < reach:
            # Without the words before it the date itself may still stand free.
            if match.start() < reach:
                continue
            bend = Bend(match.start(), match.end())
        if article.boilerplate and article.is_boilerplate(Span(bend.start, bend.end)):
            continue
        while here + 1 < len(stretches) and stretches[here + 1].span.start <= bend.start:
            here += 1
            context.enter(stretches[here].mode, stretches[here].head is not None)
        head = stretches[here].head
        context.used = "none"
        quote = quote_at(quotes, bend.start)
        context.quoted = quote is not None
        context.at_words(bend.start, bend.end)
        meaning = None if find_refusal(rule.name, match, context) else rule.resolve(match, context)
        if meaning is None:
            continue
        for start, end, reading in _spans(match, meaning, bend):
            anchor: TimeAnchor = context.used
            if head is not None and head.start <= start < head.end:
                reading = context.date_entry(text[start:end], reading)
            if reading.type == "DURATION" and reading.interval is None:
                anchor = "none"
            if quote is not None and anchor != "none":
                quoted.append((len(found), quote, rule, match, bend))
            if anchor == "published" and quote is not None:
                anchor = "quote"
            elif anchor == "published" and head is not None:
                anchor = "told"
            found.append(_expression(article.text, start, end, reading, anchor, rule.name))
            context.tell(reading, start, end)
            reach = end
    if quoted:
        said = find_said_days(text, quotes, found, context.clauses)
        for index, quote, rule, match, bend in quoted:
            if quote in said:
                found[index] = _as_said(found[index], rule, match, bend, context, said[quote])
    found = share_days(text, found)
    paragraphs = [paragraph.span.start for paragraph in find_paragraphs(article)]
    return tuple(count_from_happenings(article.text, text, found, context.clauses, paragraphs, article.published))


def _expression(text: str, start: int, end: int, reading: Reading, anchor: TimeAnchor, rule: str) -> TimeExpression:
    interval = reading.interval or interval_of(reading.value, reading.mod)
    return TimeExpression(
        Span(start, end), text[start:end], reading.type, reading.value, reading.mod, interval, anchor, rule,
        reading.alternatives,
    )  # fmt: skip


def _as_said(
    old: TimeExpression, rule: Rule, match: re.Match[str], bend: Bend, context: Context, day: date
) -> TimeExpression:
    """An expression of a quotation, counted from the day that it was said on; as before if it counts from none."""
    then = Context(context.text, day, "news", context.clauses, context.day_first, context.countries)
    meaning = rule.resolve(match, then)
    if meaning is None or then.used != "published":
        return old
    for start, end, reading in _spans(match, meaning, bend):
        if (start, end) == (old.span.start, old.span.end):
            interval = reading.interval or interval_of(reading.value, reading.mod)
            return replace(
                old,
                type=reading.type,
                value=reading.value,
                mod=reading.mod,
                interval=interval,
                anchor="quote",
                alternatives=reading.alternatives,
            )
    return old


def _candidates(text: str) -> list[tuple[Rule, re.Match[str], Bend]]:
    """All matches of all rules, leftmost first, the longer before the shorter, then in the rules' order."""
    found = []
    windows = find_windows(text)
    for number, rule in enumerate(RULES):
        for match in rule.find(text, windows):
            bend = find_bend(text, match.start(), match.end()) if rule.bends else Bend(match.start(), match.end())
            found.append((bend.start, -bend.end, number, rule, match, bend))
    found.sort(key=lambda c: c[:3])
    return [c[3:] for c in found]


def _spans(match: re.Match[str], meaning: Meaning, bend: Bend) -> list[tuple[int, int, Reading]]:
    """Where each reading of a match stands, with the words around it taken in where they fit."""
    if isinstance(meaning, tuple):
        return [(*match.span(group), reading) for group, reading in meaning]
    if meaning is None:
        return []
    if (bend.start, bend.end) != match.span():
        bent = apply_bend(meaning, bend)
        if bent is not None:
            return [(*_trimmed(match.string, bend.start, bend.end), bent)]
    return [(*_trimmed(match.string, *match.span()), meaning)]


_LEAD = re.compile(
    r"(?:on|in|by|at|between|from|over(?= the\b| these\b)|for)\s+(?!or about|or around|least|most)", re.IGNORECASE
)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading preposition, which is no part of the expression."""
    lead = _LEAD.match(text, start, end)
    return (lead.end() if lead else start), end


def _day_first(text: str) -> bool | None:
    """How the article writes dates in figures, from those that can be read in one way only."""
    votes = [(int(a) > 12 >= int(b)) - (int(b) > 12 >= int(a)) for a, _, b in _NUMERIC.findall(text)]
    return None if not sum(votes) else sum(votes) > 0


__all__ = ["find_modes", "find_times"]
