"""The moderation pack: what a moderator reads before she agrees, does not agree, or asks for more [114]."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec.structs import replace

from reportkit.document.assemble import assemble
from reportkit.document.blocks import Block, Document
from reportkit.guidance.rule_list import ALL_ROWS
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.inspection.value_words import KINDS
from reportkit.publications import template_blocks
from reportkit.publications.audit_trail import act_rows
from reportkit.publications.evidence_values import evidence_values
from reportkit.publications.from_template import document_of
from reportkit.publications.functions import functions
from reportkit.publications.pack_changes import changes_values
from reportkit.publications.pack_coverage import coverage_values
from reportkit.publications.pack_evidence import rests_on_values
from reportkit.publications.pack_round import Moderation, Overridden, PackQuery, PackRound, round_of
from reportkit.publications.particulars_values import particulars_values
from reportkit.publications.phrases import day
from reportkit.publications.setting import Setting
from reportkit.publications.struct_fields import plain
from reportkit.publications.template_values import all_views
from reportkit.publications.text_blocks import Texts
from reportkit.rules.check import check, stops, wrong
from reportkit.rules.moderators import ModeratorQuestion, moderators_questions
from reportkit.wording.render import render
from reportkit.wording.values import Kept, Template, TemplateContext

TEMPLATE = "moderation-pack.md.j2"

_IN_REPORTS_ALONE = frozenset(("findings", "entries", "paragraphs"))
"""Functions that number paragraphs, or refer to numbers: a pack beside a report would number them otherwise."""


def pack_of(
    inspection: Inspection,
    setting: Setting,
    moderation: Moderation,
    templates: Mapping[str, Template],
    kept: Kept | None = None,
) -> Document:
    """Return the pack of the round that the record is in, with every question that the rules raise.

    Raises as `pack` does.
    """
    moderated = round_of(moderation, inspection)
    questions = moderators_questions(inspection, moderated.others)
    return pack(inspection, setting, questions, moderated, templates, kept)


def pack(
    inspection: Inspection,
    setting: Setting,
    questions: tuple[ModeratorQuestion, ...],
    moderated: PackRound,
    templates: Mapping[str, Template],
    kept: Kept | None = None,
) -> Document:
    """Return the pack as a document: pure, so that the same values make the same pack.

    `templates` are the organisation's, by name; `kept` keeps them compiled for the next run. Raises Refused for a
    template that does not work, Unreadable for a text that a document cannot hold.
    """
    texts = Texts()
    available = {name: each for name, each in functions(inspection, texts).items() if name not in _IN_REPORTS_ALONE}
    surroundings = TemplateContext(available, templates, template_blocks.gap_slot, kept)
    wording = render(templates[TEMPLATE], _values(inspection, setting, questions, moderated), surroundings)
    texts.refuse_flaws()
    return _document(inspection, setting, moderated, assemble(wording.text, wording.slots, wording.place))


def _values(
    inspection: Inspection, setting: Setting, questions: tuple[ModeratorQuestion, ...], moderated: PackRound
) -> dict[str, object]:
    values: dict[str, object] = {
        **particulars_values(inspection),
        **coverage_values(inspection, moderated.milestones),
        **rests_on_values(inspection, moderated.others),
        **changes_values(inspection, moderated),
        **_said_of_rules(inspection, moderated),
        "reality_checks": evidence_values(inspection)["reality_checks"],
        "influences": {
            "drivers": tuple(each.title for each in inspection.drivers),
            "barriers": tuple(each.title for each in inspection.barriers),
        },
        "round": {"number": moderated.number, "code": moderated.code, "replies": moderated.replies},
        "questions": _questions(inspection, questions),
        "queries": tuple(_query(each) for each in moderated.queries),
        "acts": act_rows(moderated.acts),
        "inspectorate": plain(setting.inspectorate),
        "notices": _notices(inspection, setting),
        "version": setting.version,
        "made_on": day(setting.made.date()),
    }
    return all_views(values)


def _questions(inspection: Inspection, questions: Iterable[ModeratorQuestion]) -> tuple[dict[str, object], ...]:
    titles = {finding.id: finding.title for finding in inspection.findings}
    return tuple(
        plain(each) | {"number": number, "findings": tuple(titles.get(name, name) for name in each.findings)}
        for number, each in enumerate(questions, 1)
    )


def _said_of_rules(inspection: Inspection, moderated: PackRound) -> dict[str, object]:
    """Return the names `warnings` (answered, and open by rule), `errors` (by rule) and `overrides`.

    What an act after moderation lacks is not told: its time has not come.
    """
    problems = check(inspection, milestones=moderated.milestones)
    warnings = [each for each in problems if each.level == "warning"]
    answered = dict.fromkeys((each.rule, each.answered, each.about) for each in warnings if each.answered)
    return {
        "warnings": {
            "answered": tuple(
                {"rule": _named(rule), "answer": answer, "about": about} for rule, answer, about in answered
            ),
            "open": _by_rule(each for each in warnings if not each.answered),
        },
        "errors": _by_rule((*wrong(problems), *(each for each in stops(problems, "send") if each.state != "wrong"))),
        "overrides": tuple(_override(each) for each in moderated.overrides),
    }


def _by_rule(problems: Iterable[Problem]) -> tuple[dict[str, object], ...]:
    ordered = sorted(problems, key=lambda each: each.rule)
    grouped = ((rule, len(list(found))) for rule, found in groupby(ordered, key=lambda each: each.rule))
    return tuple({"rule": _named(rule), "count": count} for rule, count in grouped)


def _named(rule: str) -> str:
    return f"{rule} {ALL_ROWS[rule].title}" if rule in ALL_ROWS else rule


def _query(query: PackQuery) -> dict[str, object]:
    return {
        "number": query.number,
        "asks": query.asks,
        "about": query.about,
        "due": f"{query.of}, by {day(query.by)}",
        "asker": f"{query.asked_by}, {day(query.asked)}",
    }


def _override(override: Overridden) -> dict[str, object]:
    who = f"{override.by}, {override.role}, {day(override.on)}"
    return {"rule": _named(override.rule), "about": override.about, "reason": override.reason, "who": who}


def _notices(inspection: Inspection, setting: Setting) -> tuple[str, ...]:
    """Return what the cover must say plainly: that an example is one, and that a pack of unsaved work is no basis."""
    own = inspection.particulars.notice
    unsaved = "It holds changes that have not been saved: no reply to this pack can count."
    return (*((own,) if own else ()), *((unsaved,) if setting.unsaved else ()))


def _document(inspection: Inspection, setting: Setting, moderated: PackRound, blocks: tuple[Block, ...]) -> Document:
    particulars = inspection.particulars
    name = particulars.judged
    title = f"{name}: moderation pack"
    subject = f"Moderation of the {KINDS[particulars.kind]} of {particulars.authority.name}"
    code = ("reportkit version code", moderated.code)
    document = document_of(setting, blocks, title, subject, inspection.slug, (code,))
    return replace(document, running_head=f"{title}, version {moderated.code}")
