"""What most checks look at: an expected route, or a referral of the portal, in one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from expectations.classify import Profile
from expectations.contacts import same
from expectations.coverage import Proof
from expectations.model import (
    AtAddress,
    Cause,
    Channel,
    ChannelType,
    Found,
    Language,
    Match,
    Organisation,
    Outcome,
    Page,
    Policy,
    Visit,
)
from expectations.paths import PathAnswer
from expectations.subjects import About, trouble
from expectations.versions import TermMention, Version
from expectations.wording import Wording

_FINAL = frozenset(
    {
        Cause.NOT_FOUND,
        Cause.GONE,
        Cause.CLIENT_ERROR,
        Cause.NO_SUCH_HOST,
        Cause.INVALID_ADDRESS,
        Cause.LOGIN,
        Cause.CERTIFICATE,
    }
)
_AWAY = frozenset({AtAddress.REDIRECTS_AWAY, AtAddress.NOT_FOUND_PAGE})
_NOTHING_WRONG = frozenset({AtAddress.NONE_DECLARED, AtAddress.OTHER_CONTENT})
_AT = r"\s?[\[({<]?\s?(?:@|at|apenstaart(?:je)?)\s?[\])}>]?\s?"
_DOT = r"\s?[\[({<]?\s?(?:\.|dot|punt)\s?[\])}>]?\s?"
_STAY_AWAY = frozenset({"noindex", "none"})
_BOX = re.compile(r"(?:postbus|antwoordnummer) (\d+)")
_SIGNIFICANT = 9  # digits of a Dutch number without its leading zero or country code


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A channel that a section of another page, which leads to the route's page, gives for this very route."""

    page: str
    channel: Channel
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSubject:
    """An expected route, or a referral of the portal, in one language.

    `declared` is its address as `urls.address` writes it. `moved_to` is where the page stands when that is another page
    than the declared one. `offered` are the channels of main part and aside, `shown` those of the whole page,
    `expected` the inventory's, normalised. `form_linked` tells that the page links to an expected form. `home` and
    `portal` start in the route's language, None without such a start; `starts` are those of every language.
    `wording` is what the page says. `own` is the page as it compares with others that ought to say the same: `dutch`,
    its Dutch version; `double`, a second page that answers the route; `aliases`, the same page on other origins;
    `terms`, those that other pages name for this route. `age` is in days, by the page's own date. `in_sitemap` is None
    where the site has none. `vague_links` are the texts of all links to the page when none of them tells anything;
    `searched_in_vain` is what the site's own search was asked when it did not show the page. `lasting` is the moment
    since when its address fails, where that lasts.
    """

    match: Match
    organisation: Organisation
    policy: Policy
    proof: Proof
    referral: bool = False
    declared: str | None = None
    moved_to: str | None = None
    profile: Profile | None = None
    expected: Mapping[ChannelType, tuple[str, ...]] = field(default_factory=dict)
    offered: tuple[Channel, ...] = ()
    shown: tuple[Channel, ...] = ()
    form_linked: bool = False
    mentions: tuple[Mention, ...] = ()
    home: PathAnswer | None = None
    portal: PathAnswer | None = None
    starts: tuple[PathAnswer, ...] = ()
    wording: Wording = field(default_factory=Wording)
    own: Version | None = None
    dutch: Version | None = None
    double: Version | None = None
    aliases: tuple[Version, ...] = ()
    terms: tuple[TermMention, ...] = ()
    age: int | None = None
    in_sitemap: bool | None = None
    vague_links: tuple[str, ...] = ()
    searched_in_vain: tuple[str, ...] = ()
    lasting: str | None = None

    @property
    def about(self) -> About:
        page = self.page.address if self.page else self.declared
        return About(
            organisation=self.organisation.id, route=self.match.route.id, language=self.match.language, page=page
        )

    @property
    def page(self) -> Page | None:
        return self.match.page

    @property
    def whole(self) -> Page | None:
        """The page, if all of its text was kept: only then it can be said what does not stand there."""
        return None if self.page is None or self.page.cut else self.page

    @property
    def visit(self) -> Visit | None:
        """How the visit to the declared address ended, after redirects."""
        return self.match.chain.end if self.match.chain else None

    @property
    def shuns_search(self) -> bool:
        """Whether the page asks search engines to stay away."""
        return self.page is not None and bool(self.page.directives & _STAY_AWAY)

    @property
    def nowhere(self) -> bool:
        return self.match.found is Found.NOWHERE

    @property
    def is_translation(self) -> bool:
        return self.match.language is not Language.NL

    @property
    def is_gone(self) -> bool:
        """Its address gave a final, confirmed error, or fails for days, and no other page answers it."""
        sure = self.lasting is not None or bool(self.visit and self.visit.confirmed)
        return self.nowhere and self.match.at_address is AtAddress.GONE and sure

    @property
    def is_away(self) -> bool:
        """Its address shows "not found", a home page or other content after a redirect; no other page answers it."""
        return self.nowhere and self.match.at_address in _AWAY

    @property
    def is_lost(self) -> bool:
        """It has no address, or one with other content, and neither page nor document was found that answers it."""
        return self.nowhere and self.match.at_address in _NOTHING_WRONG and self.document is None

    @property
    def document(self) -> str | None:
        """The PDF or office document that is all there is of it."""
        return self.match.document if self.nowhere else None

    @property
    def is_absent(self) -> bool:
        """Whether this is an absence, which needs proof."""
        return self.is_lost or (self.is_translation and (self.is_gone or self.is_away))

    @property
    def not_known(self) -> Outcome | None:
        """Why nothing can be said of it: blocked, unreachable, robots or limit; None when it is known."""
        if not self.nowhere or self.match.at_address is not AtAddress.UNKNOWN:
            return None
        visit = self.visit
        if visit is None or visit.outcome in (Outcome.LIMIT, Outcome.OUT_OF_SCOPE, Outcome.FORBIDDEN):
            return Outcome.LIMIT
        if visit.outcome in (Outcome.BLOCKED, Outcome.ROBOTS):
            return visit.outcome
        return Outcome.LIMIT if visit.cause in _FINAL and not visit.confirmed else Outcome.UNREACHABLE

    @property
    def trouble(self) -> str | None:
        return trouble(self.visit) if self.visit else None

    def shows(self, channel_type: ChannelType, value: str) -> bool:
        """Whether a value stands anywhere on the page, also where the reading of channels did not see one."""
        if any(channel.type is channel_type and channel.value == value for channel in self.shown):
            return True
        text = self.page.text if self.page else ""
        if channel_type is ChannelType.PHONE and len(value) > _SIGNIFICANT:
            return value[-_SIGNIFICANT:] in re.sub(r"\D", "", text)
        if channel_type is ChannelType.POST:
            return self._shows_post(value, text)
        return channel_type is ChannelType.EMAIL and _stands_in(value, text)

    def offers(self, channel_type: ChannelType) -> bool:
        """Whether the page itself offers a channel of a type, or shows an expected one in header or footer."""
        if any(channel.type is channel_type for channel in self.offered):
            return True
        if channel_type is ChannelType.FORM and self.form_linked:
            return True
        return any(self.shows(channel_type, value) for value in self.expected.get(channel_type, ()))

    def _shows_post(self, value: str, text: str) -> bool:
        """Whether a postal address stands there; a box also by its number alone, where no address could be read."""
        known = [channel.value for channel in self.shown if channel.type is ChannelType.POST]
        if any(same(ChannelType.POST, one, value) for one in known):
            return True
        box = _BOX.match(value)
        if box is None or any(one.startswith(f"{box[0]} ") for one in known):
            return False
        number = r"[. \u00a0]?".join(box[1])
        return re.search(rf"(?<!\d){number}(?!\d)", text) is not None


def _stands_in(value: str, text: str) -> bool:
    """Whether an e-mail address stands in a text by itself, also disguised: `melden@` is not in `loket-melden@`."""
    words = [re.escape(part) for part in re.split(r"[@.]", value)]
    signs = [_AT if sign == "@" else _DOT for sign in re.findall(r"[@.]", value)]
    wording = words[0] + "".join(sign + word for sign, word in zip(signs, words[1:], strict=True))
    return re.search(rf"(?<![\w.+-]){wording}(?![\w-])", text, re.IGNORECASE) is not None
