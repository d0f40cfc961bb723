"""Files that appear whole or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path

_HEAD = 2000  # where a file says that it is ours


def write_text(path: Path, text: str) -> None:
    """Writes UTF-8 with the line ends as given."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Puts the content in place in one step; a reader sees the earlier file or this one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def replace_ours(folder: Path, contents: Mapping[str, bytes], mark: bytes) -> None:
    """Writes the files of a folder, and removes earlier ones of ours: those with the same ending and our mark."""
    for name, content in contents.items():
        write_bytes(folder / name, content)
    endings = {Path(name).suffix for name in contents}
    for old in sorted(folder.iterdir()) if contents else ():
        if old.name not in contents and old.suffix in endings and _has(old, mark):
            old.unlink()


def _has(path: Path, mark: bytes) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return mark in file.read(_HEAD)
