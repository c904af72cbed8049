"""Tables of words that tell a place name from other names: cues, titles, organisations, abbreviations.

Read by geo/mentions alone. Everything is lower case unless it says otherwise.
"""

from __future__ import annotations

from geo.model import PlaceKind


def _set(words: str) -> frozenset[str]:
    """The words of a table, blanks between them."""
    return frozenset(words.split())


CUES: dict[PlaceKind, frozenset[str]] = {
    "province": _set(
        """
        province provinces governorate governorates oblast oblasts state states wilayat wilayah wilaya vilayet velayat
        voivodeship muhafazah prefecture canton autonomous krai okrug republic emirate
        """
    ),
    "district": _set(
        """
        district districts county counties parish raion rayon subdistrict tehsil taluka woreda commune municipality
        township borough department subprefecture zone locality
        """
    ),
    "city": _set("city town village hamlet settlement suburb neighbourhood neighborhood quarter"),
    "water": _set(
        "river rivers sea ocean gulf strait straits lake bay creek canal channel reservoir falls sound lagoon"
    ),
    "region": _set(
        """
        region regions valley mountains mountain mount mt hills hill island islands isle peninsula desert plateau
        plain plains basin forest corridor gap gorge coast strip heights range spit pass shoal reef glacier delta
        enclave highlands lowlands archipelago steppe triangle panhandle zone line beach cape
        """
    ),
    "facility": _set(
        """
        airbase base airport airfield aerodrome airstrip barracks camp hospital clinic university college school
        academy stadium arena prison jail bridge dam tunnel port harbour harbor plant refinery depot pipeline mine
        crossing checkpoint gate station terminal mosque church cathedral temple synagogue basilica shrine monastery
        palace castle fort fortress garrison cemetery museum library hotel mall market bazaar square park garden
        gardens zoo theater theatre cinema tower building house hall plaza center centre factory oilfield gasfield
        headquarters complex compound roundabout junction
        """
    ),
}
"""A word beside or within a name, and the kind of place that it tells of."""

STREETS = _set(
    """
    street st st. road rd rd. avenue ave ave. boulevard blvd blvd. lane drive dr dr. highway route freeway parkway
    turnpike expressway interstate court terrace way trail pike alley
    """
)
"""Last words of street names."""

EXTENDING = _set(
    """
    camp airbase airfield airport base hospital dam bridge crossing plant corridor prison port tunnel checkpoint
    strait valley river sea gulf mountains mountain peninsula island islands desert lake refinery oilfield barracks
    airstrip university station stadium gap gorge
    """
)
"""Lower-case words that belong to the name before them: "Zamzam camp", "Kakhovka dam"."""

BEFORE_EXTENDING = _set(
    "refugee border nuclear power air military naval army international hydroelectric displacement idp al"
)
"""Words that may stand between a name and such a word: "Jenin refugee camp", "Zaporizhzhia nuclear power plant"."""

LEADING_CUES = _set("lake mount mt mt. fort camp port river cape gulf bay strait sea isle lac university")
"""Cues that come first: "Lake Chad", "Mount Hermon", "Camp Lemonnier", "Gulf of Aden"."""

ORGANISATIONS = _set(
    """
    police council committee commission ministry department party association company corporation corp inc ltd llc
    bank group club league team union front army forces force brigade battalion regiment division corps guard guards
    agency bureau office authority administration government parliament senate congress assembly court institute
    society foundation fund federation organization organisation movement network service services times post news
    herald tribune journal gazette press agency radio television tv airlines airways railways united fc afc rovers
    sheriff embassy consulate board chamber coalition alliance command observatory militia open cup championship games
    olympics festival orchestra symphony treaty agreement accord act university college school hospital holdings
    industries partners bulldogs wildcats tigers eagles
    """
)
"""Last words of the names of organisations and occasions."""

TITLES = _set(
    """
    mr mrs ms miss dr sir lord lady president premier chancellor senator sen rep congressman governor gov mayor
    minister secretary king queen prince princess sultan emir sheikh shaikh imam ayatollah pope cardinal archbishop
    bishop rabbi reverend rev father sister brother general gen colonel col major maj captain capt lieutenant lt
    sergeant sgt corporal cpl private pvt admiral adm marshal commander officer detective judge justice professor prof
    attorney spokesman spokeswoman spokesperson director chairman coach chief leader ambassador envoy warlord sheriff
    deputy trooper constable uncle aunt saint
    """
)
"""Words before a person's name; a stop after them does not count."""

PART_WORDS = _set(
    """
    north south east west northern southern eastern western central upper lower greater inner outer northeast
    northwest southeast southwest north-east north-west south-east south-west blue white new old
    """
)
"""First words that two names may have before a head that they share: "Upper and Lower Egypt"."""

WITH_ARTICLE = _set("hague gambia bahamas bronx dalles woodlands villages")
"""What follows an article that is part of the name: "The Hague"."""

PLACE_PREPOSITIONS = _set(
    """
    in at near from to into outside around across toward towards inside throughout via beyond onto above off within
    through between against
    """
)
"""Prepositions that a place name often follows."""

SAYING = _set(
    """
    said says say told tells added announced warned accused denied claimed insisted rejected welcomed condemned vowed
    urged called agreed refused demanded offered pledged signed wants wanted hopes hoped plans planned fears believes
    declared imposed responded backed supports supported opposes recognised recognized vacated withdrew retaliated
    ordered sent deployed launched expelled summoned proposed promised threatened
    """
)
"""What a government does and a town does not: after a capital or country these tell of an actor."""

CONNECTORS = _set(
    """
    of and the de del della di da do dos das la le les las los el al du des d den der ter van von y e i ye an ar as
    ash at az ad ed er es ez esh ul ud us bin ibn abu umm upon on sur sous en im am bei nad pod na ibn ibnu
    """
)
"""Lower-case words inside names: "Pul-e-Khumri", "Deir ez-Zor", "Rio de Janeiro", "Newcastle upon Tyne"."""

NEVER = _set(
    """
    visa grad
    i the a an he she it they we you this that these those there here his her our their my your who what when where
    why how mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec god allah
    islam christmas easter ramadan internet western eastern northern southern north south east west northeast
    northwest southeast southwest central upper lower new old great am pm but and or if as at by for from in into of
    on to with no not yes all some many most more other also however meanwhile after before during while since until
    last next first second third today yesterday tomorrow taliban nato isis isil hamas hezbollah al-qaeda police army
    university college school church street road
    """
)
"""Single words that are never a place by themselves, whatever the gazetteer holds."""

ABBREVIATIONS: dict[str, str] = {
    "Ala.": "Alabama",
    "Ariz.": "Arizona",
    "Ark.": "Arkansas",
    "Calif.": "California",
    "Colo.": "Colorado",
    "Conn.": "Connecticut",
    "Del.": "Delaware",
    "D.C.": "Washington, D.C.",
    "DC": "Washington, D.C.",
    "Fla.": "Florida",
    "Ga.": "Georgia",
    "Ill.": "Illinois",
    "Ind.": "Indiana",
    "Kan.": "Kansas",
    "Kans.": "Kansas",
    "Ky.": "Kentucky",
    "La.": "Louisiana",
    "Md.": "Maryland",
    "Mass.": "Massachusetts",
    "Mich.": "Michigan",
    "Minn.": "Minnesota",
    "Miss.": "Mississippi",
    "Mo.": "Missouri",
    "Mont.": "Montana",
    "Neb.": "Nebraska",
    "Nebr.": "Nebraska",
    "Nev.": "Nevada",
    "N.H.": "New Hampshire",
    "N.J.": "New Jersey",
    "N.M.": "New Mexico",
    "N.Y.": "New York",
    "N.C.": "North Carolina",
    "N.D.": "North Dakota",
    "Okla.": "Oklahoma",
    "Ore.": "Oregon",
    "Pa.": "Pennsylvania",
    "Penn.": "Pennsylvania",
    "R.I.": "Rhode Island",
    "S.C.": "South Carolina",
    "S.D.": "South Dakota",
    "Tenn.": "Tennessee",
    "Tex.": "Texas",
    "Vt.": "Vermont",
    "Va.": "Virginia",
    "Wash.": "Washington",
    "W.Va.": "West Virginia",
    "W. Va.": "West Virginia",
    "Wis.": "Wisconsin",
    "Wisc.": "Wisconsin",
    "Wyo.": "Wyoming",
    "B.C.": "British Columbia",
    "BC": "British Columbia",
    "Alta.": "Alberta",
    "Sask.": "Saskatchewan",
    "Man.": "Manitoba",
    "Ont.": "Ontario",
    "Que.": "Quebec",
    "N.B.": "New Brunswick",
    "N.S.": "Nova Scotia",
    "P.E.I.": "Prince Edward Island",
    "N.S.W.": "New South Wales",
    "NSW": "New South Wales",
    "U.S.": "United States",
    "U.S": "United States",
    "US": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "U.K.": "United Kingdom",
    "UK": "United Kingdom",
    "GB": "United Kingdom",
    "UAE": "United Arab Emirates",
    "U.A.E.": "United Arab Emirates",
    "DRC": "Democratic Republic of the Congo",
    "D.R.C.": "Democratic Republic of the Congo",
    "CAR": "Central African Republic",
    "DPRK": "North Korea",
    "PRC": "China",
    "ROK": "South Korea",
    "KSA": "Saudi Arabia",
    "KRG": "Kurdistan Region",
    "NYC": "New York City",
    "L.A.": "Los Angeles",
    "LA": "Los Angeles",
    "NZ": "New Zealand",
    "PNG": "Papua New Guinea",
}
"""Abbreviations as papers print them (capitals and stops count) and the name to look up."""

POSTAL = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
"""United States postal codes: names of states only after a name and a comma ("Arlington, VA")."""

LANGUAGES_AFTER = _set("language languages speaking speaker speakers dialect")
"""Words after which "English" or "Arabic" is a language and no place."""

FIRST_NAMES = _set(
    """
    john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick
    jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian
    keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe
    logan alan juan albert willie elijah wayne randy roy vincent ralph eugene russell bobby mason philip louis mary
    patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
    kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet
    maria olivia heather helen catherine diane julie victoria joyce lauren kelly christina joan judith chelsea paris
    vladimir sergei mikhail dmitry ivan boris igor oleg viktor yuri andrei nikolai mohammed mohammad muhammad ahmed
    ahmad ali hassan hussein omar abdullah ibrahim khalid mahmoud mustafa yusuf ashraf hamid emomali bashar saddam
    barack joe hillary bill kofi ban emmanuel angela boris theresa tony gordon nelson martin luther abraham florence
    charlotte sydney madison savannah brooklyn dallas houston
    """
)
"""Given names that often come before a surname; with another capitalised word after them they tell of a person."""

EVERYDAY = _set(
    """
    abbas ahmed airport alexander ali allen alliance alma amber amin andrew apple army august autumn baker ball bank
    baron base bashir bath battle bay beach bear beauty bell best bin bishop black bridge brown bruce bull camp
    captain carlos carpenter carter castle center champion charity charles cherry church clark college commerce
    concord congress cook cooper corn cotton count cross crystal cup daniel date daud david day deal defiance diamond
    division douglas eagle east eden edward energy enterprise faith fall field fields fisher force forest fort fox
    freedom friday front games garden general george god gold golf gordon grace graham grant gray green grey guard
    haji hall hamid harmony hassan hawk henry high hill hills home honey hope horse hospital house hunter hussein imam
    independence iron ivory jamal james jefferson johnson jose joseph juan judge june justice karim khan king lake
    lawrence league lee liberty lily lion long love low mahdi major malik mansour march maria market marshall martin
    mason may mayor media mill miller mir mission mobile monday moon most mountain mullah murad navy news nice night
    normal north nur orange panther paradise park parker peace pearl plaza police pope port post president press price
    prince progress queen rahim reading republic rice river rock rocky rose ruby said salem salim salt samuel sand
    sandy school series shah sheikh sherman short silver smith south sports spring springs square star stars station
    stewart stone sugar sultan summer sun sunday taylor temple thanksgiving thomas tiger time times today tower
    trinity troy turner union unity university victory violet walker warren watch west wheat white william wilson
    winter wolf young
    """
)
"""Common words and personal names that are also names of towns: alone, they need a sign of place beside them."""

REGION_DEMONYMS = {
    "European": "Europe",
    "Europeans": "Europe",
    "African": "Africa",
    "Africans": "Africa",
    "Asian": "Asia",
    "Asians": "Asia",
    "South American": "South America",
    "Latin American": "Latin America",
    "Central American": "Central America",
    "North American": "North America",
    "Middle Eastern": "Middle East",
    "Kurdish": "Kurdistan",
    "Kurds": "Kurdistan",
    "Scottish": "Scotland",
    "Scots": "Scotland",
    "Welsh": "Wales",
    "Catalan": "Catalonia",
    "Chechen": "Chechnya",
    "Chechens": "Chechnya",
    "Dagestani": "Dagestan",
    "Crimean": "Crimea",
    "Kashmiri": "Kashmir",
    "Kashmiris": "Kashmir",
    "Tibetan": "Tibet",
    "Tibetans": "Tibet",
    "Balochi": "Balochistan",
    "Punjabi": "Punjab",
    "Darfuri": "Darfur",
    "Tigrayan": "Tigray",
    "Tigrayans": "Tigray",
    "Abkhaz": "Abkhazia",
    "Abkhazian": "Abkhazia",
    "South Ossetian": "South Ossetia",
    "Transnistrian": "Transnistria",
    "Sicilian": "Sicily",
    "Bavarian": "Bavaria",
    "Siberian": "Siberia",
    "Texan": "Texas",
    "Texans": "Texas",
    "Californian": "California",
    "Londoners": "London",
    "Gazan": "Gaza Strip",
    "Gazans": "Gaza Strip",
    "Sahelian": "Sahel",
    "Balkan": "Balkans",
}
"""Words for the people and things of regions below or above a country, and the name to look up."""
