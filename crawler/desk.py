"""Where whoever makes the requests gets the tasks, and brings what came back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from crawler.answers import Answer
from crawler.buckets import Task, What
from crawler.gist import Gist
from crawler.survey import Survey
from crawler.wire import Errand
from crawler.workers import Workers

_HOPELESS_TURN = 1


class Desk:
    """The survey's tasks out, answers in, pages being read by whoever has the time. `tell` hears how far it is, with
    the seconds to wait. `fault` is the fault of our own that ended the crawl, if any."""

    def __init__(self, survey: Survey, workers: Workers, tell: Callable[[float], None]) -> None:
        self.survey = survey
        self.user_agent = survey.options.named
        self.fault: BaseException | None = None
        self._workers = workers
        self._tell = tell
        self._wake: Callable[[], None] = lambda: None

    @property
    def unfinished(self) -> bool:
        """Whether there may be more tasks: some wait, or what is being asked or read may tell of some."""
        frontier = self.survey.frontier
        return self.fault is None and (frontier.unfinished or frontier.flying > 0)

    def next(self) -> Task | None:
        """A task that may start now, if any."""
        if self.fault is not None:
            return None
        self._lose_patience()
        return self.survey.next()

    def started(self, task: Task) -> None:
        """The request of a task starts, or was received, just now."""
        self.survey.frontier.started(task)

    def take(self, task: Task, answer: Answer) -> None:
        """What came back for a task."""
        if task.what is What.PAGE and answer.page:
            page = Errand(task.address, answer.html or "", answer.headers, task.careful, task.plain)
            if self._workers.read(page, partial(self._was_read, task, answer)):
                return
        self.survey.take(task, answer)
        self._tell(0.0)

    def wait(self, wake: Callable[[], None]) -> float | None:
        """The seconds until there may be another task; None when an answer must come first. `wake` is called when a
        page was read elsewhere, from which more may follow."""
        self._wake = wake
        if self.survey.frontier.stopped:
            return None if self.survey.frontier.flying else 0.0
        due = self.survey.frontier.next_due()
        if due is None:
            return None
        seconds = max(0.0, due - self.survey.now())
        if not self.survey.frontier.flying:
            self._tell(seconds)
        return min(seconds, 1.0)  # wakes each second, so that a stop is noticed

    def close(self) -> None:
        """Nothing more comes back: whoever helped to read may end."""
        self._workers.dismiss()

    def fail(self, error: BaseException) -> None:
        """A fault of our own: nothing more is started, what is under way ends, and the run tells."""
        self.fault = self.fault or error
        self.survey.frontier.stopped = True

    def _was_read(self, task: Task, answer: Answer, gist: Gist | None) -> None:
        try:
            self.survey.take(task, replace(answer, gist=gist))
            self._tell(0.0)
        except Exception as error:
            self.fail(error)
        self._wake()

    def _lose_patience(self) -> None:
        """When nothing at all answered and only waiting is left, one more try tells whether our own network is down."""
        survey = self.survey
        if survey.answered or survey.frontier.flying or not survey.hosts.patient:
            return
        due = survey.frontier.next_due()
        if due is not None and due > survey.now() + _HOPELESS_TURN and survey.requests:
            survey.hurry()
