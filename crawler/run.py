"""Starts one crawl and brings it to an end, whatever happens on the way."""

import asyncio
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from crawler import beginning, codec, earlier, manifest, offline, visiting, wacz
from crawler.archive import Archive
from crawler.browser import BrowserError, executable
from crawler.desk import Desk
from crawler.engine import reactor_loop
from crawler.guard import GuardedResolver, place
from crawler.journal import Journal
from crawler.options import TELL_EVERY, CrawlEnd, CrawlError, CrawlOptions, Told
from crawler.scope import Asked, Scope
from crawler.snapshot import FOLDER
from crawler.standing import Standing, told
from crawler.survey import Survey
from crawler.workers import workers
from expectations.inventory import origins
from expectations.model import Inventory

_NO_NAMES = "None of the inventory's host names could be looked up: our own network seems to be down."
_GONE = "Nobody answers any more: our own network seems to be down. What was seen until then is kept."
_NO_ANSWER = "No origin of the inventory answered: our own network seems to be down."


def crawl(
    inventory: Inventory,
    folder: Path,
    options: CrawlOptions,
    progress: Callable[[Told], None],
    asked: Asked | None = None,
) -> CrawlEnd:
    """Visits the web of the inventory, or just what is asked of it, and writes `folder`/crawl. Raises CrawlError for a
    fault of our own, and ArchiveError for an archive that cannot be read.

    Ctrl-C and SIGTERM end it in good order: what is under way is finished and written, and it can be resumed.
    """
    if options.offline is not None:
        return offline.crawl(options.offline, inventory, folder / FOLDER, options, progress)
    target = folder / FOLDER
    scope = Scope.just(inventory, asked) if asked else Scope.of(inventory, options.only)
    scope, without = _with_browser(scope, options)
    target.mkdir(parents=True, exist_ok=True)
    loop, resolver = _network(scope)
    if not any(resolver.guard.own[place(one)] for one in scope.origins):
        return CrawlEnd(measured=False, message=_NO_NAMES)
    journal, message = beginning.journal_of(inventory, target, options)
    before = beginning.before(inventory, target, journal)
    try:
        if journal.meta("end") == "finished":
            wacz.discard(target)
            return CrawlEnd(message="This crawl was finished before.")
        journal.set_meta(end="")
        with _desk(inventory, scope, resolver, journal, options, before, progress) as desk:
            with _stoppable(loop, desk.survey):
                visiting.visit(loop, desk, resolver)
            desk.close()
            end = _end(desk, journal, f"{message} {without}".strip())
        manifest.write(journal)
        journal.close()
        if end.measured and not end.interrupted:
            earlier.drop(target)
    except (sqlite3.Error, OSError) as error:
        raise CrawlError(f"the crawl could not be written to {target}: {error}") from error
    finally:
        journal.close(whole=False)
        if before is not None:
            before.close()
    _tell_fault(desk)
    return end


def _network(scope: Scope) -> tuple[asyncio.AbstractEventLoop, GuardedResolver]:
    """The loop, and what looks names up in it: those of the inventory's places are looked up now."""
    loop, reactor = reactor_loop()
    resolver = GuardedResolver()
    reactor.installNameResolver(resolver)
    loop.run_until_complete(resolver.pin(place(one) for one in scope.own))
    return loop, resolver


@contextmanager
def _desk(
    inventory: Inventory,
    scope: Scope,
    resolver: GuardedResolver,
    journal: Journal,
    options: CrawlOptions,
    before: earlier.Earlier | None,
    progress: Callable[[Told], None],
) -> Iterator[Desk]:
    """The desk of a survey that writes this journal, with its archive and its helpers."""
    helpers = workers(inventory, options, len(scope.origins))
    with closing(Archive.open(journal.path.parent, journal, options.max_archive)) as archive, closing(helpers):
        survey = beginning.survey_of(inventory, scope, resolver.guard, journal, options)
        survey.earlier, survey.archive, survey.told = before, archive, progress
        standing = Standing(survey, origins(inventory, options.only))
        yield Desk(survey, helpers, told(standing, progress, TELL_EVERY))


def _tell_fault(desk: Desk) -> None:
    if desk.fault is not None:
        why = desk.fault if isinstance(desk.fault, CrawlError) else repr(desk.fault)
        raise CrawlError(f"a fault of our own ended the crawl: {why}") from desk.fault


def _scripts(survey: Survey) -> dict[str, str]:
    """Whose scripts were run, for whoever reads the snapshot or its archive."""
    if survey.options.scripts:
        return {"scripts": "all"}
    return {"scripts": "marked"} if survey.scope.scripted else {}


def _with_browser(scope: Scope, options: CrawlOptions) -> tuple[Scope, str]:
    """The scope without the pages that only a browser shows when there is none, and what to say about it. Raises
    BrowserError when scripts were asked for."""
    if not (options.scripts or scope.scripted):
        return scope, ""
    try:
        executable()
    except BrowserError as error:
        if options.scripts:
            raise
        return replace(scope, scripted=frozenset()), f"The pages that need scripts were read without: {error}."
    return scope, ""


def _end(desk: Desk, journal: Journal, message: str) -> CrawlEnd:
    survey = desk.survey
    survey.flush()
    if survey.watch.down:
        survey.undo_outage()
        message = _GONE
    run = journal.run
    interrupted = survey.frontier.stopped
    finished = None if interrupted else f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    run = replace(run, finished=finished, requests=survey.requests, limits={**run.limits, **_scripts(survey)})
    journal.set_meta(run=codec.dump(run))
    if desk.fault is not None:
        journal.set_meta(end="")
    elif interrupted:
        journal.set_meta(end="interrupted")
    elif not survey.answered:
        journal.set_meta(end="unmeasured", message=_NO_ANSWER)
        return CrawlEnd(measured=False, message=_NO_ANSWER)
    else:
        run = replace(run, archive=f"{FOLDER}/{wacz.NAME}")
        wacz.pack(journal.path.parent, journal, run)
        journal.set_meta(run=codec.dump(run), end="finished")
        wacz.discard(journal.path.parent)
    return CrawlEnd(interrupted=interrupted, message=message)


@contextmanager
def _stoppable(loop: asyncio.AbstractEventLoop, survey: Survey) -> Iterator[None]:
    """The first signal ends the crawl in good order, a second one at once."""

    def stop() -> None:
        if survey.frontier.stopped:
            raise KeyboardInterrupt
        survey.frontier.stopped = True

    usable = threading.current_thread() is threading.main_thread()
    earlier = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)} if usable else {}
    for number in earlier:
        loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        for number, handler in earlier.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)
