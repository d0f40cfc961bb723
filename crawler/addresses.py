"""What becomes of every address that a page, a sitemap or a redirect names: visited, left, or not ours."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from crawler.gist import Gist, Lead, leads
from crawler.guard import Guard
from crawler.guide import Guide
from crawler.journal import Journal
from crawler.ledger import Entry, Ledger, State
from crawler.scope import MAX_NEWS, Scope
from crawler.signs import Sight, Signs
from crawler.traps import Traps
from expectations.model import Cause
from expectations.urls import MAX_LENGTH, origin, path_words, slug
from expectations.vocabulary import Vocabulary

MAX_LINKS = 6_000  # of one page
PROMISING = 0.6  # from which an address or text speaks of a kind of route
_TEXT = 400  # characters of a link text
_HEADING_WEIGHT = 0.9  # a heading tells less of a link than its own text
TELLING = 0.6  # the promise from which a page is read with care
NAMED = 1.0  # a link to the page, or its address, names a kind of route
_FROM_EXPECTED = 1  # the links of a page of the inventory are looked at
_NEVER = -1_000_000
_CONTACT = "contact"  # in the text or address of a page from which clicks are counted as from home


@dataclass(slots=True)
class Addresses:
    """Adds what is found to the ledger. `wanted` is told every entry that is to be visited, or sooner than before;
    `matter` every entry whose bad end would be told. `known` are the addresses that the last report needed; `counts` is
    how many there are to visit per origin."""

    scope: Scope
    guard: Guard
    traps: Traps
    vocabulary: Vocabulary
    wanted: Callable[[Entry], None]
    matter: Callable[[Entry], None]
    journal: Journal
    guide: Guide
    known: frozenset[str] = frozenset()
    ledger: Ledger = field(default_factory=Ledger)
    counts: Counter[str] = field(default_factory=Counter)
    _blocks: dict[int, tuple[bool, int]] = field(default_factory=dict)
    _only_on: dict[str, str] = field(default_factory=dict)
    _places: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    _news: int = 0

    def seed(self, found: str) -> Entry:
        """An address of the inventory."""
        entry = self.ledger.get(found)
        if entry is None:
            entry = self.ledger.add(Entry(found, State.WAITING, in_scope=True, matters=True))
            entry.reach = self.scope.clicks.get(found, _FROM_EXPECTED)
            self.counts[origin(found)] += 1
        return entry

    def copied(self, found: str) -> list[Entry]:
        """The same page on the aliases that must show it; one that is not there is no fault."""
        copies = [self.seed(copy) for copy in self.scope.copies_of(found) if self.ledger.get(copy) is None]
        for entry in copies:
            entry.expected, entry.matters = True, False
        return copies

    def led_to(self, found: str, source: Entry) -> Entry:
        """An address that another one sends its visitors to."""
        entry = self.ledger.get(found)
        if entry is None:
            entry = self._new(found, None, source.depth, source.hop + 1, reach=source.reach, signs=source.signs)
            entry.found_on = source.found_on
        self._reach(entry, source.reach)
        return entry

    def listed(self, found: str) -> None:
        """An address in a sitemap: only those of our own scope count."""
        if not self.scope.contains(found):
            return
        entry = self.ledger.get(found)
        if entry is None and self.scope.asked is not None:
            return
        if entry is None:
            self._new(found, None, 0, listed=True)
        elif not entry.in_sitemap:
            entry.in_sitemap = True
            if entry.left is Cause.TRAP:
                self.visit(entry)
            self.ledger.touch(entry)

    def linked(self, source: Entry, gist: Gist, lent: Signs) -> None:
        """The links of a page, to which it lends these signs."""
        if self.scope.asked is not None:
            self._new_since(source, gist)
            return
        self._look(source, gist.packed.numbers, partial(self._block, gist), lent)
        for other in gist.alternates:
            if self.ledger.get(other) is None:
                self._new(other, source.address, source.depth + 1)

    def _new_since(self, source: Entry, gist: Gist) -> None:
        """Of what was not there before only what promises to be what was missed is visited."""
        for key in gist.packed.numbers:
            for target, text, heading, _ in self._block(gist, key):
                known = self.ledger.get(target) is not None or not self.scope.is_news(target)
                if known or self._news >= MAX_NEWS or source.depth > 1 or self.guard.refuses(target):
                    continue
                if max(map(self.vocabulary.promise, (text, heading, path_words(target)))) >= PROMISING:
                    self._news += 1
                    entry = Entry(target, in_scope=True, expected=True, matters=True, depth=source.depth + 1)
                    entry.text = text[:_TEXT]
                    self.visit(self.ledger.add(entry))

    def rejected(self, raw: str, cause: Cause) -> None:
        """A link that no visit can be made to."""
        shown = raw.encode("utf-8", "replace").decode()[:MAX_LENGTH]
        if self.ledger.get(shown) is None:
            self.ledger.add(Entry(shown, State.LEFT, left=cause))

    def visit(self, entry: Entry) -> None:
        """An address that was left is to be visited after all."""
        entry.state, entry.left = State.WAITING, None
        self.ledger.touch(entry)
        self.wanted(entry)

    def _block(self, gist: Gist, key: int) -> tuple[Lead, ...]:
        """A block of links of a page; an earlier page may have brought it."""
        block = gist.leads.get(key)
        return block if block is not None else self._stored(key)

    def _stored(self, key: int) -> tuple[Lead, ...]:
        return leads(self.journal.pages.block(key))

    def _look(
        self, source: Entry, numbers: Iterable[int], block: Callable[[int], tuple[Lead, ...]], lent: Signs
    ) -> None:
        """Looks at a block of links once, and again only on a page that matters more or is nearer by."""
        room = MAX_LINKS
        for key in numbers:
            relevant, reach = self._blocks.get(key, (False, _NEVER))
            if (source.relevant and not relevant) or source.reach > reach:
                self._blocks[key] = (source.relevant or relevant, max(source.reach, reach))
                found = block(key)
                for lead in found[:room]:
                    self._link(lead, source, lent)
                for lead in found[room:]:
                    self._beyond(lead)
                room = max(0, room - len(found))

    def _look_again(self, entry: Entry) -> None:
        """The links of a page of which more is known now than when it was read."""
        if entry.state is State.DONE and entry.visit is not None and entry.visit.cause is Cause.ANSWERED:
            self._look(entry, self.journal.pages.numbers(entry.address), self._stored, ())

    def _reach(self, entry: Entry, reach: int) -> None:
        if reach > entry.reach:
            entry.reach = reach
            self.ledger.touch(entry)
            self._look_again(entry)

    def _link(self, lead: Lead, source: Entry, lent: Signs) -> None:
        target, text, heading, _ = lead
        entry, eye, sooner = self.ledger.get(target), self.guide.eye, False
        at_contact = source.home and (_CONTACT in text.lower() or _CONTACT in slug(target))
        reach = source.reach if at_contact else source.reach - 1
        if entry is None or (entry.state is State.LEFT and entry.left is Cause.BUDGET):
            entry = self._new(target, source.address, source.depth + 1, reach=reach, signs=eye.link(lead, lent))
            entry.found_on = source.address
        elif entry.state is State.WAITING:
            sooner = self.guide.guess(entry, eye.link(lead, lent))
        if entry.pattern and entry.left is None and self._only_on.get(target) != source.address:
            entry.pattern = ""  # known from a second page: nothing that was made up for the first
            self.ledger.touch(entry)
        if entry.route and lent:
            self.guide.confirm(eye.link(lead, lent))
        waits = entry.state is State.WAITING and not entry.attempts
        needed = waits and entry.proves
        told = eye.promise(text)
        if text and text != entry.text and (not entry.text or self._tells_more(told, text, entry)):
            entry.text = text[:_TEXT]
            self.ledger.touch(entry)
        hoped = max(told, _HEADING_WEIGHT * eye.promise(heading))
        if hoped > entry.promise:
            self._promising(entry, hoped)
        self._reach(entry, reach)
        if source.relevant and not entry.matters:
            self.matter(entry)
        if waits and (sooner or (entry.proves and not needed)):
            self.wanted(entry)

    def _promising(self, entry: Entry, promise: float) -> None:
        """A link says more of an address than was known: what was read already may need another look."""
        entry.promise = promise
        self.ledger.touch(entry)
        if entry.state is not State.DONE or entry.visit is None or entry.visit.cause is not Cause.ANSWERED:
            return
        if promise >= TELLING and entry.in_scope and not entry.careful:
            self.visit(entry)
        elif promise >= NAMED and not entry.relevant:
            entry.relevant = True
            self._look_again(entry)

    def _beyond(self, lead: Lead) -> None:
        """One link too many of a page: known, so that nobody believes that all was seen, and left."""
        target, text, *_ = lead
        if self.ledger.get(target) is None:
            within = self.scope.contains(target)
            left = Cause.BUDGET if within else Cause.OFF_SITE
            self.ledger.add(Entry(target, State.LEFT, in_scope=within, text=text[:_TEXT], left=left))

    def _tells_more(self, told: float, text: str, entry: Entry) -> bool:
        """Whether it does than the text known; among equals the first in the alphabet, so that the order of visits does
        not matter."""
        return (-told, text) < (-self.guide.eye.promise(entry.text), entry.text)

    def _new(
        self,
        found: str,
        found_on: str | None,
        depth: int,
        hop: int = 0,
        *,
        reach: int = -1,
        signs: Sight = (),
        listed: bool = False,
    ) -> Entry:
        where = origin(found)
        within, refused = self._place(where)
        entry = Entry(found, in_scope=within, depth=depth, hop=hop, reach=max(reach, -1), in_sitemap=listed)
        self.ledger.add(entry)
        entry.promise = self.vocabulary.promise(path_words(found))
        entry.known = found in self.known
        if signs:
            self.guide.guess(entry, signs)
        elif within:
            self.guide.by_itself(entry)
        entry.left = Cause.FORBIDDEN_ADDRESS if refused else self._barred(entry, found_on)
        if entry.left is not None:
            entry.state = State.LEFT
        elif within:
            self.counts[where] += 1
            self.visit(entry)
        else:
            entry.left = Cause.OFF_SITE
        return entry

    def _place(self, where: str) -> tuple[bool, bool]:
        """Whether the addresses of an origin are in our scope, and whether they are forbidden."""
        known = self._places.get(where)
        if known is None:
            known = self._places[where] = (self.scope.contains(where), self.guard.refuses(where))
        return known

    def _barred(self, entry: Entry, found_on: str | None) -> Cause | None:
        if len(entry.address) > MAX_LENGTH:
            return Cause.TOO_LONG
        if self.traps.too_deep(entry.address):
            return Cause.TOO_DEEP
        if entry.in_scope and found_on is not None:
            entry.pattern = self.traps.pattern(entry.address, found_on, entry.depth) or ""
            if entry.pattern:
                return Cause.TRAP
            entry.pattern = self.traps.nest(entry.address, found_on)
            if entry.pattern:
                self._only_on[entry.address] = found_on
        return None
