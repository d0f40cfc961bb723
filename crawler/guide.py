"""Says how promising every address is, and learns from what it turned out to be."""

from math import floor

from crawler.focus import Focus
from crawler.gist import Gist
from crawler.ledger import STEP, Entry
from crawler.owners import Owners
from crawler.signs import LISTED, Eye, Sight, Signs
from expectations.vocabulary import Vocabulary

_LEADS_THERE = 0.5  # the worth of a page that is no route, and leads to one
_FEW = 40  # lessons after which all guesses are made again, and more as there are more guesses to make
_SHARE = 10
_LISTED: Signs = (LISTED,)


class Guide:
    """Guesses by signs, which its `eye` sees, with weights that it learns under way."""

    def __init__(self, vocabulary: Vocabulary, owners: Owners) -> None:
        self.owners = owners
        self._focus = Focus()
        self.eye = Eye(vocabulary, owners)
        self._told = 0

    def lent(self, entry: Entry, gist: Gist) -> Signs:
        """The signs that a page lends to its links."""
        return self.eye.page(entry.address, gist)

    def by_itself(self, entry: Entry) -> None:
        """A guess about an address to which no link is known yet."""
        self.guess(entry, (self.eye.address(entry.address), _LISTED))

    def guess(self, entry: Entry, seen: Sight) -> bool:
        """A guess by a link; whether it is so much better than what was known that the address comes sooner."""
        hope = self._focus.hope(seen)
        if entry.signs and entry.signs[-1] is not _LISTED and hope <= entry.hope:
            return False
        sooner = floor(hope / STEP) > floor(entry.hope / STEP)
        entry.hope, entry.signs = hope, seen
        return sooner

    def remember(self, entry: Entry) -> None:
        """The guess about an address of an interrupted crawl, of which only the text of a link is known."""
        self.by_itself(entry)
        if entry.text:
            entry.signs = (self.eye.said(entry.text), *entry.signs)
            entry.hope = self._focus.hope(entry.signs)

    def learn(self, entry: Entry, leader: Entry | None) -> None:
        """The page behind an address was read; `leader` is the page that told of it."""
        if entry.signs:
            self._focus.learn(entry.signs, float(entry.route))
        if entry.route and leader is not None and leader.signs and not leader.route:
            self._focus.learn(leader.signs, _LEADS_THERE)

    def confirm(self, seen: Sight) -> None:
        """One more link to what is known to be a route."""
        self._focus.learn(seen, 1.0)

    def has_learned(self, waiting: int) -> bool:
        """Whether so much was learned that all guesses about the waiting addresses should be made again."""
        if self._focus.lessons - self._told < max(_FEW, waiting // _SHARE):
            return False
        self._told = self._focus.lessons
        return True

    def again(self, entry: Entry) -> None:
        """The guess with what is known now."""
        if entry.signs:
            entry.hope = self._focus.hope(entry.signs)
