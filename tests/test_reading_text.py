"""What is known about a text: title, dateline, furniture, and the day of publication."""

# ruff: noqa: E501  (tables: one case a line)

from __future__ import annotations

import datetime

import pytest
from reading_sample import BODY, DAY, check_offsets, marked

from geo.model import DateEvidence, Span
from geo.reading import find_dateline, read_pasted, with_boilerplate, with_published, with_source, with_title

TITLES = [
    ("headline and blank line", f"Soldiers flee over the border\n\n{BODY}", "Soldiers flee over the border"),
    ("menu above it", f"Home World Asia Latest Video\n\nSoldiers flee\n\n{BODY}", "Soldiers flee"),
    ("kicker above it", f"Afghan conflict\n\nSoldiers flee over the border\n\n{BODY}", "Soldiers flee over the border"),
    ("no blank line below", f"Soldiers flee over the border\n{BODY}", "Soldiers flee over the border"),
    ("two lines", f"Soldiers flee over the border\nas fighting goes on\n\n{BODY}", "Soldiers flee over the border as fighting goes on"),
    ("byline below", f"Soldiers flee\n\nBy Jane Roe\n\n{BODY}", "Soldiers flee"),
    ("a question", f"Why did the soldiers flee?\n\n{BODY}", "Why did the soldiers flee?"),
    ("an abbreviation at its end", f"Talks open in Washington, D.C.\n\n{BODY}", "Talks open in Washington, D.C."),
    ("none, a dateline first", f"{BODY}\n\nHe left.", None),
    ("none, a sentence first", f"The army left.\n\n{BODY}", None),
    ("nothing but one line", "Soldiers flee over the border", None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "title"), TITLES, ids=[case[0] for case in TITLES])
def test_titles_of_plain_text(what: str, text: str, title: str | None) -> None:
    article = read_pasted(text)
    assert article.title == title
    check_offsets(article)


FURNITURE = [
    "Home | World | Africa | Middle East",
    "Afghanistan Asia Editor's Picks Latest World Top Stories",
    "Share on Facebook",
    "Share this article",
    "Read more: What we know about the deal",
    "READ MORE | What we know about the deal",
    "Sign up for our newsletter",
    "Subscribe to our free daily newsletter",
    "Advertisement",
    "ADVERTISEMENT",
    "Click here to subscribe",
    "File photo: Soldiers near the bridge, 2019",
    "FILE PHOTO: Soldiers stand near the bridge in 2019. REUTERS/Jane Roe",
    "Photo: Jane Roe/AFP",
    "Getty Images",
    "© 2021 Example News",
    "Copyright 2021 Example News. All rights reserved.",
    "We use cookies to improve your experience.",
    "Follow us on Telegram",
    "(Reporting by Jane Roe; Editing by John Doe)",
    "Published: 6 July 2021",
    "Last updated 7 July 2021 at 10:00 GMT",
    "3 min read",
    "list of 3 items",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_marked(line: str) -> None:
    article = read_pasted(
        f"Soldiers flee over the border\n\n{line}\n\n{BODY}\n\nThe bridge had been lost on Friday, he added."
    )
    assert marked(article) == [line]


# Sentences that begin, end or sound like furniture.
REAL = [
    "Share prices fell in Moscow after the attack.",
    "Read more than 300 names, the mayor said, and you know what this war is.",
    "Photographs of the attack show soldiers near the bridge.",
    "The militants shared a video on Facebook and Telegram.",
    "Advertisement boards near the airport were set on fire.",
    "Copyright law was not on the ministers' minds in Geneva.",
    "Cookies and blankets were handed out in the camp at Goma.",
    "Follow the road to Sake and you reach the front line.",
    "Subscribers in Khartoum were cut off from the network on Monday.",
    "Related attacks were reported in Mosul and Kirkuk.",
    "Image after image showed the burnt market in Omdurman.",
    "Editing his plan, the general moved the troops to Herat.",
    "World leaders met in New York on Tuesday.",
    "Click, said the guard at the border, and the gate was shut.",
    "Top officials left Kabul.",
    "Posted to Bagram on 6 July 2021, the unit lost four men in a week.",
    "Reuters was not able to verify the claim.",
    "“We use the road to Goma,” he said.",
    "The photo (taken in Kherson) shows the bridge.",
    "By Tuesday morning the town had fallen.",
    "Video of the strike, filmed in Kharkiv, was not verified.",
    "Live rounds were fired in Port Sudan.",
    "Tags: none of the bodies had any, the morgue's director said at the hospital in Gaza.",
]


@pytest.mark.parametrize("line", REAL)
def test_real_sentences_are_never_marked(line: str) -> None:
    article = read_pasted(
        f"Soldiers flee over the border\n\n{BODY}\n\n{line}\n\nThe bridge had been lost on Friday, he added."
    )
    assert marked(article) == []


CREDITS = [
    ("Soldiers walk near the bridge in Herat (Photo: X/Reuters) on Monday.", "(Photo: X/Reuters)"),
    ("Smoke rises over Omdurman on Monday. [AFP]", "[AFP]"),
    ("Smoke rises over Omdurman on Monday. (AP Photo/Jane Roe)", "(AP Photo/Jane Roe)"),
    ("Smoke rises over Omdurman on Monday. Jane Roe/Getty Images", "Jane Roe/Getty Images"),
    ("The men (file photo) were freed in Gao.", "(file photo)"),
]


@pytest.mark.parametrize(("line", "credit"), CREDITS)
def test_of_a_sentence_with_a_credit_only_the_credit_is_marked(line: str, credit: str) -> None:
    assert marked(read_pasted(f"Soldiers flee over the border\n\n{BODY}\n\n{line}")) == [credit]


def test_link_lists_are_marked_to_their_end() -> None:
    links = ["Keep reading", "list of 2 items", "Rebels take the town", "What we know", "end of list"]
    article = read_pasted(f"Soldiers flee\n\n{BODY}\n\n" + "\n".join(links) + "\n\nThe town fell on Friday, he added.")
    assert marked(article) == links


def test_a_line_of_a_word_or_two_is_not_all_furniture() -> None:
    assert marked(read_pasted("Gaza")) == []


DAYS = [
    ("a published line", "Title here\n\nPublished 6 July 2021\n\nThe army left.", DAY, "text", []),
    ("with weekday and time", "Title here\n\nPublished on Tuesday, July 6, 2021 at 10:00 GMT\n\nThe army left.", DAY, "text", []),
    ("ISO form", "Title here\n\nDate: 2021-07-06\n\nThe army left.", DAY, "text", []),
    ("published and updated", "Title here\n\nPublished 6 July 2021, updated 8 July 2021\n\nThe army left.", DAY, "text", [datetime.date(2021, 7, 8)]),
    ("only updated", "Title here\n\nLast updated: 6 July 2021\n\nThe army left.", DAY, "text", []),
    ("a day alone on its line", "Title here\n\nJuly 6, 2021\n\nThe army left.", DAY, "text", []),
    ("at the end", f"Title here\n\n{BODY}\n\nPublished 6 July 2021", DAY, "text", []),
    ("a full dateline", "KABUL, 6 July 2021 (Reuters) - The army left.", DAY, "dateline", []),
    ("published against dateline", "Published 7 July 2021\n\nKABUL, 6 July 2021 - The army left.", datetime.date(2021, 7, 7), "text", [DAY]),
    ("an ambiguous day", "Title here\n\nPublished 5/7/2021\n\nThe army left.", None, "none", [datetime.date(2021, 7, 5), datetime.date(2021, 5, 7)]),
    ("a day that can be read in one way", "Title here\n\nPublished 25/7/2021\n\nThe army left.", datetime.date(2021, 7, 25), "text", []),
    ("a dateline without a year", "KABUL, July 6 (Reuters) - The army left.", None, "none", []),
    ("a day within the story", "Title here\n\nOn 6 July 2021 the army left.", None, "none", []),
    ("a sentence that begins like a label", "Title here\n\nReleased on 6 July 2021 after a year in prison, he left for Kabul.", None, "none", []),
    ("the future", "Title here\n\nPublished 6 July 2921\n\nThe army left.", None, "none", []),
    ("long ago", "SAINT LOUIS, January 30, 1864.\n\nThe army left.", None, "none", []),
    ("no such day", "Title here\n\nPublished 31 June 2021\n\nThe army left.", None, "none", []),
    ("nothing", "The army left.", None, "none", []),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "day", "origin", "rivals"), DAYS, ids=[case[0] for case in DAYS])
def test_days_of_publication(
    what: str, text: str, day: datetime.date | None, origin: str, rivals: list[datetime.date]
) -> None:
    article = read_pasted(text)
    assert (article.published, article.published_from) == (day, origin)
    assert [rival.day for rival in article.published_rivals] == rivals
    check_offsets(article)


def test_the_readers_own_day_stands_above_all_and_keeps_the_evidence() -> None:
    found = read_pasted("Published 7 July 2021\n\nKABUL, 6 July 2021 - The army left.")
    given_day = with_published(found, datetime.date(2021, 7, 9))
    assert (given_day.published, given_day.published_from) == (datetime.date(2021, 7, 9), "given")
    assert [rival.day.day for rival in given_day.published_rivals] == [7, 6]
    assert [rival.day.day for rival in with_published(given_day, datetime.date(2021, 7, 6)).published_rivals] == [7]
    unknown = with_published(found, None)
    assert (unknown.published, unknown.published_from) == (None, "none")
    assert unknown.text == found.text and unknown.sha256 == found.sha256


def test_the_readers_own_title_source_and_boilerplate() -> None:
    article = read_pasted(f"Soldiers flee\n\n{BODY}\n\nShare on Facebook")
    assert with_title(article, " Soldiers  flee ").title_span == Span(0, 13)
    assert with_title(article, "Another title").title_span is None
    assert with_title(article, " ").title is None
    assert with_source(article, "Example News").source == "Example News"
    assert with_boilerplate(article, ()).boilerplate == ()
    assert with_boilerplate(article, (Span(5, 9), Span(0, 6))).boilerplate == (Span(0, 9),)
    with pytest.raises(ValueError, match="after the text"):
        with_boilerplate(article, (Span(0, 10_000),))


# Wire services, papers, relief agencies, old telegrams: text, dateline, places, month and day, agency
DATELINES = [
    ("KABUL, Afghanistan: More than 1,000 soldiers fled.", "KABUL, Afghanistan:", ["KABUL"], None, None),
    ("KABUL, July 6 (Reuters) - The army left.", "KABUL, July 6 (Reuters) -", ["KABUL"], (7, 6), "Reuters"),
    ("GAZA/JERUSALEM (AP) — Israel struck.", "GAZA/JERUSALEM (AP) —", ["GAZA", "JERUSALEM"], None, "Associated Press"),
    ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] THE ARMY LEFT.", "SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT]", ["SAN SALVADOR"], (1, 3), None),
    ("MOSCOW (USSR), NO DATE (RADIO) -- [TEXT] THEY LEFT.", "MOSCOW (USSR), NO DATE (RADIO) -- [TEXT]", ["MOSCOW"], None, "RADIO"),
    ("LIMA, 18 MAY 90 (RADIO NACIONAL)\n-- [TEXT] THEY LEFT.", "LIMA, 18 MAY 90 (RADIO NACIONAL)\n-- [TEXT]", ["LIMA"], (5, 18), "RADIO NACIONAL"),
    ("Goma (DRC), 27 January 2025 – Rebels came.", "Goma (DRC), 27 January 2025 –", ["Goma"], (1, 27), None),
    ("April 15, 2023 (KHARTOUM) – Fighting began.", "April 15, 2023 (KHARTOUM) –", ["KHARTOUM"], (4, 15), None),
    ("NAIROBI, Kenya (AP) _\n\nBombs went off.", "NAIROBI, Kenya (AP) _", ["NAIROBI"], None, "Associated Press"),
    ("MOSCOW, July 6. /TASS/. The ministry spoke.", "MOSCOW, July 6. /TASS/.", ["MOSCOW"], (7, 6), "TASS"),
    ("PORT-AU-PRINCE, Haiti — Gangs came.", "PORT-AU-PRINCE, Haiti —", ["PORT-AU-PRINCE"], None, None),
    ("N'DJAMENA, Chad (Reuters) - Troops came.", "N'DJAMENA, Chad (Reuters) -", ["N'DJAMENA"], None, "Reuters"),
    ("KYIV—The army left the town.", "KYIV—", ["KYIV"], None, None),
    ("Kansas City, Mo., January 27, 1864.\n\nMajor General:", "Kansas City, Mo., January 27, 1864.", ["Kansas City"], (1, 27), None),
    ("Envoy dies at 74. CHARLESTON, W.Va. -- He was born there.", "CHARLESTON, W.Va. --", ["CHARLESTON"], None, None),
    ("By Jane Roe in Kyiv and John Doe in Moscow\n\nThe army left.", "By Jane Roe in Kyiv and John Doe in Moscow", ["Kyiv", "Moscow"], None, None),
    ("(CNN) — The army left.", "(CNN) —", [], None, "CNN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "places", "day", "agency"), DATELINES)
def test_datelines(text: str, quote: str, places: list[str], day: tuple[int, int] | None, agency: str | None) -> None:
    for before in ("", "Some headline here\n\n"):
        found = find_dateline(before + text)
        assert found is not None
        assert found.span.quote(before + text) == quote
        assert [place.quote(before + text) for place in found.places] == places
        assert (found.day and (found.day.month, found.day.day)) == day
        assert found.agency == agency


NO_DATELINES = [
    "Analysis: what the deal means for Kabul",
    "BREAKING: Taliban enter the capital",
    "TALIBAN SEIZE KUNDUZ",
    "Ukraine: what we know so far",
    "The Rapid Support Forces (RSF) — a paramilitary group — said no.",
    "President Assad (left) - the man who rules",
    "On Tuesday, April 5 - the day of the vote - the army left.",
    "Mariupol, Ukraine. The army left.",
    "By Tuesday in Kyiv the streets were empty.",
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_what_looks_like_a_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_evidence_has_its_words_and_place() -> None:
    article = read_pasted("Soldiers flee\n\nPublished 6 July 2021\n\nKABUL, 5 July 2021 - The army left.")
    (rival,) = article.published_rivals
    assert rival == DateEvidence(datetime.date(2021, 7, 5), "dateline", "KABUL, 5 July 2021 -", article.dateline)
