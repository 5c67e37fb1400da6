"""What the report's template may call besides plain values: findings, narratives, tables, charts, the cover."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from reportkit.document.blocks import Block
from reportkit.inspection.driver import Driver
from reportkit.inspection.inspection import Inspection
from reportkit.publications import drawing
from reportkit.publications.arguments import Ids, for_templates
from reportkit.publications.texts import Texts, paragraph_numbers
from reportkit.wording.budget import Stopped
from reportkit.wording.values import Slot

T = TypeVar("T")
Made = tuple[object, ...]


def functions(inspection: Inspection, texts: Texts) -> dict[str, Callable[..., Slot]]:
    """By name; each gives a Slot, so that nothing in it can change the template's structure."""
    made = {**_of_texts(inspection, texts), **_drawn(inspection)}
    return {name: for_templates(name, function) for name, function in made.items()}


def _of_texts(inspection: Inspection, texts: Texts) -> dict[str, Callable[..., Made]]:
    """Those that show what people wrote."""
    known = {finding.id: finding for finding in inspection.findings}
    narratives = {narrative.name: narrative for narrative in inspection.narratives}
    recommendations = {recommendation.id: recommendation for recommendation in inspection.recommendations}
    influences: dict[str, Driver] = {driver.id: driver for driver in (*inspection.drivers, *inspection.barriers)}

    def findings(ids: Ids, effect: str) -> tuple[Block, ...]:
        return tuple(block for each in ids for block in texts.finding(_named(each, known, "finding"), effect))

    def narrative(name: str, needed: str = "") -> Made:
        if name in narratives:
            return texts.narrative(narratives[name])
        return drawing.gap(needed) if needed else ()

    def words(id: str) -> tuple[Block, ...]:  # noqa: A002  as the recommendation calls it
        recommendation = _named(id, recommendations, "recommendation")
        return texts.words(recommendation.text, recommendation.origin)

    def entries(ids: Ids) -> tuple[Block, ...]:
        return texts.entries(tuple(_named(each, influences, "driver or barrier") for each in ids))

    def paragraphs(ids: Ids) -> Made:
        numbered = tuple(_named(each, known, "finding").id for each in ids)
        return paragraph_numbers(numbered, "", "", "") or drawing.gap("no finding is named yet")

    return {
        "findings": findings,
        "narrative": narrative,
        "words": words,
        "entries": entries,
        "paragraphs": paragraphs,
    }


def _drawn(inspection: Inspection) -> dict[str, Callable[..., Made]]:
    """Those that draw what they are given."""

    def scoring_chart(caption: str, corner: str, mark: str) -> tuple[Block, ...]:
        return drawing.scoring_chart(inspection.particulars.judgements, caption, corner, mark)

    return {
        "scoring_chart": scoring_chart,
        "table": drawing.table,
        "bar_chart": drawing.bar_chart,
        "cover": drawing.cover,
        "contents": drawing.contents,
        "gap": drawing.gap,
    }


def _named(name: str, known: Mapping[str, T], kind: str) -> T:
    if name not in known:
        raise Stopped(f"There is no {kind} '{name}'", "Take the ids from the values that the template is given.")
    return known[name]
