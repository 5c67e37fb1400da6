"""Whatever the mail program, its writer's own answer is read, and nothing that it quoted counts for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportkit.errors import Refused
from reportkit.mail.message import Correspondent
from reportkit.mail.replies import read_reply
from reportkit.moderation.subject import one_code
from tests.every_case import every_case
from tests.mail import mail_programs as by
from tests.mail.mail_programs import ASKED, CODE, PACK, PROGRAMS, message

EARLIER = "Dear Wynn,\n\nI agree.\n\nCorin"  # their own word on an older pack, quoted again
NOTHING = "none of the three answers"
SIGNED = "I agree.\n\nKind regards\n\nCorin Blaydale\nSenior Manager, Northern\nT: 020 7946 0000"
HOUSE = (
    "This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the "
    "intended recipient you must not copy it unless the sender agrees. However, no liability is accepted."
)
CAUTION = (
    "CAUTION: This email originated from outside of the organisation. Do not click links or open attachments unless "
    "you recognise the sender and know the content is safe."
)
SELDOM = (
    "[You don't often get email from corin@office.example. Learn why at https://aka.ms/LearnAboutSenderIdentification ]"
)

WORDS = {
    "I agree.": ("agree", ""),
    SIGNED: ("agree", ""),
    f"{CAUTION}\n\nI agree.": ("agree", ""),
    f"{SELDOM}\n\nI agree.": ("agree", ""),
    f"I agree.\n\n{HOUSE}": ("agree", ""),
    "“I agree.”": ("agree", ""),
    "I don’t agree because it’s a guess.": ("not-agreed", "it's a guess"),
    f"I need the survey’s tables.\n\n{HOUSE}": ("need", "the survey's tables"),
}


@every_case("program", PROGRAMS)
def test_each_program_brings_the_answer_that_was_written(program: str) -> None:
    for words, answer in WORDS.items():
        reply = read_reply(PROGRAMS[program](words))
        assert (reply.answer, reply.words, reply.sender) == (*answer, "corin@office.example"), words


@every_case("program", PROGRAMS)
@every_case("quoted", [PACK, EARLIER], ids=["the pack", "an earlier answer"])
def test_what_a_program_quotes_is_never_the_answer(program: str, quoted: str) -> None:
    for words in ("", "Thank you, I shall read it tonight.", f"{CAUTION}\n\nWill do."):
        with pytest.raises(Refused, match=NOTHING):
            read_reply(PROGRAMS[program](words, quoted))


@every_case("program", PROGRAMS)
def test_a_condition_is_seen_whatever_the_program(program: str) -> None:
    for words in (
        "I agree, but for paragraph 12.",
        "I agree.\n\nThis message is subject to the survey.",
        "I agree.\n\nKind regards\nCorin\n\nPS Only if paragraph 12 goes.",
        "If paragraph 12 goes:\n\nI agree.",
    ):
        with pytest.raises(Refused, match="says more than “I agree”"):
            read_reply(PROGRAMS[program](words))


def _with_a_file(kind: str = "application/pdf", name: str = "comments.pdf", extra: str = "") -> bytes:
    hangs_on = f'--b1_x\nContent-Type: {kind}; name="{name}"\n{extra}Content-Disposition: attachment\n\nx\n'
    text = b"--b1_x\nContent-Type: text/plain\n\nI agree.\n"
    return message('Content-Type: multipart/mixed; boundary="b1_x"', body=text + hangs_on.encode() + b"--b1_x--\n")


def _plain(words: str, *fields: str, subject: str = f"Re: {ASKED}") -> bytes:
    return message("Content-Type: text/plain; charset=utf-8", *fields, body=words.encode(), subject=subject)


def _forwarded(words: str) -> bytes:
    head = f"---------- Forwarded message ---------\nFrom: {by.WYNN.name} <{by.WYNN.address}>\nDate: Fri, 11 Jun 2004"
    return _plain(f"{words}\n\n{head}\nSubject: {ASKED}\n\n{PACK}", subject=f"Fwd: {ASKED}")


def _report(kind: str, words: str) -> bytes:
    field = f'Content-Type: multipart/report; report-type={kind}; boundary="b1_x"'
    text = f"--b1_x\nContent-Type: text/plain\n\n{words}\n--b1_x\nContent-Type: message/{kind}\n\nx: y\n"
    original = f"--b1_x\nContent-Type: message/rfc822\n\nSubject: {ASKED}\n\nI agree.\n--b1_x--\n"
    return message(field, body=(text + original).encode(), subject=f"Read: {ASKED}")


def _away(subject: str, *fields: str) -> bytes:
    return _plain("I agree.\nI need to be away until 5 July.", *fields, subject=subject)


READ = "Your message was read on 14 June 2004."
OTHER = "0000-0000-0000-0000-0000"

ACCEPTED: dict[str, tuple[bytes, str, str, tuple[str, ...]]] = {
    "forwarded, with the answer above": (_forwarded("I agree."), "agree", "", ()),
    "the subject changed, the code beside the answer": (
        _plain(f"I agree. {CODE}", subject="The pack"), "agree", "", ()
    ),
    "two of the lines taken out of the pack's": (_plain("I do not agree because … of paragraph 12"), "not-agreed",
                                                 "of paragraph 12", ()),
    "marks of another direction": (_plain("\u200eI\u00a0agree.\u200f"), "agree", "", ()),
    "a warning over two lines": (
        _plain(CAUTION.replace("open ", "open\n") + "\n\nI agree."), "agree", "", ()
    ),
    "a picture in a signature": (
        _with_a_file("image/png", "logo.png", "Content-ID: <logo>\n"), "agree", "", ("logo.png",)
    ),
    "signed by a certificate": (_with_a_file("application/pkcs7-signature", "smime.p7s"), "agree", "", ()),
    "a file hangs on it": (_with_a_file(), "agree", "", ("comments.pdf",)),
    "another message hangs on it": (_with_a_file("message/rfc822", ""), "agree", "", ("a message",)),
    "words beside it": (_plain("I agree.\n\nA clear report."), "agree", "A clear report", ()),
    "not called automatic": (_plain("I agree.", "Auto-Submitted: no", "Precedence: normal"), "agree", "", ()),
    "a signature of fields below the answer": (
        _plain("I agree.\n\nCorin Blaydale\nTel: 020 7946 0000\nMobile: 07700 900000\nEmail: corin@office.example"),
        "agree", "", ()
    ),
}  # fmt: skip

REFUSED: dict[str, tuple[bytes, str]] = {
    "forwarded, with nothing above": (_forwarded(""), NOTHING),
    "the subject changed, the code in what is quoted": (
        by.outlook("I agree.").replace(ASKED.encode(), b"The pack", 1), "does not say which version"
    ),
    "an older code in the subject": (_plain(f"I agree. {OTHER}"), "names 2 versions"),
    "two of the three lines left": (_plain("I agree.\nI need …"), "has 2 answers, “I agree”; “I need …”"),
    "all three lines left": (_plain(PACK), "has 3 answers"),
    "agreed in other words": (_plain("Agreed."), NOTHING),
    "disagreed in other words": (_plain("I disagree because of paragraph 12."), NOTHING),
    "answered among the quoted lines": (_plain(f"{by.marked(PACK)}\nYes\n"), NOTHING),
    "nothing but winmail.dat": (by.tnef_alone(), "words are in winmail.dat, which only Outlook reads"),
    "Apple's own form": (b"1234      \nFrom: a@example.org\n", "emlx"),
    "Exchange's answer of someone away": (_away(f"Automatic reply: {ASKED}"), "This is an automatic reply"),
    "an answer of someone away, by its field": (
        _away(f"Re: {ASKED}", "Auto-Submitted: auto-generated"), "This is an automatic reply"
    ),
    "Gmail's answer of someone away": (
        _away(f"Re: {ASKED}", "Precedence: bulk", "X-Autoreply: yes"), "This is an automatic reply"
    ),
    "an answer that no one gets back": (
        _away(f"Re: {ASKED}").replace(b"<corin@office.example>\r\nFrom", b"<>\r\nFrom"), "This is an automatic reply"
    ),
    "an older answer of someone away": (_away(f"Out of Office: {ASKED}"), "This is an automatic reply"),
    "a receipt": (_report("disposition-notification", READ), "This is a receipt"),
    "a notice that it was not delivered": (_report("delivery-status", "Not delivered."), "This is a notice about"),
    "another report": (_report("feedback-report", "Spam."), "This is a mail system's report"),
    "a colleague who passes it on": (
        message("Sender: Pat <pat@office.example>", body=b"I agree."), "sent for corin@office.example by pat@"
    ),
}  # fmt: skip


@every_case(("data", "answer", "words", "attached"), ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_one_clear_answer_is_read(data: bytes, answer: str, words: str, attached: tuple[str, ...]) -> None:
    reply = read_reply(data)
    assert (reply.answer, reply.words, reply.attached) == (answer, words, attached)


@every_case(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_none_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        one_code(read_reply(data).codes)


@every_case("charset", ["utf-8", "windows-1252", "iso-8859-1"])
@every_case("coding", ["quoted-printable", "base64", "8bit"])
def test_an_apostrophe_is_read_in_every_coding(charset: str, coding: str) -> None:
    reply = read_reply(by.outlook("I don’t agree because it’s a guess.", charset=charset, coding=coding))
    assert (reply.answer, reply.words) == ("not-agreed", "it's a guess")


def test_the_samples_are_of_one_person_and_one_pack() -> None:
    makers: tuple[Callable[..., bytes], ...] = tuple(PROGRAMS.values())
    assert all(CODE in ASKED and read_reply(make("I agree.")).codes == (CODE,) for make in makers)
    assert isinstance(by.WYNN, Correspondent)
