"""What is drawn: payload, segments, words and tokens, made from values without any screen."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Article, Place, Resolution, Section, Span
from geo.reading import MAX_BYTES
from geo.view.browser import load_page_styles, load_scripts, load_styles
from geo.view.lists import build_table, name_download
from geo.view.map import build_map
from geo.view.markdown import escape_markdown
from geo.view.payload import build_payload, sort_events
from geo.view.segments import Highlight, build_segments
from geo.view.tokens import COLOURS, FAMILIES, SHAPES, family_of
from geo.view.wording import find_sentence, show_text
from tests.view_sample import TEXT, build_sample

ROOT = Path(__file__).resolve().parents[1]


def events_of(dated: bool = True) -> dict:
    return {event["id"]: event for event in build_payload(build_sample(dated))["events"]}


def marks_of() -> dict:
    return {mark["key"]: mark for mark in build_payload(build_sample())["marks"]}


def test_the_payload_is_plain_json() -> None:
    payload = build_payload(build_sample())
    assert json.loads(json.dumps(payload, allow_nan=False))["digest"] == payload["digest"]


def test_the_digest_changes_with_what_is_shown_and_with_nothing_else() -> None:
    analysis = build_sample()
    first = build_payload(analysis)["digest"]
    assert build_payload(build_sample())["digest"] == first
    assert build_payload(replace(analysis, events=analysis.events[1:]))["digest"] != first
    assert build_payload(build_sample(False))["article"] == build_payload(analysis)["article"]


def test_every_event_and_every_place_is_handed_on() -> None:
    analysis = build_sample()
    payload = build_payload(analysis)
    assert {event["id"] for event in payload["events"]} == {event.id for event in analysis.events}
    said = sum(len(mark["said"]) for mark in payload["marks"])
    assert said + len(payload["unplaced"]) == len(analysis.places)


def test_without_a_publication_date_phrases_stand_in_place_of_dates_in_the_order_of_the_text() -> None:
    payload = build_payload(build_sample(dated=False))
    assert not payload["dated"]
    told = [event["told"] for event in payload["events"]]
    assert told == sorted(told)
    assert events_of(False)["flight"]["when"] == "“early on Monday morning”"


def test_events_are_sorted_by_day_with_the_undated_last() -> None:
    order = [event["id"] for event in build_payload(build_sample())["events"]]
    assert order[:4] == ["nineties", "leaving", "march", "shelling"]
    assert order[-3:] == ["ongoing", "denied", "if"]


def test_sorting_puts_an_open_start_at_its_end() -> None:
    told = {"whenKind": "told", "day": ""}
    rows = [
        {"id": "open", "earliest": None, "latest": "2021-07-03", "told": 0, **told},
        {"id": "day", "earliest": "2021-07-02", "latest": "2021-07-02", "told": 9, **told},
        {"id": "none", "earliest": None, "latest": None, "told": 1, **told},
    ]
    assert [row["id"] for row in sort_events(rows)] == ["day", "open", "none"]


def test_several_mentions_of_a_country_are_one_outline_with_all_their_sentences() -> None:
    country = marks_of()["country-AF"]
    assert country["form"] == "country"
    assert country["iso"] == "AF"
    assert country["geometry"] is None
    assert len(country["said"]) == 2
    assert country["events"] == ["nineties"]


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("border-AF-TJ", "line"),
        ("gn-1148107", "area"),
        ("air-OAIX", "point"),
        ("gn-1135690", "point"),
        ("country-US", "country"),
    ],
)
def test_each_place_is_drawn_as_what_it_is(key: str, form: str) -> None:
    assert marks_of()[key]["form"] == form


def test_a_place_that_is_only_near_has_its_radius() -> None:
    assert marks_of()["gn-1135690"]["km"] == 20
    assert marks_of()["gn-1135690"]["precision"] == "within about 20 km"
    assert marks_of()["air-OAIX"]["km"] == 0


def test_the_dateline_is_a_mark_of_its_own_kind() -> None:
    assert marks_of()["gn-1138958"]["kind"] == "dateline"


def test_a_province_without_outline_is_asked_for_it_and_else_drawn_round() -> None:
    analysis = build_sample()
    bare = replace(analysis.places[5].place, geometry=None)
    places = [replace(one, place=bare) if one.place and one.place.id == bare.id else one for one in analysis.places]
    analysis = replace(analysis, places=tuple(places))
    square = {"type": "Polygon", "coordinates": [[[70, 36], [71, 36], [71, 37], [70, 36]]]}
    drawn = {mark["key"]: mark["form"] for mark in build_payload(analysis)["marks"]}
    outlined = {mark["key"]: mark["form"] for mark in build_payload(analysis, {bare.id: square}.get)["marks"]}
    assert drawn[bare.id] == "round"
    assert outlined[bare.id] == "area"


def test_an_event_without_a_place_says_why() -> None:
    assert events_of()["clash"]["unplaced"] == "The sentence names no place."
    assert events_of()["if"]["unplaced"].startswith("No place of this name")
    assert events_of()["if"]["mark"] is None


def test_a_mark_carries_the_sentence_the_reason_and_the_runners_up() -> None:
    said = marks_of()["gn-1135690"]["said"][0]
    assert "".join(said["quote"]).startswith("An official claimed")
    assert said["quote"][1] == "Kunduz"
    assert said["reason"]
    assert said["others"][0]["where"] == "Kabul, Afghanistan"


def test_tolls_and_actors_are_in_words() -> None:
    assert events_of()["shelling"]["toll"] == ["Killed: at least 12 policemen"]
    assert events_of()["flight"]["actors"] == [{"name": "Afghan soldiers", "side": "By", "sector": "MIL"}]


def joined(paragraphs: list[dict]) -> list[str]:
    return ["".join(part["t"] for part in paragraph["parts"]) for paragraph in paragraphs]


def test_the_article_on_screen_is_the_text_itself() -> None:
    assert joined(build_payload(build_sample())["paragraphs"]) == [line for line in TEXT.split("\n") if line.strip()]


def test_highlights_know_their_event_and_place() -> None:
    parts = [part for line in build_payload(build_sample())["paragraphs"] for part in line["parts"]]
    border = next(part for part in parts if part["t"] == "Tajik border")
    assert border["k"]["place"] == ["border-AF-TJ"]
    assert border["k"]["event"] == ["flight"]
    assert "flight" in next(part for part in parts if part["t"] == "crossed")["k"]["trigger"]
    assert "passed-over" in parts[0]["k"]
    assert "unplaced" in next(part for part in parts if part["t"] == "Qala-e-Shaken")["k"]


def test_the_pages_of_a_document_are_told_once_each() -> None:
    text = "one\ntwo\nthree"
    sections = (Section(Span(0, 7), "Page 1"), Section(Span(8, 13), "Page 2"))
    assert [line["section"] for line in build_segments(text, [], sections)] == ["Page 1", None, "Page 2"]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_segments_always_join_to_the_lines(text: str, spans: list[tuple[int, int]]) -> None:
    highlights = [
        Highlight(Span(min(pair), min(max(pair), len(text))), "place", str(number))
        for number, pair in enumerate(spans)
        if min(pair) < min(max(pair), len(text))
    ]
    expected = [show_text(line) for line in text.split("\n") if line.strip()]
    assert joined(build_segments(text, highlights)) == expected


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("First. It hit Kyiv on Monday. Last.", "Kyiv", "It hit Kyiv on Monday."),
        ("Gen. A. Dostum left Kabul. He fled.", "Kabul", "Gen. A. Dostum left Kabul."),
        ("“Fire!” he said in Herat.\nNext line", "Herat", "“Fire!” he said in Herat."),
        ("Headline on Goma\nBody text.", "Goma", "Headline on Goma"),
        ("About 1.5 km from Aleppo, troops waited", "Aleppo", "About 1.5 km from Aleppo, troops waited"),
    ],
)
def test_the_sentence_round_a_word(text: str, word: str, sentence: str) -> None:
    start = text.index(word)
    assert find_sentence(text, Span(start, start + len(word))).quote(text) == sentence


MARKUP = [
    "<img src=x onerror=alert(1)>",
    "${1+1}",
    "**bold** _it_ ~~gone~~ `code`",
    "[link](javascript:alert(1)) ![x](http://example.org/x)",
    ":red[hot] :smile: :material/home:",
    "$x^2$ and $$y$$",
    "# heading",
    "1. list\n- item\n> quote",
    "a|b\n-|-\nhttp://example.org www.example.org me@example.org",
    "&lt;b&gt; &amp; \\",
]


@pytest.mark.parametrize("text", MARKUP)
def test_no_character_of_markup_is_left_bare(text: str) -> None:
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`$<>\[\]:!#|~&]", escaped)
    # The joiner that keeps addresses from becoming links is not seen.
    assert re.sub(r"\\(.)", r"\1", escaped).replace("\u2060", "") == " ".join(text.split())
    assert not re.search(r"https?\\:|www\\\.|@\w", escaped)


def test_direction_controls_are_made_visible_everywhere() -> None:
    text = "Troops \u202e hit \u2066Kyiv\u2069 on Monday."
    place = Place("1", "Ky\u202eiv", 50.4, 30.5, "PPLC", "UA")
    start = text.index("Kyiv")
    sample = build_sample()
    mention = replace(sample.places[0].mention, span=Span(start, start + 4), text="Kyiv", role="event")
    analysis = replace(
        sample,
        article=Article(text=text, title="T\u202eitle"),
        places=(Resolution(mention, place, 1.0, "be\u202ecause"),),
        times=(),
        events=(),
    )
    words = json.dumps(build_payload(analysis), ensure_ascii=False)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", words)


def test_every_family_has_a_colour_and_a_shape_of_its_own() -> None:
    assert len({family.shape for family in FAMILIES}) == len(FAMILIES)
    assert {family.shape for family in FAMILIES} == set(SHAPES)
    for theme in ("light", "dark"):
        assert len({getattr(family.tone, theme) for family in FAMILIES}) == len(FAMILIES)
    assert family_of("something new").key == "other"


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


TEXT_PAIRS = [
    ("text", "background"),
    ("text", "card"),
    ("text", "picked"),
    ("muted", "card"),
    ("muted", "panel"),
    ("place", "place-ground"),
    ("time", "time-ground"),
    ("time", "card"),
    ("time", "picked"),
    ("muted", "background"),
    ("warning", "background"),
    ("toll", "toll-ground"),
    ("toll", "card"),
    ("actor", "card"),
    ("warning", "card"),
    ("primary", "panel"),
    ("label", "land"),
]


@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_its_ground(ink: str, ground: str, theme: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: 4.5 to 1."""
    assert contrast(getattr(COLOURS[ink], theme), getattr(COLOURS[ground], theme)) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_marks_stand_out_from_the_land(family, theme: str) -> None:
    """WCAG 2.2, success criterion 1.4.11: 3 to 1."""
    assert contrast(getattr(family.tone, theme), getattr(COLOURS["land"], theme)) >= 3


def test_the_theme_of_the_pages_is_that_of_the_tokens() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    for theme in ("light", "dark"):
        options = config["theme"][theme]
        pairs = {
            "primaryColor": "primary",
            "backgroundColor": "background",
            "secondaryBackgroundColor": "panel",
            "textColor": "text",
            "borderColor": "line",
        }
        assert {option: options[option] for option in pairs} == {
            option: getattr(COLOURS[name], theme) for option, name in pairs.items()
        }
        assert options["sidebar"]["backgroundColor"] == getattr(COLOURS["panel"], theme)
    assert config["server"]["maxUploadSize"] * 2**20 > 2 * MAX_BYTES  # over the limit: refused by the app, in words
    assert config["server"]["enableStaticServing"] is True
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"


def test_the_map_names_no_other_host() -> None:
    drawn = build_map()
    html = drawn.get_root().render()
    addresses = set(re.findall(r"https?://[^\s\"'`)]+", html))
    # The name space of SVG is a name, and the online tiles are asked for when they are switched on.
    assert addresses == {"http://www.w3.org/2000/svg", "https://tile.openstreetmap.org/{z}/{x}/{y}.png"}
    for name, _ in (*drawn.default_js, *drawn.default_css):
        assert name in ("leaflet", "leaflet_css")


def test_every_file_that_the_map_is_served_is_there() -> None:
    drawn = build_map()
    for _, address in (*drawn.default_js, *drawn.default_css):
        assert (ROOT / "static" / address.removeprefix("../../app/static/")).is_file()
    for name in ("countries.geojson", "disputed.geojson", "provinces.json", "towns.json"):
        assert (ROOT / "static" / "basemap" / name).is_file()


def test_the_maps_script_is_the_same_every_time() -> None:
    def script() -> str:
        drawn = build_map()
        return drawn.get_root().render().replace(drawn.get_name(), "map")

    assert script() == script()


def test_scripts_never_parse_text_as_markup() -> None:
    scripts = load_scripts("dom", "hub", "timeline", "note", "reader", "labels", "glyphs", "popup", "map")
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", scripts)
    assert "https://" not in load_styles(":host", "base", "timeline", "reader", "map") + load_page_styles()


def test_recognised_borders_and_hatched_disputes() -> None:
    import shapely
    from shapely.geometry import shape

    countries = json.loads((ROOT / "static/basemap/countries.geojson").read_text("utf-8"))["features"]
    disputed = json.loads((ROOT / "static/basemap/disputed.geojson").read_text("utf-8"))["features"]

    def holder(lat: float, lon: float) -> set[str]:
        point = shapely.Point(lon, lat)
        return {part["properties"]["iso"] for part in countries if shape(part["geometry"]).contains(point)}

    def is_disputed(lat: float, lon: float) -> bool:
        return any(shape(part["geometry"]).contains(shapely.Point(lon, lat)) for part in disputed)

    assert holder(45.0, 34.1) == {"UA"}
    assert holder(24.5, -14.0) == {"EH"}
    assert holder(33.0, 35.75) == {"SY"}
    assert is_disputed(45.0, 34.1)
    assert is_disputed(33.0, 35.75)
    assert not is_disputed(50.45, 30.5)


def test_the_table_has_a_row_for_every_event() -> None:
    table = build_table(build_payload(build_sample()))
    assert len(table) == len(build_sample().events)
    assert "Not placed: The sentence names no place." in set(table["Where"])


@pytest.mark.parametrize(
    ("title", "stem"),
    [("Soldiers: cross/the border!", "soldiers-cross-the-border"), ("Київ", "article"), (None, "border-txt")],
)
def test_files_to_take_away_have_safe_names(title: str | None, stem: str) -> None:
    analysis = build_sample()
    analysis = replace(analysis, article=replace(analysis.article, title=title))
    assert name_download(analysis) == f"{stem}-{analysis.article.sha256[:8]}"
