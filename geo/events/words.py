"""Classes of words that the event patterns ask for: who can act, what can be struck, with what.

A class is a set of lemmas; a noun phrase bears the classes of its head and of the words before the head. Compiled for
this project from general knowledge of how news tells of conflicts.
"""

from __future__ import annotations


def word_list(text: str) -> list[str]:
    """The words of a table's line, parted by spaces.

    >>> word_list("flee escape")
    ['flee', 'escape']
    """
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(word_list(text))


CLASSES: dict[str, frozenset[str]] = {
    "state": word_set(
        "army military troop troops soldier navy regiment brigade battalion commando marine serviceman "
        "paramilitary force forces peacekeeper guard gendarme gendarmerie patrol trooper airborne platoon "
        "infantry garrison conscript regime coalition ssf crpf bsf legionnaire counterinsurgency airforce "
        "armada personnel lieutenant colonel sergeant corporal corps guardsman sailor recruit cadet submarine "
        "warship frigate reservist"
    ),
    "police": word_set(
        "police policeman policewoman officer constable cop cops sheriff gendarme gendarmerie authority "
        "prosecutor detective security agent troopers interpol fbi customs carabinieri"
    ),
    "government": word_set(
        "government regime state president minister ministry authority junta cabinet parliament senate congress "
        "court premier king emir kremlin pentagon chancellor mayor governor administration official embassy "
        "ambassador diplomat envoy leader spokesman spokesperson spokeswoman monarch statesman lawmaker senator "
        "politician"
    ),
    "rebel": word_set(
        "rebel insurgent militant guerrilla guerilla terrorist jihadist jihadi extremist separatist islamist "
        "insurgency fighter militia militiaman gunman gunmen rebels fedayeen mujahideen mujahedeen mujahidin "
        "secessionist bandit subversive assassin paramilitary warlord cell faction hitman insurrectionist "
        "infiltrator attacker assailant raider pirate commando kidnapper hijacker captor bomber commander "
        "combatant opposition wing mercenary gang gangster cartel"
    ),
    "unnamed_armed": word_set(
        "gunman gunmen assailant attacker raider bandit kidnapper abductor captor hijacker assassin hitman "
        "pirate herdsman herder intruder rustler marauder sniper shooter knifeman vigilante perpetrator robber"
    ),
    "civilian": word_set(
        "civilian people person man woman child boy girl villager resident refugee student teacher farmer "
        "worker journalist reporter photographer doctor nurse priest bishop imam cleric nun monk worshipper "
        "passenger driver family couple mother father son daughter wife husband brother sister baby infant "
        "teenager youth youngster bystander shopkeeper trader merchant tourist foreigner national citizen "
        "migrant settler peasant judge mayor lawyer activist politician lawmaker candidate leader businessman "
        "professor missionary elder tribesman victim pilgrim fisherman shepherd labourer laborer employee aid "
        "pupil schoolgirl schoolboy patient medic paramedic volunteer guest customer shopper commuter "
        "pedestrian crowd inhabitant householder toddler cameraman editor unionist campaigner councillor "
        "official magistrate senator deputy minister president prisoner detainee inmate protester protestor "
        "demonstrator hostage bus village mosque church market school hospital hotel wedding funeral home house "
        "clinic thief suspect minority community congregation ambulance crew engineer nomad coal-miner miner peasantry "
        "informant informer policewoman cleric sheikh rabbi pastor jesuit archbishop"
    ),
    "person": word_set(
        "people person man woman child boy girl civilian soldier policeman officer militant rebel troop trooper "
        "fighter villager resident student refugee gunman insurgent terrorist member guard official protester "
        "demonstrator passenger worker journalist doctor victim guerrilla jihadist serviceman personnel citizen "
        "family combatant peasant leader commander worshipper bystander teenager marine peacekeeper separatist "
        "militiaman Palestinian israeli iraqi syrian afghan other more attacker assailant youth settler "
        "extremist bomber brother sister son daughter father mother judge subversive foreigner prisoner "
        "detainee inmate migrant recruit cadet pilgrim crew driver teacher nurse priest elder employee farmer "
        "activist"
    ),
    "protester": word_set(
        "protester protestor demonstrator marcher rioter mob crowd rally demonstration protest march sit-in "
        "striker procession picket gathering stone-thrower picketer chain"
    ),
    "mob": word_set("mob crowd lynch vigilante villager hooligan resident neighbour neighbor"),
    "rioter": word_set("rioter hooligan looter"),
    "aircraft": word_set(
        "warplane jet aircraft plane airplane helicopter gunship drone fighter-jet uav quadcopter chopper "
        "aeroplane airforce fighter-bomber mig sukhoi f-16 f-15 f-35 su-24 su-25 apache b-52 reaper predator "
        "shahed"
    ),
    "artillery": word_set(
        "shell rocket missile mortar artillery howitzer projectile tank mlrs grad katyusha barrage salvo rpg "
        "icbm scud himars gunboat warhead mortars shelling"
    ),
    "explosive": word_set(
        "bomb ied mine landmine explosive device dynamite car-bomb bombing tnt booby-trap carbomb truckbomb "
        "mines vbied charge"
    ),
    "grenade": word_set("grenade handgrenade m84 m67 grenades hand-grenade"),
    "gas": word_set("sarin chlorine novichok phosgene vx"),
    "suicide": word_set("suicide kamikaze self-immolation suicide-bomber"),
    "gun": word_set(
        "gun gunfire rifle bullet pistol revolver ammunition firearm shotgun kalashnikov machine-gun sniper "
        "ak-47 gunshot machete knife sword axe fire weapon"
    ),
    "arms": word_set(
        "weapon arms ammunition ammo explosive firearm rifle pistol revolver gun grenade cartridge cache "
        "arsenal munition depot bomb ied mine landmine device rocket missile mortar shell dynamite weaponry "
        "detonator magazine kalashnikov uxo ordnance carbine shotgun contraband musket bullet round hideout "
        "warhead drone tnt"
    ),
    "territory": word_set(
        "city town village area province district region territory neighbourhood neighborhood suburb capital "
        "base airport airfield airbase hill mountain valley port bridge border crossing road highway checkpoint "
        "outpost position post island camp stronghold enclave hilltop settlement farm ground swath swathe "
        "junction peak heights countryside part control locality quarter pocket garrison headquarters building "
        "palace dam refinery field oilfield street front frontline line mile kilometre kilometer km square land "
        "point crossroads key center centre municipality hamlet half site facility mile"
    ),
    "base": word_set(
        "base post outpost convoy patrol trench barrack headquarters checkpoint camp observation barracks point "
        "garrison bases position checkpost command bunker fort"
    ),
    "road": word_set("road highway route bridge access border crossing supply railway line street motorway path port"),
    "property": word_set(
        "dam embassy depot refinery infrastructure airport house home building shop store vehicle car bus truck "
        "church mosque temple school office market crop "
        "village property tyre tire hut farm warehouse hospital clinic statue shrine pylon pipeline tower bank "
        "town convoy train railway bridge power line plantation granary mill factory hotel business field "
        "cemetery grave livestock cattle food aid good money ambulance restaurant houses dwelling settlement "
        "tent"
    ),
    "accident": word_set(
        "accident crash collision avalanche earthquake flood flooding landslide storm hurricane typhoon cyclone "
        "tornado stampede derailment wildfire heatwave drought disease virus outbreak pandemic covid "
        "coronavirus cholera ebola industrial factory-fire lightning tsunami eruption volcano mudslide "
        "capsizing shipwreck drowning fireworks leak malfunction blaze rain quake rains monsoon pile-up "
        "epidemic malaria cancer overdose gas-leak wind heat snow cold collapse crane mishap elevator "
        "rollercoaster turbulence boiler firework derail capsize derailed overturned"
    ),
    "sport": word_set(
        "match goal league cup coach striker midfielder defender goalkeeper tournament championship quarterback "
        "inning touchdown wicket batsman bowler semifinal semi-final playoff premiership season football soccer "
        "basketball baseball cricket rugby tennis golf hockey nfl nba mlb nhl fifa uefa referee penalty "
        "halftime half-time champion olympics olympic medal stadium teammate squad scoreline fixture scorer "
        "overtime innings umpire set-piece ballpark offside volleyball grand-prix racing player tackle"
    ),
    "business": word_set(
        "share stock market investor bid takeover merger shareholder price sales revenue profit ceo brand "
        "retailer startup customer earnings dividend bond analyst rival supermarket airline browser smartphone "
        "consumer advertising marketing ad film movie album song novel box-office actor actress video game "
        "gamer comedy season"
    ),
    "phone": word_set("phone telephone call"),
    "talks": word_set("talk talks negotiation meeting summit conference dialogue consultation discussion counterpart"),
}
