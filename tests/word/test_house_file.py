"""What of a house file goes into a document, and what it must have for that."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from reportkit.document.blocks import Paragraph, Text
from reportkit.errors import Refused
from tests.bad_input.word_files import BODY, TYPES, repacked

WORDS = Paragraph((Text("Words"),))
RELATIONSHIPS = "word/_rels/document.xml.rels"


@pytest.mark.parametrize(
    ("kind", "words"), [("styles", "no styles"), ("numbering", "no numbered lists"), ("settings", "no settings")]
)
def test_a_house_file_without_a_part_that_is_needed_is_refused(draw, changed, kind, words):
    with pytest.raises(Refused, match=words):
        draw(WORDS, base=changed({RELATIONSHIPS: (f"relationships/{kind}", "relationships/other")}))


def test_a_missing_style_is_named(draw, changed):
    with pytest.raises(Refused, match="no paragraph style named “Body Text”"):
        draw(WORDS, base=changed({"word/styles.xml": ('w:val="Body Text"', 'w:val="Other"')}))


def test_the_house_file_s_own_text_and_what_belongs_to_it_do_not_go_on(draw, changed):
    link = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://example.org/secret" TargetMode="External"/></Relationships>'
    )
    drawn = draw(WORDS, base=changed({RELATIONSHIPS: ("</Relationships>", link)}))
    assert drawn.lines() == [("Body Text", "Words")]
    assert b"secret" not in drawn.parts[RELATIONSHIPS]


def test_a_background_a_printer_and_a_tracked_change_of_the_section_do_not_go_on(draw, changed):
    own = (
        '<w:printerSettings r:id="rId9"/><w:sectPrChange w:id="1" w:author="Ann"><w:sectPr/></w:sectPrChange>'
        "</w:sectPr>"
    )
    base = changed({"word/document.xml": ("</w:sectPr>", own)})
    drawn = draw(WORDS, base=base)
    assert drawn.find("//w:printerSettings | //w:sectPrChange") == []
    background = changed({"word/document.xml": ("<w:body>", '<w:background w:color="FF0000"/><w:body>')})
    assert draw(WORDS, base=background).find("//w:background") == []


def test_a_house_file_without_a_section_gives_a4(draw, house, changed):
    with_text = changed({"word/document.xml": ("<w:sectPr", "<w:p/><w:sectPr")})
    assert draw(WORDS, base=with_text).find("//w:body/w:p[not(w:r)]") == []
    drawn = draw(WORDS, base=_without_section(house))
    assert drawn.find("//w:pgSz/@w:w") == ["11906"]


def test_parts_have_their_usual_names_whatever_program_saved_the_house_file(draw, house):
    drawn = draw(WORDS, base=_saved_on_the_web(house))
    assert drawn.lines() == [("Body Text", "Words")]
    assert {BODY, "word/styles.xml", "word/_rels/document.xml.rels"} <= set(drawn.parts)
    assert {"word/document2.xml", "word/styles2.xml"}.isdisjoint(drawn.parts)


def _saved_on_the_web(house: bytes) -> bytes:
    """Return the house file with its body and styles under other names, as Word on the web leaves it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(house)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name in {TYPES, "_rels/.rels", "word/_rels/document.xml.rels"}:
                data = data.replace(b"document.xml", b"document2.xml").replace(b"styles.xml", b"styles2.xml")
            renamed = name.replace("word/document.xml", "word/document2.xml").replace("styles.xml", "styles2.xml")
            new.writestr(renamed.replace("_rels/document.xml", "_rels/document2.xml"), data)
    return stream.getvalue()


def _without_section(house: bytes) -> bytes:
    whole = zipfile.ZipFile(io.BytesIO(house)).read(BODY).decode()
    return repacked(house, {BODY: re.sub("<w:sectPr.*</w:sectPr>", "", whole, flags=re.DOTALL).encode()})
