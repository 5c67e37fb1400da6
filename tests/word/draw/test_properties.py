"""Tests for what a document says of itself, and the settings it opens with."""

from __future__ import annotations

import datetime as dt

import pytest

from reportkit.document.blocks import Paragraph, Text

WORDS = Paragraph((Text("Words"),))


def test_title_subject_author_and_language_are_set_and_the_dates_are_the_document_s(draw):
    core = draw(WORDS, title="A & B", subject="S", author="The Inspectorate").doc.core_properties
    assert (core.title, core.subject, core.author, core.language) == ("A & B", "S", "The Inspectorate", "en-GB")
    assert core.created == core.modified == dt.datetime(2003, 10, 17, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("made", ["2003-01-01T09:00", "2003-01-01T10:00+01:00"])
def test_a_date_without_a_zone_counts_as_utc_and_one_with_is_turned_into_it(draw, made):
    assert draw(WORDS, made=dt.datetime.fromisoformat(made)).doc.core_properties.created == dt.datetime(
        2003, 1, 1, 9, tzinfo=dt.UTC
    )


def test_custom_properties_are_there_by_name(draw):
    drawn = draw(WORDS, properties=(("reportkit.inspection", "marlow & co"), ("reportkit.commit", "0f")))
    found = drawn.find("//*[local-name()='property']", "docProps/custom.xml")
    assert [(one.get("name"), one.get("pid"), one[0].text) for one in found] == [
        ("reportkit.inspection", "2", "marlow & co"),
        ("reportkit.commit", "3", "0f"),
    ]


def test_without_custom_properties_there_is_no_part_for_them(draw):
    assert "docProps/custom.xml" not in draw(WORDS).parts


def test_another_language_goes_through_styles_settings_and_properties(draw):
    drawn = draw(WORDS, language="cy-GB")
    assert drawn.find("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["cy-GB"]
    assert drawn.find("//w:themeFontLang/@w:val", "word/settings.xml") == ["cy-GB"]


def test_what_a_house_file_carries_over_from_elsewhere_is_dropped(draw, changed):
    left = '<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/>'
    update = '<w:updateFields w:val="true"/><w:compat><w:compatSetting w:name="compatibilityMode"'
    base = changed({"word/settings.xml": ('<w:zoom w:percent="100"/>', left)})
    settings = draw(WORDS, base=base).parts["word/settings.xml"].decode()
    assert "attachedTemplate" not in settings
    base = changed({"word/settings.xml": ('<w:compat><w:compatSetting w:name="compatibilityMode"', update)})
    assert "updateFields" not in draw(WORDS, base=base).parts["word/settings.xml"].decode()


def test_compatibility_and_footnotes_stand_where_the_schema_wants_them(draw):
    tags = [child.tag.split("}")[1] for child in draw(WORDS).find("/*/*", "word/settings.xml")]
    assert tags.index("characterSpacingControl") < tags.index("compat") < tags.index("themeFontLang")
