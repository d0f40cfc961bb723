"""The options that commands share, each with its help and its limits."""

import math
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli import log
from cli.contact import is_reachable
from crawler.options import MAX_WORKERS
from expectations.model import Language


class FailOn(StrEnum):
    """From which severity findings make a run end with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    NEVER = "never"


def _seconds(value: float) -> float:
    if not math.isfinite(value):
        raise typer.BadParameter("must be a number of seconds")
    return value


def _header(value: str | None) -> str | None:
    if value is not None and not (value.strip() and value.isascii() and value.isprintable()):
        raise typer.BadParameter("must be printable ASCII text on one line")
    return value


def _contact(value: str | None) -> str | None:
    if value is not None and not (is_reachable(value) and value.isascii() and value.isprintable()):
        raise typer.BadParameter("must be an e-mail or web address, such as webteam@ministry.example")
    return value


Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the snapshot and the report go.")]
InventoryDir = Annotated[
    Path | None,
    typer.Option("--inventory", metavar="DIR", help="The inventory to use.", show_default="the packaged one"),
]
OtherInventory = Annotated[
    Path | None,
    typer.Option("--inventory", metavar="DIR", help="Judge by this inventory.", show_default="that of the crawl"),
]
Only = Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this organisation; may be repeated.")]
MaxPages = Annotated[int, typer.Option(min=1, metavar="N", help="At most this many pages per origin.")]
Delay = Annotated[
    float,
    typer.Option(min=0, metavar="SECONDS", callback=_seconds, help="Between two visits to one origin."),
]
ConfirmAfter = Annotated[
    float,
    typer.Option(min=0, metavar="SECONDS", callback=_seconds, help="Before a failed visit is tried again."),
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a crawl that was interrupted.")]
Scripts = Annotated[
    bool,
    typer.Option("--scripts", help="Run the scripts of pages that show nothing without; needs Chromium and `js`."),
]
Workers = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=MAX_WORKERS,
        metavar="N",
        show_default="1, and 2 where pauses do not decide",
        help="So many processes: one makes the requests, all read pages.",
    ),
]
MaxArchive = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="MB", show_default="no limit", help="From this size on, archive only what findings may rest on."
    ),
]
Offline = Annotated[
    Path | None,
    typer.Option("--offline", metavar="WACZ", help="Read the web from this archive instead of the network."),
]
UserAgent = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", callback=_header, help="Our name towards sites.", show_default="meldroute and version"
    ),
]
Contact = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        callback=_contact,
        envvar="MELDROUTE_CONTACT",
        help="Where sites can reach you: an e-mail or web address.",
        show_default="none",
    ),
]
Threshold = Annotated[FailOn, typer.Option(help="From which severity findings end with exit code 1.")]
Lang = Annotated[Language, typer.Option(help="The language of the report.")]


def _log_json(value: bool) -> bool:
    log.switch(as_json=value)
    return value


LogJson = Annotated[
    bool,
    typer.Option("--log-json", callback=_log_json, help="Progress, visits and messages as JSON lines on stderr."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress, no summary.")]
Theme = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A stylesheet with your house style, put after ours.", show_default="none"),
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Write report.pdf too; needs the extra `pdf`.")]
AsJson = Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")]
Annotate = Annotated[
    str | None,
    typer.Option(
        metavar="PATH",
        help="Also print annotations for GitHub Actions; PATH is the inventory's folder in the repository.",
    ),
]
