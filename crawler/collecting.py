"""How often Python looks for values that hold on to each other, while pages are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_COLLECT_AFTER = 50_000  # values made and not dropped; Python's 700 makes the collector take a quarter of the time


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Reading a page makes and drops thousands of values, hardly any of them in circles that need the collector."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
