"""The stages that an inspection goes through, from its first draft to its final report, in a house in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from reportkit.gitstore.identity import Identity
from tests.actions.house_in_memory import BEGINS, CASEWORK_FILE, INSPECTION, HouseInMemory
from tests.actions.workspace_in_memory import WorkspaceInMemory
from tests.cli.moderate.conftest import POLICY, SLUG
from tests.cli.publish.conftest import CASEWORK, WITHHELD

__all__ = ["BEGINS", "CASEWORK_FILE", "INSPECTION", "SLUG"]

ROOT = Path(__file__).parents[2]
TOLD, OUT = dt.date(2004, 1, 22), dt.date(2004, 2, 12)
EMAILS = {
    "address: [Town Hall, Harrowmere]": "address: [Town Hall, Harrowmere], email: ann@harrow.example",
    "address: [2 Mill Lane]": "address: [2 Mill Lane], email: tom@homes.example",
}


def _begin() -> HouseInMemory:
    """The fullest example, with a service that is fair, weak prospects, and one finding marked sensitive."""
    paths = [path for path in (ROOT / "inspections" / SLUG).rglob("*") if path.is_file()]
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}
    casework = CASEWORK
    for old, new in EMAILS.items():
        casework = casework.replace(old, new)
    ours = {
        "reportkit.yaml": "format: 1\nrepository: the-house\ninspectorate: {name: Ours}\n",
        "moderation/policy.yaml": POLICY,
        CASEWORK_FILE: casework,
    }
    files |= {path: text.encode() for path, text in ours.items()}
    house = HouseInMemory(WorkspaceInMemory(files, Identity(name="x", email="x@example.org"), seconds=10**10))
    house.edits("inspection.yaml", "rating: good", "rating: fair")
    house.edits("inspection.yaml", "rating: promising", "rating: uncertain")
    house.edits(f"findings/{WITHHELD}.md", "\nkind:", "\nsensitive: yes\nkind:")
    return house


AGREED = {"service": "agreed", "prospects": "agreed"}
MODERATORS = ("ann", "bob", "cat")
TURN = {"turn": "before", "agreed_with": ("Jane Hart", "Mo Khan")}
BOTH = ("authority", "almo")


def hand_in(house: HouseInMemory) -> None:
    house.does("ros", "submit")


def meet(house: HouseInMemory, **outcome: str) -> None:
    house.does("ann", "meeting", present=MODERATORS, **{**AGREED, **outcome})


def sign(house: HouseInMemory, *people: str) -> None:
    for person in people or MODERATORS:
        house.does(person, "sign-off")


def send(house: HouseInMemory) -> None:
    house.does("gus", "send", **TURN)


def hear(house: HouseInMemory) -> None:
    """Neither body has comments, and all sit together."""
    house.does("gus", "add-comment", bodies=BOTH)
    house.does("gus", "round-table", present=("Jane Hart", "Mo Khan"))


def decide(house: HouseInMemory) -> None:
    house.does("flo", "decide", **AGREED)


def tell(house: HouseInMemory) -> None:
    house.day = TOLD
    house.does("gus", "notify")


def dispatch(house: HouseInMemory) -> None:
    for to in ("authority", "almo", "odpm", "press"):
        house.does("gus", "notify-sent", to=to, way="post")
    house.day = OUT


def publish(house: HouseInMemory) -> None:
    house.does("gus", "publish")


STEPS: dict[str, Callable[[HouseInMemory], None]] = {
    "handed in": hand_in,
    "met": meet,
    "signed": sign,
    "sent": send,
    "heard": hear,
    "decided": decide,
    "told": tell,
    "dispatched": dispatch,
    "published": publish,
}
"""The stages from the first draft, and what is done to reach each from the one before."""


@cache
def house_at(stage: str) -> HouseInMemory:
    """The house at a stage, made once: copy it before anything is done in it."""
    if stage == "drafted":
        return _begin()
    before = ["drafted", *STEPS][list(STEPS).index(stage)]
    with TemporaryDirectory() as folder:
        house = house_at(before).copy(Path(folder))
        STEPS[stage](house)
    return house
