"""Tables of phrases for borders and for ways, from the habits of agency prose in many conflicts.

Expected countries and positions come from general geographic knowledge, written down before anything was drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

At = tuple[float, float]
"""Latitude, longitude."""


@dataclass(frozen=True)
class Drawn:
    """What `phrase` of `text` must give: its precision, its countries ("" where it does not matter), and points that it
    holds (an area contains them, a radius reaches them, a line passes within 15 km) and leaves out."""

    text: str
    phrase: str
    precision: str
    countries: str = ""
    holds: tuple[At, ...] = ()
    leaves: tuple[At, ...] = ()
    largest_km: float = 10_000.0
    """The radius may not be larger than this: honest is not vague."""


BORDER_LINES = [
    # Crossings told with both sides
    Drawn(
        "Families crossed the border from Syria into Turkey at night.",
        "the border from Syria into Turkey",
        "line",
        "SY TR",
        ((36.64, 37.08),),
        ((33.5, 36.3),),
    ),
    Drawn("Smugglers moved over the Turkish-Syrian border.", "the Turkish-Syrian border", "line", "SY TR"),
    Drawn(
        "Thousands crossed from Sudan into Chad in a week.",
        "from Sudan into Chad",
        "line",
        "SD TD",
        ((13.46, 22.2),),
    ),
    Drawn(
        "Israel answered cross-border fire from Lebanon with shelling.",
        "cross-border fire from Lebanon",
        "line",
        "IL LB",
        ((33.1, 35.4),),
    ),
    Drawn(
        "Pakistan blamed cross-border attacks from Afghanistan.",
        "cross-border attacks from Afghanistan",
        "line",
        "AF PK",
    ),
    Drawn(
        "Aid comes into Idlib in Syria across the frontier with Turkey.", "the frontier with Turkey", "line", "SY TR"
    ),
    Drawn(
        "Shops shut in towns along Ukraine's northern border with Belarus.",
        "Ukraine's northern border with Belarus",
        "line",
        "BY UA",
    ),
    Drawn(
        "Russia has massed troops on Ukraine's borders with Russia and Belarus.",
        "Ukraine's borders with Russia",
        "line",
        "RU UA",
    ),
    Drawn("The Niger-Nigeria border has been shut since the coup.", "The Niger-Nigeria border", "line", "NE NG"),
    Drawn(
        "Benin's army was attacked near the border with Burkina Faso.", "the border with Burkina Faso", "line", "BF BJ"
    ),
    Drawn(
        "Togo has sent men to its northern border with Burkina Faso.",
        "its northern border with Burkina Faso",
        "line",
        "BF TG",
    ),
    Drawn(
        "Congolese troops were seen at the border between Rwanda and the DRC.",
        "the border between Rwanda and the DRC",
        "line",
        "CD RW",
    ),
    Drawn(
        "Fighting in Kachin drove villagers over Myanmar's border with China.",
        "Myanmar's border with China",
        "line",
        "CN MM",
    ),
    Drawn(
        "Mexico sent marines to its southern border with Guatemala.",
        "its southern border with Guatemala",
        "line",
        "GT MX",
    ),
    Drawn("Kosovo police were shot near the border with Serbia.", "the border with Serbia", "line", "RS XK"),
    Drawn("Eritrean forces crossed into Ethiopia again.", "into Ethiopia", "line", "ER ET"),
    Drawn("Ecuador and Colombia agreed on patrols along their common border.", "their common border", "line", "CO EC"),
    Drawn("Algeria shut its land border with Morocco.", "its land border with Morocco", "line", "DZ MA"),
    Drawn("Kenyan soldiers died at the Somali border.", "the Somali border", "line", "KE SO"),
    Drawn("Uganda's army shelled rebels near the frontier with Congo.", "the frontier with Congo", "line", "CD UG"),
    Drawn("Uzbekistan said Afghan pilots had landed near the Uzbek border.", "the Uzbek border", "line", "AF UZ"),
    Drawn("Finland closed its eastern border with Russia.", "its eastern border with Russia", "line", "FI RU"),
    Drawn("Latvia is fencing its border with Belarus.", "its border with Belarus", "line", "BY LV"),
    Drawn(
        "Central African Republic rebels fled across the Cameroonian border.", "the Cameroonian border", "line", "CF CM"
    ),
    Drawn("Iran fired missiles over the Iran-Pakistan frontier.", "the Iran-Pakistan frontier", "line", "IR PK"),
    # Provinces and regions
    Drawn(
        "Russian troops in Ukraine neared the border between Donetsk and Luhansk regions.",
        "the border between Donetsk and Luhansk regions",
        "line",
        "UA",
        ((48.5, 38.4),),
        ((47.1, 37.5), (49.5, 39.5)),
    ),
    Drawn(
        "Militias clashed along the Amhara-Tigray border in Ethiopia.",
        "the Amhara-Tigray border",
        "line",
        "ET",
        ((13.6, 37.8),),
        ((9.0, 38.7),),
    ),
    Drawn(
        "Israel watches Gaza's border with Egypt.",
        "Gaza's border with Egypt",
        "line",
        "EG PS",
        ((31.25, 34.25),),
        ((29.6, 34.9),),
    ),
    Drawn(
        "Drones struck the Iraqi Kurdistan border with Iran.",
        "the Iraqi Kurdistan border with Iran",
        "line",
        "IQ IR",
        ((35.6, 46.1),),
        ((31.0, 47.8),),
    ),
    Drawn(
        "Israel put tanks on its border with the Gaza Strip.",
        "its border with the Gaza Strip",
        "line",
        "IL PS",
        ((31.45, 34.5),),
        ((32.2, 35.0), (31.5, 35.0)),
    ),
    Drawn(
        "Pokrovsk, in Ukraine's Donetsk region, is near the border with Dnipropetrovsk region.",
        "the border with Dnipropetrovsk region",
        "line",
        "UA",
        ((48.3, 36.85),),
        ((48.5, 33.5),),
    ),
    Drawn(
        "Shells from Ukraine fell along the Kursk region's border with Ukraine.",
        "the Kursk region's border with Ukraine",
        "line",
        "RU UA",
        ((51.3, 35.1),),
        ((49.9, 39.8),),
    ),
    Drawn(
        "Gunmen hid on the border between Zamfara and Katsina states in Nigeria.",
        "the border between Zamfara and Katsina states",
        "line",
        "NG",
        ((12.3, 7.0),),
    ),
    Drawn(
        "Sudan's army advanced along the border between North Kordofan and White Nile states.",
        "the border between North Kordofan and White Nile states",
        "line",
        "SD",
        ((13.2, 31.9),),
    ),
]

WAYS = [
    Drawn(
        "The army cut the M4 highway between Latakia and Saraqib in Syria.",
        "the M4 highway between Latakia and Saraqib",
        "line",
        "SY",
        ((35.7, 36.3),),
    ),
    Drawn(
        "Saboteurs blew up the railway linking Bamako and Kayes in Mali.",
        "the railway linking Bamako and Kayes",
        "line",
        "ML",
        ((13.55, -9.7),),
    ),
    Drawn(
        "Ukraine holds the front line from Kupiansk to Svatove.",
        "the front line from Kupiansk to Svatove",
        "line",
        "UA",
        ((49.55, 37.9),),
    ),
    Drawn(
        "Armenia lost the corridor between Lachin and Stepanakert.",
        "the corridor between Lachin and Stepanakert",
        "line",
    ),
    Drawn(
        "Boats landed on the stretch of coast between Misrata and Sirte in Libya.",
        "the stretch of coast between Misrata and Sirte",
        "line",
        "LY",
        ((31.79, 15.84),),
    ),
    Drawn(
        "The rebels in Yemen mined the road linking Marib to Sanaa.",
        "the road linking Marib to Sanaa",
        "line",
        "YE",
        ((15.4, 44.8),),
    ),
    Drawn(
        "A truck was burnt on the Maiduguri-Damaturu road in Nigeria.",
        "the Maiduguri-Damaturu road",
        "line",
        "NG",
        ((11.8, 12.5),),
    ),
    Drawn(
        "In Congo, M23 cut the road between Goma and Rutshuru.",
        "the road between Goma and Rutshuru",
        "line",
        "CD",
        ((-1.43, 29.3),),
    ),
    Drawn(
        "Drones hit trucks on the highway connecting Melitopol with Mariupol in Ukraine.",
        "the highway connecting Melitopol with Mariupol",
        "line",
        "UA",
        ((46.95, 36.5),),
    ),
    Drawn(
        "Bandits rule the no man's land between Ghazni and Gardez in Afghanistan.",
        "the no man's land between Ghazni and Gardez",
        "line",
        "AF",
    ),
    Drawn(
        "A bus was ambushed on the main road from Mogadishu to Afgooye in Somalia.",
        "the main road from Mogadishu to Afgooye",
        "line",
        "SO",
        ((2.1, 45.2),),
    ),
    Drawn(
        "Fighting went on in the area between Kobani and Tal Abyad in Syria.",
        "between Kobani and Tal Abyad",
        "line",
        "SY",
        ((36.8, 38.65),),
    ),
    Drawn(
        "Houthi fighters dug in midway between Marib and Ataq in Yemen.",
        "midway between Marib and Ataq",
        "near",
        "YE",
        ((14.98, 46.07),),
        ((15.46, 45.32),),
        60,
    ),
    Drawn(
        "They set up a camp halfway between Gao and Kidal in Mali.",
        "halfway between Gao and Kidal",
        "near",
        "ML",
        ((17.36, 0.68),),
        ((16.27, -0.04),),
        90,
    ),
    Drawn(
        "A base lies roughly halfway between Homs and Palmyra, Syria.",
        "halfway between Homs and Palmyra",
        "near",
        "SY",
        ((34.65, 37.5),),
        ((34.73, 36.71),),
        60,
    ),
    Drawn(
        "Jihadists roam the triangle formed by Gao, Menaka and Ansongo in Mali.",
        "the triangle formed by Gao, Menaka and Ansongo",
        "area",
        "ML",
        ((15.95, 0.8),),
        ((12.6, -8.0),),
    ),
]
