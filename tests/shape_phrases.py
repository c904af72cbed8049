"""Tables of phrases that describe a place, from different conflicts, with what ought to be drawn for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Border:
    """`sides` are the two ISO codes, in alphabetical order."""

    text: str
    phrase: str
    sides: str


@dataclass(frozen=True)
class Part:
    """An area of `country` that holds `inside` and leaves out `outside`, each a latitude and a longitude."""

    text: str
    phrase: str
    country: str
    inside: tuple[float, float]
    outside: tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A point, or a line with a middle, at most `within_km` from `lat`, `lon`."""

    text: str
    phrase: str
    lat: float
    lon: float
    within_km: float
    precision: str = "near"


BORDERS = [
    # Afghanistan 2021
    Border("Afghan soldiers fled to Tajikistan. They retreated over the border.", "the border", "AF TJ"),
    Border("Afghan troops crossed the Tajik border at night.", "the Tajik border", "AF TJ"),
    Border("Hundreds gathered at the Afghan-Tajik border.", "the Afghan-Tajik border", "AF TJ"),
    Border("The Taliban took posts along Afghanistan's border with Iran.", "Afghanistan's border with Iran", "AF IR"),
    Border("The Afghan army lost a post on the border with Turkmenistan.", "the border with Turkmenistan", "AF TM"),
    Border("Afghanistan closed the frontier with Pakistan.", "the frontier with Pakistan", "AF PK"),
    Border("Fighting spread along the Afghanistan–Pakistan border.", "the Afghanistan–Pakistan border", "AF PK"),
    # Sudan and Chad
    Border("Refugees from Sudan crossed into Chad on foot.", "into Chad", "SD TD"),
    Border(
        "Families fleeing Darfur in Sudan reached the border between Sudan and Chad.",
        "the border between Sudan and Chad",
        "SD TD",
    ),
    Border("Sudanese families wait at the Chadian border.", "the Chadian border", "SD TD"),
    Border("South Sudan sent soldiers to its border with Ethiopia.", "its border with Ethiopia", "ET SS"),
    # Ukraine
    Border("Drones flew over the Ukrainian-Russian border.", "the Ukrainian-Russian border", "RU UA"),
    Border("Ukraine said missiles fell near its border with Poland.", "its border with Poland", "PL UA"),
    Border("Millions of people have left Ukraine over the Polish border.", "the Polish border", "PL UA"),
    Border("Ukraine mined its northern border, as Belarus held drills.", "its northern border", "BY UA"),
    # Syria, Turkey, Iraq, Lebanon, Israel
    Border("Turkish shells fell on towns along the Syrian-Turkish border.", "the Syrian-Turkish border", "SY TR"),
    Border("The Syrian army pushed north towards the Turkish border.", "the Turkish border", "SY TR"),
    Border("Fighters from Iraq slipped across the border into Syria.", "the border into Syria", "IQ SY"),
    Border("Israel struck targets in Lebanon. Rockets had been fired over the border.", "the border", "IL LB"),
    Border("Lebanon's army watches the border with Israel.", "the border with Israel", "IL LB"),
    Border("Trucks queued in Egypt on the border with Gaza.", "the border with Gaza", "EG PS"),
    # Elsewhere
    Border("Rebels in Congo seized land near the Rwandan border.", "the Rwandan border", "CD RW"),
    Border("Colombian guerrillas hide near the border with Venezuela.", "the border with Venezuela", "CO VE"),
    Border("Armenia reported shelling along the border with Azerbaijan.", "the border with Azerbaijan", "AM AZ"),
    Border("Myanmar's junta lost a base on the Thai border.", "the Thai border", "MM TH"),
    Border("Rohingya fled Myanmar and crossed into Bangladesh.", "into Bangladesh", "BD MM"),
    Border("Thai and Cambodian soldiers exchanged fire along the border.", "the border", "KH TH"),
    Border("Mali's army patrols the border with Niger.", "the border with Niger", "ML NE"),
    Border("Indian and Pakistani troops traded fire across the border.", "the border", "IN PK"),
    Border(
        "South Korea fired warning shots at the border after soldiers from North Korea strayed over it.",
        "the border",
        "KP KR",
    ),
    Border("Venezuela massed soldiers on the Guyanese frontier.", "the Guyanese frontier", "GY VE"),
    Border("Portugal sent police to the Portuguese border.", "the Portuguese border", "ES PT"),
    # More of the borders that news crosses
    Border("Fighters loyal to M23 in eastern Congo come over the Ugandan border.", "the Ugandan border", "CD UG"),
    Border("Burkina Faso's soldiers died near the frontier with Mali.", "the frontier with Mali", "BF ML"),
    Border("Somali troops guard the Kenya-Somalia border.", "the Kenya-Somalia border", "KE SO"),
    Border("Tigrayan refugees from Ethiopia crossed into Sudan.", "into Sudan", "ET SD"),
    Border("Ethiopia and Eritrea built up forces along the border.", "the border", "ER ET"),
    Border("Iranian guards shot men carrying goods over the Iraqi border.", "the Iraqi border", "IQ IR"),
    Border("Saudi Arabia and Yemen exchanged prisoners at the border.", "the border", "SA YE"),
    Border("Jordan's air force struck smugglers near the Syrian border.", "the Syrian border", "JO SY"),
    Border("Kyrgyzstan accused Tajikistan of firing across the border.", "the border", "KG TJ"),
    Border("Serbia put its army near the Serbia-Kosovo border.", "the Serbia-Kosovo border", "RS XK"),
    Border("Haiti's neighbour sent troops to the Haitian-Dominican border.", "the Haitian-Dominican border", "DO HT"),
    Border(
        "Chinese and Indian soldiers brawled on the border between India and China.",
        "the border between India and China",
        "CN IN",
    ),
    Border("Rwanda denied that its soldiers had crossed into Burundi.", "into Burundi", "BI RW"),
    Border("Cameroon said raiders from Nigeria came across the border.", "the border", "CM NG"),
]

PARTS = [
    Part(
        "The Taliban gained ground in Afghanistan, above all in the north of the country.",
        "the north of the country",
        "AF",
        (36.7, 67.1),
        (31.6, 65.7),
    ),
    Part(
        "It spoke of Afghanistan's northern areas adjacent to Tajikistan.",
        "northern areas adjacent to Tajikistan",
        "AF",
        (37.1, 70.5),
        (34.5, 69.2),
    ),
    Part("Clashes went on in northern Afghanistan.", "northern Afghanistan", "AF", (36.7, 67.1), (31.6, 65.7)),
    Part("Bombs fell on eastern Ukraine.", "eastern Ukraine", "UA", (48.0, 38.0), (49.8, 24.0)),
    Part("Villages in western Ukraine took them in.", "western Ukraine", "UA", (49.8, 24.0), (48.0, 38.0)),
    Part("Turkey bombed northern Syria.", "northern Syria", "SY", (36.6, 38.0), (32.7, 36.1)),
    Part("The convoy reached the south-east of Turkey.", "the south-east of Turkey", "TR", (37.9, 40.2), (41.0, 29.0)),
    Part("Bandits roam north-west Nigeria.", "north-west Nigeria", "NG", (12.9, 5.3), (4.8, 7.0)),
    Part("Attacks in north-eastern Nigeria killed dozens.", "north-eastern Nigeria", "NG", (11.8, 13.1), (6.5, 3.4)),
    Part("Mali's army withdrew from the north of Mali.", "the north of Mali", "ML", (20.2, 0.9), (12.6, -8.0)),
    Part("Houthi drones were built in northern Yemen.", "northern Yemen", "YE", (16.9, 43.7), (12.8, 45.0)),
    Part("Fighting raged in southern Lebanon.", "southern Lebanon", "LB", (33.15, 35.3), (34.4, 35.9)),
    Part("Rebels hold much of eastern Congo.", "eastern Congo", "CD", (-1.6, 29.0), (-4.3, 15.3)),
    Part("Jihadists took villages in eastern Burkina Faso.", "eastern Burkina Faso", "BF", (12.0, 0.8), (11.2, -4.3)),
    Part("Ethiopia's army moved into the country's north.", "the country's north", "ET", (13.5, 39.5), (5.0, 38.0)),
    Part("Militants struck in central Somalia.", "central Somalia", "SO", (4.7, 45.2), (11.3, 49.2)),
    Part("A raid in southern Israel killed two.", "southern Israel", "IL", (30.6, 34.8), (32.9, 35.4)),
    Part("Protests spread to the south of Iraq.", "the south of Iraq", "IQ", (30.5, 47.8), (36.3, 43.1)),
    Part("Rebels took towns in northern Mozambique.", "northern Mozambique", "MZ", (-12.3, 39.5), (-25.9, 32.6)),
    Part("Battles went on in western Myanmar.", "western Myanmar", "MM", (20.2, 93.2), (16.7, 98.5)),
    Part(
        "The jihadists moved into the south-west of Niger.", "the south-west of Niger", "NE", (13.2, 2.2), (18.7, 12.9)
    ),
    Part("Gangs hold roads in southern Haiti.", "southern Haiti", "HT", (18.3, -73.7), (19.7, -72.2)),
    Part("A ceasefire holds in north-western Syria.", "north-western Syria", "SY", (35.93, 36.63), (32.7, 36.6)),
    Part(
        "Militants attacked police in north-western Pakistan.",
        "north-western Pakistan",
        "PK",
        (35.2, 72.0),
        (24.9, 67.0),
    ),
    Part(
        "Colombia's army bombed a camp in the country's south-west.",
        "the country's south-west",
        "CO",
        (1.8, -78.7),
        (11.0, -74.8),
    ),
    Part("Sudan's army holds eastern Sudan.", "eastern Sudan", "SD", (15.45, 36.4), (13.45, 22.45)),
]

SPOTS = [
    Spot("A shell hit a farm 30 km south of Kharkiv, Ukraine.", "30 km south of Kharkiv", 49.72, 36.25, 8),
    Spot(
        "The base lies 50 kilometers (31 miles) north of Kabul, Afghanistan.",
        "50 kilometers (31 miles) north of Kabul",
        34.98,
        69.17,
        12,
    ),
    Spot("Rebels stopped ten miles west of Goma in Congo.", "ten miles west of Goma", -1.67, 29.08, 6),
    Spot("Soldiers camped just outside Goma in Congo.", "just outside Goma", -1.67, 29.22, 12),
    Spot("They were ambushed near Manbij in Syria.", "near Manbij", 36.53, 37.95, 6),
    Spot("Jets bombed a depot on the outskirts of Idlib in Syria.", "on the outskirts of Idlib", 35.93, 36.63, 6),
    Spot("A mine exploded 12km from Maiduguri in Nigeria.", "12km from Maiduguri", 11.85, 13.16, 6),
    Spot(
        "A drone fell 20 kilometres north-east of the Ukrainian city of Sumy.",
        "20 kilometres north-east of the Ukrainian city of Sumy",
        51.03,
        35.0,
        10,
    ),
    Spot("Six were killed 5 km outside Mogadishu, Somalia.", "5 km outside Mogadishu", 2.04, 45.34, 6),
    Spot(
        "Guards at Juba in South Sudan said the attack was 75 km east of Juba.", "75 km east of Juba", 4.85, 32.26, 15
    ),
    Spot(
        "Ukrainian troops hold the road from Kramatorsk to Bakhmut.",
        "the road from Kramatorsk to Bakhmut",
        48.66,
        37.8,
        12,
        "line",
    ),
    Spot(
        "The Taliban attacked the Kunduz-Taloqan highway in Afghanistan.",
        "the Kunduz-Taloqan highway",
        36.73,
        69.2,
        12,
        "line",
    ),
    Spot(
        "A convoy was hit on a road between Aleppo and Idlib in Syria.",
        "road between Aleppo and Idlib",
        36.07,
        36.9,
        12,
        "line",
    ),
    Spot("The wreck was found at 34.528, 69.178 by searchers.", "34.528, 69.178", 34.528, 69.178, 0.1, "point"),
    Spot("The ship sank at 12°47'N 44°59'E after the strike.", "12°47'N 44°59'E", 12.783, 44.983, 0.5, "point"),
    Spot("A position at 37U DQ 12345 67890 was shelled.", "37U DQ 12345 67890", 49.357, 37.793, 0.1, "point"),
    Spot("Shells landed outside Sumy in Ukraine.", "outside Sumy", 50.92, 34.8, 8),
    Spot(
        "A helicopter came down 40 miles south-west of Mosul in Iraq.", "40 miles south-west of Mosul", 35.93, 42.62, 20
    ),
    Spot(
        "Gunmen stopped buses on the road between Kano and Kaduna in Nigeria.",
        "the road between Kano and Kaduna",
        11.26,
        7.98,
        15,
        "line",
    ),
    Spot(
        "The boat sank 20 nautical miles west of Tripoli in Libya.",
        "20 nautical miles west of Tripoli",
        32.88,
        12.79,
        12,
    ),
    Spot("A patrol was hit close to Gao in Mali.", "close to Gao", 16.27, -0.04, 8),
    Spot("The village lies 8 km north of Rafah in the Gaza Strip.", "8 km north of Rafah", 31.36, 34.25, 6),
    Spot(
        "A drone was shot down at 36.2021° N, 37.1343° E on Friday.",
        "36.2021° N, 37.1343° E",
        36.2021,
        37.1343,
        0.1,
        "point",
    ),
]
