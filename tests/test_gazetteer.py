"""The gazetteer: names to places, outlines and borders, the index's build and its failures, tables against manifest."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from geopy.distance import geodesic
from shapely.geometry import Point, shape

from geo.errors import GazetteerBroken, GazetteerMissing
from geo.gazetteer import Gazetteer, fold_name, open_gazetteer, tables
from geo.gazetteer import index as index_module
from geo.gazetteer.licences import load_licences

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


# The first place that a name should mean when nothing else is known: name, feature, country, lat, lon, km off.
PLAIN_NAMES = [
    ("Kabul", "PPLC", "AF", 34.53, 69.17, 10),
    ("Dushanbe", "PPLC", "TJ", 38.54, 68.78, 10),
    ("Kyiv", "PPLC", "UA", 50.45, 30.52, 10),
    ("Kiev", "PPLC", "UA", 50.45, 30.52, 10),
    ("Bakhmut", "PPLA2", "UA", 48.59, 38.00, 10),
    ("Goma", "PPLA", "CD", -1.68, 29.22, 15),
    ("El Fasher", "PPLA", "SD", 13.63, 25.35, 15),
    ("El-Geneina", "PPLA", "SD", 13.45, 22.44, 15),
    ("Mazar-i-Sharif", "PPLA", "AF", 36.70, 67.11, 15),
    ("Mazar-e Sharif", "PPLA", "AF", 36.70, 67.11, 15),
    ("Deir ez-Zor", "PPLA", "SY", 35.34, 40.14, 15),
    ("Deir Ezzor", "PPLA", "SY", 35.34, 40.14, 15),
    ("Dayr az Zawr", "PPLA", "SY", 35.34, 40.14, 15),
    ("Raqqah", "PPLA", "SY", 35.95, 39.01, 15),
    ("Gaza", "PPLA", "PS", 31.50, 34.47, 10),
    ("Pristina", "PPLC", "XK", 42.67, 21.17, 10),
    ("Badakhshan", "ADM1", "AF", 36.9, 71.2, 80),
    ("Helmand", "ADM1", "AF", 31.0, 64.0, 120),
    ("Tigray", "ADM1", "ET", 13.8, 38.5, 100),
    ("Rakhine", "ADM1", "MM", 19.8, 93.9, 120),
    ("Chechnya", "ADM1", "RU", 43.4, 45.7, 60),
    ("Crimea", "ADM1", "UA", 45.2, 34.2, 80),
    ("Transnistria", "ADM1", "MD", 47.2, 29.3, 90),
    ("North Kivu", "ADM1", "CD", -0.8, 28.9, 120),
    ("Donetsk Oblast", "ADM1", "UA", 48.0, 37.8, 80),
    ("Kunduz province", "ADM1", "AF", 36.8, 68.9, 60),
    ("Georgia", "PCLI", "GE", 42.0, 43.7, 150),
    ("Taiwan", "PCLI", "TW", 23.7, 120.9, 100),
    ("Kosovo", "PCLI", "XK", 42.6, 20.9, 50),
    ("Western Sahara", "PCLI", "EH", 24.0, -12.6, 200),
    ("Palestine", "PCLI", "PS", 32.0, 35.3, 60),
    ("Burma", "PCLI", "MM", 21.6, 95.8, 200),
    ("Ivory Coast", "PCLI", "CI", 7.5, -5.6, 150),
    ("Britain", "PCLI", "GB", 54.4, -2.1, 200),
    ("Gaza Strip", "ADM1", "PS", 31.42, 34.36, 20),
    ("West Bank", "ADM1", "PS", 32.0, 35.25, 40),
]


@pytest.mark.parametrize(("name", "feature", "country", "lat", "lon", "km"), PLAIN_NAMES)
def test_a_plain_name_means_its_best_known_place(
    gazetteer: Gazetteer, name: str, feature: str, country: str, lat: float, lon: float, km: float
) -> None:
    first = gazetteer.lookup(name)[0].place
    assert (first.feature, first.country) == (feature, country)
    assert geodesic((lat, lon), (first.lat, first.lon)).km < km
    assert gazetteer.knows(name)


SHORT_FORMS = [
    ("US", "US"),
    ("U.S.", "US"),
    ("USA", "US"),
    ("U.S.A.", "US"),
    ("UK", "GB"),
    ("U.K.", "GB"),
    ("DRC", "CD"),
    ("D.R.C.", "CD"),
    ("UAE", "AE"),
    ("CAR", "CF"),
]


@pytest.mark.parametrize(("written", "code"), SHORT_FORMS)
def test_short_forms_mean_countries(gazetteer: Gazetteer, written: str, code: str) -> None:
    first = gazetteer.lookup(written)[0]
    assert (first.place.country, first.place.feature, first.how) == (code, "PCLI", "abbreviation")


@pytest.mark.parametrize("written", ["us", "Us", "uk", "Uk", "car", "Car", "uae"])
def test_short_forms_in_small_letters_are_words(gazetteer: Gazetteer, written: str) -> None:
    assert all(match.how != "abbreviation" and match.place.feature != "PCLI" for match in gazetteer.lookup(written))


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("Ky.", "Kentucky"),
        ("KY", "Kentucky"),
        ("N.Y.", "New York"),
        ("Calif.", "California"),
        ("B.C.", "British Columbia"),
    ],
)
def test_short_forms_mean_provinces(gazetteer: Gazetteer, written: str, state: str) -> None:
    assert state in [match.place.name for match in gazetteer.lookup(written) if match.how == "abbreviation"]


@pytest.mark.parametrize("written", ["Ky", "ky.", "Ore", "Miss", "Ind"])
def test_short_forms_want_their_stop(gazetteer: Gazetteer, written: str) -> None:
    assert all(match.how != "abbreviation" for match in gazetteer.lookup(written))


@pytest.mark.parametrize(
    "name", ["Bagram Airbase", "Bagram Air Base", "Bagram Airfield", "bagram airfield", "Bagram airport"]
)
def test_an_airbase_is_its_airfield_and_not_the_town(gazetteer: Gazetteer, name: str) -> None:
    matches = gazetteer.lookup(name)
    assert matches[0].place.id == "icao:OAIX"
    assert geodesic((34.946, 69.265), (matches[0].place.lat, matches[0].place.lon)).km < 2
    assert not any(match.place.feature.startswith("PPL") for match in matches)


def test_the_town_is_not_its_airbase(gazetteer: Gazetteer) -> None:
    assert "icao:OAIX" not in [match.place.id for match in gazetteer.lookup("Bagram")]


# Hand-made rows: what conflict news names and gazetteers lack.
CONFLICT_NAMES = [
    ("Torkham", 34.12, 71.09, 5),
    ("Sher Khan Bandar", 37.19, 68.61, 10),
    ("Bab al-Hawa", 36.24, 36.69, 5),
    ("Zamzam", 13.49, 25.31, 10),
    ("Hmeimim air base", 35.40, 35.95, 5),
    ("Zaporizhzhia nuclear power plant", 47.51, 34.59, 5),
    ("al-Shifa Hospital", 31.52, 34.44, 3),
    ("Kerch Bridge", 45.31, 36.51, 10),
    ("Snake Island", 45.255, 30.20, 3),
    ("Ain al-Asad airbase", 33.79, 42.44, 10),
]


@pytest.mark.parametrize(("name", "lat", "lon", "km"), CONFLICT_NAMES)
def test_what_conflict_news_names_is_known(gazetteer: Gazetteer, name: str, lat: float, lon: float, km: float) -> None:
    first = gazetteer.lookup(name)[0].place
    assert geodesic((lat, lon), (first.lat, first.lon)).km < km
    assert first.country


# Regions hold some points and leave out others: name, latitude and longitude of a town inside, of one outside.
REGIONS = [
    ("Donbas", (48.0, 37.8), (49.99, 36.23)),
    ("Darfur", (12.05, 24.88), (15.6, 32.5)),
    ("Sahel", (13.5, 2.1), (6.5, 3.4)),
    ("Kashmir", (34.08, 74.8), (28.6, 77.2)),
    ("Wakhan Corridor", (36.99, 73.4), (34.5, 69.2)),
    ("Kurdistan Region", (36.19, 44.01), (33.3, 44.4)),
    ("Gaza Strip", (31.35, 34.3), (31.78, 35.2)),
    ("Black Sea", (43.5, 34.0), (41.0, 29.0)),
    ("Middle East", (33.3, 44.4), (48.8, 2.3)),
    ("Golan Heights", (33.13, 35.8), (33.51, 36.3)),
]


@pytest.mark.parametrize(("name", "inside", "outside"), REGIONS)
def test_regions_have_outlines(
    gazetteer: Gazetteer, name: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    outline = gazetteer.outline(gazetteer.lookup(name)[0].place.id)
    assert outline is not None
    area = shape(dict(outline))
    assert area.contains(Point(inside[1], inside[0]))
    assert not area.contains(Point(outside[1], outside[0]))


def test_every_row_made_by_hand_is_somewhere_sensible(gazetteer: Gazetteer) -> None:
    rows = [line.split("\t") for line in tables.load_lines("conflict_places.tsv") if not line.startswith("#")]
    assert len(rows) > 150
    outlines = {
        str(country.country): shape(dict(outline))
        for country in gazetteer.countries()
        if (outline := gazetteer.outline(country.id))
    }
    for row in rows[1:]:
        place = gazetteer.get(f"dateline:{row[0]}")
        assert place is not None and -90 <= place.lat <= 90 and -180 <= place.lon <= 180, row
        if place.precision in ("point", "near") and place.feature != "ISL":  # small islands are in nobody's outline
            km = min(outlines[code].distance(Point(place.lon, place.lat)) for code in place.countries) * 111
            assert km < 25, (row, km)
        outline = gazetteer.outline(place.id)
        if outline is not None:
            assert shape(dict(outline)).convex_hull.buffer(0.1).contains(Point(place.lon, place.lat)), row


def test_spelling_does_not_matter(gazetteer: Gazetteer) -> None:
    ids = {gazetteer.lookup(name)[0].place.id for name in ("Bamyan", "BAMYAN", "bāmyān", "Bamiyan", "Bamyan ")}
    assert len(ids) == 1


@pytest.mark.parametrize("name", ["", " ", ".", "Qwxzkvprt", "-", "'", "\u202e", "a" * 5000])
def test_what_is_no_name_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()
    assert not gazetteer.knows(name)
    assert gazetteer.lookup_fuzzy(name) == ()


@pytest.mark.parametrize("name", ["Robert'); DROP TABLE places;--", "%", "_", "*", "Kab%"])
def test_names_are_never_queries(gazetteer: Gazetteer, name: str) -> None:
    gazetteer.lookup(name)
    assert gazetteer.lookup("Kabul")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Khandahar", "Kandahar"),
        ("Jalallabad", "Jalalabad"),
        ("Mazar-i-Sharf", "Mazar-e Sharif"),
        ("Damascuss", "Damascus"),
        ("Xhartoum", "Khartoum"),
    ],
)
def test_typos_are_found(gazetteer: Gazetteer, written: str, meant: str) -> None:
    matches = gazetteer.lookup_fuzzy(written)
    assert meant in [match.place.name for match in matches]
    assert all(match.how == "fuzzy" for match in matches)
    assert len({match.place.id for match in matches}) == len(matches)


DEMONYMS = [
    ("Afghan", ("AF",)),
    ("Afghans", ("AF",)),
    ("Tajik", ("TJ",)),
    ("Tajiks", ("TJ",)),
    ("American", ("US",)),
    ("Congolese", ("CD", "CG")),
    ("British", ("GB",)),
    ("French", ("FR",)),
    ("Ukrainian", ("UA",)),
    ("Palestinians", ("PS",)),
    ("Kosovar", ("XK",)),
    ("South Sudanese", ("SS",)),
    ("Swiss", ("CH",)),
    ("Taliban", ()),
    ("table", ()),
]


@pytest.mark.parametrize(("word", "codes"), DEMONYMS)
def test_demonyms(gazetteer: Gazetteer, word: str, codes: tuple[str, ...]) -> None:
    assert gazetteer.demonym(word) == codes


def test_every_code_of_a_demonym_is_a_country(gazetteer: Gazetteer) -> None:
    known = {country.country for country in gazetteer.countries()}
    for table in ("demonyms.tsv", "news_demonyms.tsv"):
        for line in tables.load_lines(table):
            if not line.startswith("#") and line != "word\tcountries":
                assert set(line.split("\t")[1].split()) <= known, line


def test_the_border_of_two_countries_is_a_line_that_both_touch(gazetteer: Gazetteer) -> None:
    border = gazetteer.border("TJ", "AF")
    assert border is not None and border.geometry is not None
    assert (border.id, border.feature, border.precision) == ("border:AF-TJ", "BORDER", "line")
    assert border.name == "Afghanistan–Tajikistan border"
    assert border.countries == ("AF", "TJ")
    line = shape(dict(border.geometry))
    assert line.distance(Point(border.lon, border.lat)) < 1e-4
    assert line.distance(Point(68.60, 37.19)) < 0.1  # the bridge at Panj-e Poyon
    points = [point for part in getattr(line, "geoms", [line]) for point in part.coords]
    km = sum(geodesic((a[1], a[0]), (b[1], b[0])).km for a, b in pairwise(points))
    assert 1000 < km < 1400
    assert gazetteer.get("border:AF-TJ") == border


@pytest.mark.parametrize(
    ("code", "neighbours"),
    [
        ("AF", ("CN", "IR", "PK", "TJ", "TM", "UZ")),
        ("UA", ("BY", "HU", "MD", "PL", "RO", "RU", "SK")),
        ("SY", ("IL", "IQ", "JO", "LB", "TR")),
        ("KR", ("KP",)),
        ("AU", ()),
        ("EH", ("DZ", "MA", "MR")),
    ],
)
def test_neighbours(gazetteer: Gazetteer, code: str, neighbours: tuple[str, ...]) -> None:
    assert gazetteer.neighbours(code) == neighbours


def test_countries_apart_share_no_border(gazetteer: Gazetteer) -> None:
    assert gazetteer.border("AF", "UA") is None
    assert gazetteer.border("AF", "AF") is None
    assert gazetteer.border("AF", "nowhere") is None


# Recognised point of view: where a point lies, whoever holds it.
POINTS = [
    (34.53, 69.17, "AF", "Kabul"),
    (44.95, 34.10, "UA", "Crimea"),
    (27.15, -13.20, "EH", None),
    (9.56, 44.06, "SO", "Woqooyi Galbeed"),
    (42.66, 21.16, "XK", "Pristina"),
    (31.50, 34.46, "PS", "Gaza Strip"),
    (31.53, 35.10, "PS", "West Bank"),
    (25.03, 121.50, "TW", "Taipei"),
    (33.00, 35.80, "SY", "Quneitra"),
    (43.00, 41.02, "GE", "Abkhazia"),
    (-11.66, 27.48, "CD", "Haut-Katanga"),
    (17.38, 78.48, "IN", "Telangana"),
    (0.0, -30.0, None, None),
]


@pytest.mark.parametrize(("lat", "lon", "code", "province"), POINTS)
def test_where_a_point_lies(
    gazetteer: Gazetteer, lat: float, lon: float, code: str | None, province: str | None
) -> None:
    assert gazetteer.country_at(lat, lon) == code
    found = gazetteer.province_at(lat, lon)
    assert (found.name if found else None) == province


def test_afghanistan_has_its_provinces_with_outlines(gazetteer: Gazetteer) -> None:
    provinces = gazetteer.provinces("AF")
    assert len(provinces) == 34
    assert all(gazetteer.outline(province.id) for province in provinces)
    assert all(province.precision == "province" and province.geonameid for province in provinces)


def test_nine_in_ten_towns_lie_in_the_outline_of_their_own_province(gazetteer: Gazetteer) -> None:
    right = wrong = 0
    for town in gazetteer.towns(300_000):
        if town.admin1:
            province = gazetteer.province_at(town.lat, town.lon)
            right += province is not None and province.name == town.admin1
            wrong += province is None or province.name != town.admin1
    assert right > 1000
    assert right / (right + wrong) > 0.9


def test_provinces_divided_by_nearest_towns_are_marked(gazetteer: Gazetteer) -> None:
    katanga = next(province for province in gazetteer.provinces("CD") if province.name == "Haut-Katanga")
    assert gazetteer.is_drawn(katanga.id)
    assert not gazetteer.is_drawn(gazetteer.lookup("Badakhshan")[0].place.id)


def test_the_province_of_a_place(gazetteer: Gazetteer) -> None:
    kabul, bagram = gazetteer.lookup("Kabul")[0].place, gazetteer.get("icao:OAIX")
    assert bagram is not None
    for place, name in (
        (kabul, "Kabul"),
        (bagram, "Parwan"),
        (gazetteer.lookup("Torkham")[0].place, "Khyber Pakhtunkhwa"),
    ):
        province = gazetteer.province_of(place)
        assert province is not None and province.name == name
        assert gazetteer.province_of(province) == province
    afghanistan = gazetteer.country("AF")
    assert afghanistan is not None and gazetteer.province_of(afghanistan) is None


def test_countries(gazetteer: Gazetteer) -> None:
    countries = gazetteer.countries()
    assert len(countries) > 240
    assert [country.country for country in countries] == sorted(str(country.country) for country in countries)
    for country in countries:
        assert country.precision == "country" and country.geonameid
        assert gazetteer.country(str(country.country)) == country
    assert gazetteer.country("ZZ") is None


def test_the_nearest_towns(gazetteer: Gazetteer) -> None:
    (first, km), (_, further) = gazetteer.nearest(34.53, 69.17, limit=2)
    assert first.name == "Kabul" and km < 2 <= further + 2
    assert gazetteer.nearest(0.0, -30.0) == ()
    assert all(distance <= 5 for _, distance in gazetteer.nearest(52.5, 13.4, limit=50, max_km=5))
    across, _ = gazetteer.nearest(-16.8, -179.99, max_km=60)[0]
    assert across.country == "FJ"  # towns are found across the date line
    assert gazetteer.nearest(89.99, 0.0) == ()


def test_towns_come_largest_first(gazetteer: Gazetteer) -> None:
    people = [town.population for town in gazetteer.towns(5_000_000)]
    assert people == sorted(people, reverse=True) and min(people) >= 5_000_000 and len(people) > 50


def test_threads_can_ask_at_the_same_time(gazetteer: Gazetteer) -> None:
    names = [town.name for town in gazetteer.towns(2_000_000)]
    failed: list[str] = []

    def ask() -> None:
        failed.extend(name for name in names if not gazetteer.lookup(name) or not gazetteer.nearest(34.5, 69.2))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Al-Bab", "al Bab"),
        ("Ar-Raqqah", "Raqqa"),
        ("Sana'a", "Sanaa"),
        ("Mazar-i-Sharif", "Mazar-e Sharif"),
        ("Ivano-Frankivs’k", "ivano frankivsk"),
        ("The Hague", "hague"),
        ("Łódź", "Lodz"),
        ("Møre", "More"),
    ],
)
def test_names_that_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mali", "Malia"), ("Niger", "Nigeria"), ("Austria", "Australia"), ("Oman", "Roman")]
)
def test_names_that_fold_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


# The index: built, kept, rebuilt, refused.


@pytest.fixture(scope="module")
def cut_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables cut down to two countries."""
    data = tmp_path_factory.mktemp("cut")
    for name in tables.TABLES:
        if name == "conflict_places.tsv" or name == "abbreviations.tsv":
            lines = [line for line in tables.load_lines(name) if not line.startswith("#")][:1]
        elif name.endswith(".jsonl.xz"):
            wanted = re.compile(r'"(?:code|a)":"(?:AF|TJ)')
            lines = [line for line in tables.load_lines(name) if wanted.search(line)]
        else:
            lines = [
                line
                for number, line in enumerate(row for row in tables.load_lines(name) if not row.startswith("#"))
                if number == 0 or re.search(r"\t(?:AF|TJ)(?:\t|$)", line)
            ]
        tables._save_text(data, name, "\n".join(lines) + "\n")
    return data


@pytest.fixture
def small_tables(cut_tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the cut tables for one test, with a cache folder of its own."""
    data = tmp_path / "data"
    shutil.copytree(cut_tables, data)
    monkeypatch.setattr(tables, "DATA", data)
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    return data


def test_the_index_is_built_once_with_progress(small_tables: Path) -> None:
    told: list[tuple[float, str]] = []
    opened = open_gazetteer(lambda share, what: told.append((share, what)))
    assert opened.lookup("Kabul")[0].place.country == "AF"
    opened.close()
    shares = [share for share, _ in told]
    assert shares == sorted(shares) and shares[-1] == 1.0 and all(what for _, what in told)
    told.clear()
    open_gazetteer(lambda share, what: told.append((share, what))).close()
    assert told == []
    assert [path.suffix for path in (small_tables.parent / "cache").iterdir()] == [".sqlite"]


def test_a_damaged_index_is_rebuilt(small_tables: Path) -> None:
    open_gazetteer().close()
    path = index_module.index_path()
    whole = path.read_bytes()
    for damaged in (b"", b"not a database", whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        opened = open_gazetteer()
        assert opened.lookup("Kabul")
        opened.close()


def test_changed_tables_make_a_new_index(small_tables: Path) -> None:
    first = open_gazetteer()
    before = index_module.index_path()
    text = (small_tables / "news_demonyms.tsv").read_text(encoding="utf-8")
    (small_tables / "news_demonyms.tsv").write_text(text + "Kabuli\tAF\n", encoding="utf-8")
    assert index_module.index_path() != before
    second = open_gazetteer()
    assert (first.demonym("Kabuli"), second.demonym("Kabuli")) == ((), ("AF",))
    assert first.version != second.version
    first.close()
    second.close()


@pytest.mark.parametrize("name", ["towns.tsv.xz", "outlines.jsonl.xz", "borders.jsonl.xz", "divisions.tsv.xz"])
def test_a_truncated_table_is_named_and_the_old_index_stays(small_tables: Path, name: str) -> None:
    open_gazetteer().close()
    old = index_module.index_path()
    content = (small_tables / name).read_bytes()
    (small_tables / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(GazetteerBroken, match=re.escape(name)) as caught:
        open_gazetteer()
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)
    assert index_module.is_whole(old)
    assert not list(old.parent.glob("*.partial")) and not (old.parent / "gazetteer.lock").exists()
    (small_tables / name).write_bytes(content)
    assert index_module.index_path() == old
    open_gazetteer().close()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("conflict_places.tsv", "x\tX\t\tRGN\tAF\tnorth\t69\tarea\t5\t\t1\tnote"),
        ("conflict_places.tsv", "x\tX\t\tRGN\tAF\t34\t69\tarea\t5\tAF.99\t1\tnote"),
        ("conflict_places.tsv", "too\tfew"),
        ("abbreviations.tsv", "X\tZZ\talternate"),
        ("abbreviations.tsv", "X\tAF\tnickname"),
    ],
)
def test_a_wrong_row_made_by_hand_is_named(small_tables: Path, name: str, line: str) -> None:
    with (small_tables / name).open("a", encoding="utf-8") as table:
        table.write(line + "\n")
    with pytest.raises(GazetteerBroken, match=re.escape(name)):
        open_gazetteer()


def test_a_missing_table_is_named(small_tables: Path) -> None:
    (small_tables / "airfields.tsv.xz").unlink()
    with pytest.raises(GazetteerMissing, match=re.escape("airfields.tsv.xz")):
        open_gazetteer()


def test_a_cache_folder_that_cannot_be_written_to_is_named(small_tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    occupied = small_tables.parent / "occupied"
    occupied.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("DATELINE_CACHE", str(occupied / "cache"))
    with pytest.raises(GazetteerBroken, match="DATELINE_CACHE"):
        open_gazetteer()


def test_the_lock_of_a_process_that_died_is_taken_over(small_tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = small_tables.parent / "cache" / "gazetteer.lock"
    lock.parent.mkdir()
    lock.touch()
    os.utime(lock, (0, 0))
    open_gazetteer().close()
    assert not lock.exists()


def test_a_closed_gazetteer_says_so(small_tables: Path) -> None:
    opened = open_gazetteer()
    opened.close()
    with pytest.raises(GazetteerBroken, match="closed"):
        opened.countries()


# The tables themselves.


def test_the_tables_are_those_of_the_manifest() -> None:
    manifest = json.loads((tables.DATA / tables.MANIFEST).read_text(encoding="utf-8"))
    assert set(manifest["tables"]) == set(tables.GENERATED_TABLES)
    for name, made in manifest["tables"].items():
        content = (tables.DATA / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (made["sha256"], made["bytes"]), name


def test_there_is_nothing_else_in_the_folder_of_tables_and_it_is_small() -> None:
    files = [path for path in tables.DATA.iterdir() if path.is_file()]
    assert {path.name for path in files} == {*tables.TABLES, tables.MANIFEST}
    assert sum(path.stat().st_size for path in files) < 35_000_000


def test_tables_are_written_the_same_each_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        tables.save_rows(tmp_path / folder, "t.tsv.xz", ("a", "b"), [(1, "é"), (2, "")])
    assert (tmp_path / "one/t.tsv.xz").read_bytes() == (tmp_path / "two/t.tsv.xz").read_bytes()
    with pytest.raises(ValueError, match="does not fit"):
        tables.save_rows(tmp_path, "t.tsv", ("a",), [("tab\there",)])


def test_the_licences_say_what_the_page_about_them_says() -> None:
    text = (ROOT / "LICENCES-DATA.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| ")
    ]
    told = {row[0]: row[1:] for row in rows[1:]}
    listed = {
        row.name: [
            row.licence,
            row.attribution,
            ", ".join(f"`{name}`" for name in row.files),
            ", ".join(row.packages) or "-",
        ]
        for row in load_licences()
    }
    assert told == listed


def test_every_table_has_a_licence_and_every_attribution_is_listed(gazetteer: Gazetteer) -> None:
    covered = {name for row in load_licences() for name in row.files}
    assert covered == set(tables.TABLES)
    names = {row.name for row in load_licences()}
    places = [gazetteer.lookup(name)[0].place for name in ("Kabul", "Bagram Airbase", "Donbas")]
    border = gazetteer.border("AF", "TJ")
    assert border is not None
    assert {place.attribution for place in (*places, border)} <= names


def test_the_packages_of_the_licences_are_those_of_the_build() -> None:
    from geo.gazetteer.build.packages import PACKAGES

    named = {package for row in load_licences() for package in row.packages}
    assert named == {f"{package.name} {package.version}" for package in PACKAGES}
