"""The day of an act, which this computer's clock says: a record from the future would keep everybody else waiting."""

from __future__ import annotations

import datetime as dt
from typing import Final

import click

from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused
from reportkit.workspace.clock import ENGLAND, Clock
from reportkit.workspace.workspace import Workspace

_LONG: Final = 30 * 24 * 3600  # seconds in which something is saved in a house at work


def ask_about_the_day(workspace: Workspace, manner: Manner, now: Clock) -> None:
    """Say where nothing was saved here for long by this clock, and at a terminal ask whether today is what it says.

    Nobody can act before a day that somebody recorded, and letters count from theirs. Raises Refused where it is not.
    A demonstration that was told another day is not asked.
    """
    newest = workspace.reader.commit("HEAD^{commit}") if manner.today is None else None
    if newest is None or now.seconds - newest.seconds < _LONG:
        return
    before = dt.datetime.fromtimestamp(max(newest.seconds, 0), ENGLAND).date()
    say(f"Nothing was saved here since {before}, and by this computer’s clock today is {now.today}.", err=True)
    if workspace.may_ask and not click.confirm("Is that right?", err=True):
        raise Refused("Nothing was recorded", remedy="Set this computer’s clock right, then try again.")
