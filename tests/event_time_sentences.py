"""Sentences and short reports with the time that each bracketed event happened, by what makes them hard.

A row: the publication day, the text with every asked trigger in brackets, and one answer a trigger, in order. An answer
is `kind FROM/TO =DAY @part of day`: FROM and TO are the interval's ends (`..` where open, one day where both are the
same), DAY is the day named as the best guess (left out where none can be; the day itself for a single day), the part of
day is told in words. All sentences are made up; the wars are real ones, of all continents.
"""

from __future__ import annotations

from event_time_reports import (
    AHEAD,
    BACKGROUND,
    CHRONICLES,
    CLAUSES,
    DATELINE,
    HOURS,
    LASTING,
    MORE,
    REGISTERS,
    RUNNING_ON,
    VAGUE,
    WITHOUT_PUBLICATION,
    Row,
)

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
