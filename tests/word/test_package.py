"""Tests for the container: what comes in is not trusted, what goes out is the same every time."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.document.blocks import Paragraph, Text
from reportkit.errors import Refused
from reportkit.word.house import check_house
from reportkit.word.package import open_package

WORDS = Paragraph((Text("Words"),))


def zipped(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in members.items():
            archive.writestr(name, blob)
    return stream.getvalue()


def more(house, name, blob=b"x"):
    stream = io.BytesIO(house)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, blob)
    return stream.getvalue()


def locked(house):
    """The flag that says a member is encrypted, set on the first one."""
    at = house.index(b"PK\x01\x02") + 8
    return house[:at] + bytes([house[at] | 1]) + house[at + 1 :]


@pytest.mark.parametrize(
    ("base", "words"),
    [
        (lambda house: b"", "is not a Word document"),
        (lambda house: b"just text", "is not a Word document"),
        (lambda house: house[: len(house) // 2], "is not a Word document"),
        (lambda house: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password or is an old .doc"),
        (lambda house: zipped(a="b"), "damaged or is not"),
        (lambda house: more(house, "bomb.xml", b"\0" * 5_000_000), "unpack to far more"),
        (lambda house: more(house, "../outside.xml"), "misplaced parts"),
        (lambda house: more(house, "/root.xml"), "misplaced parts"),
        (lambda house: more(house, "WORD/Document.xml"), "doubled"),
        (locked, "locked"),
    ],
    ids=["empty", "text", "cut off", "encrypted", "zip", "bomb", "outside", "absolute", "case twin", "locked member"],
)
def test_what_is_not_a_plain_word_document_is_refused_in_one_sentence(house, base, words):
    with pytest.raises(Refused, match=words) as refused:
        open_package(base(house))
    assert refused.value.remedy.endswith("without macros or a password.")


@pytest.mark.parametrize("kind", ["template.main+xml", "macroEnabled.main+xml"])
def test_templates_and_files_with_macros_are_refused(changed, kind):
    with pytest.raises(Refused, match="template, holds macros"):
        open_package(changed({"[Content_Types].xml": ("document.main+xml", kind)}))


@pytest.mark.parametrize("part", ["word/styles.xml", "word/document.xml", "word/settings.xml", "word/header1.xml"])
def test_a_damaged_part_is_refused(draw, changed, part):
    with pytest.raises(Refused, match="damaged"):
        draw(WORDS, base=changed({part: ("<w:", "<w:<")}))


@pytest.mark.parametrize(
    ("kind", "words"), [("styles", "no styles"), ("numbering", "no numbered lists"), ("settings", "no settings")]
)
def test_a_house_file_without_a_part_that_is_needed_is_refused(draw, changed, kind, words):
    relation = f"relationships/{kind}"
    with pytest.raises(Refused, match=words):
        draw(WORDS, base=changed({"word/_rels/document.xml.rels": (relation, "relationships/other")}))


def test_a_missing_style_is_named(draw, changed):
    with pytest.raises(Refused, match="no paragraph style named “Body Text”"):
        draw(WORDS, base=changed({"word/styles.xml": ('w:val="Body Text"', 'w:val="Other"')}))


def test_entities_are_not_expanded(changed):
    bomb = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:styles '
    assert check_house(changed({"word/styles.xml": ("<w:styles ", bomb)})) == ()


def test_the_house_file_s_own_text_and_what_belongs_to_it_do_not_go_on(draw, changed):
    link = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
    )
    link += 'Target="https://example.org/secret" TargetMode="External"/></Relationships>'
    drawn = draw(WORDS, base=changed({"word/_rels/document.xml.rels": ("</Relationships>", link)}))
    assert drawn.lines() == [("Body Text", "Words")]
    assert b"secret" not in drawn.parts["word/_rels/document.xml.rels"]


def test_every_member_has_the_same_date_and_system(draw):
    with zipfile.ZipFile(io.BytesIO(draw(WORDS).blob)) as archive:
        fields = {(m.date_time, m.create_system, m.external_attr) for m in archive.infolist()}
        names = archive.namelist()
    assert fields == {((1980, 1, 1, 0, 0, 0), 3, 0o600 << 16)}
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_house_file_with_any_bytes_changed_is_read_or_refused(house, data):
    at = data.draw(st.integers(0, len(house) - 1))
    blob = house[:at] + data.draw(st.binary(min_size=1, max_size=8)) + house[at + data.draw(st.integers(0, 8)) :]
    with contextlib.suppress(Refused):
        check_house(blob)
