"""Days of the Islamic calendar as they were declared: the Umm al-Qura calendar, and where a country's moon differed.

Months begin as Saudi Arabia's Umm al-Qura calendar has them (1924 to 2077, `data/umm_al_qura.tsv`), or as was declared
where that is known to have been another day (`data/moons_declared.tsv`). Before and after, the tabular calendar
stands in (E. M. Reingold and N. Dershowitz, Calendrical Calculations), which may lie a day off either way.
"""

# ruff: noqa: E501  Tables of words keep to one line a family.

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from geo.dates.calendars.naming import build_lookup

_DATA = Path(__file__).parent / "data"

# Month -> its spellings. Those of one word that are English words or other names as well stand with a day alone.
MONTH_NAMES = {
    "1": "mu{h|}arram, moharram, muharrem",
    "2": "safar",
    "3": "rabi{| }{al|ul|el|}{-| }{awwal|awal|avval}, rabi i, rabi{'| al-|' al-} awwal, rabi' al-awwal, rabi'{| }ul-awwal, rabiul awal",
    "4": "rabi{'|} {al|ul|us|ath|as|el}-{thani|sani|akhir|akhar|akhira}, rabi ii, rabius sani, rabiul akhir",
    "5": "j{u|a}mada {al|ul|il}-{awwal|awal|ula|oula|avval}, j{u|a}mada i",
    "6": "j{u|a}mada {al|ul|us|ath|as}-{thani|thaniya|thaniyah|sani|akhir|akhira|akhirah}, j{u|a}mada ii",
    "7": "raj{a|}b, radjab, rejeb",
    "8": "sha{'|}b{a|}an, sha{'|}ban, chaabane, chaaban, shaaban, sha'aban",
    "9": "rama{dh|d|z|dz}an, ramzan, ramazan, ramadhaan, ramadaan, ramazon",
    "10": "shaww{a|}l, shawwaal, chawwal",
    "11": "{dhu|zu|dhul|zul|zi|zil|thul}{ |-|}{al-|l-|'l-|}{qi'dah|qidah|qa'dah|qadah|qa'da|qada|qa'ada|qi'da|kadah|qaada}, zilqad, dhul-qa'dah",
    "12": "{dhu|zu|dhul|zul|zi|zil|thul}{ |-|}{al-|l-|'l-|}{hijjah|hijja|hija|hajj|haj|hijjat}, zilhaj, zilhajj, zilhijja, dhul-hijjah",
}  # fmt: skip
MONTHS = {spelling: int(month) for spelling, month in build_lookup(MONTH_NAMES).items()}

RAMADAN = 9


def _codes(listed: str) -> list[str]:
    return listed.split()


# Whose declarations follow Riyadh's nearly always; who sees the moon a day later as a rule. Others do now one, now the other.
SAME_DAY = frozenset(
    _codes("SA AE QA KW BH YE JO PS IL SY LB EG SD IQ SO DJ ER AF TR KM MR CY AL XK BA AZ KZ UZ TM TJ KG")
)
LATER = frozenset(_codes("PK IN BD LK MM NP IR MA OM"))
# The month of Shia mourning is counted from the later moon where these feasts fill the news.
SHIA_LANDS = frozenset(_codes("IQ IR PK LB BH AF IN AZ"))


@dataclass(frozen=True, slots=True)
class Moon:
    """The first day of an Islamic month in a country, and another first day that it may have had, with the reason."""

    first: date
    length: int
    other: date | None = None
    reason: str = ""


@lru_cache(maxsize=1)
def _umm_al_qura() -> dict[tuple[int, int], tuple[date, int]]:
    months: dict[tuple[int, int], tuple[date, int]] = {}
    for line in (_DATA / "umm_al_qura.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        year, first, lengths = line.split("\t")
        day = date.fromisoformat(first)
        for month, length in enumerate(lengths.split(), start=1):
            months[int(year), month] = (day, int(length))
            day += timedelta(days=int(length))
    return months


@lru_cache(maxsize=1)
def _declared() -> dict[tuple[int, int, str], date]:
    found: dict[tuple[int, int, str], date] = {}
    for line in (_DATA / "moons_declared.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        month, year, first, countries, _ = line.split("\t")
        for country in countries.split():
            found[int(year), int(month), country] = date.fromisoformat(first)
    return found


def from_tabular(year: int, month: int, day: int) -> date:
    """The day of a date in the tabular Islamic calendar (civil epoch, 16 July 622 Julian).

    >>> from_tabular(1442, 10, 1)
    datetime.date(2021, 5, 13)
    """
    ordinal = day + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30 + 227014
    return date.fromordinal(ordinal)


def islamic_year(day: date) -> int:
    """The Islamic year in which a day lies, by the tabular calendar; 0 or less before the calendar began."""
    year = int((day.toordinal() - 227015) / 354.36667) + 1
    return year if year < 1 or from_tabular(year, 1, 1) <= day else year - 1


def find_moon(year: int, month: int, country: str | None = None, later: bool = False) -> Moon:
    """When a month began, in a country (ISO code) or, where None, where most of the Arab world saw its moon.

    `later` asks for the moon of those who see it a day later as a rule, where no declaration is known.

    >>> find_moon(1442, 10).first, find_moon(1442, 12, "PK").first
    (datetime.date(2021, 5, 13), datetime.date(2021, 7, 12))
    """
    first = _first_day(year, month, country)
    if first is None:
        first = from_tabular(year, month, 1)
        return Moon(first, 30, first + timedelta(days=1), "the moon of that month is reckoned, not known")
    following = _first_day(year + month // 12, month % 12 + 1, country)
    length = min(max((following - first).days, 29), 30) if following else 30
    if country and (year, month, country) in _declared():
        return Moon(first, length)
    after = first + timedelta(days=1)
    if later or country in LATER:
        return Moon(after, length, first, "if the moon was seen there on the same evening as in Saudi Arabia")
    if country in SAME_DAY:
        return Moon(first, length)
    return Moon(first, length, after, "where the new moon was declared a day later")


def _first_day(year: int, month: int, country: str | None) -> date | None:
    """The first day as that country declared it, else as Saudi Arabia did, else as its calendar has it."""
    declared, key = _declared(), (year, month)
    reckoned = _umm_al_qura().get(key)
    return declared.get((*key, country or "SA")) or declared.get((*key, "SA")) or (reckoned and reckoned[0])
