"""Names our own rules by a digest: where it changes between two runs, findings may change without any site changing."""

import hashlib
from pathlib import Path

from expectations.model import Terms

_JUDGE, _READ = Path(__file__).parent.parent / "expectations", Path(__file__).parent.parent / "crawler"


def digest(terms: Terms) -> str:
    """Over the code that reads and judges, and over the words it goes by; the same wherever the program stands."""
    total = hashlib.sha256()
    for folder in (_JUDGE, _READ):
        for path in sorted(folder.rglob("*.py")):
            text = path.read_bytes().replace(b"\r\n", b"\n")
            total.update(f"{folder.name}/{path.relative_to(folder).as_posix()}\0".encode() + text)
    total.update(repr(terms).encode())
    return f"sha256:{total.hexdigest()}"
