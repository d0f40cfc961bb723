"""What the files of an organisation are called."""

import hashlib
import re


def stem(organisation: str) -> str:
    """The file name of an organisation without its ending; safe on every system, whatever the id is."""
    safe = re.sub(r"[^a-z0-9_-]+", "-", organisation.lower()).strip("-")[:80] or "organisation"
    if safe != organisation or safe == "index":
        safe += "-" + hashlib.sha256(organisation.encode("utf-8", "replace")).hexdigest()[:8]
    return safe
