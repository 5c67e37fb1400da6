"""The things that can be added to an inspection: each with its folder, and its fields in the order of the file."""

from __future__ import annotations

from msgspec import Struct

from reportkit.actions import choices
from reportkit.actions.field_context import FieldContext
from reportkit.actions.fields import Field
from reportkit.inspection.bodies import Bodies
from reportkit.inspection.driver import Reach
from reportkit.inspection.finding import FindingKind, Theme, Weight
from reportkit.inspection.recommendation import BuyIn


class Thing(Struct, frozen=True, kw_only=True):
    """Something to add. `place` is a folder of one file each, or the list in drivers-and-barriers.yaml."""

    name: str
    place: str
    help: str
    fields: tuple[Field, ...]


_FINDINGS = Field(
    key="findings",
    kind="names",
    help="The findings it rests on.",
    asks="Which findings",
    choices=FieldContext.findings,
    note="[ids of findings]",
)
_AREA = Field(
    key="area",
    help="The service area, or another service in the inspection's scope.",
    asks="Service area",
    choices=choices.areas,
    note="a service area",
)
_COVERS = Field(
    key="covers",
    kind="names",
    help="Topics and questions of the guidance that it speaks of.",
    choices=choices.topics,
    beyond=choices.all_questions,
)
_ORDER = Field(key="order", kind="number", help="Its place in its section, before everything without a number.")
_PRESS = Field(key="press", kind="yes", help="The press release shows its title.")

FINDING = Thing(
    name="finding",
    place="findings",
    help="Add a finding: a strength or a weakness, and what it rests on.",
    fields=(
        Field(key="title", help="What was found, in a sentence.", asks="What was found, in a sentence", needed=True),
        Field(
            key="question",
            help="The question it answers: 1.1 to 3.2, P1 to P3, G1 to G5, or one under these.",
            asks="Which question does it answer",
            choices=choices.main_questions,
            beyond=choices.finding_questions,
            note='"2.2"    # the question it answers',
        ),
        _AREA,
        Field(
            key="kind",
            help="strength or weakness.",
            asks="Strength or weakness",
            choices=choices.of(FindingKind),
            needed=True,
        ),
        Field(
            key="weight",
            help="high, medium or low; medium where it is left out.",
            asks="Weight",
            choices=choices.of(Weight),
            note="medium    # or high, low",
        ),
        Field(
            key="evidence",
            kind="names",
            help="The evidence it rests on.",
            asks="Which evidence does it rest on",
            choices=FieldContext.evidence,
            note="[ids of evidence]",
        ),
        Field(
            key="by",
            help="The member of the team who found it.",
            asks="Who found it",
            choices=FieldContext.team,
            note="a member of the team",
        ),
        Field(
            key="effect",
            help="What it means for tenants.",
            asks="What does it mean for tenants",
            note="what it means for tenants",
        ),
        _COVERS,
        Field(
            key="also",
            kind="names",
            help="Questions of the other judgement that it also concerns.",
            choices=choices.main_questions,
            beyond=choices.finding_questions,
        ),
        Field(key="themes", kind="names", help="Themes it speaks of.", choices=choices.of(Theme)),
        Field(key="indicators", kind="names", help="Indicators it cites, such as 'BVPI 66a'."),
        _ORDER,
        Field(key="teething", kind="yes", help="It is only a matter of the first six months."),
        Field(key="positive-practice", kind="yes", help="Others could learn from it."),
        Field(key="sensitive", kind="yes", help="It stays out of public papers until it is cleared."),
        _PRESS,
        Field(key="text", kind="text", help="Its text, in Markdown."),
    ),
)
EVIDENCE = Thing(
    name="evidence",
    place="evidence",
    help="Add evidence: a reality check or a document.",
    fields=(
        Field(key="title", help="What it is, in a few words.", asks="What is it, in a few words", needed=True),
        Field(
            key="kind",
            help="The kind of reality check, or document, or indicators.",
            asks="What kind of reality check, or a document",
            choices=choices.evidence_kinds,
            needed=True,
        ),
        Field(key="date", kind="date", help="The day.", asks="On which day, as YYYY-MM-DD", note="2004-05-31"),
        Field(
            key="by",
            kind="names",
            help="The members of the team who were there or read it.",
            asks="By whom",
            choices=FieldContext.team,
            note="[members of the team]",
        ),
        Field(
            key="questions",
            kind="names",
            help="The questions it helps to answer.",
            asks="Which questions does it help to answer",
            choices=choices.main_questions,
            beyond=choices.all_questions,
            note="[ids of questions]",
        ),
        Field(
            key="areas",
            kind="names",
            help="The service areas it is about.",
            asks="Service areas",
            choices=choices.areas,
            note="[service areas]",
        ),
        _COVERS,
        Field(key="source", help="The context source, for a document.", choices=choices.sources),
        Field(key="way", help="The way in which tenants were asked.", choices=choices.ways),
        Field(key="about", help="Which body it is about.", choices=choices.of(Bodies)),
        Field(key="sample", kind="number", help="How many people were asked, or cases read."),
        Field(key="held", help="Where the original is kept.", note="where the original is kept"),
        Field(
            key="seen",
            kind="text",
            help="What was seen, in Markdown; no tenant's name.",
            note="what was seen; no tenant's name",
        ),
    ),
)
RECOMMENDATION = Thing(
    name="recommendation",
    place="recommendations",
    help="Add a recommendation: what a body should do about which findings.",
    fields=(
        Field(key="title", help="What should be done.", asks="What should be done, in a sentence", needed=True),
        Field(key="text", kind="text", help="More about it, in Markdown.", note="more about it"),
        _FINDINGS,
        Field(
            key="to",
            help="The body that should act.",
            asks="Which body should act",
            choices=choices.of(Bodies),
            note="almo    # or authority, both",
        ),
        Field(key="owner", help="The office that will do it.", asks="Which office will do it", note="an office"),
        Field(
            key="by",
            kind="date",
            help="The day by which it should be done.",
            asks="By which day, as YYYY-MM-DD",
            note="2004-12-31",
        ),
        Field(key="measure", help="How it will be seen to be done.", note="how it will be seen to be done"),
        Field(key="cost", help="What it costs, in words.", note="what it costs, in words"),
        Field(key="pays", help="Who pays the cost.", note="who pays the cost"),
        Field(key="gains", help="Who has the benefit.", note="who has the benefit"),
        Field(
            key="buy-in",
            help="Help from a better landlord.",
            choices=choices.of(
                BuyIn, management_time="some hours of a manager's time", take_over="a service run for a fixed time"
            ),
        ),
        _ORDER,
        _PRESS,
    ),
)


def _driver_or_barrier(name: str, what: str) -> Thing:
    return Thing(
        name=name,
        place=f"{name}s",
        help=f"Add a {name}: {what}.",
        fields=(
            Field(key="title", help="What it is, in a sentence.", asks="What is it, in a sentence", needed=True),
            Field(key="text", kind="text", help="More about it, in Markdown."),
            Field(
                key="reach",
                help="One service, or the whole body.",
                asks="One service, or the whole body",
                choices=choices.of(Reach),
            ),
            _AREA,
            _FINDINGS,
        ),
    )


DRIVER = _driver_or_barrier("driver", "something that will help the service to improve")
BARRIER = _driver_or_barrier("barrier", "something that will stand in the way of improvement")
THINGS = (FINDING, EVIDENCE, RECOMMENDATION, DRIVER, BARRIER)
