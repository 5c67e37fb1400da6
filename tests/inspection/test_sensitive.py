"""What stays out of public papers, and what would tell of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportkit.inspection.bodies import Authority
from reportkit.inspection.driver import Barrier
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection, Narrative
from reportkit.inspection.milestones import Cleared
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.sensitive import Withheld, cleared_for, withheld
from reportkit.inspection.source_place import Origin

PLAIN = Finding(id="repairs", title="Repairs are late", kind="weakness")
SECRET = Finding(id="fraud", title="Money is missing", kind="weakness", sensitive=True)
BARE = Inspection(
    slug="elm", particulars=Particulars(kind="almo", authority=Authority(name="Elm")), findings=(PLAIN, SECRET)
)


def recommendation(id_: str, *findings: str) -> Recommendation:
    return Recommendation(id=id_, title=id_, findings=findings)


def test_an_inspection_without_sensitive_findings_is_shown_whole() -> None:
    open_ = replace(BARE, findings=(PLAIN,))
    assert withheld(open_) == Withheld(open_)


def test_a_sensitive_finding_is_withheld() -> None:
    assert withheld(BARE).findings == ("fraud",)
    assert withheld(BARE).shown.findings == (PLAIN,)


def test_a_finding_that_is_cleared_stands() -> None:
    assert withheld(BARE, {"fraud"}) == Withheld(BARE)


def test_clearing_another_finding_clears_nothing() -> None:
    assert withheld(BARE, {"repairs"}).findings == ("fraud",)


def test_a_recommendation_that_answers_only_what_is_withheld_goes_with_it() -> None:
    asked = (recommendation("count-the-money", "fraud"), recommendation("both", "fraud", "repairs"))
    away = withheld(replace(BARE, recommendations=asked))
    assert away.recommendations == ("count-the-money",)
    assert [(each.id, each.findings) for each in away.shown.recommendations] == [("both", ("repairs",))]


def test_a_recommendation_that_answers_nothing_yet_stays() -> None:
    assert withheld(replace(BARE, recommendations=(recommendation("think"),))).recommendations == ()


def test_nothing_that_stays_names_what_is_withheld() -> None:
    named = ("fraud", "repairs")
    whole = replace(
        BARE,
        barriers=(Barrier(id="old", title="Old", findings=named),),
        earlier=(Earlier(id="then", part="weakness", title="Then", findings=named),),
    )
    shown = withheld(whole).shown
    assert shown.barriers[0].findings == ("repairs",)
    assert shown.earlier[0].findings == ("repairs",)


def test_a_text_that_refers_to_what_is_withheld_is_told_with_its_line() -> None:
    text = "All is well.\n\nBut see [this](finding:fraud) and <finding:repairs>."
    summary = Narrative("summary", text, 2, Origin("inspections/elm/narrative/summary.md"))
    (mention,) = withheld(replace(BARE, narratives=(summary,))).told
    assert (mention.finding, str(mention.where)) == ("fraud", "inspections/elm/narrative/summary.md:4")


def test_what_a_withheld_finding_itself_refers_to_is_nothing_to_tell() -> None:
    both = replace(SECRET, text="As <finding:fraud> says.")
    assert withheld(replace(BARE, findings=(PLAIN, both))).told == ()


@pytest.mark.parametrize(
    ("paper", "digest", "held"),
    [("report", "a1", True), ("letters", "a1", False), ("report", "b2", False), ("report", None, False)],
)
def test_a_clearance_holds_for_its_papers_and_for_the_words_that_were_cleared(paper, digest, held) -> None:
    clearance = Cleared(finding="fraud", digest="a1", papers=("release", "report"))
    digests = {"fraud": digest} if digest else {}
    assert cleared_for(paper, (clearance,), digests) == (frozenset({"fraud"}) if held else frozenset())
