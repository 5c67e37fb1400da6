"""The files of a re-inspection's folder: what is known of the bodies, and everything that is to be traced [80, 118]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportkit.files.blank_casework import EMPTY_CASEWORK
from reportkit.files.blank_inspection import BlankInspection, files
from reportkit.files.yaml_text import entry, list_item
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import ProspectsRating, ServiceRating
from reportkit.inspection.particulars import PreviousInspection

EARLIER = "earlier.yaml"


def follow_on(
    inspection: Inspection, told: dt.date, service: ServiceRating, prospects: ProspectsRating
) -> dict[str, str]:
    """Return the new folder's files, path within it → text. `told` is the day on which the ratings were told."""
    particulars = inspection.particulars
    authority, almo = particulars.authority, particulars.almo
    beginning = BlankInspection(
        kind="re-inspection",
        authority=authority.name,
        authority_type=authority.type,
        region=authority.region,
        homes=authority.homes,
        almo=almo.name if almo else None,
        almo_homes=almo.homes if almo else None,
        went_live=almo.went_live if almo else None,
        round=particulars.round,
        guidance=particulars.guidance or "2003-03",
        questions=particulars.questions,
        services=tuple(each.id for each in particulars.scope),
        previous=PreviousInspection(
            inspection=inspection.slug, kind=particulars.kind, date=f"{told}", service=service, prospects=prospects
        ),
    )
    return {**files(beginning), EARLIER: _HEAD + "".join(_earlier(inspection))}


def follow_on_casework(on: dt.date) -> str:
    """Return the new inspection's casework: the day that was agreed, and everything else as notes to take up."""
    return f"{EMPTY_CASEWORK}\nplanned:\n{''.join(f'  {line}' for line in [entry({'on-site-from': on})])}"


def _earlier(inspection: Inspection) -> Iterator[str]:
    for finding in inspection.findings:
        if finding.kind == "weakness":
            yield _item(finding.id, "weakness", finding.title, inspection.slug, sensitive=finding.sensitive)
    secret = {finding.id for finding in inspection.findings if finding.sensitive}
    for each in inspection.recommendations:
        telling = bool(each.findings) and secret >= set(each.findings)
        yield _item(each.id, "recommendation", each.title, inspection.slug, sensitive=telling)


def _item(name: str, part: str, title: str, slug: str, *, sensitive: bool) -> str:
    return list_item({"id": name, "part": part, "title": title, "inspection": slug, "sensitive": sensitive}, 0)


_HEAD = """\
# Every weakness and recommendation of the inspection before: a re-inspection looks at each again [80].
# Write to each what has become of it, and which findings show it:
#   outcome: put-right    # or in-part, not-put-right, no-longer-applies
#   findings: [ids of findings of this inspection]
#   note: what else there is to say
"""
