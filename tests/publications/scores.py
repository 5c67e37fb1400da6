"""Invented scores to be announced, one for every rating, prospects and kind; and the documents made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import get_args

from msgspec.structs import replace

from reportkit.document.block_text import text_of
from reportkit.document.blocks import Document
from reportkit.inspection.bodies import Almo, Authority
from reportkit.inspection.casework import (
    Addressee,
    Addressees,
    Allocation,
    Casework,
    Contact,
    Embargo,
    Planned,
    Press,
    Quotation,
    Signatory,
)
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.inspection.particulars import InspectionKind, Particulars
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.repository import Inspectorate
from reportkit.publications.announcement import Announcement
from reportkit.publications.letters import LETTER, Issuer, letter
from reportkit.publications.press_release import TEMPLATE, press_release
from reportkit.wording.values import Template
from tests.publications.builders import ROOT, finding

ISSUER = Issuer(Inspectorate(name="The Inspectorate of Invented Homes", address=("1 Nowhere Street", "Nowhere")))
CASEWORK = Casework(
    addressees=Addressees(
        authority=Addressee(
            name="Ms Ann Price",
            office="Chief Executive",
            address=("Town Hall", "1 High Street", "Elm", "EL1 1AA"),
            email="chief@elm.example",
        ),
        almo=Addressee(
            name="Mr Tom Reeve", office="Chief Executive", address=("2 Mill Lane", "Elm"), email="tom@elm-homes.example"
        ),
        odpm=Addressee(name="Ms Jane Hall", office="Head of the ALMO funding programme", address=("London",)),
    ),
    signatory=Signatory(name="Ada Okafor", office="Lead Housing Inspector"),
    contact=Contact(name="Jo Lee", telephone="020 7946 0000", email="jo@inspectorate.example"),
    press=Press(
        number="12/2004",
        contact=Contact(name="Press office", telephone="020 7946 0001"),
        embargo=Embargo(day=dt.date(2004, 9, 16), weekday="Thursday", time="00.01"),
        quotation=Quotation(text="Tenants told us what they see.", by="Ada Okafor", office="Lead Housing Inspector"),
    ),
    allocation=Allocation(amount=12_500_000, years=("2003/04", "2004/05"), source="ODPM letter of 12 March 2003"),
    planned=Planned(publication=dt.date(2004, 10, 14)),
)
KINDS: tuple[InspectionKind, ...] = get_args(InspectionKind)
SERVICE: tuple[ServiceRating, ...] = get_args(ServiceRating)
PROSPECTS: tuple[ProspectsRating, ...] = get_args(ProspectsRating)
COMBINATIONS = tuple(product(KINDS, SERVICE, PROSPECTS))


def inspection(kind: InspectionKind = "almo") -> Inspection:
    return Inspection(
        slug="elm-homes",
        particulars=Particulars(
            kind=kind,
            notice="This inspection is invented.",
            authority=Authority(name="Elm Borough Council"),
            almo=None if kind == "best-value" else Almo(name="Elm Homes Limited", short="Elm Homes"),
        ),
        findings=(
            finding("repairs", press=True),
            finding("stores", title="Stores are nearer"),
            finding("voids", title="Empty homes wait for 36 days", kind="weakness", press=True),
            finding(
                "calls", title="A tenant’s call was played to strangers", kind="weakness", press=True, sensitive=True
            ),
        ),
        recommendations=(
            Recommendation(id="let-sooner", title="Let homes sooner", findings=("voids",), press=True),
            Recommendation(id="train", title="Train those who answer calls", findings=("calls",), press=True),
        ),
    )


def announcement(
    kind: InspectionKind = "almo", service: ServiceRating = "good", prospects: ProspectsRating = "promising"
) -> Announcement:
    return Announcement(
        inspection=inspection(kind),
        casework=CASEWORK,
        service=service,
        prospects=prospects,
        date=dt.date(2004, 9, 16),
        subject="1a2b3c4d5e6f" + "0" * 52,
        decision="9f8e7d6c5b4a" + "0" * 52,
    )


@cache
def shipped() -> Mapping[str, Template]:
    folder = ROOT / "templates"
    return {
        name: Template(name, path.read_text(encoding="utf-8"), f"templates/{name}")
        for path in folder.rglob("*.j2")
        for name in [path.relative_to(folder).as_posix()]
    }


class Memory:
    """Compiled templates kept for the next document, as the program keeps them in the user's cache."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, label: str) -> bytes | None:
        return self._kept.get(label)

    def put(self, label: str, data: bytes) -> None:
        self._kept[label] = data


KEPT = Memory()


def documents(
    announced: Announcement, templates: Mapping[str, Template] | None = None
) -> Iterator[tuple[str, Document]]:
    """Yield every document of a set, by its name."""
    words = templates or shipped()
    for recipient in announced.recipients:
        yield f"letter-{recipient}", letter(announced, recipient, ISSUER, words, KEPT)
    yield "press-release", press_release(announced, ISSUER, words, KEPT)


def told(announced: Announcement) -> str:
    """Return a whole set as text, as tests/publications/expected/scores/ holds it."""
    return "\n".join(f"==== {name}: {made.title}\n\n{text_of(made.blocks)}" for name, made in documents(announced))


def changed(name: str, before: str, after: str) -> Mapping[str, Template]:
    """Return the shipped templates with other words in one of them."""
    found = shipped()[name]
    assert before in found.text
    return {**shipped(), name: replace_text(found, found.text.replace(before, after))}


def replace_text(template: Template, text: str) -> Template:
    return Template(template.name, text, template.file)


__all__ = ["CASEWORK", "COMBINATIONS", "LETTER", "TEMPLATE", "announcement", "changed", "documents", "replace", "told"]
