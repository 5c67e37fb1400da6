"""Tests for the house file that comes with reportkit, and for checking an organisation's own."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reportkit.word.check_house import check_house
from reportkit.word.contrast import contrast
from reportkit.word.styles import REQUIRED

NUMBERED = '<w:pStyle w:val="NumberedPara"/>'
THIRD = '<w:num w:numId="3">'
MAKER = Path(__file__).parents[2] / "tools" / "make_house.py"


def members(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_committed_file_is_what_the_script_makes(house, tmp_path):
    made = tmp_path / "house.docx"
    subprocess.run([sys.executable, MAKER, made], check=True, capture_output=True)
    assert members(house) == members(made.read_bytes())


def test_it_is_small_and_carries_nothing_of_another_program(house):
    assert len(house) < 40_000
    assert not any("customXml" in name or "core.xml" in name for name in members(house))


def test_nothing_is_wrong_with_it(house):
    assert check_house(house) == ()


@pytest.mark.parametrize("name", [name for name in REQUIRED if name not in {"Heading 1", "Footer"}])
def test_every_missing_style_is_named_with_its_type(changed, name):
    written = {"heading": name.lower(), "caption": "caption", "toc": name.lower(), "footnote": name.lower()}
    old = written.get(name.split()[0].lower(), name)
    old = {"TOC Heading": "TOC Heading", "Annotation Text": "annotation text", "Header": "header"}.get(name, old)
    old = {"Annotation Reference": "annotation reference"}.get(name, old)
    base = changed({"word/styles.xml": (f'<w:name w:val="{old}"/>', '<w:name w:val="Gone"/>')})
    assert f"There is no {REQUIRED[name]} style named “{name}”. Add it in Word." in check_house(base)


@pytest.mark.parametrize(
    ("part", "old", "new", "sentence"),
    [
        (
            "styles",
            '"paragraph" w:customStyle="1" w:styleId="Lead"',
            '"character" w:styleId="Lead"',
            "no paragraph style named “Lead”, only a character style",
        ),
        ("styles", 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"', "The language is en-US, not en-GB"),
        ("styles", '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang', "<w:lang", "smaller than 12 point"),
        (
            "styles",
            '<w:b/><w:color w:val="595959"/>',
            '<w:b/><w:color w:val="AAAAAA"/>',
            "“Heading 4” stands out by",
        ),
        ("styles", '<w:color w:val="FFFFFF"/>', '<w:color w:val="auto"/><w:i/>', ""),
        ("styles", '<w:basedOn w:val="BodyText"/>', '<w:basedOn w:val="NumberedPara"/>', ""),
        ("document", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "not A4"),
        ("document", 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"', ""),
        ("numbering", f'<w:numFmt w:val="decimal"/>{NUMBERED}', "", "“Numbered Para” is not linked to a list"),
        ("numbering", f'{THIRD}<w:abstractNumId w:val="3"/>', THIRD, "“List Number” is not linked"),
        ("styles", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', "", "“List Bullet” is not linked"),
        ("header1", "[running head]", "Our reports", "Type [running head] where it should stand"),
        ("footer1", "[running foot]", "", "Type [running foot] where it should stand"),
    ],
)
def test_each_thing_that_is_wrong_is_said_in_a_sentence(changed, part, old, new, sentence):
    said = check_house(changed({f"word/{part}.xml": (old, new)}))
    assert len(said) == (1 if sentence else 0)
    assert all(sentence in words and words.endswith(".") for words in said)


def test_contrast_is_counted_as_the_guidelines_do():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("1F3864", "1F3864") == pytest.approx(1)
