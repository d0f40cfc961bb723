"""Tells a route's own contact facts from those of other bodies and other subjects on the same page."""

import re

from expectations.contact_faults import is_faulty
from expectations.contacts import is_personal
from expectations.model import Channel, ChannelType

# Bodies that a route page names as the next step; their numbers and addresses are not the route's.
_OTHER_BODIES = re.compile(
    r"ombudsman|huis voor klokkenluiders|whistleblowers authority|rijksrecherche|politie\b|police|slachtofferhulp"
    r"|autoriteit persoonsgegevens|meld misdaad anoniem|juridisch loket",
    re.IGNORECASE,
)
_OTHER_SUBJECTS = re.compile(
    r"bezwaar|beroepschrift|\bwoo\b|\bwob\b|privacy|gegevensbescherming|persvoorlicht|journalist|factu[ur]|vacature"
    r"|sollicit|schade|storing|webredactie|toegankelijk|objection|\bappeal|data protection|\bpress\b|invoice|vacanc"
    r"|damage|accessib|website",
    re.IGNORECASE,
)


def is_the_routes(channel: Channel) -> bool:
    """Neither another body's, nor a person's own address, which no report repeats, nor wrong in itself."""
    personal = channel.type is ChannelType.EMAIL and is_personal(channel.value)
    return not personal and not is_faulty(channel) and not _OTHER_BODIES.search(_around(channel))


def is_surely_the_routes(channel: Channel) -> bool:
    """The same, and it does not stand with another subject either, such as objections or privacy."""
    return is_the_routes(channel) and not _OTHER_SUBJECTS.search(_around(channel))


def _around(channel: Channel) -> str:
    return f"{channel.heading} {channel.quote}"
