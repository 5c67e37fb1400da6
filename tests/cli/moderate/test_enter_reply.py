"""A manager who has only Word and e-mail: an administrator enters the reply, and it is shown as reported."""

from __future__ import annotations

import email
import hashlib
import json
import re
from email.policy import default
from pathlib import Path

import pytest

from reportkit.cli.moderate import pack, sign_off
from reportkit.errors import Exit
from reportkit.mail.message import reply_lines
from reportkit.moderation.codec import parse
from reportkit.moderation.events import Query, Refusal, SignOff
from reportkit.moderation.record import Record
from reportkit.moderation.subject import subject_of, version_code
from tests.cli.conftest import Outcome
from tests.cli.moderate.conftest import POLICY, SHIPPED, SLUG, Office

FURTHER = ("--present", "ann,bob,cat", "--service", "agreed", "--prospects", "further:Who pays?")
LEAD = "Rosalind Tollinshaw"
ANN = "Ann Lee <ann@example.org>"
MORNING, EVENING = "Mon, 14 Jun 2004 09:00:00 +0100", "Mon, 14 Jun 2004 18:00:00 +0100"


@pytest.fixture
def office(met: Office) -> Office:
    return met


@pytest.fixture
def untouched(in_moderation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """The same, shared by tests that change nothing in it."""
    return Office(in_moderation, monkeypatch, capsys)


def code(office: Office) -> str:
    """Return the code of what lies in the folder, which is what is saved unless a test says otherwise."""
    files = ((path.relative_to(office.folder).as_posix(), path) for path in office.folder.rglob("*") if path.is_file())
    return version_code(subject_of("the-house", SLUG, ((name, path.read_bytes()) for name, path in files)))


def reply(office: Office, words: str, sender: str = ANN, sent: str = MORNING, of: str = "") -> Path:
    """Return a moderator's reply to the pack, saved as a file."""
    path = office.root.parent / "reply.eml"
    subject = f"Re: Harrowmere Homes: moderation, round 1, version {of or code(office)}"
    head = f"From: {sender}\nTo: gus@example.org\nSubject: {subject}\nDate: {sent}\n"
    path.write_bytes(f"{head}\n{words}\n\nOn Sun, 13 Jun 2004 Gus Pym wrote:\n> I agree.\n".encode())
    return path


def words(office: Office, file: Path, *more: str, person: str = "ann") -> tuple[str, ...]:
    return ("--for", person, "--reply", str(file), "--out", str(office.root.parent / "sent"), *more)


def entered(office: Office, file: Path, *more: str, person: str = "ann", by: str = "gus") -> Outcome:
    return office.does(by, "sign-off", *words(office, file, *more, person=person))


def refused(office: Office, file: Path, *more: str, person: str = "ann", by: str = "gus") -> str:
    kept = sorted(office.root.glob("moderation/*/replies/*"))
    done = office.refused(by, "sign-off", *words(office, file, *more, person=person))
    assert sorted(office.root.glob("moderation/*/replies/*")) == kept
    assert not (office.root.parent / "sent").exists() or kept
    return done.err


def of_event(office: Office, event: str) -> Record:
    (path,) = office.root.glob(f"moderation/{SLUG}/records/*-{event}-*.json")
    return parse(path.read_bytes())


def kept_replies(office: Office) -> list[Path]:
    return sorted(office.root.glob(f"moderation/{SLUG}/replies/*"))


def message(office: Office, person: str = "ann") -> str:
    (path,) = (office.root.parent / "sent").glob(f"{SLUG}-recorded-{person}-*.eml")
    told = email.message_from_bytes(path.read_bytes(), policy=default)
    assert told["To"].addresses[0].addr_spec == f"{person}@example.org"
    unbroken = re.sub(r"(?<!\n)\n(?!\n)", " ", str(told.get_content()).replace("\r\n", "\n"))
    return f"{told['Subject']}\n\n{unbroken}"


def test_a_reply_that_agrees_is_a_sign_off_that_says_who_reported_it(office: Office) -> None:
    file = reply(office, "I agree.")
    told = entered(office, file).out
    assert "Ann Lee (regional lead inspector, reported by Gus Pym) signed off" in told
    assert "1 of 3 sign-offs hold" in told
    record = of_event(office, "sign-off")
    assert isinstance(record.details, SignOff)
    assert (record.person, record.role) == ("ann", "regional-lead-inspector")
    assert record.reported is not None
    assert (record.reported.by, record.reported.code) == ("gus", code(office))
    (kept,) = kept_replies(office)
    assert kept.read_bytes() == file.read_bytes()
    assert record.reported.reply == hashlib.sha256(kept.read_bytes()).hexdigest()
    assert kept.name == f"{record.reported.reply[:12]}.eml"
    assert office.git("status", "--porcelain") == ""
    assert len(office.git("show", "--name-only", "--format=").split()) == 2


def test_the_moderator_is_told_what_was_recorded_in_her_name_and_can_object(office: Office) -> None:
    entered(office, reply(office, "I agree."))
    told = message(office)
    assert f"version {code(office)}\n" in told
    assert "Ann Lee, regional lead inspector, has assessed its evidence, judgements and report, and agrees." in told
    assert "It is shown as reported by Gus Pym" in told
    objection = reply(office, "I do not agree because that is not what I said.", sent=EVENING)
    assert "does not agree, because: that is not what I said" in entered(office, objection).out
    assert json.loads(office.at("ann")("moderate", SLUG, "--json").out)["signed"] == []


def test_everything_that_shows_the_sign_off_says_reported_by(office: Office) -> None:
    entered(office, reply(office, "I agree."))
    ann = office.at("ann")
    assert "Ann Lee, regional lead inspector, on 2004-06-14, reported by Gus Pym." in ann("moderate", SLUG).out
    (signed,) = json.loads(ann("moderate", SLUG, "--json").out)["signed"]
    assert (signed["sure"], signed["reported-by"]) == ("reported", "gus")
    assert "sign-off, reported by Gus Pym, content" in ann("history", SLUG).out
    act = json.loads(ann("history", SLUG, "--json").out)["acts"][-1]
    assert (act["sure"], act["entered-by"], act["void"]) == ("reported", "Gus Pym", "")
    assert "reported by Gus Pym" in office.git("log", "-1", "--format=%s")
    assert ann("verify", SLUG).out.count("Ann Lee wrote it in an e-mail, reported by Gus Pym") == 1
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    office.saves()
    assert "the sign-off by Ann Lee as regional lead inspector, reported by Gus Pym, holds" in ann("verify", SLUG).out


def test_a_reply_that_does_not_agree_is_a_refusal_with_its_reason(office: Office) -> None:
    done = entered(office, reply(office, "I do not agree because two homes\nare too few."))
    assert "Ann Lee, reported by Gus Pym, does not agree, because: two homes are too few (Ann Lee)" in done.out
    details = of_event(office, "refusal").details
    assert isinstance(details, Refusal)
    assert details.reason == "two homes\nare too few"
    assert "does not agree, because:\n\ntwo homes are too few" in message(office)


def test_a_reply_that_needs_something_is_a_query_to_the_lead_inspector_for_seven_days(office: Office) -> None:
    done = entered(office, reply(office, "I need the survey of tenants."))
    assert "the lead inspector is asked, for an answer within 7 days" in done.err
    details = of_event(office, "query").details
    assert isinstance(details, Query)
    assert (details.asks, details.of, str(details.by)) == ("the survey of tenants", LEAD, "2004-06-21")
    told = office.at("ann")("moderate", SLUG).out
    assert f"Ann Lee (reported by Gus Pym) asked {LEAD}, by 2004-06-21: the survey of tenants" in told
    assert "asks Rosalind Tollinshaw for further information, by 21 June 2004" in message(office)


def test_who_and_by_when_something_is_needed_can_be_said(office: Office) -> None:
    done = entered(office, reply(office, "I need the survey."), "--of", "dan", "--by", "2004-06-16")
    assert "These words are recorded:\n    “the survey”\n" in done.err
    assert "--of" not in done.err
    details = of_event(office, "query").details
    assert isinstance(details, Query)
    assert (details.of, str(details.by)) == ("Dan Orr", "2004-06-16")


def test_what_else_a_reply_says_is_shown_and_not_recorded_where_no_person_is_asked(untouched: Office) -> None:
    told = refused(untouched, reply(untouched, "I agree.\n\nWell done, all."))
    assert told.partition("\n")[2] == (
        "The reply also has these lines, which are no part of what is recorded:\n    “Well done, all.”\n"
        "Nothing was recorded: only a person can tell whether what is beside the answer changes it. Enter the reply at "
        "a terminal, where you are asked, or ask the moderator for the answer alone.\n"
    )


def test_the_message_to_the_moderator_quotes_the_whole_reply(office: Office) -> None:
    entered(office, reply(office, "Dear Gus,\n\nI agree.\n\nRegards\nAnn"))
    (path,) = (office.root.parent / "sent").glob(f"{SLUG}-recorded-ann-*.eml")
    told = str(email.message_from_bytes(path.read_bytes(), policy=default).get_content()).replace("\r\n", "\n")
    quoted = "> Dear Gus,\n>\n> I agree.\n>\n> Regards\n> Ann\n>\n> On Sun, 13 Jun 2004 Gus Pym wrote:\n> > I agree.\n"
    assert told.endswith(f"Your whole e-mail, as it was read:\n\n{quoted}")


def test_three_sign_offs_need_three_people_however_they_are_entered(office: Office) -> None:
    jo = "Jo Kerr <jo@example.org>"
    assert "Say which: --role" in refused(office, reply(office, "I agree.", jo), person="jo")
    entered(office, reply(office, "I agree.", jo), "--role", "almo-co-ordinator", person="jo")
    again = reply(office, "I agree.", jo, EVENING)
    told = refused(office, again, "--role", "senior-manager", person="jo")
    assert "The same person had signed as ALMO co-ordinator" in told


def test_who_stands_in_for_a_moderator_can_reply_too(office: Office) -> None:
    cover = ("--role", "senior-manager", "--of", "cat", "--by", "dan", "--until", "2004-06-20")
    office.does("flo", "cover", *cover)
    told = entered(office, reply(office, "I agree.", "dan@example.org"), person="dan").out
    assert "Dan Orr (senior manager, standing in for Cat Roy, reported by Gus Pym) signed off" in told


def test_only_an_administrator_enters_a_reply_and_not_their_own(office: Office) -> None:
    file = reply(office, "I agree.")
    told = "Flo Nye is no administrator, and only one enters what others wrote. Ask Gus Pym.\n"
    assert refused(office, file, by="flo") == told
    mine = POLICY.replace("roles: [administrator]", "roles: [administrator, senior-manager]")
    office.has_policy(mine)
    own = reply(office, "I agree.", "gus@example.org")
    assert "Gus Pym cannot enter their own reply for themselves" in refused(office, own, person="gus")


def test_a_reply_from_another_address_is_refused(untouched: Office) -> None:
    told = refused(untouched, reply(untouched, "I agree.", "Ann Lee <ann.lee@gmail.example>"))
    assert told == (
        "The reply comes from ann.lee@gmail.example, and the address of Ann Lee in policy.yaml is ann@example.org. "
        "Ask for one from there, or correct the address in moderation/policy.yaml: `reportkit people save`.\n"
    )


def test_a_reply_about_a_version_from_before_an_edit_says_which_it_was_of(office: Office) -> None:
    old = code(office)
    commit = office.git("log", "-1", "--format=%h", "--abbrev=7", "--", f"inspections/{SLUG}").strip()
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    office.saves()
    told = refused(office, reply(office, "I agree.", of=old))
    assert told.startswith(f"The reply is about version {commit}, saved on ")
    assert told.endswith(
        f", and what is to be signed now is another. Send a new pack: `reportkit moderate pack {SLUG} --eml`.\n"
    )


def test_a_reply_with_a_code_that_no_one_knows_is_refused(untouched: Office) -> None:
    told = refused(untouched, reply(untouched, "I agree.", of="0000-0000-0000-0000-0000"))
    assert told.startswith(f"The reply’s code, 0000-0000-0000-0000-0000, is of no version of {SLUG} that is here. ")


@pytest.mark.parametrize("anew", [b"", b"X-Saved-By: another program\n"])
def test_a_reply_is_entered_once_however_often_it_is_saved(office: Office, anew: bytes) -> None:
    file = reply(office, "I agree.")
    file.write_bytes(b"Message-ID: <1@example.org>\n" + file.read_bytes())
    entered(office, file)
    file.write_bytes(anew + file.read_bytes())
    told = f"This reply is recorded already: Gus Pym entered it. `reportkit history {SLUG}` shows it.\n"
    assert refused(office, file) == told


def test_what_was_said_earlier_does_not_replace_what_was_said_later(office: Office) -> None:
    entered(office, reply(office, "I do not agree because of the survey.", sent=EVENING))
    told = refused(office, reply(office, "I agree.", sent=MORNING))
    assert told.startswith("The reply is of 14 June 2004, 09:00 UTC+01:00, and Ann Lee spoke on 14 June 2004, 18:00")
    assert "does not say when it was sent" in refused(office, reply(office, "I agree.", sent="yesterday"))
    assert "1 of 3" in entered(office, reply(office, "I agree.", sent="Tue, 15 Jun 2004 09:00:00 +0100")).out


def test_policy_says_whether_reported_is_enough(office: Office) -> None:
    office.has_policy(f"{POLICY}enough: [proven, claimed]\n")
    assert "It is only reported, and policy asks for more" in refused(office, reply(office, "I agree."))
    entered(office, reply(office, "I do not agree because of the survey."))


def test_a_sign_off_by_e_mail_waits_for_what_every_sign_off_waits_for(office: Office) -> None:
    office.does("ann", "meeting", *FURTHER)
    assert "No meeting of round 2 has agreed both judgements" in refused(office, reply(office, "I agree."))


def test_a_dry_run_shows_the_record_the_reply_and_the_message(untouched: Office) -> None:
    before = untouched.records()
    done = entered(untouched, reply(untouched, "I agree."), "--dry-run")
    assert json.loads(done.out)["reported"]["by"] == "gus"
    assert f"It would keep moderation/{SLUG}/replies/" in done.err
    assert "    Dear Ann Lee,\n" in done.err
    assert done.err.endswith("Nothing was recorded.\n")
    assert untouched.records() == before
    assert not (untouched.root.parent / "sent").exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--for", "ann"), "--for and --reply go together. Say whose reply it is, and which file holds it.\n"),
        (("--reply", "x.eml"), "--for and --reply go together. Say whose reply it is, and which file holds it.\n"),
        (("--by", "2004-06-16"), "--for and --reply go together. Say whose reply it is, and which file holds it.\n"),
        (
            ("--for", "ann", "--reply", "x.eml", "--not-agreed", "--reason", "No."),
            "The reply itself says what they think of it. Leave --not-agreed and --reason out.\n",
        ),
    ],
)
def test_options_that_do_not_go_together_are_refused(untouched: Office, more: tuple[str, ...], sentence: str) -> None:
    done = untouched.refused("gus", "sign-off", *more)
    assert (done.code, done.err) == (Exit.WRONG_USE, sentence)


def test_a_wrong_name_or_file_is_told(untouched: Office) -> None:
    file = reply(untouched, "I agree.")
    assert "lists no one called `anne`. Did you mean `ann`?" in refused(untouched, file, person="anne")
    assert "x.eml: cannot be read: it is not there" in refused(untouched, file.with_name("x.eml"))
    assert "--of and --by are for a reply that needs something" in refused(untouched, file, "--of", "dan")


def test_the_message_cannot_be_written_and_nothing_is_recorded(office: Office) -> None:
    (office.root.parent / "sent").write_text("in the way", encoding="utf-8")
    done = office.refused("gus", "sign-off", *words(office, reply(office, "I agree.")))
    assert "The document could not be written" in done.err
    assert kept_replies(office) == []


@pytest.mark.parametrize(("how", "kind"), [("rm", "reply-missing"), ("alter", "reply-altered")])
def test_verify_says_when_a_kept_reply_is_gone_or_altered(office: Office, how: str, kind: str) -> None:
    entered(office, reply(office, "I agree."))
    assert office.at("ann")("verify", SLUG).code == 0
    (kept,) = kept_replies(office)
    if how == "rm":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes() + b"More.\n")
    office.git("-c", "user.name=Eve", "-c", "user.email=eve@example.org", "commit", "-qam", "Tidy")
    told = office.at("ann")("verify", SLUG, "--json")
    assert told.code == Exit.DAMAGED
    assert kind in {finding["kind"] for finding in json.loads(told.out)["findings"]}


def test_the_page_about_e_mail_names_only_what_there_is() -> None:
    page = (SHIPPED / "docs" / "moderating-by-email.md").read_text(encoding="utf-8")
    there = {name for command in (pack.command, sign_off.command) for each in command.params for name in each.opts}
    assert {*re.findall(r"(?<![-|])--[a-z][a-z-]*", page)} <= there
    assert [line for line in reply_lines() if line not in page] == []
