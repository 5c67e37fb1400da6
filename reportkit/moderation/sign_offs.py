"""Which sign-offs hold: for exactly as long as what was signed, for three roles, from three people [114]."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Decision, Refusal, SignOff
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Policy
from reportkit.moderation.subject import DRAFT, Signing

Subjects: TypeAlias = Callable[[Signing], str]
"""The digest of the inspection's saved content, for a stage."""


def stages_of(ledger: Ledger) -> tuple[Signing, ...]:
    """Return everything that was ever there to be signed: the draft, and what each decision made of it."""
    decisions = (each.digest for each in ledger.chronicle if isinstance(each.record.details, Decision))
    return (DRAFT, *(Signing("final", digest) for digest in decisions))


def remembered(subjects: Subjects) -> Subjects:
    """Return the same, each asked for once: whole folders may be read for one.

    Python's own `cache` does the same, and takes longer to make than most answers here take to find.
    """
    found: dict[Signing, str] = {}

    def of(signing: Signing) -> str:
        if signing not in found:
            found[signing] = subjects(signing)
        return found[signing]

    return of


class Lapse(Struct, frozen=True):
    """A sign-off that was good and holds no longer, and why, as a clause."""

    entry: Entry
    why: str


class Signatures(Struct, frozen=True):
    """The sign-off that holds for each role (`signed`), the lapsed ones of roles without, and standing refusals."""

    signed: tuple[Entry, ...] = ()
    lapsed: tuple[Lapse, ...] = ()
    refused: tuple[Entry, ...] = ()


def signatures(ledger: Ledger, policy: Policy, subjects: Subjects) -> Signatures:
    """Return what is signed, lapsed and refused, by the records that count and the content as it is."""
    subjects, needed = remembered(subjects), policy.must_sign
    given = [(entry, _why_lapsed(entry, ledger, policy, subjects)) for entry, _ in ledger.of(SignOff)]
    fitting = [entry for entry, why in given if not why]
    beaten = _beaten(ledger)
    offs = [(entry, why) for entry, why in given if entry.digest not in beaten]
    holding = [entry for entry, why in offs if not why and other_role(entry, fitting, ledger) is None]
    signed = {entry.record.role: entry for entry in holding if entry.record.role in needed}
    lapsed = {entry.record.role: Lapse(entry, why) for entry, why in offs if why and entry.record.role not in signed}
    return Signatures(
        tuple(signed[role] for role in needed if role in signed),
        tuple(lapsed.values()),
        tuple(standing_refusals(ledger)),
    )


def footing(ledger: Ledger, policy: Policy, now: Signatures) -> tuple[Entry, ...]:
    """Return the sign-offs that a decision rests on: those that hold, or else those that the sent draft rested on.

    The comments may have led to edits since, which the final sign-offs are then of. But what was taken back does not
    carry a decision, nor what was signed before a meeting that asked for more.
    """
    needed, sent = policy.must_sign, ledger.sent
    if sent is None or len(now.signed) == len(needed):
        return now.signed
    rested = [ledger.find(digest) for digest in sent[1].rests_on]
    gone = ledger.withdrawn.keys() | ledger.undone
    then = {
        each.record.role: each
        for each in rested
        if each and each.digest not in gone and each.record.round == ledger.round
    }
    return now.signed if any(role not in then for role in needed) else tuple(then[role] for role in needed)


def standing_refusals(ledger: Ledger) -> Iterator[Entry]:
    """Yield the refusals that stand: neither the person, nor a cover, has signed having seen it."""
    offs = [entry for entry, _ in ledger.of(SignOff)]
    for refusal, _ in ledger.of(Refusal):
        cleared = any(_same(refusal, off, ledger) and ledger.chronicle.seen(refusal.digest, off) for off in offs)
        if not cleared:
            yield refusal


def other_role(entry: Entry, among: list[Entry], ledger: Ledger) -> Entry | None:
    """Return an earlier sign-off by the same person in another role, unless they had withdrawn it before this one.

    It counts whatever became of it afterwards, so that taking a sign-off back never makes another one good.
    """
    withdrawn = ledger.withdrawn
    for other in among:
        if other.digest == entry.digest:
            break
        taken_back = other.digest in withdrawn and ledger.chronicle.seen(withdrawn[other.digest].digest, entry)
        if other.record.person == entry.record.person and other.record.role != entry.record.role and not taken_back:
            return other
    return None


def _beaten(ledger: Ledger) -> frozenset[str]:
    """Return the sign-offs that were withdrawn, or that have not seen a withdrawal or refusal by the same signer.

    Given as digests.
    """
    offs, withdrawn = [entry for entry, _ in ledger.of(SignOff)], ledger.withdrawn
    against = [(entry, entry) for entry, _ in ledger.of(Refusal)]
    against += [(off, withdrawn[off.digest]) for off in offs if off.digest in withdrawn]
    seen = ledger.chronicle.seen
    return frozenset(
        off.digest
        for off in offs
        if off.digest in withdrawn
        or any(_same(given, off, ledger) and not seen(beating.digest, off) for given, beating in against)
    )


def _same(one: Entry, other: Entry, ledger: Ledger) -> bool:
    """Return whether two acts are of the same role, by or for the same person."""
    return one.record.role == other.record.role and ledger.principal(one) == ledger.principal(other)


def _why_lapsed(entry: Entry, ledger: Ledger, policy: Policy, subjects: Subjects) -> str:
    record, signing = entry.record, ledger.signing
    if record.round != ledger.round:
        return "a later meeting asked for further information"
    if (record.stage, record.decision) == (signing.stage, signing.decision):
        return "" if record.subject == subjects(signing) else "the inspection changed since"
    if record.stage == "final":
        return "the decision that it signed no longer holds"
    if policy.final == "always":
        return "policy asks for everyone's sign-off again after the decision"
    return "" if record.subject == subjects(DRAFT) else "the inspection changed since"
