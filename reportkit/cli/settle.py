"""`reportkit settle`: a finding that two people changed at once becomes one again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

import click

from reportkit.cli.editor import open_in_editor
from reportkit.cli.old_act import hand_on
from reportkit.cli.parameters.act_options import Manner
from reportkit.cli.parameters.argument_types import FINDING, INSPECTION
from reportkit.cli.parameters.exclusive_options import only_one
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused, WrongUse
from reportkit.gitstore import conflicts
from reportkit.gitstore.conflicts import Side, Torn
from reportkit.inspection.conflicts import settling as remedy_for
from reportkit.moderation.policy import POLICY

_AROUND = 2


@click.command(epilog="An example: reportkit settle harrowmere-homes repairs-backlog --mine")
@click.argument("inspection", type=INSPECTION, required=False)
@click.argument("finding", type=FINDING, required=False)
@click.option("--mine", is_flag=True, help="Your own version stands.")
@click.option("--theirs", is_flag=True, help="The other person's version stands.")
@click.option("--of", "who", metavar="NAME", help="This person's version stands.")
@click.option("--edit", is_flag=True, help="Bring them together in your editor.")
@click.option("--offline", is_flag=True, help="Settle it here only; `reportkit sync` shares it later.")
@click.pass_obj
def command(
    session: Session,
    /,
    inspection: str | None,
    finding: str | None,
    who: str | None,
    *,
    offline: bool,
    **chosen: bool,
) -> None:
    """Settle a finding that two people changed at once.

    Both versions are shown line by line, with what they differ in. Without an option that is all;
    with one, what you chose is saved as a new version and shared, and the other stays in the history.
    With no finding named, what is still to be settled is listed. Any other file of an inspection is
    named by its path in it, one that belongs to no inspection by its path alone: a template, or
    moderation/policy.yaml, whose settling is recorded as any change of it.
    """
    choice = only_one({**chosen, "of": who})
    path = _path(session, inspection, finding)
    if path is None:
        _list(session, inspection)
        return
    torn = conflicts.look_at(session.root, path)
    for text in _differences(torn):
        click.echo(text)
    if choice is None:
        say("Choose with --mine, --theirs or --of NAME, or bring them together with --edit.", err=True)
        return
    _settle(session, torn, _chosen(session, torn, choice, who))
    hand_on(session, Manner(offline=offline), "")


def _settle(session: Session, torn: Torn, data: bytes | None) -> None:
    """Let this be the file, and say so. The policy becomes it by a record of its own first."""
    if torn.path == POLICY and data is not None and data != torn.sides[0].data:
        from reportkit.actions.change_policy import settle_policy  # the record is heavy

        settle_policy(session, torn.sides[0].data or b"", data)
        torn = conflicts.look_at(session.root, torn.path)
    settled = conflicts.settle(session.root, torn, data)
    click.echo(f"Settled: {torn.path}. Version {settled.version[:7]}.")
    if settled.afterwards:
        say(f"The version is safe, but the file could not follow. {settled.afterwards}", err=True)


def _path(session: Session, inspection: str | None, finding: str | None) -> str | None:
    """The unsettled file that is meant; None where none was named. Raises WrongUse where there is no such file."""
    waiting = dict.fromkeys(each.path for each in conflicts.unsettled(session.root))
    if inspection is not None and finding is None and inspection in waiting:
        return inspection
    if finding is None:
        return None
    slug = session.inspection(inspection)
    names = (
        f"inspections/{slug}/findings/{finding}.md",
        f"inspections/{slug}/{finding}",
        f"moderation/{slug}/{finding}",
    )
    for name in names:
        if name in waiting:
            return name
    from reportkit.cli.suggestions import hint  # only a wrong guess needs it

    known = [PurePosixPath(path).stem for path in waiting]
    meant = hint(finding, known, f"reportkit settle {slug}")
    raise WrongUse(f"There is nothing to settle in `{finding}` of {slug}", remedy=meant)


def _list(session: Session, inspection: str | None) -> None:
    slug = session.inspection(inspection) if inspection else ""
    waiting = conflicts.unsettled(session.root, slug)
    for each in waiting:
        say(f"{each.path}: the other version is by {each.who}{' (removed)' if each.removed else ''}")
    if not waiting:
        click.echo("Nothing needs to be settled.")
        return
    say(f"See both, then choose: {remedy_for(waiting[0].path)}", err=True)


def _chosen(session: Session, torn: Torn, choice: str | None, who: str | None) -> bytes | None:
    if choice == "edit":
        return _edited(torn)
    if who:
        return conflicts.of(torn, who).data
    return (conflicts.mine if choice == "mine" else conflicts.theirs)(session.root, torn).data


def _edited(torn: Torn) -> bytes:
    """The text that the person makes of all versions. Raises Refused where they did not finish it."""
    with tempfile.TemporaryDirectory(prefix="reportkit-settle-") as scratch:
        path = Path(scratch) / PurePosixPath(torn.path).name
        path.write_bytes(conflicts.side_by_side(torn))
        why_not = open_in_editor(path)
        text = path.read_bytes()
    if why_not:
        raise Refused(f"Nothing was settled: {why_not}", where=torn.path, remedy="Choose one with --mine or --theirs.")
    if conflicts.still_marked(text):
        raise Refused(
            "Nothing was settled: the text still holds both versions between marks (<<<<<<<, =======, >>>>>>>)",
            where=torn.path,
            remedy="Keep what should stand and delete the marks.",
        )
    return text


def _differences(torn: Torn) -> Iterator[str]:
    """The other versions against the one in place, line by line."""
    first, *others = torn.sides
    for other in others:
        yield f"{torn.path}"
        yield f"  - {first.who}, in its place{'' if first.data is not None else ' (removed)'}"
        yield f"  + {other.who}, kept beside it{'' if other.data is not None else ' (removed)'}"
        yield from _lines(first, other)


def _lines(first: Side, other: Side) -> Iterator[str]:
    one, two = (_text(side).splitlines() for side in (first, other))
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        yield f"  line {group[0][1] + 1}:"
        for how, start, end, from_, to in group:
            if how == "equal":
                yield from (f"      {text}" for text in one[start:end])
            else:
                yield from (f"    - {text}" for text in one[start:end])
                yield from (f"    + {text}" for text in two[from_:to])


def _text(side: Side) -> str:
    """The text as a terminal may show it: what is invisible is spelt out."""
    text = (side.data or b"").decode("utf-8", "replace")
    return "".join(
        sign if sign.isprintable() or sign in "\n\t" else ascii(sign)[1:-1] for sign in text.replace("\r\n", "\n")
    )
