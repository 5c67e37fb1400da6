"""Carrying out an action at a terminal: show, ask, do, and say what follows."""

from __future__ import annotations

from textwrap import indent
from typing import Any, Final

import click
import msgspec

from reportkit.actions.carry_out import before, carry_out
from reportkit.actions.prepared import Action, Done, HandedOver, Moved, Prepared, R
from reportkit.actions.refusal import InTheWay
from reportkit.cli.asking.confirm import confirm, refuse_unasked
from reportkit.cli.output.copies_output import say_prepared_otherwise
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.output.sharing_output import say_shared, say_what_to_look_at
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.moderation.codec import encode
from reportkit.moderation.record import OF_THE_HOUSE
from reportkit.moderation.record_paths import issued_folder
from reportkit.moderation.sentences import ended, follow_up
from reportkit.moderation.store import OutOfDate
from reportkit.workspace.sharing import Sharing, share_recorded

_ATTEMPTS: Final = 20


def act(session: Session, action: Action[R], request: R, manner: Manner) -> None:
    """Do one action, or with `--dry-run` show what it would do. Raises InTheWay with everything in its way.

    Where others record meanwhile it is prepared again, and goes on as long as the person has the same before them.
    """
    session.is_offline = manner.dry_run or manner.offline
    sharing = _before(session, action, manner)
    prepared = _prepare(session, action, request)
    if manner.dry_run:
        _refuse_unattended(session, prepared)
        _show(prepared)
        return
    done = _do(session, prepared)
    if share_after(session, sharing, offline=manner.offline):
        _say_ended(session, done)


def act_here(session: Session, action: Action[R], request: R) -> None:
    """Do one action and neither bring in nor share anything. Raises InTheWay with everything in its way."""
    _do(session, _prepare(session, action, request))


def _prepare(session: Session, action: Action[R], request: R) -> Prepared:
    """Return the action worked out. Raises InTheWay with everything in its way."""
    prepared = action.prepare(session, request)
    if prepared.obstacles:
        raise InTheWay(prepared.obstacles)
    for remark in prepared.remarks:
        say(remark, err=True)
    return prepared


def _do(session: Session, prepared: Prepared) -> Done:
    for each in prepared.confirmations:
        confirm(session, each)
    done = _carried_out(session, prepared)
    _say_done(done)
    return done


def _before(session: Session, action: Action[Any], manner: Manner) -> Sharing:
    """Do with others' work what the action needs, and say what came in."""
    if manner.dry_run or (manner.offline and action.others != "bring in first"):
        return Sharing()
    with shown_progress() as progress:
        sharing = before(session, action, progress)
    if sharing.synced:
        say_what_to_look_at(sharing.synced)
    return sharing


def _carried_out(session: Session, prepared: Prepared) -> Done:
    for _ in range(_ATTEMPTS):
        with shown_progress() as progress:
            outcome = carry_out(session, prepared, progress)
        if isinstance(outcome, Done):
            return outcome
        prepared = _prepared_again(prepared, outcome)
    raise OutOfDate("Others kept recording at the same moment", remedy="Nothing was recorded; try again.")


def _prepared_again(prepared: Prepared, moved: Moved) -> Prepared:
    """Return the action as it was prepared anew. Raises OutOfDate where the person has not seen what it rests on."""
    if moved.synced:
        say_what_to_look_at(moved.synced)
    if moved.prepared.obstacles:
        raise InTheWay(moved.prepared.obstacles)
    if not moved.prepared.decides_by_the_same(prepared):
        of_house = moved.prepared.inspection == OF_THE_HOUSE
        what = f"{'policy.yaml' if of_house else 'The inspection or its record'} changed meanwhile"
        raise OutOfDate(what, remedy="Look at it again, then repeat this.")
    return moved.prepared


def _refuse_unattended(session: Session, prepared: Prepared) -> None:
    """Raise Refused where carrying out would: a question needs a person's answer, and none can be asked."""
    for each in prepared.confirmations if not session.may_ask else ():
        refuse_unasked(each)


def _say_done(done: Done) -> None:
    prepared, signer = done.prepared, done.prepared.signer
    say(f"Recorded: {ended(prepared.said)} Version {done.receipt.commit[:7]}.")
    for remark in filter(None, (signer.remark if signer else "", done.receipt.remark)):
        say(remark, err=True)
    if done.after and prepared.case_file:
        for line in follow_up(done.after, prepared.case_file.policy):
            say(line)
    _say_handed_over(done)
    _say_copies(done)


def _say_handed_over(done: Done) -> None:
    if done.notice:
        _say_notice(done.notice)
    for each in done.messages:
        if each.path:
            say(f"Send {each.to} this message: {each.path}")
        else:
            say(f"It is recorded; the message to {each.to} could not be put in its place. {each.obstacle}", err=True)


def _say_notice(notice: HandedOver) -> None:
    if notice.path:
        click.echo(f"Send {notice.to} this message, which says so: {notice.path}")
    else:
        click.echo(f"It is recorded, and {notice.to} has no message about it yet. {notice.obstacle}", err=True)


def _say_copies(done: Done) -> None:
    say_prepared_otherwise(done.copies.prepared_otherwise)
    for path in done.copies.paths:
        click.echo(path)
    if done.copies.obstacle:
        kept = f"All of them are in {issued_folder(done.prepared.inspection)}/."
        what = "It is recorded; not every copy could be put in its place."
        say(f"{what} {done.copies.obstacle} {kept}", err=True)
    for hint in done.prepared.intent.hints if done.prepared.intent else ():
        say(hint, err=True)


def share_after(session: Session, sharing: Sharing, *, offline: bool) -> bool:
    """Share what was recorded, and say where it is. Returns whether others' work came in meanwhile.

    What is shared first is there already.
    """
    if not session.is_shared:
        return False
    if offline or sharing.obstacle:
        say(f"Recorded here, not yet shared. {sharing.obstacle or '`reportkit sync` shares it.'}", err=True)
        return False
    with shown_progress() as progress:
        shared = share_recorded(session, progress)
    say_shared(shared)
    return shared.synced is not None and shared.synced.received > 0


def _say_ended(session: Session, done: Done) -> None:
    from reportkit.actions.ended_sign_offs import ended_since  # only what others saved meanwhile ends any

    for who in ended_since(session, done):
        what = f"What came in changed {done.prepared.inspection} and ended the sign-off of {who}."
        say(f"{what} `reportkit moderate {done.prepared.inspection}` shows what comes next.", err=True)


def _show(prepared: Prepared) -> None:
    """Show an action that is not carried out: the record, what its version would say and keep, and whom it tells."""
    if prepared.record is None or prepared.intent is None:
        return
    click.echo(json_bytes(msgspec.Raw(encode(prepared.record))))
    say(f"\nThe new version would say: {prepared.message}", err=True)
    for file in prepared.intent.kept(prepared.inspection):
        click.echo(f"It would keep {file.path} ({len(file.data):,} bytes).", err=True)
    for each in prepared.intent.messages:
        click.echo(f"It would write {each.target}.", err=True)
    if prepared.notice and prepared.intent.behalf:
        words = indent(prepared.notice.words, "    ")
        click.echo(f"It would write {prepared.intent.behalf.target}, which says:\n\n{words}", err=True)
    click.echo("Nothing was recorded.", err=True)
