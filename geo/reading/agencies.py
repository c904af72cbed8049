"""News agencies and outlets as datelines abbreviate them: a table for the dateline and source rules."""

from __future__ import annotations

AGENCIES: dict[str, str] = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "reuters": "Reuters",
    "thomson reuters foundation": "Thomson Reuters Foundation",
    "afp": "Agence France-Presse",
    "dpa": "Deutsche Presse-Agentur",
    "efe": "EFE",
    "acan-efe": "ACAN-EFE",
    "ansa": "ANSA",
    "upi": "United Press International",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "itar-tass": "ITAR-TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "ukrinform": "Ukrinform",
    "unian": "UNIAN",
    "anadolu": "Anadolu Agency",
    "aa": "Anadolu Agency",
    "sana": "SANA",
    "irna": "IRNA",
    "wafa": "WAFA",
    "pti": "Press Trust of India",
    "ani": "Asian News International",
    "ians": "Indo-Asian News Service",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "bernama": "Bernama",
    "antara": "Antara",
    "suna": "SUNA",
    "app": "Associated Press of Pakistan",
    "cnn": "CNN",
    "bbc": "BBC",
    "bbc news": "BBC News",
    "rfe/rl": "RFE/RL",
    "voa": "Voice of America",
    "the new humanitarian": "The New Humanitarian",
    "irin": "IRIN",
    "ocha": "OCHA",
    "unhcr": "UNHCR",
    "unicef": "UNICEF",
    "wfp": "World Food Programme",
    "msf": "Médecins Sans Frontières",
    "un news": "UN News",
    "prensa latina": "Prensa Latina",
    "dpa international": "Deutsche Presse-Agentur",
}
"""Lower-case abbreviation -> name."""

MONTH_FIRST: frozenset[str] = frozenset(
    {"Associated Press", "United Press International", "CNN", "Voice of America", "RFE/RL"}
)
"""Agencies that write 07/06/2021 for 6 July; the others put the day first."""
