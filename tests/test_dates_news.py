"""News: weekdays by tense, nights, hours, stretches, sets and fiscal years, each phrase with its value and its days.

Every text was written for this project. Square brackets mark the expression; the report is of Tuesday, 6 July 2021.
The last column is the first and the last day, "" where that end is open.
"""

from __future__ import annotations

from datetime import date

import pytest

from geo.dates import find_times
from geo.language import load_language, parse_article
from geo.model import Article, Interval, Span, TimeExpression

PUBLISHED = date(2021, 7, 6)

# text, TIMEX3 value, mod, days
NEWS: dict[str, list[tuple[str, str, str | None, str]]] = {
    "weekdays by tense and cue": [
        ("Talks resume [next Friday].", "2021-07-09", None, "2021-07-09/2021-07-09"),
        ("Talks resume [Wednesday].", "2021-07-07", None, "2021-07-07/2021-07-07"),
        ("The truce expires on [Friday].", "2021-07-09", None, "2021-07-09/2021-07-09"),
        ("The foreign ministers of both sides meet on [Thursday].", "2021-07-08", None, "2021-07-08/2021-07-08"),
        ("Voters go to the polls on [Sunday].", "2021-07-11", None, "2021-07-11/2021-07-11"),
        ("A vigil planned for [Saturday] was cancelled after threats.", "2021-07-03", None, "2021-07-03/2021-07-03"),
        ("A march planned for [Saturday] will go ahead.", "2021-07-10", None, "2021-07-10/2021-07-10"),
        ("On [Friday] the government planned to pay the first families.", "2021-07-02", None, "2021-07-02/2021-07-02"),
        ("The government plans to pay the families on [Friday].", "2021-07-09", None, "2021-07-09/2021-07-09"),
        ("It had been due to expire on [Friday].", "2021-07-02", None, "2021-07-02/2021-07-02"),
        ("It had been scheduled to expire [Friday evening].", "2021-07-02TEV", None, "2021-07-02/2021-07-02"),
        ("The militia ignored a [Friday] deadline to leave the port.", "2021-07-02", None, "2021-07-02/2021-07-02"),
        ("The militia missed the [Monday] deadline.", "2021-07-05", None, "2021-07-05/2021-07-05"),
        ("The militia faces a [Friday] deadline.", "2021-07-09", None, "2021-07-09/2021-07-09"),
        ("The deadline passed on [Sunday].", "2021-07-04", None, "2021-07-04/2021-07-04"),
        ("The deadline was extended on [Monday].", "2021-07-05", None, "2021-07-05/2021-07-05"),
        ("The deadline to leave is [Friday].", "2021-07-09", None, "2021-07-09/2021-07-09"),
        ("The army announced its plan [Monday].", "2021-07-05", None, "2021-07-05/2021-07-05"),
        ("Clashes lasted from Friday until [Sunday].", "2021-07-04", None, "2021-07-04/2021-07-04"),
        ("Both sides have until [Sunday] to answer.", "2021-07-11", None, "2021-07-11/2021-07-11"),
        ("The road was closed due to shelling on [Thursday].", "2021-07-01", None, "2021-07-01/2021-07-01"),
        ("The convoy went ahead on [Thursday].", "2021-07-01", None, "2021-07-01/2021-07-01"),
    ],
    "weeks named by their days": [
        ("The council meets [Friday week].", "2021-07-16", None, "2021-07-16/2021-07-16"),
        ("They will march [a week on Monday].", "2021-07-19", None, "2021-07-19/2021-07-19"),
        ("The strike begins on [Monday week].", "2021-07-19", None, "2021-07-19/2021-07-19"),
        ("They will march [a fortnight on Sunday].", "2021-07-25", None, "2021-07-25/2021-07-25"),
        ("The shelling began [Friday last].", "2021-07-02", None, "2021-07-02/2021-07-02"),
        ("It fell on [Tuesday of last week].", "2021-06-29", None, "2021-06-29/2021-06-29"),
        ("The vote is set for [Tuesday of next week].", "2021-07-13", None, "2021-07-13/2021-07-13"),
        ("The dam burst [a week ago Monday].", "2021-06-28", None, "2021-06-28/2021-06-28"),
        ("The dam burst [two weeks ago Sunday].", "2021-06-20", None, "2021-06-20/2021-06-20"),
        ("The dam burst [three weeks ago today].", "2021-06-15", None, "2021-06-15/2021-06-15"),
        ("The dam burst [a year ago today].", "2020-07-06", None, "2020-07-06/2020-07-06"),
        ("[Every other Friday] they march on the palace.", "XXXX-WXX-5", None, "/"),
        ("Shells fell on [Monday] and Tuesday nights.", "XXXX-WXX-1TNI", None, "/"),
        ("Clinics close at [weekends].", "XXXX-WXX-WE", None, "/"),
    ],
    "nights and early hours": [
        ("The column moved [overnight] into Tuesday.", "2021-07-05TNI", None, "2021-07-05/2021-07-06"),
        ("The column moved overnight into [Tuesday].", "2021-07-06", None, "2021-07-06/2021-07-06"),
        ("Shelling went on [overnight] from Saturday to Sunday.", "2021-07-03TNI", None, "2021-07-03/2021-07-04"),
        ("Gunmen struck in [the early hours of the morning].", "2021-07-06TMO", "START", "2021-07-06/2021-07-06"),
        ("Gunmen struck in [the small hours].", "2021-07-06TMO", "START", "2021-07-06/2021-07-06"),
        ("They attacked at [first light].", "2021-07-06TDA", None, "2021-07-06/2021-07-06"),
        ("They attacked at [first light on Monday].", "2021-07-05TDA", None, "2021-07-05/2021-07-05"),
        ("A [pre-dawn] raid killed two on Sunday.", "XXXX-XX-XXTDA", None, "/"),
        ("The army carried out a [dawn] raid.", "2021-07-06TDA", None, "2021-07-06/2021-07-06"),
        ("By [mid-afternoon] the town had fallen.", "2021-07-06TAF", "MID", "2021-07-06/2021-07-06"),
        ("By [early evening] the town had fallen.", "2021-07-06TEV", "START", "2021-07-06/2021-07-06"),
        ("The blast came shortly after [midnight].", "2021-07-06T00:00", None, "2021-07-06/2021-07-06"),
        ("The blast came shortly after [midnight on Sunday].", "2021-07-04T00:00", None, "2021-07-04/2021-07-04"),
        ("Troops enforced a [dusk-to-dawn] curfew.", "XXXX-XX-XXTNI", None, "/"),
    ],
    "hours and date-time groups": [
        ("The siren sounded at [1430 hrs].", "2021-07-06T14:30", None, "2021-07-06/2021-07-06"),
        ("The siren sounded at [0300Z].", "2021-07-06T03:00", None, "2021-07-06/2021-07-06"),
        ("The siren sounded at [0300Z on 5 July].", "2021-07-05T03:00", None, "2021-07-05/2021-07-05"),
        ("The siren sounded at [14:30 GMT on Monday].", "2021-07-05T14:30", None, "2021-07-05/2021-07-05"),
        ("The log reads [061430ZJUL21].", "2021-07-06T14:30", None, "2021-07-06/2021-07-06"),
        ("The log reads [061430Z JUL 21].", "2021-07-06T14:30", None, "2021-07-06/2021-07-06"),
        ("The log reads [05 0330Z JUL 2021].", "2021-07-05T03:30", None, "2021-07-05/2021-07-05"),
        ("The log reads [051200Z].", "2021-07-05T12:00", None, "2021-07-05/2021-07-05"),
        ("It happened at [2:15 in the morning].", "2021-07-06T02:15", None, "2021-07-06/2021-07-06"),
        ("It happened at [3 o'clock in the afternoon].", "2021-07-06T15:00", None, "2021-07-06/2021-07-06"),
        ("It happened at [11 o'clock at night].", "2021-07-06T23:00", None, "2021-07-06/2021-07-06"),
        ("The raid came at [two in the morning].", "2021-07-06T02:00", None, "2021-07-06/2021-07-06"),
        ("The crossing is open from [08:00] to 16:00 daily.", "XXXX-XX-XXT08:00", None, "/"),
        ("The curfew runs from [8 p.m.] to 5 a.m.", "XXXX-XX-XXT20:00", None, "/"),
    ],
    "stretches with their days": [
        ("In [the 48 hours] to Monday 31 people died.", "PT48H", None, "2021-07-03/2021-07-05"),
        ("In [the three days] to Sunday, 31 people died.", "P3D", None, "2021-07-01/2021-07-04"),
        ("The [three-week-old] offensive stalled.", "P3W", None, "2021-06-15/2021-07-06"),
        ("The [10-year-old] war goes on.", "P10Y", None, "2011-07-07/2021-07-06"),
        ("The [week-old] ceasefire held.", "P1W", None, "2021-06-29/2021-07-06"),
        ("The [decades-old] conflict flared.", "PXDE", None, "2001-07-06/2021-07-06"),
        ("For [the third day running], shells hit the port.", "P3D", None, "2021-07-03/2021-07-06"),
        ("For [a third consecutive day], shells hit the port.", "P3D", None, "2021-07-03/2021-07-06"),
        ("In [the first three months of 2020], 90 died.", "P3M", None, "2020-01-01/2020-03-31"),
        ("In [the last two months of 2020], 90 died.", "P2M", None, "2020-11-01/2020-12-31"),
        ("[The first week of June] saw heavy rain.", "P1W", None, "2021-06-01/2021-06-07"),
        ("In [the year] ended 31 March, 300 died.", "P1Y", None, "/"),
        ("They left [a minute and a half] too late.", "PT1M30S", None, "/"),
        ("It came [three years to the day] after the coup.", "P3Y", None, "/"),
        ("They waited [an hour and a half].", "PT1H30M", None, "/"),
        ("They waited [2.5 years].", "P2.5Y", None, "/"),
        ("They were gone for [half a century].", "P50Y", None, "/"),
        ("[Half an hour] later the second bomb went off.", "PT30M", None, "/"),
        ("The truce held for [weeks or months].", "PXW", None, "/"),
    ],
    "days that are counted from others": [
        (
            "The port was hit on 20 June. [The day after] the attack, ships left.",
            "2021-06-21",
            None,
            "2021-06-21/2021-06-21",
        ),
        ("He was shot on 20 June. [The day after] his death, ships left.", "2021-06-21", None, "2021-06-21/2021-06-21"),
        ("It is [the second day] of the offensive.", "2021-07-06", None, "2021-07-06/2021-07-06"),
        ("Sunday was [the fifth day] of the siege.", "2021-07-04", None, "2021-07-04/2021-07-04"),
        ("They had fled [days ago].", "PAST_REF", None, "2021-06-22/2021-07-06"),
        (
            "The men were freed on Friday. [Hours later], they were home.",
            "2021-07-02TXX",
            None,
            "2021-07-02/2021-07-02",
        ),
    ],
    "years and their parts": [
        ("Losses rose in [H1 2021].", "2021-H1", None, "2021-01-01/2021-06-30"),
        ("Losses rose in [2H 2020].", "2020-H2", None, "2020-07-01/2020-12-31"),
        ("Losses rose in [the first half of the year].", "2021-H1", None, "2021-01-01/2021-06-30"),
        ("Losses rose in [the second half of last year].", "2020-H2", None, "2020-07-01/2020-12-31"),
        ("Losses rose in [3Q 2020].", "2020-Q3", None, "2020-07-01/2020-09-30"),
        ("Losses rose in [the last quarter of 2020].", "2020-Q4", None, "2020-10-01/2020-12-31"),
        ("Spending rose in [fiscal 2021].", "2021", None, "2021-01-01/2021-12-31"),
        ("Spending rose in [FY2021].", "2021", None, "2021-01-01/2021-12-31"),
        ("Spending rose in [FY21/22].", "2022", None, "2021-01-01/2022-12-31"),
        ("Spending rose in [the 2020-21 fiscal year].", "2021", None, "2020-01-01/2021-12-31"),
        ("The mill was built in [the mid-1990s].", "199", "MID", "1992-12-31/1996-12-31"),
        ("The mill was built at [the turn of the century].", "20", "START", "1997-01-01/2003-12-31"),
        ("It was the worst attack of [the year].", "2021", None, "2021-01-01/2021-12-31"),
        ("It was the worst raid of [the week].", "2021-W27", None, "2021-07-05/2021-07-11"),
        ("Food will run out by [the end of the week].", "2021-W27", "END", "2021-07-09/2021-07-11"),
        ("Losses for [the full year] are not known.", "2021", None, "2021-01-01/2021-12-31"),
    ],
    "months before their noun": [
        ("The [March] agreement collapsed.", "2021-03", None, "2021-03-01/2021-03-31"),
        ("The [June] attack killed nine.", "2021-06", None, "2021-06-01/2021-06-30"),
        ("Under a [May] deal the troops left.", "2021-05", None, "2021-05-01/2021-05-31"),
        ("Relatives came for the [late-May] burial.", "2021-05", "END", "2021-05-19/2021-05-31"),
    ],
    "repetition": [
        ("Aid arrives [twice a week].", "P1W", None, "/"),
        ("Aid arrives [three times a month].", "P1M", None, "/"),
        ("Aid arrives [once every two weeks].", "P2W", None, "/"),
    ],
    "now, past and to come at large": [
        ("In [today]'s world, arms are cheap.", "PRESENT_REF", None, "/"),
        ("The soldiers of [tomorrow] train here.", "FUTURE_REF", None, "/"),
        ("They will [one day] return.", "FUTURE_REF", None, "/"),
    ],
    "what is fixed, moved, or ends a range": [
        ("The deal takes effect on [Monday].", "2021-07-12", None, "2021-07-12/2021-07-12"),
        ("The law comes into force on [Monday].", "2021-07-12", None, "2021-07-12/2021-07-12"),
        ("The vote was put off to [Thursday].", "2021-07-08", None, "2021-07-08/2021-07-08"),
        ("The vote was rescheduled for [Thursday].", "2021-07-08", None, "2021-07-08/2021-07-08"),
        ("Troops moved to the border on [Thursday].", "2021-07-01", None, "2021-07-01/2021-07-01"),
        (
            "Police imposed a curfew from Friday evening until [Sunday morning].",
            "2021-07-04TMO",
            None,
            "2021-07-04/2021-07-04",
        ),
        ("The talks will run from Friday to [Sunday].", "2021-07-11", None, "2021-07-11/2021-07-11"),
        ("The funeral is to be held on [Friday].", "2021-07-09", None, "2021-07-09/2021-07-09"),
        ("The rebels had not answered by the [Monday] deadline.", "2021-07-05", None, "2021-07-05/2021-07-05"),
        ("Most troops will leave by the [Friday] deadline.", "2021-07-09", None, "2021-07-09/2021-07-09"),
        ("The raid began as previously planned on [Saturday].", "2021-07-03", None, "2021-07-03/2021-07-03"),
        ("The killings took place between [March] and May last year.", "2020-03", None, "2020-03-01/2020-03-31"),
        ("The party's [2019] elections were a sham.", "2019", None, "2019-01-01/2019-12-31"),
        ("It was [the year]'s worst attack.", "2021", None, "2021-01-01/2021-12-31"),
    ],
}

# The same words where they tell no time, or no day.
NO_TIME = [
    "The market is open 24 hours a day.",
    "It was the third attack in as many weeks, he said.",
    "Now, he says, the bridge is gone.",
    "The 19-year-old soldier was buried at home.",
    "Five H2 pumps failed at the plant.",
    "It is hot at this time of the year.",
    "He was named man of the year.",
    "Half of the road is mined.",
    "A quarter of the fighters fled.",
]

# Where nothing was told to count from, no day is known.
OPEN_DAYS = [
    ("Shops opened [three days later].", "P3D"),
    ("It had begun [two weeks before] the vote.", "P2W"),
]


def read(text: str, published: date | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    article = Article(text=text, published=published)
    return find_times(article, parse_article(article, load_language()))


def unmark(marked: str) -> tuple[str, Span]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), Span(start, end)


def days(interval: Interval) -> str:
    return "/".join(day.isoformat() if day else "" for day in (interval.earliest, interval.latest))


@pytest.mark.parametrize(
    ("marked", "value", "mod", "span"),
    [pytest.param(*row, id=f"{family}: {row[0]}") for family, table in NEWS.items() for row in table],
)
def test_phrases_of_news(marked: str, value: str, mod: str | None, span: str) -> None:
    text, where = unmark(marked)
    times = [one for one in read(text) if one.span.overlaps(where)]
    assert [(one.text, one.value, one.mod, days(one.interval)) for one in times] == [
        (where.quote(text), value, mod, span)
    ]


@pytest.mark.parametrize("text", NO_TIME)
def test_phrases_that_only_look_like_a_time(text: str) -> None:
    assert [(one.text, one.value, one.rule) for one in read(text)] == []


@pytest.mark.parametrize(("marked", "value"), OPEN_DAYS)
def test_what_counts_from_nothing_told_has_no_day(marked: str, value: str) -> None:
    text, where = unmark(marked)
    (only,) = (one for one in read(text) if one.span.overlaps(where))
    assert (only.value, only.interval.earliest, only.interval.latest) == (value, None, None)


def test_next_friday_may_be_that_of_the_week_after() -> None:
    (only,) = read("The talks will resume next Friday.")
    assert (only.value, [(other.value, other.reason) for other in only.alternatives]) == (
        "2021-07-09",
        [("2021-07-16", "if Friday of the week after is meant")],
    )
    (only,) = read("The talks will resume next Monday.")
    assert (only.value, only.alternatives) == ("2021-07-12", ())


def test_a_plan_that_came_to_nothing_may_have_lain_ahead() -> None:
    text = "A march planned for Thursday was cancelled."
    (only,) = read(text, date(2021, 7, 6))
    assert only.value == "2021-07-08"
    (only,) = read(text, date(2021, 7, 9))
    assert only.value == "2021-07-08"


def test_a_raid_before_dawn_is_of_the_day_told_in_its_sentence() -> None:
    first, second = read("On Sunday a pre-dawn raid killed two.")
    assert (first.value, second.value) == ("2021-07-04", "2021-07-04TDA")


def test_figures_of_a_quarter_are_held_against_the_year_before() -> None:
    times = read("The port earned less in the third quarter of 2020, against a profit a year earlier.")
    assert [(one.text, one.value) for one in times] == [
        ("the third quarter of 2020", "2020-Q3"),
        ("a year earlier", "2019-Q3"),
    ]
