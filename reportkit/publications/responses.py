"""What became of a body's comments, as a table in Word: each with its answer [115, 117]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from reportkit.document.assemble import assemble
from reportkit.document.blocks import Document
from reportkit.publications import drawing
from reportkit.publications.arguments import for_templates
from reportkit.publications.fields import plain
from reportkit.publications.phrases import day
from reportkit.publications.setting import Setting
from reportkit.publications.views import as_view
from reportkit.wording.render import render
from reportkit.wording.values import Kept, Surroundings, Template

TEMPLATE = "comments-response.md.j2"


class Answered(Struct, frozen=True, kw_only=True):
    """One comment: what it is about, when it came, its words, and the answer in words (None: nobody has given one)."""

    about: str
    received: dt.date
    says: str
    answer: str | None


class Response(Struct, frozen=True, kw_only=True):
    """What one body is told: of which inspection, its own name, when the draft was sent to it, and its comments.

    `marking` stands across every page, "" for none: a specimen says that it is one.
    """

    title: str
    body: str
    sent: dt.date | None
    comments: tuple[Answered, ...]
    marking: str = ""


def response_of(
    response: Response, setting: Setting, templates: Mapping[str, Template], kept: Kept | None = None
) -> Document:
    """The response as a document, the comments as they come. Raises Refused for a template that does not work."""
    functions = {
        name: for_templates(name, function)
        for name, function in (("table", drawing.table), ("gap", drawing.gap), ("cover", drawing.cover))
    }
    wording = render(templates[TEMPLATE], _values(response, setting), Surroundings(functions, templates, None, kept))
    return Document(
        blocks=assemble(wording.text, wording.slots, wording.place),
        title=f"{response.title}: comments and answers",
        subject=f"Comments of {response.body} on the draft report",
        author=setting.inspectorate.name,
        made=setting.made,
        marking=response.marking,
        running_head=f"{_marked(response)}{response.title}: comments of {response.body} and our answers",
        running_foot=setting.inspectorate.name,
        properties=(("reportkit commit", setting.commit), ("reportkit digest", setting.digest)),
    )


def _marked(response: Response) -> str:
    return f"{response.marking.capitalize()}: " if response.marking else ""


def _values(response: Response, setting: Setting) -> dict[str, object]:
    values: dict[str, object] = {
        "title": response.title,
        "body": response.body,
        "sent_on": day(response.sent) if response.sent else "",
        "comments": tuple(_row(number, each) for number, each in enumerate(response.comments, 1)),
        "inspectorate": plain(setting.inspectorate),
        "made_on": day(setting.made.date()),
    }
    return {name: as_view(name, value) for name, value in values.items()}


def _row(number: int, comment: Answered) -> dict[str, object]:
    return {
        "number": number,
        "about": comment.about,
        "received": day(comment.received),
        "says": comment.says,
        "answer": comment.answer,
    }
