"""The words of every finding: title, message, why it matters and how to repair it, in Dutch and English.

The words stand beside this module, one file per family and language. A text is one sentence, or a list of which the
first is used that needs no value the finding lacks. `{organisation}` `{route}` `{page}` `{target}` `{expected}`
`{found}` `{language}` and the finding's facts can be filled in; `words = { expected = "kind" }` says in which table of
`values.toml` the words for the expected value stand.
"""

from string import Formatter

from expectations.check import register
from expectations.model import Finding, Language
from reports.names import Names
from reports.texts.files import Entry, entries, values
from reports.texts.words import in_words

_LONGEST = 300  # a longer value is evidence, and no longer part of a sentence


def codes() -> tuple[str, ...]:
    """The codes of the checks this program has."""
    return tuple(check.code for check in register())


def title(code: str, lang: Language) -> str:
    """What is the matter, in a few words."""
    entry = entries(lang).get(code)
    return entry.title if entry else _phrase(lang, "unknown-title").format(code=code)


def why(code: str, lang: Language) -> str:
    """Why it matters to someone from outside."""
    entry = entries(lang).get(code)
    return entry.why if entry else _phrase(lang, "unknown-why")


def message(finding: Finding, lang: Language, names: Names | None = None) -> str:
    """What is wrong and where, in full sentences."""
    entry = entries(lang).get(finding.code)
    return _tell(entry.message if entry else (_phrase(lang, "unknown-message"),), finding, lang, names or Names())


def remedy(finding: Finding, lang: Language, names: Names | None = None) -> str:
    """What to do about it."""
    entry = entries(lang).get(finding.code)
    return _tell(entry.remedy if entry else (_phrase(lang, "unknown-remedy"),), finding, lang, names or Names())


def explain(code: str, lang: Language) -> str:
    """All about one kind of finding; KeyError when no check has this code."""
    check = {check.code: check for check in register()}[code]
    entry = entries(lang)[code]
    headings = values(lang)["explain"]
    parts = [f"{code} - {entry.title}", headings["severity." + check.severity]]
    if lang is Language.EN:  # docstrings are English
        parts.append(check.expectation)
    parts += [f"{headings['why']}\n{entry.why}", f"{headings['remedy']}\n{general_remedy(code, lang)}"]
    return "\n\n".join(parts)


def general_remedy(code: str, lang: Language) -> str:
    """What to do about such findings in general."""
    entry = entries(lang).get(code)
    return entry.remedy[-1].format(portal=_phrase(lang, "portal")) if entry else _phrase(lang, "unknown-remedy")


def with_article(name: str, lang: Language) -> str:
    """An organisation's name in a sentence: `het ministerie van ...`."""
    if name.startswith(("Ministerie ", "Ministry ")):
        return _phrase(lang, "ministry").format(name=name[0].lower() + name[1:] if lang is Language.NL else name)
    return name


def _tell(sentences: tuple[str, ...], finding: Finding, lang: Language, names: Names) -> str:
    known = _known(finding, lang, names)
    sentence = next((x for x in sentences if _needs(x) <= known.keys()), sentences[-1])
    if finding.route and "{language}" in sentence:  # the sentence itself says which version it is about
        known["route"] = _phrase(lang, "route").format(title=_title(finding, names))
    text = sentence.format_map(known)
    return text[:1].upper() + text[1:] if not text.startswith("http") else text


def _needs(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def _known(finding: Finding, lang: Language, names: Names) -> dict[str, str]:
    """Everything that can be said of a finding, in words; what it lacks is absent."""
    entry = entries(lang).get(finding.code, Entry())
    given: dict[str, str | None] = {
        **finding.facts,
        "code": finding.code or "?",
        "organisation": with_article(names.organisation(finding.organisation, lang), lang),
        "route": _route(finding, lang, names),
        "page": finding.page,
        "target": finding.target,
        "expected": finding.expected,
        "found": finding.found,
        "portal": names.portal(lang) or _phrase(lang, "portal"),
        "language": values(lang)["language"][finding.language] if finding.language else None,
    }
    told = {name: value for name, value in given.items() if value}
    return {name: _short(in_words(value, entry.words.get(name), lang)) for name, value in told.items()}


def _route(finding: Finding, lang: Language, names: Names) -> str | None:
    if not finding.route:
        return None
    if finding.language in (None, Language.NL):
        return _phrase(lang, "route").format(title=_short(_title(finding, names)))
    language = values(lang)["language"][finding.language]
    return _phrase(lang, "version").format(title=_short(_title(finding, names)), language=language)


def _title(finding: Finding, names: Names) -> str:
    return names.route(finding.organisation, finding.route or "", finding.language)


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"


def _phrase(lang: Language, name: str) -> str:
    return values(lang)["phrase"][name]
