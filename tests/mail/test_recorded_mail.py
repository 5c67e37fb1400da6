"""The message that tells a moderator what was recorded in their name."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from reportkit.errors import Refused
from reportkit.mail.message import Correspondent
from reportkit.mail.recorded_mail import Recorded, recorded_message, recorded_words
from reportkit.mail.replies import read_reply
from reportkit.mail.reply_context import ReplyContext

ANN, GUS = Correspondent("Ann Lee", "ann@example.org"), Correspondent("Gus Pym", "gus@example.org")
KNOWN = ReplyContext(title="Elm Homes", moderator=ANN, roles=("senior manager",), people=(ANN, GUS))
CODE = "1A2B-3C4D-5E6F-7G8H-9J0K"
REFUSED = Recorded(
    title="Elm Homes",
    code=CODE,
    role="senior manager",
    does="does not agree, because",
    words="two homes are too few",
    number="3fa92b01c3d4",
    on="1 March 2004",
    reply="a" * 64,
)
WHOLE = f"""\
Dear Ann Lee,

On 1 March 2004 I recorded your reply about Elm Homes, version
{CODE}

The record now says that Ann Lee, senior manager, does not agree,
because:

two homes are too few

It is shown as reported by Gus Pym, and your e-mail is kept with it,
whole.

The record’s number is 3fa92b01c3d4; the SHA-256 of your e-mail as it is
kept is
{"a" * 64}

If this is not what you said, or you think otherwise now, reply to this
message, leave the version code in its subject, and begin one line, and
one only, with:

I agree.
I do not agree because …
I need …

Gus Pym
"""


def test_it_says_what_was_recorded_in_which_words_on_what_and_how_to_object() -> None:
    assert recorded_words(ANN, GUS, REFUSED) == WHOLE


AGREED = replace(REFUSED, does="has assessed its evidence, judgements and report, and agrees", words="")


@pytest.mark.parametrize("mark", ["> ", ""])
def test_an_answer_to_it_has_nothing_beside_it_but_lines_of_ours(mark: str) -> None:
    recorded = replace(AGREED, whole="Dear Gus,\n\nI agree.\n\nRegards\nAnn\n\n> I agree.\n> I need …")
    quoted = "".join(f"{mark}{line}\n" for line in recorded_words(ANN, GUS, recorded).splitlines())
    head = "From: Ann Lee <ann@example.org>\nTo: Gus Pym <gus@example.org>\n"
    subject = f"Subject: Re: Elm Homes: recorded in your name, version {CODE}\n"
    above = "From: Gus Pym <gus@example.org>\nSent: 1 March 2004 10:00\nTo: Ann Lee\n"
    reply = read_reply(f"{head}{subject}\nI do not agree because it is not so.\n\n{above}\n{quoted}".encode(), KNOWN)
    assert (reply.words, reply.beside) == ("it is not so", ())


def test_an_answer_to_it_is_read_like_an_answer_to_the_pack() -> None:
    sent = recorded_message(ANN, GUS, REFUSED, dt.datetime(2004, 3, 1, 9, tzinfo=dt.UTC))
    subject = next(line for line in sent.decode().split("\r\n") if line.startswith("Subject: "))
    quoted = "".join(f"> {line}\n" for line in WHOLE.splitlines())
    reply = (
        f"From: ann@example.org\n{subject.replace('Subject: ', 'Subject: Re: ')}\n\nI agree.\n\nGus wrote:\n{quoted}"
    )
    assert (read_reply(reply.encode()).codes, read_reply(reply.encode()).answer) == ((CODE,), "agree")
    with pytest.raises(Refused, match="has 3 answers"):
        read_reply(sent)
