"""Tests for the checks themselves: each thing they look for is found when it is wrong."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportkit.word.write import write


@pytest.fixture(scope="module")
def spoilt(sample, house, package_problems):
    """What the checks say of the sample with one text in one part replaced."""
    with zipfile.ZipFile(io.BytesIO(write(sample, house))) as archive:
        parts = {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}

    def spoil(part, old, new):
        assert old in parts[part]
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, text in parts.items():
                changed = text.replace(old, new, 1) if name == part else text
                archive.writestr(name, changed.encode("utf-8", "surrogateescape"))
        return "; ".join(package_problems(stream.getvalue()))

    return spoil


BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "problem"),
    [
        (BODY, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Gone"/>', "no paragraph style Gone"),
        (BODY, '<w:fldChar w:fldCharType="end"/>', "", "a field is not closed"),
        (BODY, '<w:fldChar w:fldCharType="begin"/>', "", "without its begin"),
        (BODY, '<w:bookmarkEnd w:id="2"/>', "", "bookmarks do not all end once"),
        (BODY, 'w:anchor="_Toc000000001"', 'w:anchor="_Toc9"', "nothing at _Toc9"),
        (BODY, " REF _rk_f", " REF _rk_g", "nothing at _rk_g"),
        (BODY, 'w:name="_Toc000000002"', 'w:name="_Toc000000001"', "is there 2 times"),
        (BODY, 'w:name="_Ref000000001"', 'w:name="1 x"', "bad bookmark name"),
        (BODY, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="7"/>', "no footnote 7"),
        (BODY, '<w:numId w:val="4"/>', '<w:numId w:val="99"/>', "no list 99"),
        (BODY, "<w:sectPr", "<w:p/><w:sectPr", "an empty paragraph"),
        (BODY, "</w:tc>", "<w:tbl/></w:tc>", "a cell does not end with a paragraph"),
        (BODY, '<w:gridCol w:w="', '<w:gridCol w:w="1"/><w:gridCol w:w="', "does not have the table's columns"),
        (BODY, "<w:sectPr", "<w:tbl/><w:sectPr", "nothing between a table"),
        (BODY, ' descr="', ' title="', "no words for those who cannot see it"),
        (BODY, 'r:id="rkLink1"', 'r:id="gone"', "no relationship gone"),
        (BODY, ">Draft for", ">[running head]", "left over"),
        ("word/_rels/document.xml.rels", "charts/chart1", "charts/chart2", "no part charts/chart2.xml"),
        ("word/numbering.xml", "<w:num ", '<w:num w:numId="77"/><w:abstractNum/><w:num ', "stands behind a list"),
        ("word/numbering.xml", '<w:num w:numId="1">', '<w:num w:numId="2">', "a list is there twice"),
        ("word/settings.xml", "<w:compat>", "<w:updateFields/><w:compat>", "ask a question"),
        ("word/settings.xml", 'w:val="15"', 'w:val="12"', "compatibility mode"),
        ("[Content_Types].xml", 'PartName="/word/styles.xml"', 'PartName="/x"', "word/styles.xml has no content type"),
    ],
)
def test_a_spoilt_file_is_found_out(spoilt, part, old, new, problem):
    assert problem in spoilt(part, old, new)
