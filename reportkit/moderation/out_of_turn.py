"""What keeps an act from being done at this stage: an act before it is missing, or it is done already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.inspection.judgement import BELOW_GOOD
from reportkit.moderation.blocker import Blocker, Held, comments, moderate
from reportkit.moderation.ledger import Ledger

_AFTER_SUBMISSION: Final[tuple[Held, ...]] = ("sign-off", "send", "decide", "notify", "publish")


def out_of_turn(ledger: Ledger, inspection: str) -> tuple[Blocker, ...]:
    """Return what each act misses, or why it cannot be done again. Each holds up that one act and no other."""
    return (
        *_of_moderation(ledger, inspection),
        *_with_the_bodies(ledger, inspection),
        *_of_the_letters(ledger, inspection),
        *_of_the_report(ledger, inspection),
        *_of_reinspection(ledger, inspection),
    )


def _of_moderation(ledger: Ledger, inspection: str) -> Iterator[Blocker]:
    if ledger.submission:
        yield _blocker("I01", "The moderators have it already", f"reportkit moderate {inspection}", "submit")
        return
    for act in _AFTER_SUBMISSION:
        yield _blocker("I01", "The inspection was not submitted yet", moderate("submit", inspection), act)


def _with_the_bodies(ledger: Ledger, inspection: str) -> Iterator[Blocker]:
    if ledger.sent is None:
        yield _blocker("J01", "The draft was not sent to the bodies", comments("send", inspection), "decide")
    if ledger.letters is not None:
        yield _blocker(
            "K11", "The letters with the score were sent already", f"reportkit moderate {inspection}", "send"
        )
    if ledger.decision is not None:
        what = "A decision was recorded already: a query, a meeting or a comment would reopen it"
        yield _blocker("I07", what, f"reportkit moderate {inspection}", "decide")


def _of_the_letters(ledger: Ledger, inspection: str) -> Iterator[Blocker]:
    told, decided = ledger.letters, ledger.decision
    if decided is None:
        yield _blocker("K11", "The score is not decided yet", moderate("decide", inspection), "notify")
    elif told and told[1].decision == decided[0].digest:
        what = f"The letters were issued already, dated {told[1].date}"
        yield _blocker("K11", what, f"reportkit notify copies {inspection}", "notify")


def _of_the_report(ledger: Ledger, inspection: str) -> Iterator[Blocker]:
    told, decided = ledger.letters, ledger.decision
    if told is None:
        what = "The letters with the score were not sent yet, and the report comes after the letters [117]"
        yield _blocker("K07", what, f"reportkit notify {inspection}", "publish")
    elif decided is None or decided[0].digest != told[1].decision:
        what = "The decision in the letters no longer holds"
        yield _blocker("K08", what, moderate("decide", inspection), "publish")
    if ledger.published is not None:
        what = f"The report was published already, on {ledger.published[1].on}"
        yield _blocker("J08", what, f"reportkit moderate {inspection}", "publish")


def _of_reinspection(ledger: Ledger, inspection: str) -> Iterator[Blocker]:
    if ledger.letters is None:
        what = "The letters with the score were not sent yet, so no re-inspection follows from it [118]"
        yield _blocker("L01", what, f"reportkit notify {inspection}", "reinspect")
    elif ledger.letters[1].service not in BELOW_GOOD:
        judged = ledger.letters[1].service
        what = f"The service was judged {judged}, and only one below good is inspected again [118]"
        yield _blocker("L01", what, moderate("odpm-discussion", inspection), "reinspect")


def _blocker(rule: str, what: str, command: str, act: Held) -> Blocker:
    return Blocker(rule=rule, what=what, command=command, holds=act)
