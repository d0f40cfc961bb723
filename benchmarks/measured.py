"""Runs a program as a user would, and says what it cost."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / ".venv" / "bin" / "meldroute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds by the clock and of the processor; `peak` is the largest memory in MB."""

    seconds: float
    processor: float
    peak: float

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s, {self.processor:6.1f} s of the processor, {self.peak:6.0f} MB at most"


def measure(arguments: Sequence[str]) -> Cost:
    """Runs meldroute with these arguments, start-up included. Raises CalledProcessError when it fails."""
    command = [str(PROGRAM), *arguments]
    started = time.monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds=seconds, processor=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / 1024)
