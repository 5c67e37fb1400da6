"""`reportkit verify`: check that the record is whole, and not changed, moved or made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.progress_line import shown_progress
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.record_verdict import RecordVerdict


@click.command(epilog="An example: reportkit verify harrowmere-homes")
@click.argument("name", required=False, metavar="[INSPECTION | FILE.docx]")
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/json.md describes it.")
@click.pass_obj
def command(session: Session, name: str | None, *, machine: bool) -> int:
    """Check that the record is complete and unaltered: one line for everything that is not as it should be.

    Looks at every record's name, bytes, signature, person, role, cover, policy, what it knew of the
    others, and its content, hashed anew; at every document that went out; and at the history, in
    which records are only ever added. With FILE.docx: what the document is, whether it was altered,
    and what has changed since.

    Exit code 0: whole. 1: incomplete, or a sign-off has lapsed. 3: damaged or forged. 4: cannot tell.
    """
    from reportkit.actions.verify import verify

    with shown_progress() as progress:
        verdict = verify(session, name, progress)
    if machine:
        click.echo(as_json(verdict))
    else:
        _tell(verdict)
    return _EXITS[verdict.outcome or "whole"]


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
        say(f"{finding.level}: {shown(str(finding))}.")
    summary = _SUMMARIES[verdict.about][verdict.outcome or "whole"]
    if verdict.about != "record":
        say(f"{summary}.")
        return
    say(f"{summary} ({_count(verdict.records, 'record')}, {_count(verdict.versions, 'version')}).")
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
