"""Signing, with the store in memory: what is refused, what is recorded, and what moved meanwhile."""

from __future__ import annotations

import pytest

from reportkit.actions.carry_out import carry_out
from reportkit.actions.prepared import Done, Moved
from reportkit.actions.refusal import InTheWay
from reportkit.errors import Exit, Refused, WrongUse
from reportkit.moderation.events import Refusal, SignOff
from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import BEGINS, INSPECTION
from tests.actions.story_in_memory import AGREED
from tests.cli.moderate.conftest import SLUG
from tests.every_case import every_case

FINDING = f"{INSPECTION}/narrative/context.md"
OTHER = {FINDING: b"Other words.\n"}


def test_what_is_not_handed_in_cannot_be_signed_and_the_command_that_clears_it_is_named(at_stage: AtStage) -> None:
    house = at_stage("drafted")
    prepared = house.prepares("ann", "sign-off")
    assert prepared.obstacles[0].command == f"reportkit moderate submit {SLUG}"
    with pytest.raises(InTheWay):
        carry_out(house.workspace, prepared)
    assert house.events == []


def test_a_sign_off_that_was_prepared_records_nothing_before_it_is_carried_out(at_stage: AtStage) -> None:
    house = at_stage("met")
    before = house.state()
    prepared = house.prepares("ann", "sign-off")
    assert (prepared.obstacles, house.state()) == ((), before)
    assert isinstance(carry_out(house.workspace, prepared), Done)
    assert isinstance(house.newest.details, SignOff)


def test_the_same_request_has_the_same_fingerprint_until_something_moves(at_stage: AtStage) -> None:
    house = at_stage("met")
    here = house.workspace.trees(INSPECTION)[0]
    first, again = (house.prepares("ann", "sign-off", here_before=here).fingerprint for _ in range(2))
    assert first == again
    house.workspace.save(OTHER)
    assert house.prepares("ann", "sign-off", here_before=here).fingerprint != first


def test_who_signs_what_moved_meanwhile_is_shown_it_anew_and_has_signed_nothing(at_stage: AtStage) -> None:
    house = at_stage("met")
    prepared = house.prepares("ann", "sign-off")
    house.workspace.save(OTHER)
    outcome = carry_out(house.workspace, prepared)
    assert isinstance(outcome, Moved)
    assert not outcome.prepared.decides_by_the_same(prepared)
    assert "sign-off" not in house.events


def test_a_colleagues_sign_off_meanwhile_leaves_the_same_before_a_person(at_stage: AtStage) -> None:
    house = at_stage("met")
    anns = house.prepares("ann", "sign-off")
    house.does("bob", "sign-off")
    outcome = carry_out(house.sits("ann"), anns)
    assert isinstance(outcome, Moved)
    assert outcome.prepared.decides_by_the_same(anns)
    assert isinstance(carry_out(house.workspace, outcome.prepared), Done)


def test_exactly_what_was_signed_is_not_signed_again(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.does("ann", "sign-off")
    refused = house.refuses("ann", "sign-off")
    said = f"You signed exactly this on {BEGINS}, and it holds. `reportkit moderate {SLUG}` shows who else has signed."
    assert (refused.exit_code, str(refused)) == (Exit.REFUSED, said)
    house.workspace.save(OTHER)
    house.does("ann", "sign-off")


def test_an_edit_ends_every_sign_off_until_each_is_renewed(at_stage: AtStage) -> None:
    house = at_stage("signed")
    house.workspace.save(OTHER)
    assert [each.entry.record.person for each in house.standing.lapsed] == list(story.MODERATORS)
    assert str(house.refuses("gus", "send", **story.TURN)).count("has lapsed: the inspection changed since") == 3
    for number, person in enumerate(story.MODERATORS, 1):
        assert len(house.does(person, "sign-off").after.signed) == number


def test_what_changed_since_a_sign_off_is_shown_for_the_person_to_agree_to(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.does("ann", "sign-off")
    house.workspace.save(OTHER)
    (confirmation,) = house.prepares("ann", "sign-off").confirmations
    assert "narrative/context.md" in confirmation.shown
    assert confirmation.question == "Sign it as it is now?"


def test_nothing_is_shown_or_asked_before_a_refusal(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.does("ann", "sign-off")
    house.workspace.save(OTHER)
    house.does("bob", "query", whom="Mo", due=story.OUT, text="How many?")
    assert str(house.refuses("ann", "sign-off")).startswith("This cannot be recorded now:\n")


def test_who_does_not_agree_says_why_and_blocks_until_they_sign(at_stage: AtStage) -> None:
    house = at_stage("met")
    story.sign(house, "ann", "bob")
    done = house.does("cat", "sign-off", reason="The survey is old.")
    assert done.prepared.said == "Cat Roy (senior manager) does not agree, because: The survey is old."
    details = house.newest.details
    assert isinstance(details, Refusal)
    assert details.reason == "The survey is old."
    assert done.after.next_steps[0].what.startswith("Cat Roy does not agree, because: The survey is old")
    house.refuses("flo", "decide", **AGREED)
    assert len(house.does("cat", "sign-off").after.signed) == 3


def test_one_person_does_not_sign_in_two_roles(at_stage: AtStage) -> None:
    house = at_stage("met")
    assert isinstance(house.refuses("jo", "sign-off"), WrongUse)
    house.does("jo", "sign-off", role="almo-co-ordinator")
    refused = house.refuses("jo", "sign-off", role="senior-manager")
    assert "The same person had signed as ALMO co-ordinator" in str(refused)


@every_case(
    ("person", "words", "error", "what"),
    [
        (
            *("gus", {}, Refused),
            (
                "Gus Pym is not regional lead inspector or ALMO co-ordinator or senior manager on 2004-01-05, and "
                "this takes one. Ask Ann Lee or Bob Hay or Jo Kerr or Cat Roy or Rosalind Tollinshaw."
            ),
        ),
        ("ros", {}, Refused, "Rosalind Tollinshaw is of the inspection’s team"),
        ("bob", {"acting_as": "ann"}, Refused, "Git names bob@example.org, which is not Ann Lee’s address"),
        (
            *("bob", {"acting_as": "anne"}, WrongUse),
            "policy.yaml lists no one called `anne`. Did you mean `ann`? That is Ann Lee.",
        ),
        ("eve", {}, Refused, "policy.yaml lists no one with the address eve@example.org"),
    ],
)
def test_who_may_not_sign_is_told_why(
    at_stage: AtStage, person: str, words: dict[str, str], error: type[Exception], what: str
) -> None:
    refused = at_stage("met").refuses(person, "sign-off", **words)
    assert what in str(refused)
    assert isinstance(refused, error)
    assert refused.exit_code == (Exit.WRONG_USE if error is WrongUse else Exit.REFUSED)


def test_what_cannot_be_read_is_not_signed(at_stage: AtStage) -> None:
    house = at_stage("met")
    house.edits("findings/adaptations-slow.md", "title:", "titel:")
    assert "adaptations-slow.md" in str(house.refuses("ann", "sign-off"))
