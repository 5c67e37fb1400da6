"""An answer to a warning: who says why it may stand."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.inspection.source_place import NOWHERE, Origin


class Answer(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One entry of answers.yaml. `about` narrows it to one finding, evidence, question or topic by id."""

    rule: str
    answer: str
    by: str
    date: dt.date | None = None
    about: str | None = None
    origin: Origin = NOWHERE
