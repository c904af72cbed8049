"""Packs of further places from GeoNames' dump files: the format, installing, asking, and what is wrong with files."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.errors import GazetteerError, PackCancelled, PackError, PackSourceBroken
from geo.gazetteer import (
    Gazetteer,
    Pack,
    add_pack,
    describe_losses,
    describe_state,
    install_pack,
    list_packs,
    open_gazetteer,
    packs_folder,
    remove_pack,
    verify_pack,
)
from geo.gazetteer.packs import features, packfile
from geo.gazetteer.packs.dump import parse_place
from tests.pack_sample import COUNTRY, VILLAGE, alternate, place, save_zip

VILLAGE_ID = "geonames:90000001"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own."""
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return save_zip(tmp_path / "AF.zip", COUNTRY)


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [match.place.id for match in gazetteer.lookup(name)]


# What a pack adds, and what it does not touch


def test_villages_are_found_at_once_and_gone_when_the_pack_is(gazetteer: Gazetteer, dump: Path) -> None:
    without = gazetteer.version
    assert not gazetteer.knows("Sanginabad Kalay") and gazetteer.lookup("Sanginabad Kalay") == ()
    assert gazetteer.get(VILLAGE_ID) is None
    pack = install_pack(dump)
    for name in ("Sanginabad Kalay", "Qaleh-ye Nowabad-e Sangin", "Qala-i-Nawabad-i-Sangin"):
        assert gazetteer.knows(name)
        assert ids(gazetteer, name) == [VILLAGE_ID]
    village = gazetteer.get(VILLAGE_ID)
    assert village is not None
    assert (village.source, village.attribution, village.geonameid) == ("pack", "GeoNames", 90000001)
    assert (village.name, village.country, village.admin1) == ("Qal‘eh-ye Nowabad-e Sangin", "AF", "Kabul")
    assert gazetteer.version == f"{without}+{pack.version}" and pack.version.startswith("AF@2026-11-01.")
    province = gazetteer.province_of(village)
    assert province is not None and province.feature == "ADM1" and province.name == "Kabul"
    assert gazetteer.nearest(34.61, 69.31)[0][0].id == VILLAGE_ID
    remove_pack("AF")
    assert not gazetteer.knows("Sanginabad Kalay") and gazetteer.lookup("Sanginabad Kalay") == ()
    assert gazetteer.get(VILLAGE_ID) is None and gazetteer.version == without
    assert gazetteer.nearest(34.61, 69.31)[0][0].id != VILLAGE_ID


@pytest.mark.parametrize("name", ["Kabul", "Paris", "Aleppo", "Afghanistan", "Bagram Airfield", "Bagram Air Base"])
def test_the_well_known_stay_first_and_the_vendored_order_stays(gazetteer: Gazetteer, dump: Path, name: str) -> None:
    before = gazetteer.lookup(name)
    install_pack(dump)
    after = gazetteer.lookup(name)
    assert after[0] == before[0]
    assert [match for match in after if match.place.source == "gazetteer"] == list(before)


@pytest.mark.parametrize(
    ("population", "alternates", "offered"),
    [("0", "", False), ("900", "", False), ("20000", "Kaboul,Kabol,Kabul-e Naw", True)],
)
def test_a_village_is_no_rival_of_a_capital_but_a_town_is(
    gazetteer: Gazetteer, tmp_path: Path, population: str, alternates: str, offered: bool
) -> None:
    row = place(90000400, "Kabul", 36.2, 66.1, population=population, alternates=alternates)
    install_pack(save_zip(tmp_path / "AF.zip", [row]))
    assert ("geonames:90000400" in ids(gazetteer, "Kabul")) is offered


def test_a_village_is_offered_beside_a_small_town(gazetteer: Gazetteer, tmp_path: Path) -> None:
    before = ids(gazetteer, "Imam Sahib")
    assert before and max(match.place.population for match in gazetteer.lookup("Imam Sahib")) < 50_000
    install_pack(save_zip(tmp_path / "AF.zip", [place(90000400, "Imam Sahib", 31.5, 64.0, admin1="10")]))
    assert ids(gazetteer, "Imam Sahib") == [*before, "geonames:90000400"]


def test_what_the_tables_have_already_is_not_doubled(gazetteer: Gazetteer, dump: Path) -> None:
    install_pack(dump)
    assert ids(gazetteer, "Kabul").count("geonames:1138958") == 1
    assert "geonames:90000005" not in ids(gazetteer, "Bagram Airfield"), "the air base is in the list of airfields"
    # ... but is found under what the pack alone calls it, as the vendored place
    (match,) = gazetteer.lookup("Shahr-e Kabulistan")
    assert (match.place.id, match.place.source, match.how) == ("geonames:1138958", "gazetteer", "alternate")


def test_a_village_entered_twice_is_one(gazetteer: Gazetteer, tmp_path: Path) -> None:
    rows = [
        place(90000100, "Tangi Garmak"),
        place(90000101, "Tangi Garmak", 34.61),
        place(90000102, "Tangi Garmak", 36),
    ]
    install_pack(save_zip(tmp_path / "AF.zip", rows))
    assert ids(gazetteer, "Tangi Garmak") == ["geonames:90000100", "geonames:90000102"]


@pytest.mark.parametrize(
    ("name", "precision", "admin1", "admin2"),
    [
        ("Zarghun Kalay Hospital", "point", "Helmand", None),
        ("Darya-ye Sangak", "water", "Kabul", None),
        ("Sangak Pass", "point", "Kabul", None),
        ("Uluswali-e Sangak", "district", "Kabul", "Uluswali-e Sangak"),
        ("Sangakabad", "point", "Kabul", "Uluswali-e Sangak"),
    ],
)
def test_a_place_is_as_exact_as_its_kind(
    gazetteer: Gazetteer, dump: Path, name: str, precision: str, admin1: str, admin2: str | None
) -> None:
    install_pack(dump)
    found = gazetteer.lookup(name)[0].place
    assert (found.precision, found.admin1, found.admin2) == (precision, admin1, admin2)


def test_a_pack_of_several_countries_gives_way_to_a_country_s_own(gazetteer: Gazetteer, tmp_path: Path) -> None:
    install_pack(save_zip(tmp_path / "AF.zip", [place(90000100, "Tangi Garmak")]))
    rows = [place(90000100, "Tangi Garmak", 35), place(90000200, "Tirkuy", 10, 10, country="NE", admin1="01")]
    pack = install_pack(save_zip(tmp_path / "w.zip", rows, "allCountries.txt"))
    assert pack.name == "all"
    (match,) = gazetteer.lookup("Tangi Garmak")
    assert match.place.lat == 34.6
    assert gazetteer.lookup("Tirkuy")[0].place.country == "NE"


def test_prominence_is_on_the_scale_of_the_vendored_tables(gazetteer: Gazetteer) -> None:
    rows = gazetteer._rows(
        "SELECT feature, population, alternates, prominence FROM places WHERE cell IS NOT NULL "
        "AND feature LIKE 'PPL%' ORDER BY rank LIMIT 500"
    )
    for feature, population, alternates, prominence in rows:
        assert features.find_prominence("P", feature, population, alternates) == pytest.approx(prominence)


# The format


ODD = {
    "eighteen columns": "\t".join(place(90001001, "Short").split("\t")[:18]),
    "NUL bytes": place(90001002, "Nul\x00l"),
    "latitude that is no number": place(90001003, "Nowhere", "north"),
    "no number": place(90001004, "Nan", "nan", "nan"),
    "not on Earth": place(90001005, "Beyond", 91.0),
    "no position": place(90001006, "Null Island", 0, 0),
    "no GeoNames id": place(-5, "Minus"),
    "no name": place(90001008, " "),
    "more than 200 characters": place(90001009, "x" * 201),
    "country code": place(90001010, "Two", country="Afghanistan"),
    "population that is no number": place(90001011, "Crowd", population="many"),
    "without a letter": place(90001012, "---"),
    "came before": place(90000001, "Again"),
}


def test_rows_that_cannot_be_read_are_skipped_counted_and_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    good = [place(90000001 + number, f"Deh Number{'abcdefghijklmnopqrstuvwxyz'[number]}") for number in range(20)]
    path = tmp_path / "AF.txt"
    lines = [row.encode() for row in [*good, *ODD.values()]]
    lines[5:5] = [b"", b"90001013\tLatin\xe9\t" + place(1, "x").split("\t", 2)[2].encode()]
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines) + b"\r\n")
    pack = install_pack(path)
    assert pack.places == len(good)
    assert sum(pack.skipped.values()) == len(ODD) + 1
    told = describe_losses(pack)
    for words in ("18 columns", *list(ODD)[1:], "not UTF-8"):
        assert words in told, words
    first = gazetteer.lookup("Deh Numbera")[0].place
    assert (first.geonameid, first.name) == (90000001, "Deh Numbera"), "neither mark nor line end is in the way"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (place(5, "Nowhere", admin1=""), (None, 0, ("AF",))),
        (place(5, "Nowhere", admin1="00", population=""), (None, 0, ("AF",))),
        (place(5, "Nowhere", population="-1", others="PK,IR"), ("Kabul", 0, ("AF", "PK", "IR"))),
        (place(5, 'The "Big" Village', population="1200"), ("Kabul", 1200, ("AF",))),
        (place(5, "Ghost", kind="P.PPLH"), ("Kabul", 0, ("AF",))),
        (place(5, "Sea of Nobody", kind="H.SEA", country="", others="AF,PK", admin1=""), (None, 0, ("AF", "PK"))),
        (place(5, "Bare", kind="P."), ("Kabul", 0, ("AF",))),
    ],
)
def test_rows_with_empty_cells_lists_and_quotes(
    tmp_path: Path, gazetteer: Gazetteer, row: str, expected: tuple[str | None, int, tuple[str, ...]]
) -> None:
    install_pack(save_zip(tmp_path / "AF.zip", [row]))
    found = gazetteer.get("geonames:5")
    assert found is not None
    assert (found.admin1, found.population, found.countries) == expected


def test_kinds_that_are_left_out_are_told_and_can_be_chosen(tmp_path: Path) -> None:
    rows = [place(1, "Afghanistan", kind="A.PCLI"), place(2, "Smith Farm", kind="S.FRM"), place(3, "Ring", kind="R.RD")]
    path = save_zip(tmp_path / "AF.zip", [*rows, place(4, "Deh"), place(5, "Kuh", kind="T.MT")])
    pack = install_pack(path)
    assert (pack.places, sum(pack.left_out.values())) == (2, 3)
    assert "1 roads" in describe_losses(pack)
    assert add_pack(str(path), classes="pr").places == 2
    with pytest.raises(PackError, match="feature classes"):
        add_pack(str(path), classes="X")


def test_names_right_to_left_and_transliterations_are_no_names_of_english_texts() -> None:
    from geo.gazetteer.packs.rows import arrange_place

    _, names = arrange_place(parse_place(VILLAGE))
    assert [name or folded for folded, _, _, _, name in names] == [
        "qaleh nowabad sangin",
        "Qala-i-Nawabad-i-Sangin",
        "Sanginabad Kalay",
    ]


# Installing


def test_progress_rises_and_the_pack_is_listed(dump: Path, data: Path) -> None:
    told: list[float] = []
    pack = install_pack(dump, tell=lambda share, words: told.append(share))
    assert told == sorted(told) and told[-1] == 1.0
    assert list_packs() == (pack,)
    assert (pack.name, pack.kind, pack.places, pack.source) == ("AF", "places", 11, "AF.zip")
    assert pack.size == pack.path.stat().st_size and pack.path.parent == packs_folder() == data / "packs"
    assert list((packs_folder() / "unfinished").iterdir()) == []
    assert verify_pack("af") == pack


def test_a_newer_dump_takes_the_place_of_the_older_while_it_is_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    old = install_pack(save_zip(tmp_path / "AF.zip", [place(90000100, "Tangi Garmak")]))
    assert ids(gazetteer, "Tangi Garmak")
    new = install_pack(save_zip(tmp_path / "AF.zip", [place(90000101, "Tangi Safed")]))
    assert (ids(gazetteer, "Tangi Garmak"), ids(gazetteer, "Tangi Safed")) == ([], ["geonames:90000101"])
    assert old.version != new.version and gazetteer.version.endswith(new.version)
    assert [pack.name for pack in list_packs()] == ["AF"]


@pytest.mark.parametrize("after", [0, 1, 3, 6])
def test_calling_off_leaves_what_was_there(tmp_path: Path, gazetteer: Gazetteer, after: int) -> None:
    before = install_pack(save_zip(tmp_path / "AF.zip", [place(90000100, "Tangi Garmak")]))
    asked = iter(range(1000))
    with pytest.raises(PackCancelled):
        rows = [place(90002000 + number, f"Deh {number}") for number in range(40_000)]
        install_pack(save_zip(tmp_path / "AF.zip", rows), cancelled=lambda: next(asked) >= after)
    assert list_packs() == (before,) and verify_pack("AF") == before
    assert ids(gazetteer, "Tangi Garmak") and not gazetteer.knows("Deh 5")
    assert list((packs_folder() / "unfinished").iterdir()) == []


def test_a_folder_that_cannot_be_written_to_gives_one_sentence(
    tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "file"))
    with pytest.raises(PackError, match=r"cannot be written to .*DATELINE_DATA"):
        install_pack(dump)


def test_too_little_room_is_told_before_anything_is_written(dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(100, 100, 0))
    with pytest.raises(PackError, match="room"):
        install_pack(dump)
    assert list_packs() == ()


@pytest.mark.parametrize(
    ("file", "member", "name"),
    [
        ("download (3).zip", "AF.txt", "AF"),
        ("AF.txt", None, "AF"),
        ("af.txt", None, "AF"),
        ("villages of mine.txt", None, "villages-of-mine"),
        ("SY.txt", None, "SY"),
        ("allCountries.zip", "allCountries.txt", "all"),
        ("cities500.zip", "cities500.txt", "cities500"),
    ],
)
def test_a_pack_is_called_what_geonames_calls_it(tmp_path: Path, file: str, member: str | None, name: str) -> None:
    if member:
        save_zip(tmp_path / file, COUNTRY, member)
    else:
        (tmp_path / file).write_text(VILLAGE + "\n", encoding="utf-8")
    assert install_pack(tmp_path / file).name == name


# Alternate names


NAMES = [
    alternate(1, 90000001, "en", "Stonewell Village"),
    alternate(2, 90000001, "fa", "قلعه نوآباد"),
    alternate(3, 90000001, "link", "https://en.wikipedia.org/wiki/Stonewell"),
    alternate(4, 90000001, "wkdt", "Q12345"),
    alternate(5, 90000001, "post", "1001"),
    alternate(6, 90000001, "en", "The Rock", "\t\t1\t\t\t"),
    alternate(7, 90000005, "icao", "OAZZ"),
    alternate(8, 90000005, "iata", "SDF"),
    alternate(9, 1138958, "", "Kabulopolis Magna", "1\t\t\t1\t\t1921"),
    alternate(10, 1138958, "de", "Kabul"),
    alternate(11, 1149361, "en", "Land of the Nine"),
    alternate(12, 777777777, "en", "Nobody's Home"),
]


def test_alternate_names_are_added_to_packs_and_tables(tmp_path: Path, gazetteer: Gazetteer, dump: Path) -> None:
    install_pack(dump)
    path = save_zip(tmp_path / "n.zip", NAMES, "alternateNamesV2.txt", ("iso-languagecodes.txt",))
    pack = install_pack(path, known=gazetteer)
    assert (pack.name, pack.kind, pack.places, pack.names) == ("all-names", "names", 0, 3)
    assert ids(gazetteer, "Stonewell Village") == [VILLAGE_ID]
    assert ids(gazetteer, "Kabulopolis Magna") == ["geonames:1138958"]
    assert ids(gazetteer, "OAZZ") == ["geonames:90000005"] and ids(gazetteer, "Oazz") == []
    for name in ("SDF", "Q12345", "1001", "The Rock", "Land of the Nine", "Nobody's Home"):
        assert not [match for match in gazetteer.lookup(name) if match.place.source == "pack"], name
    assert describe_state(pack, list_packs()) == "in use"
    other = install_pack(save_zip(tmp_path / "NE.zip", [place(90000200, "Tirkuy", country="NE")], "NE.txt"))
    assert f"before the pack {other.name} was" in describe_state(pack, list_packs())
    remove_pack("AF")
    assert ids(gazetteer, "Stonewell Village") == [] and ids(gazetteer, "Kabulopolis Magna") == ["geonames:1138958"]


def test_names_of_nothing_that_is_known_are_refused(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = save_zip(tmp_path / "n.zip", [alternate(12, 777777777, "en", "Nobody's Home")], "AF.txt")
    with pytest.raises(PackSourceBroken, match="no further names"):
        install_pack(path, known=gazetteer)
    assert list_packs() == ()


# Several at once


def test_packs_come_and_go_while_others_ask(tmp_path: Path, gazetteer: Gazetteer, dump: Path) -> None:
    failures: list[Exception] = []
    stop = threading.Event()

    def ask() -> None:
        try:
            while not stop.is_set():
                assert ids(gazetteer, "Kabul")[0] == "geonames:1138958"
                assert ids(gazetteer, "Sanginabad Kalay") in ([], [VILLAGE_ID])
                gazetteer.nearest(34.61, 69.31)
        except (AssertionError, GazetteerError) as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(8):
        install_pack(dump)
        remove_pack("AF")
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_pack_installed_by_another_process_is_noticed(
    gazetteer: Gazetteer, dump: Path, tmp_path: Path, data: Path
) -> None:
    elsewhere = install_pack(dump, folder=tmp_path / "elsewhere")
    (data / "packs").mkdir(parents=True, exist_ok=True)
    assert not gazetteer.knows("Sanginabad Kalay")
    shutil.copyfile(elsewhere.path, data / "packs" / "AF.tmp")
    (data / "packs" / "AF.tmp").replace(data / "packs" / "AF.pack")
    assert gazetteer.knows("Sanginabad Kalay")


def test_the_seal_stands_where_it_is_looked_for(dump: Path) -> None:
    pack: Pack = install_pack(dump)
    seal = packfile.load_seal(pack.path)
    assert seal is not None and seal.at < 8192 and seal.size == pack.size
