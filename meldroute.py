"""The front door: commands, options and exit codes."""

import atexit
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cli import log, steps
from cli.faults import WrongUseError, exit_code
from cli.folder import workplace
from cli.groups import Extent, Keeping, Manners, Styling, Telling, crawl_options, unfolded
from cli.inventory import inventory_app
from cli.looks import chosen_looks
from cli.options import Annotate, AsJson, FailOn, InventoryDir, Lang, OtherInventory, Out, Quiet
from crawler.collecting import collect_rarely
from crawler.options import program
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
    collect_rarely()
    atexit.register(gc.freeze)  # else Python looks at every value once more before it ends
    try:
        app(args=arguments, prog_name="meldroute")
    except Exception as error:
        sys.exit(exit_code(error))


@app.command()
@unfolded
def demo(
    out: Out = Path("demo-out"),
    extent: Extent = Extent(),
    manners: Manners = Manners(delay=0.0, confirm_after=1.0),
    telling: Telling = Telling(fail_on=FailOn.NEVER),
    styling: Styling = Styling(),
) -> None:
    """Do the whole job on two months of a pretend government web on this machine."""
    from demo.server import serve_months

    looks = chosen_looks(styling)
    with workplace(out) as folder, serve_months(folder) as months:
        # No earlier runs: the pretend web has other addresses every time, so everything would be new and resolved.
        steps.forget(folder)
        for web in months:
            inventory = inventories.read(web.inventory)
            options = crawl_options(manners, extent, only=steps.chosen(extent.only, inventory))
            if not telling.quiet:
                log.say(f"The pretend web on {web.day}")
            steps.visit(inventory, folder, options, quiet=telling.quiet)
            report = steps.judge(folder, None, None, pretended=web.day)
        steps.render(report, folder, telling.lang, looks)
        code = steps.tell(report, folder, telling)
    raise typer.Exit(code)


@app.command()
@unfolded
def run(
    out: Out = Path("out"),
    inventory: InventoryDir = None,
    extent: Extent = Extent(),
    manners: Manners = Manners(),
    keeping: Keeping = Keeping(),
    telling: Telling = Telling(),
    styling: Styling = Styling(),
) -> None:
    """Crawl, check and report."""
    looks = chosen_looks(styling)
    declared = steps.declared(inventory, quiet=telling.quiet)
    options = crawl_options(manners, extent, keeping, steps.chosen(extent.only, declared))
    with workplace(out) as folder:
        earlier = steps.earlier(folder)
        steps.visit(declared, folder, options, quiet=telling.quiet)
        report = steps.judge(folder, None, earlier)
        steps.render(report, folder, telling.lang, looks)
        code = steps.tell(report, folder, telling)
    raise typer.Exit(code)


@app.command()
@unfolded
def crawl(
    out: Out = Path("out"),
    inventory: InventoryDir = None,
    extent: Extent = Extent(),
    manners: Manners = Manners(),
    keeping: Keeping = Keeping(),
    telling: Telling = Telling(),
) -> None:
    """Visit the sites and store what is seen; judge nothing."""
    declared = steps.declared(inventory, quiet=telling.quiet)
    options = crawl_options(manners, extent, keeping, steps.chosen(extent.only, declared))
    with workplace(out) as folder:
        steps.visit(declared, folder, options, quiet=telling.quiet)
    steps.tell_of_crawl(out, telling)


@app.command()
@unfolded
def check(out: Out = Path("out"), inventory: OtherInventory = None, telling: Telling = Telling()) -> None:
    """Judge the snapshot again, without network."""
    other = steps.declared(inventory, quiet=telling.quiet) if inventory else None
    with workplace(out, create=False) as folder:
        report = steps.judge(folder, other, steps.earlier(folder))
        code = steps.tell(report, folder, telling)
    raise typer.Exit(code)


@app.command()
@unfolded
def report(
    out: Out = Path("out"), telling: Telling = Telling(), styling: Styling = Styling(), annotate: Annotate = None
) -> None:
    """Write the reports of the last check again."""
    looks = chosen_looks(styling)
    with workplace(out, create=False) as folder:
        last = steps.last_report(folder)
        steps.render(last, folder, telling.lang, looks)
        code = steps.tell(last, folder, telling)
        if annotate:
            steps.annotate(last, annotate, telling.lang)
    raise typer.Exit(code)


@app.command()
def history(out: Out = Path("out"), lang: Lang = Language.NL, as_json: AsJson = False) -> None:
    """Tell the trend over the runs, and what changed since the previous one."""
    from cli.lifecycle import tell_history

    with workplace(out, create=False) as folder:
        tell_history(folder, lang, as_json=as_json)


@app.command()
@unfolded
def recheck(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="The id of a finding, or how it begins.")],
    out: Out = Path("out"),
    inventory: OtherInventory = None,
    manners: Manners = Manners(confirm_after=5.0),
    lang: Lang = Language.NL,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Visit just what one finding needs, and tell whether it is resolved."""
    from cli.recheck import rechecked, tell

    other = steps.declared(inventory, quiet=quiet) if inventory else None
    with workplace(out, create=False) as folder:
        found = rechecked(finding, folder, other, crawl_options(manners), quiet=quiet or as_json)
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
