"""What a page or a script sends: every request of moderation survives JSON."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from reportkit.actions.answer import AnswerRequest
from reportkit.actions.clear import ClearRequest
from reportkit.actions.cover import CoverRequest
from reportkit.actions.decide import DecideRequest
from reportkit.actions.enter_reply import EnterReplyRequest
from reportkit.actions.make_pack import PackRequest
from reportkit.actions.meeting import MeetingRequest
from reportkit.actions.odpm_discussion import OdpmDiscussionRequest
from reportkit.actions.override import OverrideRequest
from reportkit.actions.progress import ProgressRequest
from reportkit.actions.query import QueryRequest
from reportkit.actions.request import Request
from reportkit.actions.status_table import StatusRequest
from reportkit.actions.undo import UndoRequest
from reportkit.actions.withdraw import WithdrawRequest

DAY = dt.date(2004, 6, 14)

REQUESTS = (
    AnswerRequest(inspection="homes", query="4f0c2a", text="Twelve."),
    ClearRequest(finding="harassment", papers=("report",), reason="They agreed."),
    CoverRequest(covered="senior-manager", stand_in="dan", until=DAY, holder="cat", begins=DAY),
    DecideRequest(service="agreed", prospects="promising:poor:No money.", not_sent_again="They know."),
    EnterReplyRequest(moderator="ann", file="reply.eml", whom="dan", due=DAY, out="sent"),
    MeetingRequest(present=("ann", "bob"), service="agreed", prospects="agreed", on=DAY, of_round=2, note="Long."),
    OdpmDiscussionRequest(on=DAY, note="Watched.", people=("Jane Hall",)),
    OverrideRequest(rule="E05", reason="Checked.", about="gas-safety"),
    PackRequest(out="packs"),
    ProgressRequest(recommendation="empty-homes", state="done", on=DAY, note="Since May."),
    QueryRequest(whom="dan", due=DAY, text="How many?", about="service"),
    StatusRequest(acting_as="ann", role="senior-manager", today=DAY, late=True, own=True),
    UndoRequest(reason="The wrong one."),
    WithdrawRequest(of="4f0c2a", reason="I read it again."),
)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda each: type(each).__name__)
def test_a_request_is_plain_data(request_: Request) -> None:
    assert msgspec.json.decode(msgspec.json.encode(request_), type=type(request_)) == request_
