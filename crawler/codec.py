"""Turns the frozen values of the model into compact JSON and back, driven by their type hints.

A value is the list of its fields in their order, without trailing defaults. Several values of one class are the list of
their columns, one per field, without trailing columns of defaults: a crawl has millions of links, and columns are read
much faster. So a field that is added to the model at the end is stored without a change here; `signature` changes with
every other change.
"""

import dataclasses
import functools
import hashlib
import json
import sys
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum, StrEnum
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from crawler.columns import values

T = TypeVar("T")
_WRITER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
_Converter = Callable[[Any], Any]


def dump(value: Any, kind: Any = None) -> str:
    """The JSON text of a value of the model; `kind` is its type when that is not its class: `tuple[Link, ...]`."""
    wanted: Any = kind or type(value)
    return _WRITER.encode(_encoder(wanted)(value))


def load(kind: type[T], text: str | bytes) -> T:
    """The value of the given type that `dump` wrote. Equal texts in it, and in other values, are one object."""
    wanted: Any = kind
    value: T = _decoder(wanted)(json.loads(text))
    return value


def signature(*kinds: type[Any]) -> str:
    """A short text that is the same as long as the classes have the same fields of the same types."""
    fields = [(k.__name__, [(f.name, str(f.type)) for f in dataclasses.fields(k)]) for k in kinds]
    return hashlib.sha256(repr(fields).encode()).hexdigest()[:16]


def _same(value: Any) -> Any:
    return value


@functools.cache
def _encoder(kind: Any) -> _Converter:
    if _is_value(kind):
        return _value_encoder(kind)
    form, parts = get_origin(kind), get_args(kind)
    if form in (Union, types.UnionType):
        inner = _encoder(_optional(parts))
        return _same if inner is _same else lambda v: None if v is None else inner(v)
    if form is tuple and _is_value(parts[0]):
        return _columns_encoder(parts[0])
    if form is tuple:
        inner = _encoder(parts[0])
        return list if inner is _same else lambda v: [inner(x) for x in v]
    if form is frozenset:
        return sorted
    if form is Mapping:
        key, item = _encoder(parts[0]), _encoder(parts[1])
        return lambda v: {key(k): item(x) for k, x in v.items()}
    if isinstance(kind, type) and issubclass(kind, Enum) and not issubclass(kind, StrEnum):  # those are texts already
        return attrgetter("value")
    return (lambda v: v.isoformat()) if kind is date else _same


def _value_encoder(kind: type[Any]) -> _Converter:
    fields = [(name, _encoder(hint)) for name, hint, _ in _fields(kind)]
    defaults = zip(fields, [default for _, _, default in _fields(kind)], strict=True)
    usual = [default if default is dataclasses.MISSING else told(default) for (_, told), default in defaults]

    def encode(value: Any) -> list[Any]:
        row = [encode_field(getattr(value, name)) for name, encode_field in fields]
        while row and row[-1] == usual[len(row) - 1]:
            row.pop()
        return row

    return encode


def _columns_encoder(kind: type[Any]) -> _Converter:
    fields = [(attrgetter(name), _encoder(hint), default) for name, hint, default in _fields(kind)]

    def encode(values: Any) -> list[Any]:
        columns = [list(map(get, values)) for get, _, _ in fields] if values else []
        while len(columns) > 1 and columns[-1].count(fields[len(columns) - 1][2]) == len(values):
            columns.pop()
        return [
            column if encode_field is _same else list(map(encode_field, column))
            for (_, encode_field, _), column in zip(fields, columns, strict=False)
        ]

    return encode


@functools.cache
def _decoder(kind: Any) -> _Converter:
    if _is_value(kind):
        return _value_decoder(kind)
    form, parts = get_origin(kind), get_args(kind)
    if form in (Union, types.UnionType):
        inner = _decoder(_optional(parts))
        return _same if inner is _same else lambda v: None if v is None else inner(v)
    if form is tuple and _is_value(parts[0]):
        return _columns_decoder(parts[0])
    if form in (tuple, frozenset):
        inner = _decoder(parts[0])
        return lambda v: form(map(inner, v))
    if form is Mapping:
        key, item = _decoder(parts[0]), _decoder(parts[1])
        return lambda v: {key(k): item(x) for k, x in v.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if kind is str:
        return sys.intern  # addresses, headings and link texts stand on many pages
    return date.fromisoformat if kind is date else _same


def _value_decoder(kind: type[Any]) -> _Converter:
    fields = _fields(kind)
    names = [name for name, _, _ in fields]
    decoders = [_decoder(hint) for _, hint, _ in fields]
    special = [(n, decode_field) for n, decode_field in enumerate(decoders) if decode_field is not _same]

    def decode(row: Any) -> Any:
        for n, decode_field in special:
            if n >= len(row):
                break
            row[n] = decode_field(row[n])
        return kind(**dict(zip(names, row, strict=False)))

    return decode


def _columns_decoder(kind: type[Any]) -> _Converter:
    fields = [(_decoder(hint), default) for _, hint, default in _fields(kind)]
    required = sum(1 for _, default in fields if default is dataclasses.MISSING)

    def decode(columns: Any) -> tuple[Any, ...]:
        if not columns:
            return ()
        count = len(columns[0])
        if len(columns) < required or any(len(column) != count for column in columns):
            raise ValueError(f"{kind.__name__} needs {required} columns of equal length")
        told = [list(map(decode_field, column)) for (decode_field, _), column in zip(fields, columns, strict=False)]
        return values(kind, *told, *([default] * count for _, default in fields[len(columns) :]))

    return decode


def _is_value(kind: Any) -> bool:
    return isinstance(kind, type) and dataclasses.is_dataclass(kind)


def _fields(kind: type[Any]) -> list[tuple[str, Any, Any]]:
    """Name, type and default of each field."""
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name], _default(field)) for field in dataclasses.fields(kind)]


def _optional(parts: tuple[Any, ...]) -> Any:
    return next(part for part in parts if part is not type(None))


def _default(field: "dataclasses.Field[Any]") -> Any:
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default
