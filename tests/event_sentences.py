"""Sentences for the events layer, in this project's own words, and what each tells of.

ACLED_CLASSES: the sub-event type of the first event told as having happened. STATUSES: the status of the first event.
"""

from __future__ import annotations

ACLED_CLASSES: dict[str, tuple[str, ...]] = {
    "Armed clash": (
        "Government troops clashed with rebels outside the town of Kalemie on Friday.",
        "Heavy fighting erupted between the army and separatist fighters near the bridge.",
        "Two soldiers died in an ambush by insurgents on the northern road.",
        "Militants attacked a police checkpoint before dawn, killing four officers.",
        "Al-Shabaab fighters ambushed a convoy of Somali soldiers near Afgoye.",
        "Soldiers exchanged fire with gunmen for three hours.",
        "A gun battle between marines and pirates left six pirates dead.",
        "Rebels stormed an army base at Bosso, and eleven soldiers were killed.",
        "The military said its troops killed 15 insurgents in the Lake Chad area.",
        "Skirmishes broke out between the two militias on Tuesday night.",
    ),
    "Air/drone strike": (
        "An airstrike hit a market in the rebel-held town on Monday.",
        "Warplanes bombed the outskirts of Idlib, killing nine people.",
        "A drone strike killed a commander of the group in Kunar.",
        "Helicopters strafed the village at noon.",
        "Fighter jets struck three targets around the port city.",
        "Saudi-led coalition planes carried out raids on the airport.",
        "Government aircraft dropped barrel bombs on the suburb.",
    ),
    "Shelling/artillery/missile attack": (
        "Shelling killed two women in the village of Zaitseve.",
        "Rockets landed near the embassy compound early on Sunday.",
        "The army shelled rebel positions along the river.",
        "Rebels fired mortars at the airport, wounding a guard.",
        "A missile hit an apartment block in the city on Thursday.",
        "Artillery fire struck a school in the eastern district.",
        "The town came under heavy bombardment overnight.",
    ),
    "Remote explosive/landmine/IED": (
        "A roadside bomb went off beside a minibus, killing seven passengers.",
        "A car bomb exploded outside the ministry on Wednesday.",
        "Three children were killed when they stepped on a landmine.",
        "A bomb hidden in a bin detonated near the bus station.",
        "The blast tore through a crowded market in the capital.",
        "The convoy hit an improvised explosive device on the highway.",
        "Unknown men blew up a pipeline in the delta.",
    ),
    "Suicide bomb": (
        "A suicide bomber killed eight worshippers at a mosque in Kano.",
        "A man blew himself up at the gate of the barracks.",
        "A suicide attack on the hotel left twelve people dead.",
        "The bomber detonated his vest among recruits queuing outside the base.",
    ),
    "Grenade": (
        "Two men on a motorcycle threw a grenade into a bar in Bujumbura.",
        "A grenade attack on a church wounded five people.",
        "Assailants hurled hand grenades at the police station.",
    ),
    "Chemical weapon": (
        "Rebels accused the army of nothing, but a chlorine gas attack killed ten people in Saraqeb.",
        "The regime used sarin against the suburb, doctors said.",
        "A chemical weapons attack on the town left dozens choking.",
    ),
    "Attack": (
        "Gunmen killed three farmers in a field near Jos.",
        "Armed men attacked a village in the night and killed six residents.",
        "A journalist was shot dead outside his home in Quetta.",
        "Militiamen massacred at least 40 villagers at Yumbi.",
        "An opposition politician was assassinated in the capital on Tuesday.",
        "Police beat two students to death in custody.",
        "Bandits opened fire on a bus carrying traders.",
    ),
    "Abduction/forced disappearance": (
        "Gunmen abducted 27 schoolboys from their dormitory.",
        "Two aid workers were kidnapped on the road to Gao.",
        "Rebels took a priest hostage in the parish of Bria.",
        "Hijackers seized an airliner with 90 passengers aboard.",
    ),
    "Sexual violence": (
        "Soldiers raped several women in the displacement camp.",
        "Three girls were raped by militiamen on the edge of the village.",
        "Survivors told of sexual violence by fighters who held the town.",
    ),
    "Peaceful protest": (
        "Thousands of people marched through the capital to demand elections.",
        "Teachers protested outside the ministry over unpaid wages.",
        "Several hundred demonstrators rallied in front of the court.",
        "Students staged a sit-in at the university on Monday.",
        "Nurses went on strike across the country.",
        "Crowds took to the streets of Khartoum to mark the anniversary of the coup.",
    ),
    "Protest with intervention": (
        "Police used tear gas to disperse protesters outside parliament.",
        "Police arrested 30 people during a demonstration against the government.",
        "Water cannon was fired at demonstrators on the bridge.",
    ),
    "Excessive force against protesters": (
        "Security forces opened fire on protesters in Basra, killing two of them.",
        "Soldiers shot dead four demonstrators during a march in Bamenda.",
        "Police killed a protester as they fired live bullets at the crowd.",
    ),
    "Violent demonstration": (
        "Rioters burned tyres and threw stones at police in the suburb.",
        "Demonstrators hurled petrol bottles at the riot police.",
        "Protesters clashed with police outside the presidential palace.",
        "Rioting broke out in the town after the verdict.",
    ),
    "Mob violence": (
        "A mob lynched a man accused of theft in the market.",
        "An angry mob beat a suspected thief to death in Lagos.",
    ),
    "Government regains territory": (
        "The army recaptured the town of Palmyra from Islamic State.",
        "Iraqi forces retook two villages south of the city.",
        "Government troops seized control of the border crossing on Sunday.",
        "Soldiers drove the insurgents out of the district capital.",
    ),
    "Non-state actor overtakes territory": (
        "Rebels captured the town of Bambari after two days.",
        "Taliban fighters seized control of the district on Saturday.",
        "The provincial capital fell to the insurgents overnight.",
        "Houthi fighters overran an army camp and took the hills above it.",
        "The jihadists overran dozens of villages.",
    ),
    "Non-violent transfer of territory": (
        "The rebels handed over the town to the army on Thursday.",
        "Militants took control of the village without resistance after troops withdrew.",
    ),
    "Agreement": (
        "The government and the rebels signed a peace agreement in Addis Ababa.",
        "The two sides agreed to a ceasefire on Friday.",
        "Forty rebels surrendered to the army in the east.",
        "Hundreds of fighters laid down their arms at a ceremony in Cali.",
        "The two sides exchanged 60 prisoners at the crossing.",
        "The group released 12 hostages on Sunday.",
    ),
    "Arrests": (
        "Police arrested three opposition leaders in Kampala.",
        "Security forces detained 40 suspected militants in a sweep.",
        "A former rebel commander was taken into custody on Monday.",
    ),
    "Change to group/activity": (
        "The army deployed 500 troops to the border.",
        "French troops withdrew from their base at Tessalit.",
        "More than 300 soldiers fled over the border after the battle.",
        "Two rebel factions merged under a new name.",
        "The last American soldiers vacated the airbase last week.",
    ),
    "Disrupted weapons use": (
        "Police seized 20 rifles and boxes of ammunition in a raid.",
        "Sappers defused a bomb found under a bridge.",
        "Troops discovered a weapons cache in the forest.",
        "Air defences shot down a drone over the port.",
    ),
    "Headquarters or base established": (
        "Turkish forces set up a new observation post in the province.",
        "The army established a base outside the village.",
    ),
    "Looting/property destruction": (
        "Militiamen looted shops in the centre of the town.",
        "Settlers set fire to an olive grove and burned two cars.",
        "Soldiers burned down 30 houses in the village.",
    ),
    "Other": (
        "The rebels cut off the road between the two cities.",
        "Investigators found a mass grave outside Tarhuna.",
    ),
}

OUTSIDE_ACLED: tuple[tuple[str, str, str | None, str | None], ...] = (
    # sentence, category, PLOVER event, mode
    ("The president spoke to his counterpart by phone on Sunday.", "Diplomacy", "CONSULT", "phone"),
    ("The foreign minister visited Kabul on Tuesday.", "Diplomacy", "CONSULT", "visit"),
    ("The two ministers met in Geneva for talks.", "Diplomacy", "CONSULT", "multilateral"),
    ("Some 4,000 villagers fled the area after the attack.", "Flight", None, None),
    ("The flooding of camps aside, the army displaced 900 families in the valley.", "Displacement", None, None),
    ("The agency delivered food aid to the besieged town.", "Aid", "AID", None),
    ("The president ordered 20,000 reservists to be mobilised.", "Mobilisation", "MOBILIZE", "troops"),
    ("The kingdom called up thousands of reservists.", "Mobilisation", "MOBILIZE", "troops"),
    ("The country broke off diplomatic relations with its neighbour.", "Sanctions", "SANCTION", "discontinue"),
    ("The European Union imposed sanctions on two generals.", "Sanctions", "SANCTION", "discontinue"),
    ("The government expelled three diplomats.", "Expulsion", "SANCTION", "expel"),
    ("The militants threatened to attack the embassy.", "Threat", "THREATEN", "violence"),
)

NO_EVENT: dict[str, tuple[str, ...]] = {
    "metaphor": (
        "The two parties are locked in a battle for votes.",
        "A price war broke out between the supermarkets.",
        "She shot a film in the desert.",
        "The book struck a chord with readers.",
        "The company launched an attack on rising costs.",
        "The minister came under fire from his own party over the budget.",
        "His remarks sparked an explosion of anger on social media.",
        "The photographs captured the mood of the city.",
        "The court struck down the law.",
    ),
    "sport": (
        "The striker shot wide in the second half of the match.",
        "Chelsea attacked from the start and scored two goals in the cup match.",
        "The champions crushed their rivals in the league on Saturday.",
        "The visitors fought back to win the match with a late goal.",
    ),
    "business": (
        "Shares hit a record high on the stock market.",
        "The airline fired its chief executive.",
        "The investor launched a takeover raid on the retailer's shares.",
        "Analysts expect revenue to explode next year as sales rise.",
    ),
    "accidents and weather": (
        "A bus crash killed 12 people on the coastal road.",
        "A strong earthquake killed 500 people in the mountains.",
        "Floods hit the province and left thousands homeless.",
        "A gas cylinder exploded in a kitchen, injuring two people.",
        "A hurricane battered the coast overnight.",
        "Three workers died when a crane collapsed.",
        "The volcano erupted on Sunday, killing 22 tourists.",
        "She died of cancer at the age of 80.",
    ),
    "nothing happens": (
        "The town lies on the northern bank of the river.",
        "The army has 40,000 soldiers and 200 tanks.",
        "He studied law in Paris and speaks four languages.",
        "The weather was mild for the season.",
    ),
}

STATUSES: dict[str, tuple[tuple[str, str], ...]] = {
    "told as a fact": (
        ("Rebels attacked the town on Monday.", "reported"),
        ("Two soldiers were killed in an ambush near the border.", "reported"),
        ("Shelling killed five people in the suburb.", "reported"),
    ),
    "attribution": (
        ("Rebels attacked the town on Monday, the governor said.", "claimed"),
        ("According to the army, 20 militants were killed in the raid.", "claimed"),
        ("The ministry said that troops had recaptured the airport.", "claimed"),
        ('"They burned our houses and killed my brother," a farmer said.', "claimed"),
        ("Gunmen reportedly kidnapped a doctor in the town.", "claimed"),
        ("Residents reported clashes in two suburbs of the port on Friday.", "claimed"),
        ('"They blocked every road to the north," a sergeant said.', "claimed"),
        ("Shelling could be heard across the city on Monday, a nurse said.", "claimed"),
    ),
    "negation": (
        ("The army did not attack the village.", "denied"),
        ("The rebels denied attacking the convoy.", "denied"),
        ("No one was killed in the shelling of the port.", "reported"),
        ("The militants never captured the town.", "denied"),
        ("The rebels denied that their fighters had fired across the river.", "denied"),
        ("The junta rejected reports that its troops had burned the village.", "denied"),
        ("The ministry dismissed claims of an airstrike on the hospital.", "denied"),
        ("The militia denied the attack.", "denied"),
        ("The militia denied bombing a village in the north.", "denied"),
        ("The truce prevented the rebels from attacking the town.", "denied"),
    ),
    "modality": (
        ("The rebels may attack the capital.", "hypothetical"),
        ("Militants could seize the town.", "hypothetical"),
        ("There are fears that the army will shell the city.", "hypothetical"),
        ("If the rebels attack the town, thousands would flee.", "hypothetical"),
        ("There are concerns that the government forces will collapse.", "hypothetical"),
    ),
    "plans": (
        ("The army will attack the rebel base next week.", "planned"),
        ("The coalition plans to withdraw its troops in May.", "planned"),
        ("The opposition called for a demonstration on Friday.", "planned"),
        ("The general vowed to recapture the town.", "planned"),
        ("The union is going to stage a protest on Monday.", "planned"),
        ("Troops are expected to retake the city within days.", "planned"),
    ),
    "what goes on": (
        ("Rebels continue to shell the town.", "ongoing"),
        ("The army is shelling the eastern suburbs.", "ongoing"),
        ("Militants have been attacking villages in recent weeks.", "ongoing"),
        ("Gunmen routinely kidnap travellers on this road.", "ongoing"),
    ),
    "background": (
        ("Under a deal with the rebels, the government agreed to withdraw its troops.", "historical"),
        ("The rebels have stopped attacking the convoys.", "historical"),
        ("The army has fought the rebels for two decades.", "historical"),
    ),
}

TOLLS: tuple[tuple[str, tuple[tuple[str, int | None, int | None, int | None], ...]], ...] = (
    # sentence, (effect, low, best, high) of each toll in text order
    ("A bomb killed eight people and wounded 20 in the market.", (("killed", 8, 8, 8), ("wounded", 20, 20, 20))),
    ("At least 20 people were killed in an airstrike.", (("killed", 20, None, None),)),
    ("More than 1,000 soldiers have fled over the border.", (("fled", 1001, None, None),)),
    ("Nearly 1,600 soldiers have crossed the border in total.", (("fled", None, 1600, 1600),)),
    ("Dozens of civilians were killed in the shelling.", (("killed", 24, None, None),)),
    ("Between 20 and 30 villagers were killed in the attack.", (("killed", 20, None, 30),)),
    ("About 50 people were injured in the blast.", (("wounded", None, 50, None),)),
    ("Up to 70 rebels were killed in the battle.", (("killed", None, None, 70),)),
    ("A soldier was killed in an ambush.", (("killed", 1, 1, 1),)),
    ("Gunmen abducted 27 schoolboys.", (("captured", 27, 27, 27),)),
    ("The attack left 12 people dead.", (("killed", 12, 12, 12),)),
    ("The raid claimed the lives of 14 villagers.", (("killed", 14, 14, 14),)),
    ("Three soldiers and two policemen were killed in the clash.", (("killed", 3, 3, 3), ("killed", 2, 2, 2))),
    ("Twelve people died in the bombing.", (("killed", 12, 12, 12),)),
    ("Several people were wounded in the grenade attack.", (("wounded", 3, None, None),)),
    ("Several hundred Malian soldiers fled over the border.", (("fled", 300, None, None),)),
    ("A few hundred Congolese soldiers fled over the border.", (("fled", 200, None, None),)),
    ("Scores of villagers were killed in the raid.", (("killed", 40, None, None),)),
    ("Tens of thousands of people fled the town.", (("fled", 20_000, None, None),)),
    ("At least two dozen civilians were killed in the shelling.", (("killed", 24, None, None),)),
    ("Several dozen fighters surrendered to the army.", (("captured", 36, None, None),)),
    ("Nearly 30 people were wounded in the blast.", (("wounded", None, 30, 30),)),
    ("Up to 50 rebels were killed in the battle.", (("killed", None, None, 50),)),
    ("The militia killed 20 to 30 villagers.", (("killed", 20, None, 30),)),
    ("Some 400 rebels surrendered.", (("captured", None, 400, None),)),
    ("No fewer than 20 people died in the bombing.", (("killed", 20, None, None),)),
    ("More than a dozen soldiers were killed in the ambush.", (("killed", 13, None, None),)),
    ("Gunmen killed a couple of guards.", (("killed", 2, None, None),)),
    (
        "Officials said that 11 villagers had been killed and 40 people wounded.",
        (("killed", 11, 11, 11), ("wounded", 40, 40, 40)),
    ),
    ("More than 60 Kurdish fighters laid down their weapons.", (("captured", 61, None, None),)),
    ("Over 9,000 people had been driven from their homes.", (("displaced", 9001, None, None),)),
)

ACTORS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    # sentence, (words of the actor, side, sector) that must be among the actors
    ("Taliban fighters attacked a police post.", (("Taliban fighters", "actor1", "REB"),)),
    (
        "Three villagers were killed by Boko Haram militants.",
        (("Boko Haram militants", "actor1", "REB"), ("Three villagers", "civilians", "CVL")),
    ),
    (
        "The Sudanese army clashed with the Rapid Support Forces.",
        (("The Sudanese army", "actor1", "MIL"), ("the Rapid Support Forces", "actor2", "PAR")),
    ),
    (
        "Gunmen shot dead a journalist in Mogadishu.",
        (("Gunmen", "actor1", "UAF"), ("a journalist", "civilians", "JRN")),
    ),
    ("Police arrested 12 protesters.", (("Police", "actor1", "COP"),)),
    ("Syrian government forces shelled the town.", (("Syrian government forces", "actor1", "MIL"),)),
    ("Hezbollah fired rockets at an Israeli base.", (("Hezbollah", "actor1", "REB"),)),
    ("Hundreds of Iraqi troops fled over the border.", (("Hundreds of Iraqi troops", "actor1", "MIL"),)),
    ("Russian artillery shelled the suburb.", (("Russian artillery", "actor1", "MIL"),)),
    (
        "Heavy fighting between the army and the rebels spread.",
        (("the army", "actor1", "MIL"), ("the rebels", "actor2", "REB")),
    ),
    ("The Taliban said that their fighters had seized the town.", (("their fighters", "actor1", "REB"),)),
    ("Rebel forces seized the town.", (("Rebel forces", "actor1", "REB"),)),
)
