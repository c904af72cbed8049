"""Passages in which a phrase points back: "the country", "the province", "the capital", "the border", "its border".

What each points to was settled by reading, before anything was run.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Backward:
    """`phrase` of `text` lies in, or between, `countries`; in the province `admin1` or near `place`, where given."""

    text: str
    phrase: str
    countries: str
    near: tuple[float, float, float] | None = None
    """Latitude, longitude, and how far off in kilometres the point drawn may be."""


BACKWARD = [
    Backward(
        "Russia's Wagner fighters arrived in Mali last year. Violence has since spread in the north of the country.",
        "the north of the country",
        "ML",
    ),
    Backward(
        "France pulled its last soldiers out of Mali in 2022. Jihadists now hold much of the north of the country.",
        "the north of the country",
        "ML",
    ),
    Backward(
        "The United States said it would send more weapons to Ukraine. Fighting goes on in the east of the country.",
        "the east of the country",
        "UA",
    ),
    Backward(
        "Rwanda denies backing M23 rebels in Congo. The rebels hold towns in the country's east.",
        "the country's east",
        "CD",
    ),
    Backward(
        "Israel struck Iran on Friday. Blasts were heard in the west of the country.", "the west of the country", "IR"
    ),
    Backward(
        "Ethiopia declared a ceasefire. Aid has not reached the north of the country.", "the north of the country", "ET"
    ),
    Backward(
        "Nigeria's army killed 30 gunmen. Bandits hold forests in the country's north-west.",
        "the country's north-west",
        "NG",
    ),
    Backward(
        "Turkey sent drones to Libya, and Egypt threatened war. Militias in the west of the country rejoiced.",
        "the west of the country",
        "LY",
    ),
    Backward(
        "Saudi Arabia leads a coalition that has bombed Yemen since 2015. The Houthis rule the north of the country.",
        "the north of the country",
        "YE",
    ),
    Backward(
        "Kenyan police landed in Haiti. Gangs had cut the roads to the south of the country.",
        "the south of the country",
        "HT",
    ),
    Backward(
        "Sudan has been at war since April. Chad has taken in many who fled. Famine looms in the west of the country.",
        "the west of the country",
        "SD",
    ),
    Backward(
        "Vietnam said China had rammed its boat. Troops were sent to the south of the country.",
        "the south of the country",
        "VN",
    ),
    Backward(
        "Iranian advisers came to Syria years ago. Rebels attacked in the north-west of the country.",
        "the north-west of the country",
        "SY",
    ),
    Backward(
        "Pakistan expelled thousands of Afghans. A bomb killed nine in the country's south-west.",
        "the country's south-west",
        "PK",
    ),
    Backward(
        "WASHINGTON - Clashes in Cameroon left six dead. The west of the country is restive.",
        "The west of the country",
        "CM",
    ),
    Backward(
        "Mozambique asked for help. Rwanda sent a thousand troops. They will fight in the north of the country.",
        "the north of the country",
        "MZ",
    ),
    Backward(
        "The UN met in New York over Myanmar. The army shelled villages in the west of the country.",
        "the west of the country",
        "MM",
    ),
    # the province
    Backward(
        "Fighting flared in Idlib province, Syria. Jets bombed the south of the province.",
        "the south of the province",
        "SY",
        (35.55, 36.6, 40),
    ),
    Backward(
        "In Ukraine, Russia shelled Kherson region. Two died in the north of the region.",
        "the north of the region",
        "UA",
        (47.1, 33.5, 80),
    ),
    Backward(
        "Gunmen raided Zamfara state in Nigeria. Schools shut in the west of the state.",
        "the west of the state",
        "NG",
        (12.3, 5.9, 80),
    ),
    # the capital
    Backward(
        "Rebels in Chad crossed the desert. They were stopped 300 km north of the capital.",
        "300 km north of the capital",
        "TD",
        (14.8, 15.05, 40),
    ),
    Backward(
        "Rwanda was accused of arming rebels in Burundi. A grenade went off 10 km from the capital.",
        "10 km from the capital",
        "BI",
        None,
    ),
    Backward(
        "Jihadists in Mali burnt trucks. The ambush was 60 km west of the capital.",
        "60 km west of the capital",
        "ML",
        (12.65, -8.55, 30),
    ),
    # the border
    Backward("Hezbollah fired rockets from Lebanon. Israel moved tanks to the border.", "the border", "IL LB"),
    Backward("Sudan accused Ethiopia of an attack. Soldiers had died at the border.", "the border", "ET SD"),
    Backward(
        "The United States praised Kyrgyzstan and Tajikistan for their truce. Guns fell silent along the border.",
        "the border",
        "KG TJ",
    ),
    Backward(
        "Thailand evacuated villages. Cambodia had fired rockets, it said, over the border.", "the border", "KH TH"
    ),
    Backward(
        "Russia said Ukraine had shelled Belgorod. Villages along the border were evacuated.", "the border", "RU UA"
    ),
    Backward(
        "China and Russia will hold drills. India has sent more men to its border with China.",
        "its border with China",
        "CN IN",
    ),
]

POINTS_TO_THE_WRONG_ONE = [
    # Where soldiers flee to weighs too much beside where they are from.
    Backward(
        "More than a thousand Afghan soldiers fled into Tajikistan on Monday, Tajik guards said. The Taliban have "
        "overrun dozens of districts, most of them in the north of the country.",
        "the north of the country",
        "AF",
    ),
    # Of two that merely act the nearer is taken, though the article opened with the other.
    Backward(
        "Colombia began talks with the rebels. Venezuela will be host. Clashes went on in the country's north-east.",
        "the country's north-east",
        "CO",
    ),
    # A town named is a weaker hint than a country named.
    Backward(
        "A delegation from Qatar visited Kabul. The Taliban have shut schools in the south of the country.",
        "the south of the country",
        "AF",
    ),
]
"""Known failures."""
