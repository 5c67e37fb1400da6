"""Where one inspection stands, for the person who looks: signed, open, changed since, and the one next command."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from reportkit.actions.actor import whoever
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.intent import Obstacle
from reportkit.actions.refusal import reason_lines
from reportkit.actions.seen_content import changes_since, last_seen
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.gitstore.folder_changes import in_words
from reportkit.moderation.attribution import day_of, reported_by
from reportkit.moderation.blocker import Step, short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Query
from reportkit.moderation.my_steps import mine
from reportkit.moderation.phrasing import in_a_line
from reportkit.moderation.sentences import ended, led_on, sentence, stage_of, with_due
from reportkit.moderation.validity_by_history import attribution
from reportkit.moderation.words import ROLES
from reportkit.workspace.sharing import ask_last_reached

FORMAT = 1


def show_one(session: Session, slug: str, manner: Manner, *, machine: bool) -> None:
    """Tell where an inspection stands, in words or as JSON."""
    reached = ask_last_reached(session)
    case_file = gather(session, slug, manner, whoever)
    if machine:
        told = msgspec.json.encode(_as_json(session.root, case_file, reached()))
        click.echo(msgspec.json.format(told, indent=2).decode())
        return
    say("\n".join(_lines(session.root, case_file)))
    say_how_old(reached())


def _lines(root: Path, case_file: CaseFile) -> Iterator[str]:
    yield f"{case_file.slug}: {stage_of(case_file.standing)}"
    yield from _section("Signed", _signatures(case_file))
    yield from _section("Open", _open(case_file))
    yield from _section("In the way", _in_the_way(case_file))
    yield from _section("To look at", (ended(each.what) for each in case_file.standing.warnings))
    yield from _section("Not counted", _not_counted(case_file))
    yield from _section("Since you last looked at it to sign", _changed(root, case_file))
    yield ""
    yield from _next(case_file)


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    """A title and its lines; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            yield from ("", title)
        yield f"  {line}"


def _signatures(case_file: CaseFile) -> Iterator[str]:
    standing = case_file.standing
    yield from (f"{_who_signed(entry, case_file)}." for entry in standing.signed)
    for lapse in standing.lapsed:
        yield f"Lapsed: {_who_signed(lapse.entry, case_file)}; {lapse.why}."


def _who_signed(entry: Entry, case_file: CaseFile) -> str:
    record, policy = entry.record, case_file.policy
    sure = attribution(entry, policy, case_file.case).sure
    by = f" by {policy.name_of(record.reported.by)}" if record.reported else ""
    return f"{policy.name_of(record.person)}, {ROLES[record.role]}, on {day_of(record)}, {sure}{by}"


def _open(case_file: CaseFile) -> Iterator[str]:
    for entry in case_file.standing.open_queries:
        if isinstance(entry.record.details, Query):
            query = entry.record.details
            reported = f" ({words})" if (words := reported_by(entry.record, case_file.policy)) else ""
            asked_by = f"{case_file.policy.name_of(entry.record.person)}{reported}"
            yield f"{short(entry.digest)}: {asked_by} asked {query.of}, by {query.by}: {in_a_line(query.asks)}"


def _in_the_way(case_file: CaseFile) -> Iterator[str]:
    blockers = case_file.standing.blockers
    obstacles = tuple(Obstacle(led_on(each, case_file.policy), each.command) for each in blockers)
    yield from (line[2:] for line in reason_lines(obstacles))


def _not_counted(case_file: CaseFile) -> Iterator[str]:
    for each in case_file.standing.set_aside:
        why = "; ".join(map(str, each.objections))
        yield f"{short(each.entry.digest)}: {sentence(each.entry, case_file.ledger, case_file.policy)}: {why}."


def _changed(root: Path, case_file: CaseFile) -> Iterator[str]:
    last = last_seen(case_file)
    if last is None:
        return
    changes = changes_since(root, case_file, last[1])
    yield "that version is not here to compare with." if changes is None else f"{in_words(changes)}."
    yield from (f"{change.path} ({change.how})" for change in changes or ())


def _next(case_file: CaseFile) -> Iterator[str]:
    step = next_for(case_file)
    if step is not None:
        yield f"Next for you: {with_due(step)}"
        yield f"  {step.command}"
        return
    for waiting in case_file.standing.next_steps[:1]:
        yield f"Nothing waits for you. Next: {led_on(waiting, case_file.policy)}"
        yield f"  {waiting.command}"
    if not case_file.standing.next_steps:
        yield "Nothing waits for anybody."


def next_for(case_file: CaseFile) -> Step | None:
    """The one thing that comes next for the case file's person, or None where nothing waits for them."""
    return next(iter(mine(case_file.standing, case_file.person, case_file.case, case_file.policy)), None)


def _as_json(root: Path, case_file: CaseFile, reached: dt.datetime | None) -> dict[str, object]:
    standing, last = case_file.standing, last_seen(case_file)
    changes = changes_since(root, case_file, last[1]) if last else None
    return {
        "format": FORMAT,
        "brought-in": reached,
        "inspection": case_file.slug,
        "stage": standing.stage,
        "round": standing.round,
        "subject": standing.subject,
        "you": case_file.person.id or None,
        "signed": [_signature(entry, case_file) for entry in standing.signed],
        "lapsed": [{**_signature(each.entry, case_file), "why": each.why} for each in standing.lapsed],
        "refused": [_signature(entry, case_file) for entry in standing.refused],
        "open-queries": [_query(entry) for entry in standing.open_queries],
        "blockers": standing.blockers,
        "warnings": standing.warnings,
        "next": next_for(case_file),
        "next-steps": standing.next_steps,
        "changed": None if changes is None else [{"path": each.path, "how": each.how} for each in changes],
    }


def _signature(entry: Entry, case_file: CaseFile) -> dict[str, object]:
    record = entry.record
    return {
        "digest": entry.digest,
        "person": record.person,
        "role": record.role,
        "at": record.time,
        "sure": attribution(entry, case_file.policy, case_file.case).sure,
        "reported-by": record.reported.by if record.reported else None,
    }


def _query(entry: Entry) -> dict[str, object]:
    record = entry.record
    return {
        "digest": entry.digest,
        "by-person": record.person,
        "reported-by": record.reported.by if record.reported else None,
        **msgspec.to_builtins(record.details),
    }
