"""A crawl without network: the survey asks an archive."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from crawler import manifest, wacz
from crawler.answers import Answer
from crawler.beginning import record_of, survey_of
from crawler.buckets import What
from crawler.guard import Guard, place
from crawler.journal import Journal
from crawler.options import TELL_EVERY, CrawlEnd, CrawlError, CrawlOptions, Told
from crawler.replay import Replay
from crawler.scope import Scope
from crawler.standing import Standing, told
from crawler.survey import Survey
from crawler.wacz import NAME, run_told
from crawler.wacz_reader import ArchiveError
from expectations.inventory import origins
from expectations.model import Cause, Inventory, RunRecord

_NOT_ARCHIVED = "not in the archive"
_NOTHING = "The archive holds no answer of any origin of the inventory."


def crawl(
    source: Path,
    inventory: Inventory,
    target: Path,
    options: CrawlOptions,
    progress: Callable[[Told], None],
) -> CrawlEnd:
    """Visits an archive instead of the web, always from the beginning. Raises ArchiveError when it cannot be read."""
    scope = Scope.of(inventory, options.only)
    with closing(Replay.open(source)) as archive:
        options = _options(archive, options)
        if not _ran_scripts(archive):
            scope = replace(scope, scripted=frozenset())
        run = _record(archive, record_of(inventory, options))
        target.mkdir(parents=True, exist_ok=True)
        journal = Journal.create(target, run, inventory.sources)
        try:
            journal.set_meta(offline="yes")
            guard = Guard({place(one): frozenset() for one in scope.own})
            survey = survey_of(inventory, scope, guard, journal, options)
            survey.told = progress
            tell = told(Standing(survey, origins(inventory, options.only)), progress, TELL_EVERY)
            measured = _replay(survey, archive, tell)
            journal.set_meta(end="finished" if measured else "unmeasured", message=_NOTHING)
            wacz.keep(source, target)
            manifest.write(journal)
            journal.close()
        except (sqlite3.Error, OSError) as error:
            raise CrawlError(f"the crawl could not be written to {target}: {error}") from error
        finally:
            journal.close(whole=False)
    return CrawlEnd() if measured else CrawlEnd(measured=False, message=_NOTHING)


def _replay(survey: Survey, archive: Replay, tell: Callable[[float], None]) -> bool:
    """Brings a crawl to its end from an archive; whether that held any answer for it. `tell` hears that it goes on."""
    answered = False
    for task in iter(survey.next, None):
        tell(0.0)
        answer = archive.answer(task)
        if answer is not None:
            answered |= answer.status is not None
            survey.take(task, answer)
        elif task.what is What.ROBOTS:
            survey.take(task, Answer(cause=Cause.NOT_FOUND, status=404))
        else:
            survey.leave(task, *archive.left.get(task.address, (Cause.INTERRUPTED, _NOT_ARCHIVED)))
    survey.flush()
    return answered


def _options(archive: Replay, asked: CrawlOptions) -> CrawlOptions:
    """What is asked, with the manners of the crawl that made the archive; there is nothing to wait for any more."""
    run = run_told(archive.wacz.description)
    limits = run.get("limits", {})
    return replace(
        asked,
        delay=0.0,
        confirm_after=0.0,
        scripts=limits.get("scripts") == "all",
        max_pages=int(limits.get("max_pages", asked.max_pages)),
        user_agent=run.get("user_agent", asked.user_agent),
    )


def _ran_scripts(archive: Replay) -> bool:
    """Whether the crawl that made the archive ran the scripts of any page."""
    return "scripts" in run_told(archive.wacz.description).get("limits", {})


def _record(archive: Replay, record: RunRecord) -> RunRecord:
    """The record of an offline run: it is the archived run once more, of the archive's day."""
    run = run_told(archive.wacz.description)
    moments = sorted(kept.moment for kept in archive.all)
    if not moments:
        raise ArchiveError(f"The archive {archive.wacz.path} is empty.")
    digest = sha256(repr(archive.wacz.description["resources"]).encode()).hexdigest()[:8]
    return replace(
        record,
        id=run.get("id", f"archive-{digest}"),
        started=run.get("started", moments[0]),
        finished=run.get("finished", moments[-1]),
        requests=int(run.get("requests", len(moments))),
        user_agent=run.get("user_agent", record.user_agent),
        limits=run.get("limits", record.limits),
        archive=f"crawl/{NAME}",
    )
