"""What is advised, and with what right: orders, free sellers, costs and caretaking [stories 000 and 003]."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule
from reportkit.rules.text.recommendations import lacking, words_of

_MUST = re.compile(r"\b(?:must|has to|have to|is to|are to|shall|is required to|compel\w*|forced?)\b", re.IGNORECASE)
_MAY_TRADE = re.compile(r"\bexcellent\b.*\bdebts?\b|\bdebts?\b.*\bexcellent\b", re.IGNORECASE | re.DOTALL)
_ON_THE_SPOT = re.compile(r"\b(?:caretak\w*|concierges?|on-the-spot|on the spot|super-?caretakers?)\b", re.IGNORECASE)
_LOCAL = re.compile(r"\b(?:local\w*|suit\w*|feasible|appropriate|scattered|depends?)\b", re.IGNORECASE)


@rule(
    "S00b",
    remedy="Suggest it: who buys help, and from whom, the body decides.",
    example="“Consider having the service run for twelve months by an organisation that does it well”",
)
def help_ordered(index: Index) -> Iterator[Remark]:
    """Inspectors say that help could be bought in. They do not force anyone to."""
    for each in index.inspection.recommendations:
        found = _MUST.search(words_of(each)) if each.buy_in else None
        if found:
            yield wrong(
                each.origin.at("text"),
                f"The recommendation {each.id} offers help to buy in, and says “{found[0]}”",
                f"Suggest it, or answer S00b in answers.yaml, about {each.id}.",
                each.id,
            )


@rule(
    "S00e",
    remedy="Say that the seller may trade: that its authority is excellent and its debt allows it.",
    example="“Its authority is rated excellent, and its debt leaves it free to sell such help.”",
)
def seller_may_not_be_free(index: Index) -> Iterator[Remark]:
    """It seems that only excellent authorities may trade, and subject to their debt.

    So that a landlord with two stars can be paid for help is not sure.
    """
    for each in index.inspection.recommendations:
        if each.buy_in and not _MAY_TRADE.search(words_of(each)):
            yield missing(
                each.origin.at("buy-in"),
                f"The recommendation {each.id} offers help to buy in, and whether a seller may trade is not said",
                f"Say it in `text`, with rating and debt, or answer S00e in answers.yaml, about {each.id}.",
                each.id,
            )


@rule(
    "S03a",
    remedy="Write `cost`, `pays` and `gains`, or say in answers.yaml why one cannot be given.",
    example="cost: £74,000 a year, pays: Harrowmere Homes, gains: Tenants, and the police and health budgets",
)
def cost_not_said(index: Index) -> Iterator[Remark]:
    """Closer management costs more, and what it saves often falls to others, such as health or police."""
    for each in index.inspection.recommendations:
        said = {"cost": each.cost, "pays": each.pays, "gains": each.gains}
        yield from lacking(each, said, "S03a", "What {id} costs, and whom, is not said: it lacks {keys}")


@rule(
    "S03b",
    remedy="Say where it would suit and where not.",
    example="“Caretakers may not suit scattered walk-up flats: ask residents which they want.”",
)
def caretaking_without_its_place(index: Index) -> Iterator[Remark]:
    """Staff on the spot are not always feasible or right: it depends on the place."""
    for each in index.inspection.recommendations:
        words = words_of(each)
        if _ON_THE_SPOT.search(words) and not _LOCAL.search(words):
            yield missing(
                each.origin.at("text"),
                f"The recommendation {each.id} is on staff on the spot, and where they would suit is not said",
                f"Say it in `text`, or answer S03b in answers.yaml, about {each.id}.",
                each.id,
            )


ADVICE: tuple[Rule, ...] = (
    help_ordered,
    seller_may_not_be_free,
    cost_not_said,
    caretaking_without_its_place,
)
