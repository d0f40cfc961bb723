"""A message per organisation, ready to be addressed."""

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from expectations.model import Language, Localised, Report, State, Verdict
from reports import mail_report
from tests.builders import a_finding, a_report, a_route_result, an_organisation_result
from tests.reports.hostile import HOSTILE, hostile_report
from tests.reports.sample import sample_report

HEADERS = {
    *("From", "Subject", "Date", "Message-ID", "X-Mailer", "X-Unsent", "Auto-Submitted"),
    *("Content-Type", "Content-Transfer-Encoding", "MIME-Version", "Content-Language"),
}
ENCODED = "=?utf-8?q?x=0D=0ABcc:_wie@elders.example=0D=0A?="


def messages(report: Report, lang: Language = Language.NL) -> dict[str, EmailMessage]:
    """Every message as a mail program reads it; each has our headers and no others."""
    read = {}
    for name, content in mail_report.render(report, lang).items():
        message = email.message_from_bytes(content, _class=EmailMessage, policy=email.policy.default)
        assert sorted(message.keys()) == sorted(HEADERS)
        assert not message.defects
        assert all(len(line) <= 998 for line in content.split(b"\r\n"))
        assert content.count(b"\n") == content.count(b"\r\n")
        read[name] = message
    return read


def body(message: EmailMessage) -> str:
    content: str = message.get_content()
    return content.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("lang", "subject"),
    [
        (Language.NL, "Ministerie van Lucht en Water (verzonnen): 4 nieuw, 1 opgelost, 0 nog open"),
        (Language.EN, "Ministry of Lucht en Water (pretend): 4 new, 1 resolved, 0 still open"),
    ],
)
def test_the_subject_counts_what_changed(lang: Language, subject: str) -> None:
    assert messages(sample_report(), lang)["vlw.eml"]["Subject"] == subject


def test_it_names_no_recipient_and_a_sender_that_cannot_exist() -> None:
    message = messages(sample_report())["vbz.eml"]

    assert [message[name] for name in ("To", "Cc", "Bcc", "Reply-To")] == [None] * 4
    assert message["From"].addresses[0].domain == "meldroute.invalid"


def test_it_is_dated_at_the_end_of_the_run_and_keeps_its_id() -> None:
    first, again = (messages(sample_report())["vbz.eml"] for _ in range(2))

    assert first["Date"] == "Mon, 23 Nov 2026 20:03:11 +0000"
    assert first["Message-ID"] == again["Message-ID"]
    assert len({x["Message-ID"] for x in messages(sample_report()).values()}) == 7


def test_each_organisation_reads_of_its_own_findings_only() -> None:
    report = sample_report()
    for organisation in report.organisations:
        text = body(messages(report)[f"{organisation.id}.eml"])
        told = [x.id for x in (*report.findings, *report.resolved) if f"Nummer: {x.id}\n" in text]
        own = [x.id for x in (*report.findings, *report.resolved) if x.organisation == organisation.id]
        assert told == [x for x in own if x != "f-title-mismatch-vkk-klacht"]  # waived: nothing to do


def test_what_could_not_be_measured_is_said() -> None:
    assert "2 meldroutes konden we niet meten." in body(messages(sample_report())["vdd.eml"])


def test_nothing_to_tell_is_told() -> None:
    text = body(messages(a_report())["vbz.eml"])

    assert "Er is niets nieuw, niets opgelost en er staat niets meer open." in text
    assert messages(a_report())["vbz.eml"]["Subject"].endswith(": 0 nieuw, 0 opgelost, 0 nog open")


def test_unknown_is_not_all_well() -> None:
    unknown = an_organisation_result(routes=(a_route_result(verdict=Verdict.UNVERIFIED),))

    assert "konden we niet meten" in body(messages(a_report(organisations=(unknown,)))["vbz.eml"])


def test_no_organisations_no_messages(tmp_path: Path) -> None:
    mail_report.write(a_report(organisations=()), tmp_path / "mail", Language.NL)

    assert not list(tmp_path.rglob("*.eml"))


def test_what_is_open_comes_after_what_changed() -> None:
    findings = (a_finding(id="f-1", state=State.OPEN), a_finding(id="f-2"))
    text = body(messages(a_report(findings=findings))["vbz.eml"])

    assert text.index("Nieuw (1)") < text.index("f-2") < text.index("Nog open (1)") < text.index("f-1")


def test_a_long_list_is_cut_and_counted() -> None:
    findings = tuple(a_finding(id=f"f-{number}") for number in range(mail_report.MOST_FINDINGS + 1))
    text = body(messages(a_report(findings=findings))["vbz.eml"])

    assert "Nieuw (101)" in text
    assert "Hier staan 100 van de 101 bevindingen." in text


@pytest.mark.parametrize("hostile", [*HOSTILE, ENCODED, "a\r\nBcc: wie@elders.example", "é" * 400, "é" + ENCODED])
def test_no_text_adds_a_header(hostile: str) -> None:
    for message in messages(hostile_report(hostile)).values():
        assert "\n" not in message["Subject"]
        assert message["Message-ID"].endswith("@meldroute.invalid>")


def test_a_name_with_accents_comes_back_whole() -> None:
    name = "Coöperatie van één ministerie voor Financiële Zaken en ’s lands Oostzeeën"
    report = a_report(organisations=(an_organisation_result(name=Localised(nl=name)),))

    assert messages(report)["vbz.eml"]["Subject"].startswith(name)


def test_messages_to_organisations_that_are_gone_are_removed_and_others_stay(tmp_path: Path) -> None:
    mail_report.write(a_report(organisations=(an_organisation_result(id="oud"),)), tmp_path, Language.NL)
    (tmp_path / "eigen.eml").write_bytes(b"Subject: zelf geschreven\r\n\r\n")
    mail_report.write(a_report(), tmp_path, Language.NL)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["eigen.eml", "vbz.eml"]
