"""The format of the inventory's files: what may stand where. The program's JSON Schema of it comes from here."""

import json
import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, model_validator
from pydantic.json_schema import models_json_schema

from expectations.inventory_fields import (
    Address,
    AsList,
    Code,
    Day,
    Email,
    Id,
    Number,
    PerLanguage,
    Phone,
    Search,
    Source,
    Text,
    Unique,
    fault,
    one_of,
)
from expectations.model import Audience, Kind, Language, Statement

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

AKind = Annotated[Kind, one_of(Kind)]
AStatement = Annotated[Statement, one_of(Statement)]
ALanguage = Annotated[Language, one_of(Language)]
Kinds = Annotated[tuple[AKind, ...], AsList, Unique]
Statements = Annotated[tuple[AStatement, ...], AsList, Unique]
Texts = Annotated[tuple[Text, ...], AsList, Unique]
Addresses = Annotated[tuple[Address, ...], AsList, Unique]


class Part(BaseModel):
    """A mapping of the format: unknown keys are faults, and a key without a value counts as left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    keeps_null: ClassVar[bool] = False

    @model_validator(mode="before")
    @classmethod
    def _drop_nulls(cls, value: Any) -> Any:
        if not isinstance(value, dict) or cls.keeps_null:
            return value
        known = {info.alias or name for name, info in cls.model_fields.items()}
        return {key: inner for key, inner in value.items() if inner is not None or key not in known}


class TextPerLanguage(Part):
    nl: Text | None = None
    en: Text | None = None


class AddressPerLanguage(Part):
    nl: Address | None = None
    en: Address | None = None


def _any_language(value: TextPerLanguage | AddressPerLanguage) -> TextPerLanguage | AddressPerLanguage:
    if value.nl is None and value.en is None:
        raise fault("at least one language is expected: nl, en or both")
    return value


def _any_kind(value: tuple[Kind, ...]) -> tuple[Kind, ...]:
    if not value:
        raise fault("at least one kind is expected", allowed=tuple(Kind))
    return value


Title = Annotated[TextPerLanguage, PerLanguage]
Name = Annotated[TextPerLanguage, PerLanguage, AfterValidator(_any_language)]
Where = Annotated[AddressPerLanguage, PerLanguage]
Home = Annotated[AddressPerLanguage, PerLanguage, AfterValidator(_any_language)]
SomeKinds = Annotated[Kinds, AfterValidator(_any_kind)]


class FormerNamePart(Part):
    name: Text
    abbreviation: Text | None = None
    until: Day | None = Field(default=None, description="The last known day, or the last day of the known year.")


class MaxClicksPart(Part):
    keeps_null = True
    home: Number | None = None
    portal: Number | None = None


class PolicyPart(Part):
    """What is required. A key that is given without a value lifts the requirement."""

    keeps_null = True
    required_kinds: Kinds = ()
    max_clicks: MaxClicksPart | None = None
    statements: dict[AKind, Statements] | None = None
    max_age_days: Number | None = None


class ChannelsPart(Part):
    email: Annotated[tuple[Email, ...], AsList, Unique] = ()
    phone: Annotated[tuple[Phone, ...], AsList, Unique] = ()
    form: Addresses = ()
    post: Texts = ()


class ValidPart(Part):
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = Field(default=None, description="After this day the route is neither expected nor unexpected.")
    successor: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "ValidPart":
        if self.from_ and self.until and self.until < self.from_:
            raise fault(f"until {self.until} lies before from {self.from_}")
        return self


class RoutePart(Part):
    id: Id
    kinds: SomeKinds
    title: Title = TextPerLanguage()
    url: Where = Field(default=AddressPerLanguage(), description="Leave out when the page is still to be found.")
    channels: ChannelsPart = ChannelsPart()
    statements: Statements = ()
    audience: Annotated[Audience, one_of(Audience)] = Audience.EXTERNAL
    valid: ValidPart = Field(default_factory=lambda: ValidPart())
    source: Source | None = Field(default=None, description="Where this was read.")
    verified: Day | None = Field(default=None, description="The day on which this was last read there.")


class ReferralPart(Part):
    id: Id
    kinds: SomeKinds
    url: Home
    title: Title = TextPerLanguage()


class OrganisationPart(Part):
    """A ministry or an agency."""

    id: Id
    name: Name
    abbreviation: Text | None = None
    former_names: Annotated[tuple[FormerNamePart, ...], AsList] = ()
    home: Home
    aliases: Addresses = ()
    sitemaps: Addresses = ()
    search: Search | None = None
    scripts: bool = False
    scope: Addresses = ()
    register_: dict[str, Text] = Field(default_factory=dict, alias="register")
    policy: PolicyPart = PolicyPart()
    routes: Annotated[tuple[RoutePart, ...], AsList] = ()


class PortalPart(OrganisationPart):
    """The portal. Its policy holds for every ministry whose own file does not say otherwise."""

    referrals: Annotated[tuple[ReferralPart, ...], AsList] = ()


class WaiverPart(Part):
    """An accepted exception."""

    code: Code
    organisation: Id
    route: Id | None = None
    page: Address | None = None
    target: Text | None = None
    expected: Text | None = Field(default=None, description="What was expected, such as a kind or statement.")
    reason: Text
    owner: Text
    until: Day


class OutdatedPart(Part):
    term: Text
    type: Literal["law", "body", "name"]
    since: Day | None = None
    successor: Text | None = None


Words = dict[ALanguage, Texts]
WordsPerKind = dict[ALanguage, dict[AKind, Texts]]
Phrases = dict[str, Texts]


class TermsPart(Part):
    """The vocabulary. A key of an own terms.yaml replaces the packaged one whole; what it leaves out stays."""

    strong: WordsPerKind = {}
    weak: WordsPerKind = {}
    duties: Words = {}
    actions: Words = {}
    contact: Words = {}
    look_alikes: Phrases = {}
    genres: Phrases = {}
    staff_only: Words = {}
    staff_titles: Words = {}
    outsiders: Words = {}
    not_found: Words = {}
    vague_links: Words = {}
    search_words: WordsPerKind = {}
    outdated: Annotated[tuple[OutdatedPart, ...], AsList] = ()


class WaiversPart(RootModel[Annotated[tuple[WaiverPart, ...], AsList]]):
    """The list of accepted exceptions."""


def schema() -> dict[str, Any]:
    """The JSON Schema of the format: one definition per file, under `$defs`, for editors and other programs."""
    files: dict[str, type[BaseModel]] = {
        "portal.yaml": PortalPart,
        "an organisation's file": OrganisationPart,
        "terms.yaml": TermsPart,
        "waivers.yaml": WaiversPart,
    }
    _, generated = models_json_schema([(part, "validation") for part in files.values()])
    return {
        "$schema": SCHEMA_DIALECT,
        "title": "Inventory of meldroute",
        "description": "One of: " + ", ".join(f"{file} ({_def_name(part.__name__)})" for file, part in files.items()),
        "anyOf": [{"$ref": f"#/$defs/{_def_name(part.__name__)}"} for part in files.values()],
        "$defs": _renamed(generated["$defs"]),
    }


def _renamed(definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions under the words of the format instead of our class names."""
    text = json.dumps({_def_name(name): body for name, body in definitions.items()})
    for name in definitions:
        text = text.replace(f'"#/$defs/{name}"', f'"#/$defs/{_def_name(name)}"')
        text = text.replace(f'"title": "{name}"', f'"title": "{_def_name(name)}"')
    renamed: dict[str, Any] = json.loads(text)
    return dict(sorted(renamed.items()))


def _def_name(class_name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", class_name.removesuffix("Part")).lower()
