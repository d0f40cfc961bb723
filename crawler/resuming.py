"""Goes on with a crawl that was broken off: the survey learns again what its journal knows."""

from crawler.ledger import Entry, State
from crawler.survey import Survey
from expectations.urls import origin


def resume(survey: Survey) -> None:
    """Everything the journal knows; what was under way is asked again."""
    journal, entries = survey.journal, survey.ledger.entries
    journal.begin()
    survey.requests = int(journal.meta("requests") or 0)
    for entry in journal.entries():
        entries[entry.address] = entry
        entry.due = min(entry.due, survey.now() + survey.options.confirm_after)  # the clock may have been set back
    survey.looks.jar.restore(journal.cookies())
    survey.hosts.restore()
    for one in sorted(survey.scope.origins):
        survey.hosts.host(one)
    for entry in list(entries.values()):
        _restore(survey, entry)
    survey.waiting.reorder()
    survey.commit()


def _restore(survey: Survey, entry: Entry) -> None:
    waiting, of = survey.waiting, origin(entry.address)
    if entry.visit is not None and entry.visit.fetched and entry.attempts:
        survey.ledger.visited += 1
        survey.hosts.host(of).visited += entry.in_scope
        survey.answered |= entry.visit.status is not None
    if entry.in_scope and not entry.in_sitemap:
        survey.addresses.traps.pattern(entry.address, None)
    if entry.in_scope and entry.state is not State.LEFT:
        waiting.counts[of] += 1
        waiting.guide.remember(entry)
        if entry.careful or entry.route:
            waiting.guide.learn(entry, None)
    if entry.state is State.WAITING:
        waiting.add(entry)
