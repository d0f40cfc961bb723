"""Writes values as YAML in the manner of the inventory: mappings in blocks, what stands inside them on one line."""

import re
from dataclasses import dataclass

from expectations import yaml_reader
from expectations.yaml_reader import Plain

Value = str | list["Value"] | dict[str, "Value"]
_ODD = re.compile(r"[\d.+-][\d_.,:+eE-]*|0[xo][\da-fA-F]+|y|yes|n|no|on|off", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Style:
    """The quotes around texts and around keys: `'`, `"` or none, where none will do."""

    quotes: str = ""
    keys: str = ""


def lines(value: Value, indent: int, style: Style = Style()) -> list[str]:
    """A mapping or list as lines of a block; what is inside its keys stands on one line each."""
    if isinstance(value, list):
        return [line for item in value for line in _item(item, indent, style)]
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _pair(key, inner, indent, style)]
    return [f"{' ' * indent}{flow(value, style)}\n"]


def flow(value: Value, style: Style = Style()) -> str:
    """A value on one line."""
    if isinstance(value, list):
        return f"[{', '.join(flow(item, style) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key, style.keys)}: {flow(inner, style)}" for key, inner in value.items()) + "}"
    return _text(value, style.quotes)


def _pair(key: str, value: Value, indent: int, style: Style) -> list[str]:
    name = f"{' ' * indent}{_text(key, style.keys)}:"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [f"{name}\n", *lines(value, indent + 2, style)]
    return [f"{name} {flow(value, style)}\n"]


def _item(item: Value, indent: int, style: Style) -> list[str]:
    first, *rest = lines(item, indent + 2, style)
    return [f"{' ' * indent}- {first.lstrip(' ')}", *rest]


def _text(text: str, quotes: str) -> str:
    simple = text.isprintable() and text == text.strip()
    if not simple or quotes == '"':
        return text if _DAY.fullmatch(text) else f'"{"".join(map(_sign, text))}"'
    return text if not quotes and _is_plain(text) else "'" + text.replace("'", "''") + "'"


def _sign(sign: str) -> str:
    """A sign between double quotes; what cannot be seen is named by its number."""
    if sign in '"\\':
        return "\\" + sign
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"


def _is_plain(text: str) -> bool:
    """Whether a text needs no quotes: it is read back as itself, and no other reader takes it for a number or yes."""
    if _ODD.fullmatch(text) and not _DAY.fullmatch(text):
        return False
    node, faults = yaml_reader.parse(f"[{text}]")
    items = node.value if node and isinstance(node.value, list) else []
    return not faults and len(items) == 1 and isinstance(items[0].value, Plain) and items[0].value == text
