"""The styles of the house file: one line each, in the order that Word shows them.

Sizes are in half points, spaces and indents in twentieths of a point, as the format counts them.
"""

from __future__ import annotations

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
BLUE, GREY, TINT, RULE = "1F3864", "595959", "E7ECF4", "B8C2D3"
GAP = "FFF2CC"
_BOLD, _ITALIC = "<w:b/>", "<w:i/>"
_KEEP, _TOGETHER = "<w:keepNext/>", "<w:keepLines/>"

# The schema fixes the order inside pPr: keepNext, keepLines, numPr, pBdr, shd, tabs, spacing, ind,
# contextualSpacing, jc, outlineLvl; and inside rPr: b, i, color, sz, u, shd, vertAlign.


def _space(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}"{f" w:right={chr(34)}{right}{chr(34)}" if right else ""} w:hanging="{hanging}"/>'


def _list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _edges(**edges: tuple[int, int, str]) -> str:
    drawn = (
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{colour}"/>'
        for side, (size, gap, colour) in edges.items()
    )
    return f"<w:pBdr>{''.join(drawn)}</w:pBdr>"


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _tab(kind: str, place: int, leader: str = "") -> str:
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tabs><w:tab w:val="{kind}"{dots} w:pos="{place}"/></w:tabs>'


_WIDTH = 11906 - 2 * 1418
_BOX = (8, 6, GREY)
_BAND = (48, 10, BLUE)

# name, based on, followed by, paragraph properties, run properties
PARAGRAPHS: tuple[tuple[str, str, str, str, str], ...] = (
    ("Body Text", "Normal", "", _space(0, 180), ""),
    ("Title", "Normal", "Subtitle", _KEEP + _TOGETHER + _space(2400, 200, 252), _BOLD + _colour(BLUE) + _size(34)),
    ("Subtitle", "Normal", "Body Text", _TOGETHER + _space(0, 480), _colour(GREY) + _size(18)),
    ("heading 1", "Normal", "Body Text",
     _KEEP + _TOGETHER + _edges(bottom=(12, 4, BLUE)) + _space(520, 240, 252) + '<w:outlineLvl w:val="0"/>',
     _BOLD + _colour(BLUE) + _size(22)),
    ("heading 2", "Normal", "Body Text", _KEEP + _TOGETHER + _space(400, 140, 252) + '<w:outlineLvl w:val="1"/>',
     _BOLD + _colour(BLUE) + _size(17)),
    ("heading 3", "Normal", "Body Text", _KEEP + _TOGETHER + _space(320, 120) + '<w:outlineLvl w:val="2"/>',
     _BOLD + _size(14)),
    ("heading 4", "Normal", "Body Text", _KEEP + _TOGETHER + _space(240, 100) + '<w:outlineLvl w:val="3"/>',
     _BOLD + _colour(GREY) + _size(12)),
    ("Numbered Para", "Body Text", "", _list(1), ""),
    ("Continued Para", "Body Text", "", _indent(680), ""),
    ("Lead", "Body Text", "Body Text", _TOGETHER + _edges(left=_BAND) + _space(120, 240) + _indent(240),
     _colour(BLUE) + _size(14)),
    ("Note", "Body Text", "", _TOGETHER + _edges(left=(24, 10, RULE)) + _indent(240), _colour(GREY) + _size(11)),
    ("Source", "Normal", "Body Text", _space(80, 280), _colour(GREY) + _size(10)),
    ("Gap Para", "Body Text", "",
     _TOGETHER + _edges(top=_BOX, left=_BOX, bottom=_BOX, right=_BOX) + _shade(GAP) + _space(60, 240)
     + _indent(140, right=140), ""),
    ("List Bullet", "Body Text", "", _list(2) + _space(0, 100), ""),
    ("List Bullet 2", "List Bullet", "", _list(2, 1) + _space(0, 80), ""),
    ("List Number", "Body Text", "", _list(3) + _space(0, 100), ""),
    ("List Number 2", "List Number", "", _list(3, 1) + _space(0, 80), ""),
    ("List Continue", "Body Text", "", _space(0, 100) + _indent(1134), ""),
    ("List Continue 2", "List Continue", "", _space(0, 80) + _indent(1588), ""),
    ("Quote", "Body Text", "Body Text", _edges(left=(24, 12, RULE)) + _indent(680, right=680), _ITALIC),
    ("caption", "Normal", "Body Text", _KEEP + _TOGETHER + _space(280, 100), _BOLD + _colour(BLUE) + _size(11)),
    ("Figure", "Normal", "Source", _space(0, 160), ""),
    ("Table Text", "Normal", "", _space(50, 50, 252), _size(11)),
    ("Table Head", "Table Text", "", "", _BOLD),
    ("TOC Heading", "heading 1", "Body Text", '<w:outlineLvl w:val="9"/>', ""),
    ("toc 1", "Normal", "Body Text", _tab("right", _WIDTH, "dot") + _space(160, 40), _BOLD),
    ("toc 2", "Normal", "Body Text", _tab("right", _WIDTH, "dot") + _space(0, 40) + _indent(340), ""),
    ("toc 3", "Normal", "Body Text", _tab("right", _WIDTH, "dot") + _space(0, 40) + _indent(680), ""),
    ("footnote text", "Normal", "", _space(0, 60, 240), _size(10)),
    ("annotation text", "Normal", "", _space(0, 60, 240), _size(10)),
    ("header", "Normal", "",
     _tab("right", _WIDTH) + _space(0, 0), _colour(GREY) + _size(9.5)),
    ("footer", "Normal", "", _tab("right", _WIDTH) + _space(0, 0), _colour(GREY) + _size(9.5)),
    ("Cover Issuer", "Normal", "Title", _edges(bottom=(36, 8, BLUE)) + _space(0, 0), _BOLD + _colour(BLUE) + _size(14)),
    ("Cover Notice", "Normal", "",
     _TOGETHER + _edges(top=(8, 6, BLUE), left=(8, 8, BLUE), bottom=(8, 6, BLUE), right=(8, 8, BLUE)) + _shade(BLUE)
     + _space(0, 120) + _indent(180, right=180), _BOLD + _colour("FFFFFF") + _size(13)),
    ("Cover Fact", "Normal", "", _tab("left", 3402) + _space(120, 60) + _indent(3402, 3402), ""),
)  # fmt: skip

CHARACTERS: tuple[tuple[str, str], ...] = (
    ("footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("annotation reference", _size(8)),
    ("Hyperlink", _colour("1F4E9E") + '<w:u w:val="single"/>'),
    ("Gap", _BOLD + _shade(GAP)),
)


def style_id(name: str) -> str:
    """The id of a style: its name's words joined, capitals at their heads."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def styles() -> str:
    """The styles part."""
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'{_size(12)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault>'
        '<w:pPr><w:spacing w:after="0" w:line="281" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    paragraphs = "".join(_paragraph(*style) for style in PARAGRAPHS)
    characters = "".join(_character(*style) for style in CHARACTERS)
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{_NORMAL}{paragraphs}{_FONT}{characters}{_TABLES}</w:styles>"


def _paragraph(name: str, based_on: str, followed_by: str, look: str, words: str) -> str:
    own = f"<w:pPr>{look}</w:pPr>" if look else ""
    text = f"<w:rPr>{words}</w:rPr>" if words else ""
    after = f'<w:next w:val="{style_id(followed_by)}"/>' if followed_by else ""
    return (
        f'<w:style w:type="paragraph"{_custom(name)} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style_id(based_on)}"/>{after}<w:qFormat/>{own}{text}</w:style>'
    )


def _character(name: str, words: str) -> str:
    return (
        f'<w:style w:type="character"{_custom(name)} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr>{words}</w:rPr></w:style>'
    )


# Names that Word does not know of itself must say that they are someone's own.
_OWN = {"Numbered Para", "Continued Para", "Lead", "Note", "Source", "Gap Para", "Figure", "Table Text", "Table Head",
        "Cover Issuer", "Cover Notice", "Cover Fact", "Gap"}  # fmt: skip


def _custom(name: str) -> str:
    return ' w:customStyle="1"' if name in _OWN else ""


_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
_FONT = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_RULE = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
_HEAVY = f'w:val="single" w:sz="12" w:space="0" w:color="{BLUE}"'
_MARGINS = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
    '<w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders><w:top {_HEAVY}/><w:bottom {_HEAVY}/>'
    f"<w:insideH {_RULE}/></w:tblBorders>{_MARGINS}</w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}</w:rPr><w:tcPr><w:tcBorders><w:bottom {_HEAVY}/></w:tcBorders>'
    f'{_shade(TINT)}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    f'<w:tblStylePr w:type="firstCol"><w:rPr>{_BOLD}</w:rPr></w:tblStylePr></w:style>'
)
