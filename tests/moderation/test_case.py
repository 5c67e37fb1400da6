from __future__ import annotations

from reportkit.inspection.bodies import Authority
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.judgement import Judgements, ServiceJudgement
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.source_place import NOWHERE
from reportkit.inspection.team import Member
from reportkit.moderation.case import Case, case_of
from tests.moderation.builders import ASHBY, HOUSE

PARTICULARS = Particulars(
    kind="almo",
    authority=Authority(name="Ashby", region="Northern"),
    team=(Member(id="kim", name="Kim Lee", role="inspector"),),
    judgements=Judgements(service=ServiceJudgement(rating="good")),
)
FINDING = Finding(id="gas", title="Gas", kind="strength", by="lou", text="", text_line=1, origin=NOWHERE)


def test_a_case_is_drawn_from_the_inspection() -> None:
    inspection = Inspection(slug=ASHBY, particulars=PARTICULARS, findings=(FINDING,))
    assert case_of(HOUSE, inspection, ("a.md",), frozenset(("E05",))) == Case(
        repository=HOUSE,
        inspection=ASHBY,
        region="Northern",
        authors=frozenset(("kim", "kim lee", "lou")),
        service="good",
        prospects=None,
        unsaved=("a.md",),
        overridable=frozenset(("E05",)),
        bodies=("authority",),
        writers={"gas": "lou"},
    )


def test_an_author_is_known_by_id_or_by_name() -> None:
    case = case_of(HOUSE, Inspection(slug=ASHBY, particulars=PARTICULARS))
    assert case.is_author("kim", "Somebody")
    assert case.is_author("k-lee", "Kim LEE")
    assert not case.is_author("ann", "Ann")
