"""A report in which everything that may come from the web is hostile."""

from dataclasses import replace
from datetime import date

from expectations.model import (
    ChannelType,
    Evidence,
    Kind,
    Language,
    Lead,
    Leads,
    Localised,
    OriginCoverage,
    ReferralResult,
    Report,
    State,
    Step,
    Stopped,
    Trap,
    Verdict,
    Waiver,
)
from tests.builders import a_finding, a_report, a_route_result, an_organisation_result

HOSTILE = (
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "＝1+1",
    "\t=1+1",
    " =1+1",
    "]]><x>&amp;</x><!--",
    "[bold red]rood[/] [/]",
    "{{ 7*7 }}{% raw %}{organisation}",
    "\x00\x01\x07\x1b[31mrood\x1b[0m\x7f\x9b31m",
    "half \ud83d teken \udc00",
    "\u202erechts naar links\u2066",
    "\ufffe\uffff",
    "http://",
    "https://[",
    "https://a.example/" + "a" * 300,
    "https://a.example/<script>'\"",
    "x" * 300,
    "../../etc/passwd",
    "..",
    "",
    "index",
    "con.txt/\\:*?",
    "\r\nSet-Cookie: x",
    "مرحبا שלום",
)

HOSTILE_MARKDOWN = (
    "::error file=a,line=1::b",
    "##[error]b",
    "@minister @org/team",
    "a | b | c",
    "`code` ```",
    "[klik](https://evil.example)",
    "![beeld](https://evil.example/x.png)",
    "https://evil.example/|`::error::[x](y)",
    "\\| \\` \\[a](b)",
    "# Kop",
    "- [ ] taak",
    "$`x`$",
)


def hostile_report(text: str) -> Report:
    """Every text of the report is `text`, wherever it came from."""
    finding = a_finding(
        id=text,
        code="link-broken",
        organisation=text,
        route=text,
        page=text,
        target=text,
        expected=text,
        found=text,
        evidence=Evidence(quote=text, region=text, path=text, fetched=text, record=text),
        pages=(text, text + "2"),
        facts={text: text},
        first_seen=text,
        state=State.WAIVED,
        waiver=Waiver(code="link-broken", organisation=text, reason=text, owner=text, until=date(2027, 1, 1)),
    )
    others = (
        replace(finding, state=State.NEW, waiver=None),
        replace(finding, state=State.NEW, waiver=None, code=text, language=Language.EN),
        replace(finding, state=State.NEW, waiver=None, organisation="elsewhere", route=None, language=None),
    )
    steps = (Step(url=text, text=text), Step(url=text, text=""))
    route = a_route_result(
        id=text,
        title=text,
        expected_url=text,
        found_url=text + "x",
        reasons=(text,),
        clicks_home=2,
        clicks_portal=1,
        path_home=steps,
        path_portal=steps,
        channels=dict.fromkeys(ChannelType, (text,)),
    )
    unknown = replace(route, language=Language.EN, verdict=Verdict.UNVERIFIED)
    organisation = an_organisation_result(
        id=text, name=Localised(nl=text, en=text), home=Localised(nl=text), routes=(route, unknown)
    )
    plain = a_report()
    return a_report(
        run=replace(plain.run, id=text, started=text, finished=text, program=text, inventory=text, user_agent=text,
                    archive=text, only=(text,), limits={text: text}),
        origins=(OriginCoverage(origin=text, pages=1, complete=False, stopped=Stopped.TRAP,
                                traps=(Trap(pattern=text, count=1),)),),
        organisations=(*plain.organisations, organisation),
        findings=(finding, *others),
        resolved=(replace(finding, state=State.RESOLVED),),
        referrals=(ReferralResult(id=text, kinds=(Kind.COMPLAINT,), title=text, language=Language.NL, expected_url=text,
                                  found_url=text, leads=(Lead(organisation=text, route=text, leads=Leads.THERE),)),),
    )  # fmt: skip
