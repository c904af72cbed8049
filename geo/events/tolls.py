"""Who was killed, wounded, taken, driven out, and how many: the tolls told by a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from geo.events import syntax
from geo.events.numbers import Count, parse_count
from geo.events.phrases import MODIFIERS, describe, lemma
from geo.events.words import word_list, word_set
from geo.model import ActorSide, Article, Attribution, Span, Toll, TollEffect

# lemma -> effect; the count stands at the object (transitive) or the subject (the one that it befell).
_BY_OBJECT: dict[str, TollEffect] = {
    **dict.fromkeys(
        word_list(
            "kill murder massacre assassinate execute behead slaughter slay martyr eliminate neutralize neutralise"
        ),
        "killed",
    ),
    **dict.fromkeys(word_list("wound injure hurt maim"), "wounded"),
    **dict.fromkeys(word_list("capture arrest detain abduct kidnap apprehend seize"), "captured"),
    **dict.fromkeys(["displace", "evict", "uproot"], "displaced"),
    **dict.fromkeys(["shoot", "gun", "bury"], "killed"),
}
_BY_SUBJECT: dict[str, TollEffect] = {
    **dict.fromkeys(["die", "perish"], "killed"),
    **dict.fromkeys(word_list("flee escape cross retreat enter arrive"), "fled"),
    **dict.fromkeys(["disappear"], "missing"),
    "seek": "fled",
    "surrender": "captured",
}
# What a total counts, by the other words of its sentence.
_BEFELL: dict[TollEffect, frozenset[str]] = {
    "killed": word_set("kill death die dead fatality victim"),
    "wounded": word_set("wound injure injury"),
    "fled": word_set("cross crossing flee flight escape arrival refuge defection desertion exodus"),
    "displaced": word_set("displace displacement homeless"),
    "captured": word_set("arrest detain abduct kidnap abduction kidnapping arrests detention hostage"),
}
_STATES: dict[str, TollEffect] = {
    "dead": "killed",
    "killed": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "missing": "missing",
    "displaced": "displaced",
    "homeless": "displaced",
    "captured": "captured",
}
_CUMULATIVE = word_set("total toll overall altogether since far bringing bring rise rose climb")
_QUANTITIES = word_set("dozens scores hundreds thousands couple handful")
_PRONOUNS = word_set("himself herself themselves itself him her them it us me you he she they we i who which")


@dataclass(frozen=True, slots=True)
class TollMention:
    """A toll and the word that tells of it, so that it can be given to the right event."""

    toll: Toll
    at: Token


def find_tolls(sentence: DocSpan, article: Article, said_by: Attribution | None) -> list[TollMention]:
    """The tolls of a sentence in text order; indices of subsets count within the list."""
    found: list[TollMention] = []
    cumulative = _is_cumulative(sentence)
    for token in sentence:
        for effect, phrase in _counted(token):
            mention = _toll(token, phrase, effect, article, cumulative, said_by)
            if mention is not None and not any(m.toll.span == mention.toll.span for m in found):
                found.append(mention)
    found.sort(key=lambda m: m.toll.span.start)
    return _with_subsets(found, sentence, article)


def _is_cumulative(sentence: DocSpan) -> bool:
    words = {t.lower_ for t in sentence}
    if "total" in words and re.search(
        r"\bin total\b|\ba total of\b.*\bsince\b|\btotal (?:number|toll)\b", sentence.text.lower()
    ):
        return True
    return bool(
        re.search(
            r"\bso far\b|"
            r"\bsince then\b|\bdeath toll\b|\bsince (?:the|last|\w+day|january|february|march|april|may|june|july|"
            r"august|"
            r"september|october|november|december|\d{4})\b.*|\b(?:bring(?:s|ing)?|brought) (?:the|to)\b|"
            r"\bover the (?:past|last)\b|"
            r"\bin (?:recent|the past|the last) (?:days|weeks|months|years|year|month|week)\b|"
            r"\baltogether\b|\boverall\b",
            sentence.text.lower(),
        )
    )


def _counted(token: Token) -> list[tuple[TollEffect, Token]]:
    word = lemma(token)
    out: list[tuple[TollEffect, Token]] = []
    if token.pos_ == "VERB":
        effect = _BY_OBJECT.get(word)
        if effect == "wounded" and any(c.lower_ in ("fatally", "mortally") for c in token.children):
            effect = "killed"
        if any(c.dep_ == "neg" for c in token.children):
            return []
        if effect is not None and not (word in ("shoot", "gun") and not _fatal(token)):
            out += [(effect, o) for o in syntax.objects(token)]
        if effect is None and word in _BY_SUBJECT:
            befallen = syntax.objects(token) if word in syntax.UNDERGOING else syntax.subjects(token)
            out += [(_BY_SUBJECT[word], s) for s in befallen]
        if word == "drive" and any(lemma(p) in ("home", "house") for p in syntax.prepositional_objects(token, "from")):
            out += [("displaced", o) for o in syntax.objects(token)]
        if word == "lay" and any(lemma(o) in ("weapon", "arm", "gun") for o in syntax.objects(token)):
            out += [("captured", s) for s in syntax.subjects(token)]
        if word in ("claim", "lose", "take"):
            for o in syntax.objects(token):
                if lemma(o) == "life":
                    holders = syntax.prepositional_objects(o, "of") if word != "lose" else syntax.subjects(token)
                    out += [("killed", h) for h in holders or [o]]
        if word in ("rise", "climb", "reach", "stand", "jump", "raise", "bring", "put"):
            tolls = [t for t in (*syntax.subjects(token), *syntax.objects(token)) if lemma(t) in ("toll", "number")]
            if any(
                {lemma(c) for c in t.subtree} & {"death", "dead", "fatality", "toll", "kill", "casualty"} for t in tolls
            ):
                out += [("killed", p) for p in syntax.prepositional_objects(token, "to", "at")]
            elif any(lemma(t) in ("total", "number", "tally") for t in syntax.objects(token)):
                # "brought the total to 1,600 soldiers": what befell them stands in the rest of the sentence.
                befell = next((e for e, words in _BEFELL.items() if words & {lemma(t) for t in token.sent}), None)
                if befell is not None:
                    out += [(befell, p) for p in syntax.prepositional_objects(token, "to")]
    state = _STATES.get(token.lower_)
    if (
        state is not None
        and token.dep_
        in (
            "acomp",
            "oprd",
            "ccomp",
            "xcomp",
            "amod",
            "acl",
            "advcl",
            "dep",
            "ROOT",
            "dobj",
            "attr",
            "conj",
        )
        and (token.pos_ in ("ADJ", "VERB", "NOUN", "ADV"))
    ):
        head = token.head
        if token.dep_ in ("acl", "amod") and head.pos_ in ("NOUN", "NUM", "PROPN"):
            out.append((state, head))
        elif token.dep_ in ("oprd", "ccomp", "xcomp", "acomp") and head.pos_ == "VERB":
            own = [c for c in token.children if c.dep_ in ("nsubj",)]
            out += [(state, o) for o in own or [c for c in head.children if c.dep_ == "dobj"]]
        if token.i > 0 and token.nbor(-1).pos_ == "NUM" and token.nbor(-1).head == token:
            out.append((state, token.nbor(-1)))
    if (
        word in ("casualty", "fatality", "death", "displacement")
        and token.pos_ == "NOUN"
        and word in ("fatality", "death")
    ):
        out.append(("killed", token))
    return out


def _fatal(token: Token) -> bool:
    words = {c.lower_ for c in token.subtree}
    return "dead" in words or "death" in words or ("down" in words and lemma(token) == "gun")


def _count_span(phrase: Token) -> tuple[int, int, int] | None:
    """First and last token (inclusive) of the counting words of a phrase and the first token of the phrase."""
    doc = phrase.doc
    numbers = (
        [phrase]
        if phrase.pos_ == "NUM" or phrase.lower_ in _QUANTITIES
        else [
            c
            for c in phrase.children
            if c.dep_ in ("nummod", "quantmod")
            or ((c.pos_ == "NUM" or c.lower_ == "dozen") and c.dep_ in MODIFIERS)
            or (c.dep_ == "amod" and c.lower_ in ("several", "many", "multiple"))
        ]
    )
    numbers = [n for n in numbers if n.ent_type_ not in ("DATE", "TIME")]
    if not numbers:
        return None
    number = numbers[0]
    start = end = number.i
    while (
        start > 0
        and start - 1 >= number.sent.start
        and (
            doc[start - 1].pos_ == "NUM"
            or doc[start - 1].lower_
            in [
                "more",
                "than",
                "over",
                "at",
                "least",
                "about",
                "around",
                "some",
                "approximately",
                "roughly",
                "nearly",
                "almost",
                "up",
                "to",
                "as",
                "many",
                "between",
                "fewer",
                "less",
                "no",
                "an",
                "estimated",
                "close",
                "just",
                "under",
                "a",
                "further",
                "another",
                "the",
                "total",
                "of",
                "to",
                "and",
                "or",
                "well",
                "hundred",
                "thousand",
                "several",
                "few",
                "couple",
                "tens",
                "hundreds",
                "maximum",
                "minimum",
                "most",
                "in",
                "excess",
                "upwards",
                "not",
                "roughly",
                "half",
            ]
        )
    ):
        start -= 1
    while end + 1 < len(doc) and (
        doc[end + 1].pos_ == "NUM" or doc[end + 1].lower_ in ("hundred", "thousand", "million", "dozen", "dozens")
    ):
        end += 1
    if (
        end + 2 < len(doc)
        and doc[end + 2].pos_ == "NUM"
        and (doc[end + 1].lower_ == "to" or (doc[end + 1].lower_ == "and" and doc[start].lower_ == "between"))
    ):
        end += 2
    if (
        end + 2 < len(doc)
        and doc[end].lower_ in ("tens", "hundreds")
        and doc[end + 1].lower_ == "of"
        and doc[end + 2].lower_ in ("thousands",)
    ):
        end += 2
    return start, end, phrase.left_edge.i


def _toll(
    at: Token, phrase: Token, effect: TollEffect, article: Article, cumulative: bool, said_by: Attribution | None
) -> TollMention | None:
    if phrase.lower_ in _PRONOUNS or phrase.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT"):
        return None
    doc = phrase.doc
    # "a group of 12 men", "dozens of people": the count may stand at the head, the people behind "of".
    of = [g for p in syntax.prepositions(phrase, "of") for g in p.children if g.dep_ == "pobj"]
    place = _count_span(phrase)
    count: Count | None = None
    start = end = phrase.i
    if place is None and of and lemma(phrase) in ("group", "total", "life", "body", "number", "crew", "family"):
        place = _count_span(of[0])
    if place is not None:
        start, end, _ = place
        for first in range(start, end + 1):
            count = parse_count(doc[first : end + 1].text)
            if count is not None:
                start = first
                break
    elif phrase.tag_ in ("NN", "NNP") and (
        any(c.dep_ == "det" and c.lower_ in ("a", "an", "one") for c in phrase.children) or phrase.ent_type_ == "PERSON"
    ):
        classes = describe(phrase)
        if classes & {"person", "civilian", "state", "police", "rebel", "named", "government"} and lemma(
            phrase
        ) not in (
            "group",
            "force",
            "army",
            "family",
            "convoy",
            "crowd",
            "unit",
            "house",
            "bus",
            "school",
            "village",
            "hospital",
        ):
            count = Count(1, 1, 1)
            start = min([c.i for c in phrase.children if c.dep_ == "det"] + [phrase.i])
    if count is None:
        return None
    who_head = (
        of[0]
        if of
        and (
            phrase.pos_ == "NUM"
            or phrase.lower_ in _QUANTITIES
            or lemma(phrase) in ("dozen", "score", "hundred", "thousand", "group", "total", "life")
        )
        else phrase
    )
    last = max(end, phrase.i, who_head.i)
    span = Span(doc[min(start, phrase.i)].idx, doc[last].idx + len(doc[last]))
    if not _people(who_head, phrase):
        return None
    who = None
    if who_head.pos_ in ("NOUN", "PROPN"):
        left = max(end + 1, who_head.left_edge.i) if place is not None and end < who_head.i else who_head.i
        left = min([left] + [c.i for c in who_head.children if c.dep_ in MODIFIERS and c.i > end and place is not None])
        who = article.text[doc[left].idx : doc[who_head.i].idx + len(doc[who_head.i])]
    return TollMention(
        Toll(
            effect,
            span,
            span.quote(article.text),
            count.low,
            count.best,
            count.high,
            who,
            _side(who_head),
            cumulative,
            None,
            said_by,
        ),
        at,
    )


def _people(who: Token, phrase: Token) -> bool:
    if who.pos_ == "NUM" or who.ent_type_ in ("PERSON", "NORP"):
        return True
    classes = describe(who)
    if lemma(who) in (
        "bus",
        "village",
        "school",
        "hospital",
        "house",
        "church",
        "market",
        "town",
        "car",
        "weapon",
        "rifle",
    ):
        return False
    if classes & {"arms", "property", "territory", "aircraft"} and not classes & {
        "person",
        "civilian",
        "state",
        "rebel",
        "police",
    }:
        return False
    return bool(classes & {"person", "civilian", "state", "rebel", "police", "protester", "government"}) or lemma(
        who
    ) in (
        "death",
        "fatality",
        "life",
        "casualty",
        "body",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "group",
    )


def _side(head: Token) -> ActorSide | None:
    classes = describe(head)
    if "civilian" in classes and not classes & {"armed"}:
        return "civilians"
    return None


def _with_subsets(found: Sequence[TollMention], sentence: DocSpan, article: Article) -> list[TollMention]:
    """The tolls with those after "including" made parts of the toll before them, and such parts found where missed."""
    out = list(found)
    for token in sentence:
        if token.lower_ not in ("including", "among"):
            continue
        inner = [
            c for c in token.subtree if c.i > token.i and c.pos_ in ("NOUN", "PROPN") and _count_span(c) is not None
        ]
        inner += [
            c
            for c in token.children
            if c.dep_ == "pobj"
            and c.tag_ == "NN"
            and any(g.lower_ in ("a", "an") for g in c.children)
            and c not in inner
        ]
        before = [i for i, m in enumerate(out) if m.toll.span.start < token.idx and m.toll.subset_of is None]
        if not before:
            continue
        whole = before[-1]
        for noun in inner:
            base = out[whole]
            mention = _toll(base.at, noun, base.toll.effect, article, base.toll.cumulative, base.toll.said_by)
            if mention is None:
                continue
            out = [m for m in out if m.toll.span != mention.toll.span]
            whole = min(whole, len(out) - 1)
            out.append(TollMention(replace(mention.toll, subset_of=whole), base.at))
    return out
