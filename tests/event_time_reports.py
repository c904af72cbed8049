"""More texts with the time of each bracketed event: what runs on, lies ahead, is over or lasts, and other registers.

Written as event_time_sentences.py says.
"""

from __future__ import annotations

Row = tuple[str, str, tuple[str, ...]]

RUNNING_ON: list[Row] = [
    (
        "2022-03-15",
        "Bandits [attacked] the base on Friday. They [killed] nine soldiers. Three civilians also [died].",
        ("told 2022-03-11", "running 2022-03-11", "running 2022-03-11"),
    ),
    ("1999-05-10", "On 8 May jets bombed Nis. Two buildings [collapsed].", ("running 1999-05-08",)),
    ("2024-01-28", "Gunmen killed a priest in Kaduna on Friday. The [murder] drew outrage.", ("same 2024-01-26",)),
    ("2024-01-28", "A bomb exploded in Quetta on Friday.\n\nThe [blast] wounded nine people.", ("same 2024-01-26",)),
    ("2015-09-30", "The army shelled Douma on Monday.\n\nThe [bombardment] went on for hours.", ("same 2015-09-28",)),
    (
        "2012-11-21",
        "Rebels captured Goma on Tuesday.\n\nThe [seizure] of the city alarmed Kinshasa.",
        ("same 2012-11-20",),
    ),
    (
        "2021-07-06",
        "Blast [kills] nine in Mogadishu\n\nA car bomb [exploded] at a checkpoint on Saturday.",
        ("report 2021-07-03/2021-07-06 =2021-07-03", "told 2021-07-03"),
    ),
]

BACKGROUND: list[Row] = [
    ("2012-11-21", "Militias, who had [fled] the city, are regrouping in the hills.", ("background ../2012-11-21",)),
    ("2023-05-03", "The two states [fought] a border war in 1998.", ("told 1998-01-01/1998-12-31",)),
    ("2015-09-30", "The war in Syria has [killed] thousands since 2011.", ("since 2011-01-01/2015-09-30",)),
    ("2024-01-28", "In the 2014 war, tunnels were [used] to enter Israel.", ("told 2014-01-01/2014-12-31",)),
    ("2025-01-30", "Rebels have [held] the bridge since Monday.", ("since 2025-01-27/2025-01-30 =2025-01-27",)),
    ("2021-07-06", "The airbase had been [attacked] twice before.", ("background ../2021-07-06",)),
    (
        "2018-08-10",
        "Troops [seized] the port on Monday. The port had been [blockaded] for months.",
        ("told 2018-08-06", "background ../2018-08-06"),
    ),
    (
        "2018-08-10",
        "Rebels, who [captured] the city in 2014, [lost] it on Thursday.",
        ("told 2014-01-01/2014-12-31", "told 2018-08-09"),
    ),
    (
        "2015-09-30",
        "Police [arrested] two men over the 2013 bombing.",
        ("published 2015-09-29/2015-09-30 =2015-09-30",),
    ),
    (
        "2023-05-03",
        "A court [sentenced] him for the May 2017 [massacre].",
        ("published 2023-05-02/2023-05-03 =2023-05-03", "told 2017-05-01/2017-05-31"),
    ),
    (
        "2002-02-22",
        "Troops [killed] a man wanted for the 1998 bombings.",
        ("published 2002-02-21/2002-02-22 =2002-02-22",),
    ),
    (
        "2023-05-03",
        "Soldiers [arrested] a rebel who [fled] on Sunday.",
        ("published 2023-05-02/2023-05-03 =2023-05-03", "told 2023-04-30"),
    ),
    (
        "2024-01-28",
        "Villagers [returned] on Friday to homes that had been [burned].",
        ("told 2024-01-26", "background ../2024-01-26"),
    ),
    (
        "2021-07-06",
        "After Monday's [attack], troops [sealed] the town.",
        ("told 2021-07-05", "told 2021-07-05/2021-07-06 =2021-07-05"),
    ),
    ("2022-03-15", "Gunmen [killed] 12 people in Thursday's market attack.", ("told 2022-03-10",)),
    (
        "2022-03-15",
        "The minister [condemned] Sunday's [attack] in Jos.",
        ("published 2022-03-14/2022-03-15 =2022-03-15", "told 2022-03-13"),
    ),
    ("2020-10-05", "The enclave broke away in a war that [ended] in 1994.", ("told 1994-01-01/1994-12-31",)),
]

AHEAD: list[Row] = [
    ("2021-07-06", "The last troops will [withdraw] by September.", ("told 2021-07-06/2021-09-30",)),
    ("2023-05-03", "Elections are [due] in July.", ("told 2023-07-01/2023-07-31",)),
    ("2018-08-10", "Troops will [leave] the city, a minister said on Monday.", ("ahead 2018-08-06/..",)),
    ("2021-07-06", "The talks in Doha will [resume] on Friday.", ("told 2021-07-09",)),
    ("2025-01-30", "The army vowed to [retake] Goma.", ("ahead 2025-01-30/.. =2025-01-30",)),
    (
        "2025-01-30",
        "The rebels threatened to [march] on Bukavu after Monday's victory.",
        ("ahead 2025-01-30/.. =2025-01-30",),
    ),
    ("2018-08-10", "The rebels agreed on Sunday to [withdraw] from the port.", ("ahead 2018-08-05/..",)),
    ("2022-03-15", "Troops are preparing to [storm] Mariupol.", ("ahead 2022-03-15/.. =2022-03-15",)),
    (
        "2002-02-22",
        "The army ordered rebels to [leave] the zone before Sunday.",
        ("told 2002-02-22/2002-02-24 =2002-02-24",),
    ),
    ("2024-01-28", "Kenyan police are expected to [arrive] in Haiti next month.", ("told 2024-02-01/2024-02-29",)),
    (
        "2020-10-05",
        "Most troops have [left] ahead of a December deadline.",
        ("published 2020-10-04/2020-10-05 =2020-10-05",),
    ),
    (
        "2018-08-10",
        "A ceasefire that was to [begin] on Thursday was [broken] within hours.",
        ("told 2018-08-09", "published 2018-08-09/2018-08-10 =2018-08-10"),
    ),
]

VAGUE: list[Row] = [
    (
        "2021-07-06",
        "The government has [lost] a third of the country in recent weeks.",
        ("told 2021-05-11/2021-07-06",),
    ),
    ("2021-07-06", "Last week, rebels [overran] two bases in Badakhshan.", ("told 2021-06-28/2021-07-04",)),
    ("2022-03-15", "Dozens of people [died] this year in Ituri.", ("told 2022-01-01/2022-03-15",)),
    ("2018-08-10", "In July, drought and war [displaced] thousands.", ("told 2018-07-01/2018-07-31",)),
    ("2020-10-05", "Over the past three days, air strikes have [killed] 30 people.", ("told 2020-10-02/2020-10-05",)),
    ("2023-05-03", "Over the weekend, militias [clashed] in Tripoli.", ("told 2023-04-29/2023-04-30",)),
]

LASTING: list[Row] = [
    ("2015-09-30", "The army has [bombed] the valley for three months.", ("since 2015-06-30/2015-09-30",)),
    ("2012-11-21", "Fighters have been [besieging] the base for two weeks.", ("since 2012-11-07/2012-11-21",)),
    ("2022-03-15", "Rebels [held] the bridge for six hours on Saturday.", ("told 2022-03-12",)),
    ("2021-07-06", "After 20 years of war, foreign troops [left] on Friday.", ("told 2021-07-02",)),
    (
        "2018-08-10",
        "The city [fell] after a two-week [siege].",
        ("published 2018-08-09/2018-08-10 =2018-08-10", "background ../2018-08-10"),
    ),
    ("2021-07-06", "Twenty years of [war] have ruined the country.", ("background ../2021-07-06",)),
    ("2012-11-21", "On the third day of fighting, troops [reached] the port on Sunday.", ("told 2012-11-18",)),
    (
        "2002-02-22",
        "The rebels have [kidnapped] hundreds over four decades of conflict.",
        ("since 1962-02-22/2002-02-22",),
    ),
    (
        "2023-05-03",
        "The 11-year [conflict] has [killed] half a million people.",
        ("background ../2023-05-03", "published 2023-05-02/2023-05-03 =2023-05-03"),
    ),
]

DATELINE: list[Row] = [
    (
        "2025-01-28",
        "GOMA, Jan 27 (Reuters) - Rebels [entered] the city.",
        ("published 2025-01-26/2025-01-27 =2025-01-27",),
    ),
    ("2025-01-27", "GOMA, Jan 27 (Reuters) - Rebels [entered] the city on Sunday.", ("told 2025-01-26",)),
    ("2002-02-22", "BOGOTA, Feb 22 (Xinhua) -- A bomb [killed] three people here Thursday.", ("told 2002-02-21",)),
]

REGISTERS: list[Row] = [
    ("2023-05-03", "0630, 30 April: Heavy shelling [hit] Omdurman.", ("told 2023-04-30 @06:30",)),
    (
        "2023-05-03",
        "SITREP 12, 30 April 2023. On 29 April armed men [looted] the WFP store in Nyala.",
        ("told 2023-04-29",),
    ),
    (
        "2022-03-15",
        "Last night the enemy [struck] Kharkiv with rockets, the staff reported this morning.",
        ("told 2022-03-14/2022-03-15 =2022-03-14 @night",),
    ),
    ("2022-03-15", "Kyiv: sirens at 4am, blast [heard] at 4.20am Sunday, says mayor.", ("told 2022-03-13 @04:20",)),
    ("2018-08-10", "On Thursday (9 August) coalition jets [bombed] a bus in Dahyan.", ("told 2018-08-09",)),
    (
        "2024-01-28",
        "Property destruction: on 24 January 2024, settlers [torched] two cars near Huwara.",
        ("told 2024-01-24",),
    ),
    (
        "2002-02-22",
        "The hostages, [seized] last June in the Philippines, were [moved] on Tuesday.",
        ("told 2001-06-01/2001-06-30", "told 2002-02-19"),
    ),
    ("1999-05-10", "Refugees said they had been [driven] from Pec on Saturday by militiamen.", ("told 1999-05-08",)),
    (
        "2020-10-05",
        "On the day that the army [shelled] Terter, 3 October, residents [fled] to Barda.",
        ("told 2020-10-03", "told 2020-10-03"),
    ),
    ("2024-01-28", "There were [clashes] in Bambari on Thursday and Friday.", ("told 2024-01-25/2024-01-26",)),
]

WITHOUT_PUBLICATION: list[Row] = [
    ("", "Rebels [attacked] the fort on Monday.", ("told ../..",)),
    ("", "Rebels [attacked] the fort on 3 March 1962.", ("told 1962-03-03",)),
    ("", "Rebels [attacked] the fort.", ("none ../..",)),
    ("", "Rebels attacked the fort on 3 March 1962. The next day it [fell].", ("told 1962-03-04",)),
    ("", "Rebels attacked the fort on 3 March 1962. Nine soldiers [died].", ("running 1962-03-03",)),
]

HOURS: list[Row] = [
    (
        "2022-03-17",
        "Gunmen raided a camp in Ituri on Tuesday night, a chief said on Thursday.\n\n"
        "The attackers [reached] the huts at around 9 p.m. and [left] before dawn.",
        ("running 2022-03-15 @21:00", "running 2022-03-15/2022-03-16 =2022-03-16 @dawn"),
    ),
    (
        "2023-04-17",
        "On Saturday fighting broke out in Khartoum. At 17:12 a shell [hit] the Shaab hospital.",
        ("told 2023-04-15 @17:12",),
    ),
    ("2023-04-17", "At 17:12 on Saturday a shell [hit] the Shaab hospital.", ("told 2023-04-15 @17:12",)),
    ("2023-04-17", "At 17:12 a shell [hit] the hospital.", ("told 2023-04-17 @17:12",)),
    ("2015-09-30", "A dawn [raid] on Sunday left four dead in Nablus.", ("told 2015-09-27 @dawn",)),
    ("2024-01-28", "Troops [took] the ridge in a pre-dawn assault on 25 January.", ("told 2024-01-25 @dawn",)),
    ("2020-10-05", "Rockets [hit] Ganja at about 10 p.m. on Saturday.", ("told 2020-10-03 @22:00",)),
]

CHRONICLES: list[Row] = [
    ("2024-06-27", "12 July 2016: A tribunal in The Hague [rules] for Manila.", ("told 2016-07-12",)),
    (
        "2024-06-27",
        "5 March 2024: Water cannon [shatter] a windscreen; four are [hurt].",
        ("told 2024-03-05", "told 2024-03-05"),
    ),
    (
        "2023-05-03",
        "- 29 April 2023: convoy [looted] near Zalingei. Two drivers [missing].\n- 30 April 2023: hospital [shelled].",
        ("told 2023-04-29", "told 2023-04-29", "told 2023-04-30"),
    ),
    ("2002-02-22", "Wednesday, 20 February: guerrillas [hijack] an airliner over Huila.", ("told 2002-02-20",)),
]

CLAUSES: list[Row] = [
    (
        "2018-08-10",
        "The storm of shells [began] late on Monday, then [moved] on to the port.",
        ("told 2018-08-06", "told 2018-08-06/2018-08-10 =2018-08-06"),
    ),
    (
        "2018-08-10",
        "Two pupils were [killed] when a mortar round struck a school in Taiz on Tuesday.",
        ("told 2018-08-07",),
    ),
    ("2024-01-28", "They began [attacking] police stations and the airport on Thursday.", ("told 2024-01-25",)),
    ("2010-05-19", "We stayed on the beach until 20 April, when the army [broke] the bund.", ("told 2010-04-20",)),
    ("2020-02-27", "The truce held until 24 February, when shells [fell] on Ariha.", ("told 2020-02-24",)),
    (
        "2018-08-10",
        "On Monday, when the rebels [entered] Hajjah, residents [fled].",
        ("told 2018-08-06", "told 2018-08-06"),
    ),
    (
        "2023-05-03",
        "On Sunday the minister said that the men had [trained] there for months.",
        ("said ../2023-04-30 =2023-04-30",),
    ),
    (
        "2012-11-21",
        "The army has been independent since 1962, but it still [recruits] from one clan.",
        ("published 2012-11-20/2012-11-21 =2012-11-21",),
    ),
    (
        "2018-08-10",
        "Officials would not comment on the [killing] of the driver.",
        ("published 2018-08-09/2018-08-10 =2018-08-10",),
    ),
    ("2022-03-15", "Three miners were [found] buried under rubble on Sunday in Enugu.", ("told 2022-03-13",)),
    ("2025-01-30", "Troops [moved] to retake the airport on Tuesday.", ("told 2025-01-28",)),
    (
        "2025-01-30",
        "The general [hopes] to retake the airport by June.",
        ("published 2025-01-29/2025-01-30 =2025-01-30",),
    ),
    (
        "2024-01-28",
        "The [bombing], which killed nine, came a day after a truce [collapsed] on Thursday.",
        ("told 2024-01-26", "told 2024-01-25"),
    ),
    (
        "2012-11-21",
        "Rebels took the town on 3 November. Within days they [executed] its mayor.",
        ("running 2012-11-03/2012-11-21",),
    ),
    ("2015-09-30", "Activists said Friday's [strike] on Binnish [killed] six.", ("told 2015-09-25", "told 2015-09-25")),
    (
        "2015-09-30",
        "Jets [struck] Binnish on Friday, hours before envoys [met] in New York.",
        ("told 2015-09-25", "told 2015-09-25/2015-09-26 =2015-09-25"),
    ),
    (
        "1999-05-10",
        "Mortars [hit] Kukes while refugees [slept] on Saturday night.",
        ("told 1999-05-08/1999-05-09 =1999-05-08 @night", "told 1999-05-08/1999-05-09 =1999-05-08 @night"),
    ),
    (
        "2002-02-22",
        "Paramilitaries [killed] 12 villagers in Bojaya, witnesses who [fled] on Tuesday said.",
        ("published 2002-02-21/2002-02-22 =2002-02-22", "told 2002-02-19"),
    ),
]

MORE: list[Row] = [
    (
        "2025-01-28",
        "Rebels held most of Goma on Tuesday after two days of street [fighting].",
        ("told 2025-01-26/2025-01-28",),
    ),
    ("2025-01-29", "Rebels who had captured the town last year were [driven] out on Saturday.", ("told 2025-01-25",)),
    ("2025-01-29", "The rebels said on Sunday they would [withdraw] from the port.", ("ahead 2025-01-26/..",)),
    ("2025-01-29", "The president ordered troops on Sunday to [seize] the airport.", ("ahead 2025-01-26/..",)),
    ("2025-01-29", "Gunmen killed 12 on Saturday, a week after an attack that [killed] 30.", ("told 2025-01-18",)),
    (
        "2025-01-29",
        "Thousands have been [killed] since the war [began] in 2014.",
        ("told 2014-01-01/2025-01-29", "told 2014-01-01/2014-12-31"),
    ),
    ("2025-01-29", "The offensive could [begin] within days.", ("ahead 2025-01-29/.. =2025-01-29",)),
    (
        "2025-01-29",
        "The war, which [began] in April 2023, has [displaced] 12 million people.",
        ("told 2023-04-01/2023-04-30", "published 2025-01-28/2025-01-29 =2025-01-29"),
    ),
    (
        "2025-01-29",
        "Rebels [took] Sake on Saturday and, a day later, [entered] Minova.",
        ("told 2025-01-25", "told 2025-01-26"),
    ),
    (
        "2025-01-29",
        "Thousands [marched] on Saturday to mark the anniversary of the 2011 [uprising].",
        ("told 2025-01-25", "told 2011-01-01/2011-12-31"),
    ),
    ("2025-01-29", "At least 9 people were [killed] between Monday and Wednesday.", ("told 2025-01-27/2025-01-29",)),
]
