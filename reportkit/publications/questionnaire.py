"""The self-assessment questionnaire in Word: every question of the appendices, with room for the answer [33]."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reportkit.document.blocks import Block, Cell, Document, Table, Text
from reportkit.guidance.areas import AREAS
from reportkit.inspection.bodies import Bodies
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.value_words import KINDS
from reportkit.publications import template_blocks
from reportkit.publications.from_template import issued_by, worded
from reportkit.publications.function_arguments import Made, Rows, Texts
from reportkit.publications.phrases import day
from reportkit.publications.self_assessment import Part, asked, called, parts_of
from reportkit.publications.setting import Setting
from reportkit.publications.struct_fields import plain
from reportkit.wording.budget import Stopped
from reportkit.wording.values import Kept, Template

TEMPLATE: Final = "questionnaire.md.j2"

INSPECTION: Final = "reportkit questionnaire for"
BODY: Final = "reportkit questionnaire to"
"""Custom properties: which inspection it is for, and who fills it in."""

_COLUMNS: Final = 3


def questionnaire(
    inspection: Inspection, body: Bodies, setting: Setting, templates: Mapping[str, Template], kept: Kept | None = None
) -> Document:
    """Return the questionnaire for one body, or for both together. Raises Refused for a template that does not work."""
    functions: dict[str, Callable[..., Made]] = {
        "answer_table": answer_table,
        "table": template_blocks.table,
        "gap": template_blocks.gap,
        "cover": template_blocks.cover,
        "contents": template_blocks.contents,
    }
    who = called(inspection, body)
    document = Document(
        blocks=worded(TEMPLATE, _values(inspection, body, setting), functions, templates, kept),
        title=f"Self-assessment of {who}",
        subject=f"Self-assessment questionnaire for {who}",
        made=setting.made,
        properties=((INSPECTION, inspection.slug), (BODY, body)),
    )
    return issued_by(setting.inspectorate, document)


def answer_table(rows: Rows, headings: Texts) -> tuple[Block, ...]:
    """Return a table with a row a question: its number, its words, and room for the answer."""
    if len(headings) != _COLUMNS:
        raise Stopped("answer_table() needs three headings", "Give those of number, question and answer.")
    return (
        Table(
            head=tuple(Cell((Text(heading),)) for heading in headings),
            rows=tuple(_row(str(row.values["id"]), str(row.values["text"])) for row in rows),
            description=f"A question a row, with room to write. Columns: {', '.join(headings)}.",
            widths=(6, 9, 13),
            row_heads=True,
        ),
    )


def _row(name: str, text: str) -> tuple[Cell, ...]:
    return (Cell((Text(name),)), Cell((Text(text),)), Cell((), field=name))


def _values(inspection: Inspection, body: Bodies, setting: Setting) -> dict[str, object]:
    particulars, parts = inspection.particulars, parts_of(inspection)
    return {
        "kind": {"id": particulars.kind, "title": KINDS[particulars.kind]},
        "body": {"id": body, "name": called(inspection, body)},
        "authority": {"name": particulars.authority.name},
        "almo": {"name": particulars.almo.name} if particulars.almo else None,
        "service": tuple(_area(area.title, area.id, parts) for area in AREAS.values()),
        "prospects": tuple(_part(part) for part in parts if part.appendix == 2),  # noqa: PLR2004  Appendix 2
        "governance": tuple(_part(part) for part in parts if part.appendix == 3),  # noqa: PLR2004  Appendix 3
        "questions": sum(len(part.questions) for part in parts),
        "notices": (particulars.notice,) if particulars.notice else (),
        "inspectorate": plain(setting.inspectorate),
        "made_on": day(setting.made.date()),
    }


def _area(title: str, name: str, parts: tuple[Part, ...]) -> dict[str, object]:
    return {"title": title, "parts": tuple(_part(part) for part in parts if part.area == name)}


def _part(part: Part) -> dict[str, object]:
    number, _, _ = part.id.partition("-")
    title = part.title.partition(": ")[2] if part.area else part.title
    questions = tuple({"id": each.id, "text": asked(each)} for each in part.questions)
    return {"id": number, "title": title, "questions": questions}
