"""What stands in the way of the decision while the draft is with the bodies [115, 117]."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.moderation.blocker import Blocker, Held, comments, short
from reportkit.moderation.phrasing import bodies_of, capitalised, in_a_line, shortened
from reportkit.moderation.scene import Scene
from reportkit.moderation.words import BODIES

_LONGEST = 80  # characters of a comment in one line


def with_bodies(scene: Scene) -> Iterator[Blocker]:
    """Bodies that never had the draft, or still have time; comments without an answer; what they never saw."""
    if scene.ledger.sent is None:
        return
    if scene.ledger.decision is None:
        yield from _left_out(scene)
        yield from _awaited(scene)
        yield from _open(scene)
    if scene.ledger.letters is None:
        yield from _worse(scene)


def untold(scene: Scene) -> Iterator[Blocker]:
    """Bodies that were answered and not told: that stops nothing, for to consider them is all that [117] asks."""
    bodies = scene.exchange.untold
    if bodies and scene.ledger.published is None:
        command = comments("response", scene.case.inspection)
        have, their, them = ("has", "its", "it") if len(bodies) == 1 else ("have", "their", "them")
        names = capitalised(bodies_of(bodies))
        what = f"{names} {have} not been told what became of {their} comments: `{command}` tells {them}"
        yield Blocker(rule="J05", what=what, command=command, holds="publish", who=_correspondents(scene))


def _left_out(scene: Scene) -> Iterator[Blocker]:
    sent = scene.ledger.sent
    for body in scene.case.bodies:
        if sent and body not in sent[1].bodies:
            what = f"{capitalised(BODIES[body])} never had the draft"
            yield _to_do(scene, "J01", what, comments("send", scene.case.inspection))


def _awaited(scene: Scene) -> Iterator[Blocker]:
    known = scene.exchange
    for body in known.awaited(scene.now):
        yield Blocker(
            rule="J02",
            what=f"{capitalised(BODIES[body])} has until {known.due[body]} to comment",
            command=comments("add", scene.case.inspection, body, '--text "…"'),
            holds="decide",
            who=_correspondents(scene),
            due=known.due[body],
        )


def _open(scene: Scene) -> Iterator[Blocker]:
    for entry, comment in scene.exchange.open:
        if not scene.ledger.is_overridden("J05", short(entry.digest)):
            says = shortened(in_a_line(comment.says or ""), _LONGEST)
            yield Blocker(
                rule="J05",
                about=short(entry.digest),
                what=f"A comment of {bodies_of(comment.bodies)} is not answered: {says}",
                command=comments("answer", scene.case.inspection, short(entry.digest)),
                holds="decide",
            )


def _worse(scene: Scene) -> Iterator[Blocker]:
    decision = scene.ledger.decision[1] if scene.ledger.decision else None
    known = decision.unseen.about if decision and decision.unseen else ()
    for each in scene.case.worse if scene.policy.send_again else ():
        if each.about not in known:
            what = f"{capitalised(each.what)} since the bodies saw the draft"
            yield _to_do(scene, "J01", what, comments("send", scene.case.inspection), each.about)


def _to_do(scene: Scene, rule: str, what: str, command: str, about: str = "") -> Blocker:
    holds: Held = "notify" if scene.ledger.decision else "decide"
    return Blocker(rule=rule, about=about, what=what, command=command, holds=holds, who=_correspondents(scene))


def _correspondents(scene: Scene) -> tuple[str, ...]:
    return scene.policy.able(scene.policy.may_correspond, scene.now)
