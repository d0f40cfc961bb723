"""Faults in the inventory's files, each with file, line, column, what is allowed and what was probably meant."""

import types
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from expectations.inventory_fields import shape
from expectations.yaml_faults import Place
from expectations.yaml_reader import Node

START = Place(line=1, column=1)
_ALIKE = 60  # of 100; lower brings suggestions that have nothing to do with the word
_KEY_MARK = "[key]"


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryFault:
    """Something in an inventory that must be repaired. `file` is relative to the inventory."""

    file: str
    line: int
    column: int
    message: str
    allowed: tuple[str, ...] = ()
    suggestion: str | None = None

    def __str__(self) -> str:
        hint = f' Did you mean "{self.suggestion}"?' if self.suggestion else ""
        allowed = f"\n  Allowed: {', '.join(self.allowed)}" if self.allowed else ""
        return f"{self.file}:{self.line}:{self.column}\n  {_sentence(self.message)}{hint}{allowed}"


class InventoryError(Exception):
    """An inventory cannot be used; `faults` holds everything that is wrong with it, `where` is its directory."""

    def __init__(self, faults: Iterable[InventoryFault], where: str = "") -> None:
        self.where = where
        self.faults = tuple(sorted(set(faults), key=lambda x: (x.file, x.line, x.column, x.message)))
        super().__init__("\n".join(map(str, self.faults)))


def at(file: str, place: Place, message: str, allowed: Sequence[str] = (), meant: str | None = None) -> InventoryFault:
    """A fault; `meant` is the word as written, for which a suggestion is sought among the allowed."""
    return InventoryFault(
        file=file,
        line=place.line,
        column=place.column,
        message=message,
        allowed=tuple(allowed),
        suggestion=nearest(meant, allowed) if meant else None,
    )


def _sentence(text: str) -> str:
    """With a capital, unless it starts with the name of a key, which must stay as it is written in the file."""
    starts_with_key = ":" in text.split(" ", 1)[0]
    return (text if starts_with_key else text[:1].upper() + text[1:]) + ("" if text.endswith("?") else ".")


def nearest(word: str, choices: Iterable[str], at_least: int = _ALIKE) -> str | None:
    """The choice that was probably meant, None when none resembles the word."""
    best = process.extractOne(word.lower(), list(choices), scorer=fuzz.ratio, score_cutoff=at_least)
    return best[0] if best else None


def translate(error: ValidationError, node: Node, file: str, part: type[BaseModel]) -> Iterator[InventoryFault]:
    """What pydantic found, said for the editor of the file."""
    for detail in error.errors(include_url=False):
        steps = [step for step in detail["loc"] if step != _KEY_MARK]
        context = detail.get("ctx", {})
        name = str(steps[-1]) if steps else ""
        if detail["type"] == "extra_forbidden":
            allowed = _keys(_part_at(part, steps[:-1]))
            yield at(file, _key_place(node, steps), f'the key "{name}" is not known here', allowed, name)
        elif detail["type"] == "missing":
            yield _missing(node, steps, file)
        else:
            is_key = detail["loc"][-1:] == (_KEY_MARK,)
            place = _key_place(node, steps) if is_key else _find(node, steps).place
            allowed = tuple(str(x) for x in context.get("allowed", ()) or _literals(detail["type"], context))
            meant = context.get("value") or (str(detail["input"]) if allowed else None)
            yield at(
                file, place, _message(detail["type"], detail["msg"], detail["input"], context, steps), allowed, meant
            )


def _missing(node: Node, steps: Sequence[int | str], file: str) -> InventoryFault:
    parent = _find(node, steps[:-1])
    name = str(steps[-1])
    if name in parent.keys:
        return at(file, parent.keys[name], f'the key "{name}" has no value')
    return at(file, parent.place, f'the key "{name}" is missing here')


def _message(kind: str, own: str, value: object, context: dict[str, Any], steps: Sequence[int | str]) -> str:
    name = _readable(steps) or "here"
    if kind == "inventory":
        return f"{name}: {own}"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"{name}: a mapping with keys is expected, not {shape(value)}"
    if kind == "greater_than_equal":
        return f"{name}: must be at least {context['ge']}"
    if kind == "less_than_equal":
        return f"{name}: must be at most {context['le']}"
    if kind == "literal_error":
        return f"{name}: {str(value)[:80]!r} is not one of the allowed values"
    return f"{name}: {own}"


def _literals(kind: str, context: dict[str, Any]) -> tuple[str, ...]:
    if kind != "literal_error":
        return ()
    return tuple(word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", "))


def _readable(steps: Sequence[int | str]) -> str:
    """`routes.url.nl`; which of the routes it is, line and column tell."""
    return ".".join(step for step in steps if isinstance(step, str))


def _find(node: Node, steps: Sequence[int | str]) -> Node:
    """The node at the end of the steps, or the last one that exists on the way."""
    for step in steps:
        value = node.value
        if isinstance(value, dict) and step in value:
            node = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            node = value[step]
        else:
            break
    return node


def _key_place(node: Node, steps: Sequence[int | str]) -> Place:
    parent = _find(node, steps[:-1])
    return parent.keys.get(str(steps[-1]), parent.place) if steps else parent.place


def _part_at(part: Any, steps: Sequence[int | str]) -> Any:
    """The model that describes the mapping at the end of the steps."""
    part = _bare(part)
    for step in steps:
        if isinstance(part, type) and issubclass(part, BaseModel):
            fields = {info.alias or name: info.annotation for name, info in part.model_fields.items()}
            part = _bare(fields.get("root" if "root" in fields else str(step)))
            if "root" not in fields:
                continue
        arguments = [x for x in get_args(part) if x is not Ellipsis]
        part = _bare(arguments[-1]) if arguments else None
    return part


def _bare(annotation: Any) -> Any:
    """A type without its validators and without None."""
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        inner = [x for x in get_args(annotation) if x is not type(None)]
        annotation = inner[0]
    return annotation


def _keys(part: Any) -> tuple[str, ...]:
    if isinstance(part, type) and issubclass(part, BaseModel):
        return tuple(info.alias or name for name, info in part.model_fields.items())
    if isinstance(part, type) and issubclass(part, StrEnum):
        return tuple(part)
    return ()
