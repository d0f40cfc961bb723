"""How far a crawl is: in all, and per site, with what each site waits for."""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping

from crawler.buckets import Bucket, bucket_key
from crawler.options import Progress, SiteProgress, SiteState
from crawler.survey import Survey

_RATED = 30.0  # seconds over which the rate is taken


class Standing:
    """Looks at a survey now and then. `origins` are those of each organisation."""

    def __init__(self, survey: Survey, origins: Mapping[str, tuple[str, ...]]) -> None:
        self._survey = survey
        self._recent: deque[tuple[float, int]] = deque()
        self._of: dict[str, list[str]] = defaultdict(list)
        for organisation, own in origins.items():
            for key in dict.fromkeys(bucket_key(f"{one}/") for one in own):
                self._of[key].append(organisation)

    def moment(self) -> float:
        return self._survey.now()

    def now(self, waiting: float) -> Progress:
        """How far it is at this moment; `waiting` are the seconds in which nothing will be asked."""
        survey = self._survey
        moment = survey.now()
        buckets = [bucket for bucket in survey.frontier.buckets() if bucket.key in self._of]
        rate = self._rate(moment)
        return Progress(
            visited=survey.ledger.visited,
            known=len(survey.ledger.entries),
            requests=survey.requests,
            waiting=waiting,
            rate=rate,
            left=_left(buckets, rate, moment),
            doubtful=survey.frontier.paused,
            sites=tuple(self._site(bucket, moment) for bucket in buckets),
        )

    def _rate(self, moment: float) -> float:
        recent = self._recent
        recent.append((moment, self._survey.requests))
        while moment - recent[0][0] > _RATED and len(recent) > 2:
            recent.popleft()
        began, before = recent[0]
        return (self._survey.requests - before) / (moment - began) if moment - began >= 1.0 else 0.0

    def _site(self, bucket: Bucket, moment: float) -> SiteProgress:
        state, seconds = _state(bucket, moment)
        return SiteProgress(
            site=bucket.key,
            organisations=tuple(self._of[bucket.key]),
            asked=bucket.served,
            waiting=bucket.size,
            state=state,
            seconds=seconds,
            detail=bucket.detail or (bucket.closed.value if bucket.closed else ""),
        )


def _state(bucket: Bucket, moment: float) -> tuple[SiteState, float]:
    """What happens at a site, and for how many seconds nothing does."""
    if bucket.closed is not None:
        return SiteState.LEFT_ALONE, 0.0
    if bucket.held_until > moment + 1.0:
        return SiteState.HELD, bucket.held_until - moment
    if not bucket.size and not bucket.flying:
        return SiteState.DONE, 0.0
    due = bucket.when(moment)
    if not bucket.flying and due is not None and due > moment + max(1.0, bucket.delay):
        return SiteState.LATER, due - moment
    return SiteState.VISITING, 0.0


def _left(buckets: list[Bucket], rate: float, moment: float) -> float | None:
    """The seconds that the known rest takes, by the slowest site and by the rate; None when nobody can tell."""
    if not rate:
        return None
    paced = [max(bucket.held_until - moment, 0.0) + bucket.size * bucket.delay for bucket in buckets if bucket.size]
    return max([*paced, sum(bucket.size for bucket in buckets) / rate])


def told(standing: Standing, progress: Callable[[Progress], None], every: float) -> Callable[[float], None]:
    """Tells how far it is, not too often."""
    last = float("-inf")

    def tell(waiting: float) -> None:
        nonlocal last
        moment = standing.moment()
        if moment - last >= every:
            last = moment
            progress(standing.now(waiting))

    return tell
