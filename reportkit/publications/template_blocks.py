"""What templates may ask for besides findings: tables, charts, the scoring chart, the cover. All make blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from reportkit.document.blocks import Align, Block, Cell, Chart, Contents, CoverPage, Run, Series, Table, Text
from reportkit.inspection.judgement import STARS, Judgements
from reportkit.inspection.value_words import STARS as STARS_IN_WORDS
from reportkit.publications.function_arguments import Bars, Columns, Depth, Facts, Made, Rows, Texts
from reportkit.wording.budget import Stopped
from reportkit.wording.escape import said
from reportkit.wording.values import Slot, View

_PROSPECTS = ("excellent", "promising", "uncertain", "poor")
NOT_GIVEN = Text("not given yet", gap=True)


def table(rows: Rows, columns: Columns, caption: str, description: str = "") -> tuple[Block, ...]:
    """Return a table of `rows`. A column is (heading, name of the value, share of the width, "right" for figures).

    A value that is None is marked as a gap; "" leaves the cell saying so with a dash.
    """
    headings = ", ".join(column.heading for column in columns)
    return (
        Table(
            head=tuple(Cell((Text(column.heading),), align=column.align) for column in columns),
            rows=tuple(tuple(_cell(_value(row, column.name), column.align) for column in columns) for row in rows),
            caption=(Text(caption),),
            description=description or f"{caption}. Columns: {headings}.",
            widths=tuple(column.share for column in columns),
            row_heads=True,
        ),
    )


def _value(row: View, name: str) -> object:
    if name not in row.values:
        there = ", ".join(row.values)
        raise Stopped(f"The template asks for '{name}', which the rows do not have", f"They have: {there}.")
    return row.values[name]


def _cell(value: object, align: Align) -> Cell:
    return Cell((Text("–"),) if value == "" else _value_runs(value), align=align)


def bar_chart(
    rows: Rows,
    label: str,
    values: Bars,
    unit: str,
    caption: str,
    description: str,
) -> tuple[Block, ...]:
    """Return a bar chart: one group of bars a row, one bar a pair of `values` (name, name of the value)."""
    series = tuple(Series(name, tuple(_number(_value(row, key), key) for row in rows)) for name, key in values)
    labels = tuple(str(_value(row, label)) for row in rows)
    return (Chart((Text(caption),), description, labels, series, unit),)


def _number(value: object, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Stopped(f"A chart asks for '{name}', which is no number", "Name a value that is a number.")
    return float(value)


def scoring_chart(judgements: Judgements, caption: str, corner: str, mark: str) -> tuple[Block, ...]:
    """Return the scoring chart as a table: stars across, prospects down, the inspection's own place marked.

    Nothing is marked until both judgements are made.
    """
    service, prospects = judgements.service.rating, judgements.prospects.rating
    rows = tuple(
        (
            Cell((Text(row.capitalize()),)),
            *(_place((service, prospects) == (rating, row), mark) for rating in STARS),
        )
        for row in _PROSPECTS
    )
    heads = (Cell((Text(corner),)), *(Cell((Text(_head(rating)),), align="centre") for rating in STARS))
    return (
        Table(
            head=heads,
            rows=rows,
            caption=(Text(caption),),
            description=_message(service, prospects),
            widths=(5, 4, 4, 4, 4),
            row_heads=True,
        ),
    )


def _head(rating: str) -> str:
    return f"{rating.capitalize()}: {STARS_IN_WORDS[STARS[rating]]}"


def _place(here: bool, mark: str) -> Cell:  # noqa: FBT001  one question, one caller
    return Cell((Text(mark if here else "–"),), mark=here, align="centre")


def _message(service: str | None, prospects: str | None) -> str:
    if service is None or prospects is None:
        return "A grid of service ratings against prospects; no place is marked, because nothing is judged yet."
    return f"A grid of service ratings against prospects: the service is {service}, its prospects are {prospects}."


def cover(
    title: str,
    subtitle: str,
    facts: Facts,
    notices: Texts = (),
    issuer: str = "",
) -> tuple[Block, ...]:
    """Return the cover; a fact is a label and its words."""
    return (CoverPage(title, subtitle, tuple((label, _value_runs(value)) for label, value in facts), notices, issuer),)


def _value_runs(value: object) -> tuple[Run, ...]:
    """Return a value in words, or what a function put in its place, such as a gap."""
    if isinstance(value, Slot):
        return tuple(run for run in value.content if isinstance(run, Run))
    if value is None:
        return (NOT_GIVEN,)
    words = said(value)
    if words is None:
        raise Stopped("The template shows in a cell what is not plain text", "Name a text, a number or a date.")
    return (Text(words),)


def contents(title: str = "Contents", depth: Depth = 2) -> tuple[Block, ...]:
    """Return the table of contents over the headings down to `depth`."""
    return (Contents(title, depth),)


def gap(words: str) -> tuple[Run, ...]:
    """Return a sentence that says what is still missing, marked as such."""
    return (Text(words, gap=True),)


def gap_slot(words: str) -> Slot:
    """Return the same, as it stands in the place of a value that is missing."""
    return Slot(gap(words))


TABLE_FUNCTIONS: Final[Mapping[str, Callable[..., Made]]] = {"table": table, "gap": gap, "cover": cover}
"""What the templates of documents may call that hold a table and little else."""
