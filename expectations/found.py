"""What the finders of contacts return."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundContact:
    """A contact in a text: its normalised value, what stands there, and where."""

    value: str
    text: str
    start: int
    end: int
