"""How often Python looks for values that hold on to each other."""

import gc

_AFTER = 50_000  # values made and not dropped; with Python's 700 looking for them takes up to a quarter of the time


def collect_rarely() -> None:
    """For a process that loads programs and reads pages: thousands of values, hardly any of them in such circles."""
    gc.set_threshold(_AFTER, 20, 100)
