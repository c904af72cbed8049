"""On which days of a year a feast falls, as a country keeps it: what `feasts` asks once it has read a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from geo.dates.calendars import feast_names as names
from geo.dates.calendars.easter import easter, nth_weekday, orthodox_easter
from geo.dates.calendars.islamic import RAMADAN, SHIA_LANDS, find_moon, islamic_year
from geo.dates.calendars.jewish import from_jewish, independence_day, purim_month
from geo.dates.calendars.solar import from_solar, nowruz, solar_year

_DATA = Path(__file__).parent / "data"
FIRST_YEAR, LAST_YEAR = 700, 9000
"""The years in which every calendar here has days that can be written as dates."""


@dataclass(frozen=True, slots=True)
class FeastDays:
    """The days of a feast in one year, first and last, and other first days that it may have had, with the reason."""

    first: date
    last: date
    others: tuple[tuple[date, str], ...] = ()

    @property
    def ends(self) -> tuple[date, date]:
        """The earliest and the latest day that any reading gives."""
        length = self.last - self.first
        starts = [self.first, *(day for day, _ in self.others)]
        return min(starts), max(starts) + length


def find_feast_days(name: str, year: int, countries: Sequence[str] = ()) -> list[FeastDays]:
    """A feast's days in a Gregorian year: none where they are not known, two where the moon's year fits twice.

    `name` is one of `feast_names.FEAST_NAMES`; `countries` are ISO codes, the one whose feast it is first.

    >>> [days.first for days in find_feast_days("eid al-fitr", 2000, ["SA"])]
    [datetime.date(2000, 1, 8), datetime.date(2000, 12, 27)]
    >>> find_feast_days("independence day", 2021, ["UA"])[0].first, find_feast_days("independence day", 2021)
    (datetime.date(2021, 8, 24), [])
    """
    return list(_reckon(name, year, tuple(countries[:4]))) if FIRST_YEAR <= year <= LAST_YEAR else []


@lru_cache(maxsize=2048)
def _reckon(name: str, year: int, countries: tuple[str, ...]) -> tuple[FeastDays, ...]:
    reckon = next((reckon for known, reckon in _CALENDARS if name in known), _national)
    return tuple(reckon(name, year, countries))


def _days(first: date | None, length: int, *others: tuple[date | None, str]) -> Iterator[FeastDays]:
    if first is not None:
        known = tuple((day, reason) for day, reason in others if day is not None and day != first)
        yield FeastDays(first, first + timedelta(days=length - 1), known)


def _fixed(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    month, day, length = names.FIXED[name]
    return _days(date(year, month, day), length)


def _christmas(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    home = countries[0] if countries else ""
    julian = home in names.JULIAN_CHRISTMAS_LANDS or (home == "UA" and year < 2023)
    other = (date(year + 1, 1, 7), "if Christmas is meant as the eastern churches keep it") if julian else None
    return _days(date(year, 12, 25), 1, *([other] if other else []))


def _easter(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    shift, length = names.EASTER[name]
    moved = timedelta(days=shift)
    west, east = easter(year) + moved, orthodox_easter(year) + moved
    if countries and countries[0] in names.ORTHODOX_EASTER_LANDS:
        return _days(east, length, (west, "if Easter is meant as the western churches keep it"))
    return _days(west, length)


def _orthodox_easter(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    shift, length = names.ORTHODOX_EASTER[name]
    return _days(orthodox_easter(year) + timedelta(days=shift), length)


def _nth(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    if name == "labor day" and countries and countries[0] not in ("US", "CA"):
        return _days(date(year, 5, 1), 1)
    if name == "thanksgiving" and countries and countries[0] == "CA":
        return _days(nth_weekday(year, 10, 1, 2), 1)
    return _days(nth_weekday(year, *names.NTH[name]), 1)


def _islamic(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    month, day, length = names.ISLAMIC[name]
    country = countries[0] if countries else None
    shia = name in names.SHIA_FEASTS and (country is None or country in SHIA_LANDS)
    start = islamic_year(date(year, 1, 1))
    for islamic in range(max(1, start), start + 3):
        moon = find_moon(islamic, month, country, later=shia)
        passed = timedelta(days=day - 1)
        if (moon.first + passed).year == year:
            yield from _days(moon.first + passed, length, (moon.other and moon.other + passed, moon.reason))


def _jewish(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    month, day, length = names.JEWISH[name]
    for jewish in (year + 3760, year + 3761):
        first = _moved(name, from_jewish(jewish, month or purim_month(jewish), day))
        if first is not None and first.year == year:
            yield from _days(first, length)


def _moved(name: str, day: date | None) -> date | None:
    """The day kept where the reckoned one touches the Sabbath: the fast of Av waits a day, the memorial day moves."""
    step = {"tisha b'av": {6: 1}, "holocaust remembrance day": {5: -1, 7: 1}}.get(name, {})
    return day + timedelta(days=step.get(day.isoweekday(), 0)) if day is not None else None


def _israel(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    day = independence_day(year + 3760)
    return _days(day - timedelta(days="memorial" in name) if day else None, 1)


def _nowruz(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    persian = not countries or countries[0] not in ("TR", "SY", "IQ", "KZ", "UZ", "KG", "TM", "TJ")
    return _days(nowruz(year) if persian else date(year, 3, 21), 1)


def _quds(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    """The last Friday of Ramadan, the one before it where that might already be the eve of the feast."""
    start = islamic_year(date(year, 1, 1))
    for islamic in range(max(1, start), start + 3):
        moon = find_moon(islamic, RAMADAN + 1, "IR")
        last = moon.first - timedelta(days=2)
        friday = last - timedelta(days=(last.isoweekday() - 5) % 7)
        if friday.year == year:
            yield from _days(friday, 1)


def _enkutatash(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    """Both move a day in the September before a Gregorian leap year."""
    late = (year + 1) % 4 == 0
    return _days(date(year, 9, (27 if name == "meskel" else 11) + late), 1)


@lru_cache(maxsize=1)
def _lunar_days() -> dict[tuple[str, int], date]:
    found = {}
    for line in (_DATA / "lunar_days.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, days = line.split("\t")
        for day in days.split():
            found[name, int(day[:4])] = date.fromisoformat(day)
    return found


def _lunar(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    return _days(_lunar_days().get((name, year)), 1)


_CALENDARS: tuple[tuple[frozenset[str], Callable[[str, int, tuple[str, ...]], Iterator[FeastDays]]], ...] = (
    (frozenset(names.FIXED), _fixed),
    (frozenset({"christmas"}), _christmas),
    (frozenset(names.EASTER), _easter),
    (frozenset(names.ORTHODOX_EASTER), _orthodox_easter),
    (frozenset(names.NTH), _nth),
    (frozenset(names.ISLAMIC), _islamic),
    (frozenset(names.JEWISH), _jewish),
    (frozenset({"israel's independence day", "israel's memorial day"}), _israel),
    (frozenset({"nowruz"}), _nowruz),
    (frozenset({"quds day"}), _quds),
    (frozenset({"enkutatash", "meskel"}), _enkutatash),
    (frozenset({"lunar new year", "diwali", "holi", "vesak"}), _lunar),
)


@dataclass(frozen=True, slots=True)
class _Country:
    called: tuple[str, ...]
    days: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _countries() -> dict[str, _Country]:
    found = {}
    for line in (_DATA / "national_days.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        code, called, days = line.split("\t")
        told = (one.split("=") for one in days.split("; "))
        found[code] = _Country(tuple(called.split(", ")), {name: tuple(when.split(",")) for name, when in told})
    return found


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Names and adjectives of countries, as `national_days.tsv` has them -> ISO code."""
    return {word: code for code, country in _countries().items() for word in country.called}


def is_national(name: str) -> bool:
    """Whether every country has a day of that name of its own, or may have."""
    return not any(name in known for known, _ in _CALENDARS) and name != "eid"


_DEFAULT_LAND = {
    "victory day": "RU", "memorial day": "US", "flag day": "US", "defenders day": "UA", "prisoners' day": "PS",
}  # fmt: skip
"""Whose day is meant where no country is known: a day that one country's has made known under that name."""


def _national(name: str, year: int, countries: tuple[str, ...]) -> Iterator[FeastDays]:
    """The day of the first of these countries that had one of that name in that year."""
    lands = countries[:3] or ((_DEFAULT_LAND[name],) if name in _DEFAULT_LAND else ())
    for code in lands:
        if code not in _countries():
            continue
        for when in _countries()[code].days.get(name, ()):
            day, _, years = when.partition("@")
            since, _, until = years.partition("-")
            if int(since or 0) <= year <= int(until or 9999):
                yield from _days(_parse_when(day, year), 1)
                return


def _parse_when(when: str, year: int) -> date | None:
    """A day as the table has it: "08-24", "07:7:-1" (the last Sunday of July), "solar:11-22", "jewish:memorial"."""
    calendar, _, told = when.rpartition(":") if when[0].isalpha() else ("", "", when)
    if calendar == "jewish":
        day = independence_day(year + 3760)
        return day - timedelta(days=told == "memorial") if day else None
    if calendar == "solar":
        month, number = (int(part) for part in told.split("-"))
        first = solar_year(date(year, 12, 31)) or 0
        fits = (from_solar(solar, month, number) for solar in (first - 1, first))
        return next((day for day in fits if day is not None and day.year == year), None)
    if ":" in told:
        month, weekday, which = (int(part) for part in told.split(":"))
        return nth_weekday(year, month, weekday, which)
    return date(year, int(told[:2]), int(told[3:]))
