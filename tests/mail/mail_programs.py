"""Replies as mail programs write them: their fields, their forms, and how each quotes the message that it answers.

The forms were taken from messages of those programs; people, addresses and words are invented.
"""

from __future__ import annotations

import datetime as dt
from base64 import encodebytes
from collections.abc import Callable
from email import message_from_bytes, policy
from html import escape
from quopri import encodestring

from reportkit.mail.message import Attachment, Correspondent
from reportkit.mail.pack_mail import Parcel, pack_message
from reportkit.mail.reply_context import ReplyContext

CODE = "1A2B-3C4D-5E6F-7G8H-9J0K"
CORIN = Correspondent("Corin Blaydale", "corin@office.example")
WYNN = Correspondent("Wynn Ashgrove", "wynn@office.example")
KNOWN = ReplyContext(title="Elm Homes", moderator=CORIN, roles=("senior manager", "Northern"), people=(CORIN, WYNN))
"""What the office knows of these people and of the pack."""

SENT = "Mon, 14 Jun 2004 09:00:00 +0100"

PAPER = Attachment("pack.docx", b"PK")
_MADE = message_from_bytes(
    pack_message(
        CORIN,
        WYNN,
        Parcel(title="Elm Homes", round=1, code=CODE, pack=PAPER, report=PAPER),
        dt.datetime(2004, 6, 11, 9, tzinfo=dt.UTC),
    ),
    policy=policy.default,
)
ASKED = str(_MADE["Subject"])
_BODY = _MADE.get_body(("plain",))
assert _BODY is not None
PACK = str(_BODY.get_content()).replace("\r\n", "\n").strip()
"""The words of the message that brings the pack, with all three lines in them."""

Program = Callable[..., bytes]


def message(*fields: str, body: bytes, subject: str = f"RE: {ASKED}", sender: Correspondent = CORIN) -> bytes:
    """Return a message with the fields that all have, and more."""
    head = [
        "Return-Path: <corin@office.example>",
        f"From: {sender.name} <{sender.address}>",
        f"To: {WYNN.name} <{WYNN.address}>",
        f"Subject: {subject}",
        f"Date: {SENT}",
        "Message-ID: <AM0PR04MB1@office.example>",
        "X-Auto-Response-Suppress: DR, RN, NRN",  # asks others for silence; no sign of a machine
        "MIME-Version: 1.0",
        *fields,
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def alternative(plain: str, html: str, *, charset: str = "utf-8", coding: str = "quoted-printable") -> bytes:
    """Return the body of a message in two forms."""
    text, page = (part(words, kind, charset, coding) for words, kind in ((plain, "plain"), (html, "html")))
    return b"--b1_x\n" + text + b"\n--b1_x\n" + page + b"\n--b1_x--\n"


def part(words: str, kind: str, charset: str = "utf-8", coding: str = "quoted-printable") -> bytes:
    """One form. What is called iso-8859-1 is really windows-1252, as in many a message."""
    data = words.encode("windows-1252" if charset == "iso-8859-1" else charset, "replace")
    made = {"quoted-printable": encodestring, "base64": encodebytes}.get(coding, bytes)(data)
    head = f'Content-Type: text/{kind}; charset="{charset}"\nContent-Transfer-Encoding: {coding}\n\n'
    return head.encode() + made


TWO_FORMS = 'Content-Type: multipart/alternative; boundary="b1_x"'
_OUTLOOK_HEAD = f"From: {WYNN.name} <{WYNN.address}>\nSent: 11 June 2004 10:00\nTo: {CORIN.name} <{CORIN.address}>\n"


def _lines(words: str, tag: str = "p class=MsoNormal") -> str:
    name = tag.split(maxsplit=1)[0]
    return "".join(f"<{tag}>{escape(line) or '&nbsp;'}<o:p></o:p></{name}>\r\n" for line in words.split("\n"))


def _word_page(words: str, quoted: str) -> str:
    """HTML as Outlook for Windows makes it with Word."""
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type '
        'content="text/html; charset=utf-8"><style><!-- p.MsoNormal {margin:0cm;} --></style>'
        '<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>'
        f"<body lang=EN-GB><div class=WordSection1>{_lines(words)}<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class=MsoNormal>'
        f"<b><span lang=EN-US>From:</span></b><span lang=EN-US> {WYNN.name} &lt;{WYNN.address}&gt; <br><b>Sent:</b> "
        f"11 June 2004 10:00<br><b>To:</b> {CORIN.name}<br><b>Subject:</b> {ASKED}</span></p></div>"
        f"</div>{_lines(quoted)}</div></body></html>"
    )


def outlook(words: str, quoted: str = PACK, **how: str) -> bytes:
    """Outlook for Windows, in both forms: the original below its head, unmarked."""
    plain = f"{words}\n\n{_OUTLOOK_HEAD}Subject: {ASKED}\n\n{quoted}\n"
    return message(TWO_FORMS, body=alternative(plain, _word_page(words, quoted), **how))


def outlook_html(words: str, quoted: str = PACK) -> bytes:
    """Return the same in HTML alone."""
    page = part(_word_page(words, quoted), "html")
    head, _, body = page.partition(b"\n\n")
    return message(*head.decode().split("\n"), body=body)


def outlook_old(words: str, quoted: str = PACK) -> bytes:
    """Outlook 2003 in plain text, as windows-1252."""
    body = f"{words}\n\n-----Original Message-----\n{_OUTLOOK_HEAD}Subject: {ASKED}\n\n{quoted}\n"
    fields = ('Content-Type: text/plain;\r\n\tcharset="windows-1252"', "Content-Transfer-Encoding: 8bit")
    return message(*fields, body=body.encode("windows-1252", "replace"))


def outlook_marked(words: str, quoted: str = PACK) -> bytes:
    """Outlook where each line of the original is marked."""
    lines = f"-----Original Message-----\n{_OUTLOOK_HEAD}Subject: {ASKED}\n\n{quoted}".split("\n")
    body = "\n".join((words, "", *(f"> {line}" for line in lines)))
    return message('Content-Type: text/plain; charset="us-ascii"', body=body.encode())


def outlook_new(words: str, quoted: str = PACK) -> bytes:
    """Return the new Outlook, and Outlook on the web."""
    plain = f"{words}\n\n________________________________\n{_OUTLOOK_HEAD}Subject: {ASKED}\n\n{quoted}\n"
    page = (
        '<html><head><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head>'
        f'<body dir="ltr">{_lines(words, "div class=elementToProof")}<div id="appendonsend"></div>'
        '<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">'
        f'<font face="Calibri, sans-serif" color="#000000"><b>From:</b> {WYNN.name} &lt;{WYNN.address}&gt;<br>\n'
        f"<b>Sent:</b> 11 June 2004 10:00<br>\n<b>To:</b> {CORIN.name}<br>\n<b>Subject:</b> {ASKED}</font>"
        f'</div><div class="BodyFragment"><div class="PlainText">{escape(quoted).replace(chr(10), "<br>")}</div></div>'
        "</body></html>"
    )
    return message(TWO_FORMS, "Thread-Topic: Elm Homes", body=alternative(plain, page, coding="base64"))


def outlook_mobile(words: str, quoted: str = PACK) -> bytes:
    """Outlook on a telephone."""
    below = f"________________________________\n{_OUTLOOK_HEAD}Subject: {ASKED}\n\n{quoted}"
    plain = f"{words}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n{below}\n"
    body = part(plain, "plain")
    head, _, text = body.partition(b"\n\n")
    return message(*head.decode().split("\n"), body=text)


def outlook_tnef(words: str, quoted: str = PACK) -> bytes:
    """Outlook that sends rich text: the words as plain text, everything else in winmail.dat."""
    plain = part(f"{words}\n\n{_OUTLOOK_HEAD}Subject: {ASKED}\n\n{quoted}\n", "plain", "iso-8859-1")
    return message(
        'Content-Type: multipart/mixed; boundary="b1_x"', body=b"--b1_x\n" + plain + b"\n" + _TNEF + b"--b1_x--\n"
    )


_TNEF = (
    b'--b1_x\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n'
    b'Content-Disposition: attachment; filename="winmail.dat"\n\neJ8+IgEAAQ==\n\n'
)


def tnef_alone() -> bytes:
    """Return the same without the words."""
    return message('Content-Type: multipart/mixed; boundary="b1_x"', body=_TNEF + b"--b1_x--\n")


def _attribution(wrapped: bool = False) -> str:
    who = f"{WYNN.name} <{WYNN.address}>"
    return f"On Fri, 11 Jun 2004 at 10:00, {who}{chr(10) if wrapped else ' '}wrote:"


def marked(quoted: str) -> str:
    """Words, each line marked as quoted."""
    return "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))


def gmail(words: str, quoted: str = PACK) -> bytes:
    """Gmail, in both forms; it breaks “On … wrote:” over two lines."""
    plain = f"{words}\n\n{_attribution(wrapped=True)}\n\n{marked(quoted)}\n"
    page = (
        f'<div dir="ltr">{_lines(words, "div")}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" '
        f'class="gmail_attr">{escape(_attribution())}<br></div><blockquote class="gmail_quote" '
        f'style="margin:0px 0px 0px 0.8ex">{_lines(quoted, "div")}</blockquote></div>'
    )
    return message(TWO_FORMS, body=alternative(plain, page))


def gmail_below(words: str, quoted: str = PACK) -> bytes:
    """Gmail, where the answer stands below what is quoted."""
    plain = f"{_attribution(wrapped=True)}\n\n{marked(quoted)}\n\n{words}\n"
    head, _, body = part(plain, "plain").partition(b"\n\n")
    return message(*head.decode().split("\n"), body=body)


def iphone(words: str, quoted: str = PACK) -> bytes:
    """Apple's mail program on a telephone, with the sign that it puts before what is quoted."""
    attribution = f"> On 11 Jun 2004, at 10:00, {WYNN.name} <{WYNN.address}> wrote:\n> \n"
    plain = f"{words}\n\nSent from my iPhone\n\n{attribution}> \ufeff{marked(quoted)[2:]}\n"
    page = (
        f'<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">'
        f'{_lines(words, "div")}<div><br></div><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote '
        f'type="cite">On 11 Jun 2004, at 10:00, {WYNN.name} &lt;{WYNN.address}&gt; wrote:<br><br></blockquote></div>'
        f'<blockquote type="cite"><div dir="ltr">\ufeff{_lines(quoted, "div")}</div></blockquote></body></html>'
    )
    return message(TWO_FORMS, "X-Mailer: iPhone Mail (21F90)", body=alternative(plain, page))


def android(words: str, quoted: str = PACK) -> bytes:
    """Return the mail program of many Android telephones."""
    below = (
        f"-------- Original message --------\nFrom: {WYNN.name} <{WYNN.address}>\nDate: 11/06/2004 10:00 (GMT+00:00)\n"
    )
    body = f"{words}\n\nSent from my Galaxy\n\n{below}To: {CORIN.address}\nSubject: {ASKED}\n\n{quoted}\n"
    return message("Content-Type: text/plain; charset=UTF-8", body=body.encode())


def yahoo(words: str, quoted: str = PACK) -> bytes:
    """Yahoo, which indents what it quotes."""
    indented = "\n".join(f"  {line}" for line in quoted.split("\n"))
    attribution = f"On Friday, 11 June 2004 at 10:00:00 BST, {WYNN.name} <{WYNN.address}> wrote:"
    return message(
        "Content-Type: text/plain; charset=UTF-8", body=f"{words}\n\n    {attribution}  \n \n {indented}\n".encode()
    )


def thunderbird(words: str, quoted: str = PACK) -> bytes:
    """Thunderbird, with flowed lines."""
    body = (
        f"{words}\n\nOn 11/06/2004 10:00, {WYNN.name} wrote:\n{marked(quoted)}\n\n-- \n{CORIN.name}\nSenior Manager\n"
    )
    return message("Content-Type: text/plain; charset=UTF-8; format=flowed", body=body.encode())


def groupwise(words: str, quoted: str = PACK) -> bytes:
    """GroupWise, which marks nothing of what it quotes."""
    body = f"{words}\n\n>>> {WYNN.name} <{WYNN.address}> 11/06/2004 10:00 >>>\n{quoted}\n"
    return message("Content-Type: text/plain; charset=US-ASCII", body=body.encode())


def outlook_welsh(words: str, quoted: str = PACK) -> bytes:
    """Outlook in Welsh, as a council in Wales may have it."""
    head = f"Oddi wrth: {WYNN.name} <{WYNN.address}>\nAnfonwyd: 11 Mehefin 2004 10:00\nAt: {CORIN.name}\n"
    body = f"{words}\n\n{head}Pwnc: {ASKED}\n\n{quoted}\n"
    return message("Content-Type: text/plain; charset=utf-8", body=body.encode())


def gmail_german(words: str, quoted: str = PACK) -> bytes:
    """Gmail in German, with nothing marked."""
    body = f"{words}\n\nAm Fr., 11. Juni 2004 um 10:00 Uhr schrieb {WYNN.name} <\n{WYNN.address}>:\n\n{quoted}\n"
    return message("Content-Type: text/plain; charset=utf-8", body=body.encode())


PROGRAMS: dict[str, Program] = {
    "Outlook for Windows": outlook,
    "Outlook for Windows, HTML alone": outlook_html,
    "Outlook 2003": outlook_old,
    "Outlook that marks lines": outlook_marked,
    "the new Outlook": outlook_new,
    "Outlook on a telephone": outlook_mobile,
    "Outlook with winmail.dat": outlook_tnef,
    "Gmail": gmail,
    "Gmail, answered below": gmail_below,
    "an iPhone": iphone,
    "Android": android,
    "Yahoo": yahoo,
    "Thunderbird": thunderbird,
    "GroupWise": groupwise,
    "Outlook in Welsh": outlook_welsh,
    "Gmail in German": gmail_german,
}
