"""What stands beside words that look like a time and are none: what `geo.dates.refusals.find` builds its reasons of.

Nouns are written in the singular; patterns made of them take a plural too.
"""

# ruff: noqa: E501  Tables of words keep to one line a family.

from __future__ import annotations

# Nouns that end a name: behind a date they make it the name of people who chose it ("the 14 February Coalition").
GROUPS = (
    "Movement", "Coalition", "Alliance", "Front", "Organisation", "Organization", "Party", "Group", "Brigade", "Battalion",
    "Regiment", "Division", "Martyrs", "Forces", "Army", "League", "Union", "Committee", "Council", "Commission", "Youth",
    "Resistance", "Revolution", "Uprising", "Bloc", "Camp", "Generation", "Foundation", "Institute", "Society", "Club",
    "Association", "Network", "Company", "Corporation", "Initiative", "Fund", "Agreement", "Boys", "Girls", "Martyr",
)  # fmt: skip
# The same, written small; the article before the date is what makes a name of it then.
SMALL_GROUPS = ("group", "movement", "gang", "coalition", "alliance", "guerrilla", "militant", "faction")
# Nouns of places that are called after a day.
SITES = (
    "Street", "St", "Road", "Avenue", "Ave", "Boulevard", "Square", "Bridge", "Roundabout", "Highway", "Park", "Plaza", "Stadium",
    "Hospital", "University", "School", "College", "Mosque", "Church", "Museum", "Memorial", "Monument", "Airport", "Barracks",
    "Dam", "Tower", "Market", "Hall", "Gate", "Garden", "Quarter", "Camp", "Hotel", "Theatre", "Theater", "Library", "Station",
)  # fmt: skip
# Nouns that are too common after a day to make a name of it behind "on" or "since".
LOOSE_SITES = (
    "City",
    "Island",
    "Village",
    "District",
    "Base",
    "Harbor",
    "Harbour",
    "Palace",
    "Centre",
    "Center",
    "House",
)
# What a season's or a feast's capital letter is for.
SEASONAL_NAMES = (
    "Palace", "Olympics", "Olympic", "Games", "Paralympics", "War", "Rains", "Truce", "Garden",
    "Hill", "Hills", "Valley", "Street", "Road", "Avenue", "Park", "School", "Festival", "Break", "House", "Camp",
    "Lake", "Creek", "Branch", "Springs", "Haven", "Grove", "Hotel", "Island", "Village", "Fair", "Cup", "League", "Classic",
    "Shield", "Storm", "Wind", "Forge", "Accord", "Revolution",
)  # fmt: skip
# Words of the press that follow a weekday.
PAPERS = (
    "Times", "Post", "Telegraph", "Mirror", "Express", "Herald", "Mail", "Star", "Sun", "Nation", "Standard", "Leader",
    "Tribune", "Monitor", "Punch", "Independent", "Observer", "Citizen", "Gazette", "Chronicle", "Guardian", "Vision",
    "Magazine", "Review", "World", "News", "Business", "Sport", "Argus", "Mercury", "Record", "Journal", "Age", "Life",
)  # fmt: skip
# Small nouns that a season or feast tells the kind of, not the time.
SEASONAL_THINGS = {
    "summer": (
        "camp", "house", "home", "school", "palace", "resort", "residence", "job", "dress", "clothes", "uniform", "cottage",
        "intern", "internship", "reading",
    ),
    "winter": (
        "coat", "clothes", "clothing", "jacket", "boot", "tent", "wheat", "crop", "gear", "uniform", "kit", "sport",
        "tyre", "tire", "fuel", "squash", "camp",
    ),
    "spring": ("water", "well", "roll", "onion", "cleaning", "chicken", "lamb", "fed", "training", "break"),
    "fall": ("guy", "back", "out", "line"),
    "christmas": (
        "tree", "card", "present", "gift", "carol", "light", "turkey", "ornament", "decoration", "pudding", "stocking", "cake",
        "song", "list", "spirit", "island", "wish", "wishes", "bonus", "concert", "cookie", "ham", "sweater", "lottery",
    ),
    "easter": ("egg", "bunny", "basket", "lily", "hat", "bonnet", "ham", "island", "rising"),
    "thanksgiving": ("turkey", "dinner", "feast", "service", "prayer", "mass"),
    "halloween": ("costume", "mask", "candy"),
    "new year": ("resolution", "greeting", "wish", "wishes", "card", "bonus", "honour", "honours", "baby"),
    "ramadan": ("drummer", "lantern", "drum", "tent", "basket", "series"),
    "sunday": ("school", "best", "roast", "dinner"),
    "saturday": ("special",),
}  # fmt: skip
# Ranks and offices: the capital word behind one is a person.
RANKS = (
    "Mr", "Mrs", "Ms", "Dr", "Gen", "General", "Lt", "Lieutenant", "Col", "Colonel", "Maj", "Major", "Capt", "Captain", "Sgt",
    "Sergeant", "Cpl", "Corporal", "Pvt", "Private", "Pte", "Brig", "Brigadier", "Adm", "Admiral", "Cmdr", "Commander",
    "Inspector", "Constable", "Officer", "Judge", "Justice", "Sen", "Senator", "Rep", "Gov", "Governor", "President",
    "Ambassador", "Minister", "Secretary", "Bishop", "Archbishop", "Father", "Sister", "Pastor", "Rev", "Reverend", "Imam",
    "Sheikh", "Sheriff", "Chief", "Prof", "Professor", "Hon", "Honourable", "Comrade", "Deputy", "Miss", "Sir", "Lord", "Lady",
    "Prince", "Princess", "Queen", "King", "Mayor", "Councillor", "Coach", "Detective", "Spc", "Superintendent",
)  # fmt: skip
# Capital words behind a feast that are no surname.
RITES = ("Seder", "Mass", "Vigil", "Eve", "Day", "Parade", "Prayer", "Prayers", "Sunday", "Monday", "Week", "Holiday", "Service")  # fmt: skip
# Before a name that somebody gave: what follows is no season and no hour.
NAMED = (
    "Operation", "Exercise", "Project", "Camp", "Codename", "Task Force", "Fort", "USS", "HMS", "MV", "Hotel", "Club", "Hurricane",
    "Cyclone", "Typhoon", "Agent", "Joint", "Plan", "Ansar", "Team",
)  # fmt: skip
# Before a number that is one of a series.
NUMBERED = (
    "height", "hill", "kilometre", "kilometer", "base", "pillar", "squadron", "station", "area", "cell", "resolution", "unscr",
    "bill", "h.r.", "decree", "case", "docket", "serial", "hull", "code", "size", "catalogue", "edict", "company", "platoon",
    "outpost", "post", "marker", "milestone", "lot", "plot", "house", "suite", "box", "p.o. box", "form", "paragraph", "para",
    "recommendation", "directive", "regulation", "convention", "rule", "bus", "train", "tram", "class", "series",
    "locomotive", "sector", "zone", "cave", "well", "bed", "exit", "mile", "canto", "psalm", "verse", "line", "item", "lane",
    "ext.", "extension", "tel", "tel.", "phone", "telephone", "hotline", "fax", "call", "dial", "ring", "zip", "frequency",
    "brigade", "battalion", "regiment", "division", "wing", "detachment", "vessel", "boat", "tank", "locker", "chair",
    "isbn", "issn", "doi", "vol", "vol.", "issue", "grid", "flight", "warrant", "cable", "document", "annex", "proposition", "project",
    "lodge", "fm", "fr", "sr", "cr", "loop", "interstate", "farm road", "state road", "county road", "hwy", "flat", "unit",
)  # fmt: skip
# Machines whose model is a number behind a maker's name.
MACHINES = (
    "pistol", "rifle", "revolver", "carbine", "gun", "truck", "tank", "howitzer", "launcher", "jet", "fighter", "bomber",
    "engine", "helicopter", "aircraft", "lorry", "pickup", "tractor", "drone", "plane", "missile", "mortar", "boat", "radio",
)  # fmt: skip
# People and things that are counted, behind a number of four digits.
COUNTED = (
    "people", "men", "women", "children", "soldiers", "troops", "fighters", "mercenaries", "militants", "rebels", "civilians",
    "families", "households", "prisoners", "hostages", "refugees", "police", "policemen", "officers", "personnel", "houses",
    "homes", "shells", "rockets", "rounds", "rifles", "mines", "bombs", "tents", "villagers", "residents", "protesters",
    "students", "workers", "migrants", "displaced", "wounded", "killed", "dead", "injured", "missing", "cases", "deaths",
    "victims", "casualties", "detainees", "inmates", "guerrillas", "peacekeepers", "volunteers", "votes", "camels", "cattle",
    "hectares", "acres", "tons", "tonnes", "litres", "vehicles", "tanks", "copies", "employees", "members", "pupils",
)  # fmt: skip
# Behind a house number and the name of its street.
STREETS = ("Street", "St", "Road", "Rd", "Avenue", "Ave", "Drive", "Dr", "Boulevard", "Blvd", "Lane", "Ln", "Highway", "Hwy",
    "Court", "Ct", "Way", "Parkway", "Pkwy", "Place", "Pl", "Terrace", "Crescent", "Square", "Circle", "Cir", "Broadway")  # fmt: skip
# What is built or made to a number ("the 1070 Apartment Complex").
NUMBERED_SITES = ("Apartment", "Apartments", "Complex", "Project", "Housing", "Building", "Block")
