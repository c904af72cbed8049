"""What the names of feasts mean: Christmas, Good Friday, Nowruz, the second day of Eid, Independence Day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from geo.dates.calendars.feast_days import FIRST_YEAR, LAST_YEAR, FeastDays, country_names, find_feast_days, is_national
from geo.dates.calendars.feast_names import FEASTS, FIXED
from geo.dates.calendars.naming import fold_name
from geo.dates.calendars.solar import from_solar
from geo.dates.context import Context
from geo.dates.families.years import pick_year
from geo.dates.rule import Meaning
from geo.dates.values import Reading, build_week
from geo.model import Interval, TimeReading

UNKNOWN_DAY = Reading("XXXX-XX-XX", told=False)
_EIDS = ("eid al-fitr", "eid al-adha")
# Behind a feast's name: what makes it the name of something else.
_NO_FEAST = re.compile(
    r"[ -](?:Islands?|Agreement|Accords?|Rising|Offensive|offensive|War|Square|Brigades?|Battalions?|Movement"
    r"|Foundation|Street|Road|Avenue|Stadium|Mosque|Church|Bridge|Airport|Hospital|Party|Committee)\b|-day\b"
    r"| of (?:Mourning|Action|Prayer|Protest|Rage|Anger|Solidarity|Reflection|Dialogue)\b"
)
# Words that are names or ordinary words as well: only so written, and only where nothing names a person.
_NAMES_TOO = frozenset({"bayram", "tet", "holi", "gamou", "sallah", "losar", "genna", "lidet", "diada", "epiphany"})
_NAME_BESIDE = re.compile(r" [A-Z][a-z]+")
_NAME_BEFORE = re.compile(
    r"(?<![.!?:] )(?<!\n)\b(?!(?:During|In|On|Before|After|The|At|For|Since|By|This|Last)\b)[A-Z][a-z]+ \Z"
)
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "opening": 1}


def feast(m: re.Match[str], context: Context) -> Meaning:
    """A feast named: its day in the year told, else in the one that the anchor gives; unknown where none is known."""
    spelt = fold_name(m["feast"])
    if _NO_FEAST.match(m.string, m.end("feast")) or (spelt in _NAMES_TOO and not _free(m)):
        return None
    if " " not in spelt and not m["feast"][0].isupper() and spelt not in ("eid", "nowruz"):
        return None
    name = FEASTS[spelt]
    named = (name,) if name != "eid" else _EIDS
    countries = (*_country_beside(m), *context.countries)
    year = told_year(m, context, m["year"])
    solar = from_solar(year, 1, 1) if year is not None and name == "nowruz" else None
    if solar is not None:
        year = solar.year  # "Nowruz 1400" bears the year that it opens

    def falls(in_year: int) -> list[FeastDays]:
        return [days for one in named for days in find_feast_days(one, in_year, countries)]

    found = choose_days(falls, year, m, context)
    if found is None and year is not None:
        return Reading(f"{year:04}-XX-XX", told=False)
    if found is None:
        month_day = FIXED.get(name)
        return Reading(f"XXXX-{month_day[0]:02}-{month_day[1]:02}", told=False) if month_day else UNKNOWN_DAY
    rivals = _other_feast(name, found, falls, context) if name == "eid" else ()
    return _build(m, name, found, rivals)


def sabbath(m: re.Match[str], context: Context) -> Meaning:
    """The Sabbath: the last Saturday, or the next where the clause looks ahead; its eve is the evening before."""
    here = context.now(m.start()).day
    if here is None or not FIRST_YEAR <= here.year <= LAST_YEAR:
        return UNKNOWN_DAY
    back = (here.isoweekday() - 6) % 7
    day = here - timedelta(days=back)
    if back and context.future(m.start(), m.end()):
        day += timedelta(days=7)
    if m["eve"]:
        return Reading(f"{(day - timedelta(days=1)).isoformat()}TEV", "TIME")
    return Reading(day.isoformat())


def _free(m: re.Match[str]) -> bool:
    """Whether a word stands apart from other names, written with a capital; of Tet alone the offensive is meant."""
    before = m.string[max(0, m.start("feast") - 8) : m.start("feast")].lower()
    return (
        m["feast"][0].isupper()
        and (len(m["feast"]) > 3 or re.search(r"\b(?:at|during|for|before|after|on|since|the)\s\Z", before) is not None)
        and not _NAME_BESIDE.match(m.string, m.end("feast"))
        and not _NAME_BEFORE.search(m.string, max(0, m.start("feast") - 24), m.start("feast"))
    )


def _build(m: re.Match[str], name: str, found: FeastDays, rivals: tuple[TimeReading, ...]) -> Reading:
    """The reading of a feast's days: the first of them or the one that is counted, with all days it may have been."""
    told, behind = (m["nth"] or "").lower().split(" ")[0], (m["eve"] or "").strip(" -").lower()
    length = (found.last - found.first).days
    if behind == "week":
        return Reading(build_week(found.first))
    if behind == "weekend":
        if name in ("easter", "orthodox easter"):
            ends = found.first - timedelta(days=2), found.first + timedelta(days=1)
            return Reading(f"{build_week(found.first)}-WE", interval=Interval(*ends, "days"))
        return _weekend(found.first)
    if told or behind == "eve":
        step = -1 if told == "eve" or behind == "eve" else length if told in ("last", "final") else _NUMBERS[told] - 1
        length = 0
    else:
        step = 0
    moved = timedelta(days=step)
    alone = FeastDays(
        found.first + moved,
        found.first + moved + timedelta(days=length),
        tuple((day + moved, why) for day, why in found.others),
    )
    return build_days(alone, rivals)


def _weekend(day: date) -> Reading:
    """The weekend at a feast: the nearest Saturday and Sunday, and the feast's own Friday or Monday."""
    saturday = day + timedelta(days=(6 - day.isoweekday()) if day.isoweekday() > 2 else -day.isoweekday() - 1)
    ends = min(day, saturday), max(day, saturday + timedelta(days=1))
    return Reading(f"{build_week(saturday)}-WE", interval=Interval(*ends, "days"))


def build_days(days: FeastDays, rivals: tuple[TimeReading, ...] = ()) -> Reading:
    """The reading of some days that belong together: the first as the value, all of them as the interval."""
    length = days.last - days.first
    others = tuple(
        TimeReading(day.isoformat(), Interval(day, day + length, "days" if length else "day"), why)
        for day, why in days.others
    )
    interval = Interval(*days.ends, "days") if length or others else None
    return Reading(days.first.isoformat(), interval=interval, alternatives=(*others, *rivals))


_YEAR_BEFORE = re.compile(r"(?<![\d/-])((?:19|20)\d\d) \Z")
_YEAR_BEHIND = re.compile(
    r" (?:\w+ )?(?:\w+ing|\w+ings|\w+re|\w+cks?|truce|ceasefire|raids?|war) (?:of|in) ((?:19|20)\d\d)(?!\d)"
)


def told_year(m: re.Match[str], context: Context, digits: str | None) -> int | None:
    """The year that stands with a feast or month: told in figures, by "last year", or with what happened on it."""
    if digits:
        return int(digits)
    if m["rel"]:
        here = context.now().year
        return here + {"t": 0, "l": -1, "n": 1}[m["rel"][0].lower()] if here else None
    found = _YEAR_BEFORE.search(m.string, max(0, m.start() - 20), m.start()) or _YEAR_BEHIND.match(m.string, m.end())
    return int(found[1]) if found else None


def choose_days(
    falls: Callable[[int], list[FeastDays]], year: int | None, m: re.Match[str], context: Context
) -> FeastDays | None:
    """The days of the year told, else those that the clause and the anchor point to; None where nothing tells.

    In news what is over is the last one before publication, what lies ahead the next; between them the nearer, if it
    is less than two months off.
    """
    if year is not None:
        context.used = "none"
        return next(iter(falls(year)), None) if FIRST_YEAR <= year <= LAST_YEAR else None
    anchor = context.now()
    if anchor.year is None:
        anchor = context.year()
    if anchor.year is None or not FIRST_YEAR < anchor.year < LAST_YEAR:
        return None
    near = [days for one in (anchor.year - 1, anchor.year, anchor.year + 1) for days in falls(one)]
    near.sort(key=lambda days: days.first)
    if context.mode != "news" or context.published is None:
        return _in_tale(near, m, context)
    today, which = context.published, (m.groupdict().get("which") or "").lower()
    over = [days for days in near if days.first <= today]
    ahead = [days for days in near if days.first > today]
    if which in ("last", "this past", "the previous"):
        return next((days for days in over[::-1] if days.last < today), None)
    if which in ("next", "this coming", "the coming"):
        return next(iter(ahead), None)
    if context.future(m.start(), m.end()):
        running = [days for days in over if days.last >= today]
        return next(iter([*running, *ahead, *over[::-1]]), None)
    if not over or not ahead:
        return next(iter([*over[::-1], *ahead]), None)
    off = (ahead[0].first - today).days
    if context.past(m.start(), m.end()) and off > 7:
        return over[-1]
    return ahead[0] if off <= 60 and off < (today - over[-1].last).days else over[-1]


def _in_tale(near: list[FeastDays], m: re.Match[str], context: Context) -> FeastDays | None:
    """In a narrative: the days in the year that the tale has come to."""
    anchor = context.year()
    here = anchor.day or date(anchor.year or 2000, anchor.month or 6, 15)
    if not near or anchor.year is None:
        return None
    probe = min(near, key=lambda days: (days.first.year != anchor.year, abs((days.first - here).days)))
    year = pick_year(probe.first.month, probe.first.day, context, m.start(), m.end())
    return min(near, key=lambda days: (days.first.year != year, abs((days.first - here).days)))


def _other_feast(
    name: str, found: FeastDays, falls: Callable[[int], list[FeastDays]], context: Context
) -> tuple[TimeReading, ...]:
    """For Eid alone: the nearest feast of the other name, on the same side of the anchor."""
    here = context.now().day or found.first
    fitr = any(found.first == days.first for days in find_feast_days(_EIDS[0], found.first.year, context.countries))
    other = _EIDS[fitr]
    near = [
        days
        for year in (found.first.year - 1, found.first.year, found.first.year + 1)
        for days in find_feast_days(other, year, context.countries)
    ]
    side = [days for days in near if (days.first > here) == (found.first > here)] or near
    if not side:
        return ()
    days = min(side, key=lambda one: abs((one.first - here).days))
    called = {"eid al-fitr": "Eid al-Fitr", "eid al-adha": "Eid al-Adha"}[other]
    return (TimeReading(days.first.isoformat(), Interval(*days.ends, "days"), f"if {called} is meant"),)


@lru_cache(maxsize=1)
def _country_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, country_names()), key=len, reverse=True))
    return (
        re.compile(rf"(?<!\w)({names})(?:'s|')?(?: (?:\d+(?:st|nd|rd|th)|first|annual|own|national|state))? \Z"),
        re.compile(rf" (?:holiday |celebrations? |parade |events? )?(?:in|of|across) (?:the )?({names})(?!\w)"),
    )


def _country_beside(m: re.Match[str]) -> tuple[str, ...]:
    """The country whose feast is named: "Ukraine's Independence Day", "Independence Day in Ukraine"."""
    if not is_national(FEASTS[fold_name(m["feast"])]):
        return ()
    before, behind = _country_patterns()
    found = before.search(m.string, max(0, m.start() - 40), m.start()) or behind.match(m.string, m.end())
    return (country_names()[found[1]],) if found else ()
