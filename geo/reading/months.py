"""Names of months and weekdays in heads and datelines: English, and the languages in which agencies file besides it."""

from __future__ import annotations

from collections.abc import Sequence

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _number(listed: Sequence[str]) -> dict[str, int]:
    return {name: number for number, names in enumerate(listed, start=1) for name in names.split()}


MONTHS: dict[str, int] = _number(
    (
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
    )
)  # fmt: skip
"""English names and abbreviations in small letters, with the month's number."""

_FOREIGN = _number(
    (
        "janvier janv enero ene janeiro januar jänner gennaio gen ocak января січня",
        "février fevrier févr febrero fevereiro fev februar febbraio şubat февраля лютого",
        "mars marzo março marco märz mart maart марта березня",
        "avril avr abril abr aprile nisan апреля квітня",
        "mai mayo maio maggio mayıs mei мая травня",
        "juin junio junho juni giugno giu haziran июня червня",
        "juillet juil julio julho juli luglio lug temmuz июля липня",
        "août aout agosto ago ağustos augustus августа серпня",
        "septembre septiembre setiembre setembro settembre eylül сентября вересня",
        "octobre octubre outubro oktober okt ottobre ott ekim октября жовтня",
        "novembre noviembre novembro kasım ноября листопада",
        "décembre décembre déc diciembre dic dezembro dezember dez dicembre aralık декабря грудня",
    )
)

ALL_MONTHS: dict[str, int] = {**_FOREIGN, **MONTHS}
"""The same with the names of other languages, which stand behind the day alone ("6 juillet", "6 de julio")."""


def _alternatives(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


MONTH = r"(?P<{0}>" + _alternatives(MONTHS) + r")\b\.?"
ANY_MONTH = r"(?P<{0}>" + _alternatives(ALL_MONTHS) + r")\b\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?\b\.?,?\s+)?"
ORDINAL = r"(?:st|nd|rd|th|er|[.º°])?"
OF = r"(?:\s+(?:of|de|del|do))?"
