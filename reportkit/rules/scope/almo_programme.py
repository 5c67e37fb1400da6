"""The ALMO's board, and its way onto the programme [fn I p2, 4, 19]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from reportkit.guidance.rounds import MONEY, ROUND_2_FROM, ROUNDS, TABLE_7, Round
from reportkit.inspection.bodies import Board
from reportkit.inspection.months import months_after
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, spot, wrong
from reportkit.rules.rule import FactSheet, Rule, fact_sheet, rule

_A_THIRD: Final = Fraction(1, 3)
_FAR: Final = Fraction(1, 10)
"""A share of the board further than this from a third calls for a word; our reading of "usually"."""


@rule(
    "A04",
    remedy="Write how many of each there are in `board` under `almo`, or say in answers.yaml why they differ.",
    example="board: {council: 5, tenants: 5, independent: 5}",
)
def board_far_from_thirds(index: Index) -> Iterator[Remark]:
    """An ALMO makes no profit, and councillors, elected tenants and independents share its board so that none rules.

    Usually each has a third. Ten points off a third is asked about: our reading.
    """
    if index.almo is None:
        return
    where, board = spot(index.particulars.origin, "almo.board"), index.almo.board
    shares = shares_of(board)
    if not shares:
        message = "Who sits on the ALMO's board is not given"
        yield missing(where, message, "Write `board` under `almo`, or answer A04 in answers.yaml.")
    elif any(abs(share - _A_THIRD) > _FAR for share in shares.values()):
        told = ", ".join(f"{name} {round(100 * share)} per cent" for name, share in shares.items())
        message = f"The board is not made up of thirds: {told}"
        yield wrong(where, message, "Look at `board` again, or answer A04 in answers.yaml.")


@rule(
    "A06",
    remedy="Put `round`, or `on-site-from` under `dates`, right.",
    example="round: 2 and dates: {on-site-from: 2003-11-03}",
)
def round_2_before_its_time(index: Index) -> Iterator[Remark]:
    """Round 1 was inspected in the autumn of 2002, and round 2 from April 2003."""
    began = index.particulars.dates.on_site_from
    if began is None or began >= ROUND_2_FROM:
        return
    where = spot(index.particulars.origin, "dates.on-site-from")
    if index.particulars.round is None:
        yield missing(where, f"The inspection began on {began}, and its round is not given", "Write `round: 1` or 2.")
    elif index.particulars.round >= 2:  # noqa: PLR2004  the round itself
        message = f"A round {index.particulars.round} inspection began on {began}, before April 2003"
        yield wrong(where, message, "Put `round` or `on-site-from` right.")


@rule(
    "A08",
    remedy="Write the days in `programme: interest` and `programme: bid`; say in answers.yaml why one was late.",
    example="programme: {interest: 2003-04-02, bid: 2003-05-14}",
)
def bid_late_or_not_dated(index: Index) -> Iterator[Remark]:
    """Authorities in rounds 3 and 4 express an interest and bid by a given day."""
    this = ROUNDS.get(index.particulars.round or 0)
    if this is None:
        return
    programme = index.particulars.programme
    yield from _late(index, this, "interest", programme.interest, this.interest_by)
    yield from _late(index, this, "bid", programme.bid, this.bid_by)


def shares_of(board: Board | None) -> dict[str, Fraction]:
    """Return the share of council, tenants and independents; {} where a number is not given or the sum is 0."""
    if board is None or board.council is None or board.tenants is None or board.independent is None:
        return {}
    members = {"council": board.council, "tenants": board.tenants, "independents": board.independent}
    everyone = sum(members.values())
    return {name: Fraction(number, everyone) for name, number in members.items()} if everyone else {}


def _late(index: Index, this: Round, what: str, day: dt.date | None, by: dt.date | None) -> Iterator[Remark]:
    if by is None:
        return
    where = spot(index.particulars.origin, f"programme.{what}")
    answer = f"or answer A08 in answers.yaml, about {what}."
    if day is None:
        message = f"The day of the authority's {what} in round {this.number} is not given"
        yield missing(where, message, f"Write it in `{what}` under `programme`, {answer}", what)
    elif day > by:
        message = f"The {what} of {day} came after {by}, the last day in round {this.number}"
        yield wrong(where, message, f"Look at the date again, {answer}", what)


ROUND: tuple[Rule, ...] = (board_far_from_thirds, round_2_before_its_time, bid_late_or_not_dated)


@fact_sheet(
    "A05",
    remedy="Nothing; write `round` in inspection.yaml, and `allocation` in casework.yaml.",
    example="Round 2: 13 authorities, with money for 2003/04, 2004/05",
)
def rounds_and_their_years(index: Index) -> Iterator[str]:
    """A round is known by the years for which its money was set aside; the guidance gives those of the first two."""
    for each in ROUNDS.values():
        authorities = f"{each.authorities} authorities" if each.authorities else "authorities not given"
        years = f"money for {', '.join(each.years)}" if each.years else "years not given"
        yield f"Round {each.number}: {authorities}, {years}"
    yield f"This inspection: {_round(index.particulars.round)}"
    on_file = index.casework.allocation
    fitting = next((each.number for each in ROUNDS.values() if on_file and each.years == on_file.years), None)
    yield f"Allocation on file: {', '.join(on_file.years)}, as in {_round(fitting)}" if on_file else "Allocation: none"


@fact_sheet("A07", remedy="Nothing to do.", example="Made available in 2003/04: £300 million")
def money_of_the_programme(_: Index) -> Iterator[str]:
    """What the Government announced for the programme, for a report that speaks of it."""
    return (f"{what}: {amount}" for what, amount in MONEY)


@fact_sheet(
    "A15",
    remedy="Nothing; `reportkit timetable` shows the same steps among all other dates.",
    example="The ALMO is inspected: 2003-10 by Table 7, 2003-11 in fact, 1 month later",
)
def slippage_against_table_7(index: Index) -> Iterator[str]:
    """Table 7 shows what an ALMO of November 2003 does when; laid from another's day, it shows how far that slips."""
    live = index.almo.went_live if index.almo else None
    if live is None:
        yield "When the ALMO took over is not given, so Table 7 cannot be laid"
        return
    happened = _happened(index)
    for number, step in enumerate(TABLE_7):
        model, real = months_after(live, step.months), happened.get(number)
        yield f"{step.action}: {model:%Y-%m} by Table 7{_beside(model, real) if real else ''}"


def _happened(index: Index) -> dict[int, dt.date | None]:
    """Return the days of those steps of Table 7 that leave one, by the step's place in it."""
    particulars, reached = index.particulars, index.milestones
    return {
        0: particulars.programme.interest,
        2: particulars.programme.bid,
        5: index.almo.section_27 if index.almo else None,
        7: particulars.dates.on_site_from,
        8: reached.letters,
        9: reached.published or particulars.dates.report,
    }


def _beside(model: dt.date, real: dt.date) -> str:
    months = (real.year - model.year) * 12 + real.month - model.month
    slip = f"{abs(months)} month{'' if abs(months) == 1 else 's'} {'later' if months > 0 else 'earlier'}"
    return f", {real:%Y-%m} in fact, {slip if months else 'as it should be'}"


def _round(number: int | None) -> str:
    return f"round {number}" if number else "no round given"


FACTS_OF_ROUNDS: tuple[FactSheet, ...] = (rounds_and_their_years, money_of_the_programme, slippage_against_table_7)
