"""What the last report rests on: the pages of routes, the steps that led there, the pages with findings."""

from collections.abc import Iterator
from pathlib import Path

from expectations.model import Report
from reports.json_report import ReportError, read


def known(folder: Path) -> frozenset[str]:
    """The addresses that a new crawl asks for first and in full; none without a report that can be read."""
    path = folder / "report.json"
    try:
        return frozenset(_addresses(read(path))) if path.exists() else frozenset()
    except ReportError:
        return frozenset()


def _addresses(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield from (finding.page,) if finding.page else ()
    for route in (route for organisation in report.organisations for route in organisation.routes):
        yield from (url for url in (route.expected_url, route.found_url) if url)
        yield from (step.url for steps in (route.path_home, route.path_portal) for step in steps or ())
