"""What the date layer still reads amiss in the sentences of tests/test_dates_blind.py, by kind."""

# ruff: noqa: E501  Tables of phrases.

from __future__ import annotations

TIMES_AMISS: dict[str, list[str]] = {
    "the year or day that a word means": [
        "[the following March|2017-03] The group took shape over the course of 2016, and swore loyalty the following March.",
        "[the last century|19] In the last century the country saw two long civil wars.",
        "[late March|1993-03|END] Snow had closed the passes until late March.",
        "[sunset|2014-12-16TEV] The operation went on for eight hours and was over by sunset.",
        "[the small hours of Saturday|2019-10-19|START] Chile's capital was under a state of emergency from the small hours of Saturday.",
        "[Wednesday|2008-08-13] Ministers of the bloc hold talks on Wednesday in Brussels.",
        "[Thursday night|2023-04-20TNI] A second pause is being talked of for Thursday night, the eve of Eid.",
        "[this spring|2023-SP] The pair staged a coup together in October 2021 and fell out this spring.",
        "[the same day|2021-03-27] The Karen rebels overran an outpost on the eve of the parade, the same day that jets were first used.",
        "[the winter|2025-WI] No army has held the pass through the winter.",
    ],
    "hours as armies and airfields write them": [
        "[0200D 21 JUN|2007-06-21T02:00] PATROL RTB 0200D 21 JUN.",
    ],
    "nights over two dates, and days of moon calendars": [
        "[the night of 16 to 17 February|2024-02-16TNI] On the night of 16 to 17 February, the enemy attacked with 33 drones, of which 30 were shot down.",
        "[the intervening night of September 17 and 18|2016-09-17TNI] The four ultras had sneaked in on the intervening night of September 17 and 18, sources said.",
    ],
    "phrases of local English and of officials": [
        "[a month and a half ago|2016-08] He was posted to the Valley a month and a half ago.",
        "[as many weeks|P3W] It is the third such raid in as many weeks.",
        "[the 29th of the current month|2018-10-29] The spokesman said on the 29th of the current month that 40 rockets had been fired.",
        "[the 12th|2021-04-12] Hearings open on 1 April and the next is set for the 12th.",
        "[April ten years ago|1996-04] Qana was shelled in April ten years ago.",
    ],
    "decades, halves and stretches": [
        "[right now|PRESENT_REF] Heavy shelling at Poonch right now, worst since February 2021.",
        "[the last 36h|PT36H||2025-05-07/2025-05-09] No imagery for the last 36h because of cloud.",
        '[\'58|1958] "I was born in \'58, the year of the coup."',
        "[the past decade|P1DE||2016-02-12/2026-02-12] For much of the past decade the front did not move.",
    ],
}  # fmt: skip

STRAY: dict[str, list[str]] = {}

FALSE_FOUND: dict[str, list[str]] = {
    "persons": [
        "President Goodluck and Sunday Adeyemi toured the barracks.",
    ],
    "groups": [
        "November 17 was broken up after a bomb went off in a member's hand.",
    ],
    "papers, films and songs": [
        "Born on the Fourth of July was screened in the officers' mess.",
    ],
    "operations, wars and events with a name": [
        "Veterans of the Six-Day War spoke at the ceremony.",
        "The Boxing Day tsunami and the war made orphans of them.",
    ],
    "codes, phone numbers and coordinates": [
        "Grid 36R XV 2014 1998 was struck.",
    ],
}  # fmt: skip
