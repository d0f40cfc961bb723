"""What a crawl found and the inventory lacks or has otherwise, as proposals to change the inventory.

A proposal is read by a person before it counts, and yet only what surely is the route's own is proposed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from expectations import yaml_reader
from expectations.classify import content_channels
from expectations.contacts import normalise, same
from expectations.model import (
    Channel,
    ChannelType,
    Crawl,
    Finding,
    Inventory,
    Kind,
    Language,
    Organisation,
    Page,
    Report,
    RouteResult,
    State,
)
from expectations.own_channels import is_surely_the_routes
from expectations.proposals import KEYS, Proposal, moved, new_id, seen
from expectations.yaml_edit import Edit, Value

_MISMATCHES = {
    "email-mismatch": ChannelType.EMAIL,
    "phone-mismatch": ChannelType.PHONE,
    "address-mismatch": ChannelType.POST,
}
# Which page is right must be settled before its contact facts are taken over.
_IN_DOUBT = frozenset({"page-moved", "route-duplicate", "audience-staff", "language-conflict", "alias-conflict"})
_LONGEST = 300  # a longer title or contact is a misread one


def proposals(inventory: Inventory, crawl: Crawl, report: Report) -> tuple[Proposal, ...]:
    """Everything to propose, in the order of the inventory; what somebody accepted with a waiver is left alone."""
    day = crawl.run.started[:10]
    told = []
    for organisation in inventory.organisations:
        of = _Of(inventory, organisation, crawl, report, day)
        told += [*of.routes(), *of.unexpected()]
    return tuple(told)


@dataclass(frozen=True, slots=True)
class _Of:
    """What there is to propose for one organisation."""

    inventory: Inventory
    organisation: Organisation
    crawl: Crawl
    report: Report
    day: str

    def routes(self) -> Iterator[Proposal]:
        own = next((one for one in self.report.organisations if one.id == self.organisation.id), None)
        for result in own.routes if own else ():
            yield from self._address(result)
            number = next((n for n, one in enumerate(self.organisation.routes) if one.id == result.id), None)
            page = self.crawl.pages.get(result.found_url or "")
            if number is not None and page is not None:
                yield from self._title(result, number, page)
                yield from self._channels(result, number, page)

    def unexpected(self) -> Iterator[Proposal]:
        """A new entry for every page that serves outsiders and is no route yet."""
        taken: set[str] = set()
        for finding in self._own_findings():
            page = self.crawl.pages.get(finding.page or "")
            if finding.code == "route-unexpected" and page:
                route = self._new(page, finding.found or "", frozenset(taken))
                if route:
                    taken.add(str(route["id"]))
                    edit = Edit(path=("routes",), value=route, append=True)
                    yield self._proposal((edit,), f"a new route {route['id']}", finding)

    def _address(self, result: RouteResult) -> Iterator[Proposal]:
        finding = self._finding("page-moved", result)
        to = finding.found if finding else result.found_url if result.expected_url is None else None
        if to and (edits := moved(self.organisation, result.id, result.language, to, self.day)):
            what = "stands at another address" if result.expected_url else "was found"
            yield self._proposal(edits, f"the page of {result.id} ({result.language}) {what}", finding)

    def _title(self, result: RouteResult, number: int, page: Page) -> Iterator[Proposal]:
        finding = self._finding("title-mismatch", result)
        title = " ".join(page.heading.split())
        lacks = not self.organisation.routes[number].title.get(result.language)
        if (finding or lacks) and title and len(title) <= _LONGEST:
            edit = Edit(path=("routes", number, "title", result.language.value), value=title, order=KEYS)
            what = "has no title yet" if lacks else "has another title"
            yield self._proposal((edit, *self._verified(number)), f"{result.id} ({result.language}) {what}", finding)

    def _channels(self, result: RouteResult, number: int, page: Page) -> Iterator[Proposal]:
        route = self.organisation.routes[number]
        replaced: list[tuple[ChannelType, str]] = []
        for code, channel_type in _MISMATCHES.items():
            for finding in self.report.findings:
                if finding.code == code and self._is_about(finding, result) and finding.page == page.address:
                    replaced.append((channel_type, finding.found or ""))
                    if finding.state is not State.WAIVED:
                        yield from self._replaced(number, channel_type, finding, page)
        if any(one.code in _IN_DOUBT and one.route == result.id for one in self._own_findings()):
            return
        known = [(kind, value) for kind in ChannelType for value in route.channels.get(kind)] + replaced
        for channel in content_channels(page):
            if is_surely_the_routes(channel) and not _among(channel, known):
                known.append((channel.type, channel.value))
                path = ("routes", number, "channels", channel.type.value)
                edit = Edit(path=path, value=_as_shown(channel), append=True, order=KEYS)
                what = f"the page of {route.id} ({result.language}) offers {_NAMES[channel.type]}"
                yield self._proposal((edit, *self._verified(number)), what, None)

    def _replaced(self, number: int, kind: ChannelType, finding: Finding, page: Page) -> Iterator[Proposal]:
        written = self._written("routes", number, "channels", kind.value)
        for place, value in enumerate(written if isinstance(written, list) else ()):
            if same(kind, str(value), finding.expected or ""):
                shown = next((c for c in content_channels(page) if (c.type, c.value) == (kind, finding.found)), None)
                new = _as_shown(shown) if shown else finding.found or ""
                edit = Edit(path=("routes", number, "channels", kind.value, place), value=new)
                what = f"the page of {finding.route} gives another value than {value}"
                yield self._proposal((edit, *self._verified(number)), what, finding)

    def _new(self, page: Page, kinds: str, taken: frozenset[str]) -> dict[str, Value] | None:
        served = tuple(kind for kind in Kind if kind in kinds.split(", "))
        title = " ".join(page.heading.split())
        if not served or not title or len(title) > _LONGEST:
            return None
        language = page.language or Language.NL
        urls = {language: page.address} | {x: y for x, y in page.alternates.items() if y in self.crawl.pages}
        channels: dict[str, list[Value]] = {}
        known: list[tuple[ChannelType, str]] = []
        for channel in content_channels(page):
            if is_surely_the_routes(channel) and not _among(channel, known):
                known.append((channel.type, channel.value))
                channels.setdefault(channel.type.value, []).append(_as_shown(channel))
        route: dict[str, Value] = {
            "id": new_id(self.organisation, page.address, served, taken),
            "kinds": [kind.value for kind in served],
            "title": {language.value: title},
            "url": {one.value: urls[one] for one in Language if one in urls},
        }
        if channels:
            route["channels"] = {**{kind.value: channels[kind.value] for kind in ChannelType if kind.value in channels}}
        return route | {"source": page.address, "verified": self.day}

    def _written(self, *path: str | int) -> object:
        """What the file says in a place, as written there."""
        node, _ = yaml_reader.parse(self.inventory.sources[self.organisation.file])
        value: object = node.plain() if node else None
        for step in path:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step]
        return value

    def _verified(self, number: int) -> list[Edit]:
        return seen(self.organisation.routes[number], ("routes", number), self.day)

    def _own_findings(self) -> Iterator[Finding]:
        own = (finding for finding in self.report.findings if finding.organisation == self.organisation.id)
        return (finding for finding in own if finding.state is not State.WAIVED)

    def _finding(self, code: str, result: RouteResult) -> Finding | None:
        return next((one for one in self._own_findings() if one.code == code and self._is_about(one, result)), None)

    def _is_about(self, finding: Finding, result: RouteResult) -> bool:
        same_route = (finding.organisation, finding.route) == (self.organisation.id, result.id)
        return same_route and finding.language in (None, result.language)

    def _proposal(self, edits: tuple[Edit, ...], what: str, finding: Finding | None) -> Proposal:
        because = f" ({finding.code} {finding.id})" if finding else ""
        return Proposal(file=self.organisation.file, edits=edits, why=f"{self.organisation.id}: {what}{because}")


_NAMES = {
    ChannelType.EMAIL: "an e-mail address more",
    ChannelType.PHONE: "a phone number more",
    ChannelType.FORM: "a form more",
    ChannelType.POST: "a postal address more",
}


def _among(channel: Channel, known: list[tuple[ChannelType, str]]) -> bool:
    return any(kind is channel.type and same(kind, value, channel.value) for kind, value in known)


def _as_shown(channel: Channel) -> str:
    """The value in the page's own spelling where that says the same; a disguised address in plain."""
    shown = " ".join(channel.text.split())
    if channel.type in (ChannelType.EMAIL, ChannelType.FORM) or len(shown) > _LONGEST:
        return channel.value
    alike = normalise(channel.type, shown) == normalise(channel.type, channel.value)
    return shown if shown and alike else channel.value
