"""A person's yes before something is done that was shown first."""

from __future__ import annotations

import click

from reportkit.actions.intent import Confirmation
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused, WrongUse


def confirm(session: Session, confirmation: Confirmation) -> None:
    """Show what a person must agree to, and ask. Raises Refused or Abort where they do not.

    Where no person can be asked it goes on, or raises Refused where it may not.
    """
    if confirmation.shown:
        say(confirmation.shown, err=True)
    if not session.may_ask:
        refuse_unasked(confirmation)
        return
    if click.confirm(confirmation.question, err=True):
        return
    if confirmation.remedy:
        raise Refused(confirmation.undone, remedy=confirmation.remedy)
    raise click.Abort


def refuse_unasked(confirmation: Confirmation) -> None:
    """Raise Refused where a question needs a person's answer, for when none can be asked."""
    if confirmation.unattended:
        what = f"{confirmation.undone}: {confirmation.unattended}"
        raise Refused(what, remedy=confirmation.unattended_remedy or confirmation.remedy)


def confirm_or_yes(session: Session, confirmation: Confirmation, *, yes: bool) -> None:
    """Ask, unless `--yes` was given. Raises WrongUse where no person can be asked."""
    if yes:
        return
    if not session.may_ask:
        raise WrongUse(f"{confirmation.undone}: it was not confirmed", remedy="Add --yes once you have looked.")
    confirm(session, confirmation)
