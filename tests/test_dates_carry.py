"""What a date without its year, month or day belongs to: told beside, told before, or that of publication."""

# ruff: noqa: E501  A sentence of a table is one line.

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import pytest

from geo.dates import find_times
from geo.language import load_language, parse_article
from geo.model import Article, TimeExpression

_MARK = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")

# Each row: publication day, and a text whose times are marked with the value that they mean; the rest is not asked for.
Row = tuple[str, str]

NEWS_RESUMES = (
    ("2022-09-14", "The truce in the Caucasus was signed on 9 November 2020. The latest clashes began in [August|2022-08], when a post was shelled on [the 3rd|2022-08-03]. Talks broke down [two weeks ago|2022-W35]."),
    ("2023-05-30", "The ruler of Sudan was deposed on 11 April 2019, and the generals took over on 25 October 2021. The latest fighting broke out in [mid-April|2023-04]. A truce was signed [ten days ago|2023-05-20]."),
    ("2012-06-20", "South Sudan became independent on 9 July 2011, six years after the accord of 9 January 2005. The latest border war began in [March|2012-03]. In [April|2012-04] the oil field changed hands twice."),
    ("2019-11-05", "The fighting in Aceh ended on 15 August 2005. On 26 December 2004 the wave had killed 170,000 people. The next sitting of the assembly is in [February|2020-02]."),
    ("2018-03-01", "The siege of the enclave began in April 2013. Gas was fired on 21 August 2013. Since [18 February|2018-02-18] more than 500 people have died, doctors say."),
    ("2020-10-09", "The first war over the mountains ended in May 1994, after a truce on 5 May. Towns have been shelled since [27 September|2020-09-27]."),
    ("2017-09-20", "The monks of Myanmar marched in September 2007. The junta fell back in March 2011. The present exodus began in [August|2017-08]."),
    ("2024-03-12", "Haiti's president was killed on 7 July 2021. The quake followed on 14 August 2021. The current wave of violence began in [February|2024-02], when gangs attacked the prisons."),
    ("2021-11-24", "Houthi fighters took the capital in September 2014. The coalition stepped in on 26 March 2015. The army left the port [two weeks ago|2021-W45]."),
    ("2013-12-20", "The north was lost in April 2012, and France sent troops on 11 January 2013. A new government will take office in [January|2014-01]."),
    ("2016-02-10", "Burundi's civil war began in October 1993 and ended with an accord on 28 August 2000. The latest crisis began in [April|2015-04], when the president sought a third term."),
    ("2015-07-20", "The war in Donbas began in April 2014, and the airliner was shot down on 17 July 2014. The new truce has held since [June|2015-06]."),
)  # fmt: skip

TALES_STAY = (
    ("2021-07-06", "In March 2003 troops crossed the border. Now the way to the capital lay open, and in [April|2003-04] it fell."),
    ("2021-07-06", "On 7 December 1941 the harbour was attacked. Historians have argued about it ever since. On [10 December|1941-12-10] two battleships were sunk off Malaya."),
    ("2021-07-06", "The war began in September 1980. In [October|1980-10] the port of Khorramshahr fell. The city is now rebuilt. In [November|1980-11] the front froze."),
    ("2024-09-02", "The war began on 15 April 2023. An earlier truce lasted only two days, from [24 April|2023-04-24] to [26 April|2023-04-26] of that year. The army said on [Sunday|2024-09-01] that it would not talk."),
    ("2016-05-19", "Rebels said on [Monday|2016-05-16] that they would talk. In March 1996 the army had cleared the same hills; on [the 27th|1996-03-27] it burned Karuzi's market. By [May|1996-05] some 90 villages stood empty."),
    ("2021-03-10", "The army said on [Tuesday|2021-03-09] that it would stay. It had entered the valley on 4 October 1999, and in [December|1999-12] it took the capital."),
    ("2007-08-01", "The prime minister flew to Beirut on [Tuesday|2007-07-31]. Last year's war began on 12 July 2006 and by [August|2006-08] a million people had fled."),
    ("2022-06-15", "The court opened the trial on [Monday|2022-06-13]. The massacre took place on 28 September 2009, and on [30 September|2009-09-30] the bodies were taken from the stadium."),
    ("2021-07-06", "The siege of the fort began on 13 March 1954. On [30 March|1954-03-30] the eastern hills were stormed, and on [7 May|1954-05-07] the garrison gave up."),
    ("2021-07-06", "Fighting reached the capital of Liberia in June 2003. In [July|2003-07] shells fell on the embassy, and on [11 August|2003-08-11] the president left."),
    ("2021-07-06", "In January 1991 the president of Somalia fled. In [November|1991-11] two warlords fought over the city, and in [March|1992-03] they signed a truce."),
    ("2021-07-06", "The Chaco war broke out in June 1932. In [September|1932-09] the fort of Boquerón was taken, and a truce came on 12 June 1935."),
)  # fmt: skip

WEEKDAYS_CHOOSE = (
    ("2012-04-10", "“We left the town on [19 March|2011-03-19], a [Saturday|2011-03-19], when the jets came,” she said."),
    ("2009-09-01", "The shelling began on [8 August|2008-08-08], a [Friday|2008-08-08], he recalled."),
    ("2021-07-06", "The attack along the whole line came on [Sunday, 27 September|2020-09-27], and a truce was signed in November."),
    ("2020-11-24", "Troops attacked along the whole front on 27 September 2020, a [Sunday|2020-09-27]. In November it was over."),
    ("2021-07-06", "The islands were taken in 1982. On [Friday 2 April|1982-04-02] the marines landed. On [Saturday the 3rd|1982-04-03] the council met."),
    ("2021-07-06", "On 6 October 1973 two armies attacked across the canal. It was a [Saturday|1973-10-06]. On [8 October|1973-10-08] the tanks struck back."),
    ("2021-07-06", "The bombing began on [24 March|1999-03-24] 1999, a [Wednesday|1999-03-24]."),
    ("2004-02-10", "The bombs fell on [20 March|2003-03-20], a Thursday, before dawn, the driver recalled."),
    ("2021-07-06", "In 1995 the enclave was cut off. On [Tuesday, 11 July|1995-07-11] the town fell."),
    ("2023-03-30", "They came on [24 February|2022-02-24], which was a [Thursday|2022-02-24], and we hid in the cellar."),
    ("1995-02-20", "The killing in the parish began on [7 April|1994-04-07] (a [Thursday|1994-04-07]), the priest said."),
    ("2014-06-20", "Mosul fell on [Tuesday, 10 June|2014-06-10], and the army fled south."),
    ("2013-06-03", "The first garrison was attacked on [17 January|2012-01-17], a [Tuesday|2012-01-17], in Menaka."),
)  # fmt: skip

OF_THAT_YEAR = (
    ("2025-01-16", "The war began on 7 October 2023. A truce lasted a week, from [24 November|2023-11-24] to [1 December|2023-12-01] of [that year|2023]."),
    ("2023-04-12", "The army seized power on 1 February 2021, and by [the end of that year|2021] much of the countryside was up in arms."),
    ("2021-07-06", "The accord was signed in June 1991. Between [March and|1991-03] [May|1991-05] of the same year the north had risen."),
    ("2021-07-06", "Rebels reached the lake in October 1996, and [late that year|1996] the camps emptied."),
    ("2021-07-06", "The junta took power on 24 March 1976. By [the end of the year|1976] thousands had vanished."),
    ("2021-07-06", "The city was besieged in August 1974. On [14|1974-08-14]-[16 August|1974-08-16] of that year the second landing took place."),
    ("2021-07-06", "The mission left in January 2000; in [May of that year|2000-05] 500 peacekeepers were taken hostage."),
    ("2021-07-06", "Fighting began on 15 December 2013. By [the end of that month|2013-12] the oil towns had fallen."),
    ("2021-07-06", "The quake struck on 12 January 2010. In [October of the same year|2010-10] cholera broke out."),
    ("2021-07-06", "The truce of 13 October 2010 held until [the end of the same year|2010], officials said."),
    ("2021-07-06", "The war of 1965 lasted from [5 August|1965-08-05] to [23 September|1965-09-23] of that year."),
    ("2021-07-06", "Clashes began in May 1998. In [June that year|1998-06] planes bombed the airport of Asmara."),
    ("2021-07-06", "The uprising began on 17 February 2011. In [August the same year|2011-08] the capital fell."),
)  # fmt: skip

DAYS_ALONE = (
    ("", "It was the night of 6 April 1994. The next morning the radio told people to stay at home.\n\nOn [Sunday the 10th|1994-04-10] the first houses burned. By [the 12th|1994-04-12] 3,000 people were in the church. [Two days later|1994-04-14] the water was cut."),
    ("", "The column left Sarajevo on 28 April 1992. By [the 3rd|1992-05-03] it was under siege."),
    ("2021-07-06", "The rising began in Aden on 26 March 2015. On [the 2nd|2015-04-02] the palace fell, and on [the 5th|2015-04-05] the aid ship came."),
    ("2021-07-06", "The landing took place on 25 April 1915. On [the 28th|1915-04-28] the first attack on the village failed."),
    ("2021-07-06", "Rebels entered Bangui on 24 March 2013. Their ultimatum had run out on [the 2nd|2013-03-02]."),
    ("2023-09-27", "The election was held on 12 August. On [the 15th|2023-08-15] two stations burned, and by [the 20th|2023-08-20] the army was in the streets."),
    ("2023-09-10", "The junta took power on 30 August. On [the 4th|2023-09-04] the general was sworn in."),
    ("", "Diary of a siege, 27 December 1899: the guns opened fire. On [Saturday the 6th|1900-01-06] the ridge was stormed."),
    ("2021-07-06", "The invasion began on 20 July 1974. A truce was called on [Monday the 22nd|1974-07-22]."),
    ("2021-07-06", "Dili burned from 4 September 1999. On [Monday the 20th|1999-09-20] the first troops landed."),
    ("2021-07-06", "The canal was crossed on 6 October 1973. By [the 8th|1973-10-08] the line had fallen, and on [the 24th|1973-10-24] a second truce held."),
    ("2021-07-06", "On 15 July 1974 the archbishop was deposed, after a letter of [the 2nd|1974-07-02]."),
    ("2021-06-29", "Police raided the mosque on [Friday the 25th|2021-06-25], witnesses said."),
)  # fmt: skip

HOURS = (
    ("2022-03-17", "Rebels killed 12 people in a camp in eastern Congo on Tuesday night, the army said on Thursday. They reached the camp at [around 9 p.m.|2022-03-15T21:00] and set fire to huts."),
    ("1999-09-10", "The gates were rushed at about [8pm|1999-09-09T20:00] yesterday. Trucks carried off the food."),
    ("2023-04-17", "Fighting began on Saturday. Yesterday both sides agreed to a pause from [16:00|2023-04-16T16:00] to [19:00|2023-04-16T19:00]. It did not hold. At [17:12|2023-04-16T17:12] a shell hit a hospital."),
    ("2021-07-06", "Polls were closed from [4 p.m.|2021-07-04T16:00] to [7 p.m.|2021-07-04T19:00] on Sunday after shelling in Bangui."),
    ("2021-07-06", "Between [0600|2021-05-05T06:00] and [0900|2021-05-05T09:00] on 5 May mortars fell on the base at Kidal."),
    ("2015-03-26", "The jets took off at [2100 GMT|2015-03-25T21:00] on Wednesday, the kingdom said."),
    ("2024-01-11", "Live: riots in Port Moresby\n\n11.02am\n\nHow it started: police walked off the job on Wednesday.\n\n[9.30am|2024-01-11T09:30]\n\nFlights should resume tomorrow.\n\n[8.50am|2024-01-11T08:50]\n\nGood morning."),
    ("2024-10-01", "Live: strikes on Beirut\n\n[14:32 GMT|2024-10-01T14:32] Shelters will open tomorrow, the ministry says.\n\n[11:50 GMT|2024-10-01T11:50] A commander was killed on Friday, the group confirms.\n\n[08:15 GMT|2024-10-01T08:15] Good morning."),
    ("2021-07-06", "Guns fell silent on 28 July 1989, a Friday, at [night|1989-07-28TNI], the monk said."),
    ("2021-07-06", "Soldiers opened fire on Saturday. At [5 a.m.|2021-07-03T05:00] they had sealed the bridge in Yangon."),
    ("2021-07-06", "A curfew was declared in Kampala on Friday. It began at [19:00|2021-07-02T19:00], the mayor told reporters on Monday."),
    ("2021-07-06", "The convoy was hit at [10:40 am|2021-07-05T10:40] on Monday near Maiduguri, the army said on Tuesday."),
)  # fmt: skip

FEASTS_BESIDE = (
    ("2020-09-21", "In April 2001, during [Holy Week|2001-04-08], gunmen killed dozens along the river."),
    ("2021-07-06", "In November 2004, during [Ramadan|2004-10], the second battle for the city began."),
    ("2021-07-06", "In January 1968, at [Tet|1968-01-30], the whole south was attacked."),
    ("2021-07-06", "In December 1989, at [Christmas|1989-12-25], the dictator was shot."),
    ("2021-07-06", "In April 1916, at [Easter|1916-04-23], rebels seized the post office in Dublin."),
    ("2021-07-06", "In October 1973, on [Yom Kippur|1973-10-06], two armies struck."),
    ("2021-07-06", "In April 2019, on [Easter Sunday|2019-04-21], bombers struck three churches in Colombo."),
    ("2021-07-06", "In March 1988, just before [Nowruz|1988-03-21], the town was gassed."),
    ("2021-07-06", "Bombs fell in December 1972, over [Christmas|1972-12-25], on Hanoi."),
    ("2021-07-06", "In April 1983, after [Easter|1983-04-03], the embassy in Beirut was bombed."),
    ("2021-07-06", "In May 2021, at the end of [Ramadan|2021-05], rockets fell on the city."),
    ("2021-07-06", "In April 1998, on [Good Friday|1998-04-10], the accord was signed."),
)  # fmt: skip

BEFORE_CHRIST = (
    ("", "The Persians landed in 490 BC. In [September|BC0490-09] they were beaten on the plain."),
    ("", "The second war began in 218 BC. [Two years later|BC0216] the legions were destroyed at Cannae."),
    ("", "Caesar crossed the river in January 49 BC. In [March|BC0049-03] his rival fled to Greece."),
    ("", "The city fell in 146 BC, and [that year|BC0146] Corinth burned too."),
    ("", "The king died in 323 BC. [The following year|BC0322] the cities of Greece rose."),
    ("", "The expedition sailed in 415 BC. In [the summer|BC0415-SU] it reached Sicily."),
    ("", "The revolt of the slaves began in 73 BC. [Late that year|BC0073] it had 70,000 men."),
    ("", "The battle was fought in 31 BC. On [2 September|BC0031-09-02] the fleet broke out."),
    ("", "The Gauls rose in 52 BC. In [the same year|BC0052] their fort was starved out."),
    ("", "The siege of Tyre began in January 332 BC. In [July|BC0332-07] the wall was breached."),
    ("", "The kingdom of Qin took Zhao in 228 BC. [Three years earlier|BC0231] an earthquake had struck it."),
    ("", "He was killed in March 44 BC. Late in [that month|BC0044-03] the city burned, and [the next year|BC0043] war came."),
)  # fmt: skip

TABLES: dict[str, tuple[Row, ...]] = {
    "news resumes behind background": NEWS_RESUMES,
    "tales and background stay what they are": TALES_STAY,
    "a weekday chooses the year": WEEKDAYS_CHOOSE,
    "of that year": OF_THAT_YEAR,
    "days without their month": DAYS_ALONE,
    "hours": HOURS,
    "feasts beside their year": FEASTS_BESIDE,
    "years before Christ": BEFORE_CHRIST,
}


@lru_cache(maxsize=512)
def read(text: str, published: str) -> tuple[TimeExpression, ...]:
    article = Article(text=text, published=date.fromisoformat(published) if published else None)
    return find_times(article, parse_article(article, load_language()))


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the span and value of each marked time."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        marks.append((len(text), len(text) + len(found[1]), found[2]))
        text, at = text + found[1], found.end()
    return text + marked[at:], marks


CASES = [
    pytest.param(published, marked, number, id=f"{table}: {mark[1]} in {marked[:40]}")
    for table, rows in TABLES.items()
    for published, marked in rows
    for number, mark in enumerate(_MARK.finditer(marked))
]


@pytest.mark.parametrize(("published", "marked", "number"), CASES)
def test_what_a_date_belongs_to(published: str, marked: str, number: int) -> None:
    text, marks = unmark(marked)
    start, end, value = marks[number]
    there = [time.value for time in read(text, published) if time.span.start < end and start < time.span.end]
    assert value in there


# The date rules where the weekday told with it is another one in all the years that may be meant, and it is marked.
CONTRADICTIONS = (
    ("2021-07-06", "On Saturday, 3 March the bridge at Goma fell.", "2021-03-03", "2021-03-06"),
    ("2021-07-06", "The bridge fell on Saturday, 3 March 2021.", "2021-03-03", "2021-03-06"),
    ("2021-07-06", "The town of Juba was shelled on 9 July 2016, a Monday.", "2016-07-09", "2016-07-11"),
    ("", "The fort of Cao Bang fell on Sunday 3 October 1950.", "1950-10-03", "1950-10-01"),
)


@pytest.mark.parametrize(("published", "text", "value", "other"), CONTRADICTIONS)
def test_a_weekday_that_no_date_fits_is_marked(published: str, text: str, value: str, other: str) -> None:
    (time, *_) = [one for one in read(text, published) if one.value == value]
    assert [one.value for one in time.alternatives] == [other]
    assert date.fromisoformat(value).strftime("%A") in time.alternatives[0].reason


def test_a_date_whose_weekday_fits_has_no_other_reading() -> None:
    assert read("The bridge fell on Saturday, 6 March 2021.", "2021-07-06")[0].alternatives == ()


def test_an_hour_of_a_range_over_midnight_is_not_put_on_the_day_of_its_end() -> None:
    text = "They shelled Donetsk from 10 p.m. to 5 a.m. on Monday."
    assert read(text, "2021-07-06")[0].value != "2021-07-05T22:00"
