"""Tables of words that tell what part a place name plays: what governments do, who speaks, and where things are said.

Read by geo/mentions/roles.py alone. Lemmas in lower case, compiled for this project from general knowledge of news.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    """The words of a table, blanks between them."""
    return frozenset(words.split())


STATES = _set(
    """
    be have lie border remain see become stretch sit stand contain include experience suffer face share stay host hold
    form comprise join total number shake tremble burn descend plunge slide sink erupt fall collapse slip lurch
    """
)
"""Verbs whose subject may well be the ground itself: "Syria borders Iraq", "Sudan has seen fighting"."""

POLITICAL_ACTS = _set(
    """
    accuse agree announce annex back believe blame break call cancel cede claim complain condemn criticise criticize
    cut decide declare defend demand deny denounce deploy dismiss dispatch disagree dispute downplay expel extradite
    fear finance fund hope impose insist intervene invite lash launch lift mediate negotiate object offer oppose order
    plan pledge prepare press promise propose protest provide reaffirm rebuff recall recognise recognize refuse regard
    reject reply resist respond restore resume retaliate retract sanction say send sever sign slam suggest summon
    supply support suspect suspend threaten urge veto vow want warn welcome withdraw withhold
    """
)
"""Verbs of which a capital is the subject only as its government: "Hanoi protested", "Kinshasa severed ties"."""

ADDRESSING = _set(
    """
    accuse advise ask assure beg blame caution condemn criticise criticize denounce implore invite lobby persuade
    petition praise press pressure pressurise prod push reassure rebuke remind sanction sue tell thank threaten urge
    warn
    """
)
"""Verbs whose object is whoever rules there: "accused Kyiv", "has urged Tehran"."""

BACKING = _set(
    """
    accuse aid appoint approve arm ally back blame bankroll broker claim condemn control criticise denounce deny
    employ equip finance fund hire impose issue lead mediate oppose order organise organize own pay propose provide
    recognise recognize recruit reject send sign sponsor supply support train
    """
)
"""Participles whose "by" names who stands behind: "backed by Tehran", "weapons supplied by Iran"."""

BACKED = _set(
    """
    led backed supported funded armed trained sponsored allied aligned supplied financed controlled brokered mediated
    imposed equipped installed dominated friendly run appointed proxy leaning loyal
    """
)
"""What follows the hyphen where the name before it is a power: "U.S.-led", "Moscow-backed"."""

DEALINGS = _set(
    """
    accord agreement alliance animosity antagonism ceasefire clash confrontation consultation contact cooperation crisis
    deal dealing detente dialog dialogue diplomacy discussion dispute enmity escalation exchange feud friction hostility
    link meeting negotiation pact partnership peace quarrel rapprochement relation relations relationship rift rivalry
    row spat standoff talk talks tension tie treaty truce understanding war
    """
)
"""What powers have with or between each other: "talks between Washington and Beijing", "ties with Brussels"."""

PRESSURES = _set(
    """
    accusation aid allegation ammunition approval arm arms assistance assurance backing blessing boycott cash claim
    complaint concession condemnation criticism cue demand embargo encouragement funding guarantee help influence
    instruction invitation money objection offer opposition order permission pledge pressure promise protest reaction
    request response sanction sanctions signal statement support threat threats warning weapon weapons
    """
)
"""What comes from a power or falls on it: "pressure from Washington", "sanctions against Russia"."""

DEEDS = _set(
    """
    airstrike advance aggression announcement assault attack attempt blockade bombardment bombing campaign decision
    effort incursion interference intervention invasion move offensive offer operation proposal raid refusal strike
    threat withdrawal
    """
)
"""What is done by a power: "an airstrike by Israel"."""

OFFICES = _set(
    """
    administration ally ambassador army authority authorities cabinet chancellor chief commander consul counterpart
    defence delegation delegate diplomat emir embassy envoy forces foe governor government intelligence junta king
    leader leadership lobby mayor military militia minister ministry monarch navy negotiator official opposition
    parliament patron police premier president prince proxy prosecutor queen regime representative ruler secretary
    spokesman spokesperson spokeswoman
    """
)
"""Offices and forces that a name owns by "of" or "for": "the government of Ethiopia", "a spokesman for Kyiv"."""

OWNED = OFFICES | _set(
    """
    accusation actions adversary aggression aim allegation ambition annexation appeal approach argument attitude
    backer backing ballot bid budget claim client commitment concern condemnation consent decision demand denial
    deployment diplomacy enemy fighter fleet force foreign gambit goal grip guard guards hand hostility
    incursion influence insistence interest intervention invasion invitation jet lawmaker missile motive
    neutrality objection objective offer offensive opponent partner peacekeeper plan pledge policy position
    posture propaganda proposal readiness refusal rejection relation relations request response rival role
    soldier stance strategy strike supporter surrogate threat ties troop troops ultimatum veto view warning
    warplane willingness
    """
)
"""What only a power has, behind a possessive: "Tel Aviv's stance", "Damascus's allies"."""

MANNED = OFFICES | _set(
    """
    adviser advisor airman airmen armored border-guard citizen congressman contractor drone fighter-jet guard guards
    jet lawmaker marine marines national officer pilot sailor senator soldier servicemen serviceman servicewoman troop
    troops warplane warship
    """
)
"""Forces and officials named by the word before them: "a US soldier", "Kunduz officials"."""

SITES = _set(
    """
    barracks base building checkpoint church club college compound court headquarters hospital house market museum
    network office park post prison reserve school society stadium station tower university
    """
)
"""Heads that make a force's or an organisation's name a site: "Baquba police headquarters"."""

SPEAKING = _set(
    "say tell speak add announce state warn declare claim explain recall report write note comment address brief"
)
"""Verbs of speech: where they happen is where something was said."""

UTTERANCES = _set(
    """
    address announcement appeal appearance briefing comment communique conference declaration interview lecture message
    news presser remark sermon speech statement testimony
    """
)
"""What somebody says, or the occasion: "a speech in Tehran", "at a news conference in Ankara"."""

ISSUING = _set("issue release publish post make deliver give hold broadcast air record sign date read")
"""What is done with an utterance: "a statement issued in Cairo", "made the remarks in Jakarta"."""

BEFORE_CONFERENCE = _set("news press media joint")
"""What makes a conference one for the press."""

CHANNELS = _set("phone telephone mobile video videolink link satellite skype whatsapp zoom hotline cellphone")
"""What carries a voice: "by phone from Khartoum", "by video link from Moscow"."""

AUDIENCES = _set(
    """
    reporter journalist newsman newsmen press medium media correspondent agency newspaper afp reuters ap xinhua bbc cnn
    parliament lawmaker deputy parliamentarian supporter crowd rally assembly congress senate audience broadcaster
    television diplomat
    """
)
"""Whom somebody tells: "told reporters in Geneva", "addressing parliament in Kampala"."""

WITNESSES = _set("correspondent reporter source stringer photographer cameraman")
"""Whose report it is, and so where it was written: "a Reuters correspondent in Donetsk"."""

AT_HOME = _set("in from at near inside outside via")
"""Prepositions before the place where something is said."""

GROUND = _set("town city village suburb capital port region province district state area")
"""Nouns between the preposition and the name: "in the town of Sake", "in the capital, Juba"."""

CREDITS = (
    r"\W{0,3}(?:additional |with |further )?(?:reporting|writing|editing|report|compiled|edited|written|photography)"
)
"""How a line of credits opens, before "by": "(Reporting by Ann Doe in Gaza; editing by ...)"."""
