"""Whether what a trigger tells of happened: reported, claimed, ongoing, historical, planned, hypothetical or denied.

The rules form an ordered list: the first that has something to say about the trigger's place in its sentence decides.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from geo.events import syntax
from geo.events.phrases import lemma
from geo.events.words import word_set
from geo.model import EventStatus, Interval

SAYING = word_set(
    "say tell claim report announce add confirm state declare allege assert maintain insist note quote "
    "acknowledge disclose reveal explain write tweet post describe believe testify recount inform indicate"
)
CLAIMING = word_set("claim allege accuse assert purport believe suspect")
_DENYING = word_set("deny refute disclaim rebut disavow")
# Verbs that deny what somebody said: "rejected reports that", "dismissed the claim of".
_DISMISSING = word_set("reject dismiss dispute contradict deny refute rebut")
_ALLEGATIONS = word_set("report claim allegation accusation suggestion assertion charge rumour rumor idea statement")
_PREVENTING = word_set("prevent avert avoid cancel abort postpone suspend foil thwart")
_CEASING = word_set("stop cease halt end quit")
_PLANNING = word_set(
    "plan intend expect schedule prepare aim pledge promise vow threaten want hope seek agree decide order "
    "propose urge call demand ask request consider recommend instruct authorize authorise due set ready poise "
    "tell warn need refuse commit offer wish fail try attempt demand invite advise encourage allow persuade "
    "require mean"
)
_FEARING = word_set(
    "fear concern worry threat risk warning danger possibility prospect chance suggestion speculation hope call "
    "demand plan proposal appeal decision effort attempt bid pressure need readiness order request idea "
    "likelihood potential commitment pledge promise vow"
)
_FEAR_VERBS = word_set("fear worry warn imagine suppose assume predict anticipate")
_MODALS_MAYBE = word_set("may might could would should can must ought")
_MODALS_FUTURE = word_set("will shall 'll wo")
_IF = word_set("if unless whether lest should case")
_NEGATIONS = word_set("no never neither nor none without")


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status, the rule that gave it in words, and the head of who is named as the source, if anybody."""

    status: EventStatus
    reason: str
    source: Token | None = None


def _chain(token: Token) -> list[Token]:
    """The trigger and what governs it, nearest first, up to the sentence's root."""
    return [token, *syntax.ancestors(token)]


def _verb_of(token: Token) -> Token:
    """The verb whose negation and modality are the trigger's: itself, or that which governs the noun."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    verb = syntax.governor(token)
    return verb if verb is not None else token


def _negated(token: Token) -> bool:
    return any(
        c.dep_ == "neg" or (c.dep_ in ("det", "preconj", "advmod") and c.lower_ in _NEGATIONS) for c in token.children
    )


def _auxiliaries(token: Token) -> set[str]:
    own = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    if not own and token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and token.tag_ in ("VB", "VBN", "VBG"):
        return _auxiliaries(token.head)
    return own


def _links(token: Token) -> list[tuple[Token, Token]]:
    """(lower, upper) pairs up the tree in which the upper decides whether the lower came true."""
    out = []
    chain = _chain(token)
    for lower, upper in itertools.pairwise(chain):
        out.append((lower, upper))
        beside = lower.dep_ in ("conj", "parataxis", "ROOT") and lower.pos_ in ("VERB", "AUX")
        if beside and any(c.dep_ in ("nsubj", "nsubjpass") for c in lower.children):
            # A coordinated verb stands for itself unless it shares the upper verb's complementiser.
            break
        if lower.dep_ in ("advcl", "relcl") and upper.pos_ in ("VERB", "NOUN", "PROPN", "AUX"):
            mark = {c.lower_ for c in lower.children if c.dep_ in ("mark", "advmod")}
            if not mark & _IF:
                break
    return out


def denied(token: Token) -> str | None:
    """Why a trigger is denied, or None."""
    if _negated(token):
        return "the sentence negates it"
    verb = _verb_of(token)
    if (
        verb is not token
        and verb.pos_ in ("VERB", "AUX")
        and _negated(verb)
        and token.dep_ in ("dobj", "nsubjpass", "attr", "nsubj")
    ):
        return "the sentence negates it"
    for lower, upper in _links(token):
        if lower.dep_ in ("ccomp", "xcomp", "dobj", "pcomp", "pobj", "prep", "acl"):
            word = lemma(upper)
            if word in _DENYING:
                return f'"{upper.text}" denies it'
            if word in _DISMISSING and (lower.dep_ == "ccomp" or lemma(lower) in _ALLEGATIONS):
                return f'"{upper.text}" denies it'
            if lower.dep_ in ("xcomp", "dobj", "prep", "pcomp", "pobj") and upper.pos_ == "VERB":
                if word in _PREVENTING and (lower.dep_ != "prep" or lower.lower_ == "from"):
                    return f'"{upper.text}" says that it did not come about'
                if word in ("refuse", "fail") and lower.dep_ == "xcomp":
                    return f'"{upper.text}" says that it did not come about'
            if upper.pos_ == "VERB" and _negated(upper) and lower.dep_ in ("xcomp",):
                return "the sentence negates it"
            if word in ("evidence", "report", "indication", "sign") and _negated(upper):
                return "the sentence negates it"
    return None


def ceased(token: Token) -> str | None:
    """Why a trigger tells of something that has stopped, or None."""
    for lower, upper in _links(token):
        if lower.dep_ in ("xcomp", "dobj") and lemma(upper) in _CEASING and upper.pos_ == "VERB":
            return f'"{upper.text}" says that it has stopped'
    return None


def hypothetical(token: Token) -> str | None:
    """Why a trigger tells of what might be, or None."""
    verb = _verb_of(token)
    if lemma(verb) in ("hear", "see", "feel", "witness") and verb is not token and _auxiliaries(verb) & {"could"}:
        return None  # "shelling could be heard"
    told_ahead = verb.dep_ == "ccomp" and lemma(verb.head) in SAYING and verb.head.tag_ in ("VBD", "VBN")
    if told_ahead and _auxiliaries(verb) & {"would"}:
        return None  # "announced that it would": the future of a past sentence
    if verb.pos_ in ("VERB", "AUX") and (_auxiliaries(verb) & _MODALS_MAYBE) and not _perfect_could(verb):
        return "a modal verb makes it a possibility"
    for lower, upper in [*_links(token)]:
        if (
            lower.dep_ in ("ccomp", "acl", "prep", "pobj", "pcomp", "xcomp", "relcl")
            and lemma(upper) in _FEARING
            and (upper.pos_ == "NOUN")
        ):
            return f'it stands under "{upper.text}"'
        if lower.dep_ == "ccomp" and lemma(upper) in _FEAR_VERBS:
            return f'it stands under "{upper.text}"'
        if lower.dep_ == "dobj" and lemma(upper) in (
            "fear",
            "threaten",
            "risk",
            "anticipate",
            "expect",
            "face",
            "discuss",
            "oppose",
        ):
            return f'it stands under "{upper.text}"'
        if (
            upper.pos_ in ("VERB",)
            and lower.dep_ == "advcl"
            and any(c.lower_ in _IF and c.dep_ in ("mark", "advmod") for c in lower.children)
        ):
            return "it stands in a condition"
    if any(c.lower_ in _IF and c.dep_ in ("mark",) for c in verb.children):
        return "it stands in a condition"
    return None


def _perfect_could(verb: Token) -> bool:
    aux = _auxiliaries(verb)
    return "have" in aux and bool(aux & {"may", "might", "must"})


def planned(token: Token) -> str | None:
    """Why a trigger tells of what is to come, or None."""
    verb = _verb_of(token)
    aux = _auxiliaries(verb)
    if aux & _MODALS_FUTURE or "would" in aux:
        return "the verb stands in the future"
    if any(c.lower_ == "going" for c in syntax.ancestors(verb)) and verb.dep_ == "xcomp":
        return "the verb stands in the future"
    for lower, upper in _links(token):
        word = lemma(upper)
        if lower.dep_ in ("xcomp", "ccomp") and upper.pos_ in ("VERB", "ADJ") and word in _PLANNING:
            if (
                word in ("tell", "warn", "allow", "mean", "expect", "want", "agree")
                and lower.dep_ == "ccomp"
                and lower.tag_ in ("VBD", "VBN")
            ):
                continue
            return f'it stands under "{upper.text}"'
        if lower.dep_ == "dobj" and word in (
            "plan",
            "schedule",
            "prepare",
            "propose",
            "demand",
            "urge",
            "order",
            "seek",
            "consider",
        ):
            return f'it stands under "{upper.text}"'
        if (
            lower.dep_ in ("pobj",)
            and upper.lower_ == "for"
            and upper.dep_ == "prep"
            and lemma(upper.head) in ("call", "plan", "prepare", "press", "push", "appeal", "deadline")
        ):
            return f'it stands under "{upper.head.text} for"'
    if verb.dep_ == "pcomp" and verb.head.lower_ == "for":
        return "it is what something is meant for"
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if infinitive and verb.dep_ in ("ROOT", "advcl", "acl", "relcl"):
        return "the infinitive tells of a purpose or of what is to come"
    if token.lower_ == "deadline":
        return "a deadline lies ahead"
    for child in token.children:
        if child.dep_ == "amod" and child.lower_ in (
            "planned",
            "imminent",
            "future",
            "upcoming",
            "looming",
            "possible",
            "potential",
            "threatened",
            "impending",
            "scheduled",
            "proposed",
        ):
            return f'"{child.text}" says that it is to come'
    return None


_HABITUAL = word_set("often regularly frequently repeatedly routinely increasingly daily constantly continually still")


def ongoing(token: Token) -> str | None:
    """Why a trigger tells of something that goes on rather than of one happening, or None."""
    verb = _verb_of(token)
    aux = _auxiliaries(verb)
    if verb.tag_ == "VBG" and aux & {"is", "are", "'re", "'s", "been"}:
        return "the verb stands in the continuous form"
    for lower, upper in _links(token):
        if (
            lower.dep_ in ("xcomp", "dobj", "ccomp")
            and lemma(upper)
            in (
                "continue",
                "keep",
                "remain",
                "begin",
                "start",
            )
            and lemma(upper) in ("continue", "keep", "remain")
            and lower.dep_ == "xcomp"
        ):
            return f'"{upper.text}" says that it goes on'
    if any(c.lower_ in _HABITUAL for c in verb.children):
        return "it happens again and again"
    if lemma(verb) in ("continue", "intensify", "escalate", "persist", "rage") and token.dep_ == "nsubj":
        return f'"{verb.text}" says that it goes on'
    return None


_LONG_AGO = timedelta(days=60)
_PAST_WORDS = word_set("ago decade decades century civil genocide former historic ancient history veteran anniversary")


def historical(token: Token, interval: Interval, published: date | None) -> str | None:
    """Why a trigger tells of background, or None."""
    if published is not None and interval.latest is not None and published - interval.latest > _LONG_AGO:
        return "it lies more than two months before publication"
    for lower, upper in _links(token):
        if lower.dep_ in ("pobj", "prep") and upper.lower_ in ("anniversary", "since", "memorial"):
            return f'it stands under "{upper.text}"'
        if upper.lower_ in ("anniversary", "memorial", "commemoration"):
            return f'it stands under "{upper.text}"'
    verb = _verb_of(token)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "since", "over"):
            years = [g for g in child.subtree if g.lower_ in ("years", "decades", "decade", "centuries")]
            if years:
                return "it spans years"
    return None


def attribution(token: Token) -> tuple[str, Token | None] | None:
    """How a trigger is attributed to somebody, with the head of who it is; None where the text says it itself."""
    chain = _chain(token)
    for lower, upper in itertools.pairwise(chain):
        if lower.dep_ in ("ccomp", "parataxis") and lemma(upper) in SAYING:
            who = [c for c in upper.children if c.dep_ in ("nsubj", "nsubjpass")] or syntax.subjects(upper)
            return f'"{upper.text}" attributes it', (who[0] if who else None)
        if lower.dep_ == "dobj" and lower.pos_ == "NOUN" and lemma(upper) in ("report", "claim", "allege", "confirm"):
            who = [c for c in upper.children if c.dep_ == "nsubj"]
            return f'"{upper.text}" attributes it', (who[0] if who else None)
        if lower.dep_ == "acl" and lemma(upper) in ("claim", "report", "allegation", "statement"):
            return f'"{upper.text}" attributes it', upper
        if lower.dep_ == "xcomp" and lemma(upper) in (
            "say",
            "report",
            "believe",
            "allege",
            "accuse",
            "suspect",
            "claim",
        ):
            who = [c for c in upper.children if c.dep_ == "nsubj"]
            return f'"{upper.text}" attributes it', (who[0] if who else None)
    sentence = token.sent
    for word in sentence:
        if word.lower_ == "according" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
            who = [c for p in word.children if p.lower_ == "to" for c in p.children if c.dep_ == "pobj"]
            return '"according to" attributes it', (who[0] if who else None)
        if (
            word.dep_ in ("parataxis", "ROOT", "advcl", "conj")
            and lemma(word) in SAYING
            and word.pos_ == "VERB"
            and word.i > token.i
        ):
            who = [c for c in word.children if c.dep_ in ("nsubj",)]
            if who and not word.doc[word.i].is_sent_start and word not in chain and who[0].i > token.i:
                return f'"{word.text}" attributes it', who[0]
    if any(
        c.lower_ in ("reportedly", "allegedly", "apparently", "purportedly")
        for v in (token, _verb_of(token))
        for c in v.children
    ):
        return "the sentence calls it reported or alleged", None
    if any(
        c.lower_ in ("alleged", "suspected", "reported", "apparent", "claimed") and c.dep_ == "amod"
        for c in token.children
    ) and (token.pos_ == "NOUN"):
        return "the sentence calls it reported or alleged", None
    return None


_RULES: tuple[tuple[EventStatus, Callable[[Token], str | None]], ...] = (
    ("denied", denied),
    ("hypothetical", hypothetical),
    ("planned", planned),
    ("historical", ceased),
)


def decide_status(token: Token, interval: Interval, published: date | None) -> StatusReading:
    """The status of what `token` tells of, given the days on which it is dated and the day of publication."""
    for status, rule in _RULES:
        reason = rule(token)
        if reason:
            return StatusReading(status, reason)
    if published is not None and interval.earliest is not None and interval.earliest > published:
        return StatusReading("planned", "its date lies after publication")
    reason = historical(token, interval, published)
    if reason:
        return StatusReading("historical", reason)
    reason = ongoing(token)
    if reason:
        return StatusReading("ongoing", reason)
    said = attribution(token)
    if said is not None:
        return StatusReading("claimed", said[0], said[1])
    return StatusReading("reported", "the text states it as a fact")
