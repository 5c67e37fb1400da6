"""From the sent draft to the decision, as the people of an office type it."""

from __future__ import annotations

import json
import shutil
import subprocess
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from reportkit.word.read.read_document import read_document
from tests.cli.comments.conftest import Desk
from tests.cli.moderate.conftest import SLUG
from tests.cli.moderate.laptop import Laptop

AGREED = ("--service", "agreed", "--prospects", "agreed")


def decides(desk: Desk, *more: str, day: str = "2004-06-21") -> str:
    """Hold the round table, and decide the score."""
    desk.comments("gus", "round-table", "--present", "ann,Jane Hart,Mo Khan", day=day)
    return desk.does("flo", "decide", *more, day=day).out


def test_comments_are_listed_answered_and_told_back_and_then_the_score_is_decided(sent: Desk) -> None:
    number = sent.entered("--paragraph", "17", says="It was 58 when you came. Our & team told <you>.")
    assert "A comment of the ALMO is not answered: It was 58" in sent.refused("flo", "decide", *AGREED).err
    sent.comments("gus", "none", "authority", day="2004-06-18")
    assert sent.tries("gus", "list", "--open").out == (
        "the authority: by 2004-06-28, heard\n"
        "the ALMO: by 2004-06-28, heard\n"
        "\n"
        f"{number}  the ALMO, 2004-06-16, on warm-homes, paragraph 17\n"
        "    It was 58 when you came. Our & team told <you>.\n"
        "    Open.\n"
    )
    assert sent.at("gus")("--no-input", "comments", SLUG).out == sent.tries("gus", "list").out
    sent.edits("findings/warm-homes.md", "title:", "title: Now")
    sent.saves()
    sent.comments("ros", "answer", number, "--verdict", "accepted", "--reason", "It was 58.", day="2004-06-18")

    decided = decides(sent, *AGREED)
    assert "0 of 3 sign-offs hold; decided." in decided
    assert sent.last("decision")["details"]["rests-on"] == sent.last("draft-sent")["details"]["rests-on"]
    for person in ("ann", "bob", "cat"):
        sent.does(person, "sign-off", day="2004-06-21")
    seen = json.loads(sent.at("gus")("moderate", SLUG, "--json", "--today", "2004-06-21").out)
    assert (seen["stage"], seen["blockers"], seen["next-steps"][0]["command"]) == (
        "decision",
        [],
        f"reportkit notify {SLUG}",
    )
    assert sent.at("gus")("verify").code == 0


def test_a_reason_for_not_sending_again_is_refused_where_nothing_got_worse(sent: Desk) -> None:
    for body in ("authority", "almo"):
        sent.comments("gus", "none", body)
    told = sent.refused("flo", "decide", *AGREED, "--not-sent-again", "x").err
    assert told.startswith("Nothing got worse for the bodies since they saw the draft.")


def answered(desk: Desk) -> None:
    """The ALMO and both bodies together have commented, and one comment is answered."""
    number = desk.entered("--paragraph", "17", says="It was 58. Our & team told <you>.")
    desk.entered(body="both", says="Three days of notice.")
    desk.comments("ros", "answer", number, "--verdict", "noted", "--reason", "We saw 54.")


def test_a_specimen_of_the_answers_is_marked_and_nothing_is_kept(sent: Desk) -> None:
    answered(sent)
    before = sent.records()
    made = sent.comments("gus", "response", "--dry-run", day="2004-06-21")
    paths = [sent.root / f"out/{SLUG}-response-{body}-specimen.docx" for body in ("authority", "almo")]
    assert made.out.splitlines() == [str(path) for path in paths]
    assert made.err.startswith("Not answered yet: 1. `reportkit comments answer harrowmere-homes` does.\n")
    almo = read_document(paths[1].read_bytes())
    for words in ("It was 58. Our & team told <you>.", "Noted. We saw 54.", "Three days of notice.", "[not given yet]"):
        assert any(words in each for each in almo.paragraphs), words
    assert any(each.startswith("Specimen: Harrowmere Homes Limited") for each in almo.beside)
    assert any(each.startswith("Paragraph 17: Investment makes homes warmer") for each in almo.paragraphs)
    assert not any("It was 58" in each for each in read_document(paths[0].read_bytes()).paragraphs)
    assert sent.records() == before


def test_the_answers_are_kept_as_they_leave_and_go_out_once(sent: Desk) -> None:
    answered(sent)
    early = sent.refuses("gus", "response", day="2004-06-21").err
    assert early.startswith("Not every comment is answered, and the bodies get all answers together. ")
    sent.comments("ros", "answer", "--verdict", "noted", "--reason", "Four.", day="2004-06-21")
    sent.comments("gus", "response", day="2004-06-21")
    record = sent.last("response-sent")
    copies = {each["body"]: each["document"] for each in record["details"]["copies"]}
    assert sorted(each["name"] for each in record["issued"]) == sorted(copies.values())
    for body, name in copies.items():
        assert (sent.root / "out" / name).read_bytes() == sent.issued(name)
        message = message_from_bytes((sent.root / f"out/{SLUG}-response-{body}.eml").read_bytes(), policy=default)
        (attached,) = message.iter_attachments()
        assert (attached.get_filename(), attached.get_content()) == (name, sent.issued(name))
    known = sent.at("gus")("verify", str(sent.root / f"moderation/{SLUG}/issued/{copies['almo']}"))
    assert (known.code, "byte for byte" in known.out) == (0, True)
    again = sent.refuses("gus", "response", day="2004-06-22").err
    assert again.startswith("These answers went to the authority and the ALMO already, on 2004-06-21. ")
    assert sent.at("gus")("verify").code == 0


def test_what_went_to_the_bodies_is_handed_over_again_byte_for_byte(sent: Desk) -> None:
    again = sent.refuses("gus", "send", day="2004-06-16").err
    assert "The draft was sent already, on 2004-06-14, and has not changed since." in again
    shutil.rmtree(sent.root / "out", ignore_errors=True)
    before = sent.records()
    sent.comments("gus", "copies", day="2004-06-16")
    for copy in sent.last("draft-sent")["details"]["copies"]:
        assert (sent.root / "out" / copy["document"]).read_bytes() == sent.issued(copy["document"])
    message = message_from_bytes((sent.root / f"out/{SLUG}-draft-almo.eml").read_bytes(), policy=default)
    assert "takes its place" not in message.get_body().get_content()
    assert "until 28 June 2004" in message.get_body().get_content()
    assert sent.records() == before


def test_two_people_who_enter_comments_at_the_same_moment_both_have_them_kept(sent: Desk) -> None:
    place = sent.root.parent / "shared.git"
    subprocess.run(["git", "clone", "-q", "--bare", "--template=", str(sent.root), str(place)], check=True)
    laptops = {person: _laptop(sent, place, person) for person in ("gus", "flo")}
    words = ("comments", "add", SLUG, "almo", "--text", "Not so.", "--today", "2004-06-16")
    for laptop in laptops.values():
        laptop.starts(*words)
    for laptop in laptops.values():
        ended = laptop.ends()
        assert ended["code"] == 0, ended["told"]
    for laptop in laptops.values():
        laptop.closes()
    kept = subprocess.run(
        ["git", "ls-tree", "--name-only", "main", f"moderation/{SLUG}/records/"],
        cwd=place,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert len([name for name in kept if "-comment-" in name]) == 2
    shutil.rmtree(place)


def _laptop(desk: Desk, place: Path, person: str) -> Laptop:
    desk.at(person)
    root = place.parent / f"copy-of-{person}"
    subprocess.run(["git", "clone", "-q", "--template=", str(place), str(root)], check=True)
    return Laptop(root, place.parent / f"{person}.gitconfig")
