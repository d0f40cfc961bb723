"""The front door: commands, options and exit codes."""

import atexit
import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cli import log
from cli import steps as steps
from cli.faults import WrongUseError, exit_code
from cli.folder import workplace
from cli.inventory import inventory_app
from cli.looks import chosen_looks
from cli.options import (
    Annotate,
    AsJson,
    ConfirmAfter,
    Delay,
    FailOn,
    InventoryDir,
    Lang,
    LogJson,
    MaxArchive,
    MaxPages,
    Offline,
    Only,
    OtherInventory,
    Out,
    Pdf,
    Quiet,
    Resume,
    Scripts,
    Theme,
    Threshold,
    UserAgent,
    Workers,
)
from cli.steps import Telling
from crawler.options import MB, CrawlOptions, program
from expectations import inventory as inventories
from expectations.model import Language

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Checks whether outsiders can find the way to report misconduct or to complain about a Dutch ministry.",
)
app.add_typer(inventory_app, name="inventory")


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without accents shows an escape, not a traceback
            stream.reconfigure(errors="backslashreplace")
    log.switch(as_json=False)
    atexit.register(gc.freeze)  # else Python looks at every value once more before it ends
    try:
        app(args=arguments, prog_name="meldroute")
    except Exception as error:
        sys.exit(exit_code(error))


@app.command()
def demo(
    out: Out = Path("demo-out"),
    only: Only = None,
    max_pages: MaxPages = 5_000,
    delay: Delay = 0.0,
    confirm_after: ConfirmAfter = 1.0,
    workers: Workers = None,
    scripts: Scripts = False,
    user_agent: UserAgent = None,
    fail_on: Threshold = FailOn.NEVER,
    lang: Lang = Language.NL,
    theme: Theme = None,
    pdf: Pdf = False,
    quiet: Quiet = False,
    log_json: LogJson = False,  # noqa: ARG001 - acts in its callback
    as_json: AsJson = False,
) -> None:
    """Do the whole job on two months of a pretend government web on this machine."""
    from demo.server import serve_months

    looks = chosen_looks(theme, pdf)
    with workplace(out) as folder, serve_months(folder) as months:
        # No earlier runs: the pretend web has other addresses every time, so everything would be new and resolved.
        steps.forget(folder)
        for web in months:
            inventory = inventories.read(web.inventory)
            options = CrawlOptions(
                only=steps.chosen(only, inventory),
                max_pages=max_pages,
                delay=delay,
                confirm_after=confirm_after,
                user_agent=user_agent,
                workers=workers,
                scripts=scripts,
            )
            if not quiet:
                log.say(f"The pretend web on {web.day}")
            steps.visit(inventory, folder, options, quiet=quiet)
            report = steps.judge(folder, None, None, pretended=web.day)
        steps.render(report, folder, lang, looks)
        code = steps.tell(report, folder, Telling(lang=lang, fail_on=fail_on, quiet=quiet, as_json=as_json))
    raise typer.Exit(code)


@app.command()
def run(
    out: Out = Path("out"),
    inventory: InventoryDir = None,
    only: Only = None,
    max_pages: MaxPages = 5_000,
    delay: Delay = 1.0,
    confirm_after: ConfirmAfter = 300.0,
    resume: Resume = False,
    workers: Workers = None,
    offline: Offline = None,
    max_archive: MaxArchive = None,
    scripts: Scripts = False,
    user_agent: UserAgent = None,
    fail_on: Threshold = FailOn.ERROR,
    lang: Lang = Language.NL,
    theme: Theme = None,
    pdf: Pdf = False,
    quiet: Quiet = False,
    log_json: LogJson = False,  # noqa: ARG001 - acts in its callback
    as_json: AsJson = False,
) -> None:
    """Crawl, check and report."""
    looks = chosen_looks(theme, pdf)
    declared = steps.declared(inventory, quiet=quiet)
    options = CrawlOptions(
        only=steps.chosen(only, declared),
        max_pages=max_pages,
        delay=delay,
        confirm_after=confirm_after,
        resume=resume,
        offline=offline,
        max_archive=max_archive and max_archive * MB,
        user_agent=user_agent,
        workers=workers,
        scripts=scripts,
    )
    with workplace(out) as folder:
        earlier = steps.earlier(folder)
        steps.visit(declared, folder, options, quiet=quiet)
        report = steps.judge(folder, None, earlier)
        steps.render(report, folder, lang, looks)
        code = steps.tell(report, folder, Telling(lang=lang, fail_on=fail_on, quiet=quiet, as_json=as_json))
    raise typer.Exit(code)


@app.command()
def crawl(
    out: Out = Path("out"),
    inventory: InventoryDir = None,
    only: Only = None,
    max_pages: MaxPages = 5_000,
    delay: Delay = 1.0,
    confirm_after: ConfirmAfter = 300.0,
    resume: Resume = False,
    workers: Workers = None,
    offline: Offline = None,
    max_archive: MaxArchive = None,
    scripts: Scripts = False,
    user_agent: UserAgent = None,
    fail_on: Threshold = FailOn.ERROR,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
    log_json: LogJson = False,  # noqa: ARG001 - acts in its callback
    as_json: AsJson = False,
) -> None:
    """Visit the sites and store what is seen; judge nothing."""
    declared = steps.declared(inventory, quiet=quiet)
    options = CrawlOptions(
        only=steps.chosen(only, declared),
        max_pages=max_pages,
        delay=delay,
        confirm_after=confirm_after,
        resume=resume,
        offline=offline,
        max_archive=max_archive and max_archive * MB,
        user_agent=user_agent,
        workers=workers,
        scripts=scripts,
    )
    with workplace(out) as folder:
        steps.visit(declared, folder, options, quiet=quiet)
    snapshot, following = str(out / "crawl"), f"meldroute check --out {out} --fail-on {fail_on} --lang {lang}"
    if as_json:
        typer.echo(json.dumps({"snapshot": snapshot, "next": following}, indent=2))
    elif not quiet:
        typer.echo(f"The snapshot is in {snapshot}. Judge it with: {following}")


@app.command()
def check(
    out: Out = Path("out"),
    inventory: OtherInventory = None,
    fail_on: Threshold = FailOn.ERROR,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Judge the snapshot again, without network."""
    other = steps.declared(inventory, quiet=quiet) if inventory else None
    with workplace(out, create=False) as folder:
        report = steps.judge(folder, other, steps.earlier(folder))
        code = steps.tell(report, folder, Telling(lang=lang, fail_on=fail_on, quiet=quiet, as_json=as_json))
    raise typer.Exit(code)


@app.command()
def report(
    out: Out = Path("out"),
    fail_on: Threshold = FailOn.ERROR,
    lang: Lang = Language.NL,
    theme: Theme = None,
    pdf: Pdf = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
    annotate: Annotate = None,
) -> None:
    """Write the reports of the last check again."""
    looks = chosen_looks(theme, pdf)
    with workplace(out, create=False) as folder:
        last = steps.last_report(folder)
        steps.render(last, folder, lang, looks)
        code = steps.tell(last, folder, Telling(lang=lang, fail_on=fail_on, quiet=quiet, as_json=as_json))
        if annotate:
            steps.annotate(last, annotate, lang)
    raise typer.Exit(code)


@app.command()
def history(out: Out = Path("out"), lang: Lang = Language.NL, as_json: AsJson = False) -> None:
    """Tell the trend over the runs, and what changed since the previous one."""
    from cli.lifecycle import tell_history

    with workplace(out, create=False) as folder:
        tell_history(folder, lang, as_json=as_json)


@app.command()
def recheck(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="The id of a finding, or how it begins.")],
    out: Out = Path("out"),
    inventory: OtherInventory = None,
    delay: Delay = 1.0,
    confirm_after: ConfirmAfter = 5.0,
    user_agent: UserAgent = None,
    lang: Lang = Language.NL,
    quiet: Quiet = False,
    log_json: LogJson = False,  # noqa: ARG001 - acts in its callback
    as_json: AsJson = False,
) -> None:
    """Visit just what one finding needs, and tell whether it is resolved."""
    from cli.recheck import rechecked, tell

    other = steps.declared(inventory, quiet=quiet) if inventory else None
    options = CrawlOptions(delay=delay, confirm_after=confirm_after, user_agent=user_agent)
    with workplace(out, create=False) as folder:
        found = rechecked(finding, folder, other, options, quiet=quiet or as_json)
        code = tell(found, folder, lang, quiet=quiet, as_json=as_json)
    raise typer.Exit(code)


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a finding.")],
    lang: Lang = Language.NL,
) -> None:
    """Tell what a finding means, why it matters and how to repair it."""
    from reports import texts

    try:
        typer.echo(texts.explain(code, lang))
    except KeyError:
        raise WrongUseError(steps.unknown("finding code", code, texts.codes())) from None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"meldroute {program()}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """The options of the program itself; `--version` acts in its callback."""


if __name__ == "__main__":
    main()
