"""What a crawl begins or goes on with: its journal, the snapshot of the run before, its survey."""

import secrets
import time
from datetime import UTC, date, datetime
from pathlib import Path

from crawler import careful, earlier, extract
from crawler.earlier import Earlier
from crawler.guard import Guard, place
from crawler.journal import NAME, Journal, JournalError
from crawler.options import MB, CrawlOptions, program
from crawler.reach import anyone
from crawler.reader import Reader
from crawler.resuming import resume
from crawler.scope import Scope
from crawler.survey import Survey
from crawler.watch import Watch
from expectations.model import Inventory, RunRecord
from expectations.vocabulary import Vocabulary


def journal_of(inventory: Inventory, target: Path, options: CrawlOptions) -> tuple[Journal, str]:
    """The journal to write, and what to say about the one that was there."""
    message = ""
    if options.resume and (target / NAME).exists():
        try:
            journal = Journal.open(target)
        except JournalError as error:
            aside = (target / NAME).with_suffix(f".damaged-{datetime.now(UTC):%Y%m%dT%H%M%S}")
            (target / NAME).rename(aside)
            message = f"{error}; it was moved to {aside.name} and the crawl began anew."
        else:
            run = journal.run
            same = run.inventory == inventory.digest and run.only == options.only and not journal.meta("offline")
            if same and journal.meta("end") != "unmeasured":
                return journal, message
            journal.close()
            message = "" if same else "The earlier crawl was of another inventory or selection; the crawl began anew."
    earlier.keep(target)
    journal = Journal.create(target, record_of(inventory, options), inventory.sources)
    journal.set_meta(rules=earlier.rules(inventory))
    return journal, message


def record_of(inventory: Inventory, options: CrawlOptions) -> RunRecord:
    """The record of a run that begins now."""
    now = datetime.now(UTC)
    return RunRecord(
        id=f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}",
        started=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        finished=None,
        program=program(),
        inventory=inventory.digest,
        requests=0,
        user_agent=options.named,
        only=options.only,
        limits={
            "max_pages": str(options.max_pages),
            "delay": f"{options.delay:g}",
            "confirm_after": f"{options.confirm_after:g}",
            **({"max_archive": f"{options.max_archive // MB} MB"} if options.max_archive else {}),
        },
    )


def before(inventory: Inventory, target: Path, journal: Journal) -> Earlier | None:
    """The snapshot of the run before, if it can still be relied on."""
    rules = earlier.rules(inventory)
    if journal.meta("rules") != rules:  # begun by another version of the program: nobody shall rely on this one either
        journal.set_meta(rules="")
        return None
    return Earlier.open(target, rules, date.fromisoformat(journal.run.started[:10]))


def survey_of(inventory: Inventory, scope: Scope, guard: Guard, journal: Journal, options: CrawlOptions) -> Survey:
    """The survey that writes this journal, begun or gone on with."""
    vocabulary = Vocabulary(inventory)
    reader = Reader(extract.read_page, careful.read_sections, vocabulary)
    began, offset = time.monotonic(), time.time()

    def now() -> float:  # wall-clock moments that never jump
        return offset + time.monotonic() - began

    places = [place(one) for one in sorted(scope.origins)]
    watch = Watch(anyone(guard, places, options.confirm_after) if options.offline is None else None)
    survey = Survey(scope, guard, journal, options, vocabulary, reader, now, journal.run.id, watch)
    if any(True for _ in journal.entries()):
        resume(survey)
    else:
        survey.start()
    return survey
