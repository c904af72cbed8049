"""Sentences and short reports with the time that each bracketed event happened, by what makes them hard.

A row: the publication day, the text with every asked trigger in brackets, and one answer a trigger, in order. An answer
is `kind FROM/TO =DAY @part of day`: FROM and TO are the interval's ends (`..` where open, one day where both are the
same), DAY is the day named as the best guess (left out where none can be; the day itself for a single day), the part of
day is told in words. All sentences are made up; the wars are real ones, of all continents.
"""

from __future__ import annotations

Row = tuple[str, str, tuple[str, ...]]

# Publication days and their weekdays: 2021-07-06 Tue, 2022-03-15 Tue, 2023-05-03 Wed, 2015-09-30 Wed, 2024-01-28 Sun,
# 2012-11-21 Wed, 2020-10-05 Mon, 1999-05-10 Mon, 2018-08-10 Fri, 2002-02-22 Fri, 2025-01-30 Thu.

OWN_TIME: list[Row] = [
    ("2022-03-15", "Russian forces [shelled] Mykolaiv on Sunday.", ("told 2022-03-13",)),
    ("2022-03-15", "On Monday, gunmen [stormed] a village near Djibo.", ("told 2022-03-14",)),
    ("2012-11-21", "Fighters [entered] Sake at dawn on Friday.", ("told 2012-11-16 @dawn",)),
    ("2018-08-10", "Gunmen [stormed] the hotel in Aden on Thursday evening.", ("told 2018-08-09 @evening",)),
    ("2018-08-10", "The blast in Hodeidah [occurred] at 14:30 on Thursday.", ("told 2018-08-09 @14:30",)),
    ("2023-05-03", "The [attack] on the convoy on 1 May left six dead.", ("told 2023-05-01",)),
    ("2024-01-28", "Thursday's [raid] on Nuseirat left nine people dead.", ("told 2024-01-25",)),
    ("1999-05-10", "The 7 August 1998 [bombing] of the embassy killed 224 people.", ("told 1998-08-07",)),
    ("2020-10-05", "Yesterday, rockets [hit] a school in Stepanakert.", ("told 2020-10-04",)),
    ("2025-01-30", "Three days ago the rebels [captured] Goma's airport.", ("told 2025-01-27",)),
    ("2002-02-22", "A bomb [went] off in Florencia on Wednesday morning.", ("told 2002-02-20 @morning",)),
    ("2023-05-03", "On 29 April 2023, gunmen [shot] two farmers near Jos.", ("told 2023-04-29",)),
    ("2015-09-30", "Jets [bombed] Talbiseh on Sunday night.", ("told 2015-09-27/2015-09-28 =2015-09-27 @night",)),
    ("2023-05-03", "Sunday 30 April: air strikes [hit] Khartoum North.", ("told 2023-04-30",)),
    ("2024-01-28", "Gangs [burned] a police station in Carrefour on Friday.", ("told 2024-01-26",)),
    ("2024-01-28", "Junta troops in Myanmar [torched] a monastery on January 23.", ("told 2024-01-23",)),
]

SAID_THEN: list[Row] = [
    (
        "2015-09-30",
        "Fifty-six people were [killed], the ministry said in a statement on Sunday.",
        ("said 2015-09-26/2015-09-27 =2015-09-27",),
    ),
    (
        "2015-09-30",
        "The army said Sunday rebels [seized] a garrison near Idlib.",
        ("said 2015-09-26/2015-09-27 =2015-09-27",),
    ),
    (
        "2015-09-30",
        "The general told reporters on Sunday his men had [retaken] the dam.",
        ("said 2015-09-26/2015-09-27 =2015-09-27",),
    ),
    (
        "2023-05-03",
        "According to a statement issued Sunday, the militia [burned] three villages in Darfur.",
        ("said 2023-04-29/2023-04-30 =2023-04-30",),
    ),
    (
        "2023-05-03",
        "Sunday's statement said that jets [struck] a camp in Omdurman.",
        ("said 2023-04-29/2023-04-30 =2023-04-30",),
    ),
    (
        "2022-03-15",
        "In a Sunday post on Telegram, the governor said a drone [hit] a depot.",
        ("said 2022-03-12/2022-03-13 =2022-03-13",),
    ),
    (
        "2015-09-30",
        "In a video released on Friday, the group said it [shot] two captives.",
        ("said 2015-09-24/2015-09-25 =2015-09-25",),
    ),
    (
        "2022-03-15",
        "At least nine soldiers were [killed] in an ambush in Tillaberi, the defence ministry announced on Friday.",
        ("said 2022-03-10/2022-03-11 =2022-03-11",),
    ),
    (
        "2022-03-15",
        "Police on Sunday said gunmen had [abducted] 20 pupils in Kaduna.",
        ("said 2022-03-12/2022-03-13 =2022-03-13",),
    ),
    (
        "2021-07-06",
        "A spokesman on Saturday confirmed that the base at Bala Murghab was [attacked].",
        ("said 2021-07-02/2021-07-03 =2021-07-03",),
    ),
    (
        "2023-05-03",
        "Sudan's army said in a statement late Monday that it [bombed] a convoy.",
        ("said 2023-04-30/2023-05-01 =2023-05-01",),
    ),
    (
        "2025-01-30",
        "The United Nations reported on Monday that 300,000 people had [fled] Goma.",
        ("said 2025-01-26/2025-01-27 =2025-01-27",),
    ),
    (
        "2022-03-15",
        "Troops [withdrew] from the island, Kyiv said on Thursday, after weeks of strikes.",
        ("said 2022-03-09/2022-03-10 =2022-03-10",),
    ),
    (
        "2018-08-10",
        "The strike [killed] 11 people in Saada, a doctor told Reuters on Monday.",
        ("said 2018-08-05/2018-08-06 =2018-08-06",),
    ),
    (
        "2024-01-28",
        "The president's office said in a Facebook post on Wednesday that mines [wounded] four.",
        ("said 2024-01-23/2024-01-24 =2024-01-24",),
    ),
    (
        "2012-11-21",
        "State television reported Friday that rebels [surrendered] in Homs.",
        ("said 2012-11-15/2012-11-16 =2012-11-16",),
    ),
    (
        "2022-03-15",
        "A police chief, speaking on Sunday, said bandits [killed] 30 in Zamfara.",
        ("said 2022-03-12/2022-03-13 =2022-03-13",),
    ),
    (
        "2012-11-21",
        "Witnesses told AFP by telephone Sunday that soldiers [opened] fire in Konna.",
        ("said 2012-11-17/2012-11-18 =2012-11-18",),
    ),
    (
        "2002-02-22",
        "The rebels, in a communique dated Monday, said they [captured] a bridge near Mocoa.",
        ("said 2002-02-17/2002-02-18 =2002-02-18",),
    ),
    (
        "2024-01-28",
        "The army claimed on X on Saturday that it [destroyed] three launchers.",
        ("said 2024-01-26/2024-01-27 =2024-01-27",),
    ),
    (
        "2018-08-10",
        "On Sunday, the ministry said 56 people were [killed] in the raid.",
        ("said 2018-08-04/2018-08-05 =2018-08-05",),
    ),
    (
        "2021-07-06",
        "KABUL (AP) - A roadside bomb [killed] five civilians in Helmand, an Afghan official said Sunday.",
        ("said 2021-07-03/2021-07-04 =2021-07-04",),
    ),
    (
        "2018-08-10",
        "Fighters [entered] the port, residents said by phone on Wednesday.",
        ("said 2018-08-07/2018-08-08 =2018-08-08",),
    ),
    (
        "2022-03-15",
        "Insurgents [abducted] 12 girls in Borno, a local official said late on Saturday.",
        ("said 2022-03-11/2022-03-12 =2022-03-12",),
    ),
    (
        "2015-09-30",
        "At least 30 migrants [drowned] off Libya, the coast guard said early Monday.",
        ("said 2015-09-27/2015-09-28 =2015-09-28",),
    ),
    (
        "2020-10-05",
        "Azerbaijan's forces [took] Madagiz, the president wrote on Twitter on Saturday.",
        ("said 2020-10-02/2020-10-03 =2020-10-03",),
    ),
    (
        "2024-01-28",
        "Twelve people were [killed] in Thandwe, according to a statement released by the rebels on Friday.",
        ("said 2024-01-25/2024-01-26 =2024-01-26",),
    ),
    (
        "2002-02-22",
        "Guerrillas [kidnapped] a senator, officials said Wednesday in Bogota.",
        ("said 2002-02-19/2002-02-20 =2002-02-20",),
    ),
]

SAID_OF_A_DAY: list[Row] = [
    (
        "2015-09-30",
        "Officials said on Sunday that 56 were [killed] in the [shelling] of a market a day earlier.",
        ("told 2015-09-26", "told 2015-09-26"),
    ),
    ("2023-05-03", "Officials said that rebels [attacked] a post near Kutum on Sunday.", ("told 2023-04-30",)),
    ("2023-05-03", "Officials said rebels on Sunday [attacked] a post near Kutum.", ("told 2023-04-30",)),
    ("2023-05-03", "Officials said Sunday that rebels [attacked] a post on Friday.", ("told 2023-04-28",)),
    ("2023-05-03", "Rebels [attacked] a post on Saturday, officials said on Sunday.", ("told 2023-04-29",)),
    ("2023-05-03", "On Sunday the army [shelled] Bahri, residents said.", ("told 2023-04-30",)),
    (
        "2022-03-15",
        "Amnesty said in a report published on Tuesday that soldiers [shot] 40 villagers in January.",
        ("told 2022-01-01/2022-01-31",),
    ),
    (
        "2018-08-10",
        "The coalition said on Friday that its jets had [struck] a bus in Saada on Thursday.",
        ("told 2018-08-09",),
    ),
    (
        "2022-03-15",
        "Ukraine said on Monday it had [repelled] an assault on Irpin the day before.",
        ("told 2022-03-13",),
    ),
    (
        "2025-01-30",
        "A doctor told Reuters on Tuesday that 17 bodies were [brought] to the hospital on Monday.",
        ("told 2025-01-27",),
    ),
    (
        "2021-07-06",
        "Monday's [attack] was carried out by the Taliban, officials said on Tuesday.",
        ("told 2021-07-05",),
    ),
    (
        "1999-05-10",
        "The embassy was [hit] on Friday night, NATO said on Saturday.",
        ("told 1999-05-07/1999-05-08 =1999-05-07 @night",),
    ),
]

SEVERAL: list[Row] = [
    (
        "2025-01-30",
        "Rebels [took] Sake on Monday and [entered] Minova on Tuesday.",
        ("told 2025-01-27", "told 2025-01-28"),
    ),
    (
        "2025-01-30",
        "Rebels [entered] Minova on Tuesday after [shelling] it for three days.",
        ("told 2025-01-28", "told 2025-01-25/2025-01-28"),
    ),
    (
        "2018-08-10",
        "The town, which was [captured] in May, was [shelled] on Thursday.",
        ("told 2018-05-01/2018-05-31", "told 2018-08-09"),
    ),
    (
        "2025-01-30",
        "Rebels [withdrew] from Sake on Friday, a day after an air strike [killed] 12 people.",
        ("told 2025-01-24", "told 2025-01-23"),
    ),
    (
        "2015-09-30",
        "Two days after the army [retook] the town, a blast [killed] nine on Sunday.",
        ("told 2015-09-25", "told 2015-09-27"),
    ),
    (
        "2022-03-15",
        "Troops [crossed] the river on Saturday, [seized] the airport and [looted] shops.",
        ("told 2022-03-12", "told 2022-03-12", "told 2022-03-12"),
    ),
    (
        "2022-03-15",
        "Gunmen [attacked] a mine in Mali on Friday and [fled] into the bush.",
        ("told 2022-03-11", "told 2022-03-11"),
    ),
    (
        "2021-07-06",
        "A suicide bomber [struck] on Wednesday, [killing] 8 and [wounding] 20.",
        ("told 2021-06-30", "told 2021-06-30", "told 2021-06-30"),
    ),
    (
        "2012-11-21",
        "Soldiers who had [deserted] in April [surrendered] on Monday.",
        ("told 2012-04-01/2012-04-30", "told 2012-11-19"),
    ),
    (
        "2018-08-10",
        "After [touring] the front on Monday, the minister [met] commanders on Tuesday.",
        ("told 2018-08-06", "told 2018-08-07"),
    ),
    ("2022-03-15", "The bridge [collapsed] on Sunday when a missile [hit] it.", ("told 2022-03-13", "told 2022-03-13")),
    (
        "2018-08-10",
        "Protesters [marched] on Thursday, a week after police [shot] a student in Managua.",
        ("told 2018-08-09", "told 2018-08-02"),
    ),
    (
        "2024-01-28",
        "The village was [raided] on Monday, two days before the truce [began].",
        ("told 2024-01-22", "told 2024-01-24"),
    ),
    (
        "2018-08-10",
        "Jets [bombed] Saada on Monday; on Tuesday ground troops [advanced].",
        ("told 2018-08-06", "told 2018-08-07"),
    ),
    (
        "2023-05-03",
        "On Sunday rebels [ambushed] a patrol. On Monday the army [retaliated].",
        ("told 2023-04-30", "told 2023-05-01"),
    ),
    (
        "1999-05-10",
        "The siege [began] in April 1992 and [ended] in February 1996.",
        ("told 1992-04-01/1992-04-30", "told 1996-02-01/1996-02-29"),
    ),
    (
        "2018-08-10",
        "Mortars [landed] near the school on Sunday, while on Saturday snipers [killed] a nurse.",
        ("told 2018-08-05", "told 2018-08-04"),
    ),
    (
        "2020-10-05",
        "Shells [fell] on Ganja on Sunday, hours after drones [struck] a convoy on the road to Lachin.",
        ("told 2020-10-04", "told 2020-10-03/2020-10-04 =2020-10-04"),
    ),
    ("2015-09-30", "The men [killed] on Sunday were [buried] on Monday.", ("told 2015-09-27", "told 2015-09-28")),
    (
        "2018-08-10",
        "The commander, [captured] in 2016, [escaped] on Monday.",
        ("told 2016-01-01/2016-12-31", "told 2018-08-06"),
    ),
    (
        "2002-02-22",
        "Soldiers on Thursday [arrested] a guerrilla who [hijacked] an airliner on Wednesday.",
        ("told 2002-02-21", "told 2002-02-20"),
    ),
    (
        "2023-05-03",
        "Between Friday and Sunday, clashes in El Geneina [displaced] 4,000 people.",
        ("told 2023-04-28/2023-04-30",),
    ),
    ("2018-08-10", "From 3 to 5 August, air strikes [killed] 60 people in Hodeidah.", ("told 2018-08-03/2018-08-05",)),
]

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

TABLES: dict[str, list[Row]] = {
    "its own time": OWN_TIME,
    "said then": SAID_THEN,
    "said of a day": SAID_OF_A_DAY,
    "several in a sentence": SEVERAL,
    "the time runs on": RUNNING_ON,
    "background": BACKGROUND,
    "ahead": AHEAD,
    "vague": VAGUE,
    "lasting": LASTING,
    "datelines": DATELINE,
    "registers": REGISTERS,
    "hours": HOURS,
    "chronicles": CHRONICLES,
    "clauses": CLAUSES,
    "more of all": MORE,
    "without publication": WITHOUT_PUBLICATION,
}
