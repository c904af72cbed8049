"""The dependency parse read as who does what: deep subjects and objects, whatever the voice and wherever they stand.

Everything here takes and gives spaCy tokens; nothing knows of events.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from geo.events.words import word_set

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
INHERITING = word_set("xcomp advcl pcomp conj ccomp prep")

LIGHT_VERBS = word_set(
    "carry launch conduct stage mount make commit open perpetrate execute undertake do deliver begin start lead "
    "wage hold order unleash plan organize organise suffer face sustain witness repel trigger spark pay sign "
    "reach announce declare have give stop resume intensify see fire drop throw lob hurl plant impose"
)
"""Verbs that lend their subject to the noun they govern: "launched an attack"."""

SUFFERING_VERBS = word_set("suffer face sustain repel survive escape undergo come endure")
"""Verbs whose subject is the one that the noun befalls: "came under fire", "suffered an attack"."""


def is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive, reduced relative clauses ("a bomb planted by") included."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass") for child in token.children) or is_gapped_passive(token):
        return True
    if token.tag_ != "VBN":
        return False
    if any(child.dep_ == "agent" for child in token.children):
        return True
    if token.dep_ in ("acl", "amod"):
        return True
    if token.dep_ == "conj" and token.head.tag_ == "VBN" and not _own(token, SUBJECTS):
        return not any(child.dep_ == "dobj" for child in token.children) and is_passive(token.head)
    return False


def is_gapped_passive(token: Token) -> bool:
    """Whether a participle leaves out the "were" of the passive verb that it is joined to: "and 595 people wounded"."""
    return (
        token.tag_ in ("VBN", "VBD")
        and token.dep_ == "conj"
        and bool(_own(token, SUBJECTS))
        and not any(
            c.dep_ in ("aux", "auxpass", "prt", "ccomp")
            or (c.dep_ == "dobj" and not any(t.text == "," for t in token.doc[token.i : c.i]))
            for c in token.children
        )
        and any(c.dep_ == "auxpass" for c in token.head.children)
        and token.lemma_ in ("kill", "wound", "injure", "hurt", "arrest", "detain", "displace", "abduct", "capture")
    )


def _own(token: Token, labels: frozenset[str]) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def spread(tokens: list[Token]) -> list[Token]:
    """The tokens and all that are joined to them by "and"."""
    out: list[Token] = []
    for token in tokens:
        if token not in out:
            out.append(token)
        out.extend(c for c in token.conjuncts if c not in out and c.dep_ == "conj" and c.i > token.i)
    return out


def agents(token: Token) -> list[Token]:
    """The heads of the "by" phrases of a passive verb."""
    found = [g for child in token.children if child.dep_ == "agent" for g in child.children if g.dep_ == "pobj"]
    if not found and is_passive(token):
        found = [
            g
            for child in token.children
            if child.dep_ == "prep" and child.lower_ == "by"
            for g in child.children
            if g.dep_ == "pobj" and g.ent_type_ not in ("DATE", "TIME", "CARDINAL")
        ]
    return found


def _antecedent(token: Token) -> list[Token]:
    """The noun behind a relative pronoun."""
    verb = token.head
    while verb.dep_ not in ("relcl", "ROOT") and verb.head.i != verb.i:
        verb = verb.head
    return [verb.head] if verb.dep_ == "relcl" else [token]


def _resolved(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    for token in tokens:
        if token.lower_ in ("they", "it", "he", "she"):
            out.extend(_referent(token))
        elif token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.head.dep_ == "relcl"):
            out.extend(_antecedent(token))
        else:
            out.append(token)
    return out


def _referent(pronoun: Token) -> list[Token]:
    """The noun that a pronoun most likely means: the last subject that agrees in number, two sentences back."""
    sentence = pronoun.sent
    doc = pronoun.doc
    plural = pronoun.lower_ == "they"
    start = sentence.start
    for _ in range(1):
        if start > 0:
            start = doc[start - 1].sent.start
    for i in range(pronoun.i - 1, start - 1, -1):
        token = doc[i]
        if (
            token.dep_ not in ("nsubj", "nsubjpass")
            or token.pos_ not in ("NOUN", "PROPN")
            or token.ent_type_ in ("DATE", "TIME")
            or (pronoun.lower_ == "it" and token.ent_type_ == "PERSON")
        ):
            continue
        several = (
            token.tag_ in ("NNS", "NNPS")
            or any(c.dep_ == "conj" for c in token.children)
            or token.ent_type_ in ("ORG", "NORP")
        )
        person = token.ent_type_ == "PERSON" or token.tag_ == "NN"
        if (plural and several) or (
            not plural and (person if pronoun.lower_ in ("he", "she") else not several or token.ent_type_ == "ORG")
        ):
            return [token]
    return [pronoun]


UNDERGOING = word_set("die perish disappear")
"""Verbs whose grammatical subject is the one that it befalls: "two soldiers died"."""


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """Heads of the noun phrases that do what the verb or noun `token` says; empty where nobody is named."""
    if depth > 4:
        return []
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_subjects(token, depth)
    if token.lemma_ in UNDERGOING and not is_passive(token):
        return spread(agents_by(token))
    if is_passive(token):
        found = agents(token)
        if not found and token.dep_ == "conj" and is_passive(token.head):
            found = agents(token.head)
        return spread(_resolved(found))
    return _grammatical_subjects(token, depth)


def agents_by(token: Token) -> list[Token]:
    """The heads of the "by" phrases of a verb or of the nouns behind its prepositions: "died in a raid by rebels"."""
    holders = [token, *(g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj")]
    return [g for h in holders for c in h.children if c.lower_ == "by" for g in c.children if g.dep_ == "pobj"]


def _grammatical_subjects(token: Token, depth: int) -> list[Token]:
    own = _own(token, SUBJECTS)
    if own:
        # A dateline can be taken for a first subject: the one next to the verb is meant.
        return spread(_resolved(own[-1:]))
    if token.dep_ == "acl":
        return spread([token.head])
    if token.dep_ == "relcl":
        return spread([token.head])
    head = token.head
    if token.dep_ in INHERITING and head.i != token.i:
        if head.pos_ == "ADP" or head.dep_ == "prep":
            head = head.head
        if head.pos_ in ("VERB", "AUX"):
            passive = [child for child in head.children if child.dep_ in PASSIVE_SUBJECTS]
            if passive and token.dep_ in ("xcomp", "advcl", "pcomp"):
                return spread(_resolved(passive)) if token.dep_ == "xcomp" else subjects(head, depth + 1)
            if token.dep_ == "xcomp":
                objects_ = [child for child in head.children if child.dep_ == "dobj"]
                if objects_:
                    return spread(objects_)
            return subjects(head, depth + 1)
        if head.pos_ in ("NOUN", "PROPN") and token.dep_ in ("advcl", "conj"):
            return [head]
    return []


def objects(token: Token, depth: int = 0) -> list[Token]:
    """Heads of the noun phrases to which what `token` says is done."""
    if depth > 4:
        return []
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_objects(token, depth)
    if token.lemma_ in UNDERGOING:
        return _grammatical_subjects(token, depth)
    passive = _own(token, PASSIVE_SUBJECTS) or (_own(token, SUBJECTS) if is_gapped_passive(token) else [])
    if passive:
        return spread(_resolved(passive))
    own = [child for child in token.children if child.dep_ in ("dobj", "dative", "oprd") and child.pos_ != "ADP"]
    if own:
        return spread(_resolved(own))
    if is_passive(token):
        if token.dep_ in ("acl", "relcl"):
            return spread([token.head])
        if token.dep_ == "conj":
            return objects(token.head, depth + 1)
        if token.dep_ in ("advcl", "xcomp") and token.head.pos_ in ("VERB", "AUX"):
            return subjects(token.head, depth + 1) or objects(token.head, depth + 1)
        if token.dep_ == "ROOT" and not _own(token, SUBJECTS):
            return [child for child in token.children if child.dep_ in ("nsubj", "dep")]
    if token.dep_ == "relcl" and _own(token, SUBJECTS):
        pronouns = [c for c in token.children if c.dep_ in ("dobj",) and c.tag_ in ("WDT", "WP")]
        return spread([token.head]) if pronouns else []
    # "shot and killed three men": the object of the second verb is that of the first.
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - token.i <= 3:
            found = [g for g in child.children if g.dep_ == "dobj"]
            if found:
                return spread(found)
    return []


def governor(noun: Token) -> Token | None:
    """The verb that a noun is subject or object of, directly or through one preposition; None where there is none."""
    head = noun.head
    if noun.dep_ == "conj":
        return governor(head) if head.i != noun.i and head.pos_ in ("NOUN", "PROPN") else None
    if head.pos_ == "ADP" and head.head.pos_ in ("VERB", "AUX"):
        return head.head
    if head.pos_ in ("VERB", "AUX") and head.i != noun.i:
        return head
    return None


def _noun_subjects(noun: Token, depth: int) -> list[Token]:
    found = [child for child in noun.children if child.dep_ == "poss" and child.pos_ != "PRON"]
    found += [g for p in prepositions(noun, "by") for g in p.children if g.dep_ in ("pobj", "pcomp")]
    if found:
        return spread(found)
    verb = governor(noun)
    if verb is not None and noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in LIGHT_VERBS - SUFFERING_VERBS:
        return subjects(verb, depth + 1)
    found = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod")]
    named = [c for c in found if c.ent_type_ in ("NORP", "ORG", "GPE", "PERSON")]
    return named[:1]


def _noun_objects(noun: Token, depth: int) -> list[Token]:
    found = [
        g
        for name in ("of", "on", "against", "upon", "at", "between", "among")
        for p in prepositions(noun, name)
        for g in p.children
        if g.dep_ == "pobj"
    ]
    if found:
        return spread(found)
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in LIGHT_VERBS:
            found += [
                g
                for name in ("on", "against", "at")
                for p in prepositions(child, name)
                for g in p.children
                if g.dep_ == "pobj"
            ]
    if found:
        return spread(found)
    verb = governor(noun)
    if verb is None:
        return []
    if noun.dep_ in ("dobj", "nsubjpass"):
        if verb.lemma_ in SUFFERING_VERBS:
            return subjects(verb, depth + 1)
        return [
            g
            for name in ("on", "against", "at", "upon")
            for p in prepositions(verb, name)
            for g in p.children
            if g.dep_ == "pobj"
        ]
    if noun.dep_ == "pobj" and noun.head.lower_ == "under":
        return subjects(verb, depth + 1)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by", "with", "during", "after", "when"):
        return objects(verb, depth + 1)
    if noun.dep_ == "nsubj":
        return objects(verb, depth + 1)
    return []


def prepositions(token: Token, *names: str) -> list[Token]:
    """The prepositions with one of `names` that hang on `token`."""
    return [c for c in token.children if c.dep_ in ("prep", "agent", "dative", "prt", "advmod") and c.lower_ in names]


def prepositional_objects(token: Token, *names: str) -> list[Token]:
    """Heads of the noun phrases that hang on `token` by one of the prepositions, or by those of its object."""
    holders = [token]
    holders += [c for c in token.children if c.dep_ in ("dobj", "nsubjpass", "attr", "prt", "advmod", "prep")]
    found: list[Token] = []
    for holder in holders:
        for p in prepositions(holder, *names):
            found.extend(g for g in p.children if g.dep_ in ("pobj", "pcomp"))
            found.extend(
                h for q in p.children if q.dep_ == "prep" and q.lower_ in names for h in q.children if h.dep_ == "pobj"
            )
    return spread(found)


def particles(token: Token) -> list[str]:
    """Lower-case particles and adverbs right after a verb: "off" of "went off"."""
    return [c.lower_ for c in token.children if c.dep_ in ("prt", "advmod", "prep") and c.i > token.i]


def clause(token: Token) -> list[Token]:
    """The tokens of the smallest clause around `token`, in text order, subordinate finite clauses left out."""
    top = token
    while top.dep_ not in ("ROOT", "ccomp", "relcl", "advcl", "conj", "parataxis") or top.pos_ not in ("VERB", "AUX"):
        if top.head.i == top.i:
            break
        top = top.head
    return sorted(_within(top, top), key=lambda t: t.i)


def _within(token: Token, top: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        verbal = child.pos_ in ("VERB", "AUX")
        if verbal and child.dep_ in ("ccomp", "relcl", "conj", "parataxis"):
            continue
        if verbal and child.dep_ == "advcl" and any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in child.children):
            continue
        yield from _within(child, top)


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above `token`, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token
