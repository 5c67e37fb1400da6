"""Finished Word files, read again and held against the decision; and templates that would say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from msgspec.structs import replace

from reportkit.inspection.bodies import Almo
from reportkit.inspection.casework import Addressee, Quotation
from reportkit.publications.announcement import Announcement
from reportkit.publications.letters import letter_values
from reportkit.publications.press_release import release_values
from reportkit.publications.readback import Readable, against
from reportkit.word.read.read_document import read_document
from reportkit.word.write import write
from reportkit.wording.values import Template
from tests.every_case import every_case
from tests.publications.builders import ROOT
from tests.publications.scores import CASEWORK, ISSUER, KINDS, SERVICE, announcement, changed, documents, shipped

HOUSE = (ROOT / "templates" / "house.docx").read_bytes()
STRANGERS = ("Ash Homes", "Ash Borough Council")


def complaints(announced: Announcement, templates: Mapping[str, Template] | None = None) -> Iterator[str]:
    for name, document in documents(announced, templates):
        told = read_document(write(document, HOUSE))
        recipient = name.removeprefix("letter-")
        values = (
            release_values(announced, ISSUER)
            if name == "press-release"
            else letter_values(announced, recipient, ISSUER)  # type: ignore[arg-type]  # one of the recipients
        )
        yield from against(Readable(name, told.paragraphs, told.beside), announced, values, STRANGERS)


@every_case("kind", KINDS)
@every_case("service", SERVICE)
def test_nothing_speaks_against_the_shipped_templates(kind: str, service: str) -> None:
    assert list(complaints(announcement(kind, service, "uncertain"))) == []


AUTHORITY = "letters/authority.md.j2"
SCORE = "letters/parts/score.md.j2"
HEAD = "letters/parts/head.md.j2"
END = "letters/parts/end.md.j2"
RELEASE = "press-release.md.j2"
FINAL = "the score is final. It has two parts."


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        (SCORE, "**{{ score.service }}**", "", "letter-almo does not say in a paragraph of its own “Judgement 1: the"),
        (SCORE, "**{{ score.prospects }}**", "", "letter-odpm does not say in a paragraph of its own “Judgement 2:"),
        (
            SCORE,
            "**{{ score.service }}**",
            "It is not true that {{ score.service }}",
            "letter-almo does not say in a paragraph of its own “Judgement 1: the service is good, two stars.”",
        ),
        (RELEASE, "{{ score.prospects }}", "", "press-release does not say in a paragraph of its own “Judgement 2:"),
        (AUTHORITY, FINAL, "the score is three stars.", "letter-authority says “three stars”, and the decision is two"),
        (AUTHORITY, FINAL, "it is a 3-star service.", "letter-authority says “3-star”, and the decision is two stars"),
        (AUTHORITY, FINAL, "the service is fair.", "letter-authority says “service is fair”, and the decision is good"),
        (AUTHORITY, FINAL, "prospects are excellent.", "letter-authority has a rating of its own (“"),
        (AUTHORITY, FINAL, "a ★★ service.", "letter-authority has stars of its own (“"),
        (AUTHORITY, FINAL, "it holds from 1 May 2004.", "letter-authority has a figure of its own (“"),
        (AUTHORITY, FINAL, "it holds from September.", "letter-authority has a month of its own (“"),
        (AUTHORITY, FINAL, "a grant follows.", "letter-authority has money of its own (“"),
        (AUTHORITY, FINAL, "you have £5,000,000.", "letter-authority has a figure of its own (“"),
        (AUTHORITY, FINAL, "five million follow.", "letter-authority has money of its own (“"),
        (AUTHORITY, FINAL, "as with Oak and Ash Council.", "letter-authority has a body of its own (“"),
        (AUTHORITY, FINAL, "ask Cartrefi Dŵr Limited.", "letter-authority has a body of its own (“"),
        (SCORE, "**{{ score.service }}**", "**{{ score.service }}**\n\nJudgement 1: the service is poor.",
         "letter-almo says “service is poor”, and the decision is good"),
        (AUTHORITY, FINAL, "this brings ALMO PLUS.", "letter-authority promises “ALMO PLUS”, which is only proposed"),
        (AUTHORITY, FINAL, "as for Ash Homes.", "letter-authority names Ash Homes, which this inspection is not about"),
        (HEAD, "{{ date }}", "", "letter-authority leaves out “16 September 2004” (date)"),
        (HEAD, "{{ reference }}", "", "letter-odpm leaves out “elm-homes/1a2b3c4d5e6f/9f8e7d6c5b4a” (reference)"),
        (HEAD, "{{ lines(addressee.lines) }}", "", "letter-authority leaves out “Town Hall” (addressee)"),
        (END, "{{ publication }}", "", "letter-almo leaves out “We plan to publish the report on 14 October 2004.”"),
        (END, "{{ signed(signatory) }}", "", "letter-almo leaves out “Ada Okafor” (signatory)"),
        (AUTHORITY, "{% for told in money %}", "{% for told in () %}", "letter-authority leaves out “Elm Homes"),
        (RELEASE, "{% for title in weaknesses %}", "{% for title in () %}", "press-release leaves out “Empty homes"),
        (RELEASE, "**{{ embargo }}**", "", "press-release leaves out “Not for use before 00.01 on Thursday 16 Sept"),
        (RELEASE, "**Ends**", "**Ends** at 12", "press-release has a figure of its own (“"),
        (HEAD, "Our reference", "The reference[^1]\n\n[^1]: Was fair.\n\n", "letter-almo has a rating of its own (“"),
    ],
)  # fmt: skip
def test_a_template_that_says_something_else_is_told_with_the_document(
    name: str, before: str, after: str, said: str
) -> None:
    found = list(complaints(announcement(), changed(name, before, after)))
    assert [each for each in found if each.startswith(said)], found


def renamed(announced: Announcement, name: str) -> Announcement:
    """Return the same of a body of that name, led by people whose names are as odd."""
    particulars = announced.inspection.particulars
    almo, authority = Almo(name=name), replace(particulars.authority, name=f"{name} Council")
    to = replace(CASEWORK.addressees, almo=Addressee(name=f"Mr {name}", office=name, address=(name,)))
    return replace(
        announced,
        casework=replace(CASEWORK, addressees=to),
        inspection=replace(announced.inspection, particulars=replace(particulars, almo=almo, authority=authority)),
    )


@pytest.mark.parametrize(
    "name",
    [
        "A & B <Homes> “Ltd”",
        "'Cartrefi' \"Conwy\"",
        "Cymdeithas Tai Dŵr a Thŷ’r Wŷr",
        "Long Homes " * 20 + "Limited",
        "Good Homes",
        "March Homes of 2003",
    ],
)
@pytest.mark.parametrize("service", ["poor", "good"])
def test_no_name_makes_the_read_back_complain(name: str, service: str) -> None:
    assert list(complaints(renamed(announcement("almo", service, "uncertain"), name))) == []


def quoted(announced: Announcement, words: str) -> Announcement:
    press = replace(CASEWORK.press, quotation=Quotation(text=words, by="Ada Okafor"))
    return replace(announced, casework=replace(CASEWORK, press=press))


@every_case(
    ("kind", "service", "words", "said"),
    [
        ("almo", "good", "Three stars are deserved.", "says “Three stars”, and the decision is two stars"),
        ("almo", "good", "The service is excellent.", "says “service is excellent”, and the decision is good"),
        ("almo", "excellent", "Now come the freedoms.", "promises “freedoms”, which is only proposed"),
        ("almo", "fair", "The award will come.", "speaks of “award”, and the service is fair"),
        (
            "re-inspection",
            "poor",
            "The allocation is kept for them.",
            "speaks of “allocation”, and the service is poor",
        ),
        ("indicative", "excellent", "Funding will follow.", "speaks of money (“Funding”), and none follows from it"),
        ("best-value", "good", "That is £12 well spent.", "speaks of money (“£”), and none follows from it"),
    ],
)
def test_a_quotation_that_claims_what_was_not_decided_is_told(kind: str, service: str, words: str, said: str) -> None:
    found = list(complaints(quoted(announcement(kind, service), words)))
    assert [each for each in found if each.startswith(f"press-release {said}")], found


@pytest.mark.parametrize(("kind", "is_told"), [("indicative", True), ("best-value", False), ("almo", False)])
def test_a_findings_title_may_speak_of_funding_but_for_an_indicative_inspection(kind: str, is_told: bool) -> None:
    announced = announcement(kind)
    one, *rest = announced.inspection.findings
    findings = (replace(one, title="Funding for repairs is well spent"), *rest)
    found = list(complaints(replace(announced, inspection=replace(announced.inspection, findings=findings))))
    assert found == (["press-release speaks of money (“Funding”), and none follows from it"] if is_told else [])


def test_a_quotation_may_not_tell_a_sensitive_finding_that_no_one_cleared() -> None:
    words = "It hurt that a tenant’s call was played to strangers."
    (found,) = complaints(quoted(announcement(), words))
    assert found == "press-release gives away the finding calls, which is sensitive and not cleared"
    assert list(complaints(quoted(replace(announcement(), cleared=frozenset({"calls"})), words))) == []


def test_a_quotation_may_name_the_score_that_was_decided() -> None:
    assert list(complaints(quoted(announcement(), "Two stars, and 3 in 4 tenants are content."))) == []


def test_a_rating_beside_the_text_is_found_too() -> None:
    values = letter_values(announcement(), "odpm", ISSUER)
    (made,) = (made for name, made in documents(announcement()) if name == "letter-odpm")
    told = read_document(write(replace(made, running_foot="Three stars since 2003"), HOUSE))
    found = against(Readable("letter-odpm", told.paragraphs, told.beside), announcement(), values)
    assert [each.partition(" (")[0] for each in found] == [
        "letter-odpm says “Three stars”, and the decision is two stars",
        "letter-odpm has a figure of its own",
        "letter-odpm has stars of its own",
    ]


def test_the_set_has_a_letter_for_each_and_a_release() -> None:
    assert [name for name, _ in documents(announcement(), shipped())] == [
        "letter-authority",
        "letter-almo",
        "letter-odpm",
        "press-release",
    ]
