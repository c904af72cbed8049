"""What a time expression hangs on in its sentence, and which one a trigger word can claim: syntax, clause, sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.dates.dating.event_answer import whole_day
from geo.dates.dating.event_words import DURING, EVENT_NOUNS, LIGHT
from geo.dates.dating.sayings import find_saying, is_saying
from geo.dates.rule import build_pattern
from geo.dates.tense import Clauses
from geo.model import TimeExpression

_DAY = build_pattern(r"<fullweekday:>|<month:>|yesterday|today|tomorrow|tonight|last|next|that|same|following|\d{4}")
_NEXT = {"then", "later", "subsequently", "eventually", "afterwards", "finally"}
_HELPERS = ("aux", "auxpass")
_NO_WORDS = ("ADP", "SCONJ", "PART", "DET", "ADV", "NUM", "PUNCT")
_NEAREST = 6
"""How many of the expressions on one word are looked at, the nearest first: more hang there in lists alone."""


@dataclass(frozen=True, slots=True)
class Held:
    """A time expression with what it hangs on: the word that it modifies, and the verb above that."""

    index: int
    time: TimeExpression
    head: Token
    word: Token | None
    verb: Token | None
    saying: Token | None = None
    """The word of saying whose time it is, where it tells when something was said."""

    @property
    def bare(self) -> bool:
        """Whether it tells a time of day alone, whose day stands elsewhere: "at dawn", "at 6 a.m."."""
        return self.time.type == "TIME" and _DAY.search(self.time.text) is None

    @property
    def rank(self) -> int:
        """Days before coarser times, hours without their day last: of two on one word the day is the event's."""
        return 2 if self.bare else 0 if whole_day(self.time.value) else 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A time expression that an event can claim, why, and how far that is to be believed."""

    held: Held
    reason: str
    score: float
    after: bool = False
    """Whether the event lies behind that time: "after Monday's attack, troops sealed the town"."""
    exact: bool = False
    """Whether it happened then, whatever preposition stands before: "until 20 April, when the army broke in"."""
    hour: Held | None = None
    """The time of day, where another expression tells it."""


_PARTITIVES = ("part", "much", "most", "rest", "all", "half")
Fits = Callable[[Held], bool]
"""Whether an expression can be the time of the event that is asked for."""


def governors(token: Token) -> list[Token]:
    """The tokens above a token, nearest first."""
    chain = []
    for _ in range(30):
        if token.head.i == token.i:
            break
        token = token.head
        chain.append(token)
    return chain


def comes_later(verb: Token) -> bool:
    """Whether a verb joined to another tells what came next: "hit the port, then moved inland"."""
    before = (verb.nbor(-1),) if verb.i > 0 else ()
    return any(word.lower_ in _NEXT for word in (*verb.children, *before))


def is_verb(token: Token) -> bool:
    """Whether a token is a verb of its own, no auxiliary."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")


def verb_above(token: Token) -> Token:
    """The verb whose tense is that of the trigger."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def find_held(clauses: Clauses, text: str, index: int, time: TimeExpression) -> Held | None:
    """What an expression, given with its index in the list of times, hangs on; None outside the parsed text."""
    first, last = clauses.token_at(time.span.start), clauses.token_at(time.span.end - 1)
    if first is None or last is None:
        return None
    head = next(
        (t for t in clauses.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i or t.head.i == t.i), last
    )
    above = governors(head)
    word = next((t for t in above if t.pos_ not in _NO_WORDS), None)
    verb = next((t for t in above if is_verb(t)), None)
    return Held(index, time, head, word, verb, find_saying(clauses, text, time, word, verb))


@dataclass(slots=True)
class Hangings:
    """Where the expressions of one text hang, by the word, the verb and the sentence."""

    on_word: dict[int, list[Held]] = field(default_factory=dict)
    on_verb: dict[int, list[Held]] = field(default_factory=dict)
    beside: dict[int, list[Held]] = field(default_factory=dict)
    """By verb: what hangs on the verbs joined to it by "and"."""
    loose: dict[int, list[Held]] = field(default_factory=dict)
    """By the first token of the sentence: what hangs on no verb at all."""
    below: dict[int, list[Held]] = field(default_factory=dict)
    """By finite verb: what hangs on the infinitives and participles below it."""
    explained: dict[int, Held] = field(default_factory=dict)
    """By the verb that says what happened then: "on Thursday, when rebels took the town"."""
    said: dict[int, list[Held]] = field(default_factory=dict)
    """The times of statements, by the words that they belong to."""

    def said_in(self, sentence: int) -> Held | None:
        """The first time of a statement in the sentence whose first token is given, if it is a whole day."""
        days = (h for h in self.said.get(-1 - sentence, ())[:_NEAREST] if whole_day(h.time.value))
        return next(days, None)

    def add(self, held: Held, sentence: int) -> None:
        """Takes in one more expression; they come in text order."""
        if held.saying is not None:
            word = held.word.i if held.word is not None else sentence
            for place in dict.fromkeys((held.saying.i, word, -1 - sentence)):
                self.said.setdefault(place, []).append(held)
            return
        when = _when_behind(held)
        if when is not None:
            self.explained[when.head.i] = held
        if held.word is not None:
            self.on_word.setdefault(held.word.i, []).append(held)
        if held.verb is None:
            self.loose.setdefault(sentence, []).append(held)
            return
        self.on_verb.setdefault(held.verb.i, []).append(held)
        if held.verb.dep_ == "conj":
            self.beside.setdefault(held.verb.head.i, []).append(held)
        verb = held.verb
        for above in governors(held.verb):
            if verb.tag_ not in ("VB", "VBG", "VBN") or any(
                c.dep_ in _HELPERS and c.lower_ != "to" for c in verb.children
            ):
                break
            if above.pos_ in ("VERB", "ADJ"):
                self.below.setdefault(above.i, []).append(held)
                verb = above


def _when_behind(held: Held) -> Token | None:
    """The "when" that stands right behind an expression."""
    last = held.head.doc[held.head.i :]
    for token in last[1:6]:
        if token.idx >= held.time.span.end and token.lower_ != ",":
            return token if token.lower_ == "when" and token.head.i > token.i else None
    return None


def nearest(found: Sequence[Held] | None, token: Token, fits: Fits) -> Held | None:
    """The fitting expression that stands nearest to a token; `found` is in text order."""
    if not found:
        return None
    at = bisect_left(found, token.i, key=lambda h: h.head.i)
    near = sorted(
        found[max(0, at - _NEAREST) : at + _NEAREST], key=lambda h: (h.rank, abs(h.head.i - token.i), h.index)
    )
    return next((h for h in near if fits(h)), None)


def by_syntax(trigger: Token, hangings: Hangings, fits: Fits) -> Choice | None:
    """An expression that modifies the trigger itself."""
    held = nearest(hangings.on_word.get(trigger.i), trigger, fits)
    if held is None and is_saying(trigger):
        held = nearest(hangings.said.get(trigger.i), trigger, fits)
    named = hangings.explained.get(trigger.i)
    if held is None and named is not None and fits(named):
        return Choice(named, "the event explains that time: “when ...”", 0.9, exact=True)
    return Choice(held, "the expression belongs to the event's own word", 0.95) if held else None


def by_clause(trigger: Token, hangings: Hangings, fits: Fits) -> Choice | None:
    """An expression that modifies a word of the trigger's clause, or the verb that the trigger depends on."""
    if is_verb(trigger) and not is_saying(trigger):
        for held in sorted(
            hangings.on_verb.get(trigger.i, ())[-2 * _NEAREST :], key=lambda h: (h.rank, abs(h.head.i - trigger.i))
        ):
            after = _shares_time(trigger, held)
            if after is not None and fits(held):
                reason = "the expression belongs to a word of the event's clause"
                return Choice(held, reason + ("; it came after that" if after else ""), 0.8, after)
    if trigger.lemma_.lower() == "accord":
        return None
    below = trigger
    for depth, above in enumerate(governors(trigger)):
        if below.dep_ in ("ccomp", "parataxis") and is_saying(above):
            break  # what was said is not dated by the day on which it was said
        found = nearest(hangings.on_word.get(above.i), trigger, fits)
        if found is not None:
            reason = "the expression belongs to the clause that the event is part of"
            later = below.dep_ in ("conj", "dep") and comes_later(below)
            reason += "; it came after that" if later else ""
            return Choice(found, reason, max(0.5, 0.85 - 0.1 * depth), later)
        below = above
    return None


def by_open_clause(trigger: Token, hangings: Hangings, fits: Fits, reaches_up: Fits) -> Choice | None:
    """An expression on an infinitive or participle below: "found floating on Friday", "moved to seize it Friday"."""
    if not (is_verb(trigger) or trigger.pos_ == "ADJ") or is_saying(trigger):
        return None
    for child in trigger.children:
        if child.dep_ == "advcl" and any(c.lower_ in ("when", "as", "while") for c in child.children):
            held = nearest(hangings.on_word.get(child.i), trigger, fits)
            if held is not None:
                return Choice(held, "the expression belongs to what happened at the same time", 0.7)
        if child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in child.children):
            held = nearest(hangings.on_word.get(child.i), trigger, fits)
            if held is not None:
                return Choice(held, f"it is told as going on since “{child.text}”", 0.7, after=True)
    held = nearest(hangings.below.get(trigger.i), trigger, lambda held: fits(held) and reaches_up(held))
    return Choice(held, "the expression belongs to a verb below the event's own", 0.6) if held else None


def by_sentence(trigger: Token, sentence: int, hangings: Hangings, fits: Fits) -> Choice | None:
    """The nearest expression of the sentence that belongs to no other event: one in a verb joined to the trigger."""
    held = nearest(hangings.loose.get(sentence), trigger, fits) or nearest(
        hangings.beside.get(trigger.i), trigger, fits
    )
    return Choice(held, "the nearest expression in the sentence", 0.6) if held else None


def _shares_time(verb: Token, held: Held) -> bool | None:
    """Whether the time of a word below a verb is the verb's: False it is, True the verb lies after it, None it is not.

    "killed in Thursday's raid" shares it, "sealed the town after Monday's raid" lies after it, "arrested over the 2013
    bombing" and "condemned Sunday's raid" tell nothing of the verb's own time.
    """
    word = held.word
    if word is None or word.i == verb.i or word.lemma_.lower() in _PARTITIVES:
        return False
    path = []
    token = word
    while token.head.i != token.i and token.i != verb.i:
        path.append(token)
        token = token.head
    for step in path:
        if step.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return None
    prepositions = [t.lower_ for t in path if t.pos_ in ("ADP", "SCONJ")]
    if prepositions:
        if all(p in DURING for p in prepositions):
            return False
        return True if prepositions[-1] in ("after", "following", "since") and len(prepositions) == 1 else None
    first = path[-1]
    if word.lemma_.lower() not in EVENT_NOUNS and held.head.head.lower_ == "on" and whole_day(held.time.value):
        return False  # "on Friday" behind an object that has no time of its own is the verb's
    if first.dep_ in ("nsubj", "nsubjpass", "npadvmod", "attr"):
        return False
    return False if verb.lemma_.lower() in LIGHT and word.lemma_.lower() in EVENT_NOUNS else None
