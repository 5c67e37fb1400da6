"""What a finished document may not hold, each put into a clean one."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportkit.document.blocks import CoverPage, Paragraph, Text
from reportkit.word.read.release_check import unfit_for_release

WORDS = Paragraph((Text("Repairs are on time."),))
RUN = "<w:r><w:t>Repairs are on time.</w:t></w:r>"


def with_part(blob: bytes, name: str, old: str, new: str) -> bytes:
    """Return the document with one part changed, or added where there is none."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as before, zipfile.ZipFile(made, "w") as after:
        for each in before.namelist():
            text = before.read(each)
            if each == name:
                assert old.encode() in text, text
                text = text.replace(old.encode(), new.encode())
            after.writestr(each, text)
        if name not in before.namelist():
            after.writestr(name, new)
    return made.getvalue()


def body(draw, old: str, new: str) -> bytes:
    return with_part(draw(WORDS).blob, "word/document.xml", old, new)


def test_a_document_as_it_is_drawn_is_clean(draw, sample):
    assert unfit_for_release(draw(WORDS).blob) == ()


def test_of_a_draft_with_everything_in_it_only_its_gaps_and_its_cover_are_told(draw, sample):
    told = unfit_for_release(draw(*sample.blocks).blob)
    assert [each for each in told if not each.startswith(("a gap", "the words “Draft for moderation"))] == []
    assert len(told) > 1


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('<w:ins w:id="1" w:author="Ann">', "</w:ins>"),
        ('<w:moveTo w:id="1" w:author="Ann">', "</w:moveTo>"),
    ],
)
def test_words_put_in_or_moved_are_tracked_changes(draw, opening, closing):
    run = "<w:r>"
    assert unfit_for_release(body(draw, run, f"{opening}{closing}{run}")) == ("tracked changes",)


def test_words_struck_and_looks_changed_are_tracked_changes(draw):
    struck = '<w:del w:id="1" w:author="Ann"><w:r><w:delText>late</w:delText></w:r></w:del><w:r>'
    assert unfit_for_release(body(draw, "<w:r>", struck)) == ("tracked changes",)
    changed = '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="Ann"><w:rPr/></w:rPrChange></w:rPr>'
    assert unfit_for_release(body(draw, "<w:r>", changed)) == ("tracked changes",)


def test_comments_are_found_in_the_text_and_beside_it(draw):
    assert unfit_for_release(body(draw, "<w:r>", '<w:commentRangeStart w:id="1"/><w:r>')) == ("comments",)
    part = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    assert unfit_for_release(with_part(draw(WORDS).blob, "word/comments.xml", "", part)) == ("comments",)


@pytest.mark.parametrize(
    ("value", "found"), [("", ("hidden text",)), (' w:val="0"', ()), (' w:val="true"', ("hidden text",))]
)
def test_hidden_text_is_found_where_it_is_switched_on(draw, value, found):
    assert unfit_for_release(body(draw, "<w:r>", f"<w:r><w:rPr><w:vanish{value}/></w:rPr>")) == found


def test_a_style_that_hides_words_is_found_too(draw):
    hidden = '<w:style w:type="character" w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    assert unfit_for_release(with_part(draw(WORDS).blob, "word/styles.xml", "</w:styles>", hidden)) == ("hidden text",)


def test_a_document_that_goes_on_tracking_changes_is_none_to_publish(draw):
    blob = with_part(draw(WORDS).blob, "word/settings.xml", "</w:settings>", "<w:trackRevisions/></w:settings>")
    assert unfit_for_release(blob) == ("a setting that tracks changes",)


def test_a_marking_across_the_pages_is_a_watermark(draw):
    assert "a watermark" in unfit_for_release(draw(WORDS, marking="FINAL").blob)


def test_draft_at_the_head_of_the_pages_or_on_the_cover_is_found(draw):
    assert unfit_for_release(draw(WORDS, running_head="Elm Homes: draft report").blob) == (
        "the word “draft” at the head or foot of its pages",
    )
    cover = CoverPage("Elm Homes", "Inspection", (("Drafted", (Text("1 June 2004"),)),), ("Not a final word.",), "Us")
    assert unfit_for_release(draw(cover, WORDS).blob) == ("the words “Drafted\t1 June 2004” on its cover",)


def test_draft_in_the_text_itself_is_a_word_like_others(draw):
    assert unfit_for_release(draw(Paragraph((Text("The draft strategy is late."),))).blob) == ()


def test_a_gap_is_told_with_its_words(draw):
    assert unfit_for_release(draw(Paragraph((Text("the date", gap=True),))).blob) == ("a gap: [the date]",)


def test_programs_and_foreign_data_are_found(draw):
    assert unfit_for_release(with_part(draw(WORDS).blob, "customXml/item1.xml", "", "x")) == (
        "customXml/item1.xml, which is no part of a report",
    )
