"""Templates as the code that Jinja makes of them, kept between runs: to compile the report's takes 70 ms.

A template is checked and changed (see syntax.py) before it is compiled, so what is kept is fit to run.
It is kept under a digest of all that it depends on: its text, its name, its number in the marks of
origin, this room's own program, Jinja and Python. Nothing is ever found that was made otherwise.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable
from functools import cache
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import NamedTuple, cast

import jinja2

from reportkit.wording.values import Kept, Template


class Compiled(NamedTuple):
    """A template's code, and the templates that it includes, imports or extends, each with its line."""

    code: CodeType
    others: tuple[tuple[str, int], ...]


def compiled(template: Template, number: int, make: Callable[[], Compiled], kept: Kept | None) -> Compiled:
    """Return the template as it was kept, or make it and keep it.

    `number` is the template's in the marks of origin. What `kept` gives is trusted like this program
    itself: it must hold nothing that others could have put there.
    """
    program = _program() if kept else ()
    if kept is None or not program:
        return make()
    label = hashlib.sha256(repr((program, number, *template)).encode("utf-8", "surrogatepass")).hexdigest()
    found = kept.get(label)
    if found is not None:
        return Compiled(*cast("tuple[CodeType, tuple[tuple[str, int], ...]]", marshal.loads(found)))  # noqa: S302  see above
    made = make()
    kept.put(label, marshal.dumps(tuple(made)))
    return made


@cache
def _program() -> tuple[object, ...]:
    """Return what makes the code: this room's files as they are now; () where they are not on a disk."""
    try:
        files = [(path.name, path.stat()) for path in sorted(Path(__file__).parent.glob("*.py"))]
    except OSError:
        return ()
    own = tuple((name, status.st_size, status.st_mtime_ns) for name, status in files)
    return own and (own, jinja2.__version__, MAGIC_NUMBER)
