"""Names with many spellings: written out from templates, found by one pattern, looked up however they are spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import product

_CHOICE = re.compile(r"\{([^}]*)\}")


def expand_spellings(template: str) -> list[str]:
    """All spellings of a template, in which {a|b} is either of two.

    >>> expand_spellings("eid {al|ul}-fitr{|i}")
    ['eid al-fitr', 'eid al-fitri', 'eid ul-fitr', 'eid ul-fitri']
    """
    parts = _CHOICE.split(template)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def fold_name(words: str) -> str:
    """The form in which a name is looked up: small, without accents and apostrophes, hyphens and breaks as one space.

    >>> fold_name("Eid-al-Adha"), fold_name("Tisha B'Av"), fold_name("Korit\u00e9")
    ('eid al adha', 'tisha bav', 'korite')
    """
    plain = unicodedata.normalize("NFKD", words.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'`\u02bf\u02be\u2018\u2019.")
    return re.sub(r"[\s-]+", " ", plain).strip()


def build_lookup(templates: dict[str, str]) -> dict[str, str]:
    """Folded spelling -> name, of a table from name to its templates, parted by commas."""
    return {
        fold_name(spelling): name
        for name, listed in templates.items()
        for template in listed.split(", ")
        for spelling in expand_spellings(template)
    }


def build_names(templates: Iterable[str]) -> str:
    """A rule's pattern for every spelling of the templates, branching letter by letter so that it is quick to fail.

    Hyphen and space stand for each other, apostrophes may be left out, and the longest spelling wins.

    >>> bool(re.fullmatch(build_names(["{eid|id} al-adha", "eid"]), "id al-adha")), build_names(["eid", "id"])
    (True, '(?:(?-i:[iI])d|(?-i:[eE])id)')
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for template in templates:
        for listed in template.split(", "):
            for spelling in expand_spellings(listed):
                node = root
                for letter in re.sub(r"[\s-]+", " ", spelling.lower()).strip():
                    node = node.setdefault(letter, {})
                node[""] = {}
    return _branches(root, first=True)


def build_key(*tables: Iterable[str], small: str = "") -> re.Pattern[str]:
    """The key of a rule for such names: one that begins with a capital, or one of the words of `small` (parted by |).

    >>> bool(build_key(["eid al-adha"], small="eid").search("for eid")), build_key(["may day"]).search("a may day")
    (True, None)
    """
    names = build_names(template for table in tables for template in table)
    capital = re.sub(r"\(\?-i:\[.(.)\]\)", lambda first: f"(?-i:{first[1]})", names)
    return re.compile(rf"(?<![A-Za-z])(?:{capital}{'|' + small if small else ''})", re.IGNORECASE)


def _branches(node: dict[str, dict], first: bool = False) -> str:  # type: ignore[type-arg]
    """The pattern of what may follow a node of the tree; a first letter is spelt out, which is quicker to rule out."""
    options = []
    for letter, following in sorted(node.items(), reverse=True):
        if letter:
            sign = "(?: |-)" if letter == " " else "'?" if letter == "'" else re.escape(letter)
            if first and letter.isalpha() and letter != letter.upper():
                sign = f"(?-i:[{letter}{letter.upper()}])"
            options.append(sign + _branches(following))
    if not options:
        return ""
    whole = options[0] if len(options) == 1 and "" not in node else "(?:" + "|".join(options) + ")"
    return whole + "?" if "" in node else whole
