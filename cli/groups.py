"""Options that several commands take, one value per group. A command names a group with its defaults, and `unfolded`
gives it an option for each field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any

from cli.options import (
    AsJson,
    ConfirmAfter,
    Contact,
    Delay,
    FailOn,
    Lang,
    LogJson,
    MaxArchive,
    MaxPages,
    Offline,
    Only,
    Pdf,
    Quiet,
    Resume,
    Scripts,
    Theme,
    Threshold,
    UserAgent,
    Workers,
)
from crawler.options import MB, CrawlOptions
from expectations.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Where a crawl looks, and with how many hands."""

    only: Only = None
    max_pages: MaxPages = 5_000
    workers: Workers = None
    scripts: Scripts = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How visits are made; `log_json` acts in its callback."""

    delay: Delay = 1.0
    confirm_after: ConfirmAfter = 300.0
    user_agent: UserAgent = None
    contact: Contact = None
    log_json: LogJson = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What a crawl goes on from, and what it keeps."""

    resume: Resume = False
    offline: Offline = None
    max_archive: MaxArchive = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a command tells its outcome."""

    fail_on: Threshold = FailOn.ERROR
    lang: Lang = Language.NL
    quiet: Quiet = False
    as_json: AsJson = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Styling:
    """How the reports for people should look."""

    theme: Theme = None
    pdf: Pdf = False


_GROUP = Extent | Manners | Keeping | Telling | Styling
_ANYWHERE, _NOTHING_KEPT = Extent(), Keeping()


def crawl_options(
    manners: Manners, extent: Extent = _ANYWHERE, keeping: Keeping = _NOTHING_KEPT, only: tuple[str, ...] = ()
) -> CrawlOptions:
    """What a crawl is asked; `only` are the organisations of `extent`, once they are known to exist."""
    return CrawlOptions(
        only=only,
        max_pages=extent.max_pages,
        workers=extent.workers,
        scripts=extent.scripts,
        delay=manners.delay,
        confirm_after=manners.confirm_after,
        user_agent=manners.user_agent,
        contact=manners.contact,
        resume=keeping.resume,
        offline=keeping.offline,
        max_archive=keeping.max_archive and keeping.max_archive * MB,
    )


def unfolded(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each field of the groups that it takes."""
    asked = tuple(signature(command).parameters.values())
    groups = {one.name: one.default for one in asked if isinstance(one.default, _GROUP)}

    @wraps(command)
    def call(**given: Any) -> None:
        made = {
            name: replace(group, **{field.name: given.pop(field.name) for field in fields(group)})
            for name, group in groups.items()
        }
        command(**given, **made)

    call.__signature__ = Signature([option for one in asked for option in _options(one)])  # type: ignore[attr-defined]
    return call


def _options(one: Parameter) -> Iterator[Parameter]:
    if not isinstance(one.default, _GROUP):
        yield one
        return
    for field in fields(one.default):
        yield one.replace(name=field.name, annotation=field.type, default=getattr(one.default, field.name))
