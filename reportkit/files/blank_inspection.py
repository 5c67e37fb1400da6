"""A new inspection's files: what is known filled in, what is not yet known shown as a note to take up."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from reportkit.files.yaml_text import Value, entry, list_item
from reportkit.inspection.bodies import AuthorityType
from reportkit.inspection.particulars import InspectionKind, PreviousInspection

DRIVERS_AND_BARRIERS = "drivers-and-barriers.yaml"
FOLDERS = ("findings", "evidence", "recommendations", "narrative")


class BlankInspection(Struct, frozen=True, kw_only=True):
    """The particulars of an inspection when its folder is made; `services` are the ids of its scope."""

    kind: InspectionKind
    authority: str
    authority_type: AuthorityType | None = None
    region: str | None = None
    homes: int | None = None
    almo: str | None = None
    almo_homes: int | None = None
    went_live: dt.date | None = None
    round: int | None = None
    guidance: str = "2003-03"
    questions: str | None = None
    services: tuple[str, ...] = ()
    previous: PreviousInspection | None = None


def files(beginning: BlankInspection) -> dict[str, str]:
    """Return the new folder's files: path within it → text."""
    return {"inspection.yaml": _particulars(beginning), **EMPTY_FILES}


def _particulars(it: BlankInspection) -> str:
    parts = [
        _OPENING,
        entry({"kind": it.kind}, {}),
        entry({"guidance": it.guidance, "questions": it.questions}, {"questions": _QUESTIONS}),
        entry({"round": it.round}, {"round": "2"}),
        _authority(it),
        _almo(it),
        _DATES,
        _scope(it),
        _TEAM,
        _JUDGEMENTS,
        _previous(it),
    ]
    return "\n".join(part for part in parts if part)


def _authority(it: BlankInspection) -> str:
    values = {"name": it.authority, "type": it.authority_type, "region": it.region, "homes": it.homes}
    notes = {
        "type": "metropolitan-borough    # or london-borough, unitary-authority, district-council [76]",
        "region": "North West",
        "homes": "21450",
    }
    return "# The council: the inspected body in law [87].\nauthority:\n" + _indented(entry(values, notes))


def _almo(it: BlankInspection) -> str:
    if it.almo is None:
        return _NO_ALMO if it.kind == "best-value" else _NO_ALMO_YET
    values = {"name": it.almo, "short": None, "homes": it.almo_homes, "went-live": it.went_live, "section-27": None}
    notes = {"short": "the name in two or three letters", "homes": "21450", "went-live": "2003-04-01"}
    section_27 = {"section-27": "2003-03-14    # the day of the consent under section 27, before it went live"}
    lines = entry(values, notes | section_27) + _BOARD
    return "# The arm’s length management organisation: the council’s agent [88].\nalmo:\n" + _indented(lines)


def _scope(it: BlankInspection) -> str:
    items = "".join(list_item({"id": service, "depth": "full"}, 2) for service in it.services)
    return _SCOPE + (f"scope:\n{items}" if items else "scope: []\n")


def _previous(it: BlankInspection) -> str:
    if it.previous is None:
        return _PREVIOUS
    known = it.previous
    values: dict[str, Value] = {name: getattr(known, name) for name in known.__struct_fields__}
    return "# The inspection before this one.\nprevious:\n" + _indented(entry(values, {}))


def _indented(lines: str) -> str:
    return "".join(f"  {line}" for line in lines.splitlines(keepends=True))


_OPENING = """\
# Who is inspected, by whom, when, and the two judgements.
# A line that begins with # is a note or an example; take the # away to use an example.
# `reportkit check` says what is still missing.
"""
_QUESTIONS = '"2003-03"    # the question set for the prospects; the guidance settles it for ALMO inspections only [31]'
_NO_ALMO = ""
_NO_ALMO_YET = """\
# The arm’s length management organisation, as soon as there is one.
# almo:
#   name: its name
"""
_BOARD = """\
# board:    # how many members of each kind; usually a third each
#   council: 5
#   tenants: 5
#   independent: 5
"""
_DATES = """\
# Dates that happened; planned ones stand elsewhere.
# dates:
#   on-site-from: 2004-05-10
#   on-site-to: 2004-05-21
#   presentation: 2004-05-28
#   report: 2004-08-20
"""
_SCOPE = """\
# The services inspected. Take out what is not, add others: id, title, depth (full or lighter) and why.
"""
_TEAM = """\
# The team. Findings and evidence name its members by id.
# team:
#   - id: a-okafor
#     name: Ada Okafor
#     role: lead inspector    # or inspector, tenant inspection adviser, auditor
#     region: North West
#     inspected-before: false
#   - id: j-lee
#     name: Jo Lee
#     role: tenant inspection adviser
#     tenant-of: the council whose tenant they are
#     trained: true
# team-basis: why the team has this size [111]
# checking-basis: why there was this much checking [40]
# auditor:
#   name: the authority’s external auditor
#   involved: true
"""
_JUDGEMENTS = """\
# The two judgements, once they are made, with their reasons in sentences.
# judgements:
#   service:
#     rating: good    # or poor, fair, excellent
#     reasons:
#       - Repairs are done on time and tenants say so.
#   prospects:
#     rating: promising    # or poor, uncertain, excellent
#     reasons:
#       - Plans have owners, money and dates.
"""
_PREVIOUS = """\
# The inspection before this one.
# previous:
#   title: Housing repairs
#   kind: best-value
#   date: March 2002
#   service: fair
#   prospects: promising
"""
EMPTY_FILES = {
    DRIVERS_AND_BARRIERS: """\
# What will help the service to improve, and what will stand in the way.
# `reportkit add driver` and `reportkit add barrier` put entries in here.
drivers: []
barriers: []
""",
    "indicators.csv": "code,name,value,unit,direction,year,scope,verified,target,note\n",
    "support-services.yaml": """\
# What is bought in, and when it was last reviewed [110]. Take the [] away and write entries like this:
# - service: Payroll
#   provider: the council
#   price: 42000    # pounds a year
#   ends: 2005-03-31
#   reviewed: 2003-09-01
#   next-review: 2004-09-01
[]
""",
    "best-value-reviews.yaml": """\
# The Best Value reviews of the services [108, 109]. Take the [] away and write entries like this:
# - title: Repairs and maintenance
#   area: stock-investment
#   completed: 2002-11-30
#   by: authority    # or almo
#   themes: [access, diversity, participation, value-for-money]
[]
""",
    "answers.yaml": """\
# Answers to warnings: why each may stand. Take the [] away and write entries like this:
# - rule: E05
#   about: the id of one finding, if only one is meant
#   answer: why it may stand
#   by: a-okafor
#   date: 2004-06-01
[]
""",
}
