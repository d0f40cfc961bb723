"""Changes single values of a YAML file and leaves every other byte as it is: comments, quotes, order and blank lines.

What was written is read again, and must mean exactly what was asked; else nothing is changed.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from expectations import yaml_reader
from expectations.yaml_write import Style, flow, lines

Value = str | list["Value"] | dict[str, "Value"]
Step = str | int


class EditError(Exception):
    """The file cannot be changed in this way; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Puts a value in a place: `path` leads there by keys and numbers of list items. With `append` the place is a list
    (absent counts as empty) that gets one item more. `order` names the keys before which a new key does not go."""

    path: tuple[Step, ...]
    value: Value
    append: bool = False
    order: tuple[str, ...] = ()


def edited(text: str, edit: Edit) -> str:
    """The text with the change. Raises EditError."""
    before, faults = yaml_reader.parse(text)
    if faults:
        raise EditError("it cannot be read")
    if before is None:
        value = _nested(edit.path, [edit.value] if edit.append else edit.value)
        return _checked(text + _broken(text, len(text)) + "".join(lines(value, 0)), None, edit)
    try:
        root = YAML(typ="rt", pure=True).compose(text)
    except YAMLError as error:
        raise EditError(str(error)) from error
    return _checked(_put(text, root, edit, edit.path), before.plain(), edit)


def _checked(changed: str, before: object, edit: Edit) -> str:
    after, faults = yaml_reader.parse(changed)
    wanted = _intended(before, edit)
    if faults or after is None or after.plain() != wanted:
        raise EditError("it cannot be changed without changing something else too (is it named with & ?)")
    return changed


def _intended(before: object, edit: Edit) -> object:
    """What the file must mean afterwards."""
    root: Any = {"": deepcopy(before)}
    place, key = root, ""
    for step in edit.path:
        if place[key] is None:
            place[key] = {}
        place, key = place[key], step  # type: ignore[assignment]
        if isinstance(place, dict):
            place.setdefault(key, None)
    if edit.append:
        place[key] = [*(place[key] or []), edit.value]
    else:
        place[key] = edit.value
    return root[""]


def _put(text: str, node: Node, edit: Edit, path: tuple[Step, ...]) -> str:
    if not path:
        return _append(text, node, edit.value) if edit.append else _replace(text, node, edit.value)
    inner = _inner(node, path[0])
    if inner is not None:
        key, there = inner
        rest = _nested(path[1:], [edit.value] if edit.append else edit.value)
        if key is not None and _is_empty(there) and (len(path) > 1 or edit.append):
            return _fill(text, key, there, rest)
        return _put(text, there, edit, path[1:])
    if isinstance(node, MappingNode) and isinstance(path[0], str):
        value = _nested(path[1:], [edit.value] if edit.append else edit.value)
        return _add_key(text, node, path[0], value, edit.order)
    raise EditError(f"there is no {'.'.join(map(str, edit.path))}")


def _nested(path: tuple[Step, ...], value: Value) -> Value:
    for step in reversed(path):
        value = {str(step): value}
    return value


def _inner(node: Node, step: Step) -> tuple[ScalarNode | None, Node] | None:
    """What stands at a step, with its key."""
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _is_empty(node: Node) -> bool:
    if isinstance(node, ScalarNode):
        return node.style is None and node.value in ("", "~", "null", "Null", "NULL")
    return not node.value


def _fill(text: str, key: ScalarNode, node: Node, value: Value) -> str:
    """Puts a value in the place of nothing, `[]` or `{}`: items that are mappings on lines of their own."""
    keys = Style(keys=key.style or "")
    start = text.index(":", key.end_mark.index) + 1
    end = start if _is_blank(node) else node.end_mark.index
    line_end = _end_of_line(text, end)
    after = text[end:line_end].strip()
    is_block = text[text.rfind("\n", 0, start) + 1 : key.start_mark.index].strip(" -") == ""
    if isinstance(value, list) and isinstance(value[0], dict) and is_block and (not after or after.startswith("#")):
        written = "".join(lines(value, key.start_mark.column + 2, keys))
        rest = f"  {after}\n" if after else "\n"
        return text[:start] + rest + written + text[line_end:]
    return text[:start] + " " + flow(value, keys) + text[end:]


def _is_blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value == ""


def _replace(text: str, node: Node, value: Value) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        raise EditError("a text of several lines stands there")
    if not isinstance(node, ScalarNode):
        raise EditError("a list or mapping stands there")
    written = flow(value, Style(node.style or ""))
    return text[:start] + (" " if start == end else "") + written + text[end:]


def _append(text: str, node: Node, value: Value) -> str:
    if not isinstance(node, SequenceNode):
        raise EditError("no list stands there")
    if node.flow_style:
        return _into_flow(text, node, flow(value, _style(node)), node.value[-1] if node.value else None)
    place = _end_of_line(text, _end(node.value[-1]))
    style = _style(node.value[-1]) if isinstance(node.value[-1], MappingNode) else _style(node)
    return text[:place] + _broken(text, place) + "".join(lines([value], node.start_mark.column, style)) + text[place:]


def _add_key(text: str, node: MappingNode, key: str, value: Value, order: tuple[str, ...]) -> str:
    style = _style(node)
    before = order[: order.index(key)] if key in order else order
    earlier = [pair for pair in node.value if pair[0].value in before] or ([] if key in order else node.value)
    last = earlier[-1][1] if earlier else None
    if node.flow_style:
        written = f"{flow(key, style)}: {flow(value, style)}"
        return _into_flow(text, node, written, last if last is not None else _last(node))
    indent = node.value[0][0].start_mark.column
    place = _end_of_line(text, _end(last if last is not None else node.value[-1][1]))
    line = "".join(lines({key: value}, indent, style))
    return text[:place] + _broken(text, place) + line + text[place:]


def _last(node: MappingNode) -> Node | None:
    return node.value[-1][1] if node.value else None


def _into_flow(text: str, node: Node, written: str, after: Node | None) -> str:
    place = node.start_mark.index + 1 if after is None else after.end_mark.index
    return text[:place] + (written if after is None else ", " + written) + text[place:]


def _broken(text: str, place: int) -> str:
    """A line end, where the text before a new line has none."""
    return "" if place == 0 or text[place - 1] == "\n" else "\n"


def _end(node: Node) -> int:
    """Where the last thing in a node ends; a block's own mark lies behind the comments that follow it."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        return _end(node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1])
    end: int = node.end_mark.index
    return end


def _end_of_line(text: str, place: int) -> int:
    """The start of the next line."""
    while place > 0 and text[place - 1] == "\n":  # a text of several lines ends behind its last line
        place -= 1
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1


def _style(node: Node) -> Style:
    """How keys and texts are quoted there, by the first of each."""
    keys = node.value[0][0].style or "" if isinstance(node, MappingNode) and node.value else ""
    text: Node | None = node
    while isinstance(text, MappingNode | SequenceNode):
        inner = text.value[0] if text.value else None
        text = inner[1] if isinstance(inner, tuple) else inner
    return Style((isinstance(text, ScalarNode) and text.style) or "", keys)
