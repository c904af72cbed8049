"""Whether the clause around a time expression speaks of past or future: from tags and heads of the parsed Doc.

"The troops left Monday" is past, "will leave Monday", "is due to leave Monday", "the September deadline" are future.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from spacy.tokens import Doc, Token

from geo.dates.words import FUTURE_CUES

Tense = Literal["past", "present", "future"]

_WILL = {"will", "shall", "'ll", "wo"}
_TOWARDS = {"by", "until", "till"}
# Verbs whose infinitive lies ahead of them: "plan to withdraw in May".
_AHEAD = {
    "plan", "expect", "schedule", "agree", "intend", "hope", "want", "promise", "pledge", "vow", "set", "prepare",
    "aim", "decide", "order", "propose", "threaten", "ask", "urge", "require", "commit", "like", "need", "be",
    "go", "have", "slate", "due", "likely", "ready", "poise",
}  # fmt: skip


_AS_SOON_AS = re.compile(r"\bas (?:soon|early|late) as\Z|\bstarting(?: on)?\Z|\b(?:begins?|effective)(?: on)?\Z")
_AHEAD_NOUNS = {"agreement", "plan", "decision", "deal", "pledge", "promise", "proposal", "bid", "order", "offer"}
# Verbs that are about what is to come in whatever tense they stand.
_PLANNING = {"plan", "schedule", "slate", "intend", "propose"}


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
        return above.tag_ == "VBD" and above.lemma_.lower() not in _PLANNING

    def tense(self, at: int, end: int) -> Tense | None:
        """The tense of the clause around text[at:end], None where nothing tells."""
        first, last = self.token_at(at), self.token_at(max(at, end - 1))
        if first is None or last is None:
            return None
        before = [t.lower_ for t in self.doc[max(0, first.i - 4) : first.i]]
        after = [t.lower_ for t in self.doc[last.i + 1 : last.i + 3]]
        if "deadline" in after or before[-3:-1] == ["ahead", "of"] or before[-2:] == ["ahead", "of"]:
            return "future"
        if any(word in FUTURE_CUES for word in before) or _AS_SOON_AS.search(" ".join(before)):
            return "future"
        if "until" in before[-4:] and self.doc[max(0, first.i - 1)].text != "Until" and not first.is_sent_start:
            return "future"
        # The phrase's own head: its token that is governed from outside.
        head = next((t for t in self.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), last)
        verb = self.verb_of(head) if self.parsed else None
        if verb is None:
            return "future" if before and before[-1] in _TOWARDS else None
        return tense_of(verb)


def tense_of(verb: Token, depth: int = 0) -> Tense | None:
    """The tense that a verb stands in, its auxiliaries and the verb that it depends on included."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _WILL or verb.lemma_.lower() in _PLANNING:
        return "future"
    if "to" in words and verb.tag_ == "VB":
        head = verb.head
        if head.i != verb.i and head.lemma_.lower() in _AHEAD and depth < 4:
            return "future"
        if head.i != verb.i and head.lemma_.lower() in _AHEAD_NOUNS:
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
    if verb.tag_ in ("VBG", "VB") and verb.head.i != verb.i and depth < 4 and verb.head.pos_ in ("VERB", "AUX"):
        return tense_of(verb.head, depth + 1)
    return None
