"""What waits for one person: the steps that are theirs, of those that come next."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.moderation.blocker import Step, moderate, short
from reportkit.moderation.case import Case
from reportkit.moderation.events import Query
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.standing import Standing


def mine(standing: Standing, person: Person, case: Case, policy: Policy) -> Iterable[Step]:
    """Return the next steps that wait for a person.

    What names people waits for those; what anyone could do waits for the team, but for the meeting, which is the
    moderators', and a query, which is also that of the person asked.
    """
    author = case.is_author(person.id, person.name)
    moderator = any(role in policy.must_sign for role in person.roles)
    asked = tuple(_asked_of(standing, person))
    for step in standing.next_steps:
        meets = step.command.startswith(moderate("meeting", case.inspection))
        theirs = moderator if meets else author or any(number in step.command for number in asked)
        if person.id in step.who or (not step.who and theirs):
            yield step


def _asked_of(standing: Standing, person: Person) -> Iterable[str]:
    """Yield the numbers, as commands have them, of the open queries that were asked of a person."""
    for entry in standing.open_queries:
        details = entry.record.details
        if isinstance(details, Query) and details.of in (person.id, person.name):
            yield short(entry.digest)
