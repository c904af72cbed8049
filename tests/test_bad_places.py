"""Texts that are no articles, through all stages with the real model and gazetteer.

Nothing breaks, every offset quotes, and no pin stands where no name is.
"""

from __future__ import annotations

import random
import time

import pytest

from geo.language import parse_article
from geo.mentions import find_mentions
from geo.model import Analysis, Article
from geo.pipeline import Tools, analyse
from geo.resolve import resolve_mentions


def pins_of(analysis: Analysis) -> set[str]:
    """The words that were placed."""
    return {each.mention.text for each in analysis.places if each.place is not None}


def check_whole(analysis: Analysis) -> None:
    """Offsets quote, positions are on Earth, scores are probabilities, indices lead somewhere."""
    text, record = analysis.article.text, analysis.to_dict()
    for row in (*record["places"], *record["times"]):
        assert text[row["start"] : row["end"]] == row["text"] and row["text"].strip()
    for place in record["places"]:
        assert 0 <= place["score"] <= 1
        assert place["inside"] is None or place["inside"] < len(record["places"])
        for resolved in filter(None, [place["resolved"], *place["alternatives"]]):
            assert abs(resolved["lat"]) <= 90 and abs(resolved["lon"]) <= 180


# Names that are code or markup: what is shown to the reader may be placed, an address or a path is no place.

CODE = {
    "markup": ("The <b>Paris</b> talks on <i>Goma</i>; <p>Kabul</p> was shelled.", {"Paris", "Goma", "Kabul"}),
    "JSON": (
        '{"city": "Aleppo", "towns": ["Homs", {"Goma": null}], "killed": 12}',
        {"Aleppo", "Homs", "Goma"},
    ),
    "SQL": ("SELECT name FROM towns WHERE city IN ('Aleppo', 'Homs'); DROP TABLE t; --", {"Aleppo", "Homs"}),
    "LaTeX": (r"\section{Fighting in Aleppo} In \textbf{Homs} 12\% of $\alpha$ \emph{fled}.", {"Aleppo", "Homs"}),
    "base64": ("UGFyaXMgTG9uZG9uIEthYnVs" * 40 + " TWFkcmlk+Um9tZQ== Paris4Kabul5Goma6", set()),
    "an address for mail": ("Write to info@london.uk or paris@kabul.af or goma@example.org.", set()),
    "attributes": ('<a href="/Kabul">Nothing</a> <p class="Goma">was written</p>.', set()),
    "code": ("import x from './y'; for (let i = 0; i < 9; i++) { march(hope[i]); }", set()),
    "figures alone": ("1234567890 " * 500, set()),
    "marks alone": ("?!.,;:—–…()[]{}" * 50, set()),
    "signs for paper": ("%PDF-1.4 << /Type /Catalog /Pages 2 0 R >> endobj xref 0 7 trailer", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", CODE)
def test_names_that_are_code_or_markup(name: str, tools: Tools) -> None:
    text, allowed = CODE[name]
    analysis = analyse(Article(text), tools)
    check_whole(analysis)
    assert pins_of(analysis) <= allowed


INSIDE_CODE = {
    "address of a page": "See https://www.example.org/kabul/Aleppo?city=Homs#Goma for more.",
    "file path": r"It was saved in /home/x/Aleppo/Homs.txt, in ~/Homs and in C:\Users\x\Kabul\London.docx.",
    "handle": "The account @Paris and the account @Aleppo said so.",
    "style sheet": ".Paris { color: red } #Kabul > .Goma { margin: 0 } @media London { }",
}


@pytest.mark.parametrize("name", INSIDE_CODE)
def test_parts_of_addresses_paths_and_handles_are_no_places(name: str, tools: Tools) -> None:
    analysis = analyse(Article(INSIDE_CODE[name]), tools)
    check_whole(analysis)
    assert pins_of(analysis) == set()


# Scripts and signs

WRITING = {
    "Arabic with Latin names": (
        "وقع القصف في كابول (Kabul) يوم الاثنين، وفي حلب Aleppo. قالت القوات إن القتال مستمر في Homs.",
        {"Kabul", "Aleppo", "Homs"},
    ),
    "Hebrew with Latin names": (
        "הפצצה בעיר חלב (Aleppo) ובקהיר ביום שני; דוח מ-Gaza City ומחאן יונס Khan Younis.",
        {"Aleppo", "Gaza City", "Khan Younis"},
    ),
    "signs that turn the direction": (
        "Shells fell on \u202elubaK\u202c and \u2066Aleppo\u2069 and \u200fHoms\u200e.",
        {"Aleppo", "Homs"},
    ),
    "emoji": (
        "🔥Shelling in Kabul🔥 🇺🇦Kyiv🇺🇦 👨‍👩‍👧‍👦 Aleppo💥💥 Homs❗️Goma",
        {"Kabul", "Kyiv", "Aleppo", "Homs", "Goma"},
    ),
    "halves of characters": (
        "Shells fell on Go\udc80ma and Kabul\ud83d and \ud83dAleppo.",
        {"Kabul", "Aleppo"},
    ),
    "NUL and its like": ("Shells fell on Ka\x00bul, on Aleppo\x00 and \x00Homs\x01\x02\x7f.", {"Aleppo", "Homs"}),
    "control characters": (
        "Shells fell\x0b on Kabul\x0c\x85 Aleppo\u2028Homs\u2029Goma\x1b[31mParis\x1b[0m.",
        {"Kabul", "Aleppo", "Homs", "Goma", "Paris"},
    ),
    "letters of other alphabets that look alike": ("Shells fell on Κabul and Аleppo and Hоms.", set()),
    "marks in stacks": ("Z\u0335\u0321\u0361a\u0334l\u0337g\u0336o and A\u0300" + "\u0301" * 300 + " were hit.", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITING)
def test_scripts_and_signs(name: str, tools: Tools) -> None:
    text, allowed = WRITING[name]
    analysis = analyse(Article(text), tools)
    check_whole(analysis)
    assert pins_of(analysis) <= allowed


@pytest.mark.parametrize("name", ["Arabic with Latin names", "emoji", "control characters", "halves of characters"])
def test_among_other_signs_names_are_still_found(name: str, tools: Tools) -> None:
    text, there = WRITING[name]
    assert pins_of(analyse(Article(text), tools)) & there


CUT_BY_MARKS = {
    "a combining mark": "Fighting hit Go\u0308teborg on Monday.",
    "a combining mark below": "Police in Chis\u0327ina\u0306u met.",
    "a soft hyphen": "Shells fell on Par\u00adis on Monday.",
    "a zero-width blank": "Shells fell on Ho\u200bms on Monday.",
    "a joiner": "Shells fell on A\u200dleppo and Ka\u200cbul.",
    "a byte order mark": "Shells fell on Go\ufeffma on Monday.",
}


@pytest.mark.parametrize("name", CUT_BY_MARKS)
def test_a_name_with_a_mark_in_it_is_one_name(name: str, tools: Tools) -> None:
    text = CUT_BY_MARKS[name]
    analysis = analyse(Article(text), tools)
    check_whole(analysis)
    whole = {word.strip(".") for word in text.split() if not word.strip(".").isascii()}
    assert pins_of(analysis) == whole


# Unknown, long and endless


def test_unknown_names_are_listed_and_not_pinned(tools: Tools) -> None:
    text = "Fighting was reported in Zarbovash and in Quendimor. Troops entered Tulvexa and Xanvorith Province."
    analysis = analyse(Article(text), tools)
    check_whole(analysis)
    assert pins_of(analysis) == set()
    assert {each.mention.text for each in analysis.places}, "what was not placed is listed"
    assert all(analysis.place_of(event) is None for event in analysis.events)


LONG = {
    "a name of 300 letters": "Fighting raged in " + "Kabulistan" * 30 + " on Monday.",
    "sixty hyphens": "Fighting raged in " + "-".join(["Kabul"] * 60) + ".",
    "forty apostrophes": "Fighting raged in " + "'".join(["Aleppo"] * 40) + ".",
    "one name after another": "Fighting raged in " + " ".join(["Kabul"] * 60) + ".",
    "a hundred kilobytes without a blank": "x" * 100_000,
    "a hundred kilobytes of a name": "Kabul" * 20_000,
    "nothing but blanks and one name": " \n\t " * 1000 + "Kabul",
    "the city of the city of": "the city of " * 200 + "Kabul.",
    "between and between": "between Kabul and " * 100 + "Goma.",
    "northern northern": "northern " * 200 + "Afghanistan.",
    "brackets": "(" * 800 + "Kabul" + ")" * 800,
    "quotation marks": '"' * 800 + "Kabul",
    "one mark on another": "Shells fell on e" + "\u0301" * 20_000 + " in Kabul.",
}


@pytest.mark.parametrize("name", LONG)
def test_long_and_endless(name: str, tools: Tools) -> None:
    text = LONG[name]
    analysis = analyse(Article(text), tools)
    check_whole(analysis)
    placed = {each.place.name for each in analysis.places if each.place is not None}
    assert all(any(word in each for word in ("Kabul", "Goma", "Aleppo", "fghanistan")) for each in placed)


def test_coordinates_that_are_none_are_no_place(tools: Tools) -> None:
    assert pins_of(analyse(Article("They met at 34°99'N 69°99'E on Monday."), tools)) == set()


@pytest.mark.parametrize(
    "text",
    ["at 999.9N 999.9E they met", "at 91.0, 181.0 they met", "in 42S ZZ 99999 99999", "at nan, nan and inf, inf"],
)
def test_coordinates_beyond_the_earth_are_no_place(text: str, tools: Tools) -> None:
    assert pins_of(analyse(Article(text), tools)) == set()


def test_one_name_five_hundred_times_is_one_place(tools: Tools) -> None:
    analysis = analyse(Article("Georgia " * 500), tools)
    check_whole(analysis)
    assert len(analysis.places) >= 450
    assert len({each.place.id for each in analysis.places if each.place}) == 1


def draw_names(tools: Tools, count: int) -> list[str]:
    """So many different names of towns from all over the world, the same each time."""
    names = sorted({place.name for place in tools.gazetteer.towns(20_000)})
    return random.Random(3).sample(names, count)


def test_a_text_of_nothing_but_names(tools: Tools) -> None:
    names = draw_names(tools, 1500)
    analysis = analyse(Article(", ".join(names)), tools)
    check_whole(analysis)
    found = pins_of(analysis)
    assert len(found) > 500
    assert all(tools.gazetteer.knows(name) for name in found if "," not in name and " " not in name)


# Growth: four times the text is to take about four times the time, not sixteen times.


def time_places(text: str, tools: Tools) -> float:
    """Seconds of processor time that finding and placing the names of `text` take."""
    article = Article(text)
    doc = parse_article(article, tools.nlp)
    begun = time.process_time()
    resolve_mentions(article, doc, find_mentions(article, doc, tools.gazetteer), tools.gazetteer)
    return time.process_time() - begun


def test_time_grows_with_the_text(tools: Tools) -> None:
    time_places("Shells fell on " + "Kabul-" * 10 + " and on Homs.", tools)  # what is made once is made
    once, four = (time_places("Shells fell on " + "Kabul-" * n + " and on Homs.", tools) for n in (600, 2400))
    assert four < 8 * max(once, 0.05)
