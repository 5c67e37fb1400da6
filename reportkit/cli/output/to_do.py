"""What waits for one person, as lines and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click

from reportkit.actions.to_do import ToDo, Waiting
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.terminal_output import say
from reportkit.moderation.sentences import ended

FORMAT = 1


def say_to_do(found: ToDo) -> None:
    """Say what waits, the earliest deadline first."""
    say_how_old(found.brought_in)
    if found.waiting:
        say("\n".join(line for each in found.waiting for line in _lines(each, found.today)))
    elif not found.proposals:
        click.echo(f"Nothing waits for you, {found.name}.", err=True)
    for proposal in found.proposals:
        say(f"{proposal.path}: agree that {proposal.kind} is acknowledged, because: {ended(proposal.reason)}")
        say(f'    reportkit verify --acknowledge "{proposal.path}" --kind {proposal.kind}')
    for each in found.unknown:
        say(str(each), err=True)
    if found.may_judge_stricter:
        say("Records can be judged more strictly: `reportkit people stricter --dry-run` lists what changes.", err=True)


def to_do_json(found: ToDo) -> bytes:
    """Return the same as JSON, in the shape of docs/json.md."""
    answer = {
        "format": FORMAT,
        "brought-in": found.brought_in,
        "you": found.person,
        "waiting": found.waiting,
        "untold": found.unknown,
    }
    return json_bytes(answer)


def _lines(waiting: Waiting, today: dt.date) -> Iterator[str]:
    step = waiting.step
    late = " (late)" if step.due and step.due < today else ""
    due = f", by {step.due}{late}" if step.due else ""
    yield f"{waiting.inspection} ({waiting.stage}{due}): {ended(step.what)}"
    yield f"    {step.command}"
