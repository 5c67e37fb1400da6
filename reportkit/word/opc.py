"""Parts and how they lead to one another (Open Packaging Conventions, ECMA-376 part 2).

python-docx has this and much more, and looks over house files for us (house.py); but to load it takes
40 ms, as long as to draw 400 findings, and every draft would pay for it.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from reportkit.word.kinds import RT
from reportkit.word.xmltext import DECLARATION, escape

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
TYPES_MEMBER = "[Content_Types].xml"


class Relation(Struct, frozen=True):
    """One relationship: of which kind, and to a part or to an address outside."""

    reltype: str
    target: Piece | str

    @property
    def target_part(self) -> Piece:
        """The part. Raises KeyError for an address outside."""
        if isinstance(self.target, str):
            raise KeyError(self.target)
        return self.target


class Relations(dict[str, Relation]):
    """The relationships of one part, or of the package, by their ids. `folder` is where their targets are told from."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def to(self, target: Piece, reltype: str) -> str:
        """Relate to `target`, if not related already, and return the id."""
        for rid, relation in self.items():
            if relation.target is target and relation.reltype == reltype:
                return rid
        rid = next(name for name in map("rId{}".format, range(1, len(self) + 2)) if name not in self)
        self[rid] = Relation(reltype, target)
        return rid

    def xml(self) -> str:
        """The relationships as a member of the archive."""
        inside = "".join(
            f'<Relationship Id="{escape(rid)}" Type="{escape(relation.reltype)}" {self._target(relation)}/>'
            for rid, relation in self.items()
        )
        return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'

    def _target(self, relation: Relation) -> str:
        if isinstance(relation.target, str):
            return f'Target="{escape(relation.target)}" TargetMode="External"'
        return f'Target="{escape(posixpath.relpath(relation.target.partname, self._folder))}"'


class Piece:
    """A part kept as bytes, whose bytes may be replaced. `partname` begins with a slash."""

    def __init__(self, partname: str, content_type: str, blob: bytes) -> None:
        self.partname = partname
        self.content_type = content_type
        self.blob = blob
        self.rels = Relations(posixpath.dirname(partname))

    def replace(self, blob: bytes) -> None:
        """Put `blob` in the place of this part's bytes."""
        self.blob = blob

    def relate_to(self, target: Piece, reltype: str) -> str:
        """Relate this part to `target` and return the relationship's id."""
        return self.rels.to(target, reltype)


def read_package(archive: zipfile.ZipFile) -> Relations:
    """The package's own relationships, with every part that they lead to, near or far.

    Raises KeyError, ValueError or lxml's XMLSyntaxError for what is no whole package.
    """
    reader = _Reader(archive)
    package = Relations("/")
    reader.fill(package, "/", "_rels/.rels")
    while reader.waiting:
        part = reader.waiting.pop()
        folder, name = posixpath.split(part.partname)
        reader.fill(part.rels, folder, f"{folder}/_rels/{name}.rels"[1:])
    return package


def parts_from(package: Relations) -> Iterator[Piece]:
    """Every part that the package leads to, each once."""
    waiting, seen = [package], set[str]()
    while waiting:
        for relation in waiting.pop().values():
            if isinstance(relation.target, Piece) and relation.target.partname not in seen:
                seen.add(relation.target.partname)
                waiting.append(relation.target.rels)
                yield relation.target


def main_part(package: Relations) -> Piece:
    """The document's body. Raises ValueError unless there is just one."""
    (body,) = (relation.target_part for relation in package.values() if relation.reltype == RT.OFFICE_DOCUMENT)
    return body


class _Reader:
    """Reads parts as relationships lead to them; `waiting` are those whose own have not been read yet."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._members = frozenset(archive.namelist())
        self._types = _content_types(archive.read(TYPES_MEMBER))
        self._parts: dict[str, Piece] = {}
        self.waiting: list[Piece] = []

    def fill(self, relations: Relations, folder: str, member: str) -> None:
        """Read the relationships in `member`, where it is there; targets are told from `folder`."""
        if member not in self._members:
            return
        for element in etree.fromstring(self._archive.read(member), PARSER).iterfind(f"{{{_RELATIONS}}}Relationship"):
            address = _said(element, "Target")
            outside = element.get("TargetMode") == "External"
            target = address if outside else self._part(posixpath.join(folder, address))
            relations[_said(element, "Id")] = Relation(_said(element, "Type"), target)

    def _part(self, path: str) -> Piece:
        name = posixpath.normpath(path)
        if name not in self._parts:
            self._parts[name] = Piece(name, _type_of(name, self._types), self._archive.read(name[1:]))
            self.waiting.append(self._parts[name])
        return self._parts[name]


def _content_types(blob: bytes) -> dict[str, str]:
    """Content types by part name, and by ending where a whole kind has one; case does not count in either."""
    root = etree.fromstring(blob, PARSER)
    endings = {
        "." + _said(one, "Extension").lower(): _said(one, "ContentType") for one in root.iterfind(_tag("Default"))
    }
    names = {_said(one, "PartName").lower(): _said(one, "ContentType") for one in root.iterfind(_tag("Override"))}
    return endings | names


def _said(element: etree._Element, name: str) -> str:
    """An attribute. Raises KeyError where it is not there."""
    return str(element.attrib[name])


def _tag(name: str) -> str:
    return f"{{{_TYPES}}}{name}"


def _type_of(name: str, types: Mapping[str, str]) -> str:
    lowered = name.lower()
    return types[lowered] if lowered in types else types[posixpath.splitext(lowered)[1]]
