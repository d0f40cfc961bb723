"""Reads what a route page says: receipt, terms, hearing, whom to turn to next (design, section 4; Awb chapter 9).

Read sentence by sentence, in both languages, with negation and with scope: a term for an objection, or for going to the
ombudsman, is not the term of the route; a confidential adviser for staff is none for outsiders.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from expectations.deadlines import names_a_term
from expectations.model import Page, Statement
from expectations.sentences import Sentence, sentences, sentences_of
from expectations.statement_words import WORDINGS
from expectations.vocabulary import Phrases

_NEGATION = re.compile(r"\b(?:geen|niet|niets|nooit|no|not|nothing|never|cannot|without)(?: \w+){0,2}$")
_NEGATED_AFTER = re.compile(r"^(?: \w+){0,3} (?:niet mogelijk|is niet|kan niet|niet|is not|not possible|cannot)\b")
_ASKS_AFTER_IT = re.compile(r"^(?:als|indien|heeft|hebt|heb|if|have|did)\b.*\b(?:nog|niet|geen|not|no)\b")
_SAYS_NO = frozenset(
    {Statement.NO_COST, Statement.UNINVOLVED_HANDLER, Statement.ONE_YEAR_LIMIT, Statement.CONFIDENTIALITY}
)
_GOES_ON = re.compile(r"(?:dat|dit|daar|deze|hij|doe|doet|it|this|that|they|do)\b")
_POINTS_BACK = re.compile(r"(?:dat|dit|daar|deze|this|that)\b")  # "it is free" rather says so of the whole page
_OTHERS = Phrases(("(*ombudsman|ombudsvrouw|bezwaar*|beroep|objection*|appeal*)",))
_KEEPING = Phrases(("(bewaar*|bewaren|bewaard|keep|kept|store|stored|retain*|garantie)",))
_STAFF = Phrases(
    (
        "(intranet|collega|collegas|werknemer*|personeel|rijksmedewerker*|rijksambtenar*|colleague*|personnel)",
        "werkt u (bij|voor|in)",
        "(bent u|u bent|als) (een )*(medewerker|ambtenaar|werknemer)",
        "(eigen|onze|alle|voor) (medewerkers|ambtenaren)",
        "(our|own|all|for) (staff|employees|civil servants)",
        "(if|do) you work (for|at|with|in)",
        "(are you|if you are|you are) (an employee|a civil servant|a member of staff)",
    )
)
_OUTSIDERS = Phrases(("(van buiten|buitenstaander*|burgers|iedereen|geen medewerker|outside*|anyone|citizens|public)",))
_FREE_CALL = Phrases(("(gratis|free) .. (nummer|bellen|telefoon*|parkeren|download*|number|phone|parking|wifi|copy)",))
_CALL_IS_FREE = Phrases(("(bel|belt|bellen|nummer|0800|call|number|parkeren|download*) .. (gratis|free|kosteloos)",))


def statements(text: str) -> Mapping[Statement, str]:
    """What a text says, with the sentence that says it; in the order of the design."""
    return _said(tuple(sentences(text)))


def said_on(page: Page) -> Mapping[Statement, str]:
    """The same for a page, read section by section and as a whole: what either reading sees is said."""
    in_sections, whole = _said(tuple(sentences_of(page))), statements(page.text)
    return {x: in_sections.get(x) or whole[x] for x in Statement if x in in_sections or x in whole}


def _said(read: tuple[Sentence, ...]) -> Mapping[Statement, str]:
    found = {
        statement: names_a_term(read) if statement is Statement.DEADLINE else _quote(statement, read)
        for statement in Statement
    }
    return {statement: quote for statement, quote in found.items() if quote}


def _quote(statement: Statement, read: Iterable[Sentence]) -> str:
    wording = _phrases(statement)
    for sentence in read:
        said = wording.find(sentence.words)
        if said and not _is_negated(statement, sentence, said) and not _is_out_of_scope(statement, sentence):
            return sentence.text
    return ""


def _is_negated(statement: Statement, sentence: Sentence, said: str) -> bool:
    if statement in _SAYS_NO:
        return False
    if statement is Statement.ACKNOWLEDGEMENT and _ASKS_AFTER_IT.search(sentence.words):
        return False
    clause = next((words for words in sentence.clauses if said in words), sentence.words)
    before, _, after = clause.partition(said)
    negated = bool(_NEGATION.search(before.rstrip()))
    return negated or (statement is Statement.ANONYMOUS and bool(_NEGATED_AFTER.search(after)))


def _is_out_of_scope(statement: Statement, sentence: Sentence) -> bool:
    words = sentence.words
    if statement is Statement.ONE_YEAR_LIMIT:
        return bool(_OTHERS.find(words) or _KEEPING.find(words)) or _follows_others(sentence)
    if statement is Statement.NO_COST:
        about_calls = _FREE_CALL.find(words) or _CALL_IS_FREE.find(words)
        return bool(about_calls or _OTHERS.find(words)) or _follows_others(sentence, _POINTS_BACK)
    if statement is Statement.CONFIDENTIAL_ADVISER:
        return bool(_STAFF.find(words) or _STAFF.find(sentence.before)) and not _OUTSIDERS.find(words)
    return False


def _follows_others(sentence: Sentence, begins: re.Pattern[str] = _GOES_ON) -> bool:
    """Whether it goes on about the ombudsman or an objection, of which the sentence before speaks."""
    return bool(begins.match(sentence.words) and _OTHERS.find(sentence.before))


@lru_cache(maxsize=len(Statement))
def _phrases(statement: Statement) -> Phrases:
    return Phrases(WORDINGS[statement])
