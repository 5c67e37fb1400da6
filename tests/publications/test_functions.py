"""What a template calls wrongly is a sentence with the template's file and line, and never a bug."""

from __future__ import annotations

import pytest

from reportkit.errors import Refused
from reportkit.inspection.recommendation import Recommendation
from tests.every_case import every_case
from tests.publications.builders import blocks, finding, inspection

INSPECTION = inspection(finding(), recommendations=(Recommendation(id="do-it", title="Do it", findings=("repairs",)),))
A_COLUMN = 'It takes a list of ("heading", "name of the value", share of the width, "right").'

WRONG = {
    'contents("Contents", dept=2)': "calls contents wrongly: got an unexpected keyword argument 'dept'.",
    'contents("Contents", depth="2")': "contents() cannot use the 'depth' it is given. It takes a whole number from 1",
    "contents(depth=9)": "contents() cannot use the 'depth'",
    'findings(["repairs"])': "calls findings wrongly: missing a required argument: 'effect'.",
    'findings(["repair"], effect="")': "There is no finding 'repair'. Take the ids from the values",
    'findings("repairs", effect="")': "findings() cannot use the 'ids' it is given. It takes a list of ids.",
    'words("do")': "There is no recommendation 'do'.",
    "narrative(none)": "narrative() cannot use the 'name' it is given. It takes a text.",
    'entries(["repairs"])': "There is no driver or barrier 'repairs'.",
    'paragraphs(["voids"])': "There is no finding 'voids'.",
    'scoring_chart("a", "b")': "calls scoring_chart wrongly: missing a required argument: 'mark'.",
    'table(recommendations, [("Do", "titel")], "C")': "asks for 'titel', which the rows do not have. They have: id,",
    'table(recommendations, [("Do", "findings")], "C")': "shows in a cell what is not plain text.",
    'table(recommendations, [("Do", "title", "right")], "C")': A_COLUMN,
    'table(recommendations, [("Do",)], "C")': A_COLUMN,
    'table(recommendations, [], "C")': A_COLUMN,
    'table(recommendations, [("Do", "title")], none)': "table() cannot use the 'caption' it is given. It takes a text.",
    'table(authority, [("Do", "title")], "C")': "table() cannot use the 'rows'",
    'bar_chart(recommendations, "title", [("x",)], "u", "c", "d")': 'It takes a list of ("name of the bar", "name of',
    'bar_chart(recommendations, "title", [("x", "title")], "u", "c", "d")': "asks for 'title', which is no number.",
    'cover("a", "b", ["c"])': "cover() cannot use the 'facts' it is given. It takes a list of (\"label\", value).",
    'cover("a", "b", [("c", team)])': "shows in a cell what is not plain text.",
    'cover("a", "b", [], notices="Draft")': "cover() cannot use the 'notices' it is given. It takes a list of texts.",
    "gap(3)": "gap() cannot use the 'words' it is given. It takes a text.",
}


@every_case(("call", "told"), WRONG.items())
def test_a_wrong_call_is_pointed_out_with_its_line(call: str, told: str) -> None:
    with pytest.raises(Refused) as caught:
        blocks(f"# One\n\n{{{{ {call} }}}}\n", INSPECTION)
    assert str(caught.value).startswith("templates/report.md.j2:3: ")
    assert told in str(caught.value)


RIGHT = (
    'contents("Contents", depth=3)',
    'findings(["repairs"], effect="So: ")',
    'narrative("not-written")',
    'table(recommendations, [["Do", "title"], ("Number", "number", 2, "right")], "C")',
    'bar_chart(recommendations, "title", [("x", "number")], "u", "c", "d")',
    'cover("a", "b", [("c", 3)])',
    "paragraphs([])",
)


@every_case("call", RIGHT)
def test_a_right_call_is_not(call: str) -> None:
    blocks(f"# One\n\n{{{{ {call} }}}}\n", INSPECTION)
