from __future__ import annotations

import datetime as dt
from email import message_from_bytes
from email.policy import default

import pytest
from msgspec.structs import replace

from reportkit.errors import WrongUse
from reportkit.mail.comment_mail import Invitation, invitation_message
from reportkit.mail.message import Attachment, Correspondent

WHEN = dt.datetime(2004, 6, 14, 9, 0, tzinfo=dt.UTC)
TO, FROM = Correspondent("Mo Khan", "mo@homes.example"), Correspondent("Gus Pym", "gus@example.org")
INVITATION = Invitation(title="Elm Homes", due="28 June 2004", copy=Attachment("20040614-draft-almo.docx", b"PK"))


def body(invitation: Invitation) -> str:
    message = message_from_bytes(invitation_message(TO, FROM, invitation, WHEN), policy=default)
    return str(message.get_body().get_content()).replace("\r\n", "\n")


def test_it_invites_comments_in_writing_by_a_day() -> None:
    assert body(INVITATION) == (
        "Dear Mo Khan,\n\n"
        "Our draft report of the inspection of Elm Homes is attached.\n\n"
        "We invite your comments in writing until 28 June 2004. Please name the number of the paragraph that each "
        "comment is about. If you have none, please say so.\n\n"
        "It is a draft: nothing in it is final, and it is not for publication.\n\n"
        "Gus Pym\n"
    )


def test_it_says_that_a_second_draft_takes_the_place_of_the_first() -> None:
    again = replace(INVITATION, again=True, salutation="Dear Mo")
    assert body(again).startswith("Dear Mo,\n\nOur draft report of the inspection of Elm Homes is attached. It has")
    message = message_from_bytes(invitation_message(TO, FROM, again, WHEN), policy=default)
    assert message["Subject"] == "Elm Homes: draft inspection report for comment again, by 28 June 2004"


def test_the_same_invitation_is_the_same_bytes() -> None:
    assert invitation_message(TO, FROM, INVITATION, WHEN) == invitation_message(TO, FROM, INVITATION, WHEN)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(WrongUse, match="cannot be addressed"):
        invitation_message(Correspondent("Mo", "nobody"), FROM, INVITATION, WHEN)
