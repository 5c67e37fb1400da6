"""What moderation needs to know of an inspection as it is saved now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec import Struct

from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.inspection.milestones import Body
from reportkit.inspection.problem import Problem
from reportkit.moderation.endings import FindEndings, nothing_ended
from reportkit.moderation.policy import Policy
from reportkit.moderation.unsigned import FindChanges, nothing_changed
from reportkit.moderation.worsened import Worse

FindPolicy: TypeAlias = Callable[[str], Policy | None]
"""Finds the policy whose bytes have a SHA-256; None where it is not known."""


def no_policy_known(_digest: str) -> Policy | None:
    """Return None: for a record whose history is not known."""
    return None


class Case(Struct, frozen=True, kw_only=True):
    """The facts of one inspection that acts are held against.

    `tree` is the id of its saved folder, "" where it does not matter. `authors` are the ids and names of its team and
    of the writers of findings, `writers` who wrote which; `unsaved` its files that differ from what is saved.
    `overridable` names the rules that may be set aside with a reason. `bodies` get the draft: an indicative inspection
    may have the authority alone. `worse` is what got worse for them since they saw it. `ahead` is what the rules find
    in the way of sending the draft, and once they have it of the decision. `gaps` are the gaps of the report as it
    would go out, and what else it cannot say; `withheld` what the public does not read. `endings` finds the keys and
    roles that changes of policy ended, `changes` all changes of it, `policy_of` an earlier policy.
    """

    repository: str
    inspection: str
    region: str | None = None
    tree: str = ""
    authors: frozenset[str] = frozenset()
    service: ServiceRating | None = None
    prospects: ProspectsRating | None = None
    unsaved: tuple[str, ...] = ()
    overridable: frozenset[str] = frozenset()
    bodies: tuple[Body, ...] = ()
    writers: Mapping[str, str] = {}
    worse: tuple[Worse, ...] = ()
    ahead: tuple[Problem, ...] = ()
    gaps: tuple[Problem, ...] = ()
    withheld: frozenset[str] = frozenset()
    endings: FindEndings = nothing_ended
    changes: FindChanges = nothing_changed
    policy_of: FindPolicy = no_policy_known

    def is_author(self, person: str, name: str) -> bool:
        """Return whether the person with this id and name is of the team, or wrote a finding."""
        return person in self.authors or name.casefold() in self.authors

    def wrote(self, finding: str | None, person: str, name: str) -> bool:
        """Return whether the person with this id and name wrote the finding."""
        writer = self.writers.get(finding or "", "").casefold()
        return bool(writer) and writer in (person, name.casefold())


def case_of(
    repository: str,
    inspection: Inspection,
    unsaved: tuple[str, ...] = (),
    overridable: frozenset[str] = frozenset(),
    endings: FindEndings = nothing_ended,
) -> Case:
    """Return the case that an inspection makes."""
    particulars = inspection.particulars
    ids = (*(member.id for member in particulars.team), *(finding.by for finding in inspection.findings if finding.by))
    names = (member.name.casefold() for member in particulars.team)
    return Case(
        repository=repository,
        inspection=inspection.slug,
        region=particulars.authority.region,
        authors=frozenset((*ids, *names)),
        service=particulars.judgements.service.rating,
        prospects=particulars.judgements.prospects.rating,
        unsaved=unsaved,
        overridable=overridable,
        bodies=("authority", "almo") if particulars.almo else ("authority",),
        writers={finding.id: finding.by for finding in inspection.findings if finding.by},
        endings=endings,
    )
