"""How the reports for people should look: in which house style, and whether on paper too."""

from dataclasses import dataclass
from pathlib import Path

from cli.faults import WrongUseError


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """`theme` is a stylesheet that has been read and found safe."""

    theme: str = ""
    pdf: bool = False


PLAIN = Looks()


def chosen_looks(theme: Path | None, pdf: bool) -> Looks:
    """Raises WrongUseError now, and not after hours of crawling."""
    from reports import pdf_report
    from reports.theme import ThemeError, read

    try:
        if pdf:
            pdf_report.require()
        return Looks(theme=read(theme) if theme else "", pdf=pdf)
    except (ThemeError, pdf_report.PdfError) as error:
        raise WrongUseError(str(error)) from error
