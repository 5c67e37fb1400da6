"""What a moderator's e-mailed reply says, as mail programs really write them, and what is refused."""

from __future__ import annotations

import datetime as dt
import time
from base64 import b64encode
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.errors import Refused
from reportkit.mail.message import Correspondent, eml, reply_lines
from reportkit.mail.replies import Reply, read_reply
from reportkit.moderation.subject import one_code
from tests.every_case import every_case

CODE = "1A2B-3C4D-5E6F-7G8H-9J0K"
SUBJECT = "Re: Elm Homes: moderation, version 1A2B-3C4D-5E6F-7G8H-9J0K"
PACK_TEXT = "Please reply with one of these lines.\n\nI agree.\nI do not agree because …\nI need …\n"
QUOTED = "".join(f"> {line}\n" for line in PACK_TEXT.splitlines())

OUTLOOK = f"""

From: Pia Grün <pia@example.org>
Sent: 01 March 2004 09:30
To: Ann Lee
Subject: Elm Homes: moderation, version 1A2B-3C4D-5E6F-7G8H-9J0K

{PACK_TEXT}"""
GMAIL = f"\n\nOn Mon, 1 Mar 2004 at 09:30, Pia Grün <pia@example.org> wrote:\n\n{QUOTED}"
GMAIL_WRAPPED = f"\n\nOn Mon, 1 Mar 2004 at 09:30, Pia Grün, administrator,\n<pia@example.org> wrote:\n\n{PACK_TEXT}"
ORIGINAL = f"\n\n-----Original Message-----\nFrom: Pia\n{PACK_TEXT}"
APPLE = f"\n\n> On 1 Mar 2004, at 09:30, Pia <pia@example.org> wrote:\n>\n{QUOTED}"
RULE = f"\n________________________________\n{PACK_TEXT}"


def mail(body: str, subject: str = SUBJECT, head: str = "") -> bytes:
    lines = f"From: Ann Lee <Ann.Lee@example.org>\nTo: pia@example.org\nSubject: {subject}\n{head}\n{body}"
    return lines.replace("\n", "\r\n").encode()


def answered(body: str, subject: str = SUBJECT) -> tuple[str, str]:
    reply = read_reply(mail(body, subject))
    return reply.answer, reply.words


def test_a_reply_says_its_code_its_answer_its_words_and_its_sender() -> None:
    assert read_reply(mail("I need the survey’s tables.\n")) == Reply(
        codes=(CODE,),
        answer="need",
        words="the survey's tables",
        sender="ann.lee@example.org",
        line="I need the survey's tables.",
    )


@every_case("quoted", ["", OUTLOOK, GMAIL, GMAIL_WRAPPED, ORIGINAL, APPLE, RULE, "\n-- \nAnn\n"])
def test_what_a_mail_program_quotes_counts_for_nothing(quoted: str) -> None:
    assert answered(f"I agree.{quoted}") == ("agree", "")


@every_case(
    ("body", "answer", "words"),
    [
        ("I agree", "agree", ""),
        ("i AGREE.", "agree", ""),
        ("> I was asked\n\n*I agree.*\n", "agree", ""),
        ("Dear Pia,\n\nI agree.\n\nKind regards,\nAnn", "agree", ""),
        ("Thanks.\n\nI agree.\n\nThanks\nAnn", "agree", "Thanks"),
        ("I agree.\n\nA good report, well written.", "agree", "A good report, well written"),
        ("I agree (version 1A2B-3C4D-5E6F-7G8H-9J0K).", "agree", ""),
        ("I agree 1a2b-3c4d-5e6f-7g8h-9j0k", "agree", ""),
        ("I do not agree because two homes are too few.", "not-agreed", "two homes are too few"),
        ("I don’t agree, because: two homes\nare too few.\n\nAnn", "not-agreed", "two homes\nare too few"),
        ("I agree.\n\nAnn Lee", "agree", ""),
        ("I agree.\n\nA. Lee\n", "agree", ""),
        ("I agree.\n\nAnn Marsh", "agree", "Ann Marsh"),
        ("I need the figures of estate\nA", "need", "the figures of estate\nA"),
        ("I need the tables.\n\nLee, Ann\n", "need", "the tables"),
        ("I do not agree because\n\ntwo homes are too few", "not-agreed", "two homes are too few"),
        ("I need … the tables,\nand the minutes\n\nYours sincerely\nAnn", "need", "the tables,\nand the minutes"),
        ("- I need more", "need", "more"),
        ("I do not agree because of 12.\n\nAnn Lee\nSenior Manager\nT: 020 7946 0000", "not-agreed", "of 12"),
        (
            "I do not agree because of 12.\n\nAnn\nSenior Manager\n\nPS And of 13.",
            "not-agreed",
            "of 12.\n\nPS And of 13",
        ),
        ("I need the tables.\nAnn Lee\nTel: 020 7946 0000\nwww.example.org", "need", "the tables"),
        ("I need the tables.\n\nTel: 020 7946 0000\nann.lee@example.org", "need", "the tables"),
        ("I need the survey of\nthe north and west", "need", "the survey of\nthe north and west"),
        ("I need a word with\n\nBob Hay", "need", "a word with\n\nBob Hay"),
    ],
)
def test_each_answer_is_known_in_the_ways_people_write_it(body: str, answer: str, words: str) -> None:
    assert answered(body) == (answer, words)


@every_case(
    ("body", "sentence"),
    [
        ("Fine by me.", "none of the three answers"),
        ("Yes, I agree.", "none of the three answers"),
        (QUOTED, "none of the three answers"),
        (PACK_TEXT, "has 3 answers"),
        ("I agree.\nI need the tables.", "has 2 answers"),
        ("I agree.\nI agree.", "has 2 answers"),
        ("I agree.\n\nThanks\nAnn\nI need tea", "has 2 answers"),
        ("I do not agree because\nI need the tables.", "has 2 answers"),
        ("I agree, but for paragraph 12.", "says more than “I agree”"),
        ("I agree with judgement 1 only", "says more than “I agree”"),
        ("I agree.\n\nBut paragraph 12 must go.", "“I agree.” and “But paragraph 12 must go.” says more"),
        ("If the survey is added:\n\nI agree.", "says more than “I agree”"),
        ("I agree.\n\nThis is subject to the survey.", "says more than “I agree”"),
        ("I do not agree.", "gives no reason"),
        ("I do not agree because …", "gives no reason"),
        ("I do not agree\nwith much", "gives no reason"),
        ("I need …", "does not say what is needed"),
        ("I need", "does not say what is needed"),
        ("", "no text"),
        ("I need " + "more " * 5000, "more than 20,000 characters"),
    ],
)
def test_what_is_not_one_clear_answer_is_refused_in_a_sentence(body: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        answered(body)


@every_case(
    ("subject", "body"),
    [
        ("Re: version 1a2b-3c4d-5e6f-7g8h-9jok", "I agree."),
        ("=?utf-8?Q?Re=3A_Elm_=E2=80=93_version_1A2B-3C4D-5E6F-7G8H-9J0K?=", "I agree."),
        ("Elm Homes", "I agree. 1a2b-3c4d-5e6f-7g8h-9j0k"),
        ("Elm Homes", "I agree.\nVersion: 1A2B\u20113C4D–5E6F-7G8H-9J0K"),
        ("Re: version 1A2B-3C4D-5E6F-7G8H-9J0K", "I agree.\n\nAnn, 0207 1234 5678"),
        ("Re: Elm Homes: moderation, version 1A2B-3C4D-5E6F-\n 7G8H-9J0K", "I agree."),
        ("Elm Homes", "I agree. 1A2B-3C4D-5E6F-\n7G8H-9J0K"),
        ("Elm Homes", "I agree, version 1A2B - 3C4D - 5E6F - 7G8H - 9J0K."),
        ("Elm Homes", "I agree.\nVersion 1A2B 3C4D 5E6F\n7G8H 9J0K"),
        ("Elm Homes", "I agree.\nCode: 1A2B3C4D5E6F7G8H9J0K"),
        ("Elm Homes", "I agree.\nversion 1A2B\u00ad-3C4D\u22125E6F\u00a0-\u00a07G8H-9J0K"),
        ("Elm Homes, version that were sent last week", "I agree. 1A2B-3C4D-5E6F-7G8H-9J0K"),
    ],
)
def test_the_code_is_found_in_the_subject_or_beside_the_answer(subject: str, body: str) -> None:
    assert one_code(read_reply(mail(body, subject)).codes) == CODE


@every_case(
    ("subject", "body", "codes"),
    [
        ("Elm Homes", "I agree.", ()),
        ("Elm Homes", f"I agree.{OUTLOOK}", ()),
        ("Elm 1A2B-3C4D-5E6F-7G8H-9J0KX", "I agree.", ()),
        (SUBJECT, f"I agree. Version {CODE}", (CODE,)),
        (SUBJECT, "I agree. Version 0000-3C4D-5E6F-7G8H-9J0K", (CODE, "0000-3C4D-5E6F-7G8H-9J0K")),
        (SUBJECT, "I agree. 1a2b-3c4d-5e6f-7g8h-9jok", (CODE, "1a2b-3c4d-5e6f-7g8h-9jok")),
    ],
)
def test_every_code_is_given_as_it_is_written(subject: str, body: str, codes: tuple[str, ...]) -> None:
    assert read_reply(mail(body, subject)).codes == codes


def test_a_code_in_quoted_words_is_not_the_replys() -> None:
    assert read_reply(mail("I agree.\n> version 0000-0000-0000-0000-0000")).codes == (CODE,)


def parts(*bodies: tuple[str, str], kind: str = "alternative") -> bytes:
    inside = "".join(f"--b\n{head}\n\n{text}\n" for head, text in bodies)
    return mail(f"{inside}--b--\n", head=f'MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"\n')


BOTTOM = f"On Mon, 1 Mar 2004 at 09:30, Pia <pia@example.org> wrote:\n\n{QUOTED}\n"
OUTLOOK_MARKED = "> -----Original Message-----\n> From: Pia\n> Sent: Monday\n" + QUOTED


@every_case(
    "body",
    [
        f"{BOTTOM}I agree.\n",
        f"{BOTTOM}I agree.\n\nKind regards\nAnn\n",
        f"Pia,\n\n{BOTTOM}\nI agree.",
        f"-----Original Message-----\n{QUOTED}\nI agree.",
        f"{OUTLOOK_MARKED}\nI agree.",
        f"> Please reply with one of these lines.\n>\n> I agree.\n\nI agree.\n\n{QUOTED}",
    ],
)
def test_below_marked_quotations_the_sender_may_go_on(body: str) -> None:
    assert answered(body)[0] == "agree"


@pytest.mark.parametrize(
    "html",
    [
        "<p>I agree.</p>",
        "<p>I agree.</p><p>Pia wrote:</p><p>I agree.<br>I do not agree because …<br>I need …</p>",
        "<p>A picture</p>",
    ],
)
def test_of_two_forms_of_one_text_the_plain_one_is_read(html: str) -> None:
    made = parts(("Content-Type: text/plain; charset=utf-8", "I agree."), ("Content-Type: text/html", html))
    assert read_reply(made).answer == "agree"


def test_two_forms_that_say_two_things_are_refused() -> None:
    html = "<p>I need a pen</p>"
    made = parts(("Content-Type: text/plain; charset=utf-8", "I agree."), ("Content-Type: text/html", html))
    with pytest.raises(Refused, match="“I agree” as plain text and “I need …” in HTML"):
        read_reply(made)


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "latin-1", "rot13", "idna", "punycode", "undefined", "x" * 500])
def test_whatever_the_character_set_there_is_a_sentence_at_worst(charset: str) -> None:
    with suppress(Refused):
        read_reply(mail("I agree.\n" + "a-b" * 60_000, head=f"Content-Type: text/plain; charset={charset}\n"))


def test_another_character_set_is_read_as_what_it_is() -> None:
    head = f"{SUBJECT}\nContent-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n"
    words = b64encode("I need £5".encode("utf-16")).decode()
    assert read_reply(f"From: ann@example.org\nSubject: {head}\n{words}\n".encode()).words == "£5"


@pytest.mark.parametrize(
    "html",
    [
        "<head><style>p {}</style></head><p>I&nbsp;agree.</p><!-- I need x -->",
        "<p>I agree.</p><blockquote><blockquote>I need x</blockquote><p>I need x</p></blockquote>",
        "<div>I agree.</div><div><br></div><div>Kind regards</div><p>Ann Lee</p>",
        "<p>I agree.</p><script>I need x</script><hr><p><b>From:</b> Pia<br><b>Sent:</b> Monday</p><p>I need x</p>",
    ],
)
def test_a_reply_in_html_alone_is_read_as_its_words(html: str) -> None:
    assert read_reply(mail(html, head="Content-Type: text/html; charset=utf-8\n")).answer == "agree"


def test_quoted_printable_and_other_character_sets_are_read() -> None:
    head = "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n"
    reply = read_reply(mail("I don=92t agree because it=92s a guess, =\r\nno more", head=head))
    assert (reply.answer, reply.words) == ("not-agreed", "it's a guess, no more")


def test_what_is_attached_is_not_what_was_written() -> None:
    made = parts(
        ("Content-Type: text/plain", "I agree."),
        ("Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt", "I need x"),
        ("Content-Type: message/rfc822", "Subject: x\n\nI need x"),
        kind="mixed",
    )
    assert read_reply(made).answer == "agree"
    inside = parts(("Content-Type: message/rfc822", "Subject: x\n\nI agree."), kind="mixed")
    with pytest.raises(Refused, match="no text"):
        read_reply(inside)


def test_hidden_characters_do_not_reach_the_record() -> None:
    assert answered("I need \u202eelbat\u202c the\x07 table") == ("need", "elbat the table")


@every_case(
    ("data", "sentence"),
    [
        (b"", "no e-mail"),
        (b"PK\x03\x04 not a message", "no e-mail"),
        (b"x" * 200_000, "no e-mail"),
        (b"x" * 10_000_001, "larger than 10 MB"),
        (mail("I agree.", head="Auto-Submitted: auto-replied\n"), "automatic reply"),
        (mail("I agree.", head="From: Bob <bob@example.org>\n"), "one sender"),
        (mail("I agree.").replace(b"Ann Lee <Ann.Lee@example.org>", b"a@example.org, b@example.org"), "one sender"),
        (mail("I agree.").replace(b"Ann Lee <Ann.Lee@example.org>", b"nobody"), "one sender"),
        (mail("I agree.", subject="x" * 3000), "far too long"),
        (mail("I agree.", head="Subject: another\n"), "more than one subject"),
        (mail("I agree.", head="Sender: Pat <pat@example.org>\n"), "sent for ann.lee@example.org by pat@example.org"),
        (mail("I agree.").replace(b"Ann Lee <Ann.Lee@example.org>", b"a@example.org <b@example.org>"), "one sender"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 99, "The .msg file cannot be read"),
        (mail("I agree\n" + "x" * 300_000), "larger than 200 kB"),
        (mail("\n" * 250_000), "too many parts"),
        (mail("", head="Content-Type: application/pkcs7-mime\n"), "no text"),
    ],
)
def test_what_is_no_ordinary_reply_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        read_reply(data)


def test_a_name_cannot_pass_for_an_address() -> None:
    forged = mail("I agree.").replace(b"Ann Lee <", b"=?utf-8?Q?boss=40example=2Eorg=2C?= <")
    assert read_reply(forged).sender == "ann.lee@example.org"


def test_the_packs_own_message_is_no_reply_to_it() -> None:
    pia = Correspondent("Pia", "pia@example.org")
    own = eml(pia, pia, SUBJECT, "\n".join(reply_lines()), (), dt.datetime(2004, 3, 1, tzinfo=dt.UTC))
    with pytest.raises(Refused, match="has 3 answers"):
        read_reply(own)


@every_case(
    "html",
    [
        *("<!--" * 40_000, "<a " * 60_000, "<![" * 60_000, "&" * 150_000, "<blockquote>" * 15_000, "</" * 90_000),
        *("<style>p{content:'" + "x" * 180_000, "<style>" + "content:" * 22_000, "<style>" + "{" * 180_000),
        *("<img" + " alt" * 40_000 + ">", "<img alt='" * 18_000, "<p class=" * 20_000, "<!--[if " * 22_000),
    ],
)
def test_html_made_to_take_long_is_over_soon(html: str) -> None:
    started = time.process_time()
    with pytest.raises(Refused):
        read_reply(mail(html, head="Content-Type: text/html\n"))
    assert time.process_time() - started < 3


@every_case("line", ["thanks\n", "On \n", "-----Original Message-----\n>\n", "From:\nTo:\n", "I agree\n"])
def test_lines_made_to_take_long_are_over_soon(line: str) -> None:
    started = time.process_time()
    with suppress(Refused):
        read_reply(mail(line * (190_000 // len(line))))
    assert time.process_time() - started < 3


def test_parts_within_parts_without_end_are_over_soon() -> None:
    nests = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(15))
    started = time.process_time()
    with pytest.raises(Refused):
        read_reply(mail(nests + "x\n" * 20_000, head="MIME-Version: 1.0\n"))
    assert time.process_time() - started < 3


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400))
def test_whatever_the_bytes_a_sentence_is_the_worst_that_comes(data: bytes) -> None:
    for each in (data, b"From: a@example.org\r\nSubject: version 1A2B-3C4D-5E6F-7G8H-9J0K\r\n" + data):
        with suppress(Refused):
            read_reply(each)
