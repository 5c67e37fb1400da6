"""The draft goes to the bodies: what it takes, what each gets, and what is kept of it."""

from __future__ import annotations

import hashlib
import json
from email import message_from_bytes
from email.policy import default

import pytest

from reportkit.word.read.read_document import read_document
from tests.cli.comments.conftest import LAST_DAY, Desk
from tests.cli.moderate.conftest import SLUG

TURN = ("--turn", "before", "--agreed-with", "Jane Hart,Mo Khan")


def test_each_body_gets_a_copy_of_its_own_that_is_kept_with_its_digest(untouched: Desk) -> None:
    record = untouched.last("draft-sent")
    copies = {each["body"]: each for each in record["details"]["copies"]}
    assert {body: (each["to"], each["due"]) for body, each in copies.items()} == {
        "authority": ("Jane Hart", LAST_DAY),
        "almo": ("Mo <Khan> & Co", LAST_DAY),
    }
    assert record["details"]["period"] == 10
    assert record["details"]["agreed"] == {"turn": "before", "with": ["Jane Hart", "Mo Khan"]}
    for each in record["issued"]:
        assert hashlib.sha256(untouched.issued(each["name"])).hexdigest() == each["digest"]
    assert sorted(each["name"] for each in record["issued"]) == sorted(each["document"] for each in copies.values())


def test_each_copy_is_marked_as_a_draft_for_comment_with_the_bodys_name_on_every_page(untouched: Desk) -> None:
    names = {"authority": "Harrowmere Metropolitan Borough Council", "almo": "Harrowmere Homes Limited"}
    for each in untouched.last("draft-sent")["details"]["copies"]:
        told = read_document(untouched.issued(each["document"]))
        name = names[each["body"]]
        cover = next(words for words in told.paragraphs if words.startswith("Draft for comment"))
        assert cover == (
            f"Draft for comment: the copy of {name}. Comments in writing are invited until 28 June 2004. "
            "Please name the number of the paragraph that a comment is about. Nothing in it is final."
        )
        assert f"Harrowmere Homes Limited: demonstration, draft for comment, copy of {name}" in told.beside
        assert b"DRAFT FOR COMMENT" in _headers(untouched.issued(each["document"]))


def _headers(data: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist() if name.startswith("word/header"))


def test_a_message_is_written_for_each_body_with_its_own_copy(signed: Desk) -> None:
    told = signed.comments("gus", "send", *TURN, day="2004-06-14").out
    copies = {each["body"]: each["document"] for each in signed.last("draft-sent")["details"]["copies"]}
    for body, to, begins in (
        ("authority", "Jane Hart <jane@council.example>", "Dear Jane Hart,"),
        ("almo", '"Mo <Khan> & Co" <mo@homes.example>', "Dear Mo,"),
    ):
        path = signed.root / f"out/{SLUG}-draft-{body}.eml"
        assert f"this message: {path}" in told
        message = message_from_bytes(path.read_bytes(), policy=default)
        assert message["To"] == to
        assert message["Subject"] == "Harrowmere Homes Limited: draft inspection report for comment, by 28 June 2004"
        assert message.get_body().get_content().startswith(begins)
        (attached,) = message.iter_attachments()
        assert attached.get_content() == signed.issued(copies[body])


def test_a_body_without_an_address_gets_no_message_and_it_is_said(signed: Desk) -> None:
    casework = signed.root / f"moderation/{SLUG}/casework.yaml"
    text = casework.read_text(encoding="utf-8")
    casework.write_text(text.replace("    email: jane@council.example\n", ""), encoding="utf-8")
    signed.saves()
    told = signed.comments("gus", "send", *TURN, day="2004-06-14")
    assert "No message is made for Harrowmere Metropolitan Borough Council" in told.err
    assert [path.name for path in (signed.root / "out").glob("*.eml")] == [f"{SLUG}-draft-almo.eml"]


def test_nothing_is_sent_before_everyone_signed(signed: Desk) -> None:
    signed.does("cat", "withdraw", "--reason", "I read it again.", day="2004-06-15")
    refused = signed.refuses("gus", "send", *TURN).err
    assert refused.splitlines()[1:] == [
        "  The senior manager has not signed.",
        f"      reportkit moderate sign-off {SLUG}",
    ]
    assert not (signed.root / "out").exists()


def test_nothing_is_sent_by_who_may_not_or_while_it_is_not_agreed_when_to_talk(signed: Desk) -> None:
    assert "Bob Hay is not administrator or head of programme" in signed.refuses("bob", "send", *TURN).err
    assert "before the round table or after it [115]" in signed.refuses("gus", "send").err
    half = ("--turn", "before", "--agreed-with", "Jane Hart")
    assert "agreed with both bodies [115]. Name a person of each" in signed.refuses("gus", "send", *half).err
    assert "what was agreed" in signed.refuses("gus", "send", "--agreed-on", "2004-06-01").err
    assert "no day. Write it as 2004-06-14" in signed.refuses("gus", "send", *TURN, "--agreed-on", "1/2/2004").err


def test_what_goes_out_is_what_was_signed_templates_too(signed: Desk) -> None:
    template = signed.root / "templates/report.md.j2"
    template.parent.mkdir(exist_ok=True)
    template.write_text("# Other words altogether\n", encoding="utf-8")
    signed.git("add", "-A")
    signed.git("-c", "user.name=Gus", "-c", "user.email=gus@example.org", "commit", "-qm", "Words")
    signed.comments("gus", "send", *TURN, day="2004-06-14")
    told = read_document(signed.issued(signed.last("draft-sent")["details"]["copies"][0]["document"]))
    assert "Other words altogether" not in told.paragraphs
    assert "Recommendations" in told.paragraphs


def test_an_edit_since_the_sign_offs_keeps_it_here(signed: Desk) -> None:
    signed.edits("findings/adaptations-slow.md", "title:", "title: Old")
    assert "There are unsaved changes" in signed.refuses("gus", "send", *TURN).err
    signed.saves()
    assert signed.refuses("gus", "send", *TURN).err.count("has lapsed: the inspection changed since") == 3


def test_a_draft_that_does_not_name_both_bodies_stays_here(signed: Desk) -> None:
    signed.edits("inspection.yaml", "name: Harrowmere Homes Limited", "name: Harrowmere Metropolitan Borough Council")
    signed.saves()
    assert "Authority and ALMO have the same name" in signed.refuses("gus", "send", *TURN).err


def test_a_dry_run_shows_everything_and_leaves_nothing(signed: Desk) -> None:
    before = signed.records()
    shown = signed.comments("gus", "send", *TURN, "--dry-run")
    assert '"event": "draft-sent"' in shown.out
    assert f"It would keep moderation/{SLUG}/issued/20040616-draft-almo-" in shown.err
    assert f"It would write {signed.root / 'out' / f'{SLUG}-draft-almo.eml'}." in shown.err
    assert (signed.records(), (signed.root / "out").exists()) == (before, False)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2005-03-21", "2005-04-06"),  # Good Friday and Easter Monday between
        ("2004-12-20", "2005-01-06"),  # Christmas and New Year fell on Saturdays: three days off in their stead
        ("2008-02-20", "2008-03-05"),  # over the leap day
        ("2004-10-25", "2004-11-08"),  # over the end of summer time
    ],
)
def test_ten_working_days_are_those_of_england(signed: Desk, today: str, due: str) -> None:
    shown = signed.tries("gus", "send", *TURN, "--dry-run", day=today)
    assert shown.code == 0, shown.err
    assert {each["due"] for each in json.loads(shown.out)["details"]["copies"]} == {due}


def test_it_is_sent_again_with_what_was_agreed_at_first(sent: Desk) -> None:
    sent.edits("findings/adaptations-slow.md", "title:", "title: Old")
    sent.saves()
    for person in ("ann", "bob", "cat"):
        sent.does(person, "sign-off", day="2004-06-18")
    sent.comments("gus", "send", day="2004-06-21")
    record = sent.last("draft-sent")
    assert record["details"]["agreed"]["turn"] == "before"
    assert {each["due"] for each in record["details"]["copies"]} == {"2004-07-05"}
    message = message_from_bytes((sent.root / f"out/{SLUG}-draft-almo.eml").read_bytes(), policy=default)
    assert "takes its place" in message.get_body().get_content()
    assert sent.listed("2004-06-21")["bodies"] == [
        {"body": "authority", "due": "2004-07-05", "heard": False, "late": False},
        {"body": "almo", "due": "2004-07-05", "heard": False, "late": False},
    ]


def test_a_copy_is_known_by_verify_and_cannot_be_undone(untouched: Desk) -> None:
    name = untouched.last("draft-sent")["issued"][0]["name"]
    known = untouched.at("gus")("verify", str(untouched.root / f"moderation/{SLUG}/issued/{name}"))
    assert (known.code, "byte for byte" in known.out) == (0, True)
    assert untouched.at("gus")("verify").code == 0
    undone = untouched.at("gus")("undo", SLUG, "--today", "2004-06-16")
    assert (undone.code, "cannot be undone" in undone.err) == (1, True)
