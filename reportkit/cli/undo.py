"""`reportkit undo`: undo your own last act, while others have not seen it."""

from __future__ import annotations

import click

from reportkit.cli.parameters.act_options import TEXT, Manner, acting
from reportkit.cli.parameters.argument_types import INSPECTION
from reportkit.cli.session import Session
from reportkit.errors import WrongUse


@click.command(epilog='An example: reportkit undo harrowmere-homes --reason "The wrong inspection."')
@click.argument("inspection", type=INSPECTION, required=False)
@click.option("--people", is_flag=True, help="Instead: your last change of policy.yaml.")
@click.option("--reason", type=TEXT, help="Why.")
@acting
@click.pass_obj
def command(session: Session, inspection: str | None, reason: str | None, manner: Manner, *, people: bool) -> None:
    """Undo your last act on an inspection, by one more record: both stay in the history.

    Refused once another person has acted knowing of it, once it is in the shared place, where others can see it, and
    for what was sent out: that is put right by what is recorded next. With --people your last change of policy.yaml
    is undone in the same way, by a record and the file as it was.
    """
    if people and inspection:
        raise WrongUse("--people is about no inspection", remedy=f"Leave out --people, or {inspection}.")
    from reportkit.cli.act import act

    if people:
        from reportkit.actions.undo_policy import UNDO_POLICY, UndoPolicyRequest

        act(session, UNDO_POLICY, UndoPolicyRequest(reason=reason, **manner.who()), manner)
        return
    from reportkit.actions.undo import UNDO, UndoRequest

    act(session, UNDO, UndoRequest(inspection=inspection, reason=reason, **manner.who()), manner)
