"""One's own last act is taken back while it is nowhere but here; what others can see is put right openly."""

from __future__ import annotations

import pytest

from reportkit.errors import Exit
from tests.cli.conftest import Outcome
from tests.cli.moderate.conftest import POLICY, SLUG, Office
from tests.cli.moderate.test_people import MINA, TODAY, policy

OPENLY = "Change it back openly: in the file, then `reportkit people save`.\n"


def undo(office: Office, person: str, *more: str) -> Outcome:
    return office.at(person)("undo", *(more or (SLUG,)), *TODAY)


def test_one_s_own_last_act_is_undone_while_no_one_else_has_seen_it(office: Office) -> None:
    office.submitted().met()
    told = undo(office, "ann", SLUG, "--reason", "The wrong day.")
    meeting = "an act of 2004-06-14, “noted the meeting of 2004-06-14 with"
    assert f"Ann Lee (regional lead inspector) undid {meeting}" in told.out
    assert "undone" in office.at("ann")("history", SLUG).out
    seen = undo(office, "ros")
    assert seen.code == Exit.REFUSED
    assert "Another person has seen it" in seen.err


def test_an_act_that_is_only_here_is_undone_and_both_are_shared(laptops: dict[str, Office]) -> None:
    laptops["ros"].does("ros", "submit", "--offline")
    undone = undo(laptops["ros"], "ros")
    said = "To be undone: Rosalind Tollinshaw (inspector) handed it to the moderators.\nShared 2 versions.\n"
    assert (undone.code, undone.err) == (Exit.DONE, said)


@pytest.mark.parametrize(
    ("act", "more", "instead"),
    [
        ("sign-off", (), f'Take it back openly: reportkit moderate withdraw {SLUG} --reason "…"\n'),
        (
            "sign-off",
            ("--not-agreed", "--reason", "No."),
            f"Sign when you agree: reportkit moderate sign-off {SLUG}.\n",
        ),
    ],
)
def test_an_act_in_the_shared_place_is_not_undone(
    laptops: dict[str, Office], act: str, more: tuple[str, ...], instead: str
) -> None:
    laptops["ros"].submitted()
    office = laptops["ann"].met()
    office.does("ann", act, *more)
    before = office.records()
    refused = undo(office, "ann")
    assert refused.err.startswith("This is in the shared place, where others can see it: Ann Lee ")
    assert refused.err.endswith(instead)
    assert (refused.code, office.records()) == (Exit.REFUSED, before)


def test_the_shared_place_is_asked_first_and_gets_nothing_meanwhile(laptops: dict[str, Office]) -> None:
    office = laptops["ros"]
    office.does("ros", "submit", "--offline")
    shared = office.root.parent.parent / "shared.git"
    office.git("push", "-q", str(shared), "main")  # as when the line broke before the answer came
    office.edits("inspection.yaml", "round:", "# Just so.\nround:")
    office.at("ros")("save", SLUG, "--offline")
    tip = office.git("ls-remote", str(shared), "main")
    assert undo(office, "ros").err.startswith("This is in the shared place")
    assert office.git("ls-remote", str(shared), "main") == tip


def test_offline_it_goes_by_what_was_last_seen_of_the_shared_place(laptops: dict[str, Office]) -> None:
    laptops["ros"].does("ros", "submit", "--offline")
    undone = undo(laptops["ros"], "ros", SLUG, "--offline")
    assert undone.err.endswith("Recorded here, not yet shared. `reportkit sync` shares it.\n")


def test_a_change_of_policy_is_undone_by_a_record_and_the_file_as_it_was(office: Office) -> None:
    office.at("gus")(*MINA, *TODAY)
    undone = undo(office, "gus", "--people")
    assert undone.code == Exit.DONE, undone.err
    assert "-  - id: m-shah" in undone.err
    assert undone.out.startswith("Recorded: people: undo the change of 2004-06-14. Version ")
    assert policy(office) == POLICY
    assert office.git("status", "--porcelain") == ""
    assert office.at("gus")("verify").code == Exit.DONE


def test_a_change_of_policy_that_others_know_of_is_put_right_openly(office: Office) -> None:
    nothing = "No change of policy.yaml is recorded. `reportkit undo INSPECTION` undoes an act.\n"
    assert undo(office, "gus", "--people").err == nothing
    office.at("gus")(*MINA, *TODAY)
    assert undo(office, "flo", "--people").err.startswith("The last change of policy.yaml is not yours.")
    office.submitted()
    refused = undo(office, "gus", "--people")
    assert refused.err == f"Another person has acted on {SLUG} under your change of policy.yaml. {OPENLY}"
    office.has_policy(POLICY)
    assert undo(office, "gus", "--people").err == f"policy.yaml was changed since without a record. {OPENLY}"
    assert undo(office, "gus", SLUG, "--people").code == Exit.WRONG_USE


def test_a_change_of_policy_in_the_shared_place_is_not_undone(laptops: dict[str, Office]) -> None:
    laptops["ros"].at("gus")(*MINA, *TODAY)
    refused = undo(laptops["ros"], "gus", "--people")
    assert refused.err == f"Your change of policy.yaml is in the shared place, where others can see it. {OPENLY}"
    assert "Mina Shah" in policy(laptops["ros"])
