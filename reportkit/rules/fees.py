"""What an inspection costs [101, 120]: recorded with its basis, and never worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, principle, rule

LOWEST: Final = 17_000
HIGHEST: Final = 50_000
"""Pounds: between these lay the fees of rounds 1 and 2."""

_SEEN_ROUNDS: Final = frozenset((1, 2))


@rule(
    "N01",
    remedy="Look at the fee in casework.yaml again, or say in answers.yaml why it stands.",
    example="fee: {amount: 32000, basis: '21,450 homes, no earlier inspection'}",
)
def fee_outside_what_was_seen(index: Index) -> Iterator[Remark]:
    """In rounds 1 and 2 fees lay between £17,000 and £50,000; another is asked about.

    For later rounds nothing was settled, so nothing is flagged.
    """
    fee = index.casework.fee
    if fee is None or fee.amount is None or index.particulars.round not in _SEEN_ROUNDS:
        return
    if not LOWEST <= fee.amount <= HIGHEST:
        message = f"A fee of £{fee.amount:,} is outside the £17,000 to £50,000 of rounds 1 and 2"
        yield wrong(index.in_casework("fee.amount"), message, "Look at it again, or answer N01 in answers.yaml.")


@fact_sheet(
    "N02",
    remedy="Write the fee and its basis in casework.yaml.",
    example="Fee: £32,000, for 21,450 homes and no earlier inspection",
)
def what_the_fee_rests_on(index: Index) -> Iterator[str]:
    """In rounds 1 and 2 a fee rested on the homes managed and the last substantive score, by no scale that is given."""
    particulars, fee = index.particulars, index.casework.fee
    homes = (particulars.almo.homes if particulars.almo else None) or particulars.authority.homes
    yield f"Homes: {f'{homes:,}' if homes is not None else 'not given'}"
    yield f"Last score: {(particulars.previous and particulars.previous.service) or 'not given'}"
    yield f"Fee: {f'£{fee.amount:,}' if fee and fee.amount is not None else 'not given'}"
    yield f"Basis: {(fee and fee.basis) or 'not given'}"


@rule(
    "N04",
    remedy="Write the `amount` and the `basis` under `fee` in casework.yaml.",
    example="fee: {amount: 9000, basis: '8,000 homes', envelope: outside, agreed-with: P. Dunne, agreed: 2003-02-14}",
)
def fee_beside_the_envelope_not_given(index: Index) -> Iterator[Remark]:
    """An indicative inspection that is not paid for inside the audit and inspection fee has a fee of its own.

    C03 asks which of the two it is, and with whom that was agreed.
    """
    fee = index.casework.fee
    if fee and fee.envelope == "outside" and (fee.amount is None or not fee.basis):
        message = "The fee is outside the envelope, and its amount or what it rests on is not given"
        yield missing(index.in_casework("fee"), message, "Write `amount` and `basis` under `fee` in casework.yaml.")


NO_FEE_IS_WORKED_OUT: Final = principle(
    "N03",
    why="Fees of round 3 were not likely to be reached in the same way, and how was not said. "
    "So a fee is recorded with its basis, and no function makes one up.",
    remedy="Nothing to do; write the fee that was agreed in casework.yaml.",
    example="fee: {amount: 41000, basis: As the inspectorate's letter of 3 June 2003 sets out}",
)

FEES: tuple[Rule, ...] = (fee_outside_what_was_seen, fee_beside_the_envelope_not_given)
FACTS_OF_FEES: tuple[FactSheet, ...] = (what_the_fee_rests_on,)
