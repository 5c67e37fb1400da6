"""`reportkit moderate sign-off`: sign what is saved, or say that you do not agree."""

from __future__ import annotations

from typing import Any

import click

from reportkit.cli.parameters.act_options import DAY, LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse


@click.command("sign-off", epilog="An example: reportkit moderate sign-off harrowmere-homes")
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--not-agreed", is_flag=True, help="Record that you do not agree; --reason says why.")
@click.option("--reason", type=TEXT, help="Why you do not agree.")
@click.option(
    "--for", "moderator", metavar="PERSON", help="Enter this moderator’s e-mailed reply, as an administrator."
)
@click.option(
    "--reply", "file", type=click.Path(), metavar="FILE", help="The reply, saved as .eml or .msg, with --for."
)
@click.option("--of", "whom", type=LINE, help="Who is asked for what a reply needs: by default the lead inspector.")
@click.option("--by", "due", type=DAY, help="By when that is to be answered: by default in seven days.")
@click.option("--out", type=click.Path(), metavar="FOLDER", help="Where the message to PERSON goes.")
@acting
@click.pass_obj
def command(
    session: Session, /, inspection: str | None, reason: str | None, manner: Manner, *, not_agreed: bool, **entered: Any
) -> None:
    """Sign an inspection off: you have assessed its evidence, judgements and report [114].

    It holds for exactly what is saved now, and ends when any of it changes; then the same command shows what changed
    and renews it. What others shared comes in first: where that changed the inspection, it is shown before you sign.
    Signed with your SSH key where policy.yaml lists one that is on this computer.

    With --for and --reply an administrator enters what a moderator answered to the pack by e-mail: that they agree,
    do not agree, or need something. The reply’s version code must be that of what is saved now; the reply is kept,
    the record says who entered it, and a message to the moderator says what was recorded.
    """
    from reportkit.actions.sign_off import SIGN_OFF, SignOffRequest, tree_here
    from reportkit.cli.act import act

    if not_agreed != (reason is not None):
        raise WrongUse("--not-agreed and --reason go together", remedy="Give both, or neither to sign.")
    if any(value is not None for value in entered.values()):
        _enter(session, inspection, manner, entered, reason)
    else:
        here = tree_here(session, inspection)  # before others' work comes in
        request = SignOffRequest(inspection=inspection, reason=reason, here_before=here, **manner.who())
        act(session, SIGN_OFF, request, manner)


def _enter(
    session: Session, inspection: str | None, manner: Manner, entered: dict[str, Any], reason: str | None
) -> None:
    """Enter another person's reply, which says itself what they think of the inspection."""
    from reportkit.actions.enter_reply import ENTER_REPLY, EnterReplyRequest
    from reportkit.cli.act import act

    if entered["moderator"] is None or entered["file"] is None:
        raise WrongUse("--for and --reply go together", remedy="Say whose reply it is, and which file holds it.")
    if reason is not None:
        raise WrongUse("The reply itself says what they think of it", remedy="Leave --not-agreed and --reason out.")
    act(session, ENTER_REPLY, EnterReplyRequest(inspection=inspection, **entered, **manner.who()), manner)
