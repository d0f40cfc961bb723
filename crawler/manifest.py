"""A page for people beside the journal: what the snapshot holds, of which run, and that it is sensitive."""

import json
import os
from collections import Counter
from collections.abc import Mapping
from typing import Any

from crawler.coverage import coverage
from crawler.journal import SCHEMA, Journal
from crawler.ledger import Entry
from crawler.snapshot import visits
from expectations.model import Outcome, Visit
from expectations.urls import origin

NAME = "manifest.json"
_LEFT = frozenset({Outcome.LIMIT, Outcome.ROBOTS, Outcome.BLOCKED, Outcome.UNREACHABLE})
_NOTE = (
    "This folder holds what websites answered, unmasked: addresses with all their parameters, cookies, and contact "
    "details as published; archive.wacz has every answer as received. Treat it as sensitive; the reports are made for "
    "sharing."
)


def write(journal: Journal) -> None:
    """Writes manifest.json beside a journal, whole or not at all."""
    path = journal.path.with_name(NAME)
    fresh = path.with_name(f"{NAME}.new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(_told(journal), file, indent=2, ensure_ascii=False)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _told(journal: Journal) -> dict[str, Any]:
    run, entries = journal.run, list(journal.entries())
    found = visits(entries, interrupted=run.finished is None)
    outcomes = Counter(visit.outcome.value for visit in found.values())
    end = journal.meta("end") or "broken off"
    return {
        "note": _NOTE,
        "program": f"meldroute {run.program}",
        "schema": SCHEMA,
        "run": {"id": run.id, "started": run.started, "finished": run.finished, "end": end, "requests": run.requests},
        "inventory": run.inventory,
        "only": list(run.only),
        "limits": dict(run.limits),
        "user_agent": run.user_agent,
        "addresses": len(found),
        "archive": {
            "file": run.archive.rpartition("/")[2],
            "left_out": sum(visit.attempts > 0 and not visit.record for visit in found.values()),
        },
        "outcomes": dict(sorted(outcomes.items())),
        "origins": _origins(journal, entries, found),
    }


def _origins(journal: Journal, entries: list[Entry], found: Mapping[str, Visit]) -> dict[str, Any]:
    return {
        one.origin: {
            "pages": one.pages,
            "complete": one.complete,
            "stopped": one.stopped,
            "traps": {trap.pattern: trap.count for trap in one.traps},
            "sitemap": one.sitemap,
            "addresses": _looked_at([entry for entry in entries if origin(entry.address) == one.origin], found),
        }
        for one in coverage(entries, found, journal.pages.addresses(), journal.origins())
    }


def _looked_at(entries: list[Entry], found: Mapping[str, Visit]) -> dict[str, int]:
    """How far an origin was looked at: all its addresses, those that were not seen, those that the site said are as in
    the last run; and how many of the first two an absence could not be proved without."""
    own = [entry for entry in entries if entry.in_scope]
    left = {entry.address for entry in own if found[entry.address].outcome in _LEFT}
    proof = [entry.address for entry in own if entry.proves]
    return {
        "known": len(own),
        "left": len(left),
        "unchanged": sum(found[entry.address].unchanged is not None for entry in own),
        "for_proof": len(proof),
        "for_proof_left": len(left.intersection(proof)),
    }
