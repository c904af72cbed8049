"""Mentions gathered into names: one name, one place within an article, unless the text gives it another parent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from geo.gazetteer import Gazetteer, fold_name
from geo.model import Article, Mention
from geo.phrases import measure_war
from geo.resolve.candidates import Option, find_options, kind_of
from geo.resolve.features import Name

DESCRIBED = frozenset({"border", "relative", "coordinates"})
"""Kinds that are drawn from other places, not looked up."""

_TOWNLIKE = frozenset({"city", "district", "facility", "other", "province", "water", "region"})
_PARENT = re.compile(r"(?:,\s*(?:in\s+|the\s+)*|\s+in\s+(?:the\s+)?(?:\w+\s+){0,2}|\s*\(\s*)")
_LIST = re.compile(r"(?:,\s*|,?\s*(?:and|or)\s+|,\s+and\s+)")


def number_sentences(doc: Doc) -> Callable[[int], int]:
    """What tells a character offset the number of its sentence, counted from 0."""
    starts = [sentence.start_char for sentence in doc.sents]
    return lambda offset: max(0, bisect_right(starts, offset) - 1)


def gather_names(article: Article, doc: Doc, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Name]:
    """The names of `mentions` (described and demonym ones left out), with their options and their named parents."""
    text = article.text
    sentence_of = number_sentences(doc)
    numbers = [sentence_of(m.span.start) for m in mentions]
    plain = [i for i, m in enumerate(mentions) if m.kind not in DESCRIBED and m.kind != "demonym"]
    mentions = _share_cues(text, mentions, plain)
    parent_of = _find_parents(text, mentions, plain)
    folded = {i: fold_name(mentions[i].name or mentions[i].text) for i in plain}
    groups: dict[tuple[str, str], list[int]] = {}
    for i in plain:
        parent = parent_of.get(i)
        groups.setdefault((folded[i], folded[parent] if parent is not None else ""), []).append(i)
    _join_unparented(groups)
    names: list[Name] = []
    war = measure_war(_PLAIN_WORD.findall(text.lower()))
    index_of: dict[int, int] = {}
    options: dict[tuple[str, str | None], tuple[Option, ...]] = {}
    for members in groups.values():
        lead = _lead(mentions, members)
        key = (lead.name, lead.cue)
        if key not in options:
            options[key] = find_options(lead, gazetteer)
        for member in members:
            index_of[member] = len(names)
        names.append(
            Name(
                members,
                lead,
                options[key],
                folded[members[0]],
                sentences=frozenset(numbers[i] for i in members),
                in_dateline=any(mentions[i].role == "dateline" for i in members),
                before=frozenset(w for i in members for w in _words_before(text, mentions[i].span.start)),
                war=war,
                after=frozenset(w for i in members for w in _words_after(text, mentions[i].span.end)),
            )
        )
    for child, parent in parent_of.items():
        owner, above = index_of[child], index_of[parent]
        if owner != above and above not in names[owner].parents:
            names[owner].parents.append(above)
    return names


def _share_cues(text: str, mentions: Sequence[Mention], plain: Sequence[int]) -> list[Mention]:
    """The mentions with the plural cue behind a list given to all of its names: "Clark, Preble and Warren counties"."""
    cued = list(mentions)
    for at in range(len(plain) - 2, -1, -1):
        own, next_ = cued[plain[at]], cued[plain[at + 1]]
        cue = next_.cue or ""
        shares = own.cue is None and cue.endswith("s") and own.span.end <= next_.span.start
        if shares and _LIST.fullmatch(text[own.span.end : next_.span.start]):
            cued[plain[at]] = replace(own, cue=cue)
    return cued


_PLAIN_WORD = re.compile(r"[a-z]+")
_BEFORE = re.compile(r"(?:(\w+)\s+)?(\w+)\.?\s+$")
_AFTER = re.compile(r"(?:['’]s?)?\s+(\w+)")


def _words_before(text: str, start: int) -> list[str]:
    """The one or two words right before an offset, in small letters."""
    match = _BEFORE.search(text, max(0, start - 40), start)
    return [word.lower() for word in match.groups() if word] if match else []


def _words_after(text: str, end: int) -> list[str]:
    """The word right behind an offset, in small letters."""
    match = _AFTER.match(text, end, end + 40)
    return [match.group(1).lower()] if match else []


def _lead(mentions: Sequence[Mention], members: Sequence[int]) -> Mention:
    """The mention that tells most about a name: one with a cue if there is one, of the commonest kind."""
    kinds = Counter(mentions[i].kind for i in members)
    return mentions[max(members, key=lambda i: (mentions[i].cue is not None, kinds[mentions[i].kind], -i))]


def _join_unparented(groups: dict[tuple[str, str], list[int]]) -> None:
    """ "Paris" alone means the same as the "Paris, Texas" of the same article, where only one such is named."""
    for name in {name for name, _ in groups}:
        with_parent = [key for key in groups if key[0] == name and key[1]]
        if (name, "") in groups and len(with_parent) == 1:
            groups[with_parent[0]] = sorted(groups[with_parent[0]] + groups.pop((name, "")))


def _find_parents(text: str, mentions: Sequence[Mention], plain: Sequence[int]) -> dict[int, int]:
    """Mention -> the one right after it that says what it lies in: "X, Y", "X (Y)", "X in Y"; not in a list."""
    parents: dict[int, int] = {}
    top = list(plain)
    for at in range(len(top) - 1):
        child, parent = top[at], top[at + 1]
        first, second = mentions[child], mentions[parent]
        if second.span.start < first.span.end:
            if second.inside == child and first.kind == "facility":
                parents[child] = parent
            continue
        gap = text[first.span.end : second.span.start]
        if len(gap) > 25 or not _PARENT.fullmatch(gap) or first.kind == "country":
            continue
        if "," in gap and (_shares_cue(first, second) or _in_list(text, mentions, top, at)):
            continue
        if _can_hold(second) and first.kind in _TOWNLIKE:
            parents[child] = parent
    return parents


def _shares_cue(first: Mention, second: Mention) -> bool:
    """Whether the plural cue of a list stands for both: "Clark, Preble and Warren counties"."""
    return first.cue is not None and first.cue == second.cue and first.cue.endswith("s")


def _can_hold(mention: Mention) -> bool:
    return mention.kind in ("country", "province", "district", "region", "city", "other")


def _in_list(text: str, mentions: Sequence[Mention], top: Sequence[int], at: int) -> bool:
    """Whether "X, Y" goes on as a list ("X, Y and Z", "X, Y, Z" of towns) and Y is no country or province."""
    if mentions[top[at + 1]].kind in ("country", "province"):
        # "clashes in Homs, Aleppo and Idlib" lists provinces too: a list needs a third of its kind.
        return mentions[top[at + 1]].kind == mentions[top[at]].kind
    if at + 2 < len(top):
        gap = text[mentions[top[at + 1]].span.end : mentions[top[at + 2]].span.start]
        if _LIST.fullmatch(gap) and mentions[top[at + 2]].kind == mentions[top[at + 1]].kind:
            return True
    return False


def best_kind(name: Name) -> str | None:
    """The kind of the likeliest option, None where there is none."""
    return kind_of(name.options[int(name.prior.argmax())].place) if len(name.prior) else None
