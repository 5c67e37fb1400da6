"""Small inspections, and the report that a template makes of them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from msgspec import structs

from reportkit.document.blocks import Block, Document
from reportkit.inspection.bodies import Almo, Authority
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.repository import Inspectorate
from reportkit.inspection.source_place import Origin
from reportkit.publications.report import TEMPLATE, report
from reportkit.publications.setting import Setting
from reportkit.wording.values import Template

ROOT = Path(__file__).parents[2]
FOLDER = "inspections/elm-homes"
SETTING = Setting(
    inspectorate=Inspectorate(name="The Inspectorate"),
    made=dt.datetime(2004, 3, 1, 9, tzinfo=dt.UTC),
    version="1a2b3c4",
    commit="1a2b3c4" + "0" * 33,
    digest="d" * 64,
)


def at(name: str, *keys: str) -> Origin:
    """Return a file whose keys stand on lines 2, 3, 4 …"""
    return Origin(f"{FOLDER}/{name}", {key: line for line, key in enumerate(keys, 2)})


def finding(id_: str = "repairs", **changes: object) -> Finding:
    good = Finding(
        id=id_,
        title="Repairs are done on time",
        kind="strength",
        question="2.2",
        area="stock-investment",
        evidence=("survey",),
        effect="Tenants wait nine days.",
        text="Of 60 jobs, 57 were on time.",
        text_line=8,
        origin=at(f"findings/{id_}.md"),
    )
    return structs.replace(good, **changes)


def inspection(*findings: Finding, **changes: object) -> Inspection:
    particulars = Particulars(
        kind="almo", authority=Authority(name="Elm Council"), almo=Almo(name="Elm Homes"), origin=at("inspection.yaml")
    )
    return structs.replace(Inspection(slug="elm-homes", particulars=particulars, findings=findings), **changes)


def with_particulars(**changes: object) -> Inspection:
    empty = inspection()
    return structs.replace(empty, particulars=structs.replace(empty.particulars, **changes))


@cache
def shipped() -> dict[str, Template]:
    text = (ROOT / "templates" / TEMPLATE).read_text(encoding="utf-8")
    return {TEMPLATE: Template(TEMPLATE, text, f"templates/{TEMPLATE}")}


def document(inspected: Inspection, setting: Setting = SETTING) -> Document:
    """Return the report in the shipped template's words."""
    return report(inspected, setting, shipped())


def blocks(text: str, inspected: Inspection | None = None) -> tuple[Block, ...]:
    """Return what a template of an organisation's own makes."""
    own = {TEMPLATE: Template(TEMPLATE, text, f"templates/{TEMPLATE}")}
    return report(inspected or inspection(finding()), SETTING, own).blocks
