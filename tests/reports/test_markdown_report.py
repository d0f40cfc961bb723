"""summary.md, for the job summary of a CI system."""

import re

import pytest

from expectations.model import Family, Language, Severity, State, Verdict
from reports import markdown_report
from reports.markdown import escape, link, linked
from reports.texts.files import labels
from tests.builders import a_finding, a_report, a_route_result, an_organisation_result
from tests.reports.sample import sample_report


def headings(text: str) -> list[str]:
    return re.findall(r"(?m)^## (.*)$", text)


def test_what_could_not_be_measured_stands_before_the_findings() -> None:
    assert headings(markdown_report.render(sample_report(), Language.EN)) == [
        "By organisation",
        "What we could not measure (2)",
        "New (18)",
        "Resolved (1)",
        "Known (2)",
        "Excepted (1)",
    ]


def test_every_finding_is_told_with_its_number() -> None:
    report = sample_report()
    text = markdown_report.render(report, Language.NL)

    assert not [x.id for x in (*report.findings, *report.resolved) if f"({x.id})" not in text]


def test_a_waived_finding_is_told_with_its_reason_owner_and_end() -> None:
    text = markdown_report.render(sample_report(), Language.NL)

    assert "De titel verandert met de nieuwe huisstijl. (eigenaar: Redactie VKK, geldt tot en met 2027-01-31)" in text


def test_all_well_is_said_only_when_something_was_measured() -> None:
    all_well = labels(Language.NL)["important-none"]

    assert all_well in markdown_report.render(a_report(), Language.NL)
    assert all_well not in markdown_report.render(a_report(organisations=()), Language.NL)
    unknown = an_organisation_result(routes=(a_route_result(verdict=Verdict.UNVERIFIED),))
    text = markdown_report.render(a_report(organisations=(unknown,)), Language.NL)
    assert all_well not in text
    assert "Een klacht indienen (nl): De reden is niet bekend." in text


def test_a_report_about_nothing_has_no_empty_table() -> None:
    text = markdown_report.render(a_report(organisations=()), Language.NL)

    assert headings(text) == []
    assert labels(Language.NL)["standing-none"] in text


def test_what_does_not_fit_is_left_out_and_counted() -> None:
    findings = tuple(a_finding(id=f"f-{number}", state=State.OPEN) for number in range(5000))
    text = markdown_report.render(a_report(findings=findings), Language.NL, 100_000)

    shown = text.count("\n- **")
    assert 100 < shown < 5000
    assert len(text.encode()) <= 100_000
    assert text.endswith(f"\nHier staan {shown} van de 5000 bevindingen. Alle bevindingen staan in findings.csv.\n")


def test_what_fits_is_not_said_to_be_cut() -> None:
    assert "findings.csv" not in markdown_report.render(sample_report(), Language.NL)


def test_the_limit_keeps_below_what_is_taken() -> None:
    findings = tuple(
        a_finding(id=f"f-{number}", target=f"https://www.vbz.example/{number}", found="x" * 300, code="link-broken")
        for number in range(3000)
    )
    text = markdown_report.render(a_report(findings=findings), Language.NL)

    assert 900_000 < len(text.encode()) < 1_000_000
    assert "van de 3000 bevindingen" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a | b", r"a \| b"),
        ("`code`", r"\`code\`"),
        ("**dik** _schuin_", r"\*\*dik\*\* \_schuin\_"),
        ("[hier](https://a.example)", r"\[hier\](https://a.example)"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("@team help", "<span>@</span>team help"),
        ("(@org/team)", "(<span>@</span>org/team)"),
        ("klachten@vbz.example", "klachten@vbz.example"),
        ("::error::x", r"\:\:error\:\:x"),
        ("##[error]x", r"\#\#\[error\]x"),
        ("a\r\n# b", r"a  \# b"),
        ("Wat kost € 5?", "Wat kost € 5?"),
    ],
)
def test_signs_from_the_web_mean_nothing(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/b_c?d=e&f", "<https://a.example/b_c?d=e&f>"),
        ("https://a.example/|::error::[x]", "<https://a.example/%7C%3A%3Aerror%3A%3A%5Bx%5D>"),
        ("https://a.example/é", "<https://a.example/%C3%A9>"),
        ("https://[::1]/", r"https://\[\:\:1\]/"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_only_web_addresses_become_links(address: str, shown: str) -> None:
    assert link(address) == shown


def test_addresses_in_a_sentence_are_links_and_the_rest_is_text() -> None:
    assert linked("Op https://a.example/x, *hier*.") == r"Op <https://a.example/x>, \*hier\*."


def test_the_first_run_ever_has_only_new_findings() -> None:
    finding = a_finding(severity=Severity.ERROR, family=Family.MISSING, code="route-missing", state=State.NEW)
    text = markdown_report.render(a_report(findings=(finding,)), Language.NL)

    assert "| 1 | 0 | 0 | 0 |" in text
    assert headings(text) == ["Per organisatie", "Nieuw (1)"]
