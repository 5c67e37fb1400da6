"""Evidence: one reality check or one document that findings rest on [38–41, 63]."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.inspection.bodies import Bodies
from reportkit.inspection.source_place import NOWHERE, Origin


class Evidence(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One file in evidence/.

    `kind` is one of the twelve reality checks [39], or `document`, or `indicators`. `source` says
    which of the ten context sources a document is [63], `way` which of the nine ways of asking
    tenants was used [47]. `seen` says what was seen, in Markdown, and names no tenant. `held` says
    where the original is kept, outside Git. `sample` is how many people or cases were asked or read.
    """

    id: str
    title: str
    kind: str
    date: dt.date | None = None
    by: tuple[str, ...] = ()
    seen: str | None = None
    questions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    source: str | None = None
    way: str | None = None
    about: Bodies | None = None
    sample: int | None = None
    held: str | None = None
    origin: Origin = NOWHERE
