"""The house rules: who may import whom, how long files are, that the README tells of the tree as it is."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.__main__ import build_parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

MAY_IMPORT: dict[str, set[str]] = {
    # the words that all speak; the record is made of the model's values and asked for by them
    "errors": set(),
    "numerals": set(),
    "model": {"record"},
    "record": {"model"},
    # before anything else stands
    "bootstrap": {"errors"},
    # stages: the model, the parsed text and the gazetteer; phrases and shapes are the words and drawing tools of places
    "reading": {"errors", "model"},
    "language": {"errors", "model"},
    "gazetteer": {"errors", "model"},
    "phrases": {"model"},
    "shapes": {"errors", "model", "gazetteer"},
    "mentions": {"errors", "model", "language", "gazetteer", "phrases"},
    "resolve": {"errors", "model", "language", "gazetteer", "phrases", "shapes"},
    "dates": {"errors", "model", "language", "numerals"},
    "events": {"errors", "model", "language", "numerals"},
    "zones": {"errors", "model", "gazetteer"},
    # what puts the stages together, and what is made of an analysis
    "pipeline": {
        "", "errors", "model", "record", "reading", "language", "gazetteer", "mentions", "resolve", "dates", "events",
        "zones",
    },
    "corrections": {"errors", "model"},
    "library": {"", "errors", "model", "record", "corrections", "pipeline", "reading"},
    "batch": {"errors", "model", "record", "reading", "pipeline"},
    "geocoders": {"", "errors", "model", "gazetteer", "zones"},
    "export": {"errors", "model", "record"},
    "view": {"", "errors", "model", "record", "reading", "gazetteer", "pipeline", "geocoders", "export"},
    # the doors: Python's and the command line's
    "": {"pipeline", "reading"},
    "__main__": {"", "errors", "bootstrap", "batch", "gazetteer"},
}  # fmt: skip
"""What each part of geo/ may import of the others; "" is geo/__init__.py. Only what is listed here exists."""

SCREENS = ("app.py", "pages/", "geo/view/")
ONLY_IN = {
    "streamlit": SCREENS,
    "streamlit_folium": SCREENS,
    "folium": ("geo/view/", "geo/export/"),
    "branca": ("geo/view/", "geo/export/"),
}
"""Packages that only some folders may import."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "managers", "manager", "common", "misc", "tools"}
LONGEST = 450


def program_files() -> list[Path]:
    return [path for folder in ("geo", "pages") for path in sorted((ROOT / folder).rglob("*.py"))] + [
        path for path in [ROOT / "app.py"] if path.exists()
    ]


def all_files() -> list[Path]:
    rest = [path for folder in ("tests", "benchmarks", "static") for path in sorted((ROOT / folder).rglob("*.py"))]
    return program_files() + rest


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    """The part of geo/ that a file belongs to: the first name below geo/, "" for geo/__init__.py itself."""
    first = path.relative_to(ROOT / "geo").parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, wherever in it, with the line; `from geo import x` counts as `geo.x`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno}: imports name the whole way, from geo on"
            module = node.module or ""
            if module == "geo":
                yield from ((_module_or_package(alias.name), node.lineno) for alias in node.names)
            else:
                yield module, node.lineno


def _module_or_package(name: str) -> str:
    return f"geo.{name}" if (ROOT / "geo" / name).is_dir() or (ROOT / "geo" / f"{name}.py").exists() else "geo"


def geo_imports(path: Path) -> Iterator[tuple[str, str, int]]:
    """Of a file in geo/: the other parts that it imports, the module's whole name, and the line."""
    own = part_of(path)
    for module, line in imports_of(path):
        if module.split(".")[0] == "geo":
            part = module.split(".")[1] if "." in module else ""
            if part != own:
                yield part, module, line


GEO_FILES = sorted((ROOT / "geo").rglob("*.py"))


def test_imports_run_one_way() -> None:
    wrong = []
    for path in GEO_FILES:
        part = part_of(path)
        assert part in MAY_IMPORT, f"geo/{part} is new: say in MAY_IMPORT what it may import, in the README what it is"
        wrong += [
            f"{named(path)}:{line} {name}" for other, name, line in geo_imports(path) if other not in MAY_IMPORT[part]
        ]
    assert wrong == []


def test_parts_are_entered_by_their_front_door() -> None:
    """What others may use of a part, its __init__.py names; the command line alone may go past it, to load less."""
    files = [path for path in GEO_FILES if part_of(path) != "__main__"]
    found = [(path, name, line) for path in files for _, name, line in geo_imports(path)]
    assert [f"{named(path)}:{line} {name}" for path, name, line in found if name.count(".") > 1] == []


def test_model_asks_for_the_record_only_when_it_is_needed() -> None:
    tree = ast.parse((ROOT / "geo/model.py").read_text(encoding="utf-8"))
    imported = [node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert [module for module in imported if module.startswith("geo")] == []


def test_packages_are_imported_where_they_belong() -> None:
    wrong = [
        f"{named(path)}:{line} {module}"
        for path in program_files()
        for module, line in imports_of(path)
        if not named(path).startswith(ONLY_IN.get(module.split(".")[0], ("",)))
    ]
    assert wrong == []


def test_modules_open_with_a_sentence_on_their_place() -> None:
    texts = {named(path): path.read_text(encoding="utf-8") for path in all_files()}
    assert [name for name, text in texts.items() if text.strip() and not ast.get_docstring(ast.parse(text))] == []


def test_no_file_is_too_long() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in all_files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_modules_have_names_that_say_something() -> None:
    wrong = [named(path) for path in all_files() if FORBIDDEN_NAMES & set(Path(named(path)).with_suffix("").parts)]
    assert wrong == []


def test_nothing_needs_what_is_outside_the_repository() -> None:
    outside = "/".join(["..", "shared"])
    files = [path for path in all_files() if not named(path).startswith("benchmarks/")] + [ROOT / "README.md"]
    assert [named(path) for path in files if outside in path.read_text(encoding="utf-8")] == []


# The README against the tree

MAP = re.search(r"^## Map of modules\n.*?```\n(.*?)```", README, re.M | re.S)


def map_entries() -> set[str]:
    """The paths on the left of the README's map, written out: an indented name belongs to the folder above it."""
    assert MAP, "README.md has a section “Map of modules” with a map in a code block"
    entries, folder = set(), ""
    for line in MAP.group(1).splitlines():
        match = re.match(r"( *)(\S+)  +\S", line)
        if match is None:
            continue
        indent, name = match.groups()
        if not indent:
            folder = name if name.endswith("/") else ""
        entries.add((folder if indent else "") + name)
    return entries


@pytest.mark.parametrize("entry", sorted(map_entries()))
def test_what_the_map_shows_exists(entry: str) -> None:
    path = ROOT / entry
    assert path.is_dir() if entry.endswith("/") else path.is_file()


def test_map_shows_all_of_geo() -> None:
    parts = {
        f"geo/{path.name}" + ("/" if path.is_dir() else "")
        for path in (ROOT / "geo").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert parts - map_entries() == set()


def test_map_shows_every_screen() -> None:
    screens = {named(path) for path in (ROOT / "pages").glob("*.py")}
    assert screens - map_entries() == set()


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def test_readme_s_commands_exist_with_their_options() -> None:
    commands = commands_of(build_parser())
    told = re.findall(r"^ *(?:python3?|py) -m geo (\w+)([^\n#]*)", README, re.M)
    assert told
    for command, rest in told:
        assert command in commands
        for option in re.findall(r"--[a-z-]+", rest.split(" -- ")[0]):
            assert option in commands[command]._option_string_actions, f"{command} has no {option}"


@pytest.mark.parametrize("command", sorted(commands_of(build_parser())))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"-m geo {command}\b", README)


def test_readme_s_pictures_and_links_exist() -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target
