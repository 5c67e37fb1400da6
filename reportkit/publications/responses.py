"""What became of a body's comments, as a table in Word: each with its answer [115, 117]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportkit.document.blocks import Document
from reportkit.publications.from_template import document_of, worded
from reportkit.publications.phrases import day
from reportkit.publications.setting import Setting
from reportkit.publications.struct_fields import plain
from reportkit.publications.template_blocks import TABLE_FUNCTIONS
from reportkit.wording.values import Kept, Template

TEMPLATE = "comments-response.md.j2"


class AnsweredComment(Struct, frozen=True, kw_only=True):
    """One comment: what it is about, when it came, its words, and the answer in words (None: there is none yet)."""

    about: str
    received: dt.date
    says: str
    answer: str | None


class Response(Struct, frozen=True, kw_only=True):
    """The answer to one body: the inspection, its name, when the draft was sent to it, and its comments.

    `marking` stands across every page, "" for none: a specimen says that it is one.
    """

    title: str
    body: str
    sent: dt.date | None
    comments: tuple[AnsweredComment, ...]
    marking: str = ""


def response_of(
    response: Response, setting: Setting, templates: Mapping[str, Template], kept: Kept | None = None
) -> Document:
    """Return the response as a document, the comments as they come.

    Raises Refused for a template that does not work.
    """
    marked = f"{response.marking.capitalize()}: " if response.marking else ""
    head = f"{marked}{response.title}: comments of {response.body} and our answers"
    blocks = worded(TEMPLATE, _values(response, setting), TABLE_FUNCTIONS, templates, kept)
    title, subject = f"{response.title}: comments and answers", f"Comments of {response.body} on the draft report"
    return replace(document_of(setting, blocks, title, subject), running_head=head, marking=response.marking)


def _values(response: Response, setting: Setting) -> dict[str, object]:
    return {
        "title": response.title,
        "body": response.body,
        "sent_on": day(response.sent) if response.sent else "",
        "comments": tuple(_row(number, each) for number, each in enumerate(response.comments, 1)),
        "inspectorate": plain(setting.inspectorate),
        "made_on": day(setting.made.date()),
    }


def _row(number: int, comment: AnsweredComment) -> dict[str, object]:
    return {
        "number": number,
        "about": comment.about,
        "received": day(comment.received),
        "says": comment.says,
        "answer": comment.answer,
    }
