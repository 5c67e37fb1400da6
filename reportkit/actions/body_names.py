"""The bodies as they are typed, and their names in an inspection."""

from __future__ import annotations

import click

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import Body
from reportkit.moderation.words import BODIES

BODY = click.Choice(tuple(BODIES))


def name_of(body: Body, inspection: Inspection) -> str:
    """The body's own name."""
    particulars = inspection.particulars
    return particulars.almo.name if body == "almo" and particulars.almo else particulars.authority.name
