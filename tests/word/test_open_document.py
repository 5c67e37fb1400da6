"""Opening a .docx that someone else made: what is not one is refused in one sentence, from every caller."""

from __future__ import annotations

import contextlib
import hashlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.errors import Refused
from reportkit.word.check_house import check_house
from reportkit.word.open_document import open_document
from reportkit.word.read.field_answers import read_answers
from reportkit.word.read.numbered_paragraphs import numbered_paragraphs
from reportkit.word.read.read_document import read_document
from reportkit.word.read.release_check import unfit_for_release
from reportkit.word.write import write
from tests.bad_input.word_files import BODY, HOUSES, OTHER, SAVE_AGAIN, SHIPPED_HOUSE, TYPES, WORD_FILES, repacked
from tests.every_case import every_case

OPENERS = {
    "its words": read_document,
    "its numbered paragraphs": numbered_paragraphs,
    "its answers": lambda data: read_answers(data, ("1.1",)),
    "what may not be published": unfit_for_release,
}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PART = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'


@every_case("opener", OPENERS.values(), ids=OPENERS)
@every_case(("spoil", "said"), WORD_FILES.values(), ids=WORD_FILES)
def test_what_is_no_plain_word_document_is_refused_in_one_sentence(house, opener, spoil, said):
    with pytest.raises(Refused) as refused:
        opener(spoil(house))
    assert str(refused.value) == f"The document {said}. {SAVE_AGAIN}"


@every_case(("spoil", "said"), [*WORD_FILES.values(), *HOUSES.values()], ids=[*WORD_FILES, *HOUSES])
def test_a_house_file_that_is_damaged_is_refused_in_one_sentence(house, sample, spoil, said):
    for use in (check_house, lambda base: write(sample, base)):
        with pytest.raises(Refused) as refused:
            use(spoil(house))
        assert str(refused.value) == f"The house file {said}. {SAVE_AGAIN}"


def test_a_document_whose_pictures_were_lost_is_read_all_the_same(house, sample):
    spoil, _ = HOUSES["one whose relationships lead nowhere"]
    assert "Summary" in read_document(spoil(write(sample, house))).paragraphs


def test_a_refusal_names_the_file_that_was_given():
    with pytest.raises(Refused, match=rf"^back\.docx: The document {OTHER}\."):
        open_document(b"", "back.docx")


def test_the_document_part_is_found_where_the_package_says_it_is(house):
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="XML" ContentType="{MAIN}"/></Types>'
    )
    parts = {TYPES: types.encode(), "_rels/.rels": relationships.encode(), "word/document2.xml": PART.encode()}
    assert open_document(repacked(house, {**parts, BODY: None})).body == "word/document2.xml"


def test_a_part_with_millions_of_tags_is_refused_before_it_is_parsed(house):
    padding = hashlib.shake_256(b"").digest(300_000)  # so that the archive as a whole unpacks to nothing unusual
    bloated = repacked(house, {BODY: PART.replace("<w:body/>", "<a/>" * 4_000_001).encode(), "word/media/a": padding})
    with pytest.raises(Refused, match="holds far more than a Word document does"):
        read_document(bloated)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_house_file_with_any_bytes_changed_is_read_or_refused(house, sample, data):
    at = data.draw(st.integers(0, len(house) - 1))
    blob = house[:at] + data.draw(st.binary(min_size=1, max_size=8)) + house[at + data.draw(st.integers(0, 8)) :]
    for use in (check_house, lambda base: write(sample, base), read_document, unfit_for_release):
        with contextlib.suppress(Refused):
            use(blob)


with zipfile.ZipFile(io.BytesIO(SHIPPED_HOUSE)) as archive:
    PARTS = {name: archive.read(name) for name in sorted(archive.namelist())}
PLACES = st.one_of(*(st.tuples(st.just(name), st.integers(0, len(PARTS[name]) - 1)) for name in PARTS))
NEW = st.sampled_from([b"", b"x", b"9", b"-", b"<a/>", b' z="', b"rId", b"w:"])


@settings(max_examples=60, deadline=None)
@given(PLACES, NEW, st.integers(0, 9))
def test_a_house_file_with_any_part_changed_is_read_or_refused(sample, place, new, cut):
    """Changes of the XML itself, which no checksum gives away."""
    name, at = place
    blob = repacked(SHIPPED_HOUSE, {name: PARTS[name][:at] + new + PARTS[name][at + cut :]})
    for use in (check_house, lambda base: write(sample, base), read_document, unfit_for_release):
        with contextlib.suppress(Refused):
            use(blob)


def test_a_reference_to_a_header_without_its_id_is_refused_as_damage(changed):
    base = changed({"word/document.xml": ('w:type="default" r:id="rId6"', 'w:type="default"')})
    with pytest.raises(Refused, match="is damaged"):
        check_house(base)
