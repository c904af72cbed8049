"""What dates count from: the mode of each stretch of a text, quotations, happenings, and the dates told before."""

# ruff: noqa: E501  A paragraph of a table is one line.

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from spacy.tokens import Doc

from geo.dates import find_modes, find_times
from geo.dates.anchors.mode import mode_at
from geo.language import load_language, parse_article
from geo.model import Article, TimeExpression

PUBLISHED = date(2021, 7, 6)  # a Tuesday


def read(text: str, published: date | None = PUBLISHED) -> tuple[Article, Doc, tuple[TimeExpression, ...]]:
    article = Article(text=text, published=published)
    doc = parse_article(article, load_language())
    return article, doc, find_times(article, doc)


# Paragraphs of their kinds; every text is made up, the wars are those of all continents.
REPORT = (
    "BAMAKO, July 6 (Newswire) - Gunmen attacked a village in central Mali on Monday, killing at least 12 people, "
    "the army said. It was the third such raid this week."
)
REPORT_MORE = (
    "“They came at dawn yesterday,” a resident said on Tuesday by phone. The governor told reporters that troops "
    "would arrive on Thursday."
)
REPORT_LAST = "Officials said a curfew would begin tonight. Schools closed last week after an earlier raid."
REPORT_BARE = "Shelling went on overnight in two districts. A bridge was hit on Sunday and power has been out since."
REPORT_DAYS = "Rebels entered the port on July 2 and left it on July 4. Talks are planned for July 9."
HISTORY = (
    "The rebellion began in January 2012, when Tuareg fighters attacked Menaka. In March officers deposed the "
    "president, and by April the whole north was lost. France sent troops in January 2013. In June a peace deal was "
    "signed, but it broke down the following year."
)
HISTORY_MORE = (
    "In May 2014 fighting returned to Kidal. A new accord was signed in Algiers on 15 May 2015; another group joined it "
    "on 20 June. Attacks spread to the centre later that year, and in 2016 they crossed into Burkina Faso."
)
HISTORY_OLD = (
    "The kingdom fell in 1893. On 17 November 1892 the column had reached the capital, and two days later the palace "
    "burned. In January the king surrendered."
)
HISTORY_BALKANS = (
    "War broke out in April 1992. On 2 May the airport was taken, and by the end of the month the city was under siege. "
    "In February 1994 a shell killed 68 people in the market. The siege was lifted on 29 February 1996."
)
HISTORY_YEAR = (
    "On 4 November 2020 the army moved into the region. On 28 November it took the regional capital. In December the "
    "fighting went on in the hills, and the party's founder was killed on 13 January."
)
ENCYCLOPEDIA = (
    "The Battle of Adwa was fought on 1 March 1896 between Ethiopia and Italy. The Italian governor had advanced in "
    "December 1895. After the battle, on 26 October, a treaty was signed in Addis Ababa."
)
ENCYCLOPEDIA_MORE = (
    "In 1935 a second war began. Adwa was bombed on 3 October and taken three days later. The emperor left the country "
    "in May 1936, and he came back in January 1941. The Italians surrendered at Gondar in November of that year."
)
OPINION = "Peace needs more than signatures. It needs roads, schools and judges whom people trust."
LIST_YEARS = (
    "2011 - Protests begin in Deraa.\n\n2012 - The war reaches Aleppo in July.\n\n2013 - Gas kills hundreds near the "
    "capital in August.\n\n2015 - Russia enters the war in September."
)
LIST_DAYS = (
    "1994\n\nApril 6: The president's plane is shot down.\n\nApril 7: Killings begin in Kigali.\n\nJune 22: A foreign "
    "force arrives.\n\nJuly 4: The capital is taken. Ten days later the town of Gisenyi falls."
)

Mix = tuple[str, date | None, list[tuple[str | None, str]]]
MIXES: list[Mix] = [
    ("a plain report", PUBLISHED, [("news", REPORT), ("news", REPORT_MORE), ("news", REPORT_LAST)]),
    ("a report of one paragraph", PUBLISHED, [("news", REPORT)]),
    ("one paragraph of report, no dateline", PUBLISHED, [("news", REPORT_BARE)]),
    ("a report without its day", None, [("news", REPORT_MORE), ("news", REPORT_LAST)]),
    ("a report that writes days", PUBLISHED, [("news", REPORT_DAYS)]),
    ("a report in capitals", PUBLISHED, [("news", REPORT.upper()), ("news", REPORT_LAST.upper())]),
    ("a report that names one old year", PUBLISHED, [
        ("news", REPORT), ("news", "The group has fought the state since 2012. It seized two posts on Friday."),
    ]),
    ("a report with years in passing", PUBLISHED, [
        ("news", "The president, in office since 2011, sacked two generals on Monday. Both had served in the 1998 war."),
        ("news", "His party lost its majority in 2018. It will choose a new leader in September, officials said."),
        ("news", "A general elected in 2006 was arrested yesterday."),
    ]),
    ("a history", PUBLISHED, [("narrative", HISTORY), ("narrative", HISTORY_MORE)]),
    ("a history without its day", None, [("narrative", HISTORY), ("narrative", HISTORY_MORE)]),
    ("one paragraph of history", PUBLISHED, [("narrative", HISTORY_BALKANS)]),
    ("one paragraph of history without its day", None, [("narrative", HISTORY_BALKANS)]),
    ("a short history", PUBLISHED, [("narrative", HISTORY_OLD)]),
    ("a history in capitals", PUBLISHED, [("narrative", HISTORY.upper()), ("narrative", HISTORY_MORE.upper())]),
    ("a history of last year", PUBLISHED, [("narrative", HISTORY_YEAR)]),
    ("an encyclopedia's article dated today", PUBLISHED, [("narrative", ENCYCLOPEDIA), ("narrative", ENCYCLOPEDIA_MORE)]),
    ("one paragraph of an encyclopedia", PUBLISHED, [("narrative", ENCYCLOPEDIA)]),
    ("years in a list", PUBLISHED, [("narrative", LIST_YEARS)]),
    ("days in a list under a year", PUBLISHED, [("narrative", LIST_DAYS)]),
    ("days in a list, no publication", None, [("narrative", LIST_DAYS)]),
    ("report, then background", PUBLISHED, [
        ("news", REPORT), ("news", REPORT_MORE), (None, "Background"), ("narrative", HISTORY), ("narrative", HISTORY_MORE),
    ]),
    ("report, then background without a head", PUBLISHED, [
        ("news", REPORT), ("news", REPORT_MORE), ("narrative", HISTORY), ("narrative", HISTORY_MORE),
    ]),
    ("report, one paragraph of background, report", PUBLISHED, [
        ("news", REPORT), ("news", REPORT_MORE), ("narrative", HISTORY), ("news", REPORT_LAST), ("news", REPORT_BARE),
    ]),
    ("report, timeline at its end", PUBLISHED, [
        ("news", REPORT), ("news", REPORT_LAST), (None, "Timeline of the conflict"), ("narrative", LIST_YEARS),
    ]),
    ("report, timeline, report", PUBLISHED, [
        ("news", REPORT), ("news", REPORT_LAST), (None, "Key dates"), ("narrative", LIST_DAYS), ("news", REPORT_MORE),
    ]),
    ("analysis that opens with news", PUBLISHED, [
        ("news", REPORT_LAST), (None, OPINION), ("narrative", HISTORY_BALKANS), ("narrative", HISTORY_MORE),
        ("narrative", ENCYCLOPEDIA_MORE),
    ]),
    ("history with a box of news", PUBLISHED, [
        ("narrative", HISTORY), ("narrative", HISTORY_MORE), ("news", REPORT_MORE), ("narrative", ENCYCLOPEDIA),
        ("narrative", ENCYCLOPEDIA_MORE),
    ]),
    ("history that ends today", PUBLISHED, [
        ("narrative", ENCYCLOPEDIA), ("narrative", ENCYCLOPEDIA_MORE), ("news", REPORT), ("news", REPORT_LAST),
    ]),
    ("history with a quiet paragraph", PUBLISHED, [
        ("narrative", HISTORY), ("narrative", OPINION), ("narrative", HISTORY_MORE),
    ]),
    ("report with a quiet paragraph", PUBLISHED, [("news", REPORT), ("news", OPINION), ("news", REPORT_LAST)]),
    ("a quiet text", PUBLISHED, [("news", OPINION)]),
    ("a quiet text without its day", None, [("news", OPINION)]),
    ("history with a quotation of the time", PUBLISHED, [
        ("narrative", HISTORY_BALKANS),
        ("narrative", "“We will leave tomorrow,” the commander wrote on 3 May 1992. His men left on 5 May."),
        ("narrative", HISTORY_MORE),
    ]),
    ("history with weekdays beside their days", PUBLISHED, [
        ("narrative", "On Sunday, 30 January 1972, soldiers shot 26 people. On Wednesday, 2 February, the embassy burned. "
         "In March 1972 the parliament was dissolved."),
    ]),
    ("history that speaks of people", PUBLISHED, [
        ("narrative", "In August 1947 the country was divided. Leaders said that it would be quiet. In October fighters "
         "crossed the border; on 26 October the ruler signed. War lasted until January 1949."),
    ]),
    ("a report on an anniversary", PUBLISHED, [
        ("news", "Thousands marched on Sunday to mark the massacre of 11 July 1995. The president will speak on Friday."),
        ("news", "Remains of 19 people were buried last week, officials said. The court ruled in 2004 and again in 2007."),
    ]),
    ("a report on a trial", PUBLISHED, [
        ("news", "The former general went on trial on Monday over killings in 1982 and 1983, prosecutors said today."),
        ("news", "He took power in March 1982 and fell in August 1983. A verdict is due next month."),
    ]),
    ("a report, its background in the midst of a paragraph's length", PUBLISHED, [
        ("news", REPORT_BARE), (None, "How the war began"), ("narrative", HISTORY_BALKANS), ("news", REPORT_MORE),
    ]),
    ("days of the same year told in order, with their year", PUBLISHED, [
        ("narrative", "The campaign opened on 3 January 2021. On 9 January the first town fell. By 20 February the army "
         "held the coast, and on 2 March it reached the river. The campaign ended on 30 March 2021."),
    ]),
    ("before our era", PUBLISHED, [
        ("narrative", "In 218 BC he crossed the mountains. The next year he won at the lake, and in 216 BC at Cannae."),
    ]),
    ("report published in the year that it tells of", date(1991, 3, 4), [
        ("news", "Iraq accepted the terms on Sunday, officials said. The war had begun on January 17 and the ground "
         "attack on February 24. Troops will start to go home this week."),
    ]),
    ("an obituary", PUBLISHED, [
        ("news", "The former rebel leader died on Saturday, his family said. He was 81."),
        ("narrative", "Born in 1940, he joined the guerrillas in 1961. In June 1966 he was wounded at Medina; in August he "
         "was back in the hills. He became minister in September 1974 and resigned in July of the following year."),
        ("news", "He will be buried on Wednesday, state television said today."),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "published", "parts"), MIXES, ids=[mix[0] for mix in MIXES])
def test_each_stretch_has_its_mode(name: str, published: date | None, parts: list[tuple[str | None, str]]) -> None:
    text = "\n\n".join(part for _, part in parts)
    article, doc, _ = read(text, published)
    modes = find_modes(article, doc)
    assert modes[0].span.start == 0 and modes[-1].span.end == len(text)
    assert all(a.span.end == b.span.start for a, b in pairwise(modes))
    assert all(each.reason for each in modes)
    at, found = 0, []
    for mode, part in parts:
        found.append(mode and mode_at(modes, at + len(part) // 2))
        at += len(part) + 2
    assert found == [mode for mode, _ in parts]


DIARY = (
    "Monday, 29 June 1863. We left the camp at dawn and crossed the river.\n\n"
    "Tuesday. Rain all day. Yesterday we lost two mules; [tomorrow] we reach the town.\n\n"
    "Thursday. The guns began [this morning]. My brother was hit [last night].\n\n"
    "July 5. We buried him [on Friday]. They say that peace may come next year."
)
LETTER = (
    "Camp near Asmara, 12 February 1936\n\nMy dear Anna,\n\nWe marched in [yesterday] and I write this in a school. "
    "The road was opened [last week]. I hope to be home in [April].\n\nYours, Paolo"
)
LOG = (
    "Tuesday, 6 July\n\n10:40 Shelling was heard in the port [this morning], the mayor said.\n\n"
    "Monday, 5 July\n\n18:00 Talks broke down [today]. They had begun [on Saturday], officials said.\n\n"
    "Sunday, 4 July\n\nThe army said it shot down a drone [yesterday]."
)


def values_in(marked: str, published: date | None) -> list[tuple[str, str]]:
    """The values and anchors of the expressions that stand in square brackets."""
    spans, text = [], ""
    for number, piece in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    times = read(text, published)[2]
    return [
        next(((t.value, t.anchor) for t in times if t.span.start < end and start < t.span.end), ("-", "-"))
        for start, end in spans
    ]


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        (DIARY, None, ["1863-07-01", "1863-07-02TMO", "1863-07-01TNI", "1863-07-03"]),
        (DIARY, PUBLISHED, ["1863-07-01", "1863-07-02TMO", "1863-07-01TNI", "1863-07-03"]),
        (LETTER, None, ["1936-02-11", "1936-W06", "1936-04"]),
        (LOG, PUBLISHED, ["2021-07-06TMO", "2021-07-05", "2021-07-03", "2021-07-03"]),
    ],
    ids=["a diary", "a diary, published later", "a letter", "a log that runs backwards"],
)
def test_an_entry_counts_from_the_day_at_its_head(text: str, published: date | None, values: list[str]) -> None:
    assert values_in(text, published) == [(value, "told") for value in values]


QUOTED = [
    ("He said on Friday: “We will attack [tomorrow].”", "2021-07-03"),
    ("“We will attack [tomorrow],” the commander said on Friday.", "2021-07-03"),
    ("“We left [yesterday],” the mayor of Goma told reporters on 28 June.", "2021-06-27"),
    ("“They came [on Monday],” a nurse in Homs said on 24 June.", "2021-06-21"),
    ("In a statement on 3 May 2020 the group said: “Our fighters left the town [last week].”", "2020-W17"),
    ("“We left [yesterday],” she said on Friday. “We will go back [tomorrow].”", "2021-07-01 2021-07-03"),
    ("“We left [yesterday],” she said.", "2021-07-05"),
    ("“We left [yesterday],” she said. Troops had come on Friday.", "2021-07-05"),
    ("“We left [yesterday],” she said. He had said on Friday that no one would.", "2021-07-05"),
    ("The minister said on Thursday that he would resign. “I go [tomorrow],” his deputy said on Sunday.", "2021-07-05"),
    ("“We left on foot,” she said on Friday. “We talk [today],” the envoy told a broadcaster.", "2021-07-06"),
    ("“The war ended in [1999],” he said on Friday.", "1999"),
    ('He wrote on 5 May: "The guns were silent [today]."', "2021-05-05"),
    ("``We cross [tomorrow],'' a rebel said late on Saturday.", "2021-07-04"),
    ("“Will they come [tomorrow]?” she asked. No one said on Friday what would happen.", "2021-07-07"),
]


@pytest.mark.parametrize(("text", "values"), QUOTED, ids=[row[0] for row in QUOTED])
def test_quotations_count_from_the_day_they_were_said(text: str, values: str) -> None:
    found = values_in(text, PUBLISHED)
    assert [value for value, _ in found] == values.split()
    assert {anchor for _, anchor in found} == ({"none"} if values == "1999" else {"quote"})


def test_a_quotation_in_a_tale_is_not_of_the_publication_day() -> None:
    tale = (
        HISTORY_MORE
        + "\n\n"
        + "In June 2016 the envoy said: “I am leaving [today], and I come back [tomorrow].” He never did."
    )
    assert [value for value, _ in values_in(tale, PUBLISHED)][1] == "XXXX-XX-XX"
    tale = (
        HISTORY_BALKANS
        + "\n\n"
        + "“We will leave [tomorrow],” the commander wrote on 3 May 1992. His men left on 5 May."
    )
    assert values_in(tale, PUBLISHED) == [("1992-05-04", "quote")]


HAPPENINGS = [
    ("On 27 June 1950, [two days after] the invasion, the council met.", "1950-06-27", "none"),
    (
        "The governor was killed on 23 October 2019. [The day after the killing], shops stayed shut.",
        "2019-10-24",
        "told",
    ),
    (
        "A bomb hit the market of Goma on Friday. [Two days after the bombing], the toll had doubled.",
        "2021-07-04",
        "told",
    ),
    ("Voters will elect a president on 20 August. [A week before the vote], the border closes.", "2021-W32", "told"),
    ("The army invaded on 24 February 2018. On [the eve of the invasion] the streets were calm.", "2018-02-23", "told"),
    (
        "The coup of 1 February 2021 changed everything. [Three months after the coup], schools were shut.",
        "2021-05",
        "told",
    ),
    (
        "Gunmen attacked the base on 2 March 2020. [Ten days before the attack] a drone had been seen.",
        "2020-02-21",
        "told",
    ),
    ("[Two days after the attack] of 5 May 2020, the road was open again.", "2020-05-07", "told"),
    ("The siege began on 5 April 1992. [Two weeks after the siege began], the bread ran out.", "1992-W16", "told"),
    (
        "The mayor died on 9 June 2021. [The night before his death], he had spoken to the guards.",
        "2021-06-08TNI",
        "told",
    ),
    ("Rebels shelled Taiz on 3 May and Marib on 9 May. [Two days after the shelling], aid came.", "P2D", "none"),
    ("The war broke out in April 1992. [Two years after the war], the bridge was rebuilt.", "P2Y", "none"),
    ("The vote is on 20 August. It lasted [two days after] the last vote, in another year.", "P2D", "none"),
    ("[Two days after the attack], shops opened.", "P2D", "none"),
    ("He was arrested on 4 May. Protests went on for [two weeks] after the arrest.", "P2W", "none"),
    ("Police stormed the camp on 4 May. [A day after a raid] people are always afraid.", "P1D", "none"),
    (
        "The Goma attack came on 2 May 2020, the Beni attack on 9 May 2020. [A day after the Beni attack], the army came.",
        "2020-05-10",
        "told",
    ),
]


@pytest.mark.parametrize(("text", "value", "anchor"), HAPPENINGS, ids=[row[0] for row in HAPPENINGS])
def test_phrases_hang_on_happenings_that_the_text_dates(text: str, value: str, anchor: str) -> None:
    assert values_in(text, PUBLISHED) == [(value, anchor)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "The market was bombed on 5 May 2020. Within [hours] of the bombing the clinic was full.",
            "2020-05-05/2020-05-07",
        ),
        (
            "Rebels stormed Palma on 24 March 2021. In [the days] before the assault, roads were cut.",
            "2021-03-10/2021-03-24",
        ),
        ("The market was bombed on 5 May 2020. [Days] of mourning followed.", "/"),
        ("In [the days] before the assault, roads were cut.", "-"),
    ],
)
def test_open_stretches_beside_a_happening_have_its_days(text: str, span: str) -> None:
    marked = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    near = [time for time in read(plain)[2] if time.span.start <= marked + 4 and time.span.end > marked]
    if not near:
        assert span == "-"
        return
    (found,) = near
    assert "/".join(day.isoformat() if day else "" for day in (found.interval.earliest, found.interval.latest)) == span
    assert found.type == "DURATION"


CROWDS = {
    "dates in a row": "5 July 2021, ",
    "quotations": "“We leave tomorrow,” he said on Friday. ",
    "happenings": "The town was attacked on 5 May 2020. Two days after the attack he left. ",
    "a tale": "In May 1990 the war began. Two days later, until the summer of 1992, they met on 3 June. ",
    "paragraphs": "In May 1990 the war began.\n\nOn 3 June they met yesterday.\n\n",
    "entries": "5 July: we left yesterday.\n\nTuesday. I saw him.\n\n",
}


@pytest.mark.parametrize("piece", CROWDS.values(), ids=CROWDS)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        doc = Doc.from_docs([one] * times, ensure_whitespace=False)
        article = Article(text=piece * 10 * times, published=PUBLISHED)
        assert len(doc.text) == len(article.text)
        find_times(article, doc)
        began = process_time()
        find_times(article, doc)
        return process_time() - began

    one = parse_article(Article(text=piece * 10, published=PUBLISHED), load_language())
    assert seconds(128) < 5 * 16 * max(seconds(8), 0.005)


TALES = [
    # A year told in passing does not move the tale; a new paragraph, a sentence's opening or its main verb does.
    (
        "In July 1967 the federal army crossed the border. On 4 October it took Enugu. A judge who had left office after "
        "the coup of January 1966 fled. [On 18 October] Calabar fell.",
        "1967-10-18",
    ),
    (
        "War came to the Chaco in June 1932. On 9 September the siege of Boqueron began, which lasted, with the fights "
        "around it, until the truce of January 1933. [In October] the fort was relieved.",
        "1932-10",
    ),
    (
        "Troops entered Dili on 7 December, 1975. [In January] they reached Aileu.",
        "1976-01",
    ),
    (
        "In August 1982 the rebels took Faya. A second campaign planned for 1984 never came. [In November] they lost it.",
        "1982-11",
    ),
    (
        "The generals met in March 1962. In August 1962 they signed. The sides had met in 1961 at Evian. [In May] they "
        "met again.",
        "1962-05",
    ),
    (
        "Fighting began in May 1998. A museum in Asmara, opened in 2019, shows it. [On 5 June] the airport was bombed. "
        "[Two days later] planes came back.",
        "1998-06-05 1998-06-07",
    ),
    (
        "The revolt began on 13 June 1976. The next day it spread. On 20 July 1976 schools opened, and [that night] two "
        "of them burned. [The following morning] the police came; [a week later] all was quiet.",
        "1976-07-20TNI 1976-07-21TMO 1976-W31",
    ),
]


@pytest.mark.parametrize(("text", "values"), TALES, ids=range(len(TALES)))
def test_a_tale_keeps_its_run(text: str, values: str) -> None:
    assert [value for value, _ in values_in(text, PUBLISHED)] == values.split()


def test_each_mode_keeps_the_dates_it_has_told() -> None:
    text = "\n\n".join(
        [
            "Rebels took the port on Friday, the navy said. Troops were sent [the next day].",
            HISTORY,
            HISTORY_MORE,
            "The navy said today that it had lost a ship off the port on Sunday. It sank [the same day].",
            ENCYCLOPEDIA_MORE,
            "[In March] of 1942 the courts went back to work. [The following year] the schools did.",
        ]
    )
    assert [value for value, _ in values_in(text, PUBLISHED)] == ["2021-07-03", "2021-07-04", "1942-03", "1943"]
