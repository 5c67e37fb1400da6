"""`reportkit questionnaire`: made, filled in, and brought back as evidence."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from reportkit.cli.session import Session
from reportkit.reading.folder import FolderFiles
from reportkit.reading.inspection import read_inspection

ROOT = Path(__file__).parents[3]
FILLED = Path(__file__).parent / "filled"
NAMES = sorted(folder.name for folder in (ROOT / "inspections").iterdir())
PARTICULARS = """\
kind: almo
notice: This inspection is invented.
authority: {name: Elm Council}
almo: {name: Elm Homes}
"""


@pytest.fixture
def elm(project: Path) -> Path:
    home = project / "inspections" / "elm-homes"
    home.mkdir(parents=True)
    (home / "inspection.yaml").write_text(PARTICULARS, encoding="utf-8")
    return home


@pytest.fixture
def sent(reportkit, elm: Path, project: Path) -> Path:
    """The questionnaire as it went out to the ALMO."""
    told = reportkit("questionnaire", "elm-homes", "--to", "almo", "--out", "sent.docx")
    assert told.code == 0
    return project / "sent.docx"


def fill(path: Path, answers: Mapping[str, str]) -> None:
    """Write these answers in, in the rows of these numbers."""
    document = docx.Document(str(path))
    for table in document.tables:
        for row in table.rows:
            if row.cells[0].text in answers:
                row.cells[2].text = answers[row.cells[0].text]
    document.save(str(path))


def evidence(elm: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((elm / "evidence").glob("*.yaml"))}


def bring(reportkit, *options: str):
    return reportkit("questionnaire", "import", "elm-homes", "sent.docx", *options)


def test_it_is_a_whole_word_file_with_a_row_for_every_question(reportkit, elm: Path, package_problems):
    told = reportkit("questionnaire", "elm-homes")
    assert told.code == 0
    path = Path(told.out.strip())
    assert path.name == "elm-homes-questionnaire.docx"
    assert "217 questions." in told.err
    document = docx.Document(str(path))
    assert sum(len(table.rows) - 1 for table in document.tables) == 217
    assert package_problems(path.read_bytes()) == []
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "Elm Council and Elm Homes" in words
    assert "This inspection is invented." in words
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [
        "How to fill this in",
        "How good is the service?",
        "What are the prospects for improvement?",
        "How is Elm Homes governed?",
    ]


def test_it_is_named_for_the_body_that_fills_it_in(reportkit, elm: Path):
    assert reportkit("questionnaire", "elm-homes", "--to", "authority").out.strip().endswith("-authority.docx")
    (elm / "inspection.yaml").write_text("kind: best-value\nauthority: {name: Elm Council}\n", encoding="utf-8")
    refused = reportkit("questionnaire", "elm-homes", "--to", "almo")
    assert (refused.code, refused.err) == (
        1,
        "elm-homes has no ALMO to ask. Name it in inspection.yaml, or ask the authority.\n",
    )
    assert "140 questions." in reportkit("questionnaire", "elm-homes").err


def test_its_words_and_order_are_the_organisations_own(reportkit, elm: Path, project: Path):
    (project / "templates").mkdir()
    own = '# Ours\n\n{{ answer_table(service[1].parts[0].questions, headings = ["No.", "Asked", "Said"]) }}\n'
    (project / "templates" / "questionnaire.md.j2").write_text(own, encoding="utf-8")
    (table,) = docx.Document(reportkit("questionnaire", "elm-homes").out.strip()).tables
    assert table.rows[1].cells[0].text == "1.1-rent-1"
    (project / "templates" / "questionnaire.md.j2").write_text(own.replace('"Asked", ', ""), encoding="utf-8")
    refused = reportkit("questionnaire", "elm-homes")
    assert (refused.code, "questionnaire.md.j2:3: answer_table() needs three headings." in refused.err) == (1, True)


def test_answers_come_in_as_evidence_a_file_for_each_part(reportkit, elm: Path, sent: Path):
    fill(sent, {"1.1-rent-1": "Since 2002: a *whole* policy.", "1.1-rent-2": "97 per cent.", "G5.2": "Each month."})
    told = bring(reportkit, "--yes", "--received", "2004-03-01", "--held", "Inspection file, section 2")
    assert told.code == 0
    assert told.out.splitlines() == [
        "elm-homes: 3 of 217 questions are answered, in 2 parts.",
        "+ evidence/almo-answers-1-1-rent.yaml",
        "+ evidence/almo-answers-g5.yaml",
    ]
    rent = evidence(elm)["almo-answers-1-1-rent"]
    assert 'date: 2004-03-01\nabout: almo\nquestions: ["1.1-rent-1", "1.1-rent-2"]\nareas: [rent]\n' in rent
    assert 'held: "Inspection file, section 2"\n' in rent
    assert "  Since 2002: a \\*whole\\* policy.\n" in rent
    reading = read_inspection(FolderFiles(elm.parents[1]), "elm-homes")
    assert reading.problems == ()
    assert reading.inspection is not None
    assert [(each.kind, each.about) for each in reading.inspection.evidence] == [("document", "almo")] * 2


def test_nothing_is_written_without_a_yes(reportkit, elm: Path, sent: Path):
    fill(sent, {"P1.1": "Much."})
    refused = bring(reportkit)
    assert (refused.code, evidence(elm)) == (2, {})
    assert refused.err == "Nothing was written: it was not confirmed. Add --yes once you have looked.\n"


@pytest.mark.parametrize(("answer", "code", "files"), [("y\n", 0, 1), ("n\n", 1, 0)])
def test_at_a_terminal_it_asks(reportkit, elm: Path, sent: Path, monkeypatch, answer, code, files):  # noqa: PLR0917  pytest's own
    fill(sent, {"P1.1": "Much."})
    monkeypatch.setattr(Session, "may_ask", True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    told = bring(reportkit)
    assert (told.code, len(evidence(elm))) == (code, files)
    assert "Write 1 files into evidence/? [y/N]" in told.err


def test_the_same_answers_again_are_left_as_they_are_and_others_get_a_number(reportkit, elm: Path, sent: Path):
    fill(sent, {"P1.1": "Much.", "P2.1": "More."})
    bring(reportkit, "--yes", "--received", "2004-03-01")
    first = evidence(elm)
    again = bring(reportkit, "--yes")
    assert "2 of its parts are there already in the same words" in again.err
    assert evidence(elm) == first
    fill(sent, {"P1.1": "Less."})
    bring(reportkit, "--yes")
    assert set(evidence(elm)) == {"almo-answers-p1", "almo-answers-p2", "almo-answers-p1-2"}
    assert evidence(elm).items() >= first.items()


def test_when_one_file_cannot_be_written_none_is(reportkit, elm: Path, sent: Path, monkeypatch):
    from reportkit.workspace import write_files

    written = write_files.written_beside
    done: list[Path] = []

    def fail_at_the_second(path: Path, data: bytes):
        done.append(path)
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        return written(path, data)

    monkeypatch.setattr(write_files, "written_beside", fail_at_the_second)
    fill(sent, {"P1.1": "Much.", "P2.1": "More."})
    refused = bring(reportkit, "--yes")
    assert (refused.code, len(done), evidence(elm)) == (4, 2, {})
    assert "No space left on device" in refused.err


@pytest.mark.parametrize("name", ["in-libreoffice.docx", "by-way-of-odt.docx"])
def test_what_libreoffice_made_of_it_comes_in_whole(reportkit, elm: Path, project: Path, name):
    """Filled in with LibreOffice 7.4 by its own interface: every third row, every sixth in two paragraphs."""
    elm.rename(elm.with_name("harrowmere-homes"))
    (project / "back.docx").write_bytes((FILLED / name).read_bytes())
    told = reportkit("questionnaire", "import", "harrowmere-homes", "back.docx", "--yes")
    assert told.out.splitlines()[0] == "harrowmere-homes: 73 of 217 questions are answered, in 32 parts."
    found = evidence(elm.with_name("harrowmere-homes"))
    assert len(found) == 32
    assert (
        "  We do this \\*well\\* for 1.1-stock-1. Answer \\# 0\n\n  \\- A second paragraph, über \\<b\\>all"
        in (found["almo-answers-1-1-stock"])
    )


def test_what_does_not_come_in_is_told(reportkit, elm: Path, sent: Path):
    fill(sent, {"P1.1": "Much."})
    document = docx.Document(str(sent))
    document.tables[0].add_row().cells[2].text = "One thing more."
    document.save(str(sent))
    assert bring(reportkit).out.splitlines()[-1] == "! Belongs to no question, and does not come in: One thing more."


def test_a_questionnaire_without_answers_writes_nothing(reportkit, elm: Path, sent: Path):
    told = bring(reportkit, "--yes")
    assert (told.code, told.err, evidence(elm)) == (0, "Nothing was written.\n", {})


def test_another_inspections_questionnaire_is_refused(reportkit, elm: Path, sent: Path, project: Path):
    (elm.with_name("oak-homes")).mkdir()
    (elm.with_name("oak-homes") / "inspection.yaml").write_text(PARTICULARS, encoding="utf-8")
    refused = reportkit("questionnaire", "import", "oak-homes", "sent.docx", "--yes")
    assert (refused.code, refused.err) == (
        1,
        (
            "sent.docx: It is the questionnaire of elm-homes, not of oak-homes. "
            "Bring it in there: reportkit questionnaire import elm-homes sent.docx\n"
        ),
    )


def test_a_file_that_has_forgotten_who_answered_is_asked_for_it(reportkit, elm: Path, sent: Path):
    fill(sent, {"P1.1": "Much."})
    document = docx.Document(str(sent))
    other = docx.Document()
    other._body._body.extend(list(document._body._body))
    other.save(str(sent))
    refused = bring(reportkit, "--yes")
    assert (refused.code, refused.err) == (
        2,
        "The file does not say who answered. Say it: --from almo, authority or both.\n",
    )
    assert bring(reportkit, "--yes", "--from", "authority").code == 0
    assert list(evidence(elm)) == ["authority-answers-p1"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK", "sent.docx: The document is not a Word document."),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "sent.docx: The document is protected by a password or is an old .doc file."),
        (None, "sent.docx: No question of the questionnaire is in it."),
    ],
)
def test_what_is_no_questionnaire_is_refused_in_a_sentence(reportkit, elm: Path, sent: Path, data, sentence):
    if data is None:
        docx.Document().save(str(sent))
    else:
        sent.write_bytes(data)
    refused = bring(reportkit, "--yes")
    assert (refused.code, evidence(elm)) == (1, {})
    assert refused.err.startswith(sentence)


def test_two_answers_to_one_question_are_refused(reportkit, elm: Path, sent: Path):
    fill(sent, {"P1.1": "Much."})
    document = docx.Document(str(sent))
    row = document.tables[-1].add_row()
    row.cells[0].text, row.cells[2].text = "P1.1", "Little."
    document.save(str(sent))
    assert bring(reportkit, "--yes").err.startswith("sent.docx: P1.1 is answered twice, in different words.")


def test_an_invisible_character_is_refused_with_the_part(reportkit, elm: Path, sent: Path):
    fill(sent, {"P1.1": "Much\ue005more."})
    refused = bring(reportkit, "--yes")
    assert (refused.code, evidence(elm)) == (1, {})
    assert "the answers to Self-assessment of Elm Homes: What shows that the service has improved?:" in refused.err


@pytest.mark.parametrize("name", NAMES)
def test_every_example_can_be_asked(reportkit, name: str, project: Path):
    assert reportkit("-C", str(ROOT), "questionnaire", name, "--out", str(project / "made.docx")).code == 0
