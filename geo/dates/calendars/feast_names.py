"""Feasts and days of note: their names in all spellings, and when each falls in the calendar that it is reckoned in."""

# ruff: noqa: E501  Tables of words keep to one line a family.

from __future__ import annotations

from geo.dates.calendars.naming import build_lookup

# Feast -> its spellings ({a|b}: either).
FEAST_NAMES = {
    # of the Islamic calendar
    "eid": "eid, bayram",
    "eid al-fitr": "{eid|id|aid|aïd|idd|'id} {al|ul|el|oul|}{ |}{fitr|fitri|fitre|fetr|fithr|fiter}, idul fitri, aidilfitri, hari raya{| aidilfitri| puasa}, lebaran, korité, ramazan bayram{|i|ı}, ramadan bayram, şeker bayram{ı|i}, uraza {bayram|bairam}, eid e fitr, {small|lesser} eid, feast of breaking the fast, festival of fast breaking, sallah",
    "eid al-adha": "{eid|id|aid|aïd|idd|'id} {al|ul|el|uz|az|oul}{ |}{adha|azha|adhha|zuha|kebir|kébir|kabir|kabeer|qurban|ghorban}, {eid|aid|id} {adha|kebir|kabir|qurban|ghorban|qorban}, eid e {qurban|ghorban|qorban}, idul adha, aidiladha, bakr{ |-}{eid|id}, bakra eid, bakrid, hari raya {haji|korban|qurban}, tabaski, kurban {bayram|bairam|bajram|bayramı|bayrami}, greater eid, eid al-kabir, {feast|festival} of {the |}sacrifice, eid el-kebir",
    "ashura": "{ashura|ashoura|aashura|achoura|ashur'a|ashurah|ashoora|youm-e-ashur}",
    "arbaeen": "{arba'een|arba'in|arbayeen|arbain|chehlum|chehlom|arba'yeen|arbaein}",
    "mawlid": "{mawlid|maulid|mouloud|mawlud|maulud|mawled|moulid}{| al-nabi|an-nabi| an-nabi| al-nabawi| un-nabi}, {milad|milaad|meelad|eid milad|eid-e-milad|eid-i-milad} un nabi, {eid|id} {e |i |}milad, maulidur rasul, gamou, prophet {muhammad|mohammed|mohammad|mohamed}'s birthday, prophet's birthday",
    "laylat al-qadr": "{laylat|lailat|laylatul|lailatul|lailat ul|laylat ul|shab e|shab-i} {al |al-|}{qadr|qadar}, night of {power|destiny|decree}",
    "isra and miraj": "isra{'|} {and|wal|wa} {mi'raj|miraj|al-mi'raj|al-miraj|mi'raaj}, {shab e|lailat al|laylat al} {mi'raj|miraj|meraj}",
    "shab-e-barat": "{shab e|lailat al|laylat al} {barat|baraat|bara'at|bara'ah}",
    "islamic new year": "{islamic|muslim|hijri} new year",
    "arafat day": "day of arafa{|h|t}, arafa{|h|t} day, yawm arafa{|h|t}",
    "hajj": "{the|annual} {hajj|haj}",
    "quds day": "{al|al-|} {quds|qods} day, {quds|qods} day, international {quds|qods} day",
    # of the Solar Hijri calendar
    "nowruz": "{nowruz|nawroz|norooz|nowrooz|nauroz|navruz|nawruz|nooruz|nauryz|noruz|novruz|navroz|nevruz|persian new year|iranian new year|afghan new year}",
    "newroz": "newroz, kurdish new year",
    "yalda night": "yalda{| night}, shab e yalda",
    # of the Jewish calendar
    "yom kippur": "yom kippur, day of atonement",
    "rosh hashanah": "rosh ha{ |}shana{|h}, jewish new year",
    "sukkot": "sukko{t|th}, feast of tabernacles, succo{t|th}",
    "simchat torah": "simcha{t|th|s} torah, shemini atzeret",
    "hanukkah": "{hanukkah|chanukah|hanukah|hannukah|chanukkah}",
    "purim": "purim",
    "passover": "passover, pesa{c|}h",
    "shavuot": "shavuo{t|th}, feast of weeks",
    "tisha b'av": "tisha{'|} b'av, tish'a b'av, ninth of av",
    "lag baomer": "lag b{a|'}{|'}omer",
    "jerusalem day": "jerusalem day, yom yerushalayim",
    "holocaust remembrance day": "yom hashoah",
    "israel's independence day": "yom ha'atzma'ut, yom haatzmaut",
    "israel's memorial day": "yom hazikaron",
    # of the Christian year
    "christmas": "christmas{| day| sunday}, xmas",
    "christmas eve": "christmas eve, nochebuena",
    "boxing day": "boxing day, st{.|} stephen's day",
    "epiphany": "epiphany, three kings{'|} day",
    "orthodox christmas": "{orthodox|coptic|ethiopian|serbian orthodox|russian orthodox|eastern orthodox|armenian} christmas{| day}, genna, lidet",
    "timkat": "timk{a|e}t, timqat, orthodox epiphany, theophany, epiphany in ethiopia",
    "enkutatash": "enkutatash, ethiopian new year",
    "meskel": "mesk{e|a}l, feast of the {finding of the |}true cross",
    "orthodox new year": "{orthodox|old|serbian|julian} new year",
    "easter": "easter{| sunday| day}",
    "orthodox easter": "{orthodox|coptic|ethiopian|eastern orthodox|russian orthodox|greek} easter{| sunday}, fasika",
    "orthodox good friday": "orthodox good friday, coptic good friday",
    "orthodox palm sunday": "{orthodox|coptic} palm sunday",
    "good friday": "good friday",
    "easter monday": "easter monday",
    "palm sunday": "palm sunday",
    "ash wednesday": "ash wednesday",
    "maundy thursday": "{maundy|holy} thursday",
    "ascension day": "ascension day, ascension thursday",
    "pentecost": "pentecost, whit sunday, whitsun",
    "whit monday": "whit monday, pentecost monday",
    "mardi gras": "mardi gras, shrove tuesday, fat tuesday",
    "holy saturday": "holy saturday",
    "holy week": "holy week, semana santa",
    "all saints' day": "all saints{'|} day",
    "all souls' day": "all souls{'|} day, day of the dead",
    "assumption day": "{assumption day|feast of the assumption}",
    "st. patrick's day": "st{.|} patrick's day, saint patrick's day",
    "valentine's day": "{|st. |saint }valentine{'|}s{'|} day",
    # of the moon and of the sun in Asia
    "lunar new year": "lunar new year, chinese new year, tet, tết, spring festival, seollal, losar",
    "diwali": "diwali, deepavali, divali",
    "holi": "holi",
    "vesak": "vesak, wesak, buddha purnima, buddha's birthday, visakha bucha",
    "thingyan": "thingyan, {burmese|myanmar} new year",
    "songkran": "songkran, thai new year",
    "sinhala new year": "sinhala{| and tamil} new year, tamil new year, puthandu",
    "khmer new year": "{khmer|cambodian} new year",
    "vaisakhi": "{vaisakhi|baisakhi}, pohela boishakh, bengali new year",
    # fixed days that many countries know
    "new year's day": "new year{'|}s{'|} day, new year",
    "new year's eve": "new year{'|}s{'|} eve",
    "april fools' day": "april fool{'|}s{'|} day",
    "may day": "may day, international workers{'|} day, international labo{u|}r day, workers{'|} day",
    "women's day": "international women{'|}s{'|} day, women's day",
    "earth day": "earth day",
    "world refugee day": "world refugee day",
    "united nations day": "united nations day, un day, u.n. day",
    "human rights day": "{international |}human rights day",
    "peace day of the world": "international day of peace, world peace day",
    "press freedom day": "world press freedom day",
    "humanitarian day": "world humanitarian day",
    "victims of enforced disappearances day": "international day of the disappeared",
    "armistice day": "armistice day",
    "remembrance day": "remembrance day, poppy day",
    "remembrance sunday": "remembrance sunday",
    "holocaust memorial day": "{international holocaust remembrance|holocaust memorial} day",
    "anzac day": "anzac day",
    "australia day": "australia day, invasion day",
    "canada day": "canada day",
    "guy fawkes night": "guy fawkes night, bonfire night",
    "halloween": "hallowe{|'}en",
    "fourth of july": "{|the }fourth of july, {|the }4th of july{| holiday}, july fourth",
    "juneteenth": "juneteenth",
    "bastille day": "bastille day",
    "land day": "{|palestinian }land day",
    "nakba day": "nakba day, {day|anniversary} of the nakba",
    "naksa day": "naksa day",
    "palestinian prisoners' day": "palestinian prisoners{'|} day",
    "balfour day": "balfour day",
    "ve day": "v{-|}e day, victory in europe day",
    "vj day": "v{-|}j day, victory over japan day",
    "srebrenica day": "srebrenica{| memorial| remembrance} day, srebrenica genocide remembrance day",
    "armenian genocide day": "armenian genocide {remembrance|memorial} day",
    "republika srpska day": "republika srpska day, day of republika srpska",
    "catalonia's day": "diada, national day of catalonia",
    "malvinas day": "malvinas day",
    "sun day of north korea": "day of the sun",
    "party foundation day": "party foundation day",
    "biafra remembrance day": "biafra{n|} {remembrance|heroes} day",
    "adwa victory day": "adwa{| victory} day, victory of adwa",
    "somaliland's independence day": "somaliland's independence day, somaliland day",
    "jamhuri day": "jamhuri day", "madaraka day": "madaraka day", "mashujaa day": "mashujaa day",
    "kargil day": "kargil {vijay diwas|victory day}", "bonifacio day": "bonifacio day", "rizal day": "rizal day",
    "ohi day": "o{c|}hi day", "double ten": "double ten{|th}{| day}", "green march day": "green march day",
    # that count weekdays
    "thanksgiving": "thanksgiving{| day}",
    "labor day": "labor day",
    "labour day": "labour day",
    "veterans day": "veteran{'|}s{'|} day",
    "mother's day": "mother{'|}s{'|} day",
    "father's day": "father{'|}s{'|} day",
    "martin luther king day": "martin luther king{|, jr.| jr.} day, mlk day",
    "presidents' day": "president{'|}s{'|} day",
    "columbus day": "columbus day, indigenous peoples{'|} day",
    "black friday": "black friday",
    "super tuesday": "super tuesday",
    "election day": "election day",
    # that every country has on another day (data/national_days.tsv)
    "independence day": "independence day, day of independence",
    "republic day": "republic day, day of the republic",
    "national day": "national day",
    "army day": "army day",
    "armed forces day": "armed forces day, day of the armed forces",
    "victory day": "victory day",
    "liberation day": "liberation day",
    "constitution day": "constitution day",
    "revolution day": "revolution day",
    "unity day": "{|national |german |day of german }unity day, day of national unity, day of german unity, democracy and national unity day, day of unity",
    "union day": "union day",
    "freedom day": "freedom day",
    "democracy day": "democracy day",
    "peace day": "peace day, peace and reconciliation day",
    "martyrs' day": "martyr{'|}s{'|} day",
    "language martyrs' day": "language martyrs{'|} day, international mother language day",
    "heroes' day": "{|national }heroes{'|} day",
    "defenders day": "defender{|s} of ukraine day, day of {|the }defender{|s} of ukraine, defender{|s} of the fatherland day, day of {|the }defender{|s} of the fatherland, defender{|s}{'|} day",
    "memorial day": "memorial day",
    "statehood day": "statehood day",
    "navy day": "navy day", "air force day": "air force day", "police day": "police day",
    "flag day": "flag day", "youth day": "youth day", "throne day": "throne day",
    "defence day": "defen{c|s}e day", "resistance day": "resistance day", "reunification day": "reunification day",
    "kashmir solidarity day": "kashmir solidarity day", "pakistan day": "pakistan day", "russia day": "russia day",
    "malaysia day": "malaysia day", "prisoners' day": "prisoners{'|} day", "foundation day": "foundation day",
    "mujahideen victory day": "mujahideen victory day", "genocide remembrance day": "genocide remembrance day",
}  # fmt: skip
FEASTS = build_lookup(FEAST_NAMES)

# Feast -> (month, day) of its first day, and how many days it lasts.
FIXED = {
    "christmas eve": (12, 24, 1), "boxing day": (12, 26, 1), "epiphany": (1, 6, 1), "new year's day": (1, 1, 1), "new year's eve": (12, 31, 1),
    "all saints' day": (11, 1, 1), "all souls' day": (11, 2, 1), "assumption day": (8, 15, 1), "st. patrick's day": (3, 17, 1), "valentine's day": (2, 14, 1),
    "orthodox christmas": (1, 7, 1), "timkat": (1, 19, 1), "orthodox new year": (1, 14, 1), "newroz": (3, 21, 1),
    "thingyan": (4, 13, 4), "songkran": (4, 13, 3), "sinhala new year": (4, 14, 1), "khmer new year": (4, 14, 3), "vaisakhi": (4, 14, 1),
    "april fools' day": (4, 1, 1), "may day": (5, 1, 1), "labour day": (5, 1, 1), "women's day": (3, 8, 1), "earth day": (4, 22, 1), "world refugee day": (6, 20, 1),
    "united nations day": (10, 24, 1), "human rights day": (12, 10, 1), "peace day of the world": (9, 21, 1), "press freedom day": (5, 3, 1),
    "humanitarian day": (8, 19, 1), "victims of enforced disappearances day": (8, 30, 1), "armistice day": (11, 11, 1), "remembrance day": (11, 11, 1),
    "holocaust memorial day": (1, 27, 1), "anzac day": (4, 25, 1), "australia day": (1, 26, 1), "canada day": (7, 1, 1), "guy fawkes night": (11, 5, 1),
    "halloween": (10, 31, 1), "fourth of july": (7, 4, 1), "juneteenth": (6, 19, 1), "bastille day": (7, 14, 1), "land day": (3, 30, 1), "nakba day": (5, 15, 1),
    "naksa day": (6, 5, 1), "palestinian prisoners' day": (4, 17, 1), "balfour day": (11, 2, 1), "ve day": (5, 8, 1), "vj day": (8, 15, 1), "srebrenica day": (7, 11, 1),
    "armenian genocide day": (4, 24, 1), "republika srpska day": (1, 9, 1), "catalonia's day": (9, 11, 1), "malvinas day": (4, 2, 1),
    "sun day of north korea": (4, 15, 1), "party foundation day": (10, 10, 1), "biafra remembrance day": (5, 30, 1), "adwa victory day": (3, 2, 1),
    "somaliland's independence day": (5, 18, 1), "jamhuri day": (12, 12, 1), "madaraka day": (6, 1, 1), "mashujaa day": (10, 20, 1),
    "kargil day": (7, 26, 1), "bonifacio day": (11, 30, 1), "rizal day": (12, 30, 1), "ohi day": (10, 28, 1), "double ten": (10, 10, 1), "green march day": (11, 6, 1),
    "veterans day": (11, 11, 1), "russia day": (6, 12, 1), "pakistan day": (3, 23, 1), "kashmir solidarity day": (2, 5, 1), "malaysia day": (9, 16, 1),
    "language martyrs' day": (2, 21, 1), "mujahideen victory day": (4, 28, 1), "yalda night": (12, 21, 1),
}  # fmt: skip

# Feast -> days from Easter Sunday, and how many days it lasts.
EASTER = {
    "easter": (0, 1), "good friday": (-2, 1), "easter monday": (1, 1), "palm sunday": (-7, 1), "ash wednesday": (-46, 1), "maundy thursday": (-3, 1),
    "ascension day": (39, 1), "pentecost": (49, 1), "whit monday": (50, 1), "mardi gras": (-47, 1), "holy saturday": (-1, 1), "holy week": (-7, 7),
}  # fmt: skip
ORTHODOX_EASTER = {"orthodox easter": (0, 1), "orthodox good friday": (-2, 1), "orthodox palm sunday": (-7, 1)}

# Feast -> (month, ISO weekday, which one; -1 the last, 0 the one after the month's first Monday).
NTH = {
    "thanksgiving": (11, 4, 4), "labor day": (9, 1, 1), "mother's day": (5, 7, 2), "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3),
    "columbus day": (10, 1, 2), "father's day": (6, 7, 3), "black friday": (11, 5, 4), "super tuesday": (3, 2, 1), "election day": (11, 2, 0),
    "remembrance sunday": (11, 7, 2),
}  # fmt: skip

# Feast -> Islamic month and day of its first day, and how many days it lasts.
ISLAMIC = {
    "eid al-fitr": (10, 1, 3), "eid al-adha": (12, 10, 4), "ashura": (1, 10, 1), "arbaeen": (2, 20, 1), "mawlid": (3, 12, 1), "laylat al-qadr": (9, 27, 1),
    "isra and miraj": (7, 27, 1), "shab-e-barat": (8, 15, 1), "islamic new year": (1, 1, 1), "arafat day": (12, 9, 1), "hajj": (12, 8, 6),
}  # fmt: skip
SHIA_FEASTS = frozenset({"ashura", "arbaeen"})

# Feast -> Jewish month (from Nisan; 0: that of Purim) and day of its first day, and how many days it lasts.
JEWISH = {
    "yom kippur": (7, 10, 1), "rosh hashanah": (7, 1, 2), "sukkot": (7, 15, 7), "simchat torah": (7, 22, 1), "hanukkah": (9, 25, 8), "purim": (0, 14, 1),
    "passover": (1, 15, 7), "shavuot": (3, 6, 1), "tisha b'av": (5, 9, 1), "lag baomer": (2, 18, 1), "jerusalem day": (2, 28, 1),
    "holocaust remembrance day": (1, 27, 1),
}  # fmt: skip

# Where Easter and Christmas are the eastern churches' days first of all; Ukraine moved Christmas in 2023.
ORTHODOX_EASTER_LANDS = frozenset({"RU", "UA", "BY", "MD", "RS", "ME", "MK", "BG", "RO", "GR", "CY", "GE", "ET", "ER"})
JULIAN_CHRISTMAS_LANDS = frozenset({"RU", "BY", "MD", "RS", "ME", "MK", "GE", "ET", "ER"})
