"""Pictures that stand by themselves: the library that makes the PDF knows no styles or symbols of the page in them."""

import re

_SYMBOL = re.compile(r'<symbol id="([\w-]+)" viewBox="([^"]+)">(.*?)</symbol>')
_SYMBOLS = re.compile(r'<svg class="hidden-symbols".*?</svg>\n?', re.DOTALL)
_USE = re.compile(r'<svg class="shape"([^>]*)><use href="#([\w-]+)"/></svg>')
_DRAWN = re.compile(r'<svg class="(chart|swatch verdict-[\w-]+)"[^>]*>')
_PATTERNS = re.compile(r"<defs>.*?</defs>", re.DOTALL)
_PAPER = re.compile(r"--(verdict-[\w-]+): (#[0-9a-f]{6})")
_LINES = (
    "text{font-family:sans-serif;font-size:10px;fill:#444}.value{font-weight:bold;fill:#000}.ground{fill:#fff}"
    ".axis{stroke:#000;stroke-width:1}.rules{stroke:#000;stroke-width:1.5;stroke-dasharray:5 4}"
    ".part{stroke:currentColor;stroke-width:1}.ink{stroke:#fff}"
)


def drawn(page: str, stylesheet: str) -> str:
    """The page with each picture complete in itself, in the colours that the stylesheet has for paper."""
    paper = dict(_PAPER.findall(stylesheet.rpartition("@media print")[2]))
    style = f"<style>{_LINES}{''.join(f'.{name}{{color:{colour}}}' for name, colour in paper.items())}</style>"
    symbols = {name: (box, inner) for name, box, inner in _SYMBOL.findall(page)}
    patterns = _PATTERNS.search(page)

    def shape(place: re.Match[str]) -> str:
        box, inner = symbols[place[2]]
        verdict = place[2].replace("shape-", "verdict-")
        return f'<svg class="shape" viewBox="{box}"{place[1]}>{style}<g class="{verdict}">{inner}</g></svg>'

    def picture(place: re.Match[str]) -> str:
        own = patterns[0] if patterns and not place[1].startswith("chart") else ""
        return place[0] + style + own

    return _DRAWN.sub(picture, _USE.sub(shape, _SYMBOLS.sub("", page)))
