"""An office in memory in which people act by name."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from reportkit.actions.add_comment import ADD_COMMENT, AddCommentRequest
from reportkit.actions.answer import ANSWER, AnswerRequest
from reportkit.actions.answer_comment import ANSWER_COMMENT, AnswerCommentRequest
from reportkit.actions.carry_out import carry_out
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.clear import CLEAR, ClearRequest
from reportkit.actions.correct import CORRECT, CorrectRequest
from reportkit.actions.cover import COVER, CoverRequest
from reportkit.actions.decide import DECIDE, DecideRequest
from reportkit.actions.extend import EXTEND, ExtendRequest
from reportkit.actions.meeting import MEETING, MeetingRequest
from reportkit.actions.notify import NOTIFY, NotifyRequest
from reportkit.actions.notify_sent import NOTIFY_SENT, NotifySentRequest
from reportkit.actions.odpm_discussion import ODPM_DISCUSSION, OdpmDiscussionRequest
from reportkit.actions.override import OVERRIDE, OverrideRequest
from reportkit.actions.prepared import Action, Done, Prepared
from reportkit.actions.progress import PROGRESS, ProgressRequest
from reportkit.actions.publish import PUBLISH, PublishRequest
from reportkit.actions.query import QUERY, QueryRequest
from reportkit.actions.reinspect import REINSPECT, ReinspectRequest
from reportkit.actions.request import Request
from reportkit.actions.round_table import ROUND_TABLE, RoundTableRequest
from reportkit.actions.send_draft import SEND_DRAFT, SendDraftRequest
from reportkit.actions.send_responses import RESPOND, RespondRequest
from reportkit.actions.sign_off import SIGN_OFF, SignOffRequest, tree_here
from reportkit.actions.submit import SUBMIT, SubmitRequest
from reportkit.actions.undo import UNDO, UndoRequest
from reportkit.actions.withdraw import WITHDRAW, WithdrawRequest
from reportkit.errors import ReportkitError
from reportkit.gitstore.identity import Identity
from reportkit.moderation.codec import digest_of, parse
from reportkit.moderation.record import Record
from reportkit.moderation.standing import Standing
from tests.actions.workspace_in_memory import WorkspaceInMemory
from tests.cli.moderate.conftest import SLUG

BEGINS = dt.date(2004, 1, 5)
INSPECTION = f"inspections/{SLUG}"
CASEWORK_FILE = f"moderation/{SLUG}/casework.yaml"

ACTS: dict[str, tuple[Action[Any], type[Request]]] = {
    "submit": (SUBMIT, SubmitRequest),
    "meeting": (MEETING, MeetingRequest),
    "query": (QUERY, QueryRequest),
    "answer": (ANSWER, AnswerRequest),
    "sign-off": (SIGN_OFF, SignOffRequest),
    "withdraw": (WITHDRAW, WithdrawRequest),
    "cover": (COVER, CoverRequest),
    "override": (OVERRIDE, OverrideRequest),
    "send": (SEND_DRAFT, SendDraftRequest),
    "add-comment": (ADD_COMMENT, AddCommentRequest),
    "answer-comment": (ANSWER_COMMENT, AnswerCommentRequest),
    "respond": (RESPOND, RespondRequest),
    "extend": (EXTEND, ExtendRequest),
    "round-table": (ROUND_TABLE, RoundTableRequest),
    "decide": (DECIDE, DecideRequest),
    "notify": (NOTIFY, NotifyRequest),
    "notify-sent": (NOTIFY_SENT, NotifySentRequest),
    "correct": (CORRECT, CorrectRequest),
    "publish": (PUBLISH, PublishRequest),
    "reinspect": (REINSPECT, ReinspectRequest),
    "odpm-discussion": (ODPM_DISCUSSION, OdpmDiscussionRequest),
    "clear": (CLEAR, ClearRequest),
    "progress": (PROGRESS, ProgressRequest),
    "undo": (UNDO, UndoRequest),
}


class HouseInMemory:
    """The workspace, and the people who take turns in it. `day` is the day on which they act."""

    def __init__(self, workspace: WorkspaceInMemory, day: dt.date = BEGINS) -> None:
        self.workspace = workspace
        self.day = day

    def copy(self, folder: Path) -> HouseInMemory:
        return HouseInMemory(self.workspace.copy(folder), self.day)

    def prepares(self, person: str, act: str, **words: Any) -> Prepared:
        """The act, worked out by a person; `words` are the fields of its request."""
        self.sits(person)
        action, request = ACTS[act]
        if act == "sign-off":
            words.setdefault("here_before", tree_here(self.workspace, SLUG))
        return action.prepare(self.workspace, request(inspection=SLUG, **{"today": self.day, **words}))

    def does(self, person: str, act: str, **words: Any) -> Done:
        """A person acts, and it is recorded."""
        prepared = self.prepares(person, act, **words)
        assert prepared.obstacles == (), prepared.obstacles
        done = carry_out(self.workspace, prepared)
        assert isinstance(done, Done)
        return done

    def refuses(self, person: str, act: str, **words: Any) -> ReportkitError:
        """A person tries, and nothing is recorded: the error that they see."""
        before = self.state()
        error = self.tries(person, act, **words)
        assert error is not None, "it was recorded"
        assert self.state() == before
        return error

    def tries(self, person: str, act: str, **words: Any) -> ReportkitError | None:
        """A person acts if they may; what keeps them from it."""
        try:
            outcome = carry_out(self.workspace, self.prepares(person, act, **words))
        except ReportkitError as error:
            return error
        assert isinstance(outcome, Done)
        return None

    def sits(self, person: str) -> WorkspaceInMemory:
        self.workspace.user = Identity(name=person, email=f"{person}@example.org")
        return self.workspace

    def edits(self, name: str, old: str, new: str) -> None:
        """Change some words of a file of the inspection or, by its whole path, of another, and save it."""
        path = name if name.startswith("moderation/") else f"{INSPECTION}/{name}"
        text = self.workspace.saved.read(path).decode()
        assert old in text, f"{path} does not say {old!r}"
        self.workspace.save({path: text.replace(old, new, 1).encode()})

    def removes(self, name: str) -> None:
        """Take a file out of the inspection, and save that."""
        self.workspace.remove(f"{INSPECTION}/{name}")

    def has_policy(self, text: str) -> None:
        self.workspace.save({"moderation/policy.yaml": text.encode()})

    def state(self) -> tuple[object, ...]:
        """Everything that an act could leave behind."""
        records = tuple(stored.name for stored in self.workspace.records.records(SLUG))
        files = {path: digest_of(data) for path, data in self.workspace.records.files.items()}
        return records, files, sorted(self.workspace.start.rglob("*"))

    @property
    def events(self) -> list[str]:
        """What was recorded, in the order of its names."""
        return [stored.name.split("-", 1)[1].rpartition("-")[0] for stored in self.workspace.records.records(SLUG)]

    @property
    def newest(self) -> Record:
        """The record that no other has seen."""
        (head,) = self.workspace.records.heads(SLUG)
        (data,) = (each.data for each in self.workspace.records.records(SLUG) if digest_of(each.data) == head)
        return parse(data)

    def looks(self, person: str = "gus") -> CaseFile:
        return gather(self.sits(person), SLUG, Request(today=self.day))

    @property
    def standing(self) -> Standing:
        return self.looks().standing
