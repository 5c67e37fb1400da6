"""Signing again: not where nothing changed; and what changed is shown before."""

from __future__ import annotations

import click

from reportkit.actions.case_file import CaseFile
from reportkit.actions.seen_content import last_seen
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused
from reportkit.gitstore.tree_ids import changes_between, trees
from reportkit.gitstore.word_diff import words_between
from reportkit.moderation.attribution import day_of
from reportkit.moderation.events import Content, SignOff
from reportkit.moderation.validity_by_history import attribution
from reportkit.moderation.words import Role
from reportkit.workspace.signer import Acting, signer_of
from reportkit.workspace.workspace import Workspace


def refuse_again(workspace: Workspace, case_file: CaseFile, seen: Content, role: Role | None) -> None:
    """Raise Refused where the person's sign-off of exactly what they see holds, and another could not be surer."""
    for entry in case_file.standing.signed:
        record = entry.record
        same = isinstance(record.details, SignOff) and record.details.content == seen
        if not same or record.person != case_file.person.id or role not in (None, record.role):
            continue
        signer = signer_of(
            workspace, Acting(case_file.person, case_file.policy, case_file.identity, case_file.clock.today)
        )
        if signer.key is None or attribution(entry, case_file.policy, case_file.case).sure == "proven":
            raise Refused(
                f"You signed exactly this on {day_of(record)}, and it holds",
                remedy=f"`reportkit moderate {case_file.slug}` shows who else has signed.",
            )


def lying_here(workspace: Workspace, inspection: str | None) -> str | None:
    """What is saved here of an inspection, before others' work comes in: its folder's id; None where nothing is."""
    slug = inspection or workspace.inspection_here()
    return trees(workspace.root, workspace.reader, f"inspections/{slug}")[0] if slug else None


def show_what_changed(workspace: Workspace, case_file: CaseFile, seen: Content, before: str | None) -> None:
    """Show the words that changed since this person's last sign-off or refusal, on stderr. At a terminal, ask once.

    Who did neither yet is shown what came in just now: `before` is what lay here until then, None where nothing did.
    """
    last = last_seen(case_file)
    if last is None and before is None:
        say(f"{case_file.slug} came in just now: it was not on this computer before.", err=True)
        _ask(workspace)
        return
    then, when = (last[1].inspection, f"you looked at it on {day_of(last[0].record)}") if last else (before, "just now")
    if then is None or then == seen.inspection or not changes_between(workspace.root, then, seen.inspection):
        return
    click.echo(f"Since {when}, [-this went-] and {{+this came+}}:\n", err=True)
    click.echo(f"{words_between(workspace.root, then, seen.inspection)}\n", err=True)
    _ask(workspace)


def _ask(workspace: Workspace) -> None:
    if workspace.may_ask and not click.confirm("Sign it as it is now?", err=True):
        raise click.Abort
