"""Bar charts as Word's own: drawn from DrawingML, editable, with their workbook inside."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.parts.document import DocumentPart

from reportkit.document.blocks import Chart, Series
from reportkit.word.draw.body_writer import BodyWriter
from reportkit.word.draw.chart_workbook import column, value_at, workbook
from reportkit.word.draw.cross_references import BlockLabels
from reportkit.word.draw.tables import draw_caption
from reportkit.word.xml_text import DECLARATION, R, escape

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_BOOK = "rId1"  # the relationship of a chart to its workbook
_EMU_PER_TWIP = 635
_BAR, _EDGE, _TALLEST = 230_000, 700_000, 8_000_000  # EMU: a bar with its air, legend and edges, a page's text
_COLOURS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_FRAME = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_TEXT = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx1"/>'
    '</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
)
_AXES = (
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill>'
    '<a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr><c:crossAx val="222222222"/><c:crosses val="autoZero"/>'
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>{zero}</c:scaling><c:delete val="1"/>'
    '<c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/>'
    '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
)
_LEGEND = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
_UNITS = {"": "General", "per cent": 'General"%"', "pounds": '"£"#,##0.##', "number": "General", "rating": "General"}


class Charts:
    """The charts of one document, each with its own two parts."""

    def __init__(self, body: DocumentPart) -> None:
        self._body = body
        self._drawn = 0

    def draw(self, chart: Chart, labels: BlockLabels, writer: BodyWriter) -> None:
        """Draw the caption and the chart; the description is what a screen reader says."""
        draw_caption("Figure", chart.caption, labels, writer)
        self._drawn += 1
        rid = self._add_parts(chart)
        width, height = writer.width * _EMU_PER_TWIP, _height(chart)
        number = writer.number()
        writer.paragraph(
            "Figure",
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Chart {self._drawn}" '
            f'descr="{escape(chart.description)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_C}">'
            f'<c:chart r:id="{rid}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        )

    def _add_parts(self, chart: Chart) -> str:
        package = self._body.package
        name = package.next_partname("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx")
        book = Part(name, CT.SML_SHEET, workbook(chart), package)
        name = package.next_partname("/word/charts/chart%d.xml")
        part = Part(name, CT.DML_CHART, chart_xml(chart).encode(), package)
        part.load_rel(RT.PACKAGE, book, _BOOK)
        return self._body.relate_to(part, RT.CHART)


def chart_xml(chart: Chart) -> str:
    """Return the chart part: horizontal bars in the order given, each with its value beside it."""
    series = "".join(_series(one, at, chart) for at, one in enumerate(chart.series))
    legend = _LEGEND if len(chart.series) > 1 else ""
    axes = _AXES.format(zero=_from_zero(chart))
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        '<c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="60"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>{axes}</c:plotArea>'
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_FRAME}{_TEXT}'
        f'<c:externalData r:id="{_BOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _height(chart: Chart) -> int:
    bars = len(chart.categories) * max(len(chart.series), 1)
    return min(_EDGE + _BAR * bars + _BAR // 2 * len(chart.categories), _TALLEST)


def _from_zero(chart: Chart) -> str:
    """Start the axis at 0, so that lengths can be compared; only negative values move the start."""
    values = [value for series in chart.series for value in series.values if value is not None]
    return "" if any(value < 0 for value in values) else '<c:min val="0"/>'


def _series(series: Series, at: int, chart: Chart) -> str:
    name, last = column(at + 1), len(chart.categories) + 1
    fill = f'<a:solidFill><a:schemeClr val="{_COLOURS[at % len(_COLOURS)]}"/></a:solidFill>'
    unit = escape(_format(chart.unit))
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${name}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="{unit}" '
        'sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="outEnd"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f>{_names(chart)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${name}$2:${name}${last}</c:f>{_values(series, chart)}</c:numRef></c:val>"
        "</c:ser>"
    )


def _format(unit: str) -> str:
    """Return a number format that puts the unit beside the value."""
    words = unit.replace('"', "")
    return _UNITS.get(words, f'General" {words}"')


def _names(chart: Chart) -> str:
    points = (f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(chart.categories))
    return f'<c:strCache><c:ptCount val="{len(chart.categories)}"/>{"".join(points)}</c:strCache>'


def _values(series: Series, chart: Chart) -> str:
    values = ((at, value_at(series.values, at)) for at in range(len(chart.categories)))
    points = (f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in values if value is not None)
    return (
        "<c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(chart.categories)}"/>{"".join(points)}</c:numCache>'
    )
