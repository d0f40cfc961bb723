"""What to ask a site's own search for each expected route: the words that a citizen would type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from expectations.inventory_fields import QUERY
from expectations.model import Audience, ExpectedRoute, Inventory, Language, Organisation
from expectations.urls import Aliases, address, origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is typed, and the address of the result page; `words` without the name of an organisation."""

    words: str
    address: str


def queries(
    inventory: Inventory, organisation: Organisation, route: ExpectedRoute, language: Language, page: str | None
) -> tuple[Query, ...]:
    """The questions about a route whose page stands at `page` (None: not known, then its home tells the site)."""
    aliases = Aliases.of(inventory)
    near = [page] if page else list(organisation.home.values)
    sites = {_site(aliases, one) for one in near}
    name = organisation.name.get(language) or organisation.name.nl or ""
    words = [word for kind in route.kinds for word in inventory.terms.search_words.get(language, {}).get(kind, ())]
    return tuple(
        Query(words=word, address=address(template.replace(QUERY, quote(typed, safe=""))))
        for template in dict.fromkeys(filter(None, (organisation.search, inventory.portal.search)))
        if _site(aliases, template.replace(QUERY, "x")) in sites
        for word in dict.fromkeys(words)
        for typed in (word, f"{word} {name}".strip())
    )


def all_queries(inventory: Inventory, organisations: Iterable[Organisation]) -> Iterator[str]:
    """The addresses of all result pages to look at for these organisations' routes for outsiders."""
    for organisation in organisations:
        for route in organisation.routes:
            if route.audience is Audience.EXTERNAL:
                for language in route.languages:
                    for query in queries(inventory, organisation, route, language, route.url.get(language)):
                        yield query.address


def _site(aliases: Aliases, of: str) -> str:
    """The site of an address, whichever of its origins that is."""
    return aliases.page_key(origin(address(of)) + "/")
