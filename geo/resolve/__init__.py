"""Placing names: mentions -> resolutions, each with a score, a reason in words and the runners-up, or none and why.

Names are ranked (geo/resolve/ranker.py), demonyms become their countries, described places are drawn by geo/shapes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from geo import shapes
from geo.gazetteer import Gazetteer
from geo.model import Article, Candidate, Mention, Place, Resolution
from geo.phrases import NamedSpan, find_phrases
from geo.resolve.candidates import kind_of
from geo.resolve.company import lay_field
from geo.resolve.countries import find_country, note_countries
from geo.resolve.described import Context, resolve_phrase
from geo.resolve.features import Name, Vector, cue_kind, province_key
from geo.resolve.names import DESCRIBED, gather_names, number_sentences
from geo.resolve.ranker import Weights, rank_names
from geo.resolve.reasons import explain_choice, explain_none, explain_option

__all__ = ["count_countries", "resolve_mentions"]

LEAST_SCORE = 0.3
"""Below this probability a name stays unplaced: better none than a wrong pin. "None of these" may be likelier than the
answer: out of fold, names answered so were right more often than not."""

RUNNERS_UP = 5


def resolve_mentions(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    weights: Weights | None = None,
) -> tuple[Resolution, ...]:
    """One resolution for each of `mentions`, in their order: the place meant, or None with the reason.

    `score` is the probability that the place is right; `alternatives` hold up to five others. `weights` stand in for
    the vendored table (the benchmark's out-of-fold ones).
    """
    resolved: list[Resolution | None] = [None] * len(mentions)
    names = gather_names(article, doc, mentions, gazetteer)
    countries = count_countries(mentions, names, gazetteer)
    ranked = rank_names(names, countries, weights)
    field = lay_field(names)
    for name, probabilities in zip(names, ranked, strict=True):
        answer = _answer(name, probabilities, names, field, gazetteer)
        for index in name.mentions:
            resolved[index] = replace(answer, mention=_settle_kind(mentions[index], answer.place))
    share = _country_share(resolved, countries)
    for index, mention in enumerate(mentions):
        if mention.kind == "demonym":
            resolved[index] = _resolve_demonym(mention, share, gazetteer)
    _fall_back_to_town(names, mentions, resolved, gazetteer)
    _draw_described(article, doc, mentions, resolved, gazetteer)
    return tuple(r or Resolution(m, None, 0.0, "not looked up") for r, m in zip(resolved, mentions, strict=True))


def _answer(
    name: Name, probabilities: Vector, names: Sequence[Name], field: object, gazetteer: Gazetteer
) -> Resolution:
    options = name.options
    if not options:
        return Resolution(name.lead, None, 0.0, explain_none(name))
    probabilities = _prefer_towns(name, _keep_countries(name, probabilities, names))
    order = sorted(range(len(options)), key=lambda i: -float(probabilities[i]))
    best = order[0]
    candidates = tuple(
        Candidate(options[i].place, round(float(probabilities[i]), 3), explain_option(options[i], gazetteer))
        for i in order[: RUNNERS_UP + 1]
    )
    score = round(float(probabilities[best]), 3)
    if score < LEAST_SCORE:
        return Resolution(name.lead, None, score, explain_none(name), candidates[:RUNNERS_UP])
    reason = explain_choice(name, best, probabilities, names, field, gazetteer)  # type: ignore[arg-type]
    return Resolution(name.lead, options[best].place, score, reason, candidates[1:])


def _keep_countries(name: Name, probabilities: Vector, names: Sequence[Name]) -> Vector:
    """A country's name is no town's unless the text names what the town lies in: its share goes to the country."""
    options = name.options
    country = next((i for i, o in enumerate(options) if o.variant == "whole" and kind_of(o.place) == "country"), None)
    if country is None:
        return probabilities
    named = {province_key(o.place) for p in names for o in p.options if kind_of(o.place) in ("province", "district")}
    kept = probabilities.copy()
    for i, option in enumerate(options):
        if kind_of(option.place) in ("city", "district", "facility") and province_key(option.place) not in named - {""}:
            kept[country] += kept[i]
            kept[i] = 0.0
    return kept


def _prefer_towns(name: Name, probabilities: Vector) -> Vector:
    """A district of which nothing but the name is known gives its share to the town of that name in its province.

    Unless a word for district stands by the name: "Mekelle" is the town, however the gazetteer spells it.
    """
    options = name.options
    kept = probabilities.copy()
    towns = {
        province_key(o.place): i
        for i, o in reversed(list(enumerate(options)))
        if kind_of(o.place) == "city" and o.how != "fuzzy" and o.variant == "whole"
    }
    for i, option in enumerate(options):
        unknown = kind_of(option.place) == "district" and option.place.population == 0
        town = towns.get(province_key(option.place))
        if unknown and town is not None and cue_kind(name.lead) != "district":
            kept[town] += kept[i]
            kept[i] = 0.0
    return kept


def _settle_kind(mention: Mention, place: Place | None) -> Mention:
    """The mention with the kind of what it turned out to name."""
    if place is None or mention.kind == "facility":
        return mention
    return replace(mention, kind=kind_of(place))


def count_countries(mentions: Sequence[Mention], names: Sequence[Name], gazetteer: Gazetteer) -> Mapping[str, float]:
    """The share of each country among those that the article names, by name or by demonym."""
    counts: dict[str, float] = defaultdict(float)
    for mention in mentions:
        if mention.kind == "demonym":
            codes = gazetteer.demonym(mention.name)
            for code in codes:
                counts[code] += 1 / len(codes)
    for name in names:
        for option in name.options:
            if kind_of(option.place) == "country" and option.place.country:
                rivals = sum(kind_of(o.place) in ("city", "province") and o.place.population > 0 for o in name.options)
                counts[option.place.country] += len(name.mentions) / (1 if rivals == 0 else 2)
    total = sum(counts.values())
    return {code: count / total for code, count in counts.items()} if total else {}


def _country_share(resolved: Sequence[Resolution | None], countries: Mapping[str, float]) -> Mapping[str, float]:
    counts = Counter({code: 3 * share for code, share in countries.items()})
    counts.update(r.place.country for r in resolved if r is not None and r.place is not None and r.place.country)
    return counts


def _resolve_demonym(mention: Mention, share: Mapping[str, float], gazetteer: Gazetteer) -> Resolution:
    """The country whose people or things are so called; of several the one that the article speaks of most."""
    codes = gazetteer.demonym(mention.name)
    places = [place for code in codes if (place := find_country(gazetteer, code))]
    if not places:
        return _resolve_region_demonym(mention, gazetteer)
    order = sorted(places, key=lambda place: -share.get(place.country or "", 0.0))
    score = 0.97 if len(places) == 1 else 0.6
    reason = f"people and things of {order[0].name}"
    if len(places) > 1:
        reason += f", of {len(places)} countries so spoken of the one that the text names most"
    rivals = tuple(
        Candidate(p, round((1 - score) / len(places), 3), f"people and things of {p.name}") for p in order[1:6]
    )
    return Resolution(mention, order[0], score, reason, rivals)


def _resolve_region_demonym(mention: Mention, gazetteer: Gazetteer) -> Resolution:
    """The region or province whose people or things are so called: `name` has its name already."""
    matches = [m.place for m in gazetteer.lookup(mention.name, 10) if kind_of(m.place) in ("region", "province")]
    if not matches or mention.name == mention.text:
        return Resolution(mention, None, 0.0, f"no country's people are called {mention.text}")
    rivals = tuple(Candidate(place, 0.05, f"people and things of {place.name}") for place in matches[1:3])
    return Resolution(mention, matches[0], 0.8, f"people and things of {matches[0].name}", rivals)


def _fall_back_to_town(
    names: Sequence[Name], mentions: Sequence[Mention], resolved: list[Resolution | None], gazetteer: Gazetteer
) -> None:
    """A site or street that no gazetteer has lies somewhere in the town that the text names with it."""
    for name in names:
        if name.lead.kind != "facility":
            continue
        for parent in name.parents:
            above = resolved[names[parent].mentions[0]]
            for index in name.mentions:
                own = resolved[index]
                if own is None or own.place is not None or above is None or above.place is None:
                    continue
                near = shapes.build_near(above.place, 0.0, gazetteer) if kind_of(above.place) == "city" else None
                if near is not None:
                    near = replace(
                        near, name=f"{name.lead.name} in {above.place.name}", id=f"in:{above.place.id}:{name.lead.name}"
                    )
                    reason = f"not in the gazetteer itself; the text puts it in {above.mention.text}"
                    resolved[index] = Resolution(mentions[index], near, round(above.score * 0.8, 3), reason)


def _draw_described(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    resolved: list[Resolution | None],
    gazetteer: Gazetteer,
) -> None:
    """Fill in the mentions that describe a place, from the phrases that made them and the names now placed."""
    named = [NamedSpan(m.span, m.kind) for m in mentions if m.kind not in DESCRIBED]
    phrases = {phrase.span: phrase for phrase in find_phrases(article, doc, named)}
    places = [r.place if r else None for r in resolved]
    sentence_of = number_sentences(doc)
    sentences = [sentence_of(m.span.start) for m in mentions]
    context = Context(
        gazetteer,
        {m.span: r for m, r in zip(mentions, resolved, strict=True) if r is not None},
        note_countries(mentions, places, sentences),
        [r for r in resolved if r is not None],
        sentence_of,
    )
    for index, mention in enumerate(mentions):
        if mention.kind in DESCRIBED:
            phrase = phrases.get(mention.span)
            resolved[index] = (
                resolve_phrase(mention, phrase, context)
                if phrase is not None
                else Resolution(mention, None, 0.0, "the words round it describe no place that can be drawn")
            )
