"""What letters and release say beyond the score, and for odd and long names."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.document.block_text import text_of
from reportkit.inspection.bodies import Almo
from reportkit.inspection.casework import Addressee, Casework, Planned, Press
from reportkit.publications.announcement import Announcement
from reportkit.publications.letters import LETTER, letter, letter_values
from reportkit.publications.press_release import headline, press_release, summary
from reportkit.word.read.read_document import read_document
from reportkit.word.write import write
from tests.every_case import every_case
from tests.publications.builders import ROOT
from tests.publications.scores import CASEWORK, ISSUER, announcement, documents, shipped

WELSH = "Cymdeithas Tai Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Cyf."


def with_almo(announced: Announcement, **changes: object) -> Announcement:
    particulars = announced.inspection.particulars
    assert particulars.almo is not None
    almo = replace(particulars.almo, **changes)
    return replace(announced, inspection=replace(announced.inspection, particulars=replace(particulars, almo=almo)))


def with_casework(**changes: object) -> Announcement:
    return replace(announcement(), casework=replace(CASEWORK, **changes))


def words(announced: Announcement) -> str:
    return text_of(letter(announced, "authority", ISSUER, shipped()).blocks)


def test_the_reference_names_inspection_content_and_decision() -> None:
    assert announcement().reference == "elm-homes/1a2b3c4d5e6f/9f8e7d6c5b4a"


def test_without_an_allocation_on_file_no_sum_is_named() -> None:
    told = words(with_casework(allocation=None))
    assert "qualifies for additional funding from 16 September 2004" in told
    assert "We hold no notice of a conditional allocation, so this letter names no sum." in told
    assert "£" not in told
    release = text_of(press_release(with_casework(allocation=None), ISSUER, shipped()).blocks)
    assert "£" not in release


def test_without_a_planned_day_the_letter_names_none() -> None:
    assert "once it is final" in words(with_casework(planned=Planned()))


def test_a_correction_after_the_report_speaks_of_its_day_as_past() -> None:
    late = replace(announcement(), date=dt.date(2004, 10, 18), corrects=dt.date(2004, 9, 16))
    assert "The report was planned for 14 October 2004." in words(late)


def test_a_partial_almo_is_told_that_the_score_is_its_own() -> None:
    told = words(with_almo(announcement(), partial=True))
    assert "The score is that of Elm Homes Limited alone: it manages some of the homes of Elm Borough Council." in told


def test_an_indicative_inspection_without_an_almo_writes_to_the_authority_alone() -> None:
    announced = announcement("indicative")
    particulars = replace(announced.inspection.particulars, almo=None)
    alone = replace(announced, inspection=replace(announced.inspection, particulars=particulars))
    assert alone.recipients == ("authority",)
    assert "This letter goes to no one else." in words(alone)


def test_what_casework_lacks_is_a_marked_gap_in_a_specimen() -> None:
    told = words(replace(announcement(), casework=Casework()))
    assert "The addressee is not in casework.yaml yet." in told
    assert "The signatory is not in casework.yaml yet." in told


def test_a_release_without_embargo_or_quotation_says_nothing_of_either() -> None:
    plain = with_casework(press=Press(number="13/2004", contact=CASEWORK.press.contact))
    told = text_of(press_release(plain, ISSUER, shipped()).blocks)
    assert "Not for use" not in told
    assert "In the words of" not in told


def test_a_sensitive_finding_and_what_answers_it_alone_stay_out_of_the_release() -> None:
    told = text_of(press_release(announcement(), ISSUER, shipped()).blocks)
    assert "strangers" not in told
    assert "Train those" not in told
    cleared = replace(announcement(), cleared=frozenset({"calls"}))
    assert "played to strangers" in text_of(press_release(cleared, ISSUER, shipped()).blocks)


@every_case("name", ["A & B <Homes> “Ltd”", "*Homes* | #1 [x](y)", WELSH, "'Cartrefi' \"Conwy\""])
@every_case("service", ["poor", "fair", "good", "excellent"])
def test_headline_and_summary_keep_their_length_whatever_the_name(name: str, service: str) -> None:
    announced = with_almo(announcement("almo", service, "uncertain"), name=name, short=None)
    assert len(headline(announced)) <= 65
    assert len(summary(announced)) <= 160
    assert service in headline(announced)
    assert service in summary(announced)


@pytest.mark.parametrize("name", ["A & B <Homes> “Ltd”", "*Homes* | #1 [x](y) {{ 1 }}", WELSH])
def test_an_odd_name_stands_in_the_word_file_as_it_was_given(name: str) -> None:
    announced = with_almo(announcement(), name=name)
    to = replace(CASEWORK.addressees, almo=Addressee(name=f"Mr {name}", office=name, address=(name,)))
    announced = replace(announced, casework=replace(CASEWORK, addressees=to))
    house = (ROOT / "templates" / "house.docx").read_bytes()
    for _, document in documents(announced):
        told = read_document(write(document, house))
        assert any(name in paragraph for paragraph in told.paragraphs)
    assert f"Dear Mr {name}" in told_of_almo(announced, house)


def told_of_almo(announced: Announcement, house: bytes) -> tuple[str, ...]:
    return read_document(write(letter(announced, "almo", ISSUER, shipped()), house)).paragraphs


def test_an_organisation_of_the_addressees_own_goes_before_the_bodys_name() -> None:
    to = replace(CASEWORK.addressees, odpm=Addressee(name="Ms Hall", organisation="ODPM, ALMO branch"))
    values = letter_values(with_casework(addressees=to), "odpm", ISSUER)
    assert values["addressee"] == {"lines": ("Ms Hall", "ODPM, ALMO branch"), "salutation": "Dear Ms Hall"}


def test_the_same_announcement_gives_the_same_bytes_and_its_own_date() -> None:
    house = (ROOT / "templates" / "house.docx").read_bytes()
    made = [write(letter(announcement(), "odpm", ISSUER, shipped()), house) for _ in range(2)]
    assert made[0] == made[1]
    assert letter(announcement(), "odpm", ISSUER, shipped()).made == dt.datetime(2004, 9, 16, tzinfo=dt.UTC)


def test_a_specimen_is_marked_on_its_pages_and_in_its_running_head() -> None:
    made = letter(announcement(), "almo", replace(ISSUER, marking="SPECIMEN"), shipped())
    assert made.marking == "SPECIMEN"
    assert made.running_head == "Specimen: Elm Homes Limited: score letter"


def test_each_recipient_has_a_template() -> None:
    assert set(LETTER) == set(announcement().recipients)
    assert all(name in shipped() for name in LETTER.values())
    assert Almo(name="x").partial is False
