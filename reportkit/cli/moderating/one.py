"""Where one inspection stands, for the person who looks: signed, open, changed since, and the one next command."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from reportkit.cli.moderating.actor import whoever
from reportkit.cli.moderating.content import changes_since, last_seen
from reportkit.cli.moderating.in_the_way import commands_once
from reportkit.cli.moderating.mine import mine
from reportkit.cli.moderating.options import Manner
from reportkit.cli.moderating.scene import Scene, gather
from reportkit.cli.moderating.shared import ask_how_old, tell_how_old
from reportkit.cli.moderating.telling import ended, led_on, sentence, stage_of, with_due
from reportkit.cli.saying import say
from reportkit.cli.session import Session
from reportkit.gitstore.changes import in_words
from reportkit.moderation.blocker import Step, short
from reportkit.moderation.events import Query
from reportkit.moderation.judging_history import attribution
from reportkit.moderation.order import Entry
from reportkit.moderation.phrasing import in_a_line
from reportkit.moderation.sureness import day_of, reported_by
from reportkit.moderation.words import ROLES

FORMAT = 1


def show_one(session: Session, slug: str, manner: Manner, *, machine: bool) -> None:
    """Tell where an inspection stands, in words or as JSON."""
    reached = ask_how_old(session)
    scene = gather(session, slug, manner, whoever)
    if machine:
        told = msgspec.json.encode(_as_json(session.root, scene, reached()))
        click.echo(msgspec.json.format(told, indent=2).decode())
        return
    say("\n".join(_lines(session.root, scene)))
    tell_how_old(reached())


def _lines(root: Path, scene: Scene) -> Iterator[str]:
    yield f"{scene.slug}: {stage_of(scene.standing)}"
    yield from _section("Signed", _signatures(scene))
    yield from _section("Open", _open(scene))
    yield from _section("In the way", _in_the_way(scene))
    yield from _section("To look at", (ended(each.what) for each in scene.standing.warnings))
    yield from _section("Not counted", _not_counted(scene))
    yield from _section("Since you last looked at it to sign", _changed(root, scene))
    yield ""
    yield from _next(scene)


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    """A title and its lines; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            yield from ("", title)
        yield f"  {line}"


def _signatures(scene: Scene) -> Iterator[str]:
    standing = scene.standing
    yield from (f"{_who_signed(entry, scene)}." for entry in standing.signed)
    for lapse in standing.lapsed:
        yield f"Lapsed: {_who_signed(lapse.entry, scene)}; {lapse.why}."


def _who_signed(entry: Entry, scene: Scene) -> str:
    record, policy = entry.record, scene.policy
    sure = attribution(entry, policy, scene.case).sure
    by = f" by {policy.name_of(record.reported.by)}" if record.reported else ""
    return f"{policy.name_of(record.person)}, {ROLES[record.role]}, on {day_of(record)}, {sure}{by}"


def _open(scene: Scene) -> Iterator[str]:
    for entry in scene.standing.open_queries:
        if isinstance(entry.record.details, Query):
            query = entry.record.details
            reported = f" ({words})" if (words := reported_by(entry.record, scene.policy)) else ""
            asked_by = f"{scene.policy.name_of(entry.record.person)}{reported}"
            yield f"{short(entry.digest)}: {asked_by} asked {query.of}, by {query.by}: {in_a_line(query.asks)}"


def _in_the_way(scene: Scene) -> Iterator[str]:
    reasons = [f"{led_on(blocker, scene.policy)}\n    {blocker.command}" for blocker in scene.standing.blockers]
    for reason in commands_once(reasons):
        yield from reason.split("\n")


def _not_counted(scene: Scene) -> Iterator[str]:
    for each in scene.standing.set_aside:
        why = "; ".join(map(str, each.objections))
        yield f"{short(each.entry.digest)}: {sentence(each.entry, scene.ledger, scene.policy)}: {why}."


def _changed(root: Path, scene: Scene) -> Iterator[str]:
    last = last_seen(scene)
    if last is None:
        return
    changes = changes_since(root, scene, last[1])
    yield "that version is not here to compare with." if changes is None else f"{in_words(changes)}."
    yield from (f"{change.path} ({change.how})" for change in changes or ())


def _next(scene: Scene) -> Iterator[str]:
    step = next_for(scene)
    if step is not None:
        yield f"Next for you: {with_due(step)}"
        yield f"  {step.command}"
        return
    for waiting in scene.standing.next_steps[:1]:
        yield f"Nothing waits for you. Next: {led_on(waiting, scene.policy)}"
        yield f"  {waiting.command}"
    if not scene.standing.next_steps:
        yield "Nothing waits for anybody."


def next_for(scene: Scene) -> Step | None:
    """The one thing that comes next for the scene's person, or None where nothing waits for them."""
    return next(iter(mine(scene.standing, scene.person, scene.case, scene.policy)), None)


def _as_json(root: Path, scene: Scene, reached: dt.datetime | None) -> dict[str, object]:
    standing, last = scene.standing, last_seen(scene)
    changes = changes_since(root, scene, last[1]) if last else None
    return {
        "format": FORMAT,
        "brought-in": reached,
        "inspection": scene.slug,
        "stage": standing.stage,
        "round": standing.round,
        "subject": standing.subject,
        "you": scene.person.id or None,
        "signed": [_signature(entry, scene) for entry in standing.signed],
        "lapsed": [{**_signature(each.entry, scene), "why": each.why} for each in standing.lapsed],
        "refused": [_signature(entry, scene) for entry in standing.refused],
        "open-queries": [_query(entry) for entry in standing.open_queries],
        "blockers": standing.blockers,
        "warnings": standing.warnings,
        "next": next_for(scene),
        "next-steps": standing.next_steps,
        "changed": None if changes is None else [{"path": each.path, "how": each.how} for each in changes],
    }


def _signature(entry: Entry, scene: Scene) -> dict[str, object]:
    record = entry.record
    return {
        "digest": entry.digest,
        "person": record.person,
        "role": record.role,
        "at": record.time,
        "sure": attribution(entry, scene.policy, scene.case).sure,
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
