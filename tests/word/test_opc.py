"""Parts and how they lead to one another."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportkit.word.kinds import RT
from reportkit.word.opc import Piece, Relation, Relations, main_part, parts_from, read_package

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="XML" ContentType="plain"/><Override PartName="/Word/Body.xml" ContentType="body"/></Types>'
)
SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relationships(*said):
    return f'<Relationships xmlns="{SPACE}">{"".join(f"<Relationship {one}/>" for one in said)}</Relationships>'


def read(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        for name, text in members.items():
            archive.writestr(name, text)
    return read_package(zipfile.ZipFile(stream))


def a_package():
    return read(
        **{
            "_rels/.rels": relationships(f'Id="a" Type="{RT.OFFICE_DOCUMENT}" Target="word/body.xml"'),
            "word/body.xml": "<body/>",
            "word/_rels/body.xml.rels": relationships(
                'Id="b" Type="back" Target="/word/body.xml"',
                'Id="c" Type="out" Target="https://example.org/?a&amp;b" TargetMode="External"',
                'Id="d" Type="up" Target="../custom/one.xml"',
            ),
            "custom/one.xml": "<one/>",
            "alone.xml": "<alone/>",
        }
    )


def test_parts_are_found_by_following_relationships():
    body = main_part(a_package())
    assert (body.partname, body.content_type, body.blob) == ("/word/body.xml", "body", b"<body/>")
    assert body.rels["b"].target is body
    assert body.rels["c"].target == "https://example.org/?a&b"
    assert body.rels["d"].target_part.content_type == "plain"
    assert sorted(part.partname for part in parts_from(a_package())) == ["/custom/one.xml", "/word/body.xml"]


def test_relationships_are_written_as_they_are_read():
    body = main_part(a_package())
    assert body.rels.xml().endswith(
        '<Relationship Id="b" Type="back" Target="body.xml"/>'
        '<Relationship Id="c" Type="out" Target="https://example.org/?a&amp;b" TargetMode="External"/>'
        '<Relationship Id="d" Type="up" Target="../custom/one.xml"/></Relationships>'
    )


def test_a_part_is_related_once_and_by_the_first_free_id():
    relations, part = Relations("/"), Piece("/a.xml", "plain", b"")
    relations["rId1"] = Relation("other", "https://example.org")
    assert (relations.to(part, "kind"), relations.to(part, "kind")) == ("rId2", "rId2")


def test_an_address_outside_is_no_part():
    with pytest.raises(KeyError):
        _ = Relation("out", "https://example.org").target_part


@pytest.mark.parametrize(
    "said",
    [
        'Id="a" Type="b" Target="missing.xml"',
        'Id="a" Type="b"',
        'Type="b" Target="word/body.xml"',
        'Id="a" Type="b" Target="word/body"',
    ],
)
def test_what_leads_nowhere_is_no_whole_package(said):
    with pytest.raises(KeyError):
        read(**{"_rels/.rels": relationships(said), "word/body.xml": "", "word/body": ""})


def test_a_package_without_a_body_is_no_document():
    with pytest.raises(ValueError, match="unpack"):
        main_part(Relations("/"))
