"""What many tests start from."""

import pytest

from expectations import inventory
from expectations.model import Inventory
from expectations.vocabulary import Vocabulary

PORTAL = """
id: portaal
name: {nl: Voorbeeldportaal, en: Example portal}
home: {nl: https://www.portaal.example/, en: https://english.portaal.example/}
aliases: [https://portaal.example/]
referrals:
  - id: doorverwijzing
    kinds: [integrity, conduct]
    url: {nl: https://www.portaal.example/onderwerpen/waar-kan-ik-ongewenst-gedrag-melden}
policy:
  required_kinds: [integrity, conduct, complaint]
  max_clicks: {home: 3, portal: 4}
"""
MINISTRY = """
id: vbz
name: {nl: Ministerie van Voorbeeldzaken, en: Ministry of Examples}
abbreviation: VBZ
home: {nl: https://www.portaal.example/ministeries/voorbeeldzaken}
routes:
  - id: klacht
    kinds: [complaint]
    title: {nl: Een klacht indienen over het ministerie van Voorbeeldzaken}
    url: {nl: https://www.portaal.example/ministeries/voorbeeldzaken/contact/klacht-indienen}
    channels: {email: [klachten@vbz.example]}
  - id: integriteit
    kinds: [integrity, conduct]
    title: {nl: Ongewenst gedrag of een integriteitsschending melden, en: Report an integrity violation}
"""


@pytest.fixture(scope="session")
def example_inventory() -> Inventory:
    """A portal with one ministry, and the packaged terms."""
    return inventory.read_sources({"portal.yaml": PORTAL, "ministries/vbz.yaml": MINISTRY})


@pytest.fixture(scope="session")
def vocabulary(example_inventory: Inventory) -> Vocabulary:
    """The packaged words."""
    return Vocabulary(example_inventory)
