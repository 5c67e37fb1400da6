"""A yes before something is written that was shown first."""

from __future__ import annotations

import click

from reportkit.cli.session import Session
from reportkit.errors import Refused, WrongUse


def ask_to_write(session: Session, question: str, *, yes: bool) -> None:
    """Go on only with a yes: `--yes`, or a person's. Raises WrongUse where nobody can say it, Refused for a no."""
    if yes:
        return
    if not session.may_ask:
        raise WrongUse("Nothing was written: nobody is here to say yes", remedy="Add --yes once you have looked.")
    if not click.confirm(question, err=True):
        raise Refused("Nothing was written", remedy="Everything is as it was.")
