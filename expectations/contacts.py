"""The one place that says when two e-mail addresses, phone numbers, forms or postal addresses are the same.

The values of the inventory and of the pages go through the same functions, so that they can be compared as text.
"""

from expectations.emails import decode_cloudflare, emails, is_email, normalise_email
from expectations.found import FoundContact
from expectations.model import ChannelType
from expectations.persons import is_personal
from expectations.phones import is_phone, normalise_phone, phones
from expectations.postal import normalise_post, posts, same_post
from expectations.urls import AddressError, address

__all__ = [
    "FoundContact",
    "decode_cloudflare",
    "emails",
    "is_email",
    "is_personal",
    "is_phone",
    "normalise",
    "normalise_email",
    "normalise_phone",
    "normalise_post",
    "phones",
    "posts",
    "same",
]


def normalise(channel_type: ChannelType, value: str) -> str:
    """The one way to write a contact of this type."""
    if channel_type is ChannelType.EMAIL:
        return normalise_email(value)
    if channel_type is ChannelType.PHONE:
        return normalise_phone(value)
    if channel_type is ChannelType.POST:
        return normalise_post(value)
    try:
        return address(value)
    except AddressError:
        return value.strip()


def same(channel_type: ChannelType, one: str, other: str) -> bool:
    """Whether two values, normalised or not, are one contact."""
    left, right = normalise(channel_type, one), normalise(channel_type, other)
    return same_post(left, right) if channel_type is ChannelType.POST else left == right
