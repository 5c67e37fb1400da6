"""The moderation pack, and the messages that bring it."""

from __future__ import annotations

import email
import json
import shutil
import zipfile
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from pathlib import Path

from docx import Document

from reportkit.mail.replies import read_reply
from reportkit.moderation.subject import version_code
from tests.cli.moderate.conftest import SLUG, Office


def packed(office: Office, person: str, tmp_path: Path) -> str:
    """Return the words of the pack that someone makes."""
    made = office.at(person)("moderate", "pack", SLUG, "--out", str(tmp_path), "--today", "2004-06-14")
    assert (made.code, made.out) == (0, f"{tmp_path / f'{SLUG}-pack.docx'}\n"), made.err
    document = Document(made.out.strip())
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def code(office: Office) -> str:
    return version_code(json.loads(office.at("ann")("moderate", SLUG, "--json").out)["subject"])


def opened(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_pack_names_the_version_and_shows_what_was_recorded(office: Office, package_problems, tmp_path: Path) -> None:
    told = packed(office.submitted().met(), "ann", tmp_path)
    assert code(office) in told
    assert "handed it to the moderators" in told
    assert "What changed since" not in told
    assert package_problems((tmp_path / f"{SLUG}-pack.docx").read_bytes()) == []


def test_a_pack_shows_each_moderator_what_changed_since_they_signed(office: Office, tmp_path: Path) -> None:
    office.submitted().met().signed("ann")
    office.edits("findings/adaptations-slow.md", "title: Disabled", "title: Many disabled")
    office.saves()
    assert "What changed since Ann Lee looked, on 14 June 2004" in packed(office, "ann", tmp_path)
    assert "What changed since" not in packed(office, "bob", tmp_path)


def test_in_a_second_round_a_pack_shows_what_changed_since_the_first(office: Office, tmp_path: Path) -> None:
    office.submitted().met(prospects="further:Who pays?")
    office.edits("findings/adaptations-slow.md", "title: Disabled", "title: Many disabled")
    office.saves()
    assert "What changed since round 1, of 14 June 2004" in packed(office, "bob", tmp_path)


def test_each_moderator_gets_a_message_that_can_be_answered(office: Office, tmp_path: Path) -> None:
    office.submitted().met()
    made = office.at("gus")("moderate", "pack", SLUG, "--eml", "--out", str(tmp_path), "--today", "2004-06-14")
    enter = f"An administrator enters each reply: reportkit moderate sign-off {SLUG} --for PERSON --reply FILE.eml\n"
    assert (made.code, made.err) == (0, enter)
    names = [Path(line).name for line in made.out.splitlines()]
    assert names == [f"{SLUG}-pack-{person}.eml" for person in ("ann", "bob", "cat", "jo")]
    message = opened(tmp_path / names[0])
    assert message["To"].addresses[0].addr_spec == "ann@example.org"
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert list(attached) == [f"{SLUG}-pack.docx", f"{SLUG}-draft-report.docx"]
    report = "\n".join(each.text for each in Document(BytesIO(attached[f"{SLUG}-draft-report.docx"])).paragraphs)
    assert "Harrowmere Homes" in report
    reply = f"From: ann@example.org\nSubject: Re: {message['Subject']}\n\nI agree.\n"
    assert read_reply(reply.encode()).codes == (code(office),)


def test_a_pack_says_what_keeps_a_reply_from_counting(office: Office, tmp_path: Path) -> None:
    office.edits("findings/adaptations-slow.md", "title: Disabled", "title: Many disabled")
    made = office.at("ann")("moderate", "pack", SLUG, "--out", str(tmp_path), "--today", "2004-06-14")
    assert "Not in it, because it is not saved: " in made.err
    assert f"No reply counts before it is handed in: `reportkit moderate submit {SLUG}`." in made.err


def test_messages_need_a_folder(office: Office) -> None:
    made = office.at("ann")("moderate", "pack", SLUG, "--eml", "--out", "pack.docx", "--today", "2004-06-14")
    assert (made.code, made.err) == (2, "--eml writes a message for each moderator. Name a folder with --out.\n")


def test_a_pack_shows_other_inspections_with_the_same_stars(office: Office, tmp_path: Path) -> None:
    for name, rating, body in (("alike", "good", "Alike Homes"), ("better", "excellent", "Better Homes")):
        shutil.copytree(office.folder, office.root / "inspections" / name)
        file = office.root / "inspections" / name / "inspection.yaml"
        text = file.read_text(encoding="utf-8").replace("name: Harrowmere Homes Limited", f"name: {body}")
        file.write_text(text.replace("rating: good", f"rating: {rating}"), encoding="utf-8")
    shutil.rmtree(office.root / "inspections/alike/evidence")
    (office.root / "inspections/alike/drivers-and-barriers.yaml").unlink()
    office.git("add", "-A")
    office.git("-c", "user.name=Gus", "-c", "user.email=gus@example.org", "commit", "-qm", "Others")
    told = packed(office, "ann", tmp_path)
    rows = [row for row in office_rows(tmp_path) if "Homes" in row[0] and "round" in row[0]]
    assert [(row[0], row[-1]) for row in rows] == [
        ("Harrowmere Homes Limited, round 2, this one", "6 / 6"),
        ("Alike Homes, round 2, not in moderation yet", "0 / 0"),
    ]
    assert "Better Homes" not in told


def office_rows(folder: Path) -> list[list[str]]:
    tables = Document(str(folder / f"{SLUG}-pack.docx")).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_a_pack_goes_by_the_policy_that_is_saved(office: Office, tmp_path: Path) -> None:
    (office.root / "moderation/policy.yaml").unlink()
    assert "Version code" in packed(office, "ann", tmp_path)


def test_without_a_saved_policy_there_is_no_pack_and_it_is_said_why(office: Office, tmp_path: Path) -> None:
    office.git("rm", "-q", "--cached", "moderation/policy.yaml")
    office.git("-c", "user.name=Gus", "-c", "user.email=gus@example.org", "commit", "-qm", "No policy")
    done = office.at("ann")("moderate", "pack", SLUG, "--out", str(tmp_path))
    what = "moderation/policy.yaml: The policy is not saved yet, so it is not known who may do what. "
    assert (done.code, done.err) == (1, f"{what}Save it: git add moderation/policy.yaml, then git commit.\n")


def verified(office: Office, path: Path) -> tuple[int, dict[str, str]]:
    """Return the exit code, and what verify says of a document by kind."""
    told = office.at("ann")("verify", str(path), "--json")
    return told.code, {each["kind"]: each["what"] for each in json.loads(told.out)["findings"]}


def test_verify_says_what_a_pack_is_and_what_was_recorded_since(met: Office, tmp_path: Path) -> None:
    packed(met, "ann", tmp_path)
    code_then, found = verified(met, tmp_path / f"{SLUG}-pack.docx")
    assert (code_then, list(found)) == (0, ["pack", "current", "not-compared"])
    assert found["pack"].startswith(f"it says that it is the moderation pack of {SLUG}, made at version ")
    assert found["pack"].endswith(f"with code {code(met)}")
    told = met.at("ann")("verify", str(tmp_path / f"{SLUG}-pack.docx")).out
    assert told.endswith(
        "Its code shows that the pack is of the version to be signed now; its words were not compared.\n"
    )
    met.signed("ann")
    _, found = verified(met, tmp_path / f"{SLUG}-pack.docx")
    assert found["recorded-since"] == "recorded since it was made: Ann Lee (regional lead inspector) signed off"


def test_verify_says_that_no_reply_to_a_pack_counts_once_anything_changed(met: Office, tmp_path: Path) -> None:
    packed(met, "ann", tmp_path)
    met.edits("findings/adaptations-slow.md", "title:", "title: Old")
    met.saves()
    exit_code, found = verified(met, tmp_path / f"{SLUG}-pack.docx")
    assert exit_code == 1
    changed = f"changed since: inspections/{SLUG}/findings/adaptations-slow.md"
    assert found["moved"] == f"another version is to be signed now, and no reply to it counts; {changed}"


def test_verify_says_when_another_code_was_put_into_a_pack(met: Office, tmp_path: Path) -> None:
    packed(met, "ann", tmp_path)
    path, own = tmp_path / f"{SLUG}-pack.docx", code(met)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(own.encode(), b"0000-0000-0000-0000-0000"))
    exit_code, found = verified(met, path)
    assert (exit_code, "altered" in found) == (1, True)
