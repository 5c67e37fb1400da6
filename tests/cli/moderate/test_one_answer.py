"""One question, one answer, at a terminal and with Git: `check --for ACT`, `ACT --dry-run`, `verify` and all others.

Every version of several stories, and generated variations of them, are asked about in tests/actions/.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable

import pytest

from reportkit.actions.actor import person_or_guest
from reportkit.actions.case_file import gather
from reportkit.actions.overview import overview
from reportkit.actions.request import Request
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.load_records import tell
from reportkit.moderation.valid_records import weigh
from reportkit.workspace.workspace import Workspace
from tests.cli.conftest import Outcome
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.publish.conftest import CASEWORK

BEGINS, TOLD, OUT = "2004-01-05", "2004-01-22", "2004-02-12"
AGREED = ("--service", "agreed", "--prospects", "agreed")
MODERATORS = ("ann", "bob", "cat")
ACTS = {
    "submit": ("ros", ("moderate", "submit", SLUG)),
    "sign-off": ("", ("moderate", "sign-off", SLUG)),
    "send": ("gus", ("comments", "send", SLUG, "--turn", "before", "--agreed-with", "Jane Hart,Mo Khan")),
    "decide": ("flo", ("moderate", "decide", SLUG, *AGREED)),
    "notify": ("gus", ("notify", SLUG)),
    "publish": ("gus", ("publish", SLUG)),
    "reinspect": ("gus", ("reinspect", SLUG, "--on", "2004-12-06", "--reason", "The council asked for it.")),
}
BODIES = ("authority", "almo", "odpm", "press")
SENT = tuple(("gus", ("notify", "sent", SLUG, "--to", to, "--by", "post"), TOLD) for to in BODIES)

Step = tuple[str, tuple[str, ...], str]
Change = Callable[[Office], object]


def act(name: str, day: str = BEGINS) -> Step:
    return (*ACTS[name], day)


def signed(*people: str) -> tuple[Step, ...]:
    return tuple((each, ("moderate", "sign-off", SLUG), BEGINS) for each in people)


MEETING: Step = ("ann", ("moderate", "meeting", SLUG, "--present", "ann,bob,cat", *AGREED), BEGINS)
COMMENTS: tuple[Step, ...] = (
    *(("gus", ("comments", "none", SLUG, body), BEGINS) for body in ("authority", "almo")),
    ("gus", ("comments", "round-table", SLUG, "--on", BEGINS, "--present", "Jane Hart,Mo Khan"), BEGINS),
)


def ask_all(_: Office) -> None:
    """Mark a version of the story at which everybody is asked."""


STORY: tuple[Step | Change, ...] = (
    act("submit"),
    MEETING,
    *signed("ann", "bob"),
    lambda office: office.edits("narrative/summary.md", " ", "  "),
    ask_all,
    lambda office: office.saves(),
    ask_all,
    ("cat", ("moderate", "sign-off", SLUG, "--not-agreed", "--reason", "The gas checks are late."), BEGINS),
    *signed(*MODERATORS),
    act("send"),
    *COMMENTS,
    act("decide"),
    ask_all,
    act("notify", TOLD),
    *SENT,
    act("publish", OUT),
)


@pytest.fixture
def fair(office: Office) -> Office:
    """The inspection with a service that is fair, and everything on file."""
    office.edits("inspection.yaml", "rating: good", "rating: fair")
    office.edits("inspection.yaml", "rating: promising", "rating: uncertain")
    (office.root / f"moderation/{SLUG}/casework.yaml").write_text(CASEWORK, encoding="utf-8")
    office.git("-c", "user.name=Gus", "-c", "user.email=gus@example.org", "commit", "-qam", "Fair")
    return office


def test_check_the_act_and_verify_agree_along_a_story(fair: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportkit.actions.pdf.find_libreoffice", lambda: None)
    day = BEGINS
    for step in STORY:
        if step is ask_all:
            _act_and_check_agree(fair, _nearest(fair, day), day)
            _all_tell_the_same(fair, day)
        elif callable(step):
            step(fair)
        else:
            person, words, day = step
            done = fair.at(person)("--no-input", *words, "--today", day)
            assert done.code == 0, (words, done.err)
    _act_and_check_agree(fair, _nearest(fair, day), day)
    _all_tell_the_same(fair, day)


def _nearest(office: Office, day: str) -> str:
    """Return the act that comes next."""
    request = Request(today=dt.date.fromisoformat(day))
    with Workspace(office.root) as workspace:
        standing = gather(workspace, SLUG, request, person_or_guest, workspace.known_identity).standing
    ahead = {"drafting": "submit", "with-the-bodies": "decide", "decision": "notify", "notified": "publish"}
    if standing.stage == "moderation":
        return "send" if len(standing.signed) == len(MODERATORS) else "sign-off"
    return ahead.get(standing.stage, "reinspect")


def _act_and_check_agree(office: Office, name: str, day: str) -> None:
    person, words = ACTS[name]
    person = person or _who_has_not_signed(office, day)
    if not person:
        return  # all of them have: whether one may sign again is a question of the person
    act_says = office.at(person)("--no-input", *words, "--dry-run", "--today", day)
    check_says = office.at(person)("check", SLUG, "--for", name, "--today", day)
    assert _may_be_done(name, act_says) == (check_says.code == 0), (name, act_says.err, check_says.out, check_says.err)


def _may_be_done(name: str, outcome: Outcome) -> bool:
    """Return whether nothing stood in its way; `notify --dry-run` makes specimens in any case, and lists what does."""
    return outcome.code == 0 and (name != "notify" or outcome.err.strip() == "Nothing was recorded.")


def _who_has_not_signed(office: Office, day: str) -> str:
    told = office.at("ros")("moderate", SLUG, "--json", "--today", day)
    there = {each["person"] for each in json.loads(told.out)["signed"]}
    return next((each for each in MODERATORS if each not in there), "")


def _all_tell_the_same(office: Office, day: str) -> None:
    request = Request(today=dt.date.fromisoformat(day))
    with Workspace(office.root) as workspace:
        case_file = gather(workspace, SLUG, request, person_or_guest, workspace.known_identity)
        own = case_file.standing
        seen = overview(workspace, request, workspace.store)
        status = next(each.standing for each in seen.glances if each.slug == SLUG)
        history = weigh(tell(workspace.store.records(SLUG)), case_file.policy, case_file.case)
    assert status.stage == own.stage
    assert _digests(status.signed) == _digests(own.signed)
    assert _digests(each.entry for each in status.lapsed) == _digests(each.entry for each in own.lapsed)
    assert _digests(each.entry for each in status.set_aside) == _digests(each.entry for each in own.set_aside)
    assert _digests(each.entry for each in history.aside) == _digests(each.entry for each in own.set_aside)
    found = json.loads(office.at("ros")("verify", SLUG, "--json").out)["findings"]
    lapsed = {each["where"].rpartition("-")[2].removesuffix(".json") for each in found if each["kind"] == "lapsed"}
    assert lapsed == {each.entry.digest[:12] for each in own.lapsed}


def _digests(entries: Iterable[Entry]) -> list[str]:
    return [each.digest for each in entries]
