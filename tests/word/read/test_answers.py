"""FieldAnswer fields: drawn with room, and read back from whatever came of them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.document.blocks import Cell, Document, Table, Text
from reportkit.word.bookmark_names import field_name
from reportkit.word.read.field_answers import FieldAnswer, read_answers
from reportkit.word.write import write

HOUSE = (Path(__file__).parents[3] / "templates" / "house.docx").read_bytes()
FIELDS = ("1.1-rent-1", "1.1-rent-2", "P2.10a")
BODY = "word/document.xml"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1)


def form() -> bytes:
    rows = tuple((Cell((Text(name),)), Cell((Text("What of it?"),)), Cell((), field=name)) for name in FIELDS)
    head = tuple(Cell((Text(words),)) for words in ("No.", "Question", "FieldAnswer"))
    table = Table(head, rows, description="Questions.", widths=(4, 9, 14), row_heads=True)
    return write(
        Document(
            blocks=(table,), title="Form", made=dt.datetime(2004, 1, 1, tzinfo=dt.UTC), properties=(("to", "both"),)
        ),
        HOUSE,
    )


FORM = form()


def filled(change: Callable[[docx.document.Document], object]) -> bytes:
    """Return the form after someone worked on it."""
    document = docx.Document(io.BytesIO(FORM))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def answered(row: int, *paragraphs: str) -> bytes:
    def write_in(document: docx.document.Document) -> None:
        cell = document.tables[0].cell(row, 2)
        cell.text = paragraphs[0]
        for each in paragraphs[1:]:
            cell.add_paragraph(each)

    return filled(write_in)


def given_in(data: bytes) -> dict[str, tuple[str, ...]]:
    return {name: answer.paragraphs for name, answer in read_answers(data, FIELDS).given.items() if answer.paragraphs}


def test_an_empty_form_has_every_field_and_no_answer(package_problems):
    found = read_answers(FORM, FIELDS)
    assert found.given == dict.fromkeys(FIELDS, FieldAnswer(()))
    assert (found.twice, found.strays, found.properties) == ((), (), {"to": "both"})
    assert package_problems(FORM) == []


def test_a_field_has_room_and_its_question_is_not_torn_apart():
    rows = docx.Document(io.BytesIO(FORM)).tables[0]._tbl.tr_lst
    heights = [row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}") for row in rows[1:]]
    assert [height.get(qn("w:hRule")) for height in heights] == ["atLeast"] * 3
    assert None not in [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") for row in rows[1:]]


def test_answers_come_back_under_their_names_paragraph_by_paragraph():
    assert given_in(answered(1, "First.", "", "Second.")) == {"1.1-rent-1": ("First.", "Second.")}
    assert given_in(answered(3, "Ünïcode & <b>marks</b>")) == {"P2.10a": ("Ünïcode & <b>marks</b>",)}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1), min_size=1, max_size=3)
)
def test_whatever_words_are_written_come_back(paragraphs):
    assert given_in(answered(2, *paragraphs)) == {"1.1-rent-2": tuple(paragraphs)}


@pytest.mark.parametrize("typed", ["1.1\u2011rent\u20111", " 1.1-rent-1\xa0", "1.1–rent–1"])
def test_a_number_is_known_however_a_program_writes_its_hyphens(typed):
    def retype(document: docx.document.Document) -> None:
        document.tables[0].cell(1, 0).text = typed
        document.tables[0].cell(1, 2).text = "Here."  # this takes the bookmark with it

    assert given_in(filled(retype)) == {"1.1-rent-1": ("Here.",)}


def test_a_number_that_was_typed_over_is_known_by_the_fields_bookmark():
    def type_over(document: docx.document.Document) -> None:
        document.tables[0].cell(2, 0).text = "see above"
        document.tables[0].cell(2, 2).paragraphs[0].add_run("Here.")

    assert field_name("1.1-rent-2").encode() in zipfile.ZipFile(io.BytesIO(FORM)).read(BODY)
    assert given_in(filled(type_over)) == {"1.1-rent-2": ("Here.",)}


def test_words_in_rows_of_no_field_are_told_and_not_dropped():
    def add_row(document: docx.document.Document) -> None:
        document.tables[0].add_row().cells[2].text = "One thing more."

    assert read_answers(filled(add_row), FIELDS).strays == ("One thing more.",)


def test_a_field_that_is_there_twice_with_different_words_is_told():
    def double(document: docx.document.Document) -> None:
        for words in ("One.", "Another."):
            row = document.tables[0].add_row()
            row.cells[0].text, row.cells[2].text = "1.1-rent-1", words

    assert read_answers(filled(double), FIELDS).twice == ("1.1-rent-1",)


def test_a_table_inside_an_answer_is_part_of_it():
    def nest(document: docx.document.Document) -> None:
        table = document.tables[0].cell(1, 2).add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "1.1-rent-2", "12"

    assert given_in(filled(nest)) == {"1.1-rent-1": ("1.1-rent-2", "12")}


def test_struck_words_are_left_out_and_added_ones_count():
    def track(document: docx.document.Document) -> None:
        paragraph = document.tables[0].cell(1, 2).paragraphs[0]._p
        who = 'w:id="9" w:author="A" w:date="2004-01-01T00:00:00Z"'
        for tag, text in (("ins", "w:t"), ("del", "w:delText")):
            run = f"<w:r><{text}>{tag}</{text}></w:r>"
            paragraph.append(parse_xml(f"<w:{tag} {nsdecls('w')} {who}>{run}</w:{tag}>"))

    assert given_in(filled(track)) == {"1.1-rent-1": ("ins",)}


def put_into(row: int, xml: str) -> Callable[[docx.document.Document], None]:
    """Put this into the first paragraph of an answer, as a program leaves it."""

    def put(document: docx.document.Document) -> None:
        names = f"{nsdecls('w')} xmlns:mc='{MARKUP}' xmlns:v='urn:schemas-microsoft-com:vml'"
        wrapped = parse_xml(f"<w:p {names}>{xml}</w:p>")
        document.tables[0].cell(row, 2).paragraphs[0]._p.extend(list(wrapped))

    return put


def test_words_that_were_moved_count_where_they_are_now():
    who = 'w:id="9" w:author="A" w:date="2004-01-01T00:00:00Z"'
    moved = "".join(f"<w:{tag} {who}><w:r><w:t>OutOfDate. </w:t></w:r></w:{tag}>" for tag in ("moveFrom", "moveTo"))
    assert given_in(filled(put_into(1, moved))) == {"1.1-rent-1": ("OutOfDate.",)}


def test_words_in_a_text_box_count_once_and_in_a_paragraph_of_their_own():
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    said = put_into(1, f"{drawn}<w:r><w:t>Beside it.</w:t></w:r>")
    assert given_in(filled(said)) == {"1.1-rent-1": ("Beside it.", "In the box.")}


def test_what_word_leaves_between_the_words_of_an_answer_is_no_part_of_it():
    noise = (
        '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD" w:rsidRPr="00EF34AB"><w:t>The</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:smartTag w:uri="urn:x" w:element="place">'
        '<w:r><w:t>To</w:t></w:r><w:r w:rsidR="00AB12CE"><w:t>wn</w:t></w:r></w:smartTag>'
        '<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="77" w:name="_GoBack"/>'
        '<w:bookmarkEnd w:id="77"/><w:sdt><w:sdtContent><w:r><w:t xml:space="preserve"> Hall</w:t></w:r></w:sdtContent>'
        '</w:sdt><w:hyperlink w:anchor="x"><w:r><w:t>, here</w:t></w:r></w:hyperlink><w:fldSimple w:instr=" DATE ">'
        "<w:r><w:t>, 2003</w:t></w:r></w:fldSimple><w:r><w:lastRenderedPageBreak/><w:noBreakHyphen/><w:t>4</w:t></w:r>"
    )
    assert given_in(filled(put_into(1, noise))) == {"1.1-rent-1": ("The Town Hall, here, 2003-4",)}


def test_a_row_or_an_answer_inside_a_content_control_is_found():
    def wrap(document: docx.document.Document) -> None:
        table = document.tables[0]
        for number in (1, 2):
            table.cell(number, 2).paragraphs[0].add_run("Here.")
        for element in (table.rows[1]._tr, table.cell(2, 2)._tc):
            control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
            element.getparent().replace(element, control)
            control[1].append(element)

    assert given_in(filled(wrap)) == {"1.1-rent-1": ("Here.",), "1.1-rent-2": ("Here.",)}


def test_a_picture_in_an_answer_is_told():
    def draw(document: docx.document.Document) -> None:
        run = document.tables[0].cell(1, 2).paragraphs[0].add_run("See:")
        run._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))

    assert read_answers(filled(draw), FIELDS).given["1.1-rent-1"] == FieldAnswer(("See:",), ("a picture",))


def test_a_footnote_in_an_answer_is_told_beside_a_picture():
    def note(document: docx.document.Document) -> None:
        run = document.tables[0].cell(1, 2).paragraphs[0].add_run("Each year.")
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
        run._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))

    found = read_answers(filled(note), FIELDS).given["1.1-rent-1"]
    assert found == FieldAnswer(("Each year.",), ("a picture", "a footnote"))


def test_a_document_without_the_fields_gives_none():
    assert read_answers(FORM, ("other-1",)).given == {}
