"""The formats of the sample report as they should be.

After a meant change: `python -m tests.reports.golden`, and read what changed.
"""

import io
from pathlib import Path

from rich.console import Console

from expectations.model import Language, Report
from reports import (
    atom_report,
    csv_report,
    html_report,
    json_report,
    junit_report,
    mail_report,
    markdown_report,
    sarif_report,
    terminal,
    xlsx_report,
)
from tests.reports import workbook
from tests.reports.sample import sample_report

FOLDER = Path(__file__).parent.parent / "golden"


def formats(report: Report, folder: Path) -> dict[str, bytes]:
    """File name -> what a run would leave there."""
    json_report.write(report, folder / "report.json")
    dutch, english = html_report.render(report, Language.NL), html_report.render(report, Language.EN)
    feeds = atom_report.render(report, Language.NL)
    return {
        "report.json": (folder / "report.json").read_bytes(),
        "index.html": dutch["index.html"].encode(),
        "vbz.html": dutch["vbz.html"].encode(),
        "index.en.html": english["index.html"].encode(),
        "findings.csv": csv_report.render(report, Language.NL).encode(),
        "findings.xlsx.txt": workbook.shown(xlsx_report.render(report, Language.NL)).encode(),
        "junit.xml": junit_report.render(report, Language.NL),
        "results.sarif": sarif_report.render(report, Language.NL).encode(),
        "summary.md": markdown_report.render(report, Language.NL).encode(),
        "feed.atom": feeds["feed.atom"],
        "vbz.atom": feeds["feeds/vbz.atom"],
        "vlw.eml": mail_report.render(report, Language.NL)["vlw.eml"],
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
