"""summary.md: the run on one page, for the job summary of a CI system. Below the size that such systems take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from expectations.model import Finding, Language, Report, State
from reports import texts
from reports.clean import clean
from reports.files import write_text
from reports.markdown import escape, linked
from reports.names import Names
from reports.standing import measured, standing
from reports.summary import Summary, by_harm, summarise
from reports.texts.files import labels, values

MOST_BYTES = 999_000  # GitHub refuses summaries above 1 MiB; some room for the last sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that stay together, and how many findings they tell."""

    text: str
    findings: int = 0


def write(report: Report, path: Path, lang: Language) -> None:
    write_text(path, render(report, lang))


def render(report: Report, lang: Language, most_bytes: int = MOST_BYTES) -> str:
    """How all stand, what could not be measured, and every finding; what does not fit is left out, and counted."""
    report = clean(report)
    summary = summarise(report)
    names = Names.of(report)
    return _fitting(tuple(_blocks(summary, names, lang)), most_bytes, lang)


def _fitting(blocks: tuple[Block, ...], most_bytes: int, lang: Language) -> str:
    """The first blocks that fit; when not all do, a sentence says how many findings are shown of how many."""
    total = sum(block.findings for block in blocks)
    shown = size = 0
    kept: list[str] = []
    for block in blocks:
        size += len(block.text.encode()) + 1
        if size > most_bytes - 500:
            kept.append(f"\n{labels(lang)['shown-of'].format(shown=shown, total=total)}")
            break
        kept.append(block.text)
        shown += block.findings
    return "\n".join(kept) + "\n"


def _blocks(summary: Summary, names: Names, lang: Language) -> Iterator[Block]:
    t = labels(lang)
    yield Block(text=f"# {t['title']}\n\n{escape(' '.join(measured(summary, lang)))}")
    yield Block(text="\n" + " ".join(standing(summary, lang)))
    yield Block(text=_states(summary, lang))
    if summary.measured and not summary.important:
        yield Block(text=f"\n{t['important-none']}")
    yield from _organisations(summary, names, lang)
    yield from _unmeasured(summary, names, lang)
    for state in (State.NEW, State.RESOLVED, State.OPEN, State.WAIVED):
        every = (*summary.report.findings, *summary.report.resolved)
        yield from _section(t[state.value], [x for x in every if x.state is state], names, lang)


def _states(summary: Summary, lang: Language) -> str:
    states = (State.NEW, State.OPEN, State.RESOLVED, State.WAIVED)
    return "\n" + _table(
        [labels(lang)[state.value] for state in states], [[str(summary.states[state]) for state in states]]
    )


def _section(title: str, findings: Iterable[Finding], names: Names, lang: Language) -> Iterator[Block]:
    told = by_harm(findings)
    if told:
        yield Block(text=f"\n## {title} ({len(told)})\n")
    for finding in told:
        yield Block(text=_item(finding, names, lang), findings=1)


def _item(finding: Finding, names: Names, lang: Language) -> str:
    severity = labels(lang)["severity-" + finding.severity]
    name = escape(names.organisation(finding.organisation, lang))
    lines = [f"- **{severity}: {escape(texts.title(finding.code, lang))}** – {name}"]
    lines.append(f"  {linked(texts.message(finding, lang, names))} ({escape(finding.id)})")
    if finding.waiver and finding.state is State.WAIVED:
        lines.append(f"  {escape(_waiver(finding, lang))}")
    return "\\\n".join(lines)


def _waiver(finding: Finding, lang: Language) -> str:
    waiver = finding.waiver
    assert waiver  # its caller looked
    return labels(lang)["waiver-text"].format(reason=waiver.reason, owner=waiver.owner, until=waiver.until)


def _unmeasured(summary: Summary, names: Names, lang: Language) -> Iterator[Block]:
    t = labels(lang)
    if not summary.unmeasured:
        return
    yield Block(text=f"\n## {t['not-measured']} ({len(summary.unmeasured)})\n\n{t['not-measured-note']}\n")
    for one in summary.unmeasured:
        reasons = "; ".join(texts.title(reason.code, lang) for reason in one.reasons) or t["reason-unknown"]
        route = names.route(one.organisation.id, one.route.id, one.route.language)
        name = names.organisation(one.organisation.id, lang)
        yield Block(text=f"- {escape(name)}, {escape(route)} ({one.route.language.value}): {escape(reasons)}")


def _organisations(summary: Summary, names: Names, lang: Language) -> Iterator[Block]:
    t, kinds = labels(lang), values(lang)["kind-name"]
    head = [t["organisation"], *(kinds[kind] for kind in summary.kinds), t["findings"]]
    if not summary.organisations:
        return
    rows = []
    for view in summary.organisations:
        verdicts = (t[f"verdict-{x.verdict}"] if x.verdict else t["not-expected"] for x in view.kinds)
        name = escape(names.organisation(view.result.id, lang))
        rows.append([name, *verdicts, str(len(view.findings) or t["findings-none"])])
    yield Block(text=f"\n## {t['per-organisation']}\n\n{t['per-organisation-note']}\n")
    for line in _table(head, rows).split("\n"):
        yield Block(text=line)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
