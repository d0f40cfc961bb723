"""How those who are visited can reach whoever runs the program."""

import re
from dataclasses import replace
from ipaddress import ip_address

from cli import log
from crawler.options import CrawlOptions
from expectations import inventory as inventories
from expectations import urls
from expectations.model import Inventory

# On a reserved domain: given only where nobody but ourselves reads it.
OWN_MACHINE = "+https://meldroute.example; beheer@meldroute.example"
_NOBODYS = re.compile(r"(?:^|\.)(?:localhost|example|invalid|test)\.?$", re.I)  # RFC 2606
_UNREACHABLE = (
    "Note: the sites that are visited do not learn how to reach you. Give an e-mail or web address with --contact,"
    " or in the environment as MELDROUTE_CONTACT."
)


def is_reachable(text: str) -> bool:
    """Whether an e-mail or web address stands in a text, so that the report can name it too."""
    from reports.html_filters import contact

    return bool(contact(text))


def introduced(options: CrawlOptions, inventory: Inventory, *, quiet: bool) -> CrawlOptions:
    """The options with a contact. Only our own machine is visited without one and without a word."""
    named = options.contact or (options.user_agent and is_reachable(options.user_agent))
    if options.offline or named:
        return options
    origins = {origin for own in inventories.origins(inventory, options.only).values() for origin in own}
    if not any(_is_of_others(urls.host(origin)) for origin in origins):
        return options if options.user_agent else replace(options, contact=OWN_MACHINE)
    if not quiet:
        log.say(_UNREACHABLE)
    return options


def _is_of_others(host: str) -> bool:
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return _NOBODYS.search(host) is None
