"""What dates mean in the orders and spellings that few write: 5JUL21, 5.VII.2021, 5 juillet 2021, week 27 of 2021."""

# ruff: noqa: E501  Tables of words keep to one line a family.

from __future__ import annotations

import re
from datetime import date, timedelta

from geo.dates.calendars.naming import build_lookup, fold_name
from geo.dates.context import Context
from geo.dates.families.beside import fit_number
from geo.dates.families.explicit import build_reading
from geo.dates.families.years import full_year, pick_year
from geo.dates.rule import Meaning
from geo.dates.values import Reading, add_months, build_year
from geo.dates.words import parse_month, parse_ordinal, parse_weekday

ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}

# Month -> its names in French, Spanish, Portuguese, Italian, German, Dutch, Turkish, Indonesian, Polish, Russian, Ukrainian, Arabic.
FOREIGN_MONTHS = {
    "1": "janvier, enero, janeiro, gennaio, januar, jänner, januari, ocak, stycznia, января, січня, يناير",
    "2": "février, fevrier, febrero, fevereiro, febbraio, februar, februari, şubat, lutego, февраля, лютого, فبراير",
    "3": "mars, marzo, março, märz, maart, mart, maret, marca, марта, березня, مارس",
    "4": "avril, abril, aprile, nisan, kwietnia, апреля, квітня, أبريل",
    "5": "mai, mayo, maio, maggio, mei, mayıs, maja, мая, травня, مايو",
    "6": "juin, junio, junho, giugno, juni, haziran, czerwca, июня, червня, يونيو",
    "7": "juillet, julio, julho, luglio, juli, temmuz, lipca, июля, липня, يوليو",
    "8": "août, aout, agosto, augustus, ağustos, agustus, sierpnia, августа, серпня, أغسطس",
    "9": "septembre, septiembre, setembro, settembre, eylül, września, сентября, вересня, سبتمبر",
    "10": "octobre, octubre, outubro, ottobre, oktober, ekim, października, октября, жовтня, أكتوبر",
    "11": "novembre, noviembre, novembro, kasım, listopada, ноября, листопада, نوفمبر",
    "12": "décembre, decembre, diciembre, dezembro, dicembre, dezember, desember, aralık, grudnia, декабря, грудня, ديسمبر",
}  # fmt: skip
_FOREIGN = build_lookup(FOREIGN_MONTHS)
# Words and names of their own: they need the year too.
_OTHER_WORDS = frozenset(
    {"mars", "mai", "mart", "mei", "maja", "nisan", "ekim", "marca", "juni", "juli", "maret", "julio", "januar"}
)


def written_date(m: re.Match[str], context: Context) -> Meaning:
    """5JUL21, Jul-05-2021, 05/Jul/2021, 2021 July 5, 5. July 2021: day, month by name, and year."""
    month = parse_month(m["month"])
    if month is None:
        return None
    reading = build_reading(full_year(m["year"], context.now().year), month, int(re.sub(r"\D", "", m["day"])))
    context.used = "none"  # the anchor tells at most the century of a year in two figures
    return reading


def roman_date(m: re.Match[str], context: Context) -> Meaning:
    """5.VII.2021: the month as a Roman number."""
    context.used = "none"
    return build_reading(int(m["year"]), ROMAN[m["roman"] or m["roman2"]], int(m["day"]))


def foreign_date(m: re.Match[str], context: Context) -> Meaning:
    """5 juillet 2021, 15 Temmuz: a month's name in another language, in a quotation or a dateline."""
    name = fold_name(m["foreign"])
    month, day = int(_FOREIGN[name]), int(m["day"])
    if name in _OTHER_WORDS and not m["year"] and " de" not in m[0]:
        return None
    if m["year"]:
        context.used = "none"
        return build_reading(int(m["year"]), month, day)
    return build_reading(pick_year(month, day, context, m.start(), m.end()), month, day)


def week_of_year(m: re.Match[str], context: Context) -> Meaning:
    """Week 27 of 2021, 2021-W27, epidemiological week 27: a week by its ISO number, marked where the year has none such."""
    told = m.groupdict().get("year") or m.groupdict().get("year2")
    year = int(told) if told else context.now().year
    week = int(m["week"])
    if told:
        context.used = "none"
    if year is None or not 1 <= year <= 9998:
        return Reading("XXXX-WXX", told=False)
    last = date(year, 12, 28).isocalendar()[1]
    return Reading(f"{build_year(year)}-W{week:02}") if 1 <= week <= last else Reading(f"{year:04}-WXX", told=False)


def this_month_day(m: re.Match[str], context: Context) -> Meaning:
    """The 5th instant, the 5th ult., the 5th proximo: a day of this, the last or the next month, as letters count."""
    anchor = context.then(m.start(), "M")
    if anchor.year is None or anchor.month is None:
        return Reading("XXXX-XX-XX", told=False)
    step = {"i": 0, "u": -1, "p": 1}[m["which"][0].lower()]
    moved = add_months(anchor.year, anchor.month, step)
    return build_reading(*moved, parse_ordinal(m["day"]) or 0) if moved else Reading("XXXX-XX-XX", told=False)


_GOES_ON = 45
"""Days within which the next day told of a tale is looked for."""


def weekday_and_day(m: re.Match[str], context: Context) -> Meaning:
    """Friday the 13th: the day of that number that is that weekday, the nearest one before the anchor, or behind it."""
    weekday, number = parse_weekday(m["fullweekday"]), parse_ordinal(m["ordday"]) or 0
    told = context.told
    if told.day and weekday and (context.mode == "narrative" or m.start() - told.at < 400):
        # A tale goes on from the day told last, and so does what a report tells right behind one.
        day = fit_number(number, weekday, told.day, ahead=True)
        over = day is not None and (context.published is None or day <= context.published)
        if day is not None and over and (day - told.day).days < _GOES_ON:
            context.used = "told"
            return Reading(day.isoformat())
    anchor = context.now(m.start())
    if re.match(r"\s[A-Z]", m.string[m.end() : m.end() + 2]):
        return None  # "the 5th Corps"
    if anchor.day is None or weekday is None or not 1 <= number <= 31 or not 2 <= anchor.day.year <= 9998:
        return Reading("XXXX-XX-XX", told=False)
    days = [anchor.day + timedelta(days=off) for off in range(-200, 201)]
    fits = [day for day in days if day.day == number and day.isoweekday() == weekday]
    ahead = context.future(m.start(), m.end())
    side = [day for day in fits if day == anchor.day or (day > anchor.day) == ahead] or fits
    here = anchor.day
    return Reading(min(side, key=lambda day: abs((day - here).days)).isoformat()) if side else None
