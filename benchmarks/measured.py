"""Runs a program as a user would, and says what it cost."""

import os
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

PROGRAM = str(Path(sys.executable).parent / "meldroute")
_TOO_LONG = 1_800.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds by the clock and of the processor; `peak` is the largest memory in MB."""

    seconds: float
    processor: float
    peak: float

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s, {self.processor:6.1f} s of the processor, {self.peak:6.0f} MB at most"


def measure(
    command: Sequence[str], *, folder: Path | None = None, told: IO[bytes] | None = None, fine: Collection[int] = (0,)
) -> Cost:
    """Runs a command, start-up included, in a folder, with what it says into a file. Raises CalledProcessError when it
    ends with another exit code than is `fine`, or takes half an hour."""
    started = time.monotonic()
    with subprocess.Popen(command, cwd=folder, stdout=told, stderr=subprocess.DEVNULL if told else None) as process:
        limit = Timer(_TOO_LONG, process.kill)
        limit.start()
        _, status, usage = os.wait4(process.pid, 0)
        limit.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - started
    if process.returncode not in fine:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds=seconds, processor=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / 1024)
