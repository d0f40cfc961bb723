"""How the reports for people should look: in which house style, and whether on paper too."""

from dataclasses import dataclass

from cli.faults import WrongUseError
from cli.groups import Styling


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """`theme` is a stylesheet that has been read and found safe."""

    theme: str = ""
    pdf: bool = False


PLAIN = Looks()


def chosen_looks(styling: Styling) -> Looks:
    """Raises WrongUseError now, and not after hours of crawling."""
    from reports import pdf_report
    from reports.theme import ThemeError, read

    try:
        if styling.pdf:
            pdf_report.require()
        return Looks(theme=read(styling.theme) if styling.theme else "", pdf=styling.pdf)
    except (ThemeError, pdf_report.PdfError) as error:
        raise WrongUseError(str(error)) from error
