"""What a recommendation says, and to whom [86, 93, Appendices 2 and 3, stories 000 and 003]."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportkit.inspection.recommendation import Recommendation
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing, wrong
from reportkit.rules.rule import Rule, rule

_OF_THE_COUNCIL = re.compile(
    r"\b(?:community plan|housing strategy|finance strategy|housing revenue account|HRA|borrow\w*"
    r"|(?:sell|sale of|dispose of|buy) (?:the )?(?:land|homes|stock))\b",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:must|has to|have to|is to|are to|shall|is required to|compel\w*|forced?)\b", re.IGNORECASE)
_MAY_TRADE = re.compile(r"\bexcellent\b.*\bdebts?\b|\bdebts?\b.*\bexcellent\b", re.IGNORECASE | re.DOTALL)
_ON_THE_SPOT = re.compile(r"\b(?:caretak\w*|concierges?|on-the-spot|on the spot|super-?caretakers?)\b", re.IGNORECASE)
_LOCAL = re.compile(r"\b(?:local\w*|suit\w*|feasible|appropriate|scattered|depends?)\b", re.IGNORECASE)


@rule(
    "O07",
    remedy="Write `owner`, `by` and `findings`, or say in answers.yaml why one is left out.",
    example="owner: Director of Housing Services, by: 2004-12-31, findings: [empty-homes-slow]",
)
def recommendation_not_whole(index: Index) -> Iterator[Remark]:
    """Advice that nobody owns, that has no date or that answers no weakness is soon forgotten: our reading."""
    for each in index.inspection.recommendations:
        said = {"owner": each.owner, "by": each.by, "findings": each.findings}
        yield from _lacking(each, said, "O07", "The recommendation {id} lacks {keys}")


@rule(
    "O08",
    remedy="Write in `to` the body that can act: the council for strategy, the account, borrowing and ownership.",
    example="to: authority, for a recommendation on the Housing Revenue Account",
)
def recommendation_to_the_wrong_body(index: Index) -> Iterator[Remark]:
    """The council keeps the community plan, housing and finance strategy, its account, borrowing and ownership."""
    for each in index.inspection.recommendations:
        answer = f"or answer O08 in answers.yaml, about {each.id}."
        found = _OF_THE_COUNCIL.search(_words(each))
        if each.to is None:
            message = f"Which body the recommendation {each.id} is for is not said"
            yield missing(each.origin.at("to"), message, f"Write authority, almo or both in `to`, {answer}", each.id)
        elif each.to == "almo" and found:
            message = f"The recommendation {each.id} is for the ALMO, and speaks of “{found[0]}”, the council's task"
            yield wrong(each.origin.at("to"), message, f"Write authority or both in `to`, {answer}", each.id)


@rule(
    "S00b",
    remedy="Suggest it: who buys help, and from whom, the body decides.",
    example="“Consider having the service run for twelve months by an organisation that does it well”",
)
def help_ordered(index: Index) -> Iterator[Remark]:
    """Inspectors say that help could be bought in. They do not force anybody to."""
    for each in index.inspection.recommendations:
        found = _MUST.search(_words(each)) if each.buy_in else None
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
        if each.buy_in and not _MAY_TRADE.search(_words(each)):
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
        yield from _lacking(each, said, "S03a", "What {id} costs, and whom, is not said: it lacks {keys}")


@rule(
    "S03b",
    remedy="Say where it would suit and where not.",
    example="“Caretakers may not suit scattered walk-up flats: ask residents which they want.”",
)
def caretaking_without_its_place(index: Index) -> Iterator[Remark]:
    """Staff on the spot are not always feasible or right: it depends on the place."""
    for each in index.inspection.recommendations:
        words = _words(each)
        if _ON_THE_SPOT.search(words) and not _LOCAL.search(words):
            yield missing(
                each.origin.at("text"),
                f"The recommendation {each.id} is on staff on the spot, and where they would suit is not said",
                f"Say it in `text`, or answer S03b in answers.yaml, about {each.id}.",
                each.id,
            )


def _words(each: Recommendation) -> str:
    return f"{each.title}\n{each.text}"


def _lacking(each: Recommendation, said: Mapping[str, object], row: str, message: str) -> Iterator[Remark]:
    *others, last = [f"`{key}`" for key, value in said.items() if not value] or [""]
    if last:
        keys = f"{', '.join(others)} and {last}" if others else last
        remedy = f"Write {'them' if others else 'it'}, or answer {row} in answers.yaml, about {each.id}."
        yield missing(each.origin.at(), message.format(id=each.id, keys=keys), remedy, each.id)


RECOMMENDATIONS: tuple[Rule, ...] = (
    recommendation_not_whole,
    recommendation_to_the_wrong_body,
    help_ordered,
    seller_may_not_be_free,
    cost_not_said,
    caretaking_without_its_place,
)
