"""The moderation pack, word for word and where it differs: tests/publications/expected/elm-homes-pack.txt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportkit.document.block_text import text_of, words_of
from reportkit.document.blocks import CoverPage, Document, Heading, Text
from reportkit.errors import Refused
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import ScopedService
from reportkit.inspection.warning_answer import Answer
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Override, Query
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.record import Record
from reportkit.moderation.subject import version_code
from reportkit.publications.audit_trail import AuditRow
from reportkit.publications.pack import TEMPLATE, pack, pack_of
from reportkit.publications.pack_round import Moderation, Overridden, PackQuery, PackRound, round_of
from reportkit.rules.balance import Balance, Count
from reportkit.rules.moderators import Other, moderators_questions
from reportkit.word.write import write
from reportkit.wording.values import Template
from tests.publications.builders import ROOT, SETTING, finding, inspection, with_particulars
from tests.publications.elm_homes import ELM_HOMES

EXPECTED = Path(__file__).parent / "expected" / "elm-homes-pack.txt"
CODE = "1a2b 3c4d 5e6f"
REPLIES = ("I agree.", "I do not agree because …", "I need …")
FIRST = PackRound(number=1, code=CODE, replies=REPLIES)
OTHER = Other(name="Ash Homes", service="good", prospects="excellent", balance=Balance(Count(2, 3, 1), Count(0, 1, 0)))

ELM = replace(
    ELM_HOMES,
    answers=(Answer(rule="E10", answer="Managers’ own checks held.", by="Ada Okafor", date=dt.date(2004, 2, 20)),),
)
BEFORE = replace(
    ELM,
    findings=(
        replace(ELM.findings[0], weight="medium", text="Of 60 jobs that we read, **54 were on time**."),
        *ELM.findings[2:],
        finding("gone", title="A finding that went"),
    ),
)
SECOND = PackRound(
    number=2,
    code=CODE,
    replies=REPLIES,
    before=BEFORE,
    since="round 1, of 12 February 2004",
    others=(OTHER, replace(OTHER, name="Oak Homes", service="poor")),
    queries=(
        PackQuery(
            number=1,
            asks="Are the stores paid for?",
            about="Stores are nearer",
            of="Ada Okafor",
            by=dt.date(2004, 3, 8),
            asked=dt.date(2004, 2, 26),
            asked_by="Ann Lee",
        ),
    ),
    overrides=(
        Overridden(
            rule="D01", about="", reason="She fell ill.", by="Ann Lee", role="senior manager", on=dt.date(2004, 2, 26)
        ),
    ),
    acts=(
        AuditRow(
            when=dt.datetime(2004, 2, 12, 9, tzinfo=dt.UTC),
            who="Ada Okafor",
            role="inspector",
            what="handed it to the moderators",
            content="9f3a 11c2 77de",
            sure="claimed",
        ),
    ),
)


def shipped() -> dict[str, Template]:
    text = (ROOT / "templates" / TEMPLATE).read_text(encoding="utf-8")
    return {TEMPLATE: Template(TEMPLATE, text, f"templates/{TEMPLATE}")}


def document(inspected: Inspection, moderated: PackRound = FIRST) -> Document:
    questions = moderators_questions(inspected, moderated.others)
    return pack(inspected, SETTING, questions, moderated, shipped())


def told(inspected: Inspection, moderated: PackRound = FIRST) -> str:
    return text_of(document(inspected, moderated).blocks)


def titles(made: Document, level: int = 1) -> list[str]:
    return [words_of(block.runs) for block in made.blocks if isinstance(block, Heading) and block.level == level]


def test_a_small_inspection_makes_the_expected_pack() -> None:
    assert told(ELM, SECOND) == EXPECTED.read_text(encoding="utf-8")


def test_the_cover_gives_the_version_code_and_the_three_lines_to_reply_with() -> None:
    cover = document(ELM, SECOND).blocks[0]
    assert isinstance(cover, CoverPage)
    facts = [(label, words_of(runs)) for label, runs in cover.facts]
    assert ("Version code", CODE) in facts
    assert facts[-3:] == [("Reply either", "I agree."), ("or", "I do not agree because …"), ("or", "I need …")]


def test_a_pack_of_unsaved_work_says_on_its_cover_that_no_reply_can_count() -> None:
    made = pack(ELM, replace(SETTING, unsaved=True, version=None), (), FIRST, shipped())
    cover = made.blocks[0]
    assert isinstance(cover, CoverPage)
    assert cover.notices[-1] == "It holds changes that have not been saved: no reply to this pack can count."
    assert ("Saved version", (Text("not saved yet"),)) in cover.facts


def test_the_first_pack_leaves_out_what_there_is_none_of() -> None:
    assert titles(document(inspection())) == [
        "What is asked of you",
        "The judgements",
        "Questions for you",
        "What the judgements rest on",
        "What was covered",
        "What the check says",
        "Appendix: what else was looked at",
    ]


def test_an_unchanged_inspection_says_that_nothing_has_changed() -> None:
    assert "# What changed since last time\nNothing has changed.\n" in told(ELM, replace(FIRST, before=ELM))


def test_the_words_that_changed_are_bold() -> None:
    made = document(ELM, SECOND)
    rows = [row for block in made.blocks if "Changed" in str(getattr(block, "caption", "")) for row in block.rows]
    (text,) = [row for row in rows if words_of(row[0].runs) == "Finding “Repairs are done on time”: text"]
    assert Text("**54 ", bold=True) in text[1].runs
    assert Text("**57 ", bold=True) in text[2].runs


def test_a_finding_whose_lines_alone_were_broken_otherwise_is_said_to_be_so() -> None:
    before = replace(ELM, findings=(finding(text="Of 60 jobs,\n57 were on time."),))
    after = replace(ELM, findings=(finding(),))
    assert "only spaces or the ends of lines differ" in told(after, replace(FIRST, before=before))


def test_a_service_looked_at_more_lightly_or_not_at_all_says_so_in_the_grid() -> None:
    scope = (ScopedService(id="stock-investment"), ScopedService(id="rent", depth="lighter", why="Good in 2002."))
    inspected = replace(with_particulars(scope=scope), findings=(finding(),))
    row = next(line for line in told(inspected).splitlines() if line.startswith("2.2 "))
    assert row.split("\t")[1:] == ["1 / 0", "more lightly: 0 / 0", "not in scope", "not in scope"]


def test_an_inspection_by_other_questions_is_not_held_to_those_of_appendix_2() -> None:
    assert "by other questions than those of March 2003" in told(with_particulars(kind="best-value", almo=None))


def test_text_that_looks_like_a_template_is_text() -> None:
    trap = "{{ 7*7 }} # no *heading*"
    made = told(inspection(finding(title=trap, weight="high")), replace(SECOND, before=None, since=trap))
    assert trap in made
    assert "49" not in made


@pytest.mark.parametrize("name", ["findings", "entries", "paragraphs"])
def test_what_would_number_paragraphs_otherwise_than_the_report_is_not_there(name: str) -> None:
    own = {TEMPLATE: Template(TEMPLATE, f"{{{{ {name}([]) }}}}", "templates/own.md.j2")}
    with pytest.raises(Refused, match=name):
        pack(ELM, SETTING, (), FIRST, own)


def test_the_pack_says_of_itself_what_it_is_and_is_the_same_each_time() -> None:
    house = (ROOT / "templates" / "house.docx").read_bytes()
    made = document(ELM, SECOND)
    assert made.title == "Elm Homes Limited: moderation pack"
    assert ("reportkit version code", CODE) in made.properties
    assert write(made, house) == write(document(ELM, SECOND), house)


POLICY = Policy(people=(Person(id="ann", name="Ann Lee", email="ann@example.org", roles=("senior-manager",)),))


def entry(details: Override | Query, digest: str) -> Entry:
    record = Record(
        repository="r" * 32,
        inspection="elm-homes",
        person="ann",
        role="senior-manager",
        round=1,
        subject="1a2b3c4d5e6f" + "0" * 52,
        policy="b" * 64,
        at=1_077_786_000,
        details=details,
    )
    return Entry(digest=digest * 64, record=record)


def test_the_record_gives_the_code_the_open_queries_and_the_rules_set_aside() -> None:
    asked = Query(asks="Are the stores paid for?", of="Ada Okafor", by=dt.date(2004, 3, 8), finding="stores")
    general = Query(asks="How many homes?", of="Ada Okafor", by=dt.date(2004, 3, 8))
    judged = replace(general, judgement="prospects")
    aside = Override(rule="D01", reason="She fell ill.")
    taken = tuple(
        entry(details, digest) for details, digest in zip((asked, general, judged, aside), "1234", strict=True)
    )
    moderation = Moderation(
        ledger=Ledger(taken=taken), policy=POLICY, subject="1a2b3c4d5e6f" + "0" * 52, replies=REPLIES
    )
    moderated = round_of(moderation, ELM)
    assert (moderated.number, moderated.code) == (1, version_code(moderation.subject))
    assert [query.about for query in moderated.queries] == [
        "Stores are nearer",
        "in general",
        "judgement 2, the prospects",
    ]
    assert moderated.queries[0] == replace(SECOND.queries[0], number=1)
    assert moderated.overrides == SECOND.overrides
    assert "Are the stores paid for?" in text_of(pack_of(ELM, SETTING, moderation, shipped()).blocks)
