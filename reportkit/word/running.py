"""The running head and foot, and the marking across every page.

The house file owns its headers and footers. Where they say `[running head]` or `[running foot]` the
document's own words go; the marking goes into every header, the cover's too, and a header is made
where the house file has none, so that a marked document never has an unmarked page.
"""

from __future__ import annotations

from lxml import etree

from reportkit.document.blocks import Document
from reportkit.word.kinds import CT, RT
from reportkit.word.opc import Piece
from reportkit.word.package import Package, parse, serialise
from reportkit.word.styles import StyleIds
from reportkit.word.xmltext import NAMESPACES, R, allowed, escape, w

_RID = f"{{{R}}}id"
HEAD, FOOT = "[running head]", "[running foot]"
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_TALLEST, _WIDEST = 140, 440  # points


def draw_running(
    document: Document, sect: etree._Element, package: Package, styles: StyleIds, kinds: list[str]
) -> None:
    """Put the document's words and marking into headers and footers.

    `kinds` are the headers that pages use (default, first, even); one that is missing is made
    where there is a marking.
    """
    _drop_dangling(sect, package)
    if document.marking:
        for kind in kinds:
            _ensure_header(kind, sect, package, styles)
    for number, part in enumerate(_parts(sect, package), start=1):
        root = parse(part.blob)
        _say(root, {HEAD: document.running_head, FOOT: document.running_foot})
        if document.marking and root.tag == w("hdr"):
            _mark(root, document.marking, number)
        part.replace(serialise(root))


def _ensure_header(kind: str, sect: etree._Element, package: Package, styles: StyleIds) -> None:
    if any(one.get(w("type")) == kind for one in sect.iterfind(w("headerReference"))):
        return
    xml = f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{styles["Header"]}"/></w:pPr></w:p></w:hdr>'
    part = package.add(f"/word/header-{kind}.xml", CT.WML_HEADER, xml.encode())
    reference = etree.Element(w("headerReference"))
    reference.set(w("type"), kind)
    reference.set(_RID, package.body.relate_to(part, RT.HEADER))
    sect.insert(0, reference)


def _references(sect: etree._Element) -> list[etree._Element]:
    return [*sect.findall(w("headerReference")), *sect.findall(w("footerReference"))]


def _drop_dangling(sect: etree._Element, package: Package) -> None:
    """A reference that leads nowhere makes Word call the file corrupt; a header that nothing uses is of no use."""
    rels = package.body.rels
    for reference in _references(sect):
        if reference.get(_RID, "") not in rels:
            sect.remove(reference)
    used = {reference.get(_RID, "") for reference in _references(sect)}
    for rid in [rid for rid, rel in rels.items() if rel.reltype in {RT.HEADER, RT.FOOTER} and rid not in used]:
        del rels[rid]


def _parts(sect: etree._Element, package: Package) -> list[Piece]:
    """The headers and footers that the section uses, each once: one may serve two kinds of page."""
    parts = (package.body.rels[reference.get(_RID, "")].target_part for reference in _references(sect))
    return list({part.partname: part for part in parts}.values())


def _say(root: etree._Element, words: dict[str, str]) -> None:
    for text in root.iter(w("t")):
        for slot, said in words.items():
            if text.text and slot in text.text:
                text.text = text.text.replace(slot, allowed(said))


def _mark(root: etree._Element, marking: str, number: int) -> None:
    paragraph = next(root.iter(w("p")), None)
    if paragraph is None:
        paragraph = etree.SubElement(root, w("p"))
    paragraph.append(etree.fromstring(_watermark(escape(marking), number)))


def _watermark(words: str, number: int) -> str:
    width = min(_WIDEST, max(len(words), 4) * 60)
    height = min(_TALLEST, round(width / max(len(words), 1) * 1.6))
    return (
        f"<w:r {NAMESPACES} {_VML}><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        f'alt="{words}" style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;'
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="silver" '
        'stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" '
        f'string="{words}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )
