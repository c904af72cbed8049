"""Where other hours are kept than those of the country that a place is reckoned to: a table by province or region.

The zone of a place follows its country, as the gazetteer does; what is kept on the ground is told beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.gazetteer import fold_name
from geo.model import Place


@dataclass(frozen=True, slots=True)
class OtherHours:
    """A zone that is kept in some provinces of a country besides its own, from `since` up to the day before `until`."""

    country: str
    provinces: tuple[str, ...]
    zone: str
    where: str
    """Completes the sentence "... keep Europe/Moscow": who or what does."""
    since: date | None = None
    until: date | None = None


OTHER_HOURS = (
    OtherHours(
        "UA", ("Crimea", "Sevastopol"), "Europe/Simferopol", "the authorities under Russian control", date(2014, 3, 30)
    ),
    OtherHours(
        "UA",
        ("Donetsk Oblast", "Donetsk", "Luhansk Oblast", "Luhansk", "Donbas"),
        "Europe/Moscow",
        "the parts under Russian control",
        date(2014, 10, 26),
    ),
    OtherHours(
        "UA",
        ("Kherson Oblast", "Kherson", "Zaporizhzhia Oblast", "Zaporizhzhia"),
        "Europe/Moscow",
        "the parts under Russian control",
        date(2022, 5, 1),
    ),
    OtherHours("GE", ("Abkhazia", "South Ossetia"), "Europe/Moscow", "the authorities there"),
    OtherHours("CN", ("Xinjiang", "Xinjiang Uyghur Autonomous Region"), "Asia/Urumqi", "many people of the region"),
    OtherHours("SY", ("Quneitra",), "Asia/Jerusalem", "the parts under Israeli control", date(1967, 6, 10)),
    OtherHours(
        "PS", ("West Bank", "East Jerusalem"), "Asia/Jerusalem", "Israeli settlements and forces", date(1967, 6, 10)
    ),
    OtherHours(
        "AZ",
        ("Xankəndi", "Xocalı", "Xocavənd", "Şuşa", "Laçın", "Kəlbəcər", "Ağdərə", "Nagorno-Karabakh"),
        "Asia/Yerevan",
        "the parts then under Armenian control",
        date(1992, 5, 9),
        date(2023, 9, 20),
    ),
)


def find_other_hours(place: Place, day: date | None) -> OtherHours | None:
    """The other hours that are kept at a place on a day; the first and last days count only where the day is known."""
    names = {fold_name(place.admin1)} if place.admin1 else set()
    if place.precision in ("province", "area"):
        names.add(fold_name(place.name))
    for one in OTHER_HOURS:
        if one.country != place.country or names.isdisjoint(map(fold_name, one.provinces)):
            continue
        if day is None or ((one.since is None or one.since <= day) and (one.until is None or day < one.until)):
            return one
    return None
