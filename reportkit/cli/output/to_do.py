"""Everything that waits for one person, oldest deadline first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click
import msgspec

from reportkit.actions.actor import find_person
from reportkit.actions.overview import Overview, overview
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit
from reportkit.moderation.blocker import Step
from reportkit.moderation.my_steps import mine
from reportkit.moderation.policy import Person
from reportkit.moderation.sentences import ended, stage_of
from reportkit.workspace.sharing import ask_last_reached

FORMAT = 1


class Waiting(msgspec.Struct, frozen=True):
    """One thing that waits: of which inspection, at which stage of it, and what to do."""

    inspection: str
    stage: str
    step: Step


def show_what_waits(session: Session, manner: Manner, *, machine: bool) -> Exit:
    """List what waits for the person who looks, or for whom `--as` names."""
    reached = ask_last_reached(session)
    seen = overview(session, manner, session.store)
    person = find_person(seen.policy, session.identity, manner.acting_as)
    found = sorted(waits_for(person, seen), key=_oldest_first)
    if machine:
        told = {
            "format": FORMAT,
            "brought-in": reached(),
            "you": person.id,
            "waiting": found,
            "untold": seen.untold,
        }
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
    elif found:
        say("\n".join(line for each in found for line in _lines(each, seen.clock.today)))
    else:
        click.echo(f"Nothing waits for you, {person.name}.", err=True)
    if not machine:
        for each in seen.untold:
            say(str(each), err=True)
        say_how_old(reached())
    return seen.code


def waits_for(person: Person, seen: Overview) -> Iterator[Waiting]:
    """What waits for a person, inspection by inspection; of drafts nothing does."""
    for glance in seen.glances:
        if glance.standing.stage != "drafting":
            for step in mine(glance.standing, person, glance.case, seen.policy):
                yield Waiting(glance.slug, stage_of(glance.standing), step)


def _oldest_first(waiting: Waiting) -> tuple[bool, str, str]:
    due = waiting.step.due
    return due is None, str(due), waiting.inspection


def _lines(waiting: Waiting, today: dt.date) -> Iterator[str]:
    step = waiting.step
    late = " (late)" if step.due and step.due < today else ""
    due = f", by {step.due}{late}" if step.due else ""
    yield f"{waiting.inspection} ({waiting.stage}{due}): {ended(step.what)}"
    yield f"    {step.command}"
