"""`reportkit settle`: a finding that two people changed at once becomes one again."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

import click

from reportkit.cli.editor import open_in_editor
from reportkit.cli.parameters.argument_types import FINDING, INSPECTION
from reportkit.cli.parameters.exclusive_options import only_one
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused
from reportkit.inspection.conflicts import settling

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.settle import SettleRequest
    from reportkit.gitstore.conflicts import Torn


@click.command(epilog="An example: reportkit settle harrowmere-homes repairs-backlog --mine")
@click.argument("inspection", type=INSPECTION, required=False)
@click.argument("finding", type=FINDING, required=False)
@click.option("--mine", is_flag=True, help="Keep your own version.")
@click.option("--theirs", is_flag=True, help="Keep the other person's version.")
@click.option("--of", metavar="NAME", help="Keep this person's version.")
@click.option("--both", is_flag=True, help="Keep both, as two findings: the other one gets a name of its own.")
@click.option("--edit", is_flag=True, help="Bring them together in your editor.")
@click.option("--offline", is_flag=True, help="Settle it here only; `reportkit sync` shares it later.")
@click.pass_obj
def command(session: Session, /, inspection: str | None, finding: str | None, *, offline: bool, **chosen: Any) -> None:
    """Settle a finding that two people changed at once.

    Both versions are shown line by line, with what they differ in. Without an option that is all;
    with one, what you chose is saved as a new version and shared, and the other stays in the history.
    With no finding named, what is still to be settled is listed. Any other file of an inspection is
    named by its path in it, one that belongs to no inspection by its path alone: a template, or
    moderation/policy.yaml, whose settling is recorded as any change of it.
    """
    from reportkit.actions.settle import find_conflict, read_versions
    from reportkit.cli.output.version_differences import version_differences

    choice = only_one(chosen)
    path = find_conflict(session, inspection, finding)
    if path is None:
        _list(session, inspection)
        return
    torn = read_versions(session, path)
    for line in version_differences(torn):
        click.echo(line)
    if choice is None:
        say("Choose with --mine, --theirs or --of NAME, keep --both, or bring them together with --edit.", err=True)
        return
    _settle(session, _request(torn, choice, chosen["of"]), offline=offline)


def _list(session: Session, inspection: str | None) -> None:
    waiting = session.conflicts(session.inspection(inspection) if inspection else "")
    for each in waiting:
        say(f"{each.path}: the other version is by {each.who}{' (removed)' if each.removed else ''}")
    if not waiting:
        click.echo("Nothing needs to be settled.")
        return
    say(f"See both, then choose: {settling(waiting[0].path)}", err=True)


def _request(torn: Torn, choice: str, who: str | None) -> SettleRequest:
    from reportkit.actions.settle import SettleRequest

    if choice == "edit":
        return SettleRequest(path=torn.path, text=_edited(torn))
    if who:
        return SettleRequest(path=torn.path, of=who)
    stands: Literal["mine", "theirs", "both"] = "both" if choice == "both" else "mine" if choice == "mine" else "theirs"
    return SettleRequest(path=torn.path, stands=stands)


def _settle(session: Session, request: SettleRequest, *, offline: bool) -> None:
    """Let one version stand, say so, and share it. The policy becomes it by a record of its own first."""
    from reportkit.actions.settle import SETTLE_POLICY, carry_out, prepare
    from reportkit.cli.act import act_here, share_after
    from reportkit.workspace.sharing import Sharing

    prepared = prepare(session, request)
    if prepared.policy:
        act_here(session, SETTLE_POLICY, prepared.policy)
    settled = carry_out(session, prepared)
    click.echo(f"Settled: {request.path}. Version {settled.version[:7]}.")
    for path in prepared.added:
        click.echo(f"The other is {path} now.")
    if settled.afterwards:
        say(f"The version is safe, but the file could not follow. {settled.afterwards}", err=True)
    share_after(session, Sharing(), offline=offline)


def _edited(torn: Torn) -> bytes:
    """Return the text that the person makes of all versions. Raises Refused where the editor failed."""
    from reportkit.actions.settle import text_to_edit

    with tempfile.TemporaryDirectory(prefix="reportkit-settle-") as scratch:
        path = Path(scratch) / PurePosixPath(torn.path).name
        path.write_bytes(text_to_edit(torn))
        why_not = open_in_editor(path)
        text = path.read_bytes()
    if why_not:
        raise Refused(f"Nothing was settled: {why_not}", where=torn.path, remedy="Choose one with --mine or --theirs.")
    return text
