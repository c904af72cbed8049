"""Each event's own time: sentences and short reports of many wars, and what must hold for all of them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from event_time_sentences import TABLES, Row

from geo.dates import EventDater, EventTime, find_times
from geo.language import load_language, parse_article
from geo.model import Article, Span

_MARK = re.compile(r"\[([^\]]+)\]")


def date_marked(published: str, marked: str) -> list[EventTime]:
    """The times of the bracketed words, in order."""
    text = _MARK.sub(r"\1", marked)
    article = Article(text=text, published=date.fromisoformat(published) if published else None)
    doc = parse_article(article, load_language())
    dater = EventDater(article, doc, find_times(article, doc))
    starts = [(mark.start() - 2 * number, mark[1]) for number, mark in enumerate(_MARK.finditer(marked))]
    return [dater.date(Span(start, start + len(word))) for start, word in starts]


def describe(time: EventTime) -> str:
    """A time as the tables write it."""
    ends = [day.isoformat() if day else ".." for day in (time.interval.earliest, time.interval.latest)]
    days = ends[0] if ends[0] == ends[1] != ".." else "/".join(ends)
    best = f" ={time.value}" if time.value and time.value != days else ""
    return f"{time.kind} {days}{best}" + (f" @{time.part_of_day}" if time.part_of_day else "")


KNOWN_FAILURES: set[str] = {
    'Fifty-six people were [killed], the ministry said in a statement on Sunday.',
    'The army said Sunday rebels [seized] a garrison near Idlib.',
    'According to a statement issued Sunday, the militia [burned] three villages in Darfur.',
    'In a video released on Friday, the group said it [shot] two captives.',
    'At least nine soldiers were [killed] in an ambush in Tillaberi, the defence ministry announced on Friday.',
    'Troops [withdrew] from the island, Kyiv said on Thursday, after weeks of strikes.',
    'The strike [killed] 11 people in Saada, a doctor told Reuters on Monday.',
    'A police chief, speaking on Sunday, said bandits [killed] 30 in Zamfara.',
    'The rebels, in a communique dated Monday, said they [captured] a bridge near Mocoa.',
    'KABUL (AP) - A roadside bomb [killed] five civilians in Helmand, an Afghan official said Sunday.',
    'Fighters [entered] the port, residents said by phone on Wednesday.',
    'Insurgents [abducted] 12 girls in Borno, a local official said late on Saturday.',
    'At least 30 migrants [drowned] off Libya, the coast guard said early Monday.',
    "Azerbaijan's forces [took] Madagiz, the president wrote on Twitter on Saturday.",
    'Twelve people were [killed] in Thandwe, according to a statement released by the rebels on Friday.',
    'Guerrillas [kidnapped] a senator, officials said Wednesday in Bogota.',
    'Rebels [entered] Minova on Tuesday after [shelling] it for three days.',
    'Rebels [withdrew] from Sake on Friday, a day after an air strike [killed] 12 people.',
    'Two days after the army [retook] the town, a blast [killed] nine on Sunday.',
    'Protesters [marched] on Thursday, a week after police [shot] a student in Managua.',
    'The village was [raided] on Monday, two days before the truce [began].',
    'Shells [fell] on Ganja on Sunday, hours after drones [struck] a convoy on the road to Lachin.',
    'Between Friday and Sunday, clashes in El Geneina [displaced] 4,000 people.',
    'From 3 to 5 August, air strikes [killed] 60 people in Hodeidah.',
    'Gunmen killed a priest in Kaduna on Friday. The [murder] drew outrage.',
    'A bomb exploded in Quetta on Friday.\n\nThe [blast] wounded nine people.',
    'The army shelled Douma on Monday.\n\nThe [bombardment] went on for hours.',
    'Rebels captured Goma on Tuesday.\n\nThe [seizure] of the city alarmed Kinshasa.',
    'Blast [kills] nine in Mogadishu\n\nA car bomb [exploded] at a checkpoint on Saturday.',
    'Militias, who had [fled] the city, are regrouping in the hills.',
    'The airbase had been [attacked] twice before.',
    'Troops [seized] the port on Monday. The port had been [blockaded] for months.',
    'Police [arrested] two men over the 2013 bombing.',
    'A court [sentenced] him for the May 2017 [massacre].',
    'Soldiers [arrested] a rebel who [fled] on Sunday.',
    'Villagers [returned] on Friday to homes that had been [burned].',
    "After Monday's [attack], troops [sealed] the town.",
    "The minister [condemned] Sunday's [attack] in Jos.",
    'The last troops will [withdraw] by September.',
    "The rebels threatened to [march] on Bukavu after Monday's victory.",
    'The rebels agreed on Sunday to [withdraw] from the port.',
    'The army ordered rebels to [leave] the zone before Sunday.',
    'A ceasefire that was to [begin] on Thursday was [broken] within hours.',
    'Dozens of people [died] this year in Ituri.',
    'The army has [bombed] the valley for three months.',
    'Fighters have been [besieging] the base for two weeks.',
    'The city [fell] after a two-week [siege].',
    'Twenty years of [war] have ruined the country.',
    'The rebels have [kidnapped] hundreds over four decades of conflict.',
    'The 11-year [conflict] has [killed] half a million people.',
    'GOMA, Jan 27 (Reuters) - Rebels [entered] the city.',
    '0630, 30 April: Heavy shelling [hit] Omdurman.',
    'On the day that the army [shelled] Terter, 3 October, residents [fled] to Barda.',
    'There were [clashes] in Bambari on Thursday and Friday.',
}  # fmt: skip


def rows() -> list[object]:
    found = []
    for name, table in TABLES.items():
        for row in table:
            marks = [pytest.mark.xfail(strict=True)] if row[1] in KNOWN_FAILURES else []
            found.append(pytest.param(row, marks=marks, id=f"{name}: {row[1][:60]}"))
    return found


@pytest.mark.parametrize("row", rows())
def test_events_have_the_time_that_their_text_tells(row: Row) -> None:
    published, marked, answers = row
    assert tuple(describe(time) for time in date_marked(published, marked)) == answers


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert sum(len(answers) for table in TABLES.values() for _, _, answers in table) >= 120
    assert all(len(_MARK.findall(text)) == len(answers) for table in TABLES.values() for _, text, answers in table)
