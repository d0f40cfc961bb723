"""Guesses which address is most likely a route, and learns from every page how good its guesses were.

One weight per sign; the sum of an address's weights is its hope. It begins with what the vocabulary says, and after
each page moves the weights of the signs that led there: a logistic regression, one step at a time (AdaGrad). The same
pages in the same order give the same weights.
"""

from dataclasses import dataclass, field
from itertools import chain
from math import exp, sqrt

from crawler.signs import HASHED, NAMED, Sight
from expectations.model import CONTENT, ChannelType, Page
from expectations.vocabulary import Vocabulary, plain

_PRIOR = (
    5.0, 3.0, 1.0,  # the link names a kind of route, speaks of one, is about contact
    3.0, 2.0, 0.5,  # so does the heading above it
    4.0, 2.5, 0.8,  # and the last part of its address
    1.5, 1.0, 0.5,  # and the folder it lies in
    -3.0, -3.0, -2.0,  # it is a look-alike, news or the like, in a folder of such
    1.0, 1.0, 1.5, 0.0,  # it stands on a route, on a page that names one, on a contact page; see signs.py
)  # fmt: skip
_BIAS = -4.0
_FIRM = 20.0  # how slowly what we believe from the start changes
_RATE = 0.5
_RARE = 6.0  # what a route teaches counts so many times: there are few
_FURTHEST = 30.0
_TELLING_CHANNELS = frozenset({ChannelType.EMAIL, ChannelType.FORM, ChannelType.POST})
_ENOUGH = 4  # duties or channels that make a route of a page that names none


@dataclass(slots=True)
class Focus:
    """The weights, and what they were learned from."""

    weights: list[float] = field(default_factory=lambda: [*_PRIOR, *[0.0] * HASHED])
    lessons: int = 0
    routes: int = 0
    _moved: list[float] = field(default_factory=lambda: [*[_FIRM] * NAMED, *[1.0] * HASHED])

    def hope(self, seen: Sight) -> float:
        """The more, the sooner an address with these signs is worth a visit; above 0 it is probably a route."""
        return _BIAS + sum(map(self.weights.__getitem__, chain.from_iterable(seen)))

    def learn(self, seen: Sight, worth: float) -> None:
        """Takes to heart what a page with these signs turned out to be."""
        self.lessons += 1
        self.routes += worth > 0
        guess = 1 / (1 + exp(-max(-_FURTHEST, min(_FURTHEST, self.hope(seen)))))
        slope = (worth - guess) * (_RARE if worth else 1.0)
        if abs(slope) < 0.001:
            return
        for sign in chain.from_iterable(seen):
            self._moved[sign] += slope * slope
            self.weights[sign] += _RATE * slope / sqrt(self._moved[sign])


def worth(page: Page, vocabulary: Vocabulary, *, names: bool) -> bool:
    """Whether a page seems to be a route: it names one or much speaks for it, and it can be reached. Only for choosing
    what to visit next; what a page is, is judged later and with care."""
    types = {channel.type for channel in page.channels if channel.region in CONTENT}
    if not types or not (names or types & _TELLING_CHANNELS):
        return False
    lacking = (2 if names else _ENOUGH) - len(types)
    if lacking <= 0:
        return True
    words = plain.__wrapped__(page.text)  # a whole page is not to be remembered
    return vocabulary.duties.distinct(words) >= lacking
