"""Reads what a route page says: receipt, terms, hearing, whom to turn to next (design, section 4; Awb chapter 9).

Read sentence by sentence, in both languages, with negation and with scope: a term for an objection, or for going to the
ombudsman, is not the term of the route.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from expectations.model import Statement
from expectations.vocabulary import Phrases, plain

_SENTENCES = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")
_LONGEST = 800  # characters of one sentence that are read; longer runs are tables or lists
_NEGATION = re.compile(r"\b(?:geen|niet|nooit|no|not|never|cannot|without)(?: \w+){0,2}$")
_NEGATED_AFTER = re.compile(r"^(?: \w+){0,3} (?:niet mogelijk|is niet|kan niet|niet|is not|not possible|cannot)\b")

_WORDINGS: Mapping[Statement, tuple[str, ...]] = {
    Statement.ACKNOWLEDGEMENT: (
        "ontvangstbevestiging*",
        "ontvangstbericht*",
        "bevestig* .. ontvang*",
        "ontvang* .. bevestig*",
        "(krijgt|ontvangt|sturen|stuurt) .. bevestiging*",
        "bericht dat .. ontvangen",
        "(laten|laat) .. weten dat .. ontvangen",
        "acknowledg*",
        "confirm* .. (receipt|receiv*)",
        "(receive|get|send) .. confirmation*",
    ),
    Statement.HEARING: (
        "gehoord",
        "te horen",
        "hoorzitting*",
        "hoorgesprek*",
        "horen (u|wij)",
        "(u|wij) horen",
        "toelicht*",
        "toe te lichten",
        "(gesprek|uitgenodigd|uitnodig*) .. (klacht*|melding*|gesprek)",
        "hearing*",
        "be heard",
        "hear you*",
        "explain your",
        "opportunity to explain",
        "invite* you .. (meeting|interview|explain*)",
    ),
    Statement.UNINVOLVED_HANDLER: (
        "niet .. betrokken",
        "(onafhankelijk*|onpartijdig*) .. (medewerker*|persoon|iemand|behandel*|commissie|functionaris|klacht*)",
        "iemand anders dan",
        "not .. involved",
        "uninvolved",
        "no involvement",
        "(independent*|impartial*) .. (person|officer|committee|handler|employee|staff|handled|someone|colleague)",
    ),
    Statement.RECIPIENT: (
        "(klachten|klacht|integriteits)(coordinator*|functionaris*|behandelaar*|commissie*)",
        "klachtencoordinatiepunt*",
        "(klachtenloket*|klachtenpunt*|klachtencontactpunt*|meldpunt*|integriteitsloket*|klachtenbureau*)",
        "(bureau|afdeling|team|directie|loket|commissie) (integriteit|klacht*|juridische)",
        "secretaris generaal",
        "ter attentie van",
        "t a v",
        "(klacht|melding|bericht) .. (komt .. bij|gaat naar|terecht bij|ontvangen door|behandeld door|behandelt)",
        "(integrity|complaints) (desk|unit|office|coordinator|officer|committee|department|team|bureau)",
        "secretary general",
        "for the attention of",
        "(complaint|report) .. (goes to|received by|handled by|dealt with by|sent to)",
    ),
    Statement.CONFIDENTIAL_ADVISER: (
        "vertrouwensperso*",
        "vertrouwensadviseur*",
        "(extern*|onafhankelijk*) (steunpunt|steunpersoon|ondersteun*)",
        "confidential (advis*|counsel*|person*)",
        "external support (officer|person*|point)",
    ),
    Statement.OMBUDSMAN: ("*ombudsman", "nationale ombudsman", "ombudsman*", "national ombudsman"),
    Statement.CONFIDENTIALITY: (
        "vertrouwelijk*",
        "geheimhoud*",
        "in vertrouwen",
        "confidentially",
        "confidentiality",
        "in confidence",
        "confidential(?! (advis|counsel|person))",
    ),
    Statement.ANONYMOUS: ("anoniem*", "anonimiteit", "zonder .. uw naam", "anonym*", "without .. your name"),
    Statement.ORAL: (
        "mondeling*",
        "telefonisch*",
        "per telefoon",
        "(bellen|bel) (ons|met|naar|dan|voor)",
        "(kunt|kun) .. bellen",
        "persoonlijk gesprek",
        "in een gesprek",
        "langskomen",
        "oral*",
        "verbal*",
        "by (tele)*phone",
        "in person",
        "(call|phone|ring) us",
    ),
    Statement.EXTERNAL_AUTHORITY: (
        "huis voor klokkenluiders",
        "bevoegde autoriteit*",
        "externe meldpunt*",
        "house for whistleblowers",
        "whistleblowers authority",
        "(competent|designated|external) authorit*",
    ),
    Statement.NO_COST: (
        "gratis",
        "kosteloos",
        "geen kosten",
        "zonder kosten",
        "(kost|kosten) .. (niets|niks)",
        "free of charge",
        "no (cost|costs|charge|charges|fee|fees)",
        "costs (you )*nothing",
        "(is|are) free",
        "at no (cost|charge)",
        "does not cost",
    ),
    Statement.ONE_YEAR_LIMIT: (
        "(binnen|langer dan|ouder dan|meer dan|uiterlijk|korter dan|later dan) .. (een|1|twaalf|12) (jaar|maanden)",
        "(een|1) jaar (geleden|na|nadat|oud)",
        "(within|more than|longer than|over|later than|older than|less than) .. (one|a|1|twelve|12) (year|months)",
        "(one|a|1) year (ago|after|old)",
    ),
}
_SAYS_NO = frozenset({Statement.NO_COST, Statement.UNINVOLVED_HANDLER, Statement.ONE_YEAR_LIMIT, Statement.ANONYMOUS})
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("een", "one", "a"),
            ("twee", "two"),
            ("drie", "three"),
            ("vier", "four"),
            ("vijf", "five"),
            ("zes", "six"),
            ("zeven", "seven"),
            ("acht", "eight"),
            ("negen", "nine"),
            ("tien", "ten"),
            ("elf", "eleven"),
            ("twaalf", "twelve"),
            ("dertien", "thirteen"),
            ("veertien", "fourteen"),
            ("vijftien", "fifteen"),
            ("zestien", "sixteen"),
        ),
        start=1,
    )
    for word in words
}
_TERM = re.compile(r"\b(\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r") (?:weken|week|weeks)\b")
_HANDLING = Phrases(
    (
        "(behandel*|afgehandel*|afhandel*|beslis*|oordeel*|antwoord*|reactie|reage*|uitkomst|uitslag|bericht*)",
        "(klacht*|melding*|klaagschrift*|besluit|brief|uitsluitsel|duurt|hoort|horen|weten|conclusie*|afgerond|termijn)",
        "(handle*|deal* with|dealt with|decision|decide*|reply|respon*|answer*|outcome|result|settle*|conclu*)",
        "(complain*|report*|process*|hear from us|term|let you know|inform*)",
    )
)
_OTHER_SUBJECT = Phrases(
    (
        "(bezwaar*|beroep|beroepschrift*|ombudsman|subsidie*|betal*|factu*|declarat*|paspoort*|vergunning*|woo|wob)",
        "(ontvangstbevestiging*|bevestig*|nieuwsbrief|vakantie|stage|sollicit*|vacature*|bewaar*|bewaren|verwijder*)",
        "(objection*|appeal*|subsid*|pay*|invoice*|passport*|permit*|acknowledg*|confirm*|vacanc*|newsletter|retain*)",
    )
)
_EXTENSION = Phrases(
    (
        "(verleng*|uitstel*|verdag*|uitgesteld|extra|nog eens|langer)",
        "(extend*|extension|postpone*|additional|further|another)",
    )
)
_COMMITTEE = Phrases(
    ("(*commissie|adviescommissie*|klachtencommissie*|commissie|*committee|committee|advis* committee)",)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A term in weeks for handling, the sentence it stands in, and what that sentence makes it depend on."""

    weeks: int
    sentence: str
    extension: bool
    committee: bool


def statements(text: str) -> Mapping[Statement, str]:
    """What a text says, with the sentence that says it; in the order of the design."""
    sentences = tuple(_sentences(text))
    found: dict[Statement, str] = {}
    for statement in Statement:
        quote = _deadline_quote(text) if statement is Statement.DEADLINE else _quote(statement, sentences)
        if quote:
            found[statement] = quote
    return found


@lru_cache(maxsize=4_096)
def deadlines(text: str) -> tuple[Deadline, ...]:
    """The terms in weeks within which the route's reports are handled; terms about something else are left out."""
    return tuple(
        Deadline(
            weeks=_number(term[1]),
            sentence=sentence,
            extension=bool(_EXTENSION.find(words)),
            committee=bool(_COMMITTEE.find(words)),
        )
        for sentence, words in _sentences(text)
        if _HANDLING.find(words) and not _OTHER_SUBJECT.find(words)
        for term in _TERM.finditer(words)
    )


def _deadline_quote(text: str) -> str:
    found = deadlines(text)
    return found[0].sentence if found else ""


def _quote(statement: Statement, sentences: tuple[tuple[str, str], ...]) -> str:
    wording = _phrases(statement)
    for sentence, words in sentences:
        said = wording.find(words)
        if said and not _is_negated(statement, words, said) and not _is_out_of_scope(statement, words):
            return sentence
    return ""


def _is_negated(statement: Statement, words: str, said: str) -> bool:
    before, _, after = words.partition(said)
    if statement is Statement.ANONYMOUS:
        return bool(_NEGATION.search(before.rstrip()) or _NEGATED_AFTER.search(after))
    return statement not in _SAYS_NO and bool(_NEGATION.search(before.rstrip()))


def _is_out_of_scope(statement: Statement, words: str) -> bool:
    return statement is Statement.ONE_YEAR_LIMIT and "ombudsman" in words


@lru_cache(maxsize=len(Statement))
def _phrases(statement: Statement) -> Phrases:
    return Phrases(_WORDINGS[statement])


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    for sentence in _SENTENCES.split(text):
        kept = sentence.strip()[:_LONGEST]
        if kept:
            yield kept, plain(kept)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]
