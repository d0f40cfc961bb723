"""The formats of the sample report as they should be.

After a meant change: `python -m tests.reports.golden`, and read what changed.
"""

import io
from pathlib import Path

from rich.console import Console

from expectations.model import Language, Report
from reports import csv_report, html_report, json_report, junit_report, terminal
from tests.reports.sample import sample_report

FOLDER = Path(__file__).parent.parent / "golden"


def formats(report: Report, folder: Path) -> dict[str, bytes]:
    """File name -> what a run would leave there."""
    json_report.write(report, folder / "report.json")
    dutch, english = html_report.render(report, Language.NL), html_report.render(report, Language.EN)
    return {
        "report.json": (folder / "report.json").read_bytes(),
        "index.html": dutch["index.html"].encode(),
        "vbz.html": dutch["vbz.html"].encode(),
        "index.en.html": english["index.html"].encode(),
        "findings.csv": csv_report.render(report, Language.NL).encode(),
        "junit.xml": junit_report.render(report, Language.NL),
        "terminal.txt": shown(report, Language.NL).encode(),
    }


def shown(report: Report, lang: Language, width: int = 100) -> str:
    """What the terminal shows, without colours."""
    file = io.StringIO()
    terminal.show(report, Path("out"), lang, Console(file=file, width=width, color_system=None))
    return file.getvalue()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, content in formats(sample_report(), FOLDER).items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
