"""What a recommendation says, and to whom [86, 93, Appendices 2 and 3]."""

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


@rule(
    "O07",
    remedy="Write `owner`, `by` and `findings`, or say in answers.yaml why one is left out.",
    example="owner: Director of Housing Services, by: 2004-12-31, findings: [empty-homes-slow]",
)
def recommendation_not_whole(index: Index) -> Iterator[Remark]:
    """Advice without an owner, a date or a weakness that it answers is soon forgotten: our reading."""
    for each in index.inspection.recommendations:
        said = {"owner": each.owner, "by": each.by, "findings": each.findings}
        yield from lacking(each, said, "O07", "The recommendation {id} lacks {keys}")


@rule(
    "O08",
    remedy="Write in `to` the body that can act: the council for strategy, the account, borrowing and ownership.",
    example="to: authority, for a recommendation on the Housing Revenue Account",
)
def recommendation_to_the_wrong_body(index: Index) -> Iterator[Remark]:
    """The council keeps the community plan, housing and finance strategy, its account, borrowing and ownership."""
    for each in index.inspection.recommendations:
        answer = f"or answer O08 in answers.yaml, about {each.id}."
        found = _OF_THE_COUNCIL.search(words_of(each))
        if each.to is None:
            message = f"Which body the recommendation {each.id} is for is not said"
            yield missing(each.origin.at("to"), message, f"Write authority, almo or both in `to`, {answer}", each.id)
        elif each.to == "almo" and found:
            message = f"The recommendation {each.id} is for the ALMO, and speaks of “{found[0]}”, the council's task"
            yield wrong(each.origin.at("to"), message, f"Write authority or both in `to`, {answer}", each.id)


def words_of(each: Recommendation) -> str:
    """Return everything that a recommendation says."""
    return f"{each.title}\n{each.text}"


def lacking(each: Recommendation, said: Mapping[str, object], row: str, message: str) -> Iterator[Remark]:
    """Yield a remark that names the keys without a value; `message` has places for {id} and {keys}."""
    *others, last = [f"`{key}`" for key, value in said.items() if not value] or [""]
    if last:
        keys = f"{', '.join(others)} and {last}" if others else last
        remedy = f"Write {'them' if others else 'it'}, or answer {row} in answers.yaml, about {each.id}."
        yield missing(each.origin.at(), message.format(id=each.id, keys=keys), remedy, each.id)


RECOMMENDATIONS: tuple[Rule, ...] = (recommendation_not_whole, recommendation_to_the_wrong_body)
