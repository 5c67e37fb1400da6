"""inspection.yaml: who is inspected, by whom, when, on what scope, and the two judgements."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from reportkit.inspection.bodies import Almo, Authority, Programme
from reportkit.inspection.judgement import Judgements, ProspectsRating, ServiceRating
from reportkit.inspection.source_place import NOWHERE, Origin
from reportkit.inspection.team import Auditor, Member

InspectionKind = Literal["almo", "indicative", "re-inspection", "best-value"]
Depth = Literal["full", "lighter"]


class Dates(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Dates that happened. Planned dates are casework and are not signed."""

    on_site_from: dt.date | None = None
    on_site_to: dt.date | None = None
    presentation: dt.date | None = None
    report: dt.date | None = None


class ScopedService(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A service in the inspection's scope. `id` is an area of Appendix 1 or, for any other service, its own [104]."""

    id: str
    title: str | None = None
    depth: Depth = "full"
    why: str | None = None


class PreviousInspection(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The inspection before this one; `inspection` names it where it is in this repository too.

    `services` are the ids of what it covered, where it is not here to say so itself [102, 103].
    """

    inspection: str | None = None
    title: str | None = None
    kind: InspectionKind | None = None
    date: str | None = None
    service: ServiceRating | None = None
    prospects: ProspectsRating | None = None
    services: tuple[str, ...] = ()


class Particulars(Struct, frozen=True, kw_only=True, rename="kebab"):
    """Everything in inspection.yaml.

    `guidance` names the criteria the inspection is held against (2003-03: the guidance of March
    2003). `questions` names the question set for the prospects where the kind does not settle it
    [31, 32]. `notice` is printed on the cover: an example says there that it is invented.
    """

    kind: InspectionKind
    authority: Authority
    almo: Almo | None = None
    title: str | None = None
    notice: str | None = None
    guidance: str | None = None
    questions: str | None = None
    round: int | None = None
    programme: Programme = Programme()
    dates: Dates = Dates()
    scope: tuple[ScopedService, ...] = ()
    team: tuple[Member, ...] = ()
    team_basis: str | None = None
    checking_basis: str | None = None
    auditor: Auditor | None = None
    judgements: Judgements = Judgements()
    previous: PreviousInspection | None = None
    origin: Origin = NOWHERE

    @property
    def provider(self) -> Almo | None:
        """The ALMO that provides the service: at an indicative inspection it does not do so yet [100]."""
        return None if self.kind == "indicative" else self.almo

    @property
    def concerns_funding(self) -> bool:
        """Return whether money follows from the score.

        It never does from an indicative inspection [101], nor a Best Value one.
        """
        return self.kind in ("almo", "re-inspection")

    @property
    def judged(self) -> str:
        """The name of the body whose service is judged: its ALMO's, or the authority's own."""
        return self.provider.name if self.provider else self.authority.name
