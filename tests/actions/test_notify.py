"""Letters and press release, with the store in memory: which documents there are, before anything is written."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.intent import Intent
from reportkit.actions.notify import (
    NotifyRequest,
    _names,
    prepare_final_copies,
    prepare_specimens,
)
from reportkit.actions.prepared import Prepared
from reportkit.actions.ready_copies import write
from reportkit.actions.refusal import InTheWay
from reportkit.errors import Refused
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import HouseInMemory
from tests.actions.story_in_memory import TOLD
from tests.cli.moderate.conftest import SLUG
from tests.publications.scores import announcement

NAMES = [f"{SLUG}-{TOLD}-{name}" for name in ("letter-authority", "letter-almo", "letter-odpm", "press-release")]
REQUEST = NotifyRequest(inspection=SLUG, today=TOLD)
LETTERS = {
    "almo": ("letter-authority", "letter-almo", "letter-odpm"),
    "re-inspection": ("letter-authority", "letter-almo", "letter-odpm"),
    "indicative": ("letter-authority", "letter-almo"),
    "best-value": ("letter-authority",),
}


@pytest.mark.parametrize(("kind", "letters"), LETTERS.items())
@pytest.mark.parametrize("asked", [None, True, False])
def test_it_goes_with_an_almos_letters_and_with_others_where_it_is_asked_for(
    kind: str, letters: tuple[str, ...], asked: bool | None
) -> None:
    announced, request = announcement(kind), NotifyRequest(release=asked)
    if announced.concerns_funding and asked is False:
        with pytest.raises(Refused, match="goes out with the letters"):
            _names(announced, request)
        return
    goes = announced.concerns_funding or asked is True
    assert _names(announced, request) == ((*letters, "press-release") if goes else letters)


@pytest.fixture
def house(at_stage: AtStage) -> HouseInMemory:
    """A house where the score is decided, on the day of the letters."""
    house = at_stage("decided")
    house.day = TOLD
    house.sits("gus")
    return house


def intent_of(prepared: Prepared) -> Intent:
    assert prepared.intent
    return prepared.intent


def test_preparing_writes_nothing_and_has_each_copy_ready_before_the_messages(house: HouseInMemory) -> None:
    before = house.state()
    intent = intent_of(house.prepares("gus", "notify"))
    assert house.state() == before
    assert [each.path.name for each in intent.copies] == [
        *(f"{name}.docx" for name in NAMES),
        f"{NAMES[0]}.eml",
        f"{NAMES[1]}.eml",
    ]
    assert intent.hints == (
        "There is no message for the ODPM: casework.yaml has no e-mail address.",
        f"Record how each was sent: `reportkit notify sent {SLUG} --to … --by e-mail|post`.",
    )
    assert intent.remarks == ("There are no PDF copies: LibreOffice is not installed here.",)


def test_carried_out_the_copies_are_those_that_were_prepared(house: HouseInMemory) -> None:
    done = house.does("gus", "notify")
    intent = intent_of(done.prepared)
    assert done.copies.paths == tuple(each.path for each in intent.copies)
    assert [path.read_bytes() for path in done.copies.paths] == [each.data for each in intent.copies]


def test_prepared_before_others_issued_the_letters_nothing_is_issued_twice(house: HouseInMemory) -> None:
    prepared = house.prepares("gus", "notify")
    house.does("flo", "notify")
    before = house.state()
    with pytest.raises(Refused, match="The letters were issued already"):
        carry_out(house.sits("gus"), prepared)
    assert house.state() == before


def test_specimens_are_written_by_a_step_of_their_own(house: HouseInMemory) -> None:
    before = house.state()
    ready = prepare_specimens(house.workspace, REQUEST)
    assert (house.state(), ready.refusal) == (before, None)
    assert [path.name for path in write(ready)] == [f"{name}.docx" for name in NAMES]


def test_specimens_come_with_what_the_letters_would_be_refused_with(house: HouseInMemory) -> None:
    house.edits("findings/adaptations-slow.md", "title:", "title: Old")
    refusal = prepare_specimens(house.workspace, REQUEST).refusal
    assert isinstance(refusal, InTheWay)
    assert refusal.obstacles == house.prepares("gus", "notify").obstacles


def test_final_copies_are_the_documents_that_would_be_issued(house: HouseInMemory) -> None:
    before = house.state()
    ready = prepare_final_copies(house.workspace, REQUEST)
    assert house.state() == before
    papers = intent_of(house.prepares("gus", "notify")).papers
    assert [each.data for each in ready.copies] == [each.data for each in papers]
    hold = f"These hold only if `reportkit notify {SLUG}` records them on 22 January 2004, unchanged."
    assert ready.hints == (f"Nothing is recorded yet. {hold}",)


def test_a_request_has_one_fingerprint_however_often_it_is_prepared(house: HouseInMemory) -> None:
    first, again = house.prepares("gus", "notify"), house.prepares("gus", "notify")
    assert first.fingerprint == again.fingerprint
    assert house.prepares("gus", "notify", today=TOLD + dt.timedelta(1)).fingerprint != first.fingerprint
