"""Places of an agreeing reply at which a person who opens it sees a sentence; each as a whole message."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from tests.mail import mail_programs as by
from tests.mail.mail_programs import CORIN, PACK, PROGRAMS, Correspondent, message
from tests.mail.turned_replies import HEAD, INLINE, PLAIN, both, html, parts, plain

Place = Callable[[str], bytes]

_QUOTED: Final = f"{HEAD.rpartition('Subject')[0]}Subject: {by.ASKED}\n\n{PACK}"
_ABOVE: Final = "I agree.\n\n"


def _in_pack(after: str, words: str) -> bytes:
    assert after in PACK
    return plain(_ABOVE + _QUOTED.replace(after, f"{after}{words}", 1))


def _instead(old: str, new: str) -> bytes:
    assert old in _QUOTED
    return plain(_ABOVE + _QUOTED.replace(old, new, 1))


def _page(body: str, head: str = "") -> bytes:
    return html(f"<html><head>{head}</head><body><p>I agree.</p>{body}</body></html>")


def _attached(words: str, kind: str, more: str = "") -> bytes:
    return parts(f"{PLAIN}I agree.", f"Content-Type: {kind}\n{more}\n{words}")


IN_PLAIN_TEXT: Final[dict[str, Place]] = {
    "above": lambda said: plain(f"{said}\n\nI agree."),
    "below": lambda said: plain(f"I agree.\n{said}"),
    "on the same line": lambda said: plain(f"I agree. {said}"),
    "after a farewell": lambda said: plain(f"I agree.\n\nKind regards\nCorin\n\n{said}"),
    "in a farewell": lambda said: plain(f"I agree.\n\nThanks, {said}"),
    "in a greeting": lambda said: plain(f"Dear Wynn {said},\n\nI agree."),
    "after a name": lambda said: plain(f"I agree.\n\nCorin Blaydale, {said}"),
    "after a role": lambda said: plain(f"I agree.\n\nCorin\nSenior Manager {said}"),
    "after Sent from": lambda said: plain(f"I agree.\n\nSent from my iPhone\n{said}"),
    "in Sent from": lambda said: plain(f"I agree.\n\nSent from my iPhone {said}"),
    "after a rule": lambda said: plain(f"I agree.\n____________________\n{said}"),
    "after two hyphens": lambda said: plain(f"I agree.\n-- \n{said}"),
    "after a notice": lambda said: plain(f"I agree.\n\nThis e-mail is confidential. {said}"),
    "marked as quoted": lambda said: plain(f"I agree.\n\n> {said}"),
    "marked within what is quoted": lambda said: plain(f"I agree.\n\n{by.marked(PACK)}\n> {said}"),
    "below what is quoted": lambda said: plain(f"{_ABOVE}{_QUOTED}\n\n{said}"),
    "right above what is quoted": lambda said: plain(f"{_ABOVE}{said}\n{_QUOTED}"),
    "right above the pack's words": lambda said: plain(f"{_ABOVE}{said}\n\n{PACK}"),
    "in place of a wrote": lambda said: plain(
        f"{_ABOVE}On 11 June 2004 {said} Wynn Ashgrove wrote:\n{by.marked(PACK)}"
    ),
    "above a wrote": lambda said: plain(f"{_ABOVE}{said}\nWynn Ashgrove wrote:\n{by.marked(PACK)}"),
    "in the field From": lambda said: _instead("From: Wynn Ashgrove", f"From: Wynn Ashgrove {said}"),
    "in the field To": lambda said: _instead("To: Corin Blaydale", f"To: {said}"),
    "in the field Sent": lambda said: _instead("Sent: 11 June 2004 10:00", f"Sent: {said} 11 June 2004 10:00"),
    "in the field Subject": lambda said: _instead(f"Subject: {by.ASKED}", f"Subject: {said}"),
    "in a Notes name": lambda said: plain(f"{_ABOVE}{said}/HSG/GB\n11/06/2004 10:00\n\n{PACK}"),
    "as GroupWise": lambda said: plain(f"{_ABOVE}>>> {said} <wynn@office.example> 11/06/2004 10:00 >>>\n{PACK}"),
    "as who is addressed in the pack": lambda said: _instead("Dear Corin Blaydale,", f"Dear {said},"),
    "after the pack's first sentence": lambda said: _in_pack("is attached,", f" {said}"),
    "between the pack's paragraphs": lambda said: _in_pack("Your reply", f"\n\n{said}\n\nYour reply"),
    "as who ends the pack": lambda said: _instead("\n\nWynn Ashgrove", f"\n\n{said}"),
    "in what was recorded": lambda said: plain(f"{_ABOVE}The record now says that {said} agrees."),
    "in a later part": lambda said: parts(f"{PLAIN}I agree.", f"{PLAIN}{said}"),
    "in an earlier part": lambda said: parts(f"{PLAIN}{said}", f"{PLAIN}I agree."),
    "in a shown file": lambda said: parts(f"{PLAIN}I agree.", f"{INLINE}{said}"),
    "signed with PGP": lambda said: plain(
        f"-----BEGIN PGP SIGNED MESSAGE-----\n\nI agree.\n-----BEGIN PGP SIGNATURE-----\nComment: {said}\n"
    ),
}

IN_HTML: Final[dict[str, Place]] = {
    "a paragraph": lambda said: _page(f"<p>{escape(said)}</p>"),
    "a division": lambda said: _page(f"<div><span>{escape(said)}</span></div>"),
    "a cell": lambda said: _page(f"<table><tr><td>Corin</td><td>{escape(said)}</td></tr></table>"),
    "an indented paragraph": lambda said: _page(f"<blockquote>{escape(said)}</blockquote>"),
    "a link": lambda said: _page(f'<a href="https://office.example">{escape(said)}</a>'),
    "struck out": lambda said: _page(f"<p><del>{escape(said)}</del></p>"),
    "a picture's words": lambda said: _page(f'<img src="https://office.example/x.png" alt="{escape(said)}">'),
    "a field": lambda said: _page(f'<input value="{escape(said)}">'),
    "for Outlook alone": lambda said: _page(f"<!--[if mso]><p>{escape(said)}</p><![endif]-->"),
    "for others than Outlook": lambda said: _page(f"<!--[if !mso]><!--><p>{escape(said)}</p><!--<![endif]-->"),
    "a style": lambda said: _page("<p></p>", f"<style>p::after {{content: '{escape(said)}'}}</style>"),
    "beside plain text": lambda said: both("I agree.", f"<p>I agree.</p><p>{escape(said)}</p>"),
    "on one line beside plain text": lambda said: both("I agree.", f"<p>I agree. {escape(said)}</p>"),
    "in the plain text alone": lambda said: both(f"I agree.\n\n{said}", "<p>I agree.</p>"),
    "instead of the answer": lambda said: both("I agree.", f"<p>{escape(said)}</p>"),
}

IN_THE_REST: Final[dict[str, Place]] = {
    "in the subject": lambda said: message(body=b"I agree.", subject=f"RE: {by.ASKED} - {said}"),
    "as the subject": lambda said: message(body=b"I agree.", subject=f"{said} {by.CODE}"),
    "in the sender's name": lambda said: message(body=b"I agree.", sender=_named(f"Corin {said}")),
    "as a flag": lambda said: message(f"X-Message-Flag: {said}", body=b"I agree."),
    "in an attached text": lambda said: _attached(said, "text/plain", "Content-Disposition: attachment\n"),
    "in a file": lambda said: _attached(said, "application/pdf; name=comments.pdf"),
    "in a calendar": lambda said: _attached(said, "text/calendar"),
    "in enriched text": lambda said: _attached(said, "text/enriched"),
    "in a message that hangs on it": lambda said: _attached(f"Subject: x\n\n{said}", "message/rfc822"),
    "in a picture of the text": lambda said: _attached(said, "image/png", "Content-ID: <a>\n"),
    "in winmail.dat": lambda said: _attached(said, "application/ms-tnef; name=winmail.dat"),
}


def _named(name: str) -> Correspondent:
    return Correspondent(f'"{name}"', CORIN.address)


OF_PROGRAMS: Final[dict[str, Place]] = {
    f"{name}, {where}": (lambda said, make=make, form=form: make(form.format(said)))
    for name, make in PROGRAMS.items()
    for where, form in (("below", "I agree.\n\n{}"), ("after a farewell", "I agree.\n\nRegards\nCorin\n\n{}"))
}

PLACES: Final[dict[str, Place]] = {**IN_PLAIN_TEXT, **IN_HTML, **IN_THE_REST, **OF_PROGRAMS}
"""All of them."""
