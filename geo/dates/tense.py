"""Whether the clause around a time expression speaks of past or future: from tags and heads of the parsed Doc.

"The troops left Monday" is past, "will leave Monday", "is due to leave Monday", "the September deadline" are future.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from spacy.tokens import Doc, Token

from geo.dates.cues import (
    AHEAD,
    AHEAD_NOUNS,
    CALLED_OFF,
    DEADLINES,
    DEMAND,
    DEMAND_TO,
    FIXED,
    FIXED_WITH,
    LASTED,
    MOVED,
    PERCEIVED,
    PLANNING,
    TOWARDS,
    WILL,
)
from geo.dates.words import FUTURE_CUES

Tense = Literal["past", "present", "future"]

_AHEAD_OF = re.compile(r"\bahead of\b|\b(?:run|lead) ?- ?up to\b|\bcountdown to\b")
_AS_SOON_AS = re.compile(r"\bas (?:soon|early|late) as\Z|\bstarting(?: on)?\Z|\b(?:begins?|effective)(?: on)?\Z")


class Clauses:
    """The tense of any stretch of a parsed text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starts = [token.idx for token in doc]
        self.parsed = doc.has_annotation("DEP")

    def token_at(self, at: int) -> Token | None:
        """The token that covers the offset, None beyond the text."""
        index = bisect_right(self.starts, at) - 1
        return self.doc[index] if 0 <= index < len(self.doc) else None

    def sentence_start(self, at: int) -> int:
        """Where the sentence around the offset starts."""
        token = self.token_at(at)
        if token is None:
            return at
        for _ in range(200):
            if token.is_sent_start or token.i == 0:
                break
            token = token.nbor(-1)
        return token.idx

    def verb_of(self, token: Token) -> Token | None:
        """The verb that governs `token`, going up its heads."""
        for _ in range(12):
            if token.pos_ in ("VERB", "AUX"):
                return token
            if token.head.i == token.i:
                return None
            token = token.head
        return None

    def of_past_verb(self, at: int) -> bool:
        """Whether the word at the offset modifies a verb in the simple past, by itself or through a preposition."""
        token = self.token_at(at)
        if token is None or not self.parsed:
            return False
        above = token.head.head if token.head.pos_ == "ADP" else token.head
        return above.tag_ == "VBD" and above.lemma_.lower() not in PLANNING

    def tense(self, at: int, end: int) -> Tense | None:
        """The tense of the clause around text[at:end], None where nothing tells."""
        first, last = self.token_at(at), self.token_at(max(at, end - 1))
        if first is None or last is None:
            return None
        if (cued := self._cued(first, last)) is not None:
            return cued
        # The phrase's own head: its token that is governed from outside.
        head = next((t for t in self.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), last)
        verb = self.verb_of(head) if self.parsed else None
        earlier = words_before(first, 3)
        if self.parsed and earlier and _cut_off(first) and (verb is None or earlier[-1].pos_ in ("ADP", "VERB")):
            verb = self.verb_of(earlier[-1]) or verb  # a line ends before the day, and the parse with it
        if verb is None:
            return "future" if _opens(earlier) or {t.lower_ for t in earlier[-1:]} & TOWARDS else None
        verb = self._verb_behind(verb, first, last, earlier) or verb
        if verb.lemma_.lower() in PLANNING and verb.head.i != verb.i and any(c.lower_ == "as" for c in verb.lefts):
            verb = self.verb_of(verb.head) or verb  # "began as previously planned on Saturday"
        if verb.tag_ == "VBD" and verb.lemma_.lower() in PLANNING and last.i < verb.i:
            return "past"  # "On Friday the government planned to pay": the day is that of the planning
        with_it = FIXED_WITH.get(verb.lemma_.lower(), set())
        fixed = verb.lemma_.lower() in FIXED or bool(with_it and with_it & {t.lower_ for t in words_behind(verb, 4)})
        if verb.tag_ in ("VBZ", "VBP") and fixed and not any(_helps(c) for c in verb.children):
            return "future"
        tense = tense_of(verb)
        return "past" if tense == "future" and _came_otherwise(verb, last) else tense

    def _cued(self, first: Token, last: Token) -> Tense | None:
        """What words right before or behind the tokens tell: "due on", "ahead of", "deadline", "until"."""
        earlier = words_before(first, 4)
        before = [t.lower_ for t in earlier]
        said = " ".join(before)
        if "deadline" in (t.lower_ for t in words_behind(last, 2)):
            if self.called_off(first):
                return "past"
            verb = self.verb_of(first) if self.parsed else None
            up_to = set(before[-2:]) & {"by", "before", "after", "past"}
            return "past" if up_to and verb is not None and tense_of(verb) == "past" else "future"
        if _AHEAD_OF.search(said) or _AS_SOON_AS.search(said):
            return "future"
        for cue in reversed(earlier):
            if cue.lower_ in FUTURE_CUES and _looks_ahead(cue, first):
                if cue.lower_ == "deadline" and self.called_off(cue):
                    return "past"
                return "past" if self._had_been(cue) or _came_otherwise(cue, last) else "future"
        if before[-1:] in (["to"], ["for"]) and any(t.lemma_.lower() in MOVED for t in earlier):
            return "future"
        if before and before[-1] in DEADLINES and self.parsed and self._demanded(first):
            return "future"
        if "until" in before and earlier[-1].text != "Until" and not {".", "!", "?"} & set(before):
            verb = self.verb_of(earlier[before.index("until")]) if self.parsed else None
            lasted = verb is not None and verb.tag_ == "VBD" and verb.lemma_.lower() in LASTED
            return "past" if lasted else "future"
        return None

    def called_off(self, token: Token) -> bool:
        """Whether the clause above `token` tells in the past that what was planned came to nothing, or ran out."""
        for _ in range(12):
            if token.tag_ in ("VBD", "VBN") and _calls_off(token):
                words = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
                return token.tag_ == "VBD" or bool(words & {"was", "were", "has", "have", "had", "been"} - WILL)
            if token.head.i == token.i:
                return False
            token = token.head
        return False

    def dropped(self, at: int) -> bool:
        """Whether the word at the offset is the day of a plan that failed ("planned for Monday but banned")."""
        token = self.token_at(at)
        return token is not None and self.parsed and self.called_off(token)

    def _had_been(self, cue: Token) -> bool:
        """Whether the plan lies further back: "had been due on Friday", "had planned to meet on Friday"."""
        words = [t.lower_ for t in words_before(cue, 3)]
        return "had" in words and ("been" in words or cue.tag_ == "VBN")

    def _demanded(self, first: Token) -> bool:
        """Whether a verb before the day demands something by then: "told them to leave by Friday"."""
        token, infinitive = first, False
        for _ in range(8):
            token = token.head
            infinitive = infinitive or (token.tag_ in ("VB", "VBG") and token.i < first.i)
            word = token.lemma_.lower()
            if token.i < first.i and (word in DEMAND or (infinitive and word in DEMAND_TO)):
                return token.pos_ in ("VERB", "AUX") and not any(child.lower_ == "had" for child in token.children)
            if token.head.i == token.i:
                return False
        return False

    def _verb_behind(self, verb: Token, first: Token, last: Token, earlier: list[Token]) -> Token | None:
        """The verb of a clause that "and on Friday" opens, where the parse has taken the day to the clause before."""
        following = words_behind(last, 1)
        joined = any(token.lower_ in ("and", "but", ";") for token in earlier[-2:])
        if verb.i > first.i or not joined or not following or following[0].dep_ not in ("nsubj", "nsubjpass"):
            return None
        above = following[0].head
        return above if above.pos_ in ("VERB", "AUX") and above.i > last.i else None


def words_before(token: Token, count: int) -> list[Token]:
    """The last `count` words before a token, in text order; blanks and line ends are passed over."""
    found: list[Token] = []
    for index in range(token.i - 1, max(-1, token.i - 1 - 3 * count), -1):
        if not token.doc[index].is_space:
            found.append(token.doc[index])
            if len(found) == count:
                break
    return found[::-1]


def words_behind(token: Token, count: int) -> list[Token]:
    """The next `count` words behind a token; blanks and line ends are passed over."""
    return [t for t in token.doc[token.i + 1 : token.i + 1 + 3 * count] if not t.is_space][:count]


def _cut_off(first: Token) -> bool:
    """Whether a sentence of the parse begins here though none has ended: lines are parsed apart."""
    told = words_before(first, 1)
    return bool(first.is_sent_start and told and told[0].text not in (".", "!", "?", ":", ";"))


def _opens(earlier: list[Token]) -> bool:
    """Whether "open on" stands before the day where the parse has found no verb: "Talks on Sudan open on Monday"."""
    return any(t.lower_ in ("open", "reopen") and t.dep_ == "ROOT" for t in earlier[-2:])


def _calls_off(verb: Token) -> bool:
    """Whether the verb is one of CALLED_OFF: "called" is one with its "off" alone."""
    lemma = verb.lemma_.lower()
    return lemma in CALLED_OFF and (lemma != "call" or any(t.lower_ == "off" for t in words_behind(verb, 5)))


def _came_otherwise(plan: Token, last: Token) -> bool:
    """Whether what was planned went otherwise: "was due to reach Madaya on Saturday but turned back"."""
    told = [t for t in (plan, plan.head, plan.head.head) if t.lower_ in ("was", "were") or t.tag_ == "VBD"]
    if not told and not any(c.lower_ in ("was", "were") for t in (plan, plan.head) for c in t.children):
        return False
    following = words_behind(last, 8)
    turn = next((at for at, t in enumerate(following[:3]) if t.lower_ == "but"), None)
    if turn is None:
        return False
    return any(t.tag_ == "VBD" and t.lemma_.lower() not in MOVED | {"be", "have", "say"} for t in following[turn:])


def _helps(child: Token) -> bool:
    return child.dep_ in ("aux", "auxpass")


def _looks_ahead(cue: Token, first: Token) -> bool:
    """Whether a word of FUTURE_CUES is one here: not "as planned", "due to rain", "announced the plan on Friday"."""
    following = next(iter(words_behind(cue, 1)), None)
    earlier = [t.lower_ for t in words_before(cue, 2)]
    if earlier[-1:] in (["as"], ["than"]) or (earlier[:1] == ["as"] and earlier[-1].endswith("ly")):
        return False  # "as planned", "as previously planned"
    above = cue.head
    told = above.pos_ == "VERB" and above.tag_ in ("VBD", "VBN") and cue.dep_ in ("nsubj", "nsubjpass")
    if told and cue.i < above.i < first.i:
        return False  # "the deadline was extended on Monday": the day is that of the verb
    if cue.lower_ in ("plan", "plans") and cue.pos_ in ("NOUN", "PROPN"):
        return following is not None and following.lower_ in ("to", "for")
    if cue.lower_ == "due" and following is not None and following.lower_ == "to":
        return all(t.tag_ in ("VB", "RB") for t in words_behind(following, 1))  # not "due to shelling on Friday"
    return True


def tense_of(verb: Token, depth: int = 0) -> Tense | None:
    """The tense that a verb stands in, its auxiliaries and the verb that it depends on included."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & WILL or verb.lemma_.lower() in PLANNING:
        return "past" if "had" in words else "future"
    if "to" in words and (verb.tag_ == "VB" or (verb.tag_ == "VBN" and "be" in words and "have" not in words)):
        head = verb.head
        if head.i != verb.i and head.lemma_.lower() in AHEAD and depth < 4:
            planned = {child.lower_ for child in head.children}
            return "past" if "had" in planned else "future"
        if head.i != verb.i and head.lemma_.lower() in AHEAD_NOUNS:
            return "future"
        return tense_of(head, depth + 1) if head.i != verb.i and head.pos_ in ("VERB", "AUX") and depth < 4 else None
    if "would" in words and not words & {"have"}:
        return "future"
    if words & {"had", "was", "were", "did", "have", "has", "'ve", "having"} or verb.tag_ == "VBD":
        return "past"
    if words & {"may", "might", "can", "could", "should", "must"}:
        if "have" in words:
            return "past" if words & {"should", "could", "might"} else None
        if words & {"may", "might", "should", "must"}:
            return "future"
        denied = any(
            child.dep_ in ("neg", "auxpass", "preconj") or (child.dep_ == "nsubj" and child.lower_ in ("nobody", "few"))
            for child in (*verb.children, *(c for s in verb.children if s.dep_ == "nsubj" for c in s.children))
        )
        return "future" if "could" in words and not denied and verb.lemma_.lower() not in PERCEIVED else None
    if words & {"is", "are", "'s", "'re", "am", "'m"}:
        if verb.tag_ == "VBG" and verb.lemma_ in ("go", "plan", "come", "leave", "arrive", "expect"):
            return "future"
        return (
            "present"
            if verb.tag_ != "VBN" or verb.lemma_ not in ("schedule", "expect", "plan", "slate", "set")
            else "future"
        )
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if verb.tag_ == "VBN":
        return "past"
    if verb.tag_ in ("VBG", "VB") and depth < 4:
        above = verb.head
        if above.pos_ in ("ADP", "SCONJ"):
            above = above.head  # "with the third departing on Friday"
        if above.i != verb.i and above.pos_ in ("VERB", "AUX"):
            return tense_of(above, depth + 1)
    return None
