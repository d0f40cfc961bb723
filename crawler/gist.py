"""What the survey needs to know of a page that was read, in its own process or in another."""

from collections.abc import Mapping
from dataclasses import dataclass

from crawler.packing import Packed
from expectations.model import Cause, Link

Lead = tuple[str, str, str, str]
"""Where a link leads, its text, its heading and its region: all that it takes to follow it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """`careful` and `plain` are how it was read (see `Reader`); `cut`: it has sections. `names`: its title, top heading
    or slug names a kind of route; `route`: it seems to be one (focus.py). `heading` and `above` are what it and the
    page above it are called. `leads` are the links of its blocks by their numbers, but for those that came with an
    earlier page. Without `whole` it is only the beginning of a page that is too large."""

    careful: bool
    plain: bool
    names: bool
    cut: bool = False
    route: bool = False
    heading: str = ""
    above: str = ""
    refresh: str | None
    rejected: tuple[tuple[str, Cause], ...]
    alternates: tuple[str, ...]
    packed: Packed
    leads: Mapping[int, tuple[Lead, ...]]
    whole: bool = True
    scripted: bool = False


def leads(links: tuple[Link, ...]) -> tuple[Lead, ...]:
    """What it takes to follow a block of links."""
    return tuple([(link.target, link.text, link.heading, link.region.value) for link in links])
