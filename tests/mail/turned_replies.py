"""Replies with words beside the answer that could turn it: where they stand, and what becomes of the reply.

Those of the folder mails/ are whole messages as they came; the others are made here, in the forms that mail
programs write. All people, addresses and words are invented.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from tests.mail import mail_programs as by
from tests.mail.mail_programs import PACK, TWO_FORMS, alternative, marked, message

RECORDED = "recorded"
"""Instead of a sentence: the reply is recorded, and nothing is asked."""

ASKED = "asked"
"""Instead of a sentence: a person is shown the lines and asked; without a terminal it is refused."""

SAYS_MORE = "says more than “I agree”"
TWO = "has 2 answers"
NOTHING = "none of the three answers"


class Turned(NamedTuple):
    """A reply: its name, its bytes, a sentence of its refusal or what else becomes of it, and the lines shown."""

    name: str
    data: bytes
    expected: str
    shown: tuple[str, ...] = ()


def _file(name: str) -> bytes:
    """Return a message of the folder, with the lines ended as they came and this office's people in it."""
    data = (Path(__file__).parent / "mails" / f"{name}.eml").read_bytes()
    ours = data.replace(b"GQYB-VN8N-5G5X-SPP9-JVT2", by.CODE.encode()).replace(b"Ellerwick Homes Limited", b"Elm Homes")
    named = ours.replace(b"c-blaydale@example.org", b"corin@office.example")
    return named.replace(b"w-ashgrove@example.org", b"wynn@office.example").replace(b"\n", b"\r\n")


def plain(words: str) -> bytes:
    return message("Content-Type: text/plain; charset=utf-8", body=words.encode())


def html(page: str) -> bytes:
    return message("Content-Type: text/html; charset=utf-8", body=page.encode())


def both(words: str, page: str) -> bytes:
    return message(TWO_FORMS, body=alternative(words, page))


def parts(*parts: str) -> bytes:
    body = "".join(f"--b1_x\n{part}\n" for part in parts)
    return message('Content-Type: multipart/mixed; boundary="b1_x"', body=f"{body}--b1_x--\n".encode())


PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
INLINE = 'Content-Type: text/plain; name="note.txt"\nContent-Disposition: inline; filename="note.txt"\n\n'
HEAD = "From: Wynn Ashgrove <wynn@office.example>\nSent: 11 June 2004 10:00\nTo: Corin Blaydale\nSubject: Elm Homes"
CONDITION = "But only if paragraph 12 goes."
HOLD = "Please look at the second table again."
NOTICE = "This e-mail is confidential. If you are not the intended recipient, delete this message."
VIEWS = "The views in this message are those of the author."
PRINTING = "Please consider the environment before printing this e-mail."
BETWEEN = PACK.replace("\n\nYour", f"\n\n{HOLD}\n\nYour")

OF_THE_FOLDER: Final = (
    ("two-text-parts-condition", SAYS_MORE),
    ("two-text-parts-cid", SAYS_MORE),
    ("two-text-parts-nothing-between", SAYS_MORE),
    ("two-text-parts-answer-second", RECORDED),
    ("condition-looks-like-notice", SAYS_MORE),
    ("notice-then-own-words", SAYS_MORE),
    ("condition-after-thanks", SAYS_MORE),
    ("legal-hold-thanks-ps", SAYS_MORE),
    ("hyphen-signature-condition", SAYS_MORE),
    ("after-sent-from", SAYS_MORE),
    ("underscores", SAYS_MORE),
    ("quoted-own-sentence", SAYS_MORE),
    ("html-condition-not-in-plain", SAYS_MORE),
    ("struck-out-html", NOTHING),
    ("only-struck", NOTHING),
    ("question-mark", "is a question"),
    ("bom", RECORDED),
    ("plain-stub", RECORDED),
    ("lotus-notes", RECORDED),
    ("winmail-octet", "words are in winmail.dat"),
)

MADE: Final = (
    Turned("a condition after Kind regards", plain(f"I agree.\n\nKind regards\nCorin\n\n{CONDITION}"), SAYS_MORE),
    Turned("a condition after Sent from Outlook", plain(f"I agree.\n\nSent from Outlook\n\n{CONDITION}"), SAYS_MORE),
    Turned("a condition between two paragraphs", plain(f"I agree.\n\n{CONDITION}\n\nWell written."), SAYS_MORE),
    Turned("a condition in a farewell's own line", plain("I agree.\n\nThanks, but only if 12 goes"), SAYS_MORE),
    Turned("a condition in a second text", parts(f"{PLAIN}I agree.", f"{PLAIN}{CONDITION}"), SAYS_MORE),
    Turned(
        "a condition in a second text below a quotation",
        parts(f"{PLAIN}I agree.\n\n{HEAD}: {by.ASKED}\n\n{PACK}", f"{PLAIN}Regards\n{CONDITION}"),
        SAYS_MORE,
    ),
    Turned("a condition in HTML alone", html(f"<p>I agree.</p><p>Regards</p><p>{CONDITION}</p>"), SAYS_MORE),
    Turned("a condition that HTML indents", html(f"<p>I agree.</p><blockquote>{CONDITION}</blockquote>"), ASKED,
           (CONDITION,)),
    Turned("a condition in one form alone", both(f"I agree.\n\n{CONDITION}", "<p>I agree.</p>"), SAYS_MORE),
    Turned("a condition in a text that is shown inline", parts(f"{PLAIN}I agree.", f"{INLINE}{CONDITION}"), SAYS_MORE),
    Turned("a condition after a rule", plain(f"I agree.\n\n{'_' * 20}\n{CONDITION}"), SAYS_MORE),
    Turned(
        "a condition after an own sentence",
        plain(f"I agree.\n\nOn Monday the tenants wrote:\nthe lift fails. {CONDITION}"),
        SAYS_MORE,
    ),
    Turned("own words marked as quoted", plain(f"I agree.\n\n> {CONDITION}\n"), ASKED, (CONDITION,)),
    Turned("own words among the quoted lines", plain(f"I agree.\n\n{marked(PACK)}\n> {HOLD}\n"), ASKED, (HOLD,)),
    Turned("own words within the unmarked pack", by.outlook("I agree.", BETWEEN), ASKED, (HOLD,)),
    Turned("two answers", plain("I agree.\n\nRegards\nCorin\n\nI need the survey."), TWO),
    Turned("an answer withdrawn below", plain("I agree.\n\nThanks\n\nI do not agree because of the survey."), TWO),
    Turned("another answer after an agreement's signature", plain("I agree.\n-- \nCorin\nI need the survey."), TWO),
    Turned("a word that takes it back", plain("I agree.\n\nRegards\nCorin\n\nOr rather, later."), ASKED,
           ("Or rather, later.",)),
    Turned("words after the farewell", plain(f"I agree.\n\nMany thanks\n\n{HOLD}"), ASKED, (HOLD,)),
    Turned("words right below", plain(f"I agree.\n\n{HOLD}"), ASKED, (HOLD,)),
    Turned("words above, behind a greeting", plain("Hello, the second table first\n\nI agree."), ASKED,
           ("Hello, the second table first",)),
    Turned("words after a notice", plain(f"I agree.\n\n{NOTICE}\n\n{HOLD}"), ASKED, (NOTICE, HOLD)),
    Turned("words within a notice", plain(f"I agree.\n\n{NOTICE} {HOLD}"), SAYS_MORE),
    Turned("a condition after a notice", plain(f"I agree.\n\n{NOTICE}\n\nI only sign part 1."), SAYS_MORE),
    Turned("a name that is none", plain("I agree.\n\nRegards\nCorin\nProvisionally"), SAYS_MORE),
    Turned("a subject that is none", plain("I agree.\n\nThanks\nSubject: to a new survey"), ASKED,
           ("Subject: to a new survey",)),
    Turned("a picture for a word", plain("I agree.\n\nCorin\n👎"), ASKED, ("👎",)),
    Turned("a picture in HTML alone", both("I agree.\n", "<p>I agree.</p><p>👎</p>"), ASKED, ("👎",)),
    Turned("HTML with another line", both("I agree.", f"<p>I agree.</p><p>{HOLD}</p>"), ASKED, (HOLD,)),
    Turned("HTML where it is struck out", both("I agree.", "<p><s>I agree.</s></p>"), SAYS_MORE),
    Turned("struck out by its style", html('<p style="text-decoration: line-through">I agree.</p>'), NOTHING),
    Turned("deleted", html("<div><del><b>I agree.</b></del></div>"), NOTHING),
    Turned("a struck word within it", html("<p>I <strike>do not</strike> agree.</p>"), NOTHING),
    Turned("a question", plain("I agree ?"), "is a question"),
    Turned("a question with the code", plain(f"I agree, version {by.CODE}?"), "is a question"),
    Turned("a refusal with more below", plain(f"I do not agree because of 12.\n\nRegards\n\n{HOLD}"), ASKED, (HOLD,)),
    Turned("a refusal that agrees below", plain("I do not agree because of 12.\n\nRegards\n\nI agree."), TWO),
    Turned("a query with a condition", plain("I need the survey, but only if it is new.\n\nRegards\nCorin"), RECORDED),
    Turned("a signature with an address", plain("I agree.\n\nKind regards,\nCorin Blaydale\nSenior Manager\n"
                                                "1 Square Street, London EL1 2AB\nTel: 020 7946 0000"), ASKED,
           ("1 Square Street, London EL1 2AB", "Tel: 020 7946 0000")),
    Turned("a signature as it is listed", plain("I agree.\n\nKind regards,\nC. Blaydale\nSenior Manager, Northern\n"
                                                "E: corin@office.example"), RECORDED),
    Turned("a house's notice in paragraphs", plain(f"I agree.\n\nCorin\n\n{NOTICE}\n\n{VIEWS}\n\n{PRINTING}"), ASKED,
           (NOTICE, VIEWS, PRINTING)),
    Turned("a telephone's line", plain("I agree.\n\nSent from my iPhone"), RECORDED),
    Turned("a stub and an answer with more", both("This message is in HTML.", f"<p>I agree.</p><p>{CONDITION}</p>"),
           SAYS_MORE),
)  # fmt: skip

TURNED: Final = (*(Turned(name, _file(name), expected) for name, expected in OF_THE_FOLDER), *MADE)
"""All of them."""
