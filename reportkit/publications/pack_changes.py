"""What changed since a moderator last looked, in words: what came, what went, and before and now of the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from reportkit.document.blocks import Text
from reportkit.document.text_changes import difference
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.inspection_changes import Altered, Change, changes
from reportkit.publications.pack_round import PackRound
from reportkit.wording.escape import said
from reportkit.wording.values import Slot

_NOTHING: Final = Slot((Text("–"),))
_SPACES_ALONE: Final = Slot((Text("only spaces or the ends of lines differ", italic=True),))


def changes_values(inspection: Inspection, moderated: PackRound) -> dict[str, object]:
    """Return the name `changes`: `.since` (None where there is nothing to compare with), `.whole` and `.fields`."""
    found = () if moderated.before is None else changes(moderated.before, inspection)
    since = None if moderated.before is None else moderated.since or "last time"
    return {"changes": {"since": since, **change_values(found)}}


def change_values(found: Iterable[Change]) -> dict[str, object]:
    """Changes as rows of two tables: `whole` for what came or went, `fields` for what is different, before and now."""
    listed = tuple(found)
    return {
        "whole": tuple(
            {"part": each.part.capitalize(), "title": each.title, "done": each.done.capitalize()}
            for each in listed
            if each.done != "changed"
        ),
        "fields": tuple(row for each in listed if each.done == "changed" for row in _rows(each)),
    }


def _rows(change: Change) -> Iterable[dict[str, object]]:
    what = "The inspection" if change.part == "inspection" else f"{change.part.capitalize()} “{change.title}”"
    return ({"what": f"{what}: {_field(each.field)}"} | _both(each) for each in change.altered)


def _field(path: str) -> str:
    return path.replace("_", " ").replace(".", ", ")


def _both(altered: Altered) -> dict[str, object]:
    before, after = _words(altered.before), _words(altered.after)
    told = difference(before, after)
    if not told.before and not told.after:
        return {"before": _SPACES_ALONE, "after": _SPACES_ALONE}
    return {
        "before": Slot(told.before) if told.before else _NOTHING,
        "after": Slot(told.after) if told.after else _NOTHING,
    }


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case tuple():
            return " / ".join(_words(each) for each in value)
        case bool() | int() | float() | Decimal() | dt.date():
            return said(value) or ""
        case _:
            return str(value)
