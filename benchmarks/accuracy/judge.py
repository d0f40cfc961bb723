# ruff: noqa: E501 -- sentences stay on one line
"""Compares a report with the labels of its world, and says how often the program was right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .generate import organisation_verdicts, verdicts
from .model import ANY, Label, World

FAMILIES = {
    "missing": "route-missing translation-missing kind-missing route-unlinked referral-missing channel-missing statement-missing",
    "broken": "page-broken page-soft-404 redirect-loop certificate-invalid login-required page-unreadable link-broken email-invalid phone-invalid fragment-missing",
    "inconsistent": "audience-staff page-moved route-duplicate alias-conflict language-conflict email-mismatch phone-mismatch address-mismatch "
    "deadline-conflict name-outdated law-outdated title-mismatch route-unexpected",
    "hard-to-find": "too-many-clicks not-indexable not-in-search document-only not-in-sitemap link-text-vague hard-to-read page-stale",
    "unverified": "blocked unreachable robots-disallowed script-required crawl-incomplete",
}
FAMILY = {code: family for family, codes in FAMILIES.items() for code in codes.split()}
NOTICES = {
    "statement-missing",
    "fragment-missing",
    "title-mismatch",
    "route-unexpected",
    "not-in-sitemap",
    "link-text-vague",
    "hard-to-read",
    "page-stale",
}
NOTICES |= set(FAMILIES["unverified"].split())


@dataclass(slots=True)
class Score:
    """Counts per code, verdicts, and every miss and false alarm in words."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    verdicts: int = 0
    verdicts_right: int = 0
    organisations: int = 0
    organisations_right: int = 0
    innocents: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        self.right += other.right
        self.missed += other.missed
        self.false += other.false
        for name in ("verdicts", "verdicts_right", "organisations", "organisations_right", "innocents"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.lines += other.lines


def judge(world: World, report: dict[str, Any], codes: set[str]) -> Score:
    """Findings against labels as multisets of (code, organisation, route, language), for `codes` only."""
    score = Score(innocents=len(world.innocents))
    findings = [f for f in report["findings"] if f["code"] in codes]
    firm = [label for label in world.labels if not label.optional and label.code in codes]
    loose = [label for label in world.labels if label.optional]
    for label in sorted(firm, key=lambda x: ANY in (x.organisation, x.route, x.language)):
        hit = next((f for f in findings if _fits(label, f)), None)
        if hit is None:
            score.missed[label.code] += 1
            score.lines.append(
                f"seed {world.seed} MISSED {label.code} {label.organisation}/{label.route}/{label.language} ({label.note}) at {_address(world, label)}"
            )
        else:
            score.right[label.code] += 1
            findings.remove(hit)
    for finding in findings:
        if any(_fits(label, finding) for label in loose):
            continue
        score.false[finding["code"]] += 1
        score.lines.append(
            f"seed {world.seed} FALSE {finding['code']} {finding['organisation']}/{finding['route']}/{finding['language']} page={finding['page']} "
            f"target={finding['target']} expected={finding['expected']} found={finding['found']} quote={(finding.get('evidence') or {}).get('quote', '')[:80]!r}"
        )
    _judge_verdicts(world, report, score)
    return score


def _fits(label: Label, finding: dict[str, Any]) -> bool:
    return label.code == finding["code"] and all(
        mine in (ANY, theirs)
        for mine, theirs in (
            (label.organisation, finding["organisation"]),
            (label.route, finding["route"]),
            (label.language, finding["language"]),
        )
    )


def _address(world: World, label: Label) -> str:
    doc = world.docs.get(f"{label.organisation}/{label.route}@{label.language}")
    return world.sites[doc.site].origin + doc.path if doc else "-"


def _judge_verdicts(world: World, report: dict[str, Any], score: Score) -> None:
    said = {(o["id"], r["id"], r["language"]): r["verdict"] for o in report["organisations"] for r in o["routes"]}
    for key, right in verdicts(world).items():
        if key[0] in world.unsure:
            continue
        score.verdicts += 1
        score.verdicts_right += said.get(key) == right
        if said.get(key) != right:
            score.lines.append(f"seed {world.seed} VERDICT {'/'.join(key)}: said {said.get(key)}, right is {right}")
    of_organisations = {o["id"]: o["verdict"] for o in report["organisations"]}
    for org, right in organisation_verdicts(world).items():
        score.organisations += 1
        score.organisations_right += of_organisations.get(org) == right
        if of_organisations.get(org) != right:
            score.lines.append(f"seed {world.seed} VERDICT {org}: said {of_organisations.get(org)}, right is {right}")


def table(score: Score) -> str:
    """The figures as text: per code, per family, errors with warnings, everything, verdicts."""
    rows = [f"{'code':<30}{'labels':>9}{'found':>7}{'missed':>7}{'false':>7}{'precision':>11}{'recall':>9}"]
    codes = sorted(set(score.right) | set(score.missed) | set(score.false), key=list(FAMILY).index)
    rows += [_row(score, code + (" (notice)" if code in NOTICES else ""), [code]) for code in codes]
    rows += ["", *(_row(score, f"family {name}", text.split()) for name, text in FAMILIES.items())]
    rows += [
        "",
        _row(score, "errors and warnings", [c for c in FAMILY if c not in NOTICES]),
        _row(score, "with notices", list(FAMILY)),
        "",
    ]
    rows.append(
        f"verdicts of routes: {score.verdicts_right} of {score.verdicts} right ({_share(score.verdicts_right, score.verdicts)})"
    )
    rows.append(
        f"verdicts of organisations: {score.organisations_right} of {score.organisations} right ({_share(score.organisations_right, score.organisations)})"
    )
    rows.append(
        f"faults put in: {sum(score.right.values()) + sum(score.missed.values())}; harmless oddities put in: {score.innocents}"
    )
    return "\n".join(rows)


def _row(score: Score, name: str, codes: Iterable[str]) -> str:
    codes = list(codes)
    right, missed, false = (sum(counts[c] for c in codes) for counts in (score.right, score.missed, score.false))
    return f"{name:<34}{right + missed:>5}{right:>7}{missed:>7}{false:>7}{_share(right, right + false):>11}{_share(right, right + missed):>9}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
