"""The audit trail in Word: who did what, when, in which role, on which content, and how sure that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from msgspec import Struct

from reportkit.document.blocks import Document
from reportkit.publications.from_template import document_of, worded
from reportkit.publications.phrases import day
from reportkit.publications.setting import Setting
from reportkit.publications.struct_fields import plain
from reportkit.publications.template_blocks import TABLE_FUNCTIONS
from reportkit.wording.values import Kept, Template

TEMPLATE = "history.md.j2"


class AuditRow(Struct, frozen=True, kw_only=True):
    """One line of the audit trail, in words.

    `when` has a time zone and is shown in England's. `content` is the short digest of what the act was on, and `sure`
    says how sure it is who acted: proven, claimed, reported by whom, or what speaks against it.
    """

    when: dt.datetime
    who: str
    role: str
    what: str
    content: str
    sure: str


def history(
    acts: tuple[AuditRow, ...],
    title: str,
    setting: Setting,
    templates: Mapping[str, Template],
    kept: Kept | None = None,
) -> Document:
    """Return the audit trail of one inspection, `title`, as a document; the acts as they come.

    Raises Refused for a template that does not work.
    """
    blocks = worded(TEMPLATE, _values(acts, title, setting), TABLE_FUNCTIONS, templates, kept)
    return document_of(setting, blocks, f"{title}: audit trail", f"Audit trail of {title}")


def _values(acts: tuple[AuditRow, ...], title: str, setting: Setting) -> dict[str, object]:
    return {
        "title": title,
        "acts": act_rows(acts),
        "inspectorate": plain(setting.inspectorate),
        "made_on": day(setting.made.date()),
    }


def act_rows(acts: tuple[AuditRow, ...]) -> tuple[dict[str, object], ...]:
    """Return the acts as rows of a table."""
    return tuple(plain(act) | {"when": _moment(act.when), "by": f"{act.who}, {act.role}"} for act in acts)


def _moment(when: dt.datetime) -> str:
    here = when.astimezone(ZoneInfo("Europe/London"))
    return f"{day(here.date())}, {here:%H:%M}"
