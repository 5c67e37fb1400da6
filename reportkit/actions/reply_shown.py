"""What an administrator is shown of a reply before it is recorded, and what they are asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reportkit.actions.intent import Confirmation
from reportkit.mail.replies import Reply
from reportkit.moderation.phrasing import in_a_line

DAYS_TO_ANSWER: Final = 7
"""The days that there are to answer what a reply asks for, where the administrator gives no date."""


def remarks(reply: Reply, code: str, *, asked_by_options: bool) -> Iterator[str]:
    """Yield what was understood, what was left out, and what the administrator should know besides.

    `asked_by_options` is true where they say of whom something is asked, and by when.
    """
    yield f"Understood: “{in_a_line(reply.line)}”, from {reply.sender}, about version {code}."
    if reply.answer != "agree":
        yield from ("These words are recorded:", *_indented(reply.words.split("\n")))
    if reply.left_out:
        yield from ("Left out, besides our own message:", *_indented(reply.left_out))
    if reply.in_html:
        yield "The answer was read in the e-mail’s HTML: its plain text has none."
    if reply.beside:
        yield from ("The reply also has these lines, which are no part of what is recorded:", *_indented(reply.beside))
    if reply.attached:
        listed = ", ".join(f"“{name}”" for name in reply.attached)
        yield f"What hangs on it is not read here: {listed}. Look whether it asks for anything."
    if reply.answer == "need" and not asked_by_options:
        yield (
            "The reply does not name a person or a day. Without --of and --by the lead inspector is asked, "
            f"for an answer within {DAYS_TO_ANSWER} days."
        )


def confirmations(reply: Reply) -> Iterator[Confirmation]:
    """Ask whether what is beside the answer changes it: only a person can say."""
    agrees = reply.answer == "agree"
    if not (reply.beside or (agrees and reply.attached)):
        return
    yield Confirmation(
        shown="",
        question="Is it plain agreement all the same?" if agrees else "Record the answer without these lines?",
        remedy="Ask the moderator for one of the three answers alone.",
        unattended="only a person can tell whether what is beside the answer changes it",
        unattended_remedy="Enter the reply at a terminal, where you are asked, or ask the moderator for the answer "
        "alone.",
    )


def _indented(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"    “{in_a_line(line)}”" for line in lines if line)
