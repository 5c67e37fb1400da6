"""Checks of a .docx that the Open XML validator does not make: `problems_in(blob)` lists what is wrong in words.

Other rooms' tests ask for the fixture `package_problems`, which is this function.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STORIES = re.compile(r"word/(document|footnotes|header[^/]*|footer[^/]*)\.xml")
_LEFT_OVER = re.compile(r"\[running (head|foot)\]")
_THIN = f"{W}pPr/{W}spacing[@{W}line='20']"


def problems_in(blob: bytes) -> list[str]:
    """Return what is wrong with this .docx, nothing if all is well."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        doubled = [name for name, times in Counter(archive.namelist()).items() if times > 1]
    roots = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    stories = {name: root for name, root in roots.items() if _STORIES.fullmatch(name)}
    found = [f"{name} is in the file twice" for name in doubled]
    found += _numbering(roots["word/numbering.xml"])
    found += _relations(parts, roots)
    found += _settings(roots["word/settings.xml"])
    for name, root in stories.items():
        found += [f"{name}: {problem}" for problem in _story(name, root, roots)]
    return found


def _story(name: str, root: etree._Element, roots: dict[str, etree._Element]) -> Iterator[str]:
    yield from _styles(root, roots["word/styles.xml"])
    yield from _lists(root, roots["word/numbering.xml"])
    yield from _fields(root)
    yield from _bookmarks(root, roots["word/document.xml"])
    yield from _cells(root)
    yield from _notes(root, roots)
    yield from (f"left over: {text}" for text in root.itertext() if _LEFT_OVER.search(text))
    if name == "word/document.xml":
        yield from _spacing(root)
        yield from _drawings(root)


def _values(root: etree._Element, tag: str, attribute: str = f"{W}val") -> list[str]:
    return [element.get(attribute, "") for element in root.iter(W + tag)]


def _styles(root: etree._Element, styles: etree._Element) -> Iterator[str]:
    known = {(style.get(f"{W}type"), style.get(f"{W}styleId")) for style in styles.iter(f"{W}style")}
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for value in set(_values(root, tag)):
            if (kind, value) not in known:
                yield f"no {kind} style {value}"


def _lists(root: etree._Element, numbering: etree._Element) -> Iterator[str]:
    known = {num.get(f"{W}numId") for num in numbering.iter(f"{W}num")}
    yield from (f"no list {value}" for value in set(_values(root, "numId")) - known)


def _fields(root: etree._Element) -> Iterator[str]:
    """Begin, separate and end must nest; a contents field runs over several paragraphs."""
    depth = 0
    for kind in _values(root, "fldChar", f"{W}fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        if depth < 0 or (kind == "separate" and depth < 1):
            yield f"a field's {kind} without its begin"
    if depth:
        yield "a field is not closed"


def _bookmarks(root: etree._Element, document: etree._Element) -> Iterator[str]:
    starts = [(mark.get(f"{W}id"), mark.get(f"{W}name", "")) for mark in root.iter(f"{W}bookmarkStart")]
    ends = Counter(_values(root, "bookmarkEnd", f"{W}id"))
    if Counter(number for number, _ in starts) != ends:
        yield "bookmarks do not all end once"
    for what, times in (Counter(name for _, name in starts) + Counter(f"#{number}" for number, _ in starts)).items():
        if times > 1:
            yield f"bookmark {what} is there {times} times"
    yield from (f"bad bookmark name {n}" for _, n in starts if not re.fullmatch(r"[A-Za-z_]\w{0,39}", n, re.ASCII))
    known = set(_values(document, "bookmarkStart", f"{W}name"))
    yield from (f"nothing at {name}" for name in _aims(root) if name not in known)


def _aims(root: etree._Element) -> Iterator[str]:
    for link in root.iter(f"{W}hyperlink"):
        if link.get(f"{W}anchor"):
            yield link.get(f"{W}anchor", "")
    for instruction in root.iter(f"{W}instrText"):
        words = (instruction.text or "").split()
        if words and words[0] in {"REF", "PAGEREF"}:
            yield words[1]


def _cells(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if any(len(row.findall(f"{W}tc")) != columns for row in table.iter(f"{W}tr")):
            yield "a row does not have the table's columns"


def _notes(root: etree._Element, roots: dict[str, etree._Element]) -> Iterator[str]:
    notes = roots.get("word/footnotes.xml")
    known = [] if notes is None else _values(notes, "footnote", f"{W}id")
    marks = _values(root, "footnoteReference", f"{W}id")
    yield from (f"no footnote {mark}" for mark in marks if mark not in known)
    if len(set(marks)) < len(marks) or len(set(known)) < len(known):
        yield "a footnote is there twice"


def _spacing(root: etree._Element) -> Iterator[str]:
    """No empty paragraph, save the thin one that Word must have behind a table; no two tables without one."""
    for paragraph in root.iterfind(f"{W}body/{W}p"):
        if paragraph.find(f".//{W}r") is None and paragraph.find(_THIN) is None:
            yield "an empty paragraph"
    for table in root.iterfind(f".//{W}tbl"):
        below = table.getnext()
        if below is None or below.tag in {f"{W}tbl", f"{W}sectPr"}:
            yield "nothing between a table and what follows it"


def _drawings(root: etree._Element) -> Iterator[str]:
    names = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    drawings = [(one.get("id"), one.get("descr")) for one in root.iter(names)]
    if len({number for number, _ in drawings}) < len(drawings):
        yield "two drawings have the same id"
    yield from ("a drawing has no words for those who cannot see it" for _, words in drawings if not words)


def _numbering(root: etree._Element) -> Iterator[str]:
    tags = [child.tag for child in root if child.tag in {f"{W}abstractNum", f"{W}num"}]
    if tags != sorted(tags, key=lambda tag: tag == f"{W}num"):
        yield "word/numbering.xml: an abstract list stands behind a list"
    ids = _values(root, "num", f"{W}numId")
    if len(set(ids)) < len(ids):
        yield "word/numbering.xml: a list is there twice"
    abstracts = {child.get(f"{W}abstractNumId") for child in root.iter(f"{W}abstractNum")}
    yield from (
        "word/numbering.xml: a list without its abstract list"
        for num in root.iter(f"{W}num")
        for pointer in num.iter(f"{W}abstractNumId")
        if pointer.get(f"{W}val") not in abstracts
    )


def _relations(parts: dict[str, bytes], roots: dict[str, etree._Element]) -> Iterator[str]:
    """Check that every relationship leads to a part, every id in use is related, every part has a type."""
    types = roots["[Content_Types].xml"]
    named = {child.get("PartName", "").lstrip("/") for child in types}
    yield from (
        f"{name} has no content type" for name in parts if not name.endswith((".rels", "].xml")) and name not in named
    )
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder, owner = name.rsplit("_rels/", 1)
        own = folder + owner.removesuffix(".rels")
        for relation in root:
            if relation.get("TargetMode") != "External" and _target(folder, relation.get("Target", "")) not in parts:
                yield f"{name}: no part {relation.get('Target')}"
        if own in roots:
            ids = {relation.get("Id") for relation in root}
            yield from (f"{own}: no relationship {rid}" for rid in _used(roots[own]) if rid not in ids)


def _target(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    path = [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            path.pop()
        else:
            path.append(step)
    return "/".join(path)


def _used(root: etree._Element) -> set[str]:
    return {value for element in root.iter() for key, value in element.attrib.items() if key in {f"{R}id", f"{R}embed"}}


def _settings(root: etree._Element) -> Iterator[str]:
    if root.find(f"{W}updateFields") is not None:
        yield "word/settings.xml: Word would ask a question at every opening"
    if root.find(f"{W}compat/{W}compatSetting[@{W}val='15']") is None:
        yield "word/settings.xml: Word would open it in compatibility mode"
