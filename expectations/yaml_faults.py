"""Faults of YAML files with their place, and what usually causes them."""

import re
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

_HINTS = (
    (
        r"mapping values are not allowed|but got ':'",
        'a text that holds ": " must stand in quotes, or the indent is off',
    ),
    (r"cannot start any token", "a tab or special sign stands here; indent with spaces, put other signs in quotes"),
    (r"found undefined alias|expected alphabetic or numeric", "a text that starts with * or & must stand in quotes"),
    (r"expected ',' or '[]}]'", "a comma or closing bracket is absent; a text with a comma must stand in quotes"),
    (r"could not find expected ':'", 'a ":" is absent after a key, or a text runs on without quotes'),
    (r"expected <block end>", "the indent is not that of the lines above"),
    (r"unexpected end of stream", "a quote or bracket was opened and not closed"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFault:
    """Something in the file that cannot be read, or not in one way."""

    place: Place
    message: str


def explained(error: YAMLError, text: str) -> YamlFault:
    """The parser's words with what usually causes them."""
    if isinstance(error, ReaderError):
        before = text[: error.position]
        place = Place(line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
        return YamlFault(place=place, message="a control character that cannot be seen stands here; remove it")
    problem = str(getattr(error, "problem", None) or str(error).partition("\n")[0])
    mark = None
    if isinstance(error, MarkedYAMLError):
        opened = "end of stream" in problem  # then the place where the quote began helps more than the end of the file
        mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
    hint = next((hint for pattern, hint in _HINTS if re.search(pattern, problem)), "")
    return YamlFault(place=place_of(mark), message=f"not readable as YAML: {problem}" + (f" ({hint})" if hint else ""))


def place_of(mark: object) -> Place:
    return Place(line=getattr(mark, "line", 0) + 1, column=getattr(mark, "column", 0) + 1)
