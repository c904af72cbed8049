"""What a rule may know about the place where its words stand: the anchor, the dates told before, the clause's tense.

One Context goes through an article from left to right; only `tell` changes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Token

from geo.dates.anchors.heads import resolve_head
from geo.dates.anchors.resumed import find_cue, speaks_of_present
from geo.dates.anchors.said import is_saying
from geo.dates.governing import find_governing
from geo.dates.tense import Clauses
from geo.dates.values import Reading, add_days, add_months, build_week, build_year, interval_of
from geo.model import TextMode, TimeAnchor

_PASSING = re.compile(r"\b(?:until|till|since|before) (?:the |late |early |mid-?|end |of |in )*\Z", re.IGNORECASE)
_AS_FAR_AS = re.compile(r"\b(?:until|till)\b[^.;!?]*\Z", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is) next (?!to\b)")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(slots=True)
class Told:
    """The last date told, as finely as the text gave it. `at` is the offset where it stands."""

    year: int | None = None
    month: int | None = None
    day: date | None = None
    at: int = 0
    part: str | None = None
    """The part of that day, TIMEX3's two letters."""

    @classmethod
    def from_day(cls, day: date | None) -> Told:
        """A whole day as a point to count from; nothing known when there is none."""
        return cls(day.year, day.month, day) if day else cls()


@dataclass(slots=True)
class Context:
    """Everything that a rule sees besides its match."""

    text: str
    published: date | None
    mode: TextMode
    clauses: Clauses
    day_first: bool | None = None
    """How the article writes figures: True for 5/7 being 5 July, None where nothing tells."""
    countries: tuple[str, ...] = ()
    """ISO codes of the countries that the article is about, the most named first."""
    told: Told = field(default_factory=Told)
    full: Told = field(default_factory=Told)
    """The last date told that had a month."""
    whole: Told = field(default_factory=Told)
    """The last date told that was a whole day."""
    aside: Told = field(default_factory=Told)
    """A date far from the tale's run, told in passing: it counts for the words right behind it only."""
    days: list[tuple[Told, int]] = field(default_factory=list)
    """The last three whole days told, with the ends of their words."""
    heading: date | None = None
    """The last day that stood alone on its line."""
    run: int = 0
    """How many dates have been told one right behind the other within a year of each other."""
    quarter: tuple[int, int] | None = None
    """Year and number of the last quarter told (business news), for "a year earlier"."""
    quarter_at: int = -10_000
    used: TimeAnchor = "none"
    """Which anchor the rule that ran last has used."""
    quoted: bool = False
    """Whether the words stand in a quotation."""
    entry: date | None = None
    """The day of the diary's or log's entry that was entered last, its own day."""
    home: date | None = field(init=False)
    """The article's publication day; `published` is that of the entry within one."""
    _waiting: dict[str, tuple[Told, Told, Told, Told]] = field(default_factory=dict)
    _within: str = "news"
    _sentence: tuple[int, int, str] = (0, 0, "")

    def __post_init__(self) -> None:
        self.home = self.published

    def enter(self, mode: TextMode, own_day: bool = False) -> None:
        """Go on in another stretch: each mode has its own dates told, which wait while the other is read.

        With `own_day` the stretch is an entry that counts from the date at its own head, see `date_entry`.
        """
        within = "entry" if own_day else mode
        if within == self._within and not own_day:
            return
        self._waiting[self._within] = (self.told, self.full, self.whole, self.aside)
        fresh = (Told(), Told(), Told(), Told())
        self.told, self.full, self.whole, self.aside = fresh if own_day else self._waiting.get(mode, fresh)
        self.mode, self._within = mode, within
        self.published = (self.entry or self.home) if own_day else self.home

    def at_words(self, at: int, end: int) -> None:
        """Settle what the words text[at:end] count from: in a tale, a sentence about the present has news' anchor."""
        if self._within != "narrative" or self.home is None:
            return
        self.mode = "narrative"
        if not self.quoted and self.present_sentence(at, end):
            self.mode = "news"

    def present_sentence(self, at: int, end: int) -> bool:
        """Whether the sentence of the words text[at:end] speaks of the present: "the latest", "ago", a perfect."""
        start, stop, cue = self._sentence
        if not start <= at < stop:
            start, stop = self.clauses.sentence_start(at), self._sentence_end(at)
            cue = find_cue(self.text, start, stop)
            self._sentence = (start, stop, cue)
        return cue == "matter" or (cue == "verb" and speaks_of_present(self.text, start, stop, at, end, self.clauses))

    def comes_next(self, at: int, end: int) -> bool:
        """Whether what the words date is said to be the next: "the next sitting is in February"."""
        start = self.clauses.sentence_start(at)
        named = _NEXT.search(self.text, max(start, at - 120), at) is not None
        return named and self.clauses.tense(at, end) == "present"

    def date_entry(self, words: str, reading: Reading) -> Reading:
        """Take the date at an entry's head for the day that its words count from; gives back what the head means."""
        day = resolve_head(words, reading.value, self.entry, self.home)
        self.published = day
        if day is None:
            return reading
        self.entry = day
        return replace(reading, value=day.isoformat() + reading.value[10:], interval=None, alternatives=())

    def now(self, at: int | None = None) -> Told:
        """What "last month", "Friday", "in May" count from: publication in news, the last date told in a narrative.

        Even a narrative's "Friday" or "yesterday" (`at`) counts from publication where no day was told shortly before,
        unless it stands in a quotation: that was said at a time of its own.
        """
        stray = at is not None and not self.quoted and (self.told.day is None or at - self.told.at > 1500)
        if (self.mode == "news" or stray) and self.published is not None:
            self.used = "published"
            return Told.from_day(self.published)
        if self.mode == "news":
            # A report without its day: what counts from that day stays unknown, whatever other dates are told.
            self.used = "none"
            return Told()
        self.used = "told" if self.told.year is not None else "none"
        return self.told

    def year(self) -> Told:
        """What a day or month without its year takes it from: as `now`, or in an undated report the date told last."""
        anchor = self.now()
        if anchor.year is None and self.told.year is not None:
            self.used = "told"
            return self.told
        return anchor

    def then(self, at: int, letter: str = "D") -> Told:
        """What "the next day", "a week earlier", "that month" count from: the date told last, else publication.

        `letter` is the unit that is counted: a bare year tells enough for "that year", not for "the next day".
        """
        if self.aside.year is not None and at - self.aside.at < 300:
            self.used = "told"
            return self.aside
        told = self.told
        if told.year is not None:
            known = told.day or (told.month and letter in ("M", "Q")) or letter in ("Y", "DE", "CE")
            if self.mode == "narrative" or not self.published or (known and (told.day or at - told.at < 1200)):
                self.used = "told"
                return told
        return self.now()

    def told_before(self, at: int, end: int, letter: str) -> bool:
        """Whether "the month" or "the year" at the offset is that of a date told right before, in a past clause."""
        told = self.told
        near = told.year is not None and at - told.at < 250 and (told.month is not None or letter == "Y")
        return near and self.text.find("\n", told.at, at) < 0 and self.past(at, end)

    def then_day(self, at: int) -> Told:
        """What an hour or a part of the day belongs to: as `then`, but over a month or year told in passing since.

        Nor is it the day on which somebody spoke of it, where another was told before that.
        """
        if self.mode == "news" and (scene := self._scene(at)) is not None:
            self.used = "told"
            return scene
        if self.told.day is None and self.whole.day is not None and 0 <= at - self.whole.at < 600:
            self.used = "told"
            return self.whole
        return self.then(at)

    def _sentence_end(self, at: int) -> int:
        """Where the sentence around the offset ends, two hundred tokens on at most."""
        token = self.clauses.token_at(at)
        for _ in range(200):
            if token is None or token.i + 1 >= len(token.doc):
                return len(self.text)
            token = token.nbor()
            if token.is_sent_start:
                return token.idx
        return token.idx if token is not None else len(self.text)

    def _scene(self, at: int) -> Told | None:
        """In news, the day of what is told, where the last day in an earlier sentence is when somebody spoke of it."""
        if len(self.days) < 2 or self.clauses.sentence_start(at) <= self.days[-1][0].at:
            return None
        near = [(told, end) for told, end in self.days if at - told.at < 600]
        if len(near) < 2 or not is_saying(self.clauses, near[-1][0].at, near[-1][1]):
            return None
        return next((told for told, end in near[-2::-1] if not is_saying(self.clauses, told.at, end)), None)

    def future(self, at: int, end: int) -> bool:
        """Whether the words at `at` speak of what is to come."""
        return self.clauses.tense(at, end) == "future"

    def past(self, at: int, end: int) -> bool:
        """Whether the words at `at` speak of what is over."""
        return self.clauses.tense(at, end) == "past"

    def pluperfect(self, at: int, end: int) -> bool:
        """Whether what is told with the words lay back already: "had been signed on the 11th"."""
        above = find_governing(self.clauses, at, end)
        return above is not None and above.verb is not None and _had(above.verb)

    def tell(self, reading: Reading, at: int, end: int | None = None) -> None:
        """Remember a date that was told, for the words that count from it."""
        value = reading.value
        if not reading.told or reading.type not in ("DATE", "TIME"):
            return
        if before := re.match(r"BC(\d{4})(?:-(\d\d)|$)", value):
            # Years before Christ count backwards; they go through the tale as negative numbers.
            self._move(Told(-int(before[1]), int(before[2]) if before[2] else None, None, at), end or at + 1)
            return
        if found := re.match(r"(\d{4})-Q(\d)$", value):
            self.quarter, self.quarter_at = (int(found[1]), int(found[2])), at
            return
        if not re.match(r"\d{4}", value):
            return
        if found := re.match(r"(\d{4})-W(\d\d)$", value):
            first = interval_of(value).earliest
            self.told = Told(int(found[1]), first.month if first else None, None, at)
            return
        year = int(value[:4])
        month = int(value[5:7]) if re.match(r"\d{4}-\d\d", value) else None
        if month is None and re.match(r"\d{4}-(SP|SU|FA|WI)", value):
            month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[value[5:7]]
        day = None
        if _FULL_DAY.match(value):
            day = interval_of(value[:10]).earliest
        self._move(Told(year, month, day, at, value[11:] or None if day else None), end or at + 1)

    def _move(self, new: Told, end: int) -> None:
        """Take a date as where the tale stands; one told in passing waits until a second one bears it out."""
        goes_on = self.told.year is not None and abs(self.told.year - (new.year or 0)) <= 1
        self.run = self.run + 1 if goes_on and new.at - self.told.at < 300 else 1
        if new.day is not None:
            self.whole = new
            self.days = [*self.days[-2:], (new, end)]
            if (new.at == 0 or self.text[new.at - 1] == "\n") and self.text[end : end + 1] in ("", "\n"):
                self.heading = new.day
        opens = self.opens_sentence(new.at)
        if self.mode == "narrative" and not opens and self._in_passing(new, end):
            borne_out = (
                self.aside.year is not None
                and abs(self.aside.year - (new.year or 0)) <= 1
                and new.at - self.aside.at < 600
            )
            if not borne_out:
                self.aside = new
                return
        if not opens and new.month is None and new.year == self.told.year and self.told.month is not None:
            return  # "On 7 December, 1941" tells no more than the day has told
        self.told, self.aside = new, Told()
        if new.month is not None or self._goes_back(new, end):
            self.full = new

    def _goes_back(self, new: Told, end: int) -> bool:
        """Whether a year before the tale's last month hangs on a sentence's main verb: the tale goes on there."""
        if self.full.year is None or (new.year or 0) >= self.full.year:
            return False
        above = find_governing(self.clauses, new.at, end)
        return above is not None and above.word is not None and above.word.dep_ == "ROOT"

    def _in_passing(self, new: Told, end: int) -> bool:
        """Whether a date is far from the tale's run, or another year that only tells more about some noun."""
        if None in (self.told.year, new.year) or new.year == self.told.year:
            return False
        years = (new.year or 0) - (self.told.year or 0)
        if abs(years) > 2 or _PASSING.search(self.text, max(0, new.at - 20), new.at):
            return True
        if self.text.find("\n", max(self.told.at, new.at - 4000), new.at) >= 0:
            return False  # the first date of a paragraph says where it stands
        if years > 0:
            return _AS_FAR_AS.search(self.text, max(0, new.at - 48), new.at) is not None or self.future(new.at, end)
        above = find_governing(self.clauses, new.at, end)
        if above is None:
            return False
        verb = above.verb
        before = verb is not None and (verb.dep_ in ("acl", "relcl") or _had(verb))
        return before or (above.word is not None and above.word.pos_ in ("NOUN", "PROPN"))

    def opens_sentence(self, at: int) -> bool:
        """Whether the offset stands at the head of its sentence, a preposition or two aside, before any verb."""
        start = self.clauses.sentence_start(at)
        if at - start >= 24:
            return False
        first, last = self.clauses.token_at(start), self.clauses.token_at(at)
        return (
            first is None
            or last is None
            or all(token.pos_ not in ("VERB", "AUX") for token in self.clauses.doc[first.i : last.i])
        )


def _had(verb: Token) -> bool:
    return any(word.dep_ == "aux" and word.lower_ == "had" for word in verb.children)


def shift(start: Told, count: float | None, letter: str) -> str:
    """The value that lies `count` units from `start`, as coarse as the unit or as what is known of the start.

    >>> shift(Told.from_day(date(2021, 7, 6)), -2, "W"), shift(Told(2021, 7), 3, "D"), shift(Told(), -1, "D")
    ('2021-W25', '2021-XX-XX', 'XXXX-XX-XX')
    """
    blank = {"D": "XXXX-XX-XX", "N": "XXXX-XX-XXTNI", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}
    if start.year is None:
        return blank.get(letter, "XXXX")
    if count is None:
        return (
            f"{build_year(start.year)}-" + {"D": "XX-XX", "W": "WXX", "M": "XX"}.get(letter, "XX-XX")
            if letter in "DWM"
            else "XXXX"
        )
    if letter in ("D", "N"):
        day = add_days(start.day, round(count)) if start.day else None
        return (day.isoformat() if day else f"{build_year(start.year)}-XX-XX") + ("TNI" if letter == "N" else "")
    if letter in ("W", "F"):
        day = add_days(start.day, round(count * (7 if letter == "W" else 14))) if start.day else None
        return build_week(day) if day else f"{build_year(start.year)}-WXX"
    if letter == "M" and start.year < 0 and start.month:
        # No year lies between 1 BC and AD 1.
        index = (start.year + 1) * 12 + start.month - 1 + round(count)
        year = index // 12 if index >= 12 else index // 12 - 1
        return f"{build_year(year)}-{index % 12 + 1:02}"
    if letter in ("M", "Q"):
        moved = add_months(start.year, start.month, round(count * (1 if letter == "M" else 3))) if start.month else None
        if letter == "Q" and moved:
            return f"{moved[0]:04}-Q{(moved[1] + 2) // 3}"
        return f"{moved[0]:04}-{moved[1]:02}" if moved else f"{build_year(start.year)}-XX"
    if letter == "Y":
        if count % 1 and start.month:
            moved = add_months(start.year, start.month, round(count * 12))
            return f"{moved[0]:04}-{moved[1]:02}" if moved else "XXXX"
        year = start.year + int(count)
        return build_year(year) if -10_000 < year < 10_000 and year != 0 else "XXXX"
    if letter == "DE":
        year = int(start.year / 10) + int(count)
        return f"{year:03}" if 0 < year < 1000 else f"BC{-year:03}" if -1000 < year < 0 else "XXX"
    if letter == "CE":
        year = int(start.year / 100) + int(count)
        return f"{year:02}" if 0 < year < 100 else f"BC{-year:02}" if -100 < year < 0 else "XX"
    if letter in ("H", "m", "S"):
        return (start.day.isoformat() if start.day else "XXXX-XX-XX") + "TXX"
    return "XXXX"
