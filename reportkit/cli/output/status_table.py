"""Every inspection in a line: stage, next step, whose, by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import click
import msgspec

from reportkit.actions.actor import find_person
from reportkit.actions.overview import Glance, Overview, deadline, overview
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit
from reportkit.moderation.my_steps import mine
from reportkit.moderation.phrasing import shortened
from reportkit.moderation.sentences import stage_of
from reportkit.workspace.sharing import ask_last_reached
from reportkit.workspace.workspace import inspection_names

FORMAT = 1
_LONGEST = 60  # characters of what comes next, in a line


class StatusWanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which inspections, and how they are told."""

    late: bool
    own: bool
    machine: bool


class StatusLine(msgspec.Struct, frozen=True, rename="kebab"):
    """One inspection: `next` is what comes next, `command` does it, `who` are the ids of those who can."""

    inspection: str
    stage: str
    round: int
    next: str
    command: str
    who: tuple[str, ...]
    due: dt.date | None
    late: bool


def show_lines(session: Session, manner: Manner, wanted: StatusWanted) -> Exit:
    """List the inspections that are wanted, and those of which nobody can tell whether they are."""
    reached = ask_last_reached(session)
    seen = overview(session, manner, session.store)
    glances = _of_one(session, manner, seen) if wanted.own else seen.glances
    lines = [_line(each, seen.clock.today) for each in glances]
    chosen = [line for line in lines if line.late or not wanted.late]
    if wanted.machine:
        told = {"format": FORMAT, "brought-in": reached(), "inspections": chosen, "untold": seen.untold}
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
    elif chosen or seen.untold:
        say("\n".join((*_table(chosen, seen), *map(str, seen.untold))))
    else:
        say(_nothing(session, wanted), err=True)
    if not wanted.machine:
        say_how_old(reached())
    return seen.code


def _nothing(session: Session, wanted: StatusWanted) -> str:
    """Why there is no line: none of that kind, or no inspection at all; only what is saved counts."""
    if wanted.own or wanted.late:
        return (
            "Nothing waits for you."
            if wanted.own
            else "Nothing that comes next is late; `reportkit timetable --all --late` shows every date."
        )
    lying = inspection_names(session.root)
    if lying:
        return f"No inspection is saved yet. Save one: reportkit save {lying[0]}"
    return "There is no inspection yet; `reportkit new` makes one, and `reportkit sync` brings in what others began."


def _of_one(session: Session, manner: Manner, seen: Overview) -> tuple[Glance, ...]:
    person = find_person(seen.policy, session.identity, manner.acting_as)
    return tuple(
        each for each in seen.glances if any(True for _ in mine(each.standing, person, each.case, seen.policy))
    )


def _line(glance: Glance, today: dt.date) -> StatusLine:
    standing = glance.standing
    step = next(iter(standing.next_steps), None)
    due = deadline(glance)
    return StatusLine(
        inspection=glance.slug,
        stage=stage_of(standing),
        round=standing.round,
        next=step.what if step else "",
        command=step.command if step else "",
        who=step.who if step else (),
        due=due,
        late=due is not None and due < today,
    )


def _table(lines: Iterable[StatusLine], seen: Overview) -> Iterator[str]:
    rows = [_row(line, seen) for line in lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for row in rows:
        yield "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1])).rstrip()


def _row(line: StatusLine, seen: Overview) -> tuple[str, ...]:
    who = " or ".join(seen.policy.name_of(each) for each in line.who)
    due = f"{line.due}{' late' if line.late else ''}" if line.due else ""
    return line.inspection, line.stage, shortened(line.next, _LONGEST), who, due
