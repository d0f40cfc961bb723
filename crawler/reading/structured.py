"""Structured data (JSON-LD) in a page, as flat list of things."""

import json
from collections.abc import Iterator
from typing import Any

from crawler.reading.tree import Tree

Thing = dict[str, Any]
MAX_SIZE = 200_000
_MAX_THINGS = 200
_CHILDREN = ("@graph", "mainEntity", "breadcrumb", "mainEntityOfPage")


def things(tree: Tree) -> tuple[Thing, ...]:
    """The things that the page's JSON-LD describes; what cannot be read is left out."""
    found: list[Thing] = []
    for node in tree.find("script"):
        text = tree.attributes[node].get("content") or ""
        if len(text) <= MAX_SIZE:
            try:
                found.extend(_flat(json.loads(text)))
            except (ValueError, RecursionError):
                continue
    return tuple(found[:_MAX_THINGS])


def is_a(thing: Thing, name: str) -> bool:
    kind = thing.get("@type")
    return kind == name or (isinstance(kind, list) and name in kind)


def _flat(data: Any) -> Iterator[Thing]:
    """Things in lists, graphs and known properties, without recursion."""
    waiting = [data]
    seen = 0
    while waiting and seen < _MAX_THINGS:
        seen += 1
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting.extend(here[:_MAX_THINGS])
        elif isinstance(here, dict):
            yield here
            waiting.extend(here[name] for name in _CHILDREN if name in here)
