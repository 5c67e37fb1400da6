"""What changed in a report since the draft that the bodies saw [115]: a list for them, kept with the final report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from reportkit.document.blocks import Document
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.inspection_changes import Change, changes
from reportkit.inspection.repeated_sentences import Repeated
from reportkit.inspection.sensitive import Withheld, withheld
from reportkit.publications import template_blocks
from reportkit.publications.from_template import document_of, worded
from reportkit.publications.function_arguments import Made
from reportkit.publications.pack_changes import change_values
from reportkit.publications.phrases import day
from reportkit.publications.setting import Setting
from reportkit.publications.struct_fields import plain
from reportkit.wording.values import Kept, Template

TEMPLATE: Final = "since-draft.md.j2"

_OF_THE_HOUSE: Final = frozenset(("answer to a warning",))
"""What no report shows: it stays out of the list too."""


def since_draft(
    before: Inspection,
    published: Withheld,
    sent: dt.date,
    setting: Setting,
    templates: Mapping[str, Template],
    kept: Kept | None = None,
) -> Document:
    """Return the list as a document: from the inspection as it was `sent`, to what is published.

    What is withheld from the public is left out of both, and whatever quotes it is not told. Raises Refused for a
    template that does not work.
    """
    title = published.shown.particulars.judged
    values = {
        "title": title,
        "sent": day(sent),
        "made_on": day(setting.made.date()),
        "inspectorate": plain(setting.inspectorate),
        "changes": change_values(_public_changes(before, published)),
    }
    blocks = worded(TEMPLATE, values, _FUNCTIONS, templates, kept)
    return document_of(
        setting, blocks, f"{title}: changes to the report", f"What changed in the report since {day(sent)}"
    )


_FUNCTIONS: Final[Mapping[str, Callable[..., Made]]] = {"table": template_blocks.table, "gap": template_blocks.gap}


def _public_changes(before: Inspection, published: Withheld) -> Iterator[Change]:
    """Return the changes that the public may read: without what is withheld, and without what no report shows."""
    then = _shown_then(before, published)
    away = tuple(each for each in before.findings if each.id not in {shown.id for shown in then.findings})
    found = (_without(change, away) for change in changes(then, published.shown))
    return (each for each in found if each.part not in _OF_THE_HOUSE)


def _shown_then(before: Inspection, published: Withheld) -> Inspection:
    """Return the inspection as it was sent, without what is withheld now.

    What was taken out since then is not shown.
    """
    away = frozenset(published.findings)
    marked = tuple(replace(each, sensitive=each.sensitive or each.id in away) for each in before.findings)
    shown = withheld(replace(before, findings=marked), {each.id for each in published.shown.findings}).shown
    return replace(
        shown, recommendations=tuple(each for each in shown.recommendations if each.id not in published.recommendations)
    )


def _without(change: Change, away: tuple[Finding, ...]) -> Change:
    """Return the change without the sides of it that quote what is withheld."""
    return replace(
        change,
        title=_NOT_TOLD if _quotes(change.title, away) else change.title,
        altered=tuple(
            replace(
                each,
                before=_NOT_TOLD if _quotes(each.before, away) else each.before,
                after=_NOT_TOLD if _quotes(each.after, away) else each.after,
            )
            for each in change.altered
        ),
    )


_NOT_TOLD: Final = "Not told, for it quotes what is withheld."


def _quotes(value: object, away: tuple[Finding, ...]) -> bool:
    known = Repeated(str(each) for each in (value if isinstance(value, tuple) else (value,)))
    return any(known.of(finding) for finding in away)
