"""The draft goes to the bodies: what it takes, what each gets, and what is kept of it."""

from __future__ import annotations

import hashlib
from email import message_from_bytes
from email.policy import default

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


def test_the_day_of_the_agreement_is_written_as_the_standard_has_it(signed: Desk) -> None:
    assert "no day. Write it as 2004-06-14" in signed.refuses("gus", "send", *TURN, "--agreed-on", "1/2/2004").err


def test_a_dry_run_shows_everything_and_leaves_nothing(signed: Desk) -> None:
    before = signed.records()
    shown = signed.comments("gus", "send", *TURN, "--dry-run")
    assert '"event": "draft-sent"' in shown.out
    assert f"It would keep moderation/{SLUG}/issued/20040616-draft-almo-" in shown.err
    assert f"It would write {signed.root / 'out' / f'{SLUG}-draft-almo.eml'}." in shown.err
    assert (signed.records(), (signed.root / "out").exists()) == (before, False)


def test_a_copy_is_known_by_verify_and_cannot_be_undone(untouched: Desk) -> None:
    name = untouched.last("draft-sent")["issued"][0]["name"]
    known = untouched.at("gus")("verify", str(untouched.root / f"moderation/{SLUG}/issued/{name}"))
    assert (known.code, "byte for byte" in known.out) == (0, True)
    assert untouched.at("gus")("verify").code == 0
    undone = untouched.at("gus")("undo", SLUG, "--today", "2004-06-16")
    assert (undone.code, "cannot be undone" in undone.err) == (1, True)
