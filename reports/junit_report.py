"""junit.xml for CI: one suite per organisation, one test case per expected route and language.

Errors and warnings fail; notices and waived findings are told in the output; what could not be measured is skipped.
"""

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from expectations.model import Family, Finding, Language, Report, RouteResult, Severity, State, Verdict
from reports import texts
from reports.clean import clean
from reports.files import write_bytes
from reports.names import Names
from reports.summary import OrganisationView, summarise
from reports.texts.files import labels


def write(report: Report, path: Path, lang: Language) -> None:
    write_bytes(path, render(report, lang))


def render(report: Report, lang: Language) -> bytes:
    report = clean(report)
    root = Element("testsuites", name="meldroute", timestamp=report.run.started)
    for view in summarise(report).organisations:
        _suite(root, view, Names.of(report), lang)
    _count(root, root.iter("testcase"))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _suite(root: Element, view: OrganisationView, names: Names, lang: Language) -> None:
    organisation = view.result.id
    suite = SubElement(root, "testsuite", name=names.organisation(organisation, lang), id=organisation)
    for route in view.result.routes:
        case = SubElement(suite, "testcase", classname=organisation, name=_name(route))
        _tell(case, _first_told(view, route), names, lang)
        if route.verdict is Verdict.UNVERIFIED and case.find("failure") is None:
            case.insert(0, Element("skipped", message=labels(lang)["verdict-unverified"]))
    own = SubElement(suite, "testcase", classname=organisation, name=organisation)
    told = {x.id for route in view.result.routes for x in view.about(route)}
    _tell(own, [x for x in view.findings if x.id not in told], names, lang)
    _count(suite, suite.iter("testcase"))


def _first_told(view: OrganisationView, route: RouteResult) -> list[Finding]:
    """The findings of a route; those about no single language stand with its first one."""
    first = next(x for x in view.result.routes if x.id == route.id)
    return [x for x in view.about(route) if x.language is not None or first is route]


def _tell(case: Element, findings: list[Finding], names: Names, lang: Language) -> None:
    quiet = []
    for finding in findings:
        text = _text(finding, names, lang)
        if _fails(finding):
            message = texts.message(finding, lang, names)
            SubElement(case, "failure", type=finding.code, message=message).text = text
        else:
            quiet.append(text)
    if quiet:
        SubElement(case, "system-out").text = "\n\n".join(quiet)


def _fails(finding: Finding) -> bool:
    return (
        finding.severity is not Severity.NOTICE
        and finding.state is not State.WAIVED
        and finding.family is not Family.UNVERIFIED
    )


def _text(finding: Finding, names: Names, lang: Language) -> str:
    lines = [
        f"{finding.code} ({finding.severity.value}, {finding.state.value}, {finding.id})",
        texts.message(finding, lang, names),
        texts.remedy(finding, lang, names),
        finding.page or "",
        finding.evidence.quote,
    ]
    return "\n".join(line for line in lines if line)


def _name(route: RouteResult) -> str:
    return f"{route.id} ({route.language.value})"


def _count(element: Element, cases: Iterable[Element]) -> None:
    """Counts test cases, as readers of this format expect: a case that fails twice is one failure."""
    every = list(cases)
    element.set("tests", str(len(every)))
    element.set("failures", str(sum(case.find("failure") is not None for case in every)))
    element.set("errors", "0")
    element.set("skipped", str(sum(case.find("skipped") is not None for case in every)))
