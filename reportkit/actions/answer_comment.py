"""Comments answered: what changed since is found, and what is accepted without a change is asked about."""

from __future__ import annotations

import hashlib
from typing import get_args

import click
from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.actor import find_person
from reportkit.actions.arguments import one_of
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.intent import Intent
from reportkit.actions.seen_content import changed_since
from reportkit.actions.sent_drafts import last_draft
from reportkit.cli.old_act import act
from reportkit.cli.parameters.act_options import TEXT, Manner
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore.tree_ids import changes_between
from reportkit.moderation.blocker import short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import ChangedFile, Comment, CommentAnswer, DraftSent, Verdict
from reportkit.moderation.phrasing import bodies_of
from reportkit.workspace.workspace import Workspace

_TAKEN_UP: tuple[Verdict, ...] = ("accepted", "in-part")
_CHOICES = click.Choice((*get_args(Verdict), "later"))


class Given(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    verdict: Verdict | None
    reason: str | None
    changed: tuple[str, ...] = ()
    unchanged: bool = False


def answer_one(workspace: Workspace, inspection: str, comment: str | None, given: Given, manner: Manner) -> None:
    """Answer one comment. Raises WrongUse where it is not said how."""
    verdict, reason = given.verdict, given.reason
    if verdict is None or reason is None:
        raise WrongUse("An answer says what becomes of the comment, and why", remedy="Give --verdict and --reason.")

    def intent(case_file: CaseFile) -> Intent:
        entry = _named(case_file, comment)
        changed = _changed(workspace, case_file, entry, given)
        unchanged = _asked_about(workspace, case_file, given, changed)
        return Intent(
            details=CommentAnswer(
                comment=entry.digest, verdict=verdict, reason=reason, changed=changed, without_change=unchanged
            )
        )

    act(workspace, inspection, manner, intent)


def answer_one_after_another(
    workspace: Workspace, inspection: str, comment: str | None, given: Given, manner: Manner
) -> None:
    """Show each open comment, or the one that is named, and ask for its answer; `later` leaves it open."""
    case_file = gather(workspace, workspace.inspection(inspection), manner, find_person)
    waiting = [entry for entry, _ in case_file.standing.exchange.open]
    for entry in [_named(case_file, comment)] if comment else waiting:
        _show(entry)
        verdict = click.prompt("What becomes of it", type=_CHOICES, err=True)
        if verdict == "later":
            continue
        reason = click.prompt("Why", value_proc=lambda words: str(TEXT.convert(words, None, None)), err=True)
        answer_one(workspace, inspection, entry.digest, replace(given, verdict=verdict, reason=reason), manner)
    if not waiting and not comment:
        click.echo("No comment waits for an answer.", err=True)


def _show(entry: Entry) -> None:
    comment = entry.record.details
    if isinstance(comment, Comment):
        about = comment.finding or comment.section or "the whole draft"
        place = f", paragraph {comment.paragraph}" if comment.paragraph else ""
        head = f"{short(entry.digest)}  {bodies_of(comment.bodies)}, {comment.received}, on {about}{place}:"
        click.echo(f"\n{head}\n\n{comment.says}\n", err=True)


def _named(case_file: CaseFile, comment: str | None) -> Entry:
    """The comment of that number; where none is named, the only open one."""
    known = case_file.standing.exchange
    last_draft(case_file)
    there = [entry for entry, _ in (known.comments if comment else known.open)]
    return one_of(there, comment, "comment" if comment else "open comment")


def _changed(workspace: Workspace, case_file: CaseFile, entry: Entry, given: Given) -> tuple[ChangedFile, ...]:
    """The files in which a comment was taken up, with what they are now; none where it was not.

    Those that are named must differ from the draft that the bodies had. Otherwise: the finding that it is about,
    or else what was saved since the comment was entered. Raises WrongUse or Refused.
    """
    named = {name.removeprefix(f"inspections/{case_file.slug}/") for name in given.changed}
    if given.verdict not in _TAKEN_UP:
        if named:
            raise WrongUse(f"Nothing changes by what is {given.verdict}", remedy="Leave --changed out.")
        return ()
    differing = _since_draft(workspace, case_file, entry)
    for name in sorted(named - differing):
        what = f"{name} is as it was in the draft that was sent"
        raise Refused(what, remedy=f"Save it first: reportkit save {case_file.slug}. Or leave --changed out.")
    wanted = (
        named
        or differing & _own(entry)
        or differing.intersection(changed_since(workspace.root, case_file, entry.digest))
    )
    return tuple(ChangedFile(path=name, digest=_digest(workspace, case_file, name)) for name in sorted(wanted))


def _own(entry: Entry) -> set[str]:
    """The file of the finding that a comment is about."""
    comment = entry.record.details
    return {f"findings/{comment.finding}.md"} if isinstance(comment, Comment) and comment.finding else set()


def _since_draft(workspace: Workspace, case_file: CaseFile, entry: Entry) -> set[str]:
    comment = entry.record.details
    draft = case_file.ledger.find(comment.draft) if isinstance(comment, Comment) else None
    sent = draft.record.details if draft else None
    if not isinstance(sent, DraftSent):
        return set()
    changes = changes_between(workspace.root, sent.content.inspection, f"HEAD:./inspections/{case_file.slug}")
    return {change.path for change in changes or ()}


def _digest(workspace: Workspace, case_file: CaseFile, name: str) -> str | None:
    """The SHA-256 of a file as it is saved; None where it is there no longer."""
    files, folder = workspace.saved, f"inspections/{case_file.slug}"
    path = f"{folder}/{name}"
    return hashlib.sha256(files.read(path)).hexdigest() if path in files.under(folder) else None


def _asked_about(workspace: Workspace, case_file: CaseFile, given: Given, changed: tuple[ChangedFile, ...]) -> bool:
    """Whether it is accepted and yet changes nothing, which somebody says or is asked. Raises Refused or Abort."""
    if given.verdict != "accepted" or changed:
        if given.unchanged:
            raise WrongUse("--nothing-to-change is for what is accepted and changes nothing", remedy="Leave it out.")
        return False
    if given.unchanged:
        return True
    what = "It is accepted, and nothing has changed since"
    if workspace.may_ask:
        if not click.confirm(f"{what}. Is nothing to be changed?", err=True):
            raise click.Abort
        return True
    remedy = f"Change it, and save: reportkit save {case_file.slug}. Or say --nothing-to-change."
    raise Refused(what, remedy=remedy)
