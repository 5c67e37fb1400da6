"""What can happen to an inspection in moderation: one frozen Struct for each event of the record.

Events of the draft and the comments on it are in comment_events.py, those after the decision in outcome_events.py.
all_events.py lists all of them by name.

A field that is added later has a default, and defaults are not written: so old records keep their bytes.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, field

from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.moderation.words import Assessed, Digest, Id, Judgement, Line, Role, Text, Tree


class Details(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The particulars of one event beyond who, when and on which content. The base of all events."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The files in issued/ that it names: the record brings each."""
        return ()


class Content(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The content before the person: the trees of inspection and templates, the tool, and the report's plain text.

    `templates` is None where the shipped ones were used; `report` is the SHA-256 of the report's plain text, None where
    no report was drawn. What counts is the record's subject; this says how to show what it was.
    """

    inspection: Tree
    templates: Tree | None = None
    tool: Line
    report: Digest | None = None


class Submitted(Details, frozen=True, kw_only=True):
    """The team hands the inspection to its moderators."""

    content: Content
    note: Text | None = None


class Meeting(Details, frozen=True, kw_only=True):
    """The moderators met: when, who was there, and what came out for each judgement [114]."""

    date: dt.date
    present: tuple[Id, ...]
    service: ServiceOutcome
    prospects: ProspectsOutcome
    note: Text | None = None

    def __post_init__(self) -> None:
        if not self.present or len(set(self.present)) != len(self.present):
            raise ValueError("a meeting names everyone who was there once")

    @property
    def asks_for_more(self) -> bool:
        """Return whether either judgement was not clear: then there is another round."""
        return "further-information" in (self.service.verdict, self.prospects.verdict)


class Query(Details, frozen=True, kw_only=True):
    """A request for further information on a finding, a judgement or (neither) in general: what, who, by when."""

    asks: Text
    of: Line
    by: dt.date
    finding: Id | None = None
    judgement: Judgement | None = None

    def __post_init__(self) -> None:
        if self.finding is not None and self.judgement is not None:
            raise ValueError("a query is on a finding or on a judgement, not on both")


class QueryAnswer(Details, frozen=True, kw_only=True):
    """The answer to a query. `changed` names the inspection's files that differ since it was asked."""

    query: Digest
    says: Text
    changed: tuple[Line, ...] = ()


class SignOff(Details, frozen=True, kw_only=True):
    """A moderator agrees to exactly the record's subject, having assessed evidence, judgements and report [114]."""

    assessed: tuple[Assessed, ...]
    content: Content

    def __post_init__(self) -> None:
        if len(set(self.assessed)) != len(self.assessed):
            raise ValueError("what was assessed is named once")


class Refusal(Details, frozen=True, kw_only=True):
    """A moderator does not agree, because."""

    reason: Text
    content: Content


class Cover(Details, frozen=True, kw_only=True):
    """A cover for the holder of a role, from one day until another, both included."""

    role: Role
    holder: Id
    stand_in: Id
    from_: dt.date = field(name="from")
    until: dt.date
    reason: Text | None = None

    def __post_init__(self) -> None:
        if self.until < self.from_:
            raise ValueError("a cover ends on the day it begins, or later")
        if self.holder == self.stand_in:
            raise ValueError("a person cannot cover their own role")


class Withdrawal(Details, frozen=True, kw_only=True):
    """A sign-off or a query is taken back by the person who gave it."""

    of: Digest
    reason: Text


class Override(Details, frozen=True, kw_only=True):
    """A rule is set aside, with a reason; `about` narrows it as in answers.yaml."""

    rule: Line
    about: Line | None = None
    reason: Text


class Unseen(Struct, frozen=True, kw_only=True, rename="kebab", omit_defaults=True, forbid_unknown_fields=True):
    """The changes for the worse since the bodies saw the draft, and why it need not be sent to them again."""

    about: tuple[Line, ...]
    reason: Text


class Decision(Details, frozen=True, kw_only=True):
    """The final score: each judgement as agreed or changed, resting on these sign-offs [117].

    They are the last of each role: an edit that follows from the comments does not take them away.
    """

    service: ServiceOutcome
    prospects: ProspectsOutcome
    rests_on: tuple[Digest, ...]
    unseen: Unseen | None = None

    def __post_init__(self) -> None:
        if "further-information" in (self.service.verdict, self.prospects.verdict):
            raise ValueError("a decision names both ratings")
        if list(self.rests_on) != sorted(set(self.rests_on)):
            raise ValueError("the sign-offs that a decision rests on are in order, each once")


class PolicyChanged(Details, frozen=True, kw_only=True):
    """moderation/policy.yaml was changed: from which bytes to which, and what that makes weaker, in words."""

    before: Digest
    after: Digest
    weakenings: tuple[Line, ...] = ()
    reason: Text | None = None


class Reversal(Details, frozen=True, kw_only=True):
    """One's own last act is undone, which no other person had seen."""

    of: Digest
    reason: Text | None = None
