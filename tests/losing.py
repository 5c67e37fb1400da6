"""A disk that takes only a part of what Git writes, while Git says that all went well."""

from __future__ import annotations

import shlex
from pathlib import Path


def losing(repository: Path, number: int, *, most: int = 1) -> str:
    """Return what a stand-in for Git does at a step: the step itself, then objects written since now are gone.

    These are the `number`th by name, from 1, and those behind it, `most` in all. It ends as Git itself ends.
    """
    lost = f"sed -n '{number},{number + most - 1}p' | xargs rm -f"
    return f"%s; code=$?; {_new(repository)} | {lost}; exit $code"


def mixing_up(repository: Path) -> str:
    """Return the same, but the first of the new objects then holds what the second holds."""
    return f'%s; code=$?; set -- $({_new(repository)}); rm -f "$1"; cp "$2" "$1"; exit $code'


def _new(repository: Path) -> str:
    """Return a command that lists the objects that were written since now."""
    objects = repository / ".git" / "objects"
    known = repository.parent / "objects-before"
    known.write_text("".join(f"{path}\n" for path in sorted(objects.rglob("*")) if path.is_file()), encoding="utf-8")
    return f"find {shlex.quote(str(objects))} -type f | LC_ALL=C sort | LC_ALL=C comm -13 {shlex.quote(str(known))} -"
