"""Feasts, days of note and other calendars: against days that are known, and in sentences through the whole layer."""

# ruff: noqa: E501  Tables of cases keep to one line a case.

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geo.dates import find_times
from geo.dates.calendars.build import build_table
from geo.dates.calendars.easter import easter, orthodox_easter
from geo.dates.calendars.famous import _famous_days
from geo.dates.calendars.feast_days import _countries, find_feast_days
from geo.dates.calendars.feast_names import FEAST_NAMES, FEASTS
from geo.dates.calendars.islamic import find_moon, from_tabular
from geo.dates.calendars.jewish import from_jewish
from geo.dates.calendars.solar import from_solar, nowruz
from geo.language import load_language, parse_article
from geo.model import Article, Interval, TimeExpression

PUBLISHED = date(2021, 7, 6)


def read(text: str, published: date | None = PUBLISHED, countries: tuple[str, ...] = ()) -> tuple[TimeExpression, ...]:
    article = Article(text=text, published=published)
    return find_times(article, parse_article(article, load_language()), countries)


def days(interval: Interval) -> str:
    return "/".join(day.isoformat() if day else "" for day in (interval.earliest, interval.latest))


# First days as Saudi Arabia declared them: feast -> days, from what was reported in those years.
DECLARED = {
    "eid al-fitr": "2003-11-25 2004-11-13 2005-11-03 2006-10-23 2007-10-12 2008-09-30 2009-09-20 2010-09-10 2011-08-30 2012-08-19 2013-08-08 2014-07-28 2015-07-17 2016-07-06 2017-06-25 2018-06-15 2019-06-04 2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30",
    "eid al-adha": "2004-02-01 2005-01-20 2006-12-30 2007-12-19 2008-12-08 2009-11-27 2010-11-16 2011-11-06 2012-10-26 2013-10-15 2014-10-04 2015-09-24 2016-09-12 2017-09-01 2018-08-21 2019-08-11 2020-07-31 2021-07-20 2022-07-09 2023-06-28 2024-06-16 2025-06-06",
}  # fmt: skip


@pytest.mark.parametrize(("feast", "day"), [(name, day) for name, listed in DECLARED.items() for day in listed.split()])
def test_eid_fell_on_the_day_that_was_declared(feast: str, day: str) -> None:
    assert date.fromisoformat(day) in [found.first for found in find_feast_days(feast, int(day[:4]), ("SA",))]


# First Islamic year, month, country, and the first days of that month from that year on.
MOON_ROWS = [
    (1431, 9, "SA", "2010-08-11 2011-08-01 2012-07-20 2013-07-10 2014-06-29 2015-06-18 2016-06-06 2017-05-27 2018-05-17 2019-05-06 2020-04-24 2021-04-13 2022-04-02 2023-03-23 2024-03-11 2025-03-01 2026-02-18"),
    (1435, 10, "PK", "2014-07-29 2015-07-18 2016-07-06 2017-06-26 2018-06-16 2019-06-05 2020-05-24 2021-05-13 2022-05-03 2023-04-22 2024-04-10 2025-03-31"),
    (1435, 10, "IN", "2014-07-29 2015-07-18 2016-07-07 2017-06-26 2018-06-16 2019-06-05 2020-05-25 2021-05-14 2022-05-03 2023-04-22 2024-04-11 2025-03-31"),
    (1440, 10, "ID", "2019-06-05 2020-05-24 2021-05-13 2022-05-02 2023-04-22 2024-04-10 2025-03-31"),
    (1443, 10, "AF", "2022-05-01"),
    (1431, 10, "TR", "2010-09-09"),
    (1437, 10, "TR", "2016-07-05"),
    (1447, 1, "SA", "2025-06-26"),
]  # fmt: skip
MOONS = [
    (first + at, month, country, day)
    for first, month, country, listed in MOON_ROWS
    for at, day in enumerate(listed.split())
]


@pytest.mark.parametrize(("year", "month", "country", "day"), MOONS)
def test_a_month_began_as_the_country_declared(year: int, month: int, country: str, day: str) -> None:
    assert find_moon(year, month, country).first == date.fromisoformat(day)


# Feast, countries, day: known from calendars and from the news of those days.
KNOWN = [
    ("ashura", "IQ", "2004-03-02"), ("ashura", "PK", "2021-08-19"), ("ashura", "IR", "2022-08-08"), ("ashura", "IQ", "2022-08-09"), ("ashura", "PK", "2024-07-17"),
    ("arafat day", "SA", "2023-06-27"), ("islamic new year", "SA", "2023-07-19"), ("quds day", "IR", "2021-05-07"), ("quds day", "IR", "2023-04-14"),
    ("quds day", "", "2024-04-05"), ("quds day", "LB", "2019-05-31"),
    ("yom kippur", "", "1973-10-06"), ("yom kippur", "IL", "2021-09-16"), ("rosh hashanah", "", "2023-09-16"), ("passover", "", "2002-03-28"), ("passover", "", "2025-04-13"),
    ("simchat torah", "IL", "2023-10-07"), ("sukkot", "", "2024-10-17"), ("hanukkah", "", "2023-12-08"), ("purim", "", "2024-03-24"), ("purim", "", "1994-02-25"), ("shavuot", "", "2023-05-26"),
    ("tisha b'av", "", "2024-08-13"), ("tisha b'av", "", "2022-08-07"), ("jerusalem day", "IL", "2021-05-10"), ("holocaust remembrance day", "IL", "2021-04-08"),
    ("independence day", "IL", "2024-05-14"), ("memorial day", "IL", "2024-05-13"), ("israel's independence day", "", "2023-04-26"),
    ("christmas", "", "2021-12-25"), ("orthodox christmas", "RU", "2022-01-07"), ("timkat", "ET", "2022-01-19"), ("enkutatash", "ET", "2021-09-11"), ("enkutatash", "ET", "2023-09-12"),
    ("meskel", "ET", "2021-09-27"), ("easter", "", "2019-04-21"), ("easter", "UA", "2022-04-24"), ("orthodox easter", "", "2021-05-02"), ("good friday", "", "1998-04-10"),
    ("lunar new year", "VN", "1968-01-30"), ("lunar new year", "CN", "2021-02-12"), ("diwali", "IN", "2020-11-14"), ("holi", "IN", "2020-03-10"), ("vesak", "LK", "2022-05-15"),
    ("thingyan", "MM", "2021-04-13"), ("nowruz", "IR", "2020-03-20"), ("nowruz", "AF", "2021-03-21"), ("newroz", "TR", "2020-03-21"),
    ("independence day", "UA", "2021-08-24"), ("independence day", "IN PK", "2021-08-15"), ("independence day", "PK", "2021-08-14"), ("independence day", "SS", "2021-07-09"), ("independence day", "AF", "2019-08-19"),
    ("independence day", "AZ", "2015-10-18"), ("independence day", "AZ", "2022-05-28"), ("independence day", "NG", "2010-10-01"), ("independence day", "US", "2021-07-04"), ("independence day", "IL PS", "2021-04-15"),
    ("armed forces day", "MM", "2021-03-27"), ("victory day", "RU", "2022-05-09"), ("victory day", "UA", "2023-05-08"), ("victory day", "UA", "2022-05-09"), ("victory day", "", "2020-05-09"), ("victory day", "BD", "2021-12-16"),
    ("victory day", "AZ", "2021-11-08"), ("defenders day", "UA", "2022-10-14"), ("defenders day", "UA", "2023-10-01"), ("defenders day", "RU", "2022-02-23"), ("republic day", "IN", "2021-01-26"), ("republic day", "TR", "2021-10-29"),
    ("army day", "IQ", "2020-01-06"), ("army day", "IR", "2021-04-18"), ("revolution day", "IR", "2019-02-11"), ("revolution day", "LY", "2012-02-17"), ("navy day", "RU", "2022-07-31"), ("democracy day", "NG", "2019-06-12"),
    ("statehood day", "UA", "2022-07-28"), ("national day", "CN", "2021-10-01"), ("unity day", "YE", "2021-05-22"), ("heroes' day", "LK", "2008-11-27"), ("prisoners' day", "PS", "2021-04-17"),
    ("land day", "PS", "2018-03-30"), ("nakba day", "PS", "2018-05-15"), ("bastille day", "FR", "2016-07-14"), ("may day", "", "2021-05-01"), ("labor day", "US", "2021-09-06"), ("thanksgiving", "US", "2021-11-25"),
    ("memorial day", "US", "2021-05-31"), ("remembrance sunday", "GB", "2021-11-14"), ("women's day", "", "2021-03-08"), ("world refugee day", "", "2021-06-20"), ("srebrenica day", "BA", "2021-07-11"),
]  # fmt: skip


@pytest.mark.parametrize(("feast", "countries", "day"), KNOWN)
def test_a_feast_fell_on_its_known_day(feast: str, countries: str, day: str) -> None:
    assert [found.first.isoformat() for found in find_feast_days(feast, int(day[:4]), countries.split())] == [day]


EASTERS = {  # western, eastern
    2010: ("04-04", "04-04"), 2013: ("03-31", "05-05"), 2016: ("03-27", "05-01"), 2019: ("04-21", "04-28"), 2020: ("04-12", "04-19"), 2021: ("04-04", "05-02"),
    2022: ("04-17", "04-24"), 2023: ("04-09", "04-16"), 2024: ("03-31", "05-05"), 2025: ("04-20", "04-20"), 2026: ("04-05", "04-12"), 1991: ("03-31", "04-07"),
}  # fmt: skip


@pytest.mark.parametrize(("year", "west", "east"), [(year, *both) for year, both in EASTERS.items()])
def test_easter_of_both_churches(year: int, west: str, east: str) -> None:
    assert (easter(year), orthodox_easter(year)) == tuple(date.fromisoformat(f"{year}-{day}") for day in (west, east))


def test_nowruz_is_the_day_of_the_equinox_in_iran() -> None:
    early = {1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024}
    assert {year for year in range(1993, 2027) if nowruz(year) == date(year, 3, 20)} == early
    assert all(nowruz(year) in (date(year, 3, 20), date(year, 3, 21)) for year in range(1960, 2060))


@pytest.mark.parametrize("year", range(1244, 1503))
def test_every_solar_year_follows_the_one_before(year: int) -> None:
    last = from_solar(year, 12, 30) or from_solar(year, 12, 29)
    following = from_solar(year + 1, 1, 1)
    assert last is not None and following is not None and (following - last).days == 1


def test_reckoned_calendars_have_no_gaps() -> None:
    for year in range(1343, 1499):
        for month in range(1, 13):
            moon, after = find_moon(year, month, "XX"), find_moon(year + month // 12, month % 12 + 1, "XX")
            assert 28 <= (after.first - moon.first).days <= 31, (year, month)
            assert abs((moon.first - from_tabular(year, month, 1)).days) <= 2, (year, month)
    for year in range(5700, 5850):
        first, following = from_jewish(year, 7, 1), from_jewish(year + 1, 7, 1)
        assert first and following and (following - first).days in (353, 354, 355, 383, 384, 385)


def test_every_feast_named_is_reckoned_in_some_country() -> None:
    codes = list(_countries())
    unknown = [
        name for name in FEAST_NAMES
        if name != "eid" and not any(find_feast_days(name, year, (code,)) for code in codes for year in (2015, 2021))
    ]  # fmt: skip
    assert unknown == []


def test_tables_tell_days_that_exist() -> None:
    for code in _countries():
        for name in _countries()[code].days:
            assert name in FEASTS.values(), (code, name)
            assert any(find_feast_days(name, year, (code,)) for year in (1995, 2010, 2015, 2020, 2024, 2025)), (
                code,
                name,
            )
    assert len(_famous_days()) > 50


def test_the_moon_table_is_made_of_month_lengths(tmp_path: Path) -> None:
    import zipfile

    wheel = tmp_path / "sample.whl"
    starts = [23999]
    for length in (30, 29) * 6:
        starts.append(starts[-1] + length)
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("hijridate/ummalqura.py", f"MONTH_STARTS: tuple[int, ...] = {tuple(starts)}\n")
    assert build_table(wheel).splitlines()[1] == "1343\t1924-08-01\t" + " ".join(["30 29"] * 6)


# Text, publication, countries, what is found: text, value, days. Written for this table.
PHRASES = [
    ("Shells fell on the second day of Eid al-Adha.", "2021-08-01", "SY", [("the second day of Eid al-Adha", "2021-07-21", "2021-07-21/2021-07-21")]),
    ("The truce for Eid ul-Fitr held.", "2022-05-10", "PK", [("Eid ul-Fitr", "2022-05-03", "2022-05-03/2022-05-05")]),
    ("The Taliban kept a truce for Eid al-Fitr in 2018.", "2021-07-06", "AF", [("Eid al-Fitr in 2018", "2018-06-15", "2018-06-15/2018-06-17")]),
    ("Families fled on the eve of Eid al-Adha.", "2021-08-01", "YE", [("the eve of Eid al-Adha", "2021-07-19", "2021-07-19/2021-07-19")]),
    ("Villagers were killed during Tabaski.", "2021-08-01", "SN", [("Tabaski", "2021-07-20", "2021-07-20/2021-07-24")]),
    ("The raid came before Kurban Bayram.", "2021-08-01", "TR", [("Kurban Bayram", "2021-07-20", "2021-07-20/2021-07-23")]),
    ("Travellers were stopped during Lebaran.", "2023-05-10", "ID", [("Lebaran", "2023-04-22", "2023-04-22/2023-04-24")]),
    ("A bomb went off on Bakrid.", "2021-08-01", "IN", [("Bakrid", "2021-07-21", "2021-07-21/2021-07-24")]),
    ("The truce will begin on Eid al-Adha.", "2021-07-06", "AF", [("Eid al-Adha", "2021-07-20", "2021-07-20/2021-07-23")]),
    ("Clashes broke out on the first day of Ramadan.", "2021-07-06", "IQ", [("the first day of Ramadan", "2021-04-13", "2021-04-13/2021-04-13")]),
    ("Clashes broke out in the last ten days of Ramadan.", "2021-07-06", "PS", [("the last ten days of Ramadan", "2021-05", "2021-05-03/2021-05-12")]),
    ("Attacks rose during the holy month of Ramadan.", "2021-07-06", "PK", [("the holy month of Ramadan", "2021-04", "2021-04-14/2021-05-12")]),
    ("Attacks rose during Ramzan.", "2021-07-06", "IN", [("Ramzan", "2021-04", "2021-04-14/2021-05-13")]),
    ("The letter is dated 12 Ramadan 1442 AH.", "2021-07-06", "SA", [("12 Ramadan 1442 AH", "2021-04-24", "2021-04-24/2021-04-24")]),
    ("The agreement of 5 Rajab 1441 / 29 February 2020 stands.", "2021-07-06", "AF", [("5 Rajab 1441", "2020-02-29", "2020-02-29/2020-02-29"), ("29 February 2020", "2020-02-29", "2020-02-29/2020-02-29")]),
    ("The agreement of 5 Rajab 1441 (15 March 2020) stands.", "2021-07-06", "AF", [("5 Rajab 1441", "2020-02-29", "2020-02-29/2020-03-15"), ("15 March 2020", "2020-03-15", "2020-03-15/2020-03-15")]),
    ("Mourners were killed on the 10th of Muharram.", "2021-09-06", "PK", [("10th of Muharram", "2021-08-19", "2021-08-19/2021-08-19")]),
    ("Mourners were shot at the Ashura processions.", "2021-09-06", "PK", [("Ashura", "2021-08-19", "2021-08-19/2021-08-19")]),
    ("Pilgrims were bombed on Arba'een.", "2021-11-06", "IQ", [("Arba'een", "2021-09-28", "2021-09-27/2021-09-28")]),
    ("They marched on Quds Day.", "2021-06-06", "IR", [("Quds Day", "2021-05-07", "2021-05-07/2021-05-07")]),
    ("The column left on 14 Saratan 1400.", "2021-07-06", "", [("14 Saratan 1400", "2021-07-05", "2021-07-05/2021-07-05")]),
    ("The column left on Saratan 14.", "2021-07-10", "AF", [("Saratan 14", "2021-07-05", "2021-07-05/2021-07-05")]),
    ("The column left on 14 Saratan.", "2021-07-10", "AF", [("14 Saratan", "2021-07-05", "2021-07-05/2021-07-05")]),
    ("The roads closed in the month of Hut.", "2021-07-10", "AF", [("the month of Hut", "2021-03", "2021-02-19/2021-03-20")]),
    ("The protests of 24 Aban 1398 spread.", "2021-07-10", "IR", [("24 Aban 1398", "2019-11-15", "2019-11-15/2019-11-15")]),
    ("The coup of 7 Sawr 1357 came first.", "2021-07-10", "AF", [("7 Sawr 1357", "1978-04-27", "1978-04-27/1978-04-27")]),
    ("The law was passed in 1400 (2021).", "2021-07-10", "AF", [("1400", "2021", "2021-03-21/2022-03-20"), ("2021", "2021", "2021-01-01/2021-12-31")]),
    ("The base was attacked on Tikimt 24, 2013.", "2021-07-10", "ET", [("Tikimt 24, 2013", "2020-11-03", "2020-11-03/2020-11-03")]),
    ("The base was attacked on 24 Tikimt 2013 E.C.", "2021-07-10", "", [("24 Tikimt 2013 E.C.", "2020-11-03", "2020-11-03/2020-11-03")]),
    ("Crowds kept Timkat under curfew.", "2021-02-10", "ET", [("Timkat", "2021-01-19", "2021-01-19/2021-01-19")]),
    ("The fighting began on 22 Tishrei 5784.", "2023-12-10", "IL", [("22 Tishrei 5784", "2023-10-07", "2023-10-07/2023-10-07")]),
    ("The constitution of BE 2540 was torn up.", "2021-07-10", "TH", [("BE 2540", "1997", "1997-01-01/1997-12-31")]),
    ("The order dates from 1442 AH.", "2021-07-10", "SA", [("1442 AH", "2021", "2020-08-20/2021-08-08")]),
    ("The war began on Yom Kippur 1973.", "2021-07-10", "", [("Yom Kippur 1973", "1973-10-06", "1973-10-06/1973-10-06")]),
    ("Rockets were fired during Passover.", "2021-07-10", "IL", [("Passover", "2021-03-28", "2021-03-28/2021-04-03")]),
    ("Rockets were fired on Shabbat.", "2021-07-06", "IL", [("Shabbat", "2021-07-03", "2021-07-03/2021-07-03")]),
    ("A church was shelled on Orthodox Easter.", "2022-05-06", "UA", [("Orthodox Easter", "2022-04-24", "2022-04-24/2022-04-24")]),
    ("A church was shelled on Easter Sunday.", "2022-05-06", "UA", [("Easter Sunday", "2022-04-24", "2022-04-17/2022-04-24")]),
    ("Talks were broken off at Christmas.", "2022-02-06", "RU", [("Christmas", "2021-12-25", "2021-12-25/2022-01-07")]),
    ("Drones struck on Orthodox Christmas.", "2023-02-06", "UA RU", [("Orthodox Christmas", "2023-01-07", "2023-01-07/2023-01-07")]),
    ("The rebels attacked at Tet 1968.", "2021-07-06", "VN", [("Tet 1968", "1968-01-30", "1968-01-30/1968-01-30")]),
    ("Soldiers fired on crowds on Armed Forces Day.", "2021-04-06", "MM", [("Armed Forces Day", "2021-03-27", "2021-03-27/2021-03-27")]),
    ("A train was hit on Ukraine's Independence Day.", "2022-09-06", "", [("Independence Day", "2022-08-24", "2022-08-24/2022-08-24")]),
    ("Guns were fired on Independence Day in South Sudan.", "2021-08-06", "UG", [("Independence Day", "2021-07-09", "2021-07-09/2021-07-09")]),
    ("Guns were fired on Independence Day.", "2021-07-06", "", [("Independence Day", "XXXX-XX-XX", "/")]),
    ("The parade marked Victory Day.", "2022-05-20", "RU UA", [("Victory Day", "2022-05-09", "2022-05-09/2022-05-09")]),
    ("Protesters marked Land Day at the fence.", "2018-04-10", "PS IL", [("Land Day", "2018-03-30", "2018-03-30/2018-03-30")]),
    ("Police opened fire on International Women's Day.", "2021-04-06", "MM", [("International Women's Day", "2021-03-08", "2021-03-08/2021-03-08")]),
    ("Nowruz fell in the siege.", "2020-05-06", "AF", [("Nowruz", "2020-03-20", "2020-03-20/2020-03-20")]),
    ("They met on Nowruz 1400 in Herat.", "2021-07-06", "AF", [("Nowruz 1400", "2021-03-21", "2021-03-21/2021-03-21")]),
    ("Kurds lit fires at Newroz.", "2020-05-06", "TR", [("Newroz", "2020-03-21", "2020-03-21/2020-03-21")]),
    ("Since the October 7 attacks the border has been shut.", "2024-12-02", "IL PS", [("October 7", "2023-10-07", "2023-10-07/2023-10-07")]),
    ("Since October 7 the crossing has been shut.", "2024-12-02", "PS IL", [("October 7", "2023-10-07", "2023-10-07/2023-10-07")]),
    ("They have shelled the town since November 7.", "2021-07-06", "BF", [("November 7", "2020-11-07", "2020-11-07/2020-11-07")]),
    ("Fighting resumed in Meskerem 2014.", "2021-12-06", "ET", [("Meskerem 2014", "2021-09", "2021-09-11/2021-10-10")]),
    ("The monks were shot on Vesak 1963.", "2021-12-06", "VN", [("Vesak 1963", "1963-XX-XX", "1963-01-01/1963-12-31")]),
    ("The tomb dates from 61 AH.", "2021-12-06", "IQ", [("61 AH", "0681", "0680-10-04/0681-09-22")]),
    ("Fighting was heaviest last Ramadan.", "2024-06-01", "SD", [("last Ramadan", "2024-03", "2024-03-11/2024-04-09")]),
    ("Eid al-Adha this year was bleak.", "2024-07-01", "SD", [("Eid al-Adha this year", "2024-06-16", "2024-06-16/2024-06-19")]),
    ("Survivors of the 2019 Easter Sunday bombings met.", "2024-07-01", "LK", [("2019", "2019", "2019-01-01/2019-12-31"), ("Easter Sunday", "2019-04-21", "2019-04-21/2019-04-21")]),
    ("The dead of the Palm Sunday bombings of 2017 were mourned.", "2024-07-01", "EG", [("Palm Sunday", "2017-04-09", "2017-04-09/2017-04-09"), ("2017", "2017", "2017-01-01/2017-12-31")]),
    ("Roads were jammed on Labor Day weekend.", "2023-12-01", "US", [("Labor Day weekend", "2023-W35-WE", "2023-09-02/2023-09-04")]),
    ("The ambush came at the start of Ramadan.", "2021-07-01", "SD", [("the start of Ramadan", "2021-04", "2021-04-13/2021-04-17")]),
    ("The October 7 attack on a camp killed nine.", "2024-10-12", "BF", [("October 7", "2024-10-07", "2024-10-07/2024-10-07")]),
    ("The port has been shut since the Feb. 24 invasion.", "2023-06-01", "UA", [("Feb. 24", "2022-02-24", "2022-02-24/2022-02-24")]),
    ("Officers of the July 15 coup attempt were tried.", "2019-01-10", "TR", [("July 15", "2016-07-15", "2016-07-15/2016-07-15")]),
    ("The July 3 coup ended his rule.", "2014-01-10", "EG", [("July 3", "2013-07-03", "2013-07-03/2013-07-03")]),
    ("Since the February 1 coup thousands have been jailed.", "2022-06-10", "MM", [("February 1", "2021-02-01", "2021-02-01/2021-02-01")]),
    ("After the attacks of September 11 the law was changed.", "2019-01-10", "TR", [("September 11", "2001-09-11", "2001-09-11/2001-09-11")]),
    ("The widow of a victim of the 7/7 bombings spoke.", "2019-01-10", "GB", [("7/7", "2005-07-07", "2005-07-07/2005-07-07")]),
    ("The planner of the 26/11 attacks was freed.", "2019-01-10", "IN", [("26/11", "2008-11-26", "2008-11-26/2008-11-26")]),
    ("The August 4 explosion tore the port apart.", "2022-01-10", "LB", [("August 4", "2020-08-04", "2020-08-04/2020-08-04")]),
    ("The 23 July revolution brought officers to power.", "2022-01-10", "EG", [("The 23 July", "1952-07-23", "1952-07-23/1952-07-23")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "countries", "found"), PHRASES, ids=[row[0] for row in PHRASES])
def test_phrases_of_other_calendars(
    text: str, published: str, countries: str, found: list[tuple[str, str, str]]
) -> None:
    times = read(text, date.fromisoformat(published), tuple(countries.split()))
    assert [(one.text, one.value, days(one.interval)) for one in times] == found


NO_FEASTS = [
    "The Easter Rising and the Yom Kippur War are taught in schools.",
    "Tariq Ramadan was arrested.", "Ramadan Shallah led the group.", "The workshop lies in the 10th of Ramadan City.",
    "They called for a National Day of Mourning.", "Asad took the road to Mehr.", "General Bayram Yilmaz spoke.", "Rajab and Safar were arrested.", "The aid was late.",
    "A petrol bomb burnt a bus in Meskel Square.", "The Ashura Brigades withdrew.", "The ship left Christmas Island.",
    "He fired a Tir rocket.", "The patrol left at 1442H.", "He sold 5 Asad rifles and 4 Tala pistols.", "It has 1500 AP reporters.", "The Dey of Algiers had fled.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_FEASTS)
def test_names_that_are_no_days(text: str) -> None:
    assert [(one.text, one.rule) for one in read(text, countries=("AF", "IR")) if one.rule not in ("clock",)] == []


def test_an_alternative_moon_is_told_in_words() -> None:
    (only,) = read("A truce for Eid al-Fitr held.", countries=("NG",))
    assert [(one.value, one.reason) for one in only.alternatives] == [
        ("2021-05-14", "where the new moon was declared a day later")
    ]
    (only,) = read("A truce for Eid al-Adha held.", date(1995, 7, 6), ("PK",))
    assert (only.value, [one.value for one in only.alternatives]) == ("1995-05-10", ["1995-05-09"])


def test_two_calendars_that_disagree_are_marked() -> None:
    first, _ = read("The note of 5 Rajab 1441 (15 March 2020) stands.")
    assert [(one.value, "another day" in one.reason) for one in first.alternatives] == [("2020-03-15", True)]
