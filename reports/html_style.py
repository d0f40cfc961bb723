"""The stylesheets that every page carries, and the policy that keeps a browser from using anything else."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from markupsafe import Markup

_PARTS = ("tokens.css", "style.css", "parts.css", "media.css")


def styles(theme: str = "") -> tuple[Markup, ...]:
    """Our own stylesheet, and after it the theme, if there is one."""
    return tuple(Markup(text) for text in (_own(), theme) if text)


def policy(theme: str = "") -> Markup:
    """Allows these stylesheets and nothing else: no script, request or form. A theme may hold its fonts and images."""
    hashes = " ".join(f"'{_hash(text)}'" for text in (_own(), theme) if text)
    held = " font-src data:; img-src data:;" if theme else ""
    return Markup(f"default-src 'none'; style-src {hashes};{held} base-uri 'none'; form-action 'none'")


@cache
def _own() -> str:
    folder = files("reports").joinpath("templates")
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _PARTS)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
