"""What the report's template may call besides plain values: findings, narratives, tables, charts, the cover."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from reportkit.document.blocks import Block
from reportkit.inspection.driver import Driver
from reportkit.inspection.inspection import Inspection
from reportkit.publications import template_blocks
from reportkit.publications.function_arguments import Ids, Made, all_for_templates
from reportkit.publications.sections import layout
from reportkit.publications.text_blocks import Texts, paragraph_numbers
from reportkit.wording.budget import Stopped
from reportkit.wording.values import Slot

T = TypeVar("T")


def functions(inspection: Inspection, texts: Texts) -> dict[str, Callable[..., Slot]]:
    """By name; each gives a Slot, so that nothing in it can change the template's structure."""
    written = _Written(inspection, texts)
    made: dict[str, Callable[..., Made]] = {
        "findings": written.findings,
        "narrative": written.narrative,
        "words": written.words,
        "entries": written.entries,
        "paragraphs": written.paragraphs,
        "scoring_chart": written.scoring_chart,
        "table": template_blocks.table,
        "bar_chart": template_blocks.bar_chart,
        "cover": template_blocks.cover,
        "contents": template_blocks.contents,
        "gap": template_blocks.gap,
    }
    return all_for_templates(made)


class _Written:
    """The texts that people wrote in one inspection, by name."""

    def __init__(self, inspection: Inspection, texts: Texts) -> None:
        influences: tuple[Driver, ...] = (*inspection.drivers, *inspection.barriers)
        self._inspection = inspection
        self._texts = texts
        self._judgements = inspection.particulars.judgements
        self._findings = {finding.id: finding for finding in inspection.findings}
        self._narratives = {narrative.name: narrative for narrative in inspection.narratives}
        self._recommendations = {recommendation.id: recommendation for recommendation in inspection.recommendations}
        self._influences = {influence.id: influence for influence in influences}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return layout(self._inspection).places()

    def findings(self, ids: Ids, effect: str) -> tuple[Block, ...]:
        """Numbered paragraphs; `effect` is the words before what each means for tenants."""
        found = (_named(name, self._findings, "finding") for name in ids)
        return tuple(block for finding in found for block in self._texts.finding(finding, effect))

    def narrative(self, name: str, needed: str = "") -> Made:
        """Return a narrative's paragraphs; where there is none, the gap that `needed` says, or nothing."""
        if name in self._narratives:
            return self._texts.narrative(self._narratives[name])
        return template_blocks.gap(needed) if needed else ()

    def words(self, id: str) -> tuple[Block, ...]:  # noqa: A002  what the template's values call it
        """Return a recommendation's text."""
        recommendation = _named(id, self._recommendations, "recommendation")
        return self._texts.words(recommendation.text, recommendation.origin)

    def entries(self, ids: Ids) -> tuple[Block, ...]:
        """Drivers or barriers as a list."""
        named = (_named(name, self._influences, "driver or barrier") for name in ids)
        return self._texts.entries(tuple(replace(each, findings=self._in_order(each.findings)) for each in named))

    def paragraphs(self, ids: Ids) -> Made:
        """Return the numbers of findings' paragraphs."""
        numbered = tuple(_named(name, self._findings, "finding").id for name in ids)
        return paragraph_numbers(self._in_order(numbered), "", "", "") or template_blocks.gap("no finding is named yet")

    def scoring_chart(self, caption: str, corner: str, mark: str) -> tuple[Block, ...]:
        """Return both ratings in one table."""
        return template_blocks.scoring_chart(self._judgements, caption, corner, mark)

    def _in_order(self, ids: Ids) -> Ids:
        return tuple(sorted(ids, key=lambda name: self._places.get(name, len(self._places))))


def _named(name: str, known: Mapping[str, T], kind: str) -> T:
    if name not in known:
        raise Stopped(f"There is no {kind} '{name}'", "Take the ids from the values that the template is given.")
    return known[name]
