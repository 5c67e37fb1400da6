from __future__ import annotations

import datetime as dt

import pytest
from msgspec import structs

from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.moderation.blocker import Blocker
from reportkit.moderation.load_records import tell
from reportkit.moderation.policy import Policy
from reportkit.moderation.standing import standing
from reportkit.moderation.store import Stored
from reportkit.moderation.valid_records import weigh
from tests.moderation.people import POLICY
from tests.moderation.story import (
    ASHBY,
    CASE,
    LATER,
    TODAY,
    Story,
    changed,
    cover,
    heard,
    meeting,
    names,
    ready,
    reported,
    signed,
    whys,
)

ALWAYS = structs.replace(POLICY, final="always")


def told(blockers: tuple[Blocker, ...]) -> list[tuple[str, str]]:
    return [(each.rule, each.what) for each in blockers]


def problem(rule: str, about: str = "") -> Problem:
    return Problem(
        rule=rule,
        level="error",
        state="not there yet",
        where=Place("inspections/ashby-homes-2003/findings/gas.md", 3),
        message="there is no evidence",
        remedy="Name some.",
        about=about,
    )


def test_a_problem_that_one_command_clears_names_it() -> None:
    story = Story()
    story.problems = (structs.replace(problem("file"), command="reportkit settle moderation/policy.yaml"),)
    (blocker,) = story.standing().blockers
    assert blocker.command == "reportkit settle moderation/policy.yaml"


def test_an_inspection_without_a_record_is_being_drafted() -> None:
    at_first = Story().standing()
    assert (at_first.stage, at_first.round, at_first.blockers) == ("drafting", 0, ())
    assert [step.command for step in at_first.next_steps] == ["reportkit moderate submit ashby-homes-2003"]


def test_after_submission_the_moderators_meet() -> None:
    after = Story().submitted().standing()
    assert (after.stage, after.round) == ("moderation", 1)
    assert after.next_steps[0].what == "No meeting of round 1 has agreed both judgements"
    assert (
        after.next_steps[0].command
        == "reportkit moderate meeting ashby-homes-2003 --present … --service … --prospects …"
    )


def test_every_missing_sign_off_is_told_with_who_could_give_it() -> None:
    missing = [(step.what, step.command, step.who) for step in ready().standing().next_steps]
    command = "reportkit moderate sign-off ashby-homes-2003"
    assert missing == [
        ("The regional lead inspector has not signed", command, ("ann", "eve")),
        ("The ALMO co-ordinator has not signed", command, ("bob", "jo")),
        ("The senior manager has not signed", command, ("cat", "dan", "jo")),
    ]


def test_with_three_sign_offs_nothing_is_in_the_way_and_the_draft_can_be_sent() -> None:
    whole = signed().standing()
    assert names(whole.signed) == ["ann", "bob", "cat"]
    assert (whole.blockers, whole.warnings, whole.lapsed, whole.set_aside) == ((), (), (), ())
    assert [(step.command, step.who) for step in whole.next_steps] == [
        ("reportkit comments send ashby-homes-2003", ("flo", "gus"))
    ]


def test_once_both_bodies_were_heard_the_score_can_be_decided() -> None:
    whole = heard().standing()
    assert (whole.stage, whole.blockers, whole.set_aside) == ("with-the-bodies", (), ())
    assert [(step.command, step.who) for step in whole.next_steps] == [
        ("reportkit moderate decide ashby-homes-2003", ("ann", "eve", "flo"))
    ]


def test_an_edit_makes_every_sign_off_lapse_and_a_renewal_holds_again() -> None:
    story = signed().edits()
    after = story.standing()
    assert after.signed == ()
    assert [(each.entry.record.person, each.why) for each in after.lapsed] == [
        (name, "the inspection changed since") for name in ("ann", "bob", "cat")
    ]
    assert after.next_steps[0].what == (
        "The sign-off of the regional lead inspector has lapsed: the inspection changed since"
    )
    assert names(story.signed_by("bob", "ann", "cat").standing().signed) == ["ann", "bob", "cat"]


def test_a_sign_off_holds_for_as_long_as_what_was_signed() -> None:
    assert names(signed().edits().edits("as it was").standing().signed) == ["ann", "bob", "cat"]


def test_a_refusal_blocks_until_that_person_signs() -> None:
    story = signed().refusal("cat")
    after = story.standing()
    assert names(after.signed) == ["ann", "bob"]
    assert told(after.blockers) == [("I01", "Cat does not agree, because: The gas checks are late.")]
    assert after.blockers[0].who == ("cat",)
    assert story.sign_off("dan").standing().blockers == after.blockers
    assert story.sign_off("cat").standing().blockers == ()


def test_a_refusal_is_cleared_by_a_cover_who_has_seen_it() -> None:
    story = signed().refusal("cat").cover()
    assert story.standing().blockers[0].who == ("cat", "hal")
    covered = story.sign_off("hal", role="senior-manager", cover=story.last).standing()
    assert (names(covered.signed), covered.blockers) == (["ann", "bob", "hal"], ())


def test_a_cover_who_had_not_seen_the_refusal_does_not_clear_it() -> None:
    story = ready().signed_by("ann", "bob").cover()
    before, covering = story.now, story.last
    story.refusal("cat").sign_off("hal", role="senior-manager", cover=covering, seen=before)
    assert names(story.standing().signed) == ["ann", "bob"]
    assert told(story.standing().blockers) == [("I01", "Cat does not agree, because: The gas checks are late.")]


def test_a_cover_signs_while_it_lasts_and_what_they_signed_holds_afterwards() -> None:
    story = ready().signed_by("ann", "bob").cover()
    story.sign_off("hal", role="senior-manager", cover=story.last).waits(30)
    assert names(story.standing().signed) == ["ann", "bob", "hal"]


@pytest.mark.parametrize("people", [("ann", "bob"), ("ann", "bob", "flo")])
def test_fewer_than_three_roles_are_not_enough(people: tuple[str, ...]) -> None:
    blockers = ready().signed_by(*people).standing().blockers
    assert told(blockers) == [("I01", "The senior manager has not signed")]


def test_two_people_of_one_role_fill_one_role() -> None:
    assert names(ready().signed_by("ann", "cat", "dan").standing().signed) == ["ann", "dan"]


def test_one_person_in_two_roles_counts_once() -> None:
    story = ready().signed_by("ann").sign_off("jo", role="senior-manager").sign_off("jo", role="almo-co-ordinator")
    after = story.standing()
    assert names(after.signed) == ["ann", "jo"]
    assert whys(after) == ["the same person had signed as senior manager"]
    assert after.blockers[0].who == ("bob",)


def test_one_person_in_two_roles_on_two_laptops_counts_once() -> None:
    story = ready().sign_off("ann")
    before = story.now
    story.sign_off("jo", role="senior-manager").sign_off("jo", role="almo-co-ordinator", seen=before)
    assert [entry.record.role for entry in story.standing().signed] == ["regional-lead-inspector", "senior-manager"]
    story.withdrawal("jo", of=story.entries[-2].digest)
    assert [entry.record.role for entry in story.standing().signed] == ["regional-lead-inspector"]


def test_who_withdrew_in_one_role_may_sign_in_another() -> None:
    story = ready().sign_off("jo", role="senior-manager")
    story.withdrawal("jo", of=story.last).sign_off("jo", role="almo-co-ordinator")
    assert [entry.record.role for entry in story.standing().signed] == ["almo-co-ordinator"]


def test_a_withdrawn_sign_off_no_longer_holds_and_can_be_given_again() -> None:
    story = signed()
    story.withdrawal("cat", of=story.last)
    assert names(story.standing().signed) == ["ann", "bob"]
    assert names(story.sign_off("cat").standing().signed) == ["ann", "bob", "cat"]


@pytest.mark.parametrize("withdrawal_first", [True, False])
def test_of_a_withdrawal_and_a_renewal_at_once_the_withdrawal_counts(withdrawal_first: bool) -> None:
    story = signed()
    of, seen = story.last, story.now
    if withdrawal_first:
        story.withdrawal("cat", of=of, seen=seen).sign_off("cat", seen=seen)
    else:
        story.sign_off("cat", seen=seen).withdrawal("cat", of=of, seen=seen)
    assert names(story.standing().signed) == ["ann", "bob"]


@pytest.mark.parametrize("refusal_first", [True, False])
def test_of_a_refusal_and_a_sign_off_at_once_the_refusal_counts(refusal_first: bool) -> None:
    story = ready().signed_by("ann", "bob")
    seen = story.now
    if refusal_first:
        story.refusal("cat", seen=seen).sign_off("cat", seen=seen)
    else:
        story.sign_off("cat", seen=seen).refusal("cat", seen=seen)
    assert names(story.standing().signed) == ["ann", "bob"]
    assert told(story.standing().blockers) == [("I01", "Cat does not agree, because: The gas checks are late.")]


def test_two_withdrawals_at_once_are_one() -> None:
    story = signed()
    of, seen = story.last, story.now
    story.withdrawal("cat", of=of, seen=seen).withdrawal("cat", of=of, seen=seen)
    assert names(story.standing().signed) == ["ann", "bob"]
    assert story.standing().set_aside == ()


def test_a_meeting_that_asks_for_more_opens_another_round_and_each_is_kept() -> None:
    story = Story().submitted().meeting(prospects="?").query()
    query = story.last
    second = story.standing()
    assert second.round == 2
    assert told(second.blockers)[:2] == [
        ("I06", "Mo Khan was asked: How many are late?"),
        ("I06", "No meeting of round 2 has agreed both judgements"),
    ]
    assert second.blockers[0].command == f'reportkit moderate answer ashby-homes-2003 {query[:12]} --text "…"'
    assert second.blockers[0].due == LATER
    story.answer(query).meeting(service="?").meeting().signed_by("ann", "bob", "cat")
    assert (story.standing().round, names(story.standing().signed)) == (3, ["ann", "bob", "cat"])
    assert len(story.ledger.taken) == len(story.entries)


def test_sign_offs_of_a_round_lapse_where_a_meeting_asks_for_more() -> None:
    after = signed().meeting(service="?").standing()
    assert {each.why for each in after.lapsed} == {"a later meeting asked for further information"}
    assert after.signed == ()


def test_a_query_that_is_late_says_so() -> None:
    assert "was asked, and the answer is late: How" in ready().query().waits(8).standing().blockers[0].what


def test_a_query_after_a_sign_off_is_in_the_way_until_it_is_answered() -> None:
    story = signed().query()
    assert [each.rule for each in story.standing().holding("sign-off")] == ["I06"]
    assert names(story.standing().signed) == ["ann", "bob", "cat"]
    assert story.answer(story.last).standing().blockers == ()


def test_a_query_can_be_withdrawn_by_who_asked() -> None:
    story = signed().query()
    story.withdrawal("bob", of=story.last)
    assert (story.standing().open_queries, story.standing().blockers) == ((), ())


def test_signing_waits_until_inspection_yaml_says_what_was_agreed() -> None:
    story = Story().submitted().add("ann", structs.replace(meeting(), service=changed("good", "fair")))
    waits = story.standing().holding("sign-off")
    file = "inspections/ashby-homes-2003/inspection.yaml"
    assert told(waits) == [("I07", f"{file} says good for the service, and fair was agreed: write it there")]
    assert waits[0].command == "reportkit save ashby-homes-2003"
    assert story.writes(service="fair").standing().holding("sign-off") == ()


def test_everything_in_the_way_is_told_at_once() -> None:
    story = (
        Story(case=structs.replace(CASE, prospects=None, unsaved=("inspection.yaml",))).submitted().meeting().query()
    )
    story.problems = (problem("E05"), problem("H01"))
    rules = [(each.rule, each.holds) for each in story.refusal("ann").standing().blockers]
    assert rules == [
        ("I05", "sign-off"),
        ("E05", "sign-off"),
        ("H01", "sign-off"),
        ("I06", "sign-off"),
        ("I07", "sign-off"),
        ("I01", "send"),
        ("I01", "send"),
        ("I01", "send"),
    ]
    assert all(each.command.startswith("reportkit ") for each in story.standing().blockers)


def test_unsaved_changes_and_problems_hold_up_the_submission() -> None:
    story = Story(case=structs.replace(CASE, unsaved=("a.md", "b.md")))
    story.problems = (problem("H01"),)
    assert [(each.what, each.command, each.holds) for each in story.standing().blockers] == [
        ("There are unsaved changes: a.md, b.md", "reportkit save ashby-homes-2003", "submit"),
        ("inspections/ashby-homes-2003/findings/gas.md:3: there is no evidence. Name some.",
         "reportkit check ashby-homes-2003", "submit"),
    ]  # fmt: skip


def test_a_rule_can_be_set_aside_altogether_or_about_one_thing() -> None:
    story = Story().submitted().meeting()
    story.problems = (problem("E05", about="gas"), problem("E05", about="voids"))
    command = f'reportkit moderate override {ASHBY} E05 --about gas --reason "…"'
    assert story.standing().blockers[0].command == command
    story.override("E05", about="gas")
    assert [each.rule for each in story.standing().holding("sign-off")] == ["E05"]
    assert story.override("E05").standing().holding("sign-off") == ()


def test_the_lead_of_another_region_is_a_warning_that_can_be_answered() -> None:
    story = ready().signed_by("eve", "bob", "cat")
    (warning,) = story.standing().warnings
    assert (warning.rule, warning.what) == ("I03", "Eve signed as regional lead inspector of London, not of Northern")
    assert story.standing().blockers == ()
    assert story.override("I03").standing().warnings == ()


def test_an_author_signs_only_where_policy_lets_them_and_then_with_a_warning() -> None:
    kept_out = ready().sign_off("kim", role="senior-manager").standing()
    assert whys(kept_out) == ["Kim is of the inspection’s team, and policy keeps authors from signing"]
    allowed = ready(structs.replace(POLICY, author_may_sign=True)).sign_off("kim", role="senior-manager").standing()
    assert names(allowed.signed) == ["kim"]
    assert [each.what for each in allowed.warnings] == ["Kim signed, and is of the inspection’s team"]


def test_a_role_that_no_one_holds_today_is_told() -> None:
    left = {person.id for person in POLICY.people if "almo-co-ordinator" in person.roles}
    until = TODAY - dt.timedelta(1)
    without = tuple(structs.replace(each, until=until) if each.id in left else each for each in POLICY.people)
    after = ready(structs.replace(POLICY, people=without)).standing()
    assert [(each.what, each.command) for each in after.blockers if not each.who] == [
        ("No one could sign as ALMO co-ordinator on 2004-06-14", "reportkit people add")
    ]


def test_a_policy_cannot_ask_for_less_than_the_guidance() -> None:
    after = ready(Policy(people=POLICY.people, roles=("head-of-programme",))).signed_by("ann", "bob", "cat").standing()
    assert [each.what for each in after.blockers] == ["The head of programme has not signed"]


def test_a_record_that_is_gone_is_in_the_way() -> None:
    story = signed()
    gone = story.entries.pop(1).digest
    (first, *_) = story.standing().blockers
    assert first.rule == "record"
    assert first.what.startswith(f"The record {gone[:12]} is gone, which ")
    assert first.command == "reportkit verify ashby-homes-2003"


def test_a_file_that_is_no_record_is_in_the_way() -> None:
    stored = (Stored(name="x.json", data=b"{}"),)
    ledger = weigh(tell(stored), POLICY, CASE)
    (blocker,) = standing(CASE, ledger, POLICY, TODAY, (), Story().subject).blockers
    assert (blocker.rule, blocker.command) == ("record", "reportkit verify ashby-homes-2003")
    assert blocker.what.startswith("x.json: A record cannot be believed")


def test_a_sign_off_may_be_proven_claimed_or_reported_where_policy_takes_each() -> None:
    story = ready().signed_by("ann", "bob")
    story.sign_off("cat", reported=reported(story))
    assert names(story.standing().signed) == ["ann", "bob", "cat"]
    story.policy = structs.replace(POLICY, enough=("proven",))
    assert set(whys(story.standing())) == {
        "it is only claimed, and policy asks for more",
        "it is only reported, and policy asks for more",
    }
    assert story.standing().signed == ()


# After the comments.


def test_a_decision_that_changes_nothing_stands_on_the_drafts_sign_offs() -> None:
    after = heard().decision().standing()
    assert (after.stage, after.signing.stage, after.blockers) == ("decision", "final", ())
    assert names(after.signed) == ["ann", "bob", "cat"]
    assert [(step.command, step.who) for step in after.next_steps] == [
        ("reportkit notify ashby-homes-2003", ("flo", "gus"))
    ]


def test_where_policy_says_so_everyone_signs_the_final_report() -> None:
    story = heard(ALWAYS).decision()
    assert {each.holds for each in story.standing().blockers} == {"notify"}
    assert {each.why for each in story.standing().lapsed} == {
        "policy asks for everyone's sign-off again after the decision"
    }
    assert names(story.signed_by("ann", "bob", "cat").standing().signed) == ["ann", "bob", "cat"]


def test_a_decision_that_changes_the_score_waits_for_inspection_yaml_and_for_all_three() -> None:
    story = heard()
    story.add("flo", story.decided(service=changed("good", "fair")))
    assert [each.rule for each in story.standing().holding("sign-off")] == ["I07"]
    story.writes(service="fair")
    assert [each.rule for each in story.standing().blockers] == ["I01", "I01", "I01"]
    assert names(story.signed_by("ann", "bob", "cat").standing().signed) == ["ann", "bob", "cat"]
    assert story.edits().standing().signed == ()


@pytest.mark.parametrize("at_once", [True, False])
def test_a_query_that_the_decision_had_not_seen_reopens_it(at_once: bool) -> None:
    story = heard()
    seen = story.now
    story.decision()
    story.query(**({"seen": seen} if at_once else {}))
    assert (story.standing().stage, story.standing().signing.stage) == ("with-the-bodies", "draft")
    query = story.last
    story.answer(query).decision()
    assert story.standing().stage == "decision"


def test_final_sign_offs_of_a_decision_that_was_reopened_lapse() -> None:
    story = heard(ALWAYS).decision().signed_by("ann", "bob", "cat").meeting()
    lapsed = {each.why for each in story.standing().lapsed}
    assert lapsed <= {"the decision that it signed no longer holds"}
    assert names(story.standing().signed) == ["ann", "bob", "cat"]  # the draft's, of the same content
    assert story.standing().stage == "with-the-bodies"


def test_an_act_that_no_one_has_seen_can_be_undone() -> None:
    story = signed().query()
    story.reversal("bob", of=story.last)
    assert (story.standing().open_queries, story.standing().blockers) == ((), ())
    assert Story().submitted().standing().stage == "moderation"
    undone = Story().submitted()
    assert undone.reversal("kim", of=undone.last).standing().stage == "drafting"


def test_a_reversal_is_void_where_someone_saw_the_act_meanwhile() -> None:
    story = signed().query()
    query, seen = story.last, story.now
    story.reversal("bob", of=query, seen=seen).answer(query, seen=seen)
    assert [entry.digest for entry, _ in story.ledger.of(type(story.entries[-3].record.details))] == [query]


def test_a_sign_off_is_taken_back_by_its_reversal_even_where_someone_saw_it_meanwhile() -> None:
    story = signed()
    last, seen = story.last, story.now
    story.reversal("cat", of=last, seen=seen).query(seen=seen)
    assert names(story.standing().signed) == ["ann", "bob"]


def test_who_covers_is_told_only_while_the_cover_lasts() -> None:
    story = ready().add("flo", cover(from_=TODAY + dt.timedelta(1)))
    assert story.standing().blockers[-1].who == ("cat", "dan", "jo")
    assert story.waits(1).standing().blockers[-1].who == ("cat", "hal", "dan", "jo")


def test_a_stand_in_who_has_left_is_not_named_among_those_who_could_sign() -> None:
    story = ready().cover()
    people = tuple(
        structs.replace(each, until=TODAY - dt.timedelta(1)) if each.id == "hal" else each
        for each in story.policy.people
    )
    (named,) = (each.who for each in story.standing().blockers if "senior manager" in each.what)
    assert "hal" in named
    story.policy = structs.replace(story.policy, people=people)
    (named,) = (each.who for each in story.standing().blockers if "senior manager" in each.what)
    assert "hal" not in named
