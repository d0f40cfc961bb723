"""Reads YAML 1.2 into plain nodes that know where they stand; never more than the inventory format needs.

Text stays text: `no`, `010` and `12:30` are what they look like. Duplicate keys, tags, endless nesting and alias bombs
are faults with a place. Nothing is constructed from tags, and nothing recurses, so hostile files end quickly.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from expectations.yaml_faults import Place, YamlFault, explained, place_of

MAX_BYTES = 500_000
MARK = b"\xef\xbb\xbf"  # a byte order mark of UTF-8, which some editors write
MAX_DEPTH = 20
MAX_NODES = 100_000
_STRING_TAG = "tag:yaml.org,2002:str"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})


class Plain(str):
    """A text that stands in the file without quotes, so that it may also be meant as a number."""

    __slots__ = ()


@dataclass(slots=True, kw_only=True)
class Node:
    """A value and its place; `keys` are the places of a mapping's keys. `size` and `height` count aliases in full."""

    value: "dict[str, Node] | list[Node] | Plain | str | bool | None"
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    size: int = 1
    height: int = 1

    def plain(self) -> object:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def decode(raw: bytes) -> str:
    """The text of a file with one kind of line end and without byte order mark; UTF-8, or UTF-16 with its mark.

    Raises ValueError with a readable message.
    """
    if len(raw) > MAX_BYTES:
        raise ValueError(f"the file is larger than {MAX_BYTES:,} bytes")
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line} is not UTF-8 text; save the file as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse(text: str) -> tuple[Node | None, tuple[YamlFault, ...]]:
    """The document, None when there is none or it cannot be read to its end, and all faults found on the way."""
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except _RefusedError as refused:
        return None, (*builder.faults, refused.fault)
    except YAMLError as error:
        return None, (*builder.faults, explained(error, text))
    return builder.root, tuple(builder.faults)


class _RefusedError(Exception):
    """The rest of the file is not worth reading."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.fault = YamlFault(place=place, message=message)


@dataclass(slots=True)
class _Open:
    """A mapping or list that has not ended yet; `key` is the key whose value comes next, `skip` drops that value."""

    node: Node
    anchor: str | None
    key: str | None = None
    skip: bool = False


class _Builder:
    """Puts nodes together from the events of the parser."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[YamlFault] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._documents = 0

    def take(self, event: Event) -> None:
        place = place_of(event.start_mark)
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _RefusedError(place, "a second document starts here; the format has one per file")
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._start(event, place)
        elif isinstance(event, CollectionEndEvent):
            ended = self._open.pop()
            self._put(ended.node, ended.anchor)
        elif isinstance(event, ScalarEvent):
            self._scalar(event, place)
        elif isinstance(event, AliasEvent):
            self._alias(event, place)

    def _start(self, event: MappingStartEvent | SequenceStartEvent, place: Place) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise _RefusedError(place, f"nested deeper than {MAX_DEPTH} levels")
        if event.tag is not None:
            self._fault(place, f"the tag {_short(event.tag)} is not part of the format")
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.node.value, dict) and parent.key is None:
            raise _RefusedError(place, "a key must be a single word, not a list or mapping")
        node = Node(value={} if isinstance(event, MappingStartEvent) else [], place=place)
        self._open.append(_Open(node, event.anchor))

    def _scalar(self, event: ScalarEvent, place: Place) -> None:
        if event.tag is not None and event.tag != _STRING_TAG:
            self._fault(place, f"the tag {_short(event.tag)} is not part of the format")
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.node.value, dict) and parent.key is None:
            self._key(parent, str(event.value), place)
        else:
            self._put(Node(value=_value(event), place=place), event.anchor)

    def _key(self, parent: _Open, key: str, place: Place) -> None:
        parent.key = key
        first = parent.node.keys.get(key)
        parent.skip = first is not None
        if first is None:
            parent.node.keys[key] = place
        else:
            self._fault(place, f'the key "{key}" stands here a second time; first on line {first.line}:{first.column}')

    def _alias(self, event: AliasEvent, place: Place) -> None:
        known = self._anchors.get(event.anchor)
        if known is None:
            raise _RefusedError(place, f"*{event.anchor} refers to nothing that was named before with &{event.anchor}")
        self._put(known, None, place)

    def _put(self, node: Node, anchor: str | None, place: Place | None = None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        holder = parent.node
        holder.size += node.size
        holder.height = max(holder.height, node.height + 1)
        if holder.size > MAX_NODES or holder.height > MAX_DEPTH + 1:
            raise _RefusedError(place or node.place, "more than any inventory could hold; aliases repeat too much")
        if isinstance(holder.value, list):
            holder.value.append(node)
        elif isinstance(holder.value, dict) and parent.key is not None:
            if not parent.skip:
                holder.value[parent.key] = node
            parent.key = None

    def _fault(self, place: Place, message: str) -> None:
        self.faults.append(YamlFault(place=place, message=message))


def _events(text: str) -> Iterator[Event]:
    events: Iterator[Event] = YAML(typ="safe", pure=True).parse(io.StringIO(text))
    return events


def _value(event: ScalarEvent) -> Plain | str | bool | None:
    text = str(event.value)
    if not event.implicit[0]:  # quoted, or tagged as text
        return text
    if text in _NULLS:
        return None
    return text.lower() == "true" if text in _TRUTHS else Plain(text)


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
