"""Where all stand, in the sentences that several formats begin with."""

from expectations.model import Language, Verdict
from reports.summary import Summary
from reports.texts.dates import day
from reports.texts.files import labels


def measured(summary: Summary, lang: Language) -> tuple[str, ...]:
    """Which measurement this is: its day, whether it was broken off, and whether it was about some only."""
    t, run = labels(lang), summary.report.run
    sentences = [t["measured-on"].format(date=day(run.started, lang)) + "."]
    if run.finished is None:
        sentences.append(t["interrupted"])
    if run.only:
        sentences.append(t["only"].format(names=", ".join(run.only)))
    return tuple(sentences)


def standing(summary: Summary, lang: Language) -> tuple[str, ...]:
    """How many of the measured routes are in order, and how many could not be measured."""
    t = labels(lang)
    if not summary.measured:
        return (t["standing-none"],)
    ok = summary.verdicts[Verdict.OK]
    lead = t["standing-lead"].format(ok=ok, measured=summary.measured, percent=summary.percent_ok)
    return (lead, *unmeasured(summary.verdicts[Verdict.UNVERIFIED], lang))


def unmeasured(count: int, lang: Language) -> tuple[str, ...]:
    """The sentence about routes that could not be measured, if there are any."""
    t = labels(lang)
    if not count:
        return ()
    return (t["standing-unmeasured-one"] if count == 1 else t["standing-unmeasured"].format(count=count),)
