"""Made-up places in GeoNames' own format, for the tests of packs: rows, files, and the oddities that dumps have."""

from __future__ import annotations

import zipfile
from pathlib import Path

DAY = (2026, 11, 1, 3, 15, 0)


def place(
    geonameid: int,
    name: str,
    lat: float | str = 34.6,
    lon: float | str = 69.3,
    kind: str = "P.PPL",
    *,
    country: str = "AF",
    alternates: str = "",
    ascii_name: str | None = None,
    others: str = "",
    admin1: str = "13",
    admin2: str = "",
    population: str = "0",
    modified: str = "2026-10-30",
) -> str:
    """One row of the main table."""
    feature_class, _, code = kind.partition(".")
    cells = [geonameid, name, name if ascii_name is None else ascii_name, alternates, lat, lon, feature_class, code]
    cells += [country, others, admin1, admin2, "", "", population, "", "1809", "Asia/Kabul", modified]
    return "\t".join(str(cell) for cell in cells)


def alternate(number: int, geonameid: int, language: str, name: str, flags: str = "\t\t\t\t\t") -> str:
    """One row of the table of alternate names; `flags` are its last six cells."""
    return f"{number}\t{geonameid}\t{language}\t{name}\t{flags}"


def save_zip(path: Path, rows: list[str], member: str = "AF.txt", others: tuple[str, ...] = ("readme.txt",)) -> Path:
    """A zip as the server has it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for other in others:
            archive.writestr(zipfile.ZipInfo(other, DAY), "The data format is tab-delimited text in utf8 encoding.\n")
        entry = zipfile.ZipInfo(member, DAY)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, "".join(row + "\n" for row in rows))
    return path


VILLAGE = place(
    90000001,
    "Qal‘eh-ye Nowābād-e Sangīn",
    34.61,
    69.31,
    ascii_name="Qal`eh-ye Nowabad-e Sangin",
    alternates="Qala-i-Nawabad-i-Sangin,Sanginabad Kalay,ka la nuo wa ba de,قلعه نوآباد سنگین,Калаи Навабад",
)
COUNTRY = [
    VILLAGE,
    place(90000002, "Kabul", 36.2, 66.1),
    place(90000003, "Paris", 34.0, 66.2),
    place(90000004, "Aleppo", 33.9, 66.4),
    place(90000005, "Bagram Airfield", 34.9461, 69.2650, "S.AIRB", alternates="BPM,OAIX"),
    place(90000006, "Zarghun Kalay Hospital", 31.6, 64.4, "S.HSP", admin1="10"),
    place(90000007, "Darya-ye Sangak", 34.2, 68.2, "H.STM"),
    place(90000008, "Sangak Pass", 34.3, 68.3, "T.PASS"),
    place(90000009, "Uluswali-e Sangak", 34.4, 68.4, "A.ADM2", admin2="1399"),
    place(90000010, "Sangakabad", 34.41, 68.41, admin2="1399", population="740"),
    place(1138958, "Kabul", 34.5281, 69.1723, "P.PPLC", population="4434550", alternates="Shahr-e Kabulistan,Cabul"),
]
"""A country's dump in small: a village, hamlets of famous names, an air base that is in the vendored tables, others."""
