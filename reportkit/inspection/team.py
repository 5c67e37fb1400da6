"""The inspection team, and the authority's external auditor [35, 36, 81, 111]."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

Role = Literal["lead inspector", "inspector", "tenant inspection adviser", "auditor"]


class Member(Struct, frozen=True, kw_only=True, rename="kebab"):
    """One member of the team.

    `id` is how findings and evidence name them. For a tenant inspection adviser `tenant_of` is the
    council whose tenant they are, and `trained` says whether they were trained [35, 36].
    """

    id: str
    name: str
    role: Role
    region: str | None = None
    inspected_before: bool | None = None
    tenant_of: str | None = None
    trained: bool | None = None
    areas: tuple[str, ...] = ()


class Auditor(Struct, frozen=True, kw_only=True, rename="kebab"):
    """The authority's external auditor: involved, or at least spoken with in detail, their work read [81, 93, 111]."""

    name: str | None = None
    involved: bool | None = None
    discussion: dt.date | None = None
    work_reviewed: str | None = None
    duplication: str | None = None
