"""`reportkit moderate clear`: a sensitive finding may stand in public papers, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import FINDING, INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import Refused
from reportkit.moderation.outcome_events import Clearance, Paper

if TYPE_CHECKING:
    from reportkit.actions.case_file import CaseFile  # heavy, and only its name is needed here


@click.command(
    "clear",
    epilog="An example: reportkit moderate clear harrowmere-homes racial-harassment --for report "
    "--reason 'Those concerned agreed.'",
)
@click.argument("inspection", type=INSPECTION)
@click.argument("finding", type=FINDING)
@click.option(
    "--for",
    "papers",
    type=click.Choice(get_args(Paper)),
    multiple=True,
    required=True,
    help="The paper in which it may stand; may be said again for another.",
)
@click.option("--reason", type=TEXT, help="Why it may.")
@acting
@click.pass_obj
def command(
    session: Session, /, inspection: str, finding: str, papers: tuple[Paper, ...], reason: str | None, manner: Manner
) -> None:
    """Let FINDING, which is marked sensitive, stand in letters, press release or report.

    Without it the finding stays out of them, with every recommendation that answers nothing else. It holds for the
    finding as it is saved now, and is gone once that is edited.
    """
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    wanted = tuple(sorted(set(papers)))
    act(
        session,
        inspection,
        manner,
        lambda case_file: Intent(details=_details(session, case_file, finding, wanted, reason)),
    )


def _details(
    session: Session, case_file: CaseFile, name: str, papers: tuple[Paper, ...], reason: str | None
) -> Clearance:
    from reportkit.actions.arguments import finding_named
    from reportkit.actions.clearances import finding_digests

    finding_named(case_file.inspection, name)
    found = next(each for each in case_file.inspection.findings if each.id == name)
    if not found.sensitive:
        raise Refused(f"{name} is not marked sensitive", remedy="It stands in public papers as it is.")
    digest = finding_digests(session, case_file.slug)[name]
    return Clearance(finding=name, digest=digest, by=case_file.person.name, for_=papers, reason=reason)
