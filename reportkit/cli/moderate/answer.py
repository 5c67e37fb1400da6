"""`reportkit moderate answer`: what was asked for is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.moderation.events import QueryAnswer

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.case_file import CaseFile


@click.command(
    "answer", epilog="An example: reportkit moderate answer harrowmere-homes 4f0c2a --text 'Twelve, of 3,400.'"
)
@click.argument("inspection", type=INSPECTION)
@click.argument("query", required=False)
@click.option("--text", type=TEXT, required=True, help="The answer.")
@acting
@click.pass_obj
def command(session: Session, inspection: str, query: str | None, text: str, manner: Manner) -> None:
    """Answer QUERY, by the beginning of its number; the only open one needs no number [114].

    The files of the inspection that changed since it was asked are noted with the answer.
    """
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    act(session, inspection, manner, lambda case_file: Intent(details=_details(session, case_file, query, text)))


def _details(session: Session, case_file: CaseFile, query: str | None, text: str) -> QueryAnswer:
    from reportkit.actions.arguments import one_of
    from reportkit.actions.seen_content import changed_since

    asked = one_of(case_file.standing.open_queries, query, "open query")
    return QueryAnswer(query=asked.digest, says=text, changed=changed_since(session.root, case_file, asked.digest))
