from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from reportkit.errors import Unreadable
from reportkit.files.blank_casework import EMPTY_CASEWORK
from reportkit.inspection.casework import Addressee, Allocation, Casework, Contact, Embargo, Fee, Planned
from reportkit.reading.casework import casework_from, casework_path, read_casework
from reportkit.reading.folder import FolderFiles

PATH = "moderation/elm/casework.yaml"
EXAMPLE = re.compile(r"# (?=( *- | +|[a-z0-9-]+:))")


def read(text: str) -> Casework:
    return casework_from(text.encode(), PATH)


def test_the_examples_in_a_new_casework_can_be_taken_up_as_they_stand() -> None:
    taken_up = "\n".join(EXAMPLE.sub("", line, count=1) for line in EMPTY_CASEWORK.splitlines())
    casework = read(taken_up)
    assert casework.addressees.authority == Addressee(
        name="Ms Ann Price",
        office="Chief Executive",
        address=("Town Hall", "1 High Street", "Harrowmere", "HM1 1AA"),
        email="chief.executive@harrowmere.example",
    )
    assert casework.press.contact == Contact(name="Press office", telephone="020 7946 0001")
    assert casework.press.embargo == Embargo(day=dt.date(2004, 9, 16), weekday="Thursday", time="00.01")
    assert casework.allocation == Allocation(
        amount=12_500_000, years=("2003/04", "2004/05"), source="ODPM letter of 12 March 2003"
    )
    assert casework.fee == Fee(
        amount=32_000,
        basis="21,450 homes, no earlier inspection",
        envelope="outside",
        agreed_with="the Relationship Manager’s name",
        agreed=dt.date(2004, 1, 20),
    )
    assert casework.planned.publication == dt.date(2004, 8, 20)
    assert [document.came for document in casework.documents] == [dt.date(2004, 3, 22)]
    assert [exemption.by for exemption in casework.exemptions] == ["Jane Hall, ODPM"]
    assert casework.advised == ("Elmbridge Borough Council",)


def test_a_new_casework_says_nothing_yet() -> None:
    casework = read(EMPTY_CASEWORK)
    assert (casework.addressees.authority, casework.signatory, casework.allocation) == (None, None, None)
    assert casework.planned == Planned()


def test_without_the_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_casework(FolderFiles(tmp_path), "elm") == Casework()


def test_it_is_read_from_its_place_among_files(tmp_path: Path) -> None:
    path = tmp_path / casework_path("elm")
    path.parent.mkdir(parents=True)
    path.write_text("signatory:\n  name: Ada Okafor\n  office: Lead Housing Inspector\n", encoding="utf-8")
    casework = read_casework(FolderFiles(tmp_path), "elm")
    assert casework.signatory is not None
    assert casework.signatory.office == "Lead Housing Inspector"
    assert str(casework.origin.at("signatory.office")) == f"{PATH}:3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("signatry:\n  name: A\n", "1: `signatry` is not a key of this file. Did you mean `signatory`?"),
        ("signatory:\n  name: A\n", "1: `office` is missing. Add `office: …`."),
        (
            "addressees:\n  odpm:\n    name: Jane\n    email: jane at odpm\n",
            "4: `jane at odpm` is no e-mail address. Write it as ann@example.org.",
        ),
        (
            "contact:\n  name: Jo\n",
            "1: no one could reach Jo: there is no `telephone` and no `email`. Give at least one of the two.",
        ),
        (
            "press:\n  embargo: {day: 2004-09-16, weekday: Friday, time: 24.10}\n",
            (
                "2: 2004-09-16 is a Thursday, not a Friday. Correct the weekday or the day.\n"
                "2: `24.10` is no time of day. Write it as 00.01 or 14.30."
            ),
        ),
        (
            "allocation:\n  amount: 0\n  years: [2003/05, 2004]\n  source: ODPM\n",
            (
                "2: an allocation of no pounds is none. Take `allocation` out where there is none.\n"
                "3: `2003/05` is no financial year. Write it as 2003/04.\n"
                "3: `2004` is no financial year. Write it as 2003/04."
            ),
        ),
        (
            "allocation: {amount: 1, years: [], source: ODPM}\n",
            "1: an allocation is for years. Write them as [2003/04, 2004/05].",
        ),
        (
            "allocation:\n  amount: £12,500,000\n  years: [1999/00]\n  source: ODPM\n",
            "2: `amount` expects a whole number such as 21450. Write digits only, without commas or words.",
        ),
        (
            "planned:\n  publication: 1/2/2004\n",
            "2: `publication` expects a date such as 2004-06-14. Write 2004-02-01 where 1/2/2004 has the day first.",
        ),
        ("fee:\n  envelope: beside\n", "2: `envelope` cannot be `beside`. Choose one of: inside, outside."),
        ("- a list\n", "1: `key: value` lines are expected here. Write one on each line."),
        ("signatory: [1\n", "1: the list's brackets `[` and `]` do not match. Write it as `[one, two]`, on one line."),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(text)
    assert str(caught.value).replace(f"{PATH}:", "") == said


def test_bytes_that_are_no_text_are_refused_with_the_files_name() -> None:
    with pytest.raises(Unreadable, match=f"{PATH}:1: is not UTF-8"):
        casework_from(b"signatory: \xe9\n", PATH)
