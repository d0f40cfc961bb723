"""mail/<organisation>.eml: a message to the web editors, ready to be addressed and sent. It names no recipient."""

import textwrap
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from expectations.model import Finding, Language, Report, State, Verdict
from reports import run_time, texts
from reports.clean import clean
from reports.file_names import stem
from reports.files import replace_ours
from reports.html_filters import contact
from reports.names import Names
from reports.standing import unmeasured
from reports.summary import OrganisationView, by_harm, summarise
from reports.texts.dates import day
from reports.texts.files import labels

MOST_FINDINGS = 100  # of one state: a longer message is not read
_SENDER = "meldroute <meldroute@meldroute.invalid>"  # by RFC 2606 no one's: who sends it fills in their own
_MARK = "X-Mailer: meldroute"
_LONGEST_NAME = 150
_WIDTH = 78


def write(report: Report, folder: Path, lang: Language) -> None:
    """Writes one message per organisation into `folder`, and removes earlier ones of ours."""
    replace_ours(folder, render(report, lang), _MARK.encode())


def render(report: Report, lang: Language) -> dict[str, bytes]:
    """File name -> message."""
    report = clean(report)
    names = Names.of(report)
    resolved: dict[str, list[Finding]] = {}
    for finding in report.resolved:
        resolved.setdefault(finding.organisation, []).append(finding)
    return {
        f"{stem(view.result.id)}.eml": _bytes(
            _message(report, view, by_harm(resolved.get(view.result.id, ())), names, lang)
        )
        for view in summarise(report).organisations
    }


def _bytes(message: EmailMessage) -> bytes:
    """Plain subjects stay on one line: folded, they begin with an empty one, which not every reader takes well."""
    plain = str(message["Subject"]).isascii()
    return message.as_bytes(policy=SMTP.clone(max_line_length=998) if plain else SMTP)


def _message(
    report: Report, view: OrganisationView, resolved: tuple[Finding, ...], names: Names, lang: Language
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    organisation = names.organisation(view.result.id, lang)
    counts = {state.value: len(_in(view, state)) for state in (State.NEW, State.OPEN)} | {"resolved": len(resolved)}
    message["From"] = _SENDER
    message["Subject"] = labels(lang)["mail-subject"].format(organisation=_header(organisation), **counts)
    message["Date"] = format_datetime(run_time.finished(report))
    message["Message-ID"] = f"<{uuid5(NAMESPACE_URL, f'{report.run.id} {view.result.id}')}@meldroute.invalid>"
    message["X-Mailer"] = _MARK.removeprefix("X-Mailer: ")
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n".join(_body(report, view, resolved, names, lang)) + "\n", cte="quoted-printable")
    message["Content-Language"] = lang.value
    return message


def _body(
    report: Report, view: OrganisationView, resolved: tuple[Finding, ...], names: Names, lang: Language
) -> Iterator[str]:
    t = labels(lang)
    name = texts.with_article(names.organisation(view.result.id, lang), lang)
    yield from (t["mail-greeting"], "")
    yield from _wrapped(t["mail-intro"].format(date=day(report.run.started, lang), organisation=name))
    new, still = _in(view, State.NEW), _in(view, State.OPEN)
    if not (new or resolved or still):
        yield from ("", t["mail-nothing"])
    yield from _section(t["new"], new, names, lang)
    yield from _section(t["resolved"], resolved, names, lang)
    yield from _section(t["mail-open"], still, names, lang)
    yield ""
    verdicts = [route.verdict for route in view.result.routes]
    for sentence in unmeasured(verdicts.count(Verdict.UNVERIFIED), lang):
        yield from (*_wrapped(sentence), "")
    yield from _closing(report, view, lang)


def _closing(report: Report, view: OrganisationView, lang: Language) -> Iterator[str]:
    t = labels(lang)
    yield from _wrapped(t["mail-report"].format(page=f"report/{stem(view.result.id)}.html") + " " + t["mail-recheck"])
    yield from ("", t["dispute"])
    yield from _wrapped(t["dispute-1"])
    if reach := contact(report.run.user_agent):
        yield from _wrapped(t["dispute-contact"].format(contact=reach))
    yield from ("", t["mail-closing"], "", t["mail-made-by"])


def _section(title: str, findings: Sequence[Finding], names: Names, lang: Language) -> Iterator[str]:
    if not findings:
        return
    heading = f"{title} ({len(findings)})"
    yield from ("", heading, "-" * len(heading))
    for number, finding in enumerate(findings[:MOST_FINDINGS], 1):
        yield from ("", *_finding(number, finding, names, lang))
    if len(findings) > MOST_FINDINGS:
        yield from ("", *_wrapped(labels(lang)["shown-of"].format(shown=MOST_FINDINGS, total=len(findings))))


def _finding(number: int, finding: Finding, names: Names, lang: Language) -> Iterator[str]:
    t = labels(lang)
    yield from _wrapped(f"{number}. {t['severity-' + finding.severity]}: {texts.title(finding.code, lang)}")
    yield from _wrapped(texts.message(finding, lang, names), "   ")
    if finding.state is not State.RESOLVED:
        yield from _wrapped(f"{t['remedy']}: {texts.remedy(finding, lang, names)}", "   ")
    yield from _wrapped(f"{t['number']}: {finding.id}", "   ")


def _in(view: OrganisationView, state: State) -> list[Finding]:
    return [finding for finding in view.findings if finding.state is state]


def _wrapped(text: str, indent: str = "") -> list[str]:
    """Lines of a readable width; addresses stay whole."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _header(text: str) -> str:
    """A value for a header: on one line, of a sensible length, and not decoded once more by who reads it."""
    return " ".join(text.split()).replace("=?", "= ?")[:_LONGEST_NAME]
