"""The report for people: an overview and one page per organisation, without scripts, complete in themselves."""

import base64
import hashlib
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from expectations.model import Finding, Language, Report, Verdict
from reports import html_filters, texts
from reports.clean import clean
from reports.file_names import stem
from reports.files import replace_ours
from reports.names import Names
from reports.summary import Summary, summarise
from reports.texts import dates
from reports.texts.files import labels, values

_GENERATOR = '<meta name="generator" content="meldroute">'
IMPORTANT = 10


def write(report: Report, folder: Path, lang: Language) -> None:
    """Writes index.html and one page per organisation into `folder`, and removes earlier pages of ours."""
    replace_ours(folder, {name: page.encode() for name, page in render(report, lang).items()}, _GENERATOR.encode())


def render(report: Report, lang: Language) -> dict[str, str]:
    """File name -> page."""
    report = clean(report)
    summary = summarise(report)
    environment = _environment()
    shared = _shared(report, summary, lang)
    pages = {"index.html": environment.get_template("index.html").render(shared)}
    template = environment.get_template("organisation.html")
    for view in summary.organisations:
        pages[file_name(view.result.id)] = template.render(shared, view=view)
    return pages


def file_name(organisation: str) -> str:
    """The page of an organisation, whatever its id is."""
    return f"{stem(organisation)}.html"


def _shared(report: Report, summary: Summary, lang: Language) -> dict[str, Any]:
    """What every page may use; the words are bound to the language here."""
    names = Names.of(report)
    return {
        "lang": lang.value,
        "t": labels(lang),
        "words": values(lang),
        "report": report,
        "summary": summary,
        "verdicts": tuple(reversed(Verdict)),
        "important_count": IMPORTANT,
        "title_of": lambda code: texts.title(code, lang),
        "why": lambda code: texts.why(code, lang),
        "message": lambda finding: texts.message(finding, lang, names),
        "remedy": lambda finding: texts.remedy(finding, lang, names),
        "about": lambda finding: _about(finding, names, lang),
        "name_of": lambda organisation: names.organisation(organisation, lang),
        "route_title": names.route,
        "known": {view.result.id for view in summary.organisations},
        "file_name": file_name,
        "contact": html_filters.contact(report.run.user_agent),
        "day": partial(dates.day, lang=lang),
        "moment": partial(dates.moment, lang=lang),
        "style": Markup(_style()),
        "style_hash": _style_hash(),
    }


def _about(finding: Finding, names: Names, lang: Language) -> str:
    """What tells findings with the same title apart: the route, or the kind that is expected."""
    if finding.route:
        return names.route(finding.organisation, finding.route, finding.language)
    return values(lang)["kind-name"].get(finding.expected or "", "")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= html_filters.FILTERS
    environment.tests["web"] = html_filters.is_web
    return environment


@cache
def _style() -> str:
    return files("reports").joinpath("templates", "style.css").read_text(encoding="utf-8")


def _style_hash() -> str:
    """Lets a browser refuse every style but ours."""
    return "sha256-" + base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
