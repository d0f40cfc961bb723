"""What a route page says in words: statements, terms, names that are no longer current, its title."""

from dataclasses import dataclass

from expectations.deadlines import Deadline
from expectations.model import Statement
from expectations.outdated import Outdated


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """`required` are the statements that the page must make, `said` those it makes with the sentence that makes them.

    `longer` tells that it names a term, and speaks of a committee or an extension. `title_likeness` compares its title
    with the inventory's, in percent; None without a title there.
    """

    required: tuple[Statement, ...] = ()
    said: frozenset[Statement] = frozenset()
    deadlines: tuple[Deadline, ...] = ()
    longer: bool = False
    old_names: tuple[Outdated, ...] = ()
    old_laws: tuple[Outdated, ...] = ()
    title_likeness: float | None = None
