"""Evidence for and against a stretch being a place name, as named features that geo/mentions/gate.py weighs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Span as DocSpan

from geo.mentions import words
from geo.mentions.scan import Found, Scan
from geo.phrases import measure_war

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass
class Surroundings:
    """What the whole article says about names: gathered once, asked for every stretch."""

    labels: dict[str, Counter[str]] = field(default_factory=dict)
    """Lower-case entity text -> how often it bears each label."""
    surnames: Counter[str] = field(default_factory=Counter)
    """Last words of persons of more than one word."""
    given: Counter[str] = field(default_factory=Counter)
    """First words of persons of more than one word."""
    in_lower_case: set[str] = field(default_factory=set)
    """Words that the article also writes without a capital: "hope", "march"."""
    war: bool = False
    """Whether the article reads like news of a conflict."""
    known: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """Word -> the ranges of words round it that the gazetteer knows: names are short, so these are few."""
    sentences: list[int] = field(default_factory=list)
    """First token of each sentence; `shouted` says of those asked for whether they are in capitals."""
    shouted: dict[int, bool] = field(default_factory=dict)
    entities: dict[int, DocSpan] = field(default_factory=dict)
    """Token -> the entity that it lies in."""


def gather_surroundings(scan: Scan, stretches: list[Found]) -> Surroundings:
    """What `scan`'s article says about names as a whole."""
    around = Surroundings()
    for entity in scan.doc.ents:
        for token in range(entity.start, entity.end):
            around.entities[token] = entity
        ranged = scan.word_range(entity.start_char, entity.end_char)
        if ranged is None:
            continue
        parts = [scan.words[i].lower for i in range(ranged[0], ranged[1] + 1) if scan.words[i].lower != "the"]
        around.labels.setdefault(" ".join(parts), Counter())[entity.label_] += 1
        if entity.label_ == "PERSON" and len(parts) > 1:
            around.surnames[parts[-1]] += 1
            around.given[parts[0]] += 1
    around.sentences = [sentence.start for sentence in scan.doc.sents]
    around.war = measure_war(word.lower for word in scan.words) >= 0.5
    around.in_lower_case = {word.text for word in scan.words if not word.capital}
    for each in stretches:
        if "gazetteer" in each.sources:
            for word in range(each.first, each.last + 1):
                around.known[word].append((each.first, each.last))
    return around


def gather_evidence(scan: Scan, around: Surroundings, found: Found) -> list[str]:
    """The names of the features that hold for `found`; each is there or not, none has a size."""
    label = _label(scan, around, found)
    standing = _standing(scan, found)
    left, right = _left(scan, found), _right(scan, found)
    inner = _inner(scan, found)
    length = str(min(found.last - found.first + 1, 4))
    case = _case(scan, around, found)
    tag = scan.token(found.last).tag_
    features = [
        "always",
        f"label {label}",
        f"standing {standing}",
        f"label {label} standing {standing}",
        f"left {left}",
        f"right {right}",
        f"left {left} label {label[:4]}",
        f"right {right} label {label[:4]}",
        f"left {left} standing {standing}",
        f"right {right} standing {standing}",
        f"inner {inner}",
        f"inner {inner} label {label}",
        f"inner {inner} known {standing != 'none'}",
        f"length {length} known {standing != 'none'}",
        f"length {length} standing {standing}",
        f"case {case}",
        f"case {case} label {label[:4]}",
        f"tag {tag}",
        f"tag {tag} label {label[:4]} standing {standing}",
        *_about(scan, around, found, label, standing),
    ]
    features.extend(f"source {source}" for source in sorted(found.sources & _SOURCES))
    if spoken := found.sources & _SPOKEN_OF:
        features.append(f"{min(spoken)} label {label}")
        features.append(f"{min(spoken)} known {standing != 'none'}")
    if around.war:
        features.extend(
            (
                "war text",
                f"war label {label}",
                f"war standing {standing}",
                f"war label {label} standing {standing}",
                f"war left {left}",
                f"war right {right}",
                f"war {next((f for f in features if f.startswith('spelling')), 'no spelling')}",
                f"war inner {inner} length {length}",
            )
        )
    if "demonym" in found.sources:
        features.extend(
            (f"demonym right {right}", f"demonym label {label}", f"demonym tag {tag}", f"demonym left {left}")
        )
    return features


_HOWS = ("name", "folded", "abbreviation", "alternate", "fuzzy")
"""Ways in which the gazetteer matches a name, the plainest first."""

_SPOKEN_OF = frozenset({"of a settlement", "before a settlement"})
_SOURCES = _SPOKEN_OF | {"gazetteer", "cue", "street", "leading cue", "extended", "demonym", "abbreviation"}


def _label(scan: Scan, around: Surroundings, found: Found) -> str:
    """How it lies to the model's entities: "=GPE" is one, "<ORG" is in one, ">GPE" has one in it, "~ORG" cuts one."""
    first, last = scan.words[found.first], scan.words[found.last]
    entity = around.entities.get(first.token) or around.entities.get(last.token)
    if entity is None:
        return "0"
    ranged = scan.word_range(entity.start_char, entity.end_char)
    if ranged is None:
        return "0"
    start, end = ranged
    while start < end and scan.words[start].lower == "the":
        start += 1
    if (start, end) == (found.first, found.last):
        return "=" + entity.label_
    if start <= found.first and found.last <= end:
        place = "first" if found.first == start else "last" if found.last == end else "mid"
        return f"<{entity.label_} {place}"
    if found.first <= start and end <= found.last:
        return ">" + entity.label_
    return "~" + entity.label_


def _standing(scan: Scan, found: Found) -> str:
    if "abbreviation" in found.sources:
        return "abbreviation"
    if "demonym" in found.sources:
        return "demonym"
    return scan.knowledge(found.name).standing


def _left(scan: Scan, found: Found) -> str:
    if found.first == 0:
        return "start"
    word, gap = scan.words[found.first - 1], scan.gap(found.first - 1)
    lower = word.lower
    if scan.token(found.first).is_sent_start and gap != "-":
        return "start"
    if word.possessive:
        return "possessor"
    if lower.rstrip(".") in words.TITLES and gap in (" ", ". "):
        return "title"
    if gap == "-":
        return "hyphen"
    if word.capital and gap.startswith(",") and len(gap) <= 2:
        return "name,"
    if word.capital and gap == " ":
        return "first name" if lower in words.FIRST_NAMES else "capital"
    if gap != " " and gap.strip():
        return gap.strip()[0] if gap.strip()[0] in "(,.:;\"'" else "mark"
    if lower in words.PLACE_PREPOSITIONS or lower in ("of", "the", "and", "for", "with", "by", "on", "a"):
        return lower
    return scan.token(found.first - 1).pos_


def _right(scan: Scan, found: Found) -> str:
    here = scan.words[found.last]
    if here.possessive:
        return "possessive"
    if found.last + 1 >= len(scan.words):
        return "end"
    word, gap = scan.words[found.last + 1], scan.gap(found.last)
    lower = word.lower
    if gap == "-":
        return "hyphen capital" if word.capital else "hyphen"
    if gap.startswith(",") and word.capital and len(gap) <= 2:
        knowledge = scan.knowledge(word.text).standing if len(word.text) > 2 else "none"
        if word.text in words.ABBREVIATIONS or word.text in words.POSTAL or knowledge in ("country", "province"):
            return ", parent"
        return ", name"
    if gap != " ":
        return gap.strip()[:1] or "break"
    if word.capital:
        return "organisation" if lower in words.ORGANISATIONS else "cue" if lower in _ALL_CUES else "capital"
    if lower in words.SAYING:
        return "saying"
    if lower in words.LANGUAGES_AFTER:
        return "language"
    if lower in _ALL_CUES:
        return "lower cue"
    if lower in words.ORGANISATIONS:
        return "lower organisation"
    return scan.token(found.last + 1).pos_


_ALL_CUES = frozenset().union(*words.CUES.values())


def _inner(scan: Scan, found: Found) -> str:
    """What the stretch itself ends or begins with."""
    last = scan.words[found.last].lower
    if found.first == found.last:
        return "one word"
    if last in words.STREETS:
        return "street"
    if last in words.ORGANISATIONS:
        return "organisation" if last not in words.CUES["facility"] else "institution"
    if found.kind and found.kind != "demonym":
        return found.kind + ("" if scan.words[found.last].capital else " lower")
    first = scan.words[found.first].lower
    if first in words.FIRST_NAMES:
        return "first name"
    if first.rstrip(".") in words.TITLES:
        return "title"
    if any(scan.words[i].lower in ("and", "for", "in", "at") for i in range(found.first, found.last)):
        return "joined"
    return "plain"


def _case(scan: Scan, around: Surroundings, found: Found) -> str:
    text = found.span.quote(scan.text)
    token = scan.words[found.first].token
    number = bisect_right(around.sentences, token) - 1
    if number not in around.shouted:
        letters = [c for c in scan.token(found.first).sent.text if c.isalpha()]
        around.shouted[number] = len(letters) > 12 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
    if around.shouted[number]:
        return "shouted"
    if text.isupper() and len(text) > 4:
        return "upper"
    if text.isupper():
        return "short upper"
    return "start" if scan.token(found.first).is_sent_start else "title"


def _about(scan: Scan, around: Surroundings, found: Found, label: str, standing: str) -> list[str]:
    """Evidence from elsewhere in the article."""
    lower = " ".join(scan.words[i].lower for i in range(found.first, found.last + 1))
    features = []
    labels = around.labels.get(lower, Counter())
    total = sum(labels.values()) - (label.startswith("="))
    if total > 0:
        own = label[1:] if label.startswith("=") else ""
        places = sum(count for name, count in labels.items() if name in _PLACE_LABELS) - (own in _PLACE_LABELS)
        share = places / total
        features.append(f"elsewhere place {'most' if share > 0.6 else 'some' if share > 0 else 'never'} {label[:1]}")
        most = labels.most_common(1)[0][0]
        features.append(f"elsewhere {most}")
    if found.first == found.last and around.surnames[lower]:
        features.append("surname elsewhere")
        features.append(f"surname elsewhere label {label[:4]}")
    if found.first == found.last and around.given[lower]:
        features.append("given name elsewhere")
        features.append(f"given name elsewhere label {label[:4]}")
    if found.first == found.last and lower in around.in_lower_case:
        features.append("lower case elsewhere")
    if found.first == found.last and lower in words.FIRST_NAMES:
        features.append("a first name")
    if found.first == found.last and lower in words.EVERYDAY:
        features.append("everyday word")
        features.append(f"everyday word label {label[:4]}")
    if any(found.last <= b and (a, b) != (found.first, found.last) for a, b in around.known.get(found.first, ())):
        features.append("inside a known name")
        features.append(f"inside a known name standing {standing}")
    within = {name for word in range(found.first, found.last + 1) for name in around.known.get(word, ())}
    if any(found.first <= a and b <= found.last and (a, b) != (found.first, found.last) for a, b in within):
        features.append("round a known name")
    knowledge = scan.knowledge(found.name)
    if knowledge.matches:
        features.append(f"names {min(5, knowledge.alternates // 5)}")
        features.append(f"people {min(7, len(str(knowledge.population)))} {label[:4]}")
        hows = {match.how for match in knowledge.matches}
        spelling = next(how for how in _HOWS if how in hows)
        features.append(f"spelling {spelling}")
        features.append(f"spelling {spelling} length {min(found.last - found.first + 1, 4)}")
    if _is_paired(scan, around, found):
        features.append("paired by a hyphen")
    dateline = scan.article.dateline
    if dateline and dateline.contains(found.span):
        features.append("in the dateline")
    elif _opens_report(scan, found):
        features.append("opens the report")
    return features


def _is_paired(scan: Scan, around: Surroundings, found: Found) -> bool:
    """Whether a hyphen joins it to another known name and the two are no known name together: "Kunduz-Taloqan"."""
    longer = found.last - found.first
    if any(found.last <= b and b - a > longer for a, b in around.known.get(found.first, ())):
        return False
    before, after = found.first - 1, found.last + 1
    return (before >= 0 and scan.gap(before) == "-" and any(b == before for _, b in around.known.get(before, ()))) or (
        scan.gap(found.last) == "-" and any(a == after for a, _ in around.known.get(after, ()))
    )


def _opens_report(scan: Scan, found: Found) -> bool:
    """Whether the stretch stands where a dateline would: capitals, then a dash or bracket soon after."""
    text = scan.text
    before = text[max(0, found.span.start - 2) : found.span.start]
    after = text[found.span.end : found.span.end + 40]
    return (not before.strip() and found.span.quote(scan.article.text).isupper()) and any(
        mark in after for mark in ("(", "--", " - ", "—")
    )
