"""One question, one answer: in stories and in generated variations of them, all that tell of an inspection agree.

Whether an act may be done, `check --for` says as the act itself does; where the inspection stands, and which sign-offs
hold, its page says as the table of all and the history do. `verify`, which needs Git, joins in tests/cli/moderate/.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportkit.actions.check import by_record, verdict
from reportkit.actions.check_for_act import check_for
from reportkit.actions.history import history
from reportkit.actions.overview import overview
from reportkit.actions.request import Request
from reportkit.errors import ReportkitError
from reportkit.moderation.blocker import Held
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.standing import Standing
from tests.actions import story_in_memory as story
from tests.actions.conftest import AtStage
from tests.actions.house_in_memory import HouseInMemory
from tests.actions.story_in_memory import AGREED, MODERATORS, STEPS
from tests.cli.moderate.conftest import SLUG
from tests.cli.publish.conftest import WITHHELD

Move = Callable[[HouseInMemory], object]

NEXT: dict[str, Held] = {
    "drafting": "submit",
    "with-the-bodies": "decide",
    "decision": "notify",
    "notified": "publish",
    "published": "reinspect",
}
ACTS: tuple[Held, ...] = ("submit", "send", "decide", "publish", "reinspect")
WHO = {"submit": "ros", "decide": "flo"}
WORDS: dict[str, dict[str, object]] = {
    "send": story.TURN,
    "decide": AGREED,
    "reinspect": {"on": dt.date(2004, 12, 6), "reason": "The council asked for it."},
}


def tries(person: str, act: str, **words: object) -> Move:
    return lambda house: house.tries(person, act, **words)


def edits(name: str, old: str, new: str) -> Move:
    def edit(house: HouseInMemory) -> None:
        if old in house.workspace.saved.read(f"{story.INSPECTION}/{name}").decode():
            house.edits(name, old, new)

    return edit


def answers_for_the_effect(house: HouseInMemory) -> None:
    path = f"{story.INSPECTION}/answers.yaml"
    answer = f"- {{rule: E05, about: {WITHHELD}, answer: It has none, by: Rosalind Tollinshaw}}\n"
    house.workspace.save({path: house.workspace.saved.read(path) + answer.encode()})


def signed_by_two(house: HouseInMemory) -> None:
    story.sign(house, "ann", "bob")


LATER = story.BEGINS + dt.timedelta(days=3)
MOVES: dict[str, Move] = {
    **{f"{each} signs": tries(each, "sign-off") for each in (*MODERATORS, "dan")},
    "cat does not agree": tries("cat", "sign-off", reason="The gas checks are late."),
    "ann takes her sign-off back": tries("ann", "withdraw", reason="I read it again."),
    "the words are edited": edits("narrative/summary.md", " ", "  "),
    "something is left unsaved": lambda house: house.workspace.records.leave_unsaved(SLUG, "narrative/summary.md"),
    "a finding loses its effect": edits(f"findings/{WITHHELD}.md", "\neffect:", "\n# effect:"),
    "the gap is answered for": answers_for_the_effect,
    "the service is lowered": edits("inspection.yaml", "rating: fair", "rating: poor"),
    "dan stands in for cat": tries(
        "flo", "cover", covered="senior-manager", holder="cat", stand_in="dan", until=story.OUT
    ),
    "no round table is needed": tries("flo", "override", rule="J04", reason="Neither body wanted one."),
    "bob asks": tries("bob", "query", whom="r-tollinshaw", due=LATER, text="How many repairs are late?"),
    "it is answered": tries("ros", "answer", text="Twelve."),
    "they meet": tries("ann", "meeting", present=MODERATORS, **AGREED),
    "they could not agree": tries(
        *("ann", "meeting"), present=MODERATORS, service="agreed", prospects="further:Who pays for the plan?"
    ),
    "the draft goes out": tries("gus", "send", **story.TURN),
    "the ALMO comments": tries("gus", "add-comment", bodies=("almo",), says="Not so."),
    "the comment is answered": tries("ros", "answer-comment", verdict="noted", reason="We saw it."),
    "the score is decided": tries("flo", "decide", **AGREED),
    "the last act of the office is undone": tries("gus", "undo"),
}

STORIES: dict[str, tuple[str, tuple[Move, ...]]] = {
    "from beginning to end": ("drafted", tuple(STEPS.values())),
    "a sign-off that lapses, one that is refused, and changes that are not saved": (
        "met",
        (
            signed_by_two,
            *(MOVES[name] for name in ("something is left unsaved", "the words are edited", "cat does not agree")),
            signed_by_two,
        ),
    ),
    "a gap, and the answer that closes it": (
        "met",
        (MOVES["a finding loses its effect"], story.sign, answers_for_the_effect, story.sign, story.send),
    ),
    "a deputy signs": (
        "met",
        tuple(MOVES[name] for name in ("dan stands in for cat", "ann signs", "bob signs", "dan signs")),
    ),
    "a comment after the decision": (
        "decided",
        tuple(MOVES[name] for name in ("the ALMO comments", "the comment is answered", "the score is decided")),
    ),
    "a decision by override": (
        "sent",
        (
            lambda house: house.does("gus", "add-comment", bodies=story.BOTH),
            *(MOVES[name] for name in ("no round table is needed", "the score is decided")),
        ),
    ),
}
"""Where each begins, and what happens then."""


@pytest.mark.parametrize(("stage", "moves"), STORIES.values(), ids=STORIES)
def test_all_agree_at_every_version_of_a_story(at_stage: AtStage, stage: str, moves: tuple[Move, ...]) -> None:
    house = at_stage(stage)
    for number, move in enumerate((lambda _: None, *moves)):
        move(house)
        all_agree(house, ACTS[number % len(ACTS)])


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])  # each has a house of its own
@given(st.sampled_from(list(STEPS)), st.lists(st.sampled_from(list(MOVES)), min_size=1, max_size=3))
def test_all_agree_whatever_happens_at_any_stage(at_stage: AtStage, stage: str, moves: list[str]) -> None:
    house = at_stage(stage)
    for name in moves:
        MOVES[name](house)
        all_agree(house)


def all_agree(house: HouseInMemory, *besides: Held) -> None:
    """Ask about the act that comes next and about others, and ask all where the inspection stands."""
    own = house.looks("ros").standing
    for act in dict.fromkeys((_next(own), *besides)):
        _act_and_check_agree(house, own, act)
    _all_tell_the_same(house, own)


def _next(own: Standing) -> Held:
    if own.stage == "moderation":
        return "send" if len(own.signed) == len(MODERATORS) else "sign-off"
    return NEXT[own.stage]


def _act_and_check_agree(house: HouseInMemory, own: Standing, act: Held) -> None:
    person = WHO.get(act, "gus") if act != "sign-off" else _who_has_not_signed(own)
    if not person:
        return  # all of them have: whether one may sign again is a question of the person
    stops = _what_stops(house, person, act)
    files = house.workspace.saved
    result = verdict(files, SLUG, act, partial(by_record, house.workspace.find_endings))
    checked = check_for(house.workspace, result, act, house.day)
    assert bool(checked.count) == bool(stops), (act, stops, checked.blockers, checked.problems)


def _what_stops(house: HouseInMemory, person: str, act: str) -> str:
    """What the act itself says that keeps it from being done; "" where nothing does."""
    try:
        prepared = house.prepares(person, act, **WORDS.get(act, {}))
    except ReportkitError as error:
        return str(error)
    return "\n".join(each.what for each in prepared.obstacles)


def _who_has_not_signed(own: Standing) -> str:
    there = {entry.record.person for entry in own.signed}
    return next((each for each in MODERATORS if each not in there), "")


def _all_tell_the_same(house: HouseInMemory, own: Standing) -> None:
    (seen,) = overview(house.workspace, Request(today=house.day), house.workspace.store).glances
    status = seen.standing
    assert status.stage == own.stage
    assert _digests(status.signed) == _digests(own.signed)
    assert _digests(each.entry for each in status.lapsed) == _digests(each.entry for each in own.lapsed)
    assert _digests(each.entry for each in status.set_aside) == _digests(each.entry for each in own.set_aside)
    own_will = ("", "taken back", "undone")  # what its person took back counted until then
    uncounted = {row.digest for row in history(house.workspace, SLUG).rows if row.void not in own_will}
    assert uncounted == {each.entry.digest for each in own.set_aside}


def _digests(entries: Iterable[Entry]) -> list[str]:
    return [each.digest for each in entries]
