"""Below which home an address stands, so that organisations on one host can take turns and be compared."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from expectations.urls import origin


class Owners:
    """The homes of a crawl. Called with an address it gives the longest home above it, else its origin."""

    def __init__(self, homes: Iterable[str]) -> None:
        self._homes = {folder for home in homes if urlsplit(folder := _folder(home)).path}
        self._deepest = max((folder.count("/") for folder in self._homes), default=0)
        self._known: dict[str, str] = {}

    def __call__(self, of: str) -> str:
        folder = of.partition("?")[0].rpartition("/")[0]
        found = of if of in self._homes else self._known.get(folder)
        if found is None:
            found = self._known[folder] = self._search(folder)
        return found

    def _search(self, folder: str) -> str:
        parts = folder.split("/")
        above = ("/".join(parts[:count]) for count in range(min(len(parts), self._deepest + 1), 3, -1))
        return next((one for one in above if one in self._homes), origin(folder + "/"))


def _folder(home: str) -> str:
    """A home without the name of its file."""
    place = home.partition("?")[0].rstrip("/")
    last = place.rpartition("/")[2]
    return place.rpartition("/")[0] if "." in last and place.count("/") > 2 else place
