"""`reportkit moderate decide`: the final score, once the bodies' comments are considered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from reportkit.cli.parameters.act_options import LINE, TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse
from reportkit.moderation.events import Decision, Unseen
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome

_OUTCOME = "`agreed`, or FROM:TO:WHY where the comments changed it."

if TYPE_CHECKING:  # heavy, and only their names are needed here
    from reportkit.actions.case_file import CaseFile


@click.command(
    "decide", epilog="An example: reportkit moderate decide harrowmere-homes --service agreed --prospects agreed"
)
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--service", type=LINE, required=True, help=f"How good the service is: {_OUTCOME}")
@click.option("--prospects", type=LINE, required=True, help="The prospects for improvement, in the same way.")
@click.option("--not-sent-again", type=TEXT, help="Why the bodies need not see again what got worse for them.")
@acting
@click.pass_obj
def command(session: Session, /, inspection: str | None, manner: Manner, **asked: Any) -> None:
    """Record the final score: both judgements, as the moderators agreed them or changed, and why [117].

    Refused until every comment is answered, and each body has commented, said that it has none, or let its time run
    out. inspection.yaml must say both ratings by then. Where the inspection changed since the moderators signed, they
    sign the final report after it. Where a judgement was lowered or a weakness added since the bodies saw the draft, it
    is sent to them again first, or --not-sent-again says why not.
    """
    from reportkit.actions.intent import Intent
    from reportkit.cli.old_act import act

    given = Asked(**asked)

    def intent(case_file: CaseFile) -> Intent:
        details = _details(case_file, given)
        return Intent(
            details=details, needs="decide", overrides=frozenset(details.unseen.about if details.unseen else ())
        )

    act(session, inspection, manner, intent)


class Asked(Struct, frozen=True, kw_only=True):
    """The options, as they were given."""

    service: str
    prospects: str
    not_sent_again: str | None


def _details(case_file: CaseFile, asked: Asked) -> Decision:
    from reportkit.actions.arguments import decided

    return Decision(
        service=decided(ServiceOutcome, asked.service, case_file.case.service, "--service"),
        prospects=decided(ProspectsOutcome, asked.prospects, case_file.case.prospects, "--prospects"),
        rests_on=tuple(sorted(entry.digest for entry in case_file.standing.footing)),
        unseen=_unseen(case_file, asked.not_sent_again),
    )


def _unseen(case_file: CaseFile, reason: str | None) -> Unseen | None:
    if reason is None:
        return None
    about = tuple(each.about for each in case_file.case.worse)
    if not about:
        what = "Nothing got worse for the bodies since they saw the draft"
        raise WrongUse(what, remedy="Leave --not-sent-again out.")
    return Unseen(about=about, reason=reason)
