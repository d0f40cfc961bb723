"""Records what a look at an address showed, and whether, when and why it is looked at again.

One visit, at most two retries of what may pass by itself, and one confirmation where a bad end would be told.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from crawler.addresses import NAMED, TELLING, Addresses
from crawler.answers import PERMANENT, REDIRECTS, Answer, visited
from crawler.cookies import Jar
from crawler.gist import Gist
from crawler.journal import Journal
from crawler.ledger import Entry, Ledger, State
from crawler.outcomes import CONFIRMABLE, OUTCOMES, TRANSIENT
from crawler.reader import Reader
from crawler.settle import SETS_COOKIE
from expectations.chains import MAX_HOPS
from expectations.model import Cause, Outcome
from expectations.urls import AddressError, address, origin

MAX_LOOKS = 3  # one visit and two retries; a confirmation may follow
_SHOWN = 200  # characters of something that is no address


@dataclass(slots=True)
class Looks:
    """`wanted` is told every entry to be looked at (again); `flying` are the addresses asked for at this moment.
    Without `patient` nothing is asked again. With `scripts` a page that needs its scripts is looked at in a browser."""

    ledger: Ledger
    addresses: Addresses
    journal: Journal
    reader: Reader
    wanted: Callable[[Entry], None]
    now: Callable[[], float]
    confirm_after: float
    flying: set[str]
    patient: bool = True
    scripts: bool = False
    jar: Jar = field(default_factory=Jar)

    def take(self, entry: Entry, answer: Answer) -> None:
        """Records one look at an address, and asks for the next when one is needed."""
        entry.attempts += 1
        earlier, entry.visit = entry.visit, visited(entry.address, answer, entry.attempts, self.now())
        entry.state, entry.left = State.DONE, None
        self.ledger.touch(entry)
        if entry.confirming:
            entry.confirming, entry.checked = False, True
            agreed = earlier is not None and OUTCOMES[earlier.cause] is OUTCOMES[answer.cause]
            entry.visit = replace(entry.visit, confirmed=agreed and answer.cause in CONFIRMABLE)
        elif answer.cause in TRANSIENT and entry.attempts < MAX_LOOKS and self.patient:
            self._again(entry)
        else:
            self._confirm(entry)
        if answer.location is not None and answer.status in REDIRECTS:
            self._follow(entry, answer)
        elif answer.page:
            self._read(entry, answer)

    def care(self, entry: Entry) -> tuple[bool, bool]:
        """Whether the page behind an entry is read with care, and whether plainly (see `Reader`)."""
        return entry.expected or entry.promise >= TELLING, not entry.in_scope

    def _again(self, entry: Entry) -> None:
        entry.state = State.WAITING
        entry.due = self.now() + self.confirm_after
        self.wanted(entry)

    def _confirm(self, entry: Entry) -> None:
        """One more look, later and on a fresh connection, when a bad end of this address would be told."""
        visit = entry.visit
        if visit is None or entry.state is not State.DONE or entry.checked or not self.patient:
            return
        if entry.matters and visit.attempts and visit.cause in CONFIRMABLE and not visit.confirmed:
            entry.confirming = True
            self._again(entry)

    def _follow(self, entry: Entry, answer: Answer) -> None:
        """Every hop is an address of its own, visited so that the end of the link is known."""
        assert entry.visit is not None
        try:
            target = address(answer.location or "", entry.address)
        except AddressError:
            bad, shown = Cause.BAD_REDIRECT, (answer.location or "")[:_SHOWN]
            entry.visit = replace(entry.visit, cause=bad, outcome=OUTCOMES[bad], detail=shown)
            self._confirm(entry)
            return
        spelling = urljoin(entry.address, answer.location or "").partition("#")[0]
        if target == entry.address and not entry.literal and spelling != entry.address:
            # To itself but for parameters that we leave out: a browser would ask for just that.
            entry.literal, entry.state, entry.due = spelling, State.WAITING, 0.0
            self.wanted(entry)
            return
        if "set-cookie" in answer.headers:
            entry.visit = replace(entry.visit, detail=SETS_COOKIE)
            self.journal.add_cookies(origin(entry.address), self.jar.keep(entry.address, answer.headers["set-cookie"]))
        self._lead(entry, target, permanent=answer.status in PERMANENT)
        self._bring_cookie(self.ledger.entries[target])

    def _bring_cookie(self, entry: Entry) -> None:
        """Redirects that go round in circles may want the cookie that they set: asked once more, with it."""
        brought = self.jar.brought(entry.address)
        if brought and not entry.cookie and entry.state is State.DONE and self._goes_round(entry):
            entry.cookie, entry.state, entry.due = brought, State.WAITING, 0.0
            self.wanted(entry)

    def _goes_round(self, entry: Entry) -> bool:
        here: Entry | None = entry
        for _ in range(MAX_HOPS):
            here = self.ledger.get(here.visit.location) if here and here.visit and here.visit.location else None
            if here is entry:
                return True
        return False

    def _lead(self, entry: Entry, target: str, *, permanent: bool) -> None:
        assert entry.visit is not None
        cause = Cause.REDIRECTED
        entry.visit = replace(entry.visit, cause=cause, outcome=Outcome.MOVED, location=target, permanent=permanent)
        if target == entry.address:
            return
        found = self.addresses.led_to(target, entry)
        if found.hop > MAX_HOPS and found.visit is None and found.address not in self.flying:
            found.state, found.left = State.LEFT, Cause.TOO_DEEP
        elif found.state is State.SEEN:
            self.addresses.visit(found)
        self._inherit(found, entry)
        self.ledger.touch(found)

    def _inherit(self, found: Entry, source: Entry) -> None:
        """An address that an inventory address leads to stands for it."""
        found.home |= source.home
        if source.expected and not found.expected:
            found.expected = True
            for copy in self.addresses.copied(found.address):
                self.wanted(copy)
            if found.state is State.DONE and found.visit is not None and found.visit.cause is Cause.ANSWERED:
                self.addresses.visit(found)  # read once more, now with care
        if source.matters or source.expected or source.home:
            self.matter(found)

    def matter(self, entry: Entry) -> None:
        """A bad end of this address, and of where it leads, will be told."""
        seen: set[str] = set()
        found: Entry | None = entry
        while found is not None and found.address not in seen:
            seen.add(found.address)
            found.matters = True
            self.ledger.touch(found)
            if found.state is State.SEEN or (found.state is State.LEFT and found.left is Cause.TRAP):
                self.addresses.visit(found)
            self._confirm(found)
            found = self.ledger.get(found.visit.location) if found.visit and found.visit.location else None

    def _read(self, entry: Entry, answer: Answer) -> None:
        assert entry.visit is not None
        gist = self._gist(entry, answer)
        if gist is None:
            entry.visit = replace(entry.visit, detail="unreadable")
            return
        if gist.refresh is not None and gist.refresh != entry.address:
            self.journal.pages.add_blocks(gist.packed.fresh)
            self._lead(entry, gist.refresh, permanent=False)
            return
        if self._needs_scripts(entry, gist):
            self.journal.pages.add_blocks(gist.packed.fresh)
            entry.rendered, entry.state, entry.due = True, State.WAITING, 0.0
            self.wanted(entry)
            return
        if gist.whole:
            self.journal.pages.add(gist.packed, gist.rejected)
        else:  # its links are good; but nobody may believe that what is not there was not on the page
            self.journal.pages.add_blocks(gist.packed.fresh)
            outcome = OUTCOMES[Cause.TOO_LARGE]
            entry.visit = replace(entry.visit, cause=Cause.TOO_LARGE, outcome=outcome, detail="too many tags")
        for raw, cause in gist.rejected:
            self.addresses.rejected(raw, cause)
        entry.careful |= gist.careful or gist.cut
        entry.relevant |= entry.expected or gist.names or entry.promise >= NAMED
        if entry.in_scope:
            entry.route = gist.route
            self.addresses.guide.learn(entry, self.ledger.get(entry.found_on))
        self.addresses.linked(entry, gist, self.addresses.guide.lent(entry, gist))
        if gist.names and self.addresses.scope.could_be_a_route(entry.address):
            for copy in self.addresses.copied(entry.address):
                self.wanted(copy)

    def _needs_scripts(self, entry: Entry, gist: Gist) -> bool:
        """Whether one more look, in a browser, may show what is not there without scripts."""
        if entry.rendered or not entry.in_scope:
            return False
        return origin(entry.address) in self.addresses.scope.scripted or (self.scripts and gist.scripted)

    def _gist(self, entry: Entry, answer: Answer) -> Gist | None:
        """What a worker read, unless more has been learned of the address since."""
        careful, plain = self.care(entry)
        gist = answer.gist
        if gist is not None:
            if (gist.careful, gist.plain) == (careful, plain) or answer.unchanged:
                return gist
            self.journal.pages.add_blocks(gist.packed.fresh)
        return self.reader.gist(entry.address, answer, careful=careful, plain=plain)
