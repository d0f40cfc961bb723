"""The report for people: an overview and one page per organisation, without scripts, complete in themselves."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from expectations.model import Language, Report, Verdict
from reports import comparison, html_filters, html_style, html_views, trend_view
from reports.clean import clean
from reports.file_names import stem
from reports.files import replace_ours
from reports.html_words import Words
from reports.summary import Summary, summarise
from reports.texts.files import labels, values

_GENERATOR = '<meta name="generator" content="meldroute">'
IMPORTANT = 10
SHORT, LONG = 5, 25  # lines of a list on the first screen, and elsewhere
TABLE = 16  # rows; a longer table is folded
MANY = 40  # organisations; more get an index of letters


def write(report: Report, folder: Path, lang: Language, theme: str = "") -> None:
    """Writes index.html and one page per organisation into `folder`, and removes earlier pages of ours."""
    pages = render(report, lang, theme)
    replace_ours(folder, {name: page.encode() for name, page in pages.items()}, _GENERATOR.encode())


def render(report: Report, lang: Language, theme: str = "") -> dict[str, str]:
    """File name -> page. `theme` is a stylesheet that comes after ours, as `reports.theme.read` allows it."""
    report = clean(report)
    summary = summarise(report)
    shared = _shared(report, summary, lang, theme)
    pages = {"index.html": _overview(report, summary, lang, shared)}
    template = _environment(lang).get_template("organisation.html")
    resolved = html_views.by_organisation(report.resolved)
    unmeasured = html_views.unmeasured_by_organisation(summary)
    for view in summary.organisations:
        own = {"resolved": resolved.get(view.result.id, ()), "unmeasured": unmeasured.get(view.result.id, ())}
        pages[file_name(view.result.id)] = template.render(shared, view=view, **own)
    return pages


def overview(report: Report, lang: Language, theme: str = "") -> str:
    """The page index.html alone."""
    report = clean(report)
    summary = summarise(report)
    return _overview(report, summary, lang, _shared(report, summary, lang, theme))


def file_name(organisation: str) -> str:
    """The page of an organisation, whatever its id is."""
    return f"{stem(organisation)}.html"


def _overview(report: Report, summary: Summary, lang: Language, shared: dict[str, Any]) -> str:
    template = _environment(lang).get_template("index.html")
    return template.render(shared | _of_the_overview(report, summary))


def _shared(report: Report, summary: Summary, lang: Language, theme: str) -> dict[str, Any]:
    """What every page may use."""
    return Words.of(report, lang).all() | {
        "lang": lang.value,
        "t": labels(lang),
        "words": values(lang),
        "report": report,
        "summary": summary,
        "verdicts": tuple(reversed(Verdict)),
        "known": {view.result.id for view in summary.organisations},
        "file_name": file_name,
        "contact": html_filters.contact(report.run.user_agent),
        "styles": html_style.styles(theme),
        "policy": html_style.policy(theme),
    }


def _of_the_overview(report: Report, summary: Summary) -> dict[str, Any]:
    return {
        "important_count": IMPORTANT,
        "short_list": SHORT,
        "long_list": LONG,
        "long_table": TABLE,
        "letters": html_views.letters(summary) if len(summary.organisations) > MANY else {},
        "row_anchor": lambda organisation: f"o-{stem(organisation)}",
        "comparisons": comparison.compare(summary),
        "referrals": html_views.referrals(report, summary),
        "trend": trend_view.view(report.trend),
    }


@cache
def _environment(lang: Language) -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= html_filters.filters(lang)
    environment.tests["web"] = html_filters.is_web
    return environment
