"""Turns the frozen values of the model into compact JSON and back, driven by their type hints.

A value is the list of its fields in their order, without trailing defaults. So a field that is added to the model at
the end is stored without a change here; `signature` changes with every other change.
"""

import dataclasses
import functools
import hashlib
import json
import sys
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Converter = Callable[[Any], Any]


def dump(value: Any) -> str:
    """The JSON text of a value of the model."""
    return json.dumps(to_plain(value), ensure_ascii=True, separators=(",", ":"))


def load(kind: type[T], text: str | bytes) -> T:
    """The value of the given class that `dump` wrote."""
    return from_plain(kind, json.loads(text))


def to_plain(value: Any) -> Any:
    kind: Any = type(value)
    return _encoder(kind)(value)


def from_plain(kind: type[T], plain: Any) -> T:
    wanted: Any = kind
    value: T = _decoder(wanted)(plain)
    return value


def signature(*kinds: type[Any]) -> str:
    """A short text that is the same as long as the classes have the same fields of the same types."""
    fields = [(k.__name__, [(f.name, str(f.type)) for f in dataclasses.fields(k)]) for k in kinds]
    return hashlib.sha256(repr(fields).encode()).hexdigest()[:16]


def _same(value: Any) -> Any:
    return value


@functools.cache
def _encoder(kind: Any) -> _Converter:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _value_encoder(kind)
    form, parts = get_origin(kind), get_args(kind)
    if form in (Union, types.UnionType):
        inner = _encoder(_optional(parts))
        return _same if inner is _same else lambda v: None if v is None else inner(v)
    if form is tuple:
        inner = _encoder(parts[0])
        return list if inner is _same else lambda v: [inner(x) for x in v]
    if form is frozenset:
        return sorted
    if form is Mapping:
        key, item = _encoder(parts[0]), _encoder(parts[1])
        return lambda v: {key(k): item(x) for k, x in v.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda v: v.value
    return (lambda v: v.isoformat()) if kind is date else _same


def _value_encoder(kind: type[Any]) -> _Converter:
    hints = get_type_hints(kind)
    fields = [(f.name, _encoder(hints[f.name]), _default(f)) for f in dataclasses.fields(kind)]

    def encode(value: Any) -> list[Any]:
        row = [encode_field(getattr(value, name)) for name, encode_field, _ in fields]
        for _, encode_field, default in reversed(fields):
            if default is dataclasses.MISSING or row[-1] != encode_field(default):
                break
            row.pop()
        return row

    return encode


@functools.cache
def _decoder(kind: Any) -> _Converter:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _value_decoder(kind)
    form, parts = get_origin(kind), get_args(kind)
    if form in (Union, types.UnionType):
        inner = _decoder(_optional(parts))
        return _same if inner is _same else lambda v: None if v is None else inner(v)
    if form is tuple:
        inner = _decoder(parts[0])
        return tuple if inner is _same else lambda v: tuple([inner(x) for x in v])
    if form is frozenset:
        return frozenset
    if form is Mapping:
        key, item = _decoder(parts[0]), _decoder(parts[1])
        return lambda v: {key(k): item(x) for k, x in v.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if kind is str:
        return sys.intern  # the same addresses, headings and link texts stand on many pages
    return date.fromisoformat if kind is date else _same


def _value_decoder(kind: type[Any]) -> _Converter:
    """Fills the slots of a value itself: millions of links are read, and `__init__` of a frozen class is slow."""
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)
    decoders = [_decoder(hints[field.name]) for field in fields]
    special = [(n, decode) for n, decode in enumerate(decoders) if decode is not _same]
    setters = [getattr(kind, field.name).__set__ for field in fields]
    defaults = [_default(field) for field in fields]
    required = defaults.count(dataclasses.MISSING)

    def decode(row: Any) -> Any:
        given = len(row)
        if given < required:
            raise ValueError(f"a {kind.__name__} with {given} fields")
        for n, decode_field in special:
            if n >= given:
                break
            row[n] = decode_field(row[n])
        row.extend(defaults[given:])
        value = object.__new__(kind)
        for set_field, part in zip(setters, row, strict=True):
            set_field(value, part)
        return value

    return decode


def _optional(parts: tuple[Any, ...]) -> Any:
    return next(part for part in parts if part is not type(None))


def _default(field: "dataclasses.Field[Any]") -> Any:
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default
