"""Turns validated files into the values of the model."""

from collections.abc import Callable

from expectations.inventory_schema import (
    AddressPerLanguage,
    MaxClicksPart,
    OrganisationPart,
    PolicyPart,
    PortalPart,
    RoutePart,
    TermsPart,
    TextPerLanguage,
    WaiverPart,
)
from expectations.model import (
    ExpectedChannels,
    ExpectedRoute,
    FormerName,
    Localised,
    Organisation,
    OrganisationType,
    OutdatedTerm,
    Policy,
    Referral,
    Terms,
    Waiver,
)

LineOf = Callable[[str, int], int]  # the key of a list and the number of an item -> the line of that item


def organisation(
    part: OrganisationPart, kind: OrganisationType, file: str, policy: Policy, line_of: LineOf
) -> Organisation:
    """An organisation as declared; `policy` is what holds for it when its own file says nothing."""
    return Organisation(
        id=part.id,
        type=kind,
        name=_localised(part.name),
        abbreviation=part.abbreviation,
        former_names=tuple(FormerName(**dict(former)) for former in part.former_names),
        home=_localised(part.home),
        aliases=part.aliases,
        sitemaps=part.sitemaps,
        search=part.search,
        scripts=part.scripts,
        scope=part.scope,
        register=part.register_,
        policy=overridden(policy, part.policy),
        routes=tuple(_route(route, line_of("routes", n)) for n, route in enumerate(part.routes)),
        referrals=_referrals(part, line_of) if isinstance(part, PortalPart) else (),
        file=file,
    )


def overridden(base: Policy, own: PolicyPart) -> Policy:
    """The policy with the own keys in place of the base's: clicks per start, statements per kind, the rest whole."""
    given = own.model_fields_set
    no_clicks = MaxClicksPart(home=None, portal=None)  # max_clicks without a value lifts both
    clicks = own.max_clicks or (no_clicks if "max_clicks" in given else MaxClicksPart())
    lifted = "statements" in given and own.statements is None
    return Policy(
        required_kinds=own.required_kinds if "required_kinds" in given else base.required_kinds,
        max_clicks_home=clicks.home if "home" in clicks.model_fields_set else base.max_clicks_home,
        max_clicks_portal=clicks.portal if "portal" in clicks.model_fields_set else base.max_clicks_portal,
        statements={} if lifted else {**base.statements, **(own.statements or {})},
        max_age_days=own.max_age_days if "max_age_days" in given else base.max_age_days,
    )


def terms(packaged: TermsPart, own: TermsPart | None) -> Terms:
    """The vocabulary: the packaged one with the keys of the own file in place of its."""
    chosen = {name: getattr(packaged, name) for name in TermsPart.model_fields}
    if own:
        chosen.update({name: getattr(own, name) for name in own.model_fields_set})
    outdated = tuple(OutdatedTerm(**dict(term)) for term in chosen.pop("outdated"))
    return Terms(**chosen, outdated=outdated)


def waiver(part: WaiverPart, line: int) -> Waiver:
    return Waiver(**dict(part), line=line)


def _route(part: RoutePart, line: int) -> ExpectedRoute:
    return ExpectedRoute(
        id=part.id,
        kinds=part.kinds,
        title=_localised(part.title),
        url=_localised(part.url),
        channels=ExpectedChannels(**dict(part.channels)),
        statements=part.statements,
        audience=part.audience,
        valid_from=part.valid.from_,
        valid_until=part.valid.until,
        successor=part.valid.successor,
        source=part.source,
        verified=part.verified,
        line=line,
    )


def _referrals(part: PortalPart, line_of: LineOf) -> tuple[Referral, ...]:
    return tuple(
        Referral(id=x.id, kinds=x.kinds, url=_localised(x.url), title=_localised(x.title), line=line_of("referrals", n))
        for n, x in enumerate(part.referrals)
    )


def _localised(part: TextPerLanguage | AddressPerLanguage) -> Localised:
    return Localised(nl=part.nl, en=part.en)
