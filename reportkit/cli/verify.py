"""`reportkit verify`: check that the record is whole, and not changed, moved or made up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click
import msgspec

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.record_verdict import RecordVerdict


@click.command(epilog="An example: reportkit verify harrowmere-homes")
@click.argument("name", required=False, metavar="[INSPECTION | FILE.docx]")
@click.option("--strict", is_flag=True, help="Count what was acknowledged, too.")
@click.option("--acknowledge", metavar="PATH", help="Instead: acknowledge what is found at this path, with --reason.")
@click.option("--kind", help="With --acknowledge: which kind of finding, where there are several.")
@click.option("--reason", type=TEXT, help="With --acknowledge: why it is so.")
@acting
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@click.pass_obj
def command(
    session: Session, /, name: str | None, manner: Manner, *, strict: bool, machine: bool, **observation: str | None
) -> int:
    """Check that the record is complete and unaltered: one line for everything that is not as it should be.

    Looks at every record's name, bytes, signature, person, role, cover, policy, what it knew of the
    others, and its content, hashed anew; at every document that went out; and at the history, in
    which records are only ever added. With FILE.docx: what the document is, whether it was altered,
    and what has changed since.

    What cannot be put right, such as a forged record that was removed, is acknowledged by two people with listed keys
    who took no part in it: with --acknowledge and --reason, and then by the second in the same way. It makes nothing
    count, stays listed, and no longer fails, but with --strict.

    Exit code 0: whole. 1: incomplete, or a sign-off has lapsed. 3: damaged or forged. 4: cannot tell.
    """
    if observation["acknowledge"]:
        return _acknowledge(session, manner, observation)
    verdict = _verified(session, name)
    if machine:
        click.echo(as_json(verdict))
    else:
        _tell(verdict)
    return _EXITS[(verdict.strict_outcome if strict else verdict.outcome) or "whole"]


def _verified(session: Session, name: str | None) -> RecordVerdict:
    from reportkit.actions.verify import verify

    with shown_progress() as progress:
        return verify(session, name, progress)


def _acknowledge(session: Session, manner: Manner, observation: Mapping[str, str | None]) -> int:
    from reportkit.actions.acknowledge import ACKNOWLEDGE, AcknowledgeRequest
    from reportkit.cli.act import act

    request = AcknowledgeRequest(
        path=observation["acknowledge"] or "",
        kind=observation["kind"],
        reason=observation["reason"],
        **manner.who(),
    )
    act(session, ACKNOWLEDGE, request, manner)
    return Exit.DONE


_EXITS = {
    "whole": Exit.DONE,
    "lapsed": Exit.REFUSED,
    "incomplete": Exit.REFUSED,
    "cannot tell": Exit.TROUBLE,
    "forged": Exit.DAMAGED,
}
_SUMMARIES = {
    "record": {
        "whole": "The record is whole",
        "lapsed": "The record is whole, but not every sign-off holds any longer",
        "incomplete": "The record is not damaged, but not complete",
        "cannot tell": "This copy alone cannot prove everything",
        "forged": "The record is damaged or forged: do not rely on anything named above until it is explained",
    },
    "document": {
        "whole": "The document is what it claims to be",
        "lapsed": "The document is of an earlier version",
        "incomplete": "The document was altered, or drawn by another reportkit",
        "cannot tell": "This copy alone cannot show what this document is",
        "forged": "The document is not what it claims to be",
    },
    "pack": {
        "whole": "Its code shows that the pack is of the version to be signed now; its words were not compared",
        "lapsed": "The pack is of an earlier version",
        "incomplete": "The pack was altered: its code is not the code of its version",
        "cannot tell": "This copy alone cannot show whether the pack matches what is to be signed now",
        "forged": "The pack is not what it claims to be",
    },
}
_BEYOND = (
    "This copy alone cannot prove that nothing was removed from the end. "
    "Compare it with another copy, or with the shared one."
)


def _tell(verdict: RecordVerdict) -> None:
    from reportkit.printable import shown

    for finding in verdict.findings:
        known = f" (acknowledged by {shown(finding.acknowledged.rstrip('.'))})" if finding.acknowledged else ""
        say(f"{finding.level}: {shown(str(finding))}{known}.")
    summary = _SUMMARIES[verdict.about][verdict.outcome or "whole"]
    if verdict.about != "record":
        say(f"{summary}.")
        return
    say(f"{summary} ({_count(verdict.records, 'record')}, {_count(verdict.versions, 'version')}).")
    if verdict.acknowledged:
        say(f"Of what was found, {verdict.acknowledged:,} {'is' if verdict.acknowledged == 1 else 'are'} acknowledged.")
    say(_BEYOND, err=True)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


FORMAT = 1


def as_json(verdict: RecordVerdict) -> bytes:
    """Return the whole verdict as one JSON text of several lines."""
    value = {
        "format": FORMAT,
        "about": verdict.about,
        "outcome": verdict.outcome or "whole",
        "records": verdict.records,
        "versions": verdict.versions,
        "findings": [msgspec.to_builtins(finding) for finding in verdict.findings],
    }
    return json_bytes(value)
