"""`reportkit check`: what is wrong or missing, with file and line."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import CompletionItem
from msgspec import convert

from reportkit.cli.parameters.act_options import DAY
from reportkit.cli.parameters.argument_types import FINDING, InspectionName
from reportkit.cli.session import Session
from reportkit.cli.terminal_output import say
from reportkit.errors import Exit

_ACTS: Final = ("submit", "sign-off", "decide", "send", "notify", "publish", "reinspect")
_TYPED: Final = {
    "moderate submit": "submit",
    "moderate sign-off": "sign-off",
    "moderate decide": "decide",
    "comments send": "send",
}


class ActName(click.Choice[str]):
    """An act by its verb, or as its command is typed."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the act's verb. Fails with the acts that there are."""
        return super().convert(_TYPED.get(" ".join(value.split()), value), param, ctx)


ACT: Final = ActName(_ACTS)


class CheckableName(InspectionName):
    """An inspection or, after one, a finding of it. The Tab key lists them from folders; no file is read."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the inspections that begin so and, where one is named or is the current folder, its findings."""
        named = ctx.params.get("names") or ()
        ctx.params["inspection"] = named[0] if named else None
        return [*super().shell_complete(ctx, param, incomplete), *FINDING.shell_complete(ctx, param, incomplete)]


@click.command(epilog="An example: reportkit check harrowmere-homes --for submit")
@click.argument("names", nargs=-1, type=CheckableName(), metavar="[INSPECTION]… [FINDING]…")
@click.option(
    "--for",
    "act",
    type=ACT,
    default=None,
    help="List first what blocks this act: submit, sign-off, decide, send, notify, publish or reinspect.",
)
@click.option("--wrong", is_flag=True, help="List nothing but what is wrong or, with --for, in the way.")
@click.option("--mine", is_flag=True, help="Only findings whose `by` is you, by your name in Git.")
@click.option(
    "--me", "by", metavar="NAME", help="Only findings whose `by` is this person: an id or a name of the team."
)
@click.option("--all", "everything", is_flag=True, help="List each warning singly, and those that are answered, too.")
@click.option("--facts", is_flag=True, help="List also what can be computed or looked up.")
@click.option("--today", type=DAY, help="The day to check for. In demonstrations only.")
@click.option("--json", "machine", is_flag=True, help="Write JSON; docs/check-json.md describes it.")
@click.pass_obj
def command(session: Session, /, *, everything: bool, wrong: bool, machine: bool, **asked: object) -> int:
    """List what is wrong or missing, with file and line, and what to do about it.

    Name inspections, or findings, or both. With no name: the inspection whose folder you are in, else
    all. Each line ends with the rule, which `reportkit explain` explains, and the guidance's paragraph.

    What is wrong comes first and says WRONG. With --for, what blocks that act comes first, as the act
    itself would find it: in the files, in the record, and the gaps of the report where it goes out; the rest is
    counted. Exit code 1 where something is wrong or, with --for, blocks the act. Warnings never fail: put them
    right, or answer them in answers.yaml.
    """
    from reportkit.actions.check_inspections import CheckRequest, check_inspections  # Tab must not wait for the rules
    from reportkit.cli.output.check_json import as_json
    from reportkit.cli.output.check_output import say_report

    given = {name: value for name, value in asked.items() if value is not None}
    report = check_inspections(session, convert(given, CheckRequest))
    for slug in report.none_by:
        say(f"{slug}: no finding has `by` {report.by}.", err=True)
    if machine:
        click.echo(as_json(report))
    else:
        say_report(report, everything=everything, wrong=wrong)
    return Exit.DONE if report.passed else Exit.REFUSED
