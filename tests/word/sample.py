"""A document that uses every block and every run, as a report does."""

from __future__ import annotations

import datetime as dt

from reportkit.document.blocks import (
    Cell,
    Chart,
    Contents,
    CoverPage,
    Document,
    Footnote,
    Heading,
    Item,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Series,
    Table,
    Text,
)

T = Text


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def item(*blocks: Paragraph | List) -> Item:
    return Item(blocks)


def point(text: str, *below: List) -> Item:
    return Item((Paragraph(words(text)), *below))


def figure(text: str) -> Cell:
    return Cell(words(text), align="right")


COVER = CoverPage(
    title="Marlow Reach Homes and Marlow Borough Council",
    subtitle="ALMO inspection report",
    facts=(
        ("Inspection", words("First inspection, round 2")),
        ("On site", words("8 to 19 September 2003")),
        ("Lead inspector", words("A. Okafor")),
        ("Report", (T("Not yet agreed", gap=True),)),
    ),
    notices=("Draft for moderation: not for release", "This inspection is invented to show what reportkit does."),
    issuer="The Inspectorate",
)

SCORING = Table(
    head=tuple(Cell(words(t)) for t in ("Prospects", "Poor", "Fair ★", "Good ★★", "Excellent ★★★")),
    rows=(
        (Cell(words("Excellent")), Cell(()), Cell(()), Cell(()), Cell(())),
        (Cell(words("Promising")), Cell(()), Cell(()), Cell(words("Marlow Reach Homes"), mark=True), Cell(())),
        (Cell(words("Uncertain")), Cell(()), Cell(()), Cell(()), Cell(())),
        (Cell(words("Poor")), Cell(()), Cell(()), Cell(()), Cell(())),
    ),
    caption=words("Where this organisation stands"),
    description="Stars run from left to right, prospects from bottom to top. The place marked is good, promising.",
    widths=(2, 2, 2, 3, 2),
    row_heads=True,
    anchor="table/scoring",
)

FIGURES = Table(
    head=(Cell(words("Indicator")), figure("2002/03"), figure("Threshold")),
    rows=(
        (
            Cell(words("Rent collected (BVPI 66a)")),
            Cell(words("97.8"), align="right"),
            Cell(words("97.5"), align="right"),
        ),
        (Cell(words("Days to relet")), figure("41"), Cell((), gap=True, align="right")),
    ),
    caption=words("Indicators against the threshold"),
    description="Two indicators, each with its value and the threshold for a metropolitan borough.",
    widths=(5, 2, 2),
)

CHART = Chart(
    caption=words("Three indicators beside the threshold"),
    description="Rent collection is above the threshold; repairs in time and satisfaction are below it.",
    categories=("Rent collected", "Urgent repairs in time", "Tenants satisfied overall"),
    series=(Series("This organisation", (97.8, 88.0, 71.5)), Series("Threshold", (97.5, 95.0, None))),
    unit="per cent",
    anchor="chart/three",
)

NOTE = Footnote((Paragraph((T("Table 6 of the guidance; see "), Link(words("its page"), "https://example.org/a b"))),))

FINDING = (
    "Repairs are done on time and tenants notice. Of 40 cases read, 37 were finished within target, and tenants at "
    "both focus groups said that the wait had become shorter. They wait nine days for a repair that is not urgent, "
    "down from 21. "
)

BLOCKS = (
    COVER,
    Contents(depth=2),
    PageBreak(),
    Heading(1, words("Summary"), "section/summary"),
    Paragraph(words("This is a good, two-star service that has promising prospects for improvement."), "lead"),
    Paragraph(words("Numbers in the text are those of paragraphs."), "note"),
    SCORING,
    Paragraph(words("The place is agreed by three moderators."), "source"),
    Heading(1, words("How good is the service?")),
    Heading(2, words("Stock investment & repairs"), "area/stock"),
    Heading(3, words("Strengths")),
    Paragraph((T(FINDING), T("Strong", bold=True), T(" and "), T("plain", italic=True), NOTE), "numbered", "finding/a"),
    Paragraph(words("The same finding goes on here, under its number."), "continued", "finding/a"),
    List(
        (
            item(Paragraph(words("first point, with a second paragraph")), Paragraph(words("which stands under it"))),
            point("second point", List((point("a point below it"),))),
        ),
        continued=True,
    ),
    Paragraph(
        (
            T("See paragraph "),
            Reference("finding/a"),
            T(" and "),
            Reference("table/scoring", "label"),
            T(" and "),
            Reference("finding/b", "words", "the backlog"),
            T("."),
        ),
        "numbered",
        "finding/c",
    ),
    Heading(4, words("Smaller matters")),
    Paragraph(
        (T("The sample is "), T("size of sample", gap=True), T(" cases."), LineBreak(), T("A new line.")),
        "numbered",
        "finding/b",
    ),
    Paragraph(words("No evidence is linked to this finding yet"), "gap"),
    List((point("one"), point("two", List((point("two, a"),), ordered=True))), ordered=True),
    Paragraph(words("Then a list that begins again:")),
    List((point("three"), point("four")), ordered=True, start=3),
    Quote((Paragraph(words("They come when they say they will, and they clean up after themselves.")),)),
    Heading(2, words("Indicators")),
    FIGURES,
    Paragraph(
        (T("The figures of "), Reference("chart/three", "label"), T(" are those of the table.")),
    ),
    CHART,
    Paragraph((Link(words("The guidance on the web"), "https://example.org/guidance?a=1&b=2"),)),
)

DOCUMENT = Document(
    blocks=BLOCKS,
    title="Marlow Reach Homes: ALMO inspection report",
    subject="ALMO inspection",
    author="The Inspectorate",
    made=dt.datetime(2003, 10, 17, 9, 30, tzinfo=dt.UTC),
    marking="DRAFT",
    running_head="Marlow Reach Homes: ALMO inspection",
    running_foot="Draft, 17 October 2003",
    properties=(("reportkit.inspection", "marlow-reach"), ("reportkit.commit", "0" * 40)),
)
