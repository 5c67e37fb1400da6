"""The inspection report: both judgements, what they rest on, and what should be done."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportkit.document.assemble import assemble
from reportkit.document.blocks import Block, Document
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.value_words import KINDS
from reportkit.publications import template_blocks
from reportkit.publications.abbreviations import abbreviations_used
from reportkit.publications.answered import findings_without_effect
from reportkit.publications.evidence_values import evidence_values
from reportkit.publications.from_template import document_of
from reportkit.publications.functions import functions
from reportkit.publications.indicator_values import indicator_values
from reportkit.publications.particulars_values import particulars_values
from reportkit.publications.phrases import day
from reportkit.publications.sections import AnsweredQuestion, layout
from reportkit.publications.setting import Setting
from reportkit.publications.struct_fields import plain
from reportkit.publications.template_values import all_views
from reportkit.publications.text_blocks import Texts
from reportkit.wording.render import render
from reportkit.wording.values import Kept, Template, TemplateContext

TEMPLATE = "report.md.j2"

Templates = Mapping[str, Template]


class Edition(Struct, frozen=True, kw_only=True):
    """The edition of a report: what the cover must say plainly, and the words across and at the head of every page.

    `head` follows the inspected body's name there. `properties` are custom ones besides the report's own.
    """

    notice: str
    marking: str
    head: str
    properties: tuple[tuple[str, str], ...] = ()


def report(
    inspection: Inspection,
    setting: Setting,
    templates: Templates,
    kept: Kept | None = None,
    edition: Edition | None = None,
) -> Document:
    """Return the report of an inspection as a document; the draft, where no other edition is named.

    `templates` are the organisation's, by name; `kept` keeps them compiled for the next run. Raises
    Unreadable with every text that holds what a report cannot, and Refused for a template that does
    not work.
    """
    edition = edition or Edition(notice=_draft_notice(setting), marking="DRAFT", head="draft report")
    template = templates[TEMPLATE]
    texts = Texts(findings_without_effect(inspection))
    surroundings = TemplateContext(functions(inspection, texts), templates, template_blocks.gap_slot, kept)
    wording = render(template, _values(inspection, setting, template.text, edition), surroundings)
    texts.refuse_flaws()
    return _document(inspection, setting, edition, assemble(wording.text, wording.slots, wording.place))


def _values(inspection: Inspection, setting: Setting, source: str, edition: Edition) -> dict[str, object]:
    shown = layout(inspection)
    values: dict[str, object] = {
        **particulars_values(inspection),
        **evidence_values(inspection),
        **indicator_values(inspection),
        "service": {"questions": [_question(question) for question in shown.service]},
        "prospects": {"questions": [_question(question) for question in shown.prospects]},
        "unplaced": [plain(section) for section in shown.unplaced],
        "inspectorate": plain(setting.inspectorate),
        "notices": _notices(inspection, edition),
        "made_on": day(setting.made.date()),
    }
    values["abbreviations"] = abbreviations_used(inspection, values, source)
    return all_views(values)


def _question(question: AnsweredQuestion) -> dict[str, object]:
    return plain(question) | {"sections": [plain(section) for section in question.sections]}


def _notices(inspection: Inspection, edition: Edition) -> tuple[str, ...]:
    """Return what the cover must say plainly: which edition it is, and that an example is one."""
    own = inspection.particulars.notice
    return (*((own,) if own else ()), edition.notice)


def _draft_notice(setting: Setting) -> str:
    if setting.unsaved:
        return "Draft. It holds changes that have not been saved, so it belongs to no version."
    if setting.version is None:
        return "Draft. Nothing has been saved yet, so it belongs to no version."
    return f"Draft, from version {setting.version} of {day(setting.made.date())}."


def _document(inspection: Inspection, setting: Setting, edition: Edition, blocks: tuple[Block, ...]) -> Document:
    particulars = inspection.particulars
    name = particulars.judged
    title = f"{name}: {KINDS[particulars.kind]}"
    subject = f"{KINDS[particulars.kind]} of {particulars.authority.name}"
    document = document_of(setting, blocks, title, subject, inspection.slug, edition.properties)
    return replace(document, running_head=f"{name}: {edition.head}", marking=edition.marking)
