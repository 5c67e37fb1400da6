"""Make templates/house.docx, the look of the documents, from nothing.

    python tools/make_house.py [FILE]

Everything in it stands here or in house_styles.py: no left-over styles, dates or properties of
another program's template. Change these and run it again, or change the .docx in Word: the
organisation's own house file is theirs, and this one is only the start.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from house_styles import BLUE, DECLARATION, GREY, NAMESPACES, RULE, styles

HERE = Path(__file__).resolve().parent
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "theme", "fontTable", "header", "header", "footer", "footer")
_NAMES = (
    "styles.xml", "numbering.xml", "settings.xml", "theme/theme1.xml", "fontTable.xml",
    "header1.xml", "header2.xml", "footer1.xml", "footer2.xml",
)  # fmt: skip
_TOP = (("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"))
# Bullets and numbers begin where the words of a numbered paragraph begin, so that a list stands
# right below one and, a little set in, below any other text.
_INDENT, _STEP = 680, 454


def members() -> dict[str, str]:
    """Every member of the file, name and text, in order."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"))
        ),
        "docProps/app.xml": _app(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(tuple(zip(_PARTS, _NAMES, strict=True))),
        "word/styles.xml": styles(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/theme/theme1.xml": _theme(),
        "word/fontTable.xml": _fonts(),
        "word/header1.xml": _header(),
        "word/header2.xml": _part("hdr", _paragraph("Header", "")),
        "word/footer1.xml": _footer(),
        "word/footer2.xml": _part("ftr", _paragraph("Footer", "")),
    }


def write(path: Path) -> None:
    """Write the file: fixed order, times and system, so that it changes only when something in it does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in members().items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(info, text, compresslevel=9)


def _content_types() -> str:
    kinds = {name: f"{_WORD}.{kind}+xml" for kind, name in zip(_PARTS, _NAMES, strict=True)}
    kinds["theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds["document.xml"] = f"{_WORD}.document.main+xml"
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(relations: tuple[tuple[str, str], ...]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _app() -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{space}"><Application>reportkit</Application></Properties>'


def _part(root: str, inside: str) -> str:
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{inside}</w:{root}>"


def _paragraph(style: str, inside: str, look: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{inside}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _header() -> str:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
    return _part("hdr", _paragraph("Header", _run("[running head]"), rule))


def _footer() -> str:
    pages = f"{_run('Page ')}{_field('PAGE')}{_run(' of ')}{_field('NUMPAGES')}"
    return _part("ftr", _paragraph("Footer", f"{_run('[running foot]')}<w:r><w:tab/></w:r>{pages}"))


def _document() -> str:
    """Words that say what the file is; a document drawn with it replaces them."""
    about = "This file is the look of the reports. Change its styles, header and footer; its text is not used."
    references = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="rId{number}"/>'
        for number, (part, kind) in enumerate(
            (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first")), start=6
        )
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
        'w:left="1418" w:header="680" w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    title = _paragraph("Title", _run("House file"))
    return _part("document", f"<w:body>{title}{_paragraph('BodyText', _run(about))}{section}</w:body>")


def _settings() -> str:
    return _part(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/>',
    )


def _numbering() -> str:
    bullets = (("bullet", "•", "ListBullet"), ("bullet", "–", "ListBullet2"))
    numbers = (("decimal", "%1.", "ListNumber"), ("lowerLetter", "%2.", "ListNumber2"))
    lists = (
        _abstract(1, (("decimal", "%1", "NumberedPara"),), 0, _INDENT),
        _abstract(2, bullets, _INDENT, _STEP),
        _abstract(3, numbers, _INDENT, _STEP),
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
    return _part("numbering", "".join(lists) + nums)


def _abstract(number: int, levels: tuple[tuple[str, str, str], ...], left: int, step: int) -> str:
    drawn = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{left + step * (at + 1)}" w:hanging="{step}"/></w:pPr></w:lvl>'
        for at, (form, text, style) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A1B2C3{number}"/>'
        f'<w:multiLevelType w:val="{"multilevel" if len(levels) > 1 else "singleLevel"}"/>{drawn}</w:abstractNum>'
    )


def _fonts() -> str:
    return _part(
        "fonts",
        '<w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>',
    )


def _theme() -> str:
    """Colours for charts and fonts; Word wants three fills, lines, effects and backgrounds as well."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": BLUE, "lt2": "E7ECF4", "accent1": BLUE, "accent2": "7A8CA8",
        "accent3": "B35A00", "accent4": "3D7A5F", "accent5": "6B4C8A", "accent6": GREY, "hlink": "1F4E9E",
        "folHlink": "5B3A82",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House">'
        f'<a:themeElements><a:clrScheme name="House">{scheme}</a:clrScheme><a:fontScheme name="House">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "templates" / "house.docx"
    write(target)
    print(f"{target}: {target.stat().st_size} bytes")
