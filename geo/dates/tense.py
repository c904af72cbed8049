"""Whether the clause around a time expression speaks of past or future: from tags and heads of the parsed Doc.

"The troops left Monday" is past, "will leave Monday", "is due to leave Monday", "the September deadline" are future.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from spacy.tokens import Doc, Token

from geo.dates.cues import AHEAD, AHEAD_NOUNS, CALLED_OFF, FIXED, FIXED_WITH, LASTED, MOVED, PLANNING, TOWARDS, WILL
from geo.dates.words import FUTURE_CUES

Tense = Literal["past", "present", "future"]

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
        if verb is None:
            return "future" if first.i and first.nbor(-1).lower_ in TOWARDS else None
        if verb.lemma_.lower() in PLANNING and verb.head.i != verb.i and any(c.lower_ == "as" for c in verb.lefts):
            verb = self.verb_of(verb.head) or verb  # "began as previously planned on Saturday"
        if verb.tag_ == "VBD" and verb.lemma_.lower() in PLANNING and last.i < verb.i:
            return "past"  # "On Friday the government planned to pay": the day is that of the planning
        with_it = FIXED_WITH.get(verb.lemma_.lower(), set())
        fixed = verb.lemma_.lower() in FIXED or bool(
            with_it and with_it & {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5]}
        )
        if verb.tag_ in ("VBZ", "VBP") and fixed and not any(_helps(c) for c in verb.children):
            return "future"
        return tense_of(verb)

    def _cued(self, first: Token, last: Token) -> Tense | None:
        """What words right before or behind the tokens tell: "due on", "ahead of", "deadline", "until"."""
        doc = self.doc
        before = [t.lower_ for t in doc[max(0, first.i - 4) : first.i]]
        said = " ".join(before)
        if "deadline" in (t.lower_ for t in doc[last.i + 1 : last.i + 3]):
            if self.called_off(first):
                return "past"
            verb = self.verb_of(first) if self.parsed else None
            up_to = set(before[-2:]) & {"by", "before", "after", "past"}
            return "past" if up_to and verb is not None and tense_of(verb) == "past" else "future"
        if "ahead of" in said or _AS_SOON_AS.search(said):
            return "future"
        for back, word in enumerate(reversed(before)):
            cue = doc[first.i - 1 - back]
            if word in FUTURE_CUES and _looks_ahead(cue, first):
                if word == "deadline" and self.called_off(cue):
                    return "past"
                return "past" if self._had_been(cue) else "future"
        if before[-1:] in (["to"], ["for"]) and any(
            t.lemma_.lower() in MOVED for t in doc[max(0, first.i - 4) : first.i]
        ):
            return "future"
        if "until" in before and doc[first.i - 1].text != "Until" and not first.is_sent_start:
            verb = self.verb_of(first) if self.parsed else None
            lasted = verb is not None and verb.tag_ == "VBD" and verb.lemma_.lower() in LASTED
            return "past" if lasted else "future"
        return None

    def called_off(self, token: Token) -> bool:
        """Whether the clause above `token` tells in the past that what was planned came to nothing, or ran out."""
        for _ in range(12):
            if token.tag_ in ("VBD", "VBN") and token.lemma_.lower() in CALLED_OFF:
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
        """Whether the plan lies further back: "had been due on Friday", "had been scheduled for Friday"."""
        words = [t.lower_ for t in self.doc[max(0, cue.i - 3) : cue.i]]
        return "had" in words and "been" in words


def _helps(child: Token) -> bool:
    return child.dep_ in ("aux", "auxpass")


def _looks_ahead(cue: Token, first: Token) -> bool:
    """Whether a word of FUTURE_CUES is one here: not "as planned", "due to rain", "announced the plan on Friday"."""
    following = cue.nbor() if cue.i + 1 < len(cue.doc) else None
    earlier = [t.lower_ for t in cue.doc[max(0, cue.i - 2) : cue.i]]
    if earlier[-1:] in (["as"], ["than"]) or (earlier[:1] == ["as"] and earlier[-1].endswith("ly")):
        return False  # "as planned", "as previously planned"
    above = cue.head
    told = above.pos_ == "VERB" and above.tag_ in ("VBD", "VBN") and cue.dep_ in ("nsubj", "nsubjpass")
    if told and cue.i < above.i < first.i:
        return False  # "the deadline was extended on Monday": the day is that of the verb
    if cue.lower_ in ("plan", "plans") and cue.pos_ in ("NOUN", "PROPN"):
        return following is not None and following.lower_ in ("to", "for")
    if cue.lower_ == "due" and following is not None and following.lower_ == "to" and following.i + 1 < len(cue.doc):
        return following.nbor().tag_ in ("VB", "RB")  # not "due to shelling on Friday"
    return True


def tense_of(verb: Token, depth: int = 0) -> Tense | None:
    """The tense that a verb stands in, its auxiliaries and the verb that it depends on included."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & WILL or verb.lemma_.lower() in PLANNING:
        return "future"
    if "to" in words and (verb.tag_ == "VB" or (verb.tag_ == "VBN" and "be" in words and "have" not in words)):
        head = verb.head
        if head.i != verb.i and head.lemma_.lower() in AHEAD and depth < 4:
            planned = {child.lower_ for child in head.children}
            return "past" if {"had", "been"} <= planned or (head.lemma_ == "due" and "had" in planned) else "future"
        if head.i != verb.i and head.lemma_.lower() in AHEAD_NOUNS:
            return "future"
        return tense_of(head, depth + 1) if head.i != verb.i and head.pos_ in ("VERB", "AUX") and depth < 4 else None
    if "would" in words and not words & {"have"}:
        return "future"
    if words & {"had", "was", "were", "did", "have", "has", "'ve", "having"} or verb.tag_ == "VBD":
        return "past"
    if words & {"may", "might", "can", "could", "should", "must"}:
        return "future" if "have" not in words and words & {"may", "might", "should", "must"} else None
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
