"""What stands in the way of the decision while the draft is with the bodies [115, 117]."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.moderation.blocker import Blocker, Held, comments, short
from reportkit.moderation.blocker_context import BlockerContext
from reportkit.moderation.phrasing import bodies_of, capitalised, in_a_line, shortened
from reportkit.moderation.words import BODIES

_LONGEST = 80  # characters of a comment in one line


def with_bodies(context: BlockerContext) -> Iterator[Blocker]:
    """Bodies that never had the draft, or still have time; comments without an answer; what they never saw."""
    if context.ledger.sent is None:
        return
    if context.ledger.decision is None:
        yield from _left_out(context)
        yield from _awaited(context)
        yield from _open(context)
    if context.ledger.letters is None:
        yield from _worse(context)


def untold(context: BlockerContext) -> Iterator[Blocker]:
    """Yield the bodies that have not had their answers: that stops nothing, as [117] asks only to consider comments."""
    bodies = context.exchange.untold
    if bodies and context.ledger.published is None:
        command = comments("response", context.case.inspection)
        have, their = ("has", "its") if len(bodies) == 1 else ("have", "their")
        names = capitalised(bodies_of(bodies))
        what = f"{names} {have} not had the answers to {their} comments yet: `{command}` sends them"
        yield Blocker(rule="J05", what=what, command=command, holds="publish", who=_correspondents(context))


def _left_out(context: BlockerContext) -> Iterator[Blocker]:
    sent = context.ledger.sent
    for body in context.case.bodies:
        if sent and body not in sent[1].bodies:
            what = f"{capitalised(BODIES[body])} never had the draft"
            yield _to_do(context, "J01", what, comments("send", context.case.inspection))


def _awaited(context: BlockerContext) -> Iterator[Blocker]:
    known = context.exchange
    for body in known.awaited(context.now):
        yield Blocker(
            rule="J02",
            what=f"{capitalised(BODIES[body])} has until {known.due[body]} to comment",
            command=comments("add", context.case.inspection, body, '--text "…"'),
            holds="decide",
            who=_correspondents(context),
            due=known.due[body],
        )


def _open(context: BlockerContext) -> Iterator[Blocker]:
    for entry, comment in context.exchange.open:
        if not context.ledger.is_overridden("J05", short(entry.digest)):
            says = shortened(in_a_line(comment.says or ""), _LONGEST)
            yield Blocker(
                rule="J05",
                about=short(entry.digest),
                what=f"A comment of {bodies_of(comment.bodies)} is not answered: {says}",
                command=comments("answer", context.case.inspection, short(entry.digest)),
                holds="decide",
            )


def _worse(context: BlockerContext) -> Iterator[Blocker]:
    decision = context.ledger.decision[1] if context.ledger.decision else None
    known = decision.unseen.about if decision and decision.unseen else ()
    for each in context.case.worse if context.policy.send_again else ():
        if each.about not in known:
            what = f"{capitalised(each.what)} since the bodies saw the draft"
            yield _to_do(context, "J01", what, comments("send", context.case.inspection), each.about)


def _to_do(context: BlockerContext, rule: str, what: str, command: str, about: str = "") -> Blocker:
    holds: Held = "notify" if context.ledger.decision else "decide"
    return Blocker(rule=rule, about=about, what=what, command=command, holds=holds, who=_correspondents(context))


def _correspondents(context: BlockerContext) -> tuple[str, ...]:
    return context.policy.able(context.policy.may_correspond, context.now)
