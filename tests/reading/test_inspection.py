from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import Struct, structs

from reportkit.errors import WrongUse
from reportkit.inspection.bodies import Almo, Authority, Board
from reportkit.inspection.driver import Barrier, Driver
from reportkit.inspection.earlier_findings import Earlier
from reportkit.inspection.evidence import Evidence
from reportkit.inspection.finding import Finding
from reportkit.inspection.inspection import Inspection, Narrative
from reportkit.inspection.judgement import Judgements, ProspectsJudgement, ServiceJudgement
from reportkit.inspection.particulars import Dates, Particulars, ScopedService
from reportkit.inspection.recommendation import Recommendation
from reportkit.inspection.services import BestValueReview, SupportService
from reportkit.inspection.source_place import NOWHERE
from reportkit.inspection.team import Member
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import Reading, read_inspection

HOME = "inspections/eastley-homes-2004"
Sentences = Callable[[str, str | bytes | None], list[str]]
ReadWith = Callable[[dict[str, str | bytes | None]], Reading]


def placeless(value: Struct) -> Struct:
    return structs.replace(value, origin=NOWHERE)


@pytest.fixture
def inspection(read_with: ReadWith) -> Inspection:
    reading = read_with({})
    assert reading.problems == ()
    assert reading.inspection is not None
    return reading.inspection


def test_the_particulars_are_read_with_each_fields_own_type(inspection: Inspection) -> None:
    assert placeless(inspection.particulars) == Particulars(
        kind="almo",
        guidance="2003-03",
        round=2,
        notice="This inspection is invented.",
        authority=Authority(
            name="Eastley Borough Council", type="metropolitan-borough", region="Northern", homes=21450
        ),
        almo=Almo(
            name="Eastley Homes Limited",
            short="Eastley Homes",
            went_live=dt.date(2003, 4, 1),
            section_27=dt.date(2003, 3, 14),
            board=Board(council=5, tenants=5, independent=5),
        ),
        dates=Dates(on_site_from=dt.date(2004, 6, 14), on_site_to=dt.date(2004, 6, 25)),
        scope=(
            ScopedService(id="stock-investment"),
            ScopedService(
                id="housing-register", title="The housing register", depth="lighter", why="It was good in 2002."
            ),
        ),
        team=(
            Member(
                id="a-okafor",
                name="Ada Okafor",
                role="lead inspector",
                region="Central",
                inspected_before=True,
                areas=("stock-investment", "housing-register"),
            ),
        ),
        judgements=Judgements(
            service=ServiceJudgement(rating="good", reasons=("Repairs are done on time.",)),
            prospects=ProspectsJudgement(rating="promising"),
        ),
    )


def test_findings_are_read_with_their_text_and_its_line(inspection: Inspection) -> None:
    register, repairs = (placeless(finding) for finding in inspection.findings)
    assert repairs == Finding(
        id="repairs-on-time",
        title="Repairs are done on time and tenants notice",
        question="2.2",
        area="stock-investment",
        kind="strength",
        weight="high",
        evidence=("repairs-case-sample",),
        by="a-okafor",
        effect="Tenants wait nine days on average, down from 21.",
        covers=("status-repairs", "2.2-stock-6"),
        also=("P1.3",),
        themes=("access",),
        indicators=("BVPI 73",),
        text="We read forty jobs.\n\n**Thirty-eight** were on time.",
        text_line=16,
    )
    assert register == Finding(
        id="register-errors",
        title="The register: many errors",
        question="1.1",
        area="housing-register",
        kind="weakness",
        order=3,
        teething=True,
        text="One in ten entries is wrong.",
        text_line=9,
    )


def test_each_key_of_a_finding_has_its_place(inspection: Inspection) -> None:
    origin = inspection.findings[1].origin
    assert str(origin.at("weight")) == f"{HOME}/findings/repairs-on-time.md:6"
    assert str(origin.at("positive-practice")) == f"{HOME}/findings/repairs-on-time.md:2"


def test_evidence_and_recommendations_are_read(inspection: Inspection) -> None:
    assert [placeless(evidence) for evidence in inspection.evidence] == [
        Evidence(
            id="repairs-case-sample",
            title="Forty repairs, chosen at random",
            kind="case-samples",
            date=dt.date(2004, 6, 16),
            by=("a-okafor",),
            seen="Thirty-eight of forty were on time.\n\nTwo had no date.\n",
            questions=("2.2", "2.2-stock-6"),
            areas=("stock-investment",),
            about="almo",
            sample=40,
            held="Shared drive, folder 12",
        )
    ]
    assert [placeless(recommendation) for recommendation in inspection.recommendations] == [
        Recommendation(
            id="check-register",
            title="Check every entry of the register",
            findings=("register-errors",),
            to="almo",
            by=dt.date(2004, 12, 31),
            cost="Six weeks of one clerk",
            buy_in="management-time",
        )
    ]


def test_lists_are_read_with_a_place_for_each_entry(inspection: Inspection) -> None:
    assert [placeless(driver) for driver in inspection.drivers] == [
        Driver(id="strong-board", title="A strong board", reach="corporate")
    ]
    assert [placeless(barrier) for barrier in inspection.barriers] == [
        Barrier(
            id="old-register",
            title="An old register",
            reach="service-specific",
            area="housing-register",
            findings=("register-errors",),
        )
    ]
    assert str(inspection.barriers[0].origin.at("reach")) == f"{HOME}/drivers-and-barriers.yaml:8"
    assert [placeless(service) for service in inspection.support_services] == [
        SupportService(service="Payroll", provider="The council", price=Decimal("41250.50"), ends=dt.date(2005, 3, 31))
    ]
    assert [placeless(review) for review in inspection.best_value_reviews] == [
        BestValueReview(title="Repairs", area="rent", by="almo", themes=("access", "diversity"))
    ]
    assert [placeless(each) for each in inspection.earlier] == [
        Earlier(id="late", part="weakness", title="Repairs are late", findings=("repairs-on-time",))
    ]
    assert [answer.rule for answer in inspection.answers] == ["D04"]


def test_narratives_are_read_by_name(inspection: Inspection) -> None:
    (summary,) = inspection.narratives
    assert summary == Narrative("summary", "A *good* service.", 2, summary.origin)


def test_the_same_is_read_from_a_folder(project: Path, inspection: Inspection) -> None:
    files = FolderFiles(project)
    assert read_inspection(files, "eastley-homes-2004") == Reading(inspection, ())


def test_only_inspection_yaml_is_needed(project: Path) -> None:
    thin = project / "inspections" / "thin" / "inspection.yaml"
    thin.parent.mkdir()
    thin.write_text("kind: indicative\nauthority: {name: Eastley}\n", encoding="utf-8")
    reading = read_inspection(FolderFiles(project), "thin")
    assert reading.problems == ()
    assert reading.inspection is not None
    assert reading.inspection.particulars.authority.name == "Eastley"


def test_a_byte_order_mark_and_windows_line_ends_are_fine(
    good: dict[str, str], read_with: ReadWith, inspection: Inspection
) -> None:
    saved_on_windows = {name: ("\ufeff" + text).replace("\n", "\r\n").encode() for name, text in good.items()}
    assert read_with(saved_on_windows) == Reading(inspection, ())


def test_text_pasted_from_word_is_fine(read_with: ReadWith) -> None:
    pasted = "‘Quoted’ — “twice”, a\u00a0hard space and a soft\u00adhyphen…"
    reading = read_with({"findings/pasted.md": f"---\ntitle: {pasted}\nkind: strength\n---\n{pasted}\n"})
    assert reading.problems == ()
    assert reading.inspection is not None
    assert (reading.inspection.findings[0].title, reading.inspection.findings[0].text) == (pasted, pasted)


def test_text_that_looks_like_a_template_is_text(read_with: ReadWith) -> None:
    text = '---\ntitle: "{{ 7*7 }}"\nkind: strength\n---\n{{ 7*7 }} {% for x in y %}\n'
    reading = read_with({"findings/pasted.md": text})
    assert reading.problems == ()
    assert reading.inspection is not None
    assert reading.inspection.findings[0].title == "{{ 7*7 }}"
    assert reading.inspection.findings[0].text == "{{ 7*7 }} {% for x in y %}"


def test_all_problems_of_all_files_show_at_once_in_order(read_with: ReadWith) -> None:
    reading = read_with(
        {
            "findings/b.md": "---\ntitel: B\nkind: strenght\n---\n",
            "evidence/a.yaml": "title: A\nkind: document\ndate: 2004-02-30\nsource: beacons\n",
            "indicators.csv": "code,name,value\nA,B,12%\n",
        }
    )
    assert [str(problem.where).removeprefix(f"{HOME}/") for problem in reading.problems] == [
        "evidence/a.yaml:3",
        "findings/b.md:2",
        "findings/b.md:2",
        "findings/b.md:3",
        "indicators.csv:2",
    ]
    assert {(problem.rule, problem.level, problem.state) for problem in reading.problems} == {
        ("file", "error", "wrong")
    }
    assert reading.inspection is not None
    assert len(reading.inspection.findings) == 2


def test_naming_a_file_that_cannot_be_read_is_no_second_problem(sentences: Sentences) -> None:
    told = sentences("evidence/repairs-case-sample.yaml", "title: T\nkind: [document\n")
    assert [sentence.partition(":")[0] for sentence in told] == ["evidence/repairs-case-sample.yaml"]


def test_without_particulars_there_is_no_inspection(read_with: ReadWith) -> None:
    assert read_with({"inspection.yaml": "kind: almo\n"}).inspection is None


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("eastley-homes", "There is no inspection `eastley-homes`. Did you mean `eastley-homes-2004`?"),
        ("zzz", "There is no inspection `zzz`. There are: eastley-homes-2004."),
        (
            "Eastley Homes 2004",
            "`Eastley Homes 2004` has capital letters, so it names no inspection. Did you mean `eastley-homes-2004`?",
        ),
        ("..", ("`..` has characters other than a–z, 0–9 and hyphens, so it names no inspection. "
               "There are: eastley-homes-2004.")),
        ("../../etc", ("`../../etc` has characters other than a–z, 0–9 and hyphens, so it names no inspection. "
                      "There are: eastley-homes-2004.")),
        ("-x", "`-x` begins with a hyphen, so it names no inspection. There are: eastley-homes-2004."),
        ("nul", ("`nul` is a name that Windows keeps for itself, so it names no inspection. "
                "There are: eastley-homes-2004.")),
    ],
)  # fmt: skip
def test_an_inspection_that_is_not_there_is_wrong_use(project: Path, slug: str, sentence: str) -> None:
    with pytest.raises(WrongUse) as caught:
        read_inspection(FolderFiles(project), slug)
    assert str(caught.value) == sentence
    assert caught.value.exit_code == 2


def test_where_there_is_no_inspection_at_all_the_first_one_is_suggested(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="Make one with `reportkit new`"):
        read_inspection(FolderFiles(tmp_path), "eastley")
