"""The part that each name plays: who acts, where it was said, or a place spoken of, as agencies write it.

Expectations were written before the rules were run. "place" is a place where something may have happened, "mention"
a name that only tells of somebody or something else; both have the role "mention" until an event is found there.
"""

from __future__ import annotations

import pytest

from geo.language import parse_article
from geo.mentions.roles import RULES, read_role
from geo.mentions.scan import Found, scan_words
from geo.model import Article, MentionRole, PlaceKind, Span
from geo.pipeline import Tools, answer_triggers

Row = tuple[str, dict[str, str]]

CAPITALS_FOR_GOVERNMENTS: tuple[Row, ...] = (
    ("Kabul said it would not free the prisoners.", {"Kabul": "actor"}),
    ("Moscow accused Kyiv of shelling Belgorod.", {"Moscow": "actor", "Kyiv": "actor", "Belgorod": "place"}),
    ("Kyiv denied that it had struck Belgorod.", {"Kyiv": "actor", "Belgorod": "place"}),
    ("Talks between Washington and Beijing broke down.", {"Washington": "actor", "Beijing": "actor"}),
    ("Relations between Ankara and Athens have soured.", {"Ankara": "actor", "Athens": "actor"}),
    ("Relations with Ankara have improved since the deal.", {"Ankara": "actor"}),
    ("The rebels are backed by Tehran.", {"Tehran": "actor"}),
    ("Fighters backed by Ankara entered Afrin.", {"Ankara": "actor", "Afrin": "place"}),
    ("The militia is funded by Kampala and armed by Kigali.", {"Kampala": "actor", "Kigali": "actor"}),
    ("Damascus's allies sent more troops to Aleppo.", {"Damascus": "actor", "Aleppo": "place"}),
    ("Tel Aviv's stance has hardened since October.", {"Tel Aviv": "actor"}),
    ("Beijing's claims in the region are disputed.", {"Beijing": "actor"}),
    ("Khartoum has rejected the offer of a ceasefire.", {"Khartoum": "actor"}),
    ("Addis Ababa and Asmara signed a peace agreement.", {"Addis Ababa": "actor", "Asmara": "actor"}),
    ("Islamabad summoned the Indian ambassador on Monday.", {"Islamabad": "actor"}),
    (
        "New Delhi blamed Islamabad for the attack in Srinagar.",
        {"New Delhi": "actor", "Islamabad": "actor", "Srinagar": "place"},
    ),
    ("Riyadh has urged Tehran to stop arming the rebels.", {"Riyadh": "actor", "Tehran": "actor"}),
    (
        "Kinshasa severed ties with Kigali over the fall of Goma.",
        {"Kinshasa": "actor", "Kigali": "actor", "Goma": "place"},
    ),
    ("Pressure from Washington has grown.", {"Washington": "actor"}),
    ("Baku and Yerevan agreed to a ceasefire.", {"Baku": "actor", "Yerevan": "actor"}),
    ("According to Moscow, the convoy was hit near Kharkiv.", {"Moscow": "actor", "Kharkiv": "place"}),
    ("Moscow-backed separatists took Debaltseve.", {"Moscow": "actor", "Debaltseve": "place"}),
    ("A deal with Tehran is close, diplomats say.", {"Tehran": "actor"}),
    ("The war has strained ties with Brussels.", {"Brussels": "actor"}),
    ("Tripoli's rival in the east refused to sign.", {"Tripoli": "actor"}),
    ("Jerusalem has not responded to the claim.", {"Jerusalem": "actor"}),
    ("Hanoi protested against the drills in the South China Sea.", {"Hanoi": "actor"}),
    ("Support from Abu Dhabi keeps the army going.", {"Abu Dhabi": "actor"}),
    ("Bamako expelled the French ambassador.", {"Bamako": "actor"}),
    ("Negotiations with Damascus are to resume in Geneva.", {"Damascus": "actor", "Geneva": "place"}),
    ("A spokesman for Kyiv declined to comment.", {"Kyiv": "actor"}),
    ("Nairobi, which mediates in the talks, called for calm.", {"Nairobi": "actor"}),
)

COUNTRIES_THAT_ACT: tuple[Row, ...] = (
    ("Russia annexed Crimea in 2014.", {"Russia": "actor", "Crimea": "place"}),
    ("Israel bombed targets near Damascus.", {"Israel": "actor", "Damascus": "place"}),
    ("Turkey and Russia agreed to patrol the road to Idlib.", {"Turkey": "actor", "Russia": "actor"}),
    ("Rwanda has denied backing the rebels in Goma.", {"Rwanda": "actor", "Goma": "place"}),
    ("Rebels supported by Rwanda captured Bukavu.", {"Rwanda": "actor", "Bukavu": "place"}),
    ("Iran's Revolutionary Guards fired missiles at Erbil.", {"Iran": "actor", "Erbil": "place"}),
    ("The US military carried out a strike in Kunduz.", {"US": "actor", "Kunduz": "place"}),
    ("US troops left Bagram Airbase at night.", {"US": "actor", "Bagram Airbase": "place"}),
    ("A US soldier was killed in Mosul.", {"US": "actor", "Mosul": "place"}),
    ("The president of Nigeria visited Maiduguri.", {"Nigeria": "actor", "Maiduguri": "place"}),
    ("The government of Ethiopia sent troops to Mekelle.", {"Ethiopia": "actor", "Mekelle": "place"}),
    ("Ukraine's army retook Kherson.", {"Ukraine": "actor", "Kherson": "place"}),
    ("The U.S.-led coalition struck Raqqa.", {"U.S.": "actor", "Raqqa": "place"}),
    ("Saudi Arabia's air force bombed Sanaa.", {"Saudi Arabia": "actor", "Sanaa": "place"}),
    ("An airstrike by Israel killed three people in Rafah.", {"Israel": "actor", "Rafah": "place"}),
    ("The war between Russia and Ukraine goes on.", {"Russia": "actor", "Ukraine": "actor"}),
    ("Chad closed its embassy in Khartoum.", {"Chad": "actor", "Khartoum": "place"}),
    ("The foreign minister of Jordan flew to Cairo.", {"Jordan": "actor", "Cairo": "place"}),
    ("Weapons supplied by Iran were found in Aden.", {"Iran": "actor", "Aden": "place"}),
    ("Pakistan told Afghanistan to stop the militants.", {"Pakistan": "actor", "Afghanistan": "actor"}),
    ("Sanctions against Russia were tightened.", {"Russia": "actor"}),
    ("The army of Mali shelled Kidal.", {"Mali": "actor", "Kidal": "place"}),
)

OFFICES: tuple[Row, ...] = (
    ("Aleppo police arrested two men.", {"Aleppo": "actor"}),
    ("Diyarbakir's governor banned the march.", {"Diyarbakir": "actor"}),
    ("The mayor of Mariupol called for help.", {"Mariupol": "actor"}),
    ("The governor of Borno called on people in Maiduguri to stay calm.", {"Borno": "actor", "Maiduguri": "place"}),
    ("Kharkiv's mayor said shells hit Saltivka.", {"Kharkiv": "actor"}),
    ("Afghan soldiers fled from Kunduz.", {"Afghan": "actor", "Kunduz": "place"}),
    ("Kunduz officials said the bridge was blown up.", {"Kunduz": "actor"}),
    ("The Iraqi army entered Mosul.", {"Iraqi": "actor", "Mosul": "place"}),
)

SAID_THERE: tuple[Row, ...] = (
    (
        "Speaking from Berlin, the minister said the convoy was shelled near Kupiansk.",
        {"Berlin": "dateline", "Kupiansk": "place"},
    ),
    ("Speaking in Brussels, the envoy said Goma had fallen.", {"Brussels": "dateline", "Goma": "place"}),
    ("The envoy told reporters in Geneva that the truce was over.", {"Geneva": "dateline"}),
    ("Ten people died in Jos, the president told reporters in Abuja.", {"Jos": "place", "Abuja": "dateline"}),
    ("Shells hit the market, a resident said by phone from Khartoum.", {"Khartoum": "dateline"}),
    ('"They burned everything," he said by telephone from El Fasher.', {"El Fasher": "dateline"}),
    (
        "The general told a news conference in Baghdad that Tikrit had been retaken.",
        {"Baghdad": "dateline", "Tikrit": "place"},
    ),
    (
        "At a news conference in Ankara, the minister said three soldiers were killed in Idlib.",
        {"Ankara": "dateline", "Idlib": "place"},
    ),
    ("At a press conference in Tripoli he said the airport had been hit.", {"Tripoli": "dateline"}),
    (
        "Addressing parliament in Kampala, he said the rebels had been driven out of Bundibugyo.",
        {"Kampala": "dateline"},
    ),
    ("(Reporting by Ann Doe in Gaza; editing by John Roe in London)", {"Gaza": "dateline", "London": "dateline"}),
    ("Reporting by Jane Doe in Nairobi and Joe Bloggs in Juba", {"Nairobi": "dateline", "Juba": "dateline"}),
    ("Additional reporting by Ali Hassan in Erbil.", {"Erbil": "dateline"}),
    ("Jane Doe reported from Beirut.", {"Beirut": "dateline"}),
    ("Our correspondent, reporting from Kramatorsk, saw two craters.", {"Kramatorsk": "dateline"}),
    ("The BBC's Joe Bloggs in Islamabad says the army was surprised.", {"Islamabad": "dateline"}),
    ("A Reuters correspondent in Donetsk heard heavy shelling.", {"Donetsk": "dateline"}),
    ("In a speech in Tehran, he threatened to close the strait.", {"Tehran": "dateline"}),
    ("In a televised address from Khartoum, the general said the war was won.", {"Khartoum": "dateline"}),
    ("In an interview in Doha, the Taliban leader said Kunduz would fall.", {"Doha": "dateline", "Kunduz": "place"}),
    ("Doctors reached by phone in Mekelle said 20 people had died.", {"Mekelle": "dateline"}),
    (
        "A witness contacted by telephone in Maiduguri said gunmen attacked Gwoza.",
        {"Maiduguri": "dateline", "Gwoza": "place"},
    ),
    ("The group said in a statement issued in Cairo that it had left Rafah.", {"Cairo": "dateline", "Rafah": "place"}),
    (
        "The minister told journalists in Paris on Monday that Timbuktu was calm.",
        {"Paris": "dateline", "Timbuktu": "place"},
    ),
    ('"Kidal is ours," a rebel told AFP in Gao.', {"Kidal": "place", "Gao": "dateline"}),
    ("The president said in Kyiv on Friday that Bakhmut was holding.", {"Kyiv": "dateline", "Bakhmut": "place"}),
    (
        "According to a military source in Damascus, the army took Palmyra.",
        {"Damascus": "dateline", "Palmyra": "place"},
    ),
    ("Writing from Sarajevo, she described the siege.", {"Sarajevo": "dateline"}),
    ("He made the remarks in Jakarta.", {"Jakarta": "dateline"}),
    ("Speaking to reporters in Manila, the admiral said a ship had been rammed.", {"Manila": "dateline"}),
    (
        "The spokesman, speaking by video link from Moscow, said Avdiivka was theirs.",
        {"Moscow": "dateline", "Avdiivka": "place"},
    ),
)

HAPPENED_THERE: tuple[Row, ...] = (
    ("A bomb went off in Kabul.", {"Kabul": "place"}),
    ("Gunmen killed three people in Jos on Monday.", {"Jos": "place"}),
    ("Kabul fell on 15 August.", {"Kabul": "place"}),
    ("Kharkiv was shelled overnight.", {"Kharkiv": "place"}),
    ("Baghdad has seen three bombings this week.", {"Baghdad": "place"}),
    ("Protesters marched through Tehran.", {"Tehran": "place"}),
    ("Russian missiles hit Kyiv.", {"Russian": "actor", "Kyiv": "place"}),
    ("The army captured Palmyra.", {"Palmyra": "place"}),
    ("Sudan has suffered a year of war.", {"Sudan": "place"}),
    ("Syria borders Iraq.", {"Syria": "place", "Iraq": "place"}),
    ("Residents fled from El Geneina to Adre.", {"El Geneina": "place", "Adre": "place"}),
    ("Troops withdrew from Tigray.", {"Tigray": "place"}),
    ("The talks will be held in Doha.", {"Doha": "place"}),
    ("Envoys met in Vienna on Tuesday.", {"Vienna": "place"}),
    ("Aleppo's market burned for two days.", {"Aleppo": "place"}),
    ("Hodeidah's port was bombed.", {"Hodeidah": "place"}),
    ("Police in Diyarbakir arrested ten people.", {"Diyarbakir": "place"}),
    ("Rebels attacked Goma after Kigali's troops left.", {"Goma": "place", "Kigali": "actor"}),
    ("Heavy fighting was reported in Wad Madani.", {"Wad Madani": "place"}),
    ("Clashes were reported from Sirte.", {"Sirte": "place"}),
    ("Ten soldiers were reported killed in Kidal.", {"Kidal": "place"}),
    ("The attack on Camp Speicher in Tikrit killed hundreds.", {"Tikrit": "place"}),
    ("Two rockets landed in Ashkelon, police said.", {"Ashkelon": "place"}),
    ("Gaza is under siege.", {"Gaza": "place"}),
    ("A journalist was shot dead in Mogadishu.", {"Mogadishu": "place"}),
    ("Gunmen attacked a radio station in Kandahar.", {"Kandahar": "place"}),
    ("The spokesman was killed in Sanaa.", {"Sanaa": "place"}),
    ("Officials in Lviv opened shelters.", {"Lviv": "place"}),
    ("Afghanistan shook on Tuesday.", {"Afghanistan": "place"}),
    ("The army moved tanks towards Damascus.", {"Damascus": "place"}),
    ("Demonstrators gathered outside the US embassy in Baghdad.", {"US": "actor", "Baghdad": "place"}),
)

ONLY_NAMED: tuple[Row, ...] = (
    ("Aleppo-born gunman Karim was shot dead in Lyon.", {"Aleppo": "mention", "Lyon": "place"}),
    ("The driver, a native of Homs, was killed in Beirut.", {"Homs": "mention", "Beirut": "place"}),
    ("It was the worst bombing since the one in Mosul in 2017.", {"Mosul": "mention"}),
    ("The battle is like that of Stalingrad.", {"Stalingrad": "mention"}),
    ("A student from Hargeisa was killed in Mogadishu.", {"Hargeisa": "mention", "Mogadishu": "place"}),
    ("The Kunduz-based trader was abducted in Taloqan.", {"Kunduz": "mention", "Taloqan": "place"}),
    ("Anatolia, 30 km from Homs, is quiet.", {"Homs": "mention"}),
    ("Traders from Kano sell cloth here.", {"Kano": "mention"}),
)

EVERY: tuple[Row, ...] = (
    *CAPITALS_FOR_GOVERNMENTS,
    *COUNTRIES_THAT_ACT,
    *OFFICES,
    *SAID_THERE,
    *HAPPENED_THERE,
    *ONLY_NAMED,
)
CASES = [(text, name, role) for text, names in EVERY for name, role in names.items()]


@pytest.mark.parametrize(("text", "name", "role"), CASES, ids=[f"{name}: {text[:50]}" for text, name, _ in CASES])
def test_the_part_that_a_name_plays(tools: Tools, text: str, name: str, role: str) -> None:
    assert read(tools, text, name)[0] == (role if role in ("actor", "dateline") else "mention")


def read(tools: Tools, text: str, name: str) -> tuple[MentionRole, str]:
    """The role of the first stretch of `text` that is `name`, and its rule, whether recognition takes it or not."""
    article = Article(text)
    scan = scan_words(article, parse_article(article, tools.nlp), tools.gazetteer)
    start = text.index(name)
    first, last = scan.word_range(start, start + len(name)) or (0, 0)
    standing = scan.knowledge(name).standing
    kind: PlaceKind = "country" if standing == "country" else "demonym" if scan.is_demonym(name) else "city"
    return read_role(scan, Found(Span(start, start + len(name)), name, first, last, frozenset()), kind)


ASKED = (
    # text, trigger, where it happened: never where somebody spoke of it
    ("Speaking from Berlin, the minister said shells hit Kharkiv.", "hit", "Kharkiv"),
    ("Ten people died in Jos, the president told reporters in Abuja.", "died", "Jos"),
    ("The spokesman told reporters in Geneva that gunmen killed ten people in Goma.", "killed", "Goma"),
    ("At a news conference in Ankara, the minister said three soldiers were killed in Idlib.", "killed", "Idlib"),
    ("According to a military source in Damascus, the army captured Palmyra.", "captured", "Palmyra"),
    ("Rebels supported by Rwanda captured Bukavu.", "captured", "Bukavu"),
    ("New Delhi blamed Islamabad for the attack in Srinagar.", "attack", "Srinagar"),
)


@pytest.mark.parametrize(("text", "trigger", "place"), ASKED, ids=[text[:50] for text, _, _ in ASKED])
def test_where_somebody_spoke_is_not_where_it_happened(tools: Tools, text: str, trigger: str, place: str) -> None:
    start = text.index(trigger)
    (answer,) = answer_triggers(Article(text), [Span(start, start + len(trigger))], tools)["located"]
    assert answer["place"] is not None
    assert text[answer["place"]["start"] : answer["place"]["end"]] == place


def test_only_a_speaker_s_place_is_no_place_of_the_event(tools: Tools) -> None:
    text = "Gunmen killed ten people, the president told reporters in Abuja."
    (answer,) = answer_triggers(Article(text), [Span(7, 13)], tools)["located"]
    assert answer["place"] is None


def test_the_saying_itself_happened_there(tools: Tools) -> None:
    text = "The president told reporters in Abuja that the war was over."
    (answer,) = answer_triggers(Article(text), [Span(14, 18)], tools)["located"]
    assert answer["place"] == {"start": 32, "end": 37}


def test_rules_name_themselves(tools: Tools) -> None:
    assert read(tools, "Moscow-backed separatists took Debaltseve.", "Moscow") == ("actor", "a power behind a hyphen")
    assert read(tools, "He said by phone from Khartoum that it was over.", "Khartoum")[1] == "said by phone from there"
    assert len({rule.name for rule in RULES}) == len(RULES)
