"""What is said on standard error beside the results: sentences for people, or one JSON object a line (`--log-json`)."""

import json
import sys
from datetime import UTC, datetime
from typing import Any

_as_json = False


def switch(*, as_json: bool) -> None:
    """From now on."""
    global _as_json
    _as_json = as_json


def is_json() -> bool:
    return _as_json


def say(text: str) -> None:
    """A message to whoever runs this."""
    if _as_json:
        event("message", text=text)
    else:
        print(text, file=sys.stderr)


def event(name: str, **facts: Any) -> None:
    """Something that happened, for a machine to read."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    print(json.dumps({"time": now, "event": name, **facts}, ensure_ascii=False), file=sys.stderr, flush=True)
