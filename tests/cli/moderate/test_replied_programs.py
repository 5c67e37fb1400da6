"""`moderate sign-off --for PERSON --reply FILE.eml`, held to replies as mail programs really write them."""

from __future__ import annotations

import json
import re
import sys
from base64 import b64decode, encodebytes
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.mail.reply_context import digest_of_paragraph
from tests.cli.conftest import Outcome, at_a_terminal
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.moderate.test_enter_reply import code, kept_replies
from tests.mail import mail_programs as by
from tests.mail.outlook_files import msg
from tests.mail.test_mail_programs import ACCEPTED, PROGRAMS, REFUSED
from tests.mail.turned_replies import HOLD, NOTICE, RECORDED, TURNED, Turned, plain

__all__ = ["at_a_terminal"]

WHOLE = "Outlook for Windows", "the new Outlook", "Thunderbird", "Gmail"
"""Those that are tried as whole commands; all of them are read in tests/mail."""

NAMES = {
    "corin@office.example": "ann@example.org",
    "wynn@office.example": "gus@example.org",
    "C. Blaydale": "A. Lee",
    "Corin": "Ann",
    "Blaydale": "Lee",
    "Wynn": "Gus",
    "Ashgrove": "Pym",
    "Elm Homes": "Harrowmere Homes Limited",
    "Senior Manager": "Regional Lead Inspector",
}
"""What the samples' people and pack are called here."""

RECORDABLE = [each for each in TURNED if each.expected == RECORDED]
UNCLEAR = [each for each in TURNED if each.expected != RECORDED]
BESIDE = "words beside it", "a file hangs on it"


@pytest.fixture
def untouched(in_moderation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """An office where the moderators have met, shared by tests that change nothing in it."""
    return Office(in_moderation, monkeypatch, capsys)


def enter(office: Office, data: bytes, place: Path, *more: str) -> Outcome:
    """Enter a sample as Ann's reply to Gus's message about what is saved, with their names in it."""
    file = place / "reply.eml"
    file.write_bytes(_of_office(data, code(office)))
    words = ("sign-off", SLUG, "--for", "ann", "--reply", str(file), "--out", str(place), *more)
    return office.at("gus")("moderate", *words, "--today", "2004-06-14")


def _of_office(data: bytes, version: str) -> bytes:
    """Return a sample with this office's people, pack and version in it, also in what is encoded."""

    def named(found: re.Match[bytes]) -> bytes:
        text = b64decode(found[2])
        return found[1] + (encodebytes(_renamed(text, version)) if b"\0" not in text else found[2])

    whole = data.replace(b"=\r\n", b"") if b"quoted-printable" in data else data
    return _renamed(re.sub(rb"(Encoding: base64\r\n\r\n)([A-Za-z0-9+/=\r\n]+)", named, whole), version)


def _renamed(data: bytes, version: str) -> bytes:
    for old, new in ((by.CODE, version), *NAMES.items()):
        data = data.replace(old.encode(), new.encode())
    return data


@pytest.mark.parametrize("program", WHOLE)
def test_a_reply_of_a_program_would_be_recorded(untouched: Office, tmp_path: Path, program: str) -> None:
    shown = enter(untouched, PROGRAMS[program]("I agree."), tmp_path, "--dry-run")
    assert shown.code == 0, shown.err
    assert json.loads(shown.out)["event"] == "sign-off"


@pytest.mark.parametrize("sample", REFUSED)
def test_what_is_no_answer_is_refused_and_nothing_is_kept(untouched: Office, tmp_path: Path, sample: str) -> None:
    data, sentence = REFUSED[sample]
    refused = enter(untouched, data, tmp_path)
    assert (refused.code, refused.out) == (1, "")
    assert _renamed(sentence.encode(), "").decode() in refused.err
    assert refused.err.count("\n") == 1
    assert kept_replies(untouched) == []


@pytest.mark.parametrize("sample", BESIDE)
def test_an_agreement_with_more_beside_it_is_asked_about(
    met: Office, tmp_path: Path, at_a_terminal: Callable[..., None], sample: str
) -> None:
    at_a_terminal("n")
    refused = enter(met, ACCEPTED[sample][0], tmp_path)
    assert refused.code == 1
    assert refused.err.endswith("Nothing was recorded. Ask the moderator for one of the three answers alone.\n")
    assert kept_replies(met) == []
    at_a_terminal("y")
    entered = enter(met, ACCEPTED[sample][0], tmp_path)
    assert (entered.code, len(kept_replies(met))) == (0, 1)
    assert "1 of 3 sign-offs hold" in entered.out


@pytest.mark.parametrize("turned", UNCLEAR, ids=lambda each: each.name)
def test_what_could_turn_the_answer_is_not_recorded_where_no_person_is_asked(
    untouched: Office, tmp_path: Path, turned: Turned
) -> None:
    refused = enter(untouched, turned.data, tmp_path)
    assert (refused.code, refused.out) == (1, "")
    shown = [_renamed(line.encode(), "").decode() for line in turned.shown]
    assert [line for line in shown if f"    “{line}”\n" not in refused.err] == []
    assert kept_replies(untouched) == []


@pytest.mark.parametrize("turned", RECORDABLE, ids=lambda each: each.name)
def test_what_has_nothing_but_courtesies_beside_it_is_recorded(
    untouched: Office, tmp_path: Path, turned: Turned
) -> None:
    shown = enter(untouched, turned.data, tmp_path, "--dry-run")
    assert shown.code == 0, shown.err


def test_at_a_terminal_the_lines_are_shown_and_asked_about(
    met: Office, tmp_path: Path, at_a_terminal: Callable[..., None]
) -> None:
    (turned,) = (each for each in TURNED if each.name == "words after the farewell")
    at_a_terminal("n")
    refused = enter(met, turned.data, tmp_path)
    assert (refused.code, kept_replies(met)) == (1, [])
    assert f"    “{HOLD}”\n" in refused.err
    at_a_terminal("y")
    assert (enter(met, turned.data, tmp_path).code, len(kept_replies(met))) == (0, 1)


def test_at_a_terminal_a_condition_is_refused_and_not_asked_about(
    met: Office, tmp_path: Path, at_a_terminal: Callable[..., None]
) -> None:
    (turned,) = (each for each in TURNED if each.name == "a condition after Kind regards")
    at_a_terminal()
    assert (enter(met, turned.data, tmp_path).code, kept_replies(met)) == (1, [])


def test_plain_agreement_is_not_asked_about(met: Office, tmp_path: Path, at_a_terminal: Callable[..., None]) -> None:
    at_a_terminal()
    assert enter(met, PROGRAMS["Gmail"]("I agree."), tmp_path).code == 0


def test_without_a_terminal_what_hangs_on_it_is_named_and_refused(untouched: Office, tmp_path: Path) -> None:
    shown = enter(untouched, ACCEPTED["a file hangs on it"][0], tmp_path, "--dry-run")
    assert "What hangs on it is not read here: “comments.pdf”. Look whether it asks for anything.\n" in shown.err
    assert shown.code == 1


def test_a_notice_that_a_person_accepted_is_not_asked_about_in_the_next_reply(
    met: Office, tmp_path: Path, at_a_terminal: Callable[..., None]
) -> None:
    words = plain(f"I agree.\n\nCorin\n\n{NOTICE}")
    assert enter(met, words, tmp_path).code == 1
    at_a_terminal("y")
    assert enter(met, words, tmp_path).code == 0
    accepted = json.loads(met.newest("sign-off").read_text(encoding="utf-8"))["reported"]["accepted"]
    assert accepted == [digest_of_paragraph([NOTICE])]
    met.edits("findings/adaptations-slow.md", "title:", "title: Old")
    met.saves()
    at_a_terminal()  # a question would find no answer
    later = words.replace(by.SENT.encode(), b"Mon, 14 Jun 2004 10:00:00 +0100").replace(b"AM0PR04MB1", b"2")
    assert enter(met, later, tmp_path).code == 0


def test_a_reply_that_outlook_saved_is_recorded_and_kept_as_it_came(
    met: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = f"RE: Harrowmere Homes Limited: moderation, round 1, version {code(met)}"
    data = msg(f"From: Ann Lee <ann@example.org>\r\nSubject: {subject}\r\nDate: {by.SENT}\r\n\r\n", "I agree.")
    done = enter(met, data, tmp_path)
    assert done.code == 0, done.err
    (kept,) = kept_replies(met)
    assert (kept.suffix, kept.read_bytes()) == (".msg", data)
    ann = met.at("ann")
    assert ann("verify", SLUG).code == 0
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    told = ann("verify", SLUG)
    assert told.code == 1
    assert "was not read here, so its words were not compared" in told.out
