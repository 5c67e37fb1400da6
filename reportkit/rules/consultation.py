"""Draft, comments, round table and the wider presentation [115, 116], by the days that the record tells."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.inspection.milestones import Body
from reportkit.inspection.source_place import Place
from reportkit.rules.index import Index
from reportkit.rules.remark import Remark, missing
from reportkit.rules.rule import Rule, rule

_BOTH = 2
_TOLD = {"authority": "the authority", "almo": "the ALMO"}


@rule(
    "J01",
    remedy="Send the signed draft to both bodies with `reportkit comments send`.",
    example="reportkit comments send harrowmere-homes",
)
def draft_did_not_go_to_both(index: Index) -> Iterator[Remark]:
    """Who was inspected reads the report before it is final, and so does whoever manages the homes for them."""
    for body in _bodies(index):
        if body not in index.milestones.bodies_sent:
            message = f"The draft has not gone to {_TOLD[body]}"
            yield missing(_here(index), message, "Send it with `reportkit comments send`.", body)


@rule(
    "J02",
    remedy="Send the draft with a day by which written comments are due: `reportkit comments send` sets it.",
    example="Comments are due ten working days after the draft went out, where policy says ten.",
)
def comments_were_not_invited(index: Index) -> Iterator[Remark]:
    """Both are invited to comment formally and in writing; how long they have is policy, not the guidance's."""
    for copy in index.milestones.drafts:
        if copy.due is None:
            message = f"The draft went to {_TOLD[copy.to]} without a day for written comments"
            yield missing(_here(index), message, "Send it with `reportkit comments send`.", copy.to)


@rule(
    "J03",
    remedy="Agree it with both, and say so when the draft is sent.",
    example="Written comments before the round table, agreed with the council's and the ALMO's chief executives.",
)
def turn_not_agreed(index: Index) -> Iterator[Remark]:
    """Whether the round table comes before written comments or after them is for all three to agree."""
    reached = index.milestones
    if reached.turn is None:
        message = "Whether written comments come before the round table or after it is not said"
        yield missing(_here(index), message, "Agree it with both bodies, and say it with `reportkit comments send`.")
    elif len(set(reached.turn_agreed_with)) < _BOTH:
        message = f"That written comments come {reached.turn} the round table is not said to be agreed with both"
        yield missing(_here(index), message, "Say with whom at each body it was agreed.")


@rule(
    "J04",
    remedy="Hold it and record it with `reportkit comments round-table`, or set the rule aside with a reason.",
    example="reportkit comments round-table harrowmere-homes --date 2004-01-08 --present 'A. Okafor'",
)
def no_round_table(index: Index) -> Iterator[Remark]:
    """A formal discussion of the draft has proved its worth.

    It was offered as an option first, so a named person may set this aside with a reason.
    """
    held = index.milestones.round_table
    if held is None:
        remedy = "Record it with `reportkit comments round-table`, or set J04 aside with a reason."
        yield missing(_here(index), "No round-table discussion of the draft is recorded", remedy)
    elif not held.present:
        remedy = "Say who was there with `reportkit comments round-table`."
        yield missing(_here(index), f"Who was at the round table of {held.on} is not said", remedy)


@rule(
    "J05",
    remedy="Answer each with `reportkit comments answer`.",
    example="reportkit comments answer harrowmere-homes",
)
def comments_without_an_answer(index: Index) -> Iterator[Remark]:
    """The score is final once comments were considered; that each has an answer is our reading of that."""
    waiting = index.milestones.unanswered
    if waiting:
        wait = "1 comment waits" if waiting == 1 else f"{waiting} comments wait"
        message = f"{wait} for an answer, of {index.milestones.comments}"
        yield missing(_here(index), message, "Answer each with `reportkit comments answer`.")


@rule(
    "J06",
    remedy="Ask the authority; hold the presentation and record it, or answer J06 in answers.yaml.",
    example="reportkit comments round-table harrowmere-homes --wider --date 2004-01-15 --present 'A. Okafor'",
)
def no_wider_presentation(index: Index) -> Iterator[Remark]:
    """A wider audience hears the result where the authority prefers it, or where that serves those concerned.

    Nothing is asked before the draft has gone out.
    """
    reached = index.milestones
    if not reached.drafts or reached.wider is not None:
        return
    if reached.wider_wanted is None:
        message = "Whether the authority prefers a presentation to a wider audience is not said"
        yield missing(_here(index), message, "Ask, and say so with the draft, or answer J06 in answers.yaml.")
    elif reached.wider_wanted:
        message = "The presentation to a wider audience, which the authority prefers, is not recorded"
        remedy = "Record it with `reportkit comments round-table --wider`, or answer J06 in answers.yaml."
        yield missing(_here(index), message, remedy)


def _bodies(index: Index) -> tuple[Body, ...]:
    return ("authority", "almo") if index.almo else ("authority",)


def _here(index: Index) -> Place:
    return index.particulars.origin.at("dates")


CONSULTATION: tuple[Rule, ...] = (
    draft_did_not_go_to_both,
    comments_were_not_invited,
    turn_not_agreed,
    no_round_table,
    comments_without_an_answer,
    no_wider_presentation,
)
