"""inspection.yaml as the report's template sees it."""

from __future__ import annotations

from reportkit.guidance.areas import AREAS
from reportkit.inspection.bodies import Almo, Authority
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Dates, Particulars, ScopedService
from reportkit.inspection.team import Member
from reportkit.inspection.value_words import AUTHORITY_TYPES, CRITERIA, DEPTHS, KINDS, STARS
from reportkit.publications.phrases import day, span
from reportkit.publications.struct_fields import plain


def particulars_values(inspection: Inspection) -> dict[str, object]:
    """Return `authority`, `almo`, `provider`, `kind`, `dates`, `scope`, `team`, `judgements` and `criteria`."""
    particulars = inspection.particulars
    return {
        "title": particulars.title,
        "kind": {"id": particulars.kind, "title": _kind(particulars)},
        "criteria": CRITERIA.get(particulars.guidance or "", particulars.guidance),
        "authority": _authority(particulars.authority),
        "almo": _almo(particulars.almo),
        "provider": _almo(particulars.provider),
        "dates": _dates(particulars.dates),
        "scope": tuple(_service(service) for service in particulars.scope),
        "team": tuple(_member(member) for member in particulars.team),
        "judgements": _judgements(particulars),
    }


def _kind(particulars: Particulars) -> str:
    title = KINDS[particulars.kind]
    return f"{title}, round {particulars.round}" if particulars.round else title


def _authority(authority: Authority) -> dict[str, object]:
    return plain(authority) | {"type": AUTHORITY_TYPES.get(authority.type or "")}


def _almo(almo: Almo | None) -> dict[str, object] | None:
    if almo is None:
        return None
    return plain(almo) | {
        "went_live": day(almo.went_live),
        "section_27": day(almo.section_27),
        "board": None if almo.board is None else plain(almo.board),
    }


def _dates(dates: Dates) -> dict[str, object]:
    return {
        "on_site": span(dates.on_site_from, dates.on_site_to),
        "presentation": day(dates.presentation),
        "report": day(dates.report),
    }


def _service(service: ScopedService) -> dict[str, object]:
    known = AREAS.get(service.id)
    title = service.title or (known.title if known else service.id)
    return plain(service) | {"title": title, "depth": DEPTHS[service.depth], "why": service.why or ""}


def _member(member: Member) -> dict[str, object]:
    return plain(member) | {"role": member.role.capitalize(), "region": member.region or ""}


def _judgements(particulars: Particulars) -> dict[str, object]:
    service, prospects = particulars.judgements.service, particulars.judgements.prospects
    stars = None if service.stars is None else STARS[service.stars]
    return {
        "service": {"rating": service.rating, "stars": stars, "reasons": service.reasons},
        "prospects": {"rating": prospects.rating, "reasons": prospects.reasons},
    }
