"""Reads within how many weeks a report is handled; terms about something else are left out (Awb, article 9:11)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from expectations.sentences import Sentence
from expectations.vocabulary import Phrases

_WORDS = (
    ("een", "one", "a"), ("twee", "two"), ("drie", "three"), ("vier", "four"), ("vijf", "five"), ("zes", "six"),
    ("zeven", "seven"), ("acht", "eight"), ("negen", "nine"), ("tien", "ten"), ("elf", "eleven"),
    ("twaalf", "twelve"), ("dertien", "thirteen"), ("veertien", "fourteen"), ("vijftien", "fifteen"),
    ("zestien", "sixteen"), ("zeventien", "seventeen"), ("achttien", "eighteen"), ("negentien", "nineteen"),
    ("twintig", "twenty"),
)  # fmt: skip
_NUMBERS = {word: number for number, words in enumerate(_WORDS, start=1) for word in words}
_NUMBER = r"(?<!\d)(\d{1,3}|\b(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"))"
_TERM = re.compile(rf"{_NUMBER} ?(?:kalender)?(?:weken|week|weeks|wk)\b")
_WEEKS = re.compile(r"\bwe(?:ken|eks?)\b", re.IGNORECASE)
_OTHER_UNIT = re.compile(rf"{_NUMBER} ?(?:kalender|werk|working |calendar |business )?(?:dagen|days|maanden|months)\b")
_HANDLING = Phrases(
    (
        "(behandel*|afgehandel*|handelen|handelt|afhandel*|afdoen*|afgedaan|beslis*|oordeel*|antwoord*|reactie"
        "|reageren wij|uitkomst|uitslag|uitsluitsel|besluit|brief|conclusie*|resultaat|rond|klaar"
        "|afgerond|afronden|standpunt)",
        "(behandelingstermijn*|behandeltermijn*|behandelduur|doorlooptijd*|afhandel*termijn*|beslistermijn*"
        "|klachttermijn*|reactietermijn*|afdoeningstermijn*|duurt|duur|hoe lang|hoe snel|wanneer hoort|wanneer krijg*)",
        "(termijn|termijnen|period|term|deadline)",
        "(hoort u|u hoort|laten wij (u )*weten|krijgt u bericht|u krijgt .. bericht|horen wat|bericht over)",
        "(handl*|deal* with|dealt with|decision|decide*|repl*|respon*|answer*|outcome|result*|settle*|conclu*|process*"
        "|how long|how soon|takes|hear from us|let you know|inform you|complete*|processing time|time limit)",
    )
)
_LABEL = Phrases(("^(wettelijke |maximale |de |onze )*(termijn|termijnen|duur|tijd|term|period|deadline|time limit)$",))
_REPORT = Phrases(("(*klacht*|klaagschrift*|melding*|complain*|report*)",))
_STEP = Phrases(
    (
        "(neemt|nemen|opnemen|opgenomen) .. contact",
        "contact .. (op|opgenomen|opnemen)",
        "(neemt|nemen|genomen) .. in behandeling",
        "in behandeling (te )*(neemt|nemen|genomen|wordt)",
        "of (wij|we|uw klacht|de klacht|uw melding)",
        "(eerste|voorlopige) (reactie|bericht|gesprek|contact)",
        "(uitnodig*|uitgenodigd|gesprek|hoorzitting|gehoord|belt|bellen|gebeld)",
        "(ontvangstbevestiging*|bevestig*)",
        "(contact you|in touch|call you|invite*|first (reply|response|contact)|initial|whether (we|your))",
        "(acknowledg*|confirm*)",
    )
)
_NEVER = Phrases(
    (
        "(bezwaar*|beroep|beroepschrift*|ombudsman|ombudsvrouw|rechter|rechtbank|subsidie*|betal*|factu*|declarat*|paspoort*)",
        "(vergunning*|woo|wob|avg|schade*|vakantie*|stage|sollicit*|vacature*|bewaar*|bewaren|bewaard|verwijder*|vernietig*)",
        "(objection*|appeal*|court|subsid*|pay|paid|payment*|invoice*|passport*|permit*|vacanc*|newsletter|retain*|retention)",
        "(kept|keep|stored|delete*|damage*|nieuwsbrief|ter inzage|zwangerschap*|opzegtermijn*|refund*|visa|visum*)",
        "(reageert|toesturen|opsturen|aanvullen|aan te vullen|aanvulling|inleveren|terugsturen|om te reageren)",
        "(supplement|send us|geleden|ago)",
    )
)
_HAND_IN = re.compile(r"\b(?:indienen|ingediend|insturen|submit\w*|file|filed|lodge\w*)\b|^dient? .* in$")
_AFTERWARDS = re.compile(
    r"\b(?:na|nadat|after|once|when|als|of|from)\b(?: \w+){0,6} (?:indien|ingediend|submi|filed|filing|lodg|sent)"
)
_EXTENSION = Phrases(
    (
        "(verleng*|uitstel*|uitstellen|verdag*|uitgesteld|extra|nog eens|langer|bovenop|opgeschort|opschort*)",
        "(in totaal|totaal|totale|samen|alles bij elkaar|bij elkaar)",
        "(extend*|extension|postpone*|additional|further|another|longer|in total|total|altogether)",
    )
)
_COMMITTEE = Phrases(("(*commissie|*commissies|*committee|*committees)",))
_LOOSE = Phrases(
    (
        "(streven|streeft|proberen|probeert|meestal|doorgaans|gemiddeld|normaal|vaak|ongeveer|circa|zo snel|eerder)",
        "(eenvoudig*|complex*|ingewikkeld*|informe*|spoed*|uitzonder*|formele|sommige|soms)",
        "(aim*|try|tries|usual*|normal*|average|often|approximately|simple|complex|complicated|informal*|formal)",
    )
)
_CONDITION = re.compile(r"^(?:als|indien|bij|met|wanneer|mits|if|when|where|with|in case)\b")
_PRONOUN = re.compile(r"^(?:hij|zij|deze|die|dit|dat|daar|it|he|she|they|this|that)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A term in weeks for handling, the sentence it stands in, and what its clause makes it depend on.

    `firm` tells that it says beyond doubt when the answer comes: no step on the way, no aim, no exception.
    """

    weeks: int
    sentence: str
    extension: bool = False
    committee: bool = False
    firm: bool = False


def deadlines(read: Iterable[Sentence]) -> tuple[Deadline, ...]:
    """The terms in weeks within which the route's reports are handled, each sentence's own once."""
    return tuple(dict.fromkeys(found for sentence in read for found in _of(sentence)))


def speaks_of_weeks(text: str) -> bool:
    """Whether a text could name a term at all: a quick look."""
    return "we" in text and _WEEKS.search(text) is not None


def names_a_term(read: Iterable[Sentence]) -> str:
    """The sentence that says how long handling takes, in whatever unit; "" when none does."""
    for sentence in read:
        if _TERM.search(sentence.words) or _OTHER_UNIT.search(sentence.words):
            step = _STEP.find(sentence.words) and not _HANDLING.find(sentence.words)
            if not step and _is_handling(sentence) and not _is_elsewhere(sentence) and _has_own_term(sentence):
                return sentence.text
    return ""


def names_extension(read: Iterable[Sentence]) -> bool:
    """Whether a text says that the term can become longer."""
    longer = Phrases(("(verleng*|verdag*|uitstel*|uitgesteld|opschort*|extend*|extension|postpone*)",))
    return any(longer.find(sentence.words) for sentence in read)


def names_committee(read: Iterable[Sentence]) -> bool:
    """Whether a text says that a committee has a part in it."""
    return any(_COMMITTEE.find(sentence.words) for sentence in read)


def _of(sentence: Sentence) -> Iterator[Deadline]:
    if not _TERM.search(sentence.words) or not _is_handling(sentence) or _is_elsewhere(sentence):
        return
    if _NEVER.find(sentence.words) or _is_for_handing_in(sentence.words):
        return
    clear = _HANDLING.find(f"{sentence.words} {sentence.label} {sentence.headings}") is not None and not (
        _STEP.find(sentence.words) or _LOOSE.find(sentence.words) or _LOOSE.find(sentence.label)
    )
    for term, clause in _terms(sentence):
        yield Deadline(
            weeks=_number(term[1]),
            sentence=sentence.text,
            extension=bool(_EXTENSION.find(clause) or _EXTENSION.find(sentence.label)),
            committee=bool(_COMMITTEE.find(clause) or _COMMITTEE.find(sentence.label)),
            firm=clear,
        )


def _terms(sentence: Sentence) -> Iterator[tuple[re.Match[str], str]]:
    """Each term with its clause, joined with the clauses without a term that belong to it."""
    joined: list[str] = []
    waiting = ""
    for clause in sentence.clauses:
        if _TERM.search(clause):
            joined.append(f"{waiting} {clause}".strip())
            waiting = ""
        elif _CONDITION.search(clause) or not joined:
            waiting = f"{waiting} {clause}".strip()
        else:
            joined[-1] = f"{joined[-1]} {clause}"
    if waiting and joined:
        joined[-1] = f"{joined[-1]} {waiting}"
    yield from ((term, clause) for clause in joined for term in _TERM.finditer(clause))


def _has_own_term(sentence: Sentence) -> bool:
    """Whether a clause with a term is not about something else; beside something else the sentence must be clear."""
    if _NEVER.find(sentence.words) and not _REPORT.find(sentence.words):
        return False
    with_terms = [clause for clause in sentence.clauses if _TERM.search(clause) or _OTHER_UNIT.search(clause)]
    return any(not (_NEVER.find(clause) or _is_for_handing_in(clause)) for clause in with_terms)


def _is_for_handing_in(words: str) -> bool:
    """Whether it is the time within which people must report, not the time within which they get an answer."""
    return bool(_HAND_IN.search(words)) and not _AFTERWARDS.search(words)


def _is_handling(sentence: Sentence) -> bool:
    if _HANDLING.find(sentence.words) or _REPORT.find(sentence.words):
        return True
    return any(_HANDLING.find(words) or _LABEL.find(words) for words in (sentence.label, sentence.headings) if words)


def _is_elsewhere(sentence: Sentence) -> bool:
    """Whether the headings above, or the sentence before, make it about something else than the route."""
    above = f"{sentence.headings} {sentence.label}"
    if _NEVER.find(above) and not ("klacht" in above and "ombudsman" not in above):
        return True
    return bool(_PRONOUN.search(sentence.words) and _NEVER.find(sentence.before) and not _REPORT.find(sentence.words))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]
