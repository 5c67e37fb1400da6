"""Letters and release issued in one act, by an administrator at a terminal."""

from __future__ import annotations

import hashlib
import json
import shutil
from email import message_from_bytes
from pathlib import Path

from reportkit.actions.intent import Paper
from reportkit.actions.pdf import PdfCopies
from reportkit.mail.message import DOCX
from reportkit.word.read.read_document import read_document
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.notify.conftest import CASEWORK, DAY

NAMES = [f"{SLUG}-{DAY}-{name}.docx" for name in ("letter-almo", "letter-authority", "letter-odpm", "press-release")]


def notified(office: Office, *more: str, day: str = DAY) -> None:
    done = office.at("gus")("notify", SLUG, *more, "--today", day)
    assert done.code == 0, done.err


def issued(office: Office) -> dict[str, bytes]:
    folder = office.root / "moderation" / SLUG / "issued"
    return {path.name: path.read_bytes() for path in folder.iterdir() if "draft" not in path.name}


def copies(office: Office) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (office.root / "out" / f"{SLUG}-letters").iterdir()}


def last_record(office: Office) -> dict[str, object]:
    paths = (office.root / "moderation" / SLUG / "records").glob("*-letters-*.json")
    (path,) = paths
    told: dict[str, object] = json.loads(path.read_bytes())
    return told


def refused(office: Office, *more: str, person: str = "gus", day: str = DAY) -> str:
    """Nothing is recorded and nothing handed over."""
    before, tip = office.records(), office.git("rev-parse", "HEAD")
    done = office.at(person)("notify", SLUG, *more, "--today", day)
    assert done.code in (1, 2, 4), done.out
    assert (office.records(), office.git("rev-parse", "HEAD")) == (before, tip)
    assert not (office.root / "out" / f"{SLUG}-letters").exists()
    return done.err


def test_one_act_issues_everything_and_one_commit_records_it(office: Office) -> None:
    told = office.at("gus")("notify", SLUG, "--today", DAY)
    assert told.code == 0, told.err
    assert told.out.startswith("Recorded: Gus Pym (administrator) issued the letters to the authority, the ALMO, the")
    assert sorted(issued(office)) == NAMES
    record = last_record(office)
    assert record["issued"] == [
        {"digest": hashlib.sha256(data).hexdigest(), "name": name} for name, data in sorted(issued(office).items())
    ]
    changed = office.git("show", "--name-only", "--format=", "HEAD").split()
    assert len(changed) == len(NAMES) + 1
    assert {name: data for name, data in copies(office).items() if name.endswith(".docx")} == issued(office)
    assert office.git("status", "--porcelain") == "?? out/\n"


def test_the_letters_are_of_today_and_an_almo_qualifies_from_that_day(office: Office) -> None:
    notified(office)
    details = last_record(office)["details"]
    assert isinstance(details, dict)
    assert (details["date"], details["qualifies"], details["service"]) == (DAY, DAY, "good")
    words = read_document(issued(office)[f"{SLUG}-{DAY}-letter-odpm.docx"]).paragraphs
    assert "16 September 2004" in words
    assert [each for each in words if each.startswith("Our reference: harrowmere-homes/")]


def test_the_record_is_whole_with_its_documents_and_tells_an_altered_one(office: Office) -> None:
    notified(office)
    assert office.at("gus")("verify").code == 0
    document = office.root / "moderation" / SLUG / "issued" / NAMES[0]
    checked = office.at("gus")("verify", str(document))
    assert (checked.code, f"it is moderation/{SLUG}/issued/{NAMES[0]}, byte for byte" in checked.out) == (0, True)


def test_a_specimen_is_told_from_what_was_issued(office: Office) -> None:
    office.at("gus")("notify", SLUG, "--dry-run", "--today", DAY)
    specimen = office.root / "out" / f"{SLUG}-specimens" / NAMES[0]
    checked = office.at("gus")("verify", str(specimen))
    assert checked.code == 1
    assert f"it says that it is the letter almo of {SLUG}, and nothing with these bytes was issued" in checked.out


def test_each_addressee_with_an_address_has_a_message_that_does_not_tell_the_score(office: Office) -> None:
    told = office.at("gus")("notify", SLUG, "--today", DAY)
    assert "There is no message for the ODPM: casework.yaml has no e-mail address." in told.err
    message = message_from_bytes(copies(office)[f"{SLUG}-{DAY}-letter-almo.eml"])
    assert message["To"] == "Mr Tom Reeve <tom@homes.example>"
    body, attached = list(message.walk())[1:]
    assert "good" not in str(body.get_payload(decode=True))
    assert attached.get_payload(decode=True) == issued(office)[f"{SLUG}-{DAY}-letter-almo.docx"]


def test_a_second_time_is_refused_with_the_way_to_have_copies_again(office: Office) -> None:
    notified(office)
    again = office.at("gus")("notify", SLUG, "--today", DAY)
    dated, remedy = "dated 16 September 2004.", f"`reportkit notify copies {SLUG}` hands them over again."
    assert (again.code, again.err) == (1, f"The letters were issued already, {dated} {remedy}\n")
    shutil.rmtree(office.root / "out")
    assert office.at("gus")("notify", "copies", SLUG, "--today", DAY).code == 0
    assert {name: data for name, data in copies(office).items() if name.endswith(".docx")} == issued(office)


def test_copies_that_are_not_what_was_issued_are_not_handed_over(office: Office) -> None:
    notified(office)
    path = office.root / "moderation" / SLUG / "issued" / NAMES[0]
    path.write_bytes(b"another")
    office.git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qam", "x")
    altered = office.at("gus")("notify", "copies", SLUG, "--out", str(office.root / "new"), "--today", DAY)
    assert (altered.code, (office.root / "new").exists()) == (3, False)


def test_everything_in_the_way_is_told_at_once(office: Office) -> None:
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    office.saves()
    path = office.root / "moderation" / SLUG / "casework.yaml"
    path.write_text(CASEWORK + "# later\n", encoding="utf-8")
    told = refused(office)
    assert "The sign-off of the regional lead inspector has lapsed: the inspection changed since." in told
    assert "The sign-off of the senior manager has lapsed" in told
    assert f"moderation/{SLUG}/casework.yaml: holds changes that are not saved.\n      reportkit save {SLUG}" in told


def test_the_release_of_an_almo_inspection_goes_with_its_letters(office: Office) -> None:
    assert refused(office, "--no-release") == (
        "The press release goes out with the letters [117]. Leave --no-release out.\n"
    )


def test_specimens_are_marked_on_every_page_and_nothing_is_recorded(office: Office) -> None:
    before = office.records()
    made = office.at("gus")("notify", SLUG, "--dry-run", "--today", DAY)
    assert (made.code, made.err) == (0, "Nothing was recorded.\n")
    assert office.records() == before
    for line in made.out.splitlines():
        told = read_document(Path(line).read_bytes())
        assert [each for each in told.beside if each.startswith("Specimen: ")]


def test_specimens_can_be_had_before_the_decision_with_what_is_in_the_way(office: Office) -> None:
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    office.saves()
    made = office.at("gus")("notify", SLUG, "--dry-run", "--today", DAY)
    assert (made.code, len(made.out.splitlines())) == (1, len(NAMES))
    assert made.err == f"Nothing was recorded.\n{refused(office)}"
    assert "has lapsed" in made.err


def test_specimens_come_with_the_refusal_who_policy_does_not_let(office: Office) -> None:
    made = office.at("dan")("notify", SLUG, "--dry-run", "--today", DAY)
    assert (made.code, len(made.out.splitlines())) == (1, len(NAMES))
    assert "Dan Orr is not administrator or head of programme" in made.err


def test_specimens_of_letters_that_are_issued_come_with_the_sentence_that_they_are(office: Office) -> None:
    notified(office)
    made = office.at("gus")("notify", SLUG, "--dry-run", "--today", DAY)
    assert (made.code, len(made.out.splitlines())) == (1, len(NAMES))
    assert "The letters were issued already, dated 16 September 2004." in made.err


def casework(office: Office, *changes: tuple[str, str]) -> None:
    """The casework with some words changed, and saved."""
    text = CASEWORK
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (office.root / "moderation" / SLUG / "casework.yaml").write_text(text, encoding="utf-8")
    office.saves("gus")


def test_what_the_press_release_lacks_is_told_with_all_else_and_is_a_gap_in_its_specimen(office: Office) -> None:
    casework(office, ('  number: "12/2004"\n', ""), ("  odpm: {", "  # odpm: {"))
    lacks = f"The press release needs a number and a contact: `press` in moderation/{SLUG}/casework.yaml."
    told = refused(office)
    assert lacks in told
    assert "Whom to write to at the ODPM is not on file" in told
    made = office.at("gus")("notify", SLUG, "--dry-run", "--today", DAY)
    assert made.code == 1
    assert lacks in made.err
    assert "[its number, which is not in casework.yaml yet]" in "\n".join(
        read_document(Path(made.out.splitlines()[-1]).read_bytes()).paragraphs
    )


def test_prepared_copies_hold_if_they_are_recorded_that_day(office: Office) -> None:
    prepared = office.at("gus")("notify", SLUG, "--prepare", "--today", DAY)
    assert prepared.code == 0
    assert "These hold only if `reportkit notify harrowmere-homes` records them on 16 September 2004" in prepared.err
    printed = copies(office)
    recorded = office.at("gus")("notify", SLUG, "--today", DAY)
    assert "prepared otherwise" not in recorded.err
    assert printed == issued(office)


def test_prepared_copies_that_do_not_hold_are_named(office: Office) -> None:
    office.at("gus")("notify", SLUG, "--prepare", "--today", DAY)
    path = office.root / "moderation" / SLUG / "casework.yaml"
    path.write_text(CASEWORK.replace("Mr Tom Reeve", "Mr Thomas Reeve"), encoding="utf-8")
    office.saves("gus")
    told = office.at("gus")("notify", SLUG, "--today", DAY)
    assert told.code == 0
    assert f"{NAMES[0]} was prepared otherwise: what was printed of it does not hold.\n" in told.err
    assert NAMES[1] not in told.err


def test_specimen_and_final_copies_cannot_be_asked_for_together(office: Office) -> None:
    assert refused(office, "--dry-run", "--prepare") == "--dry-run and --prepare cannot be had together. Choose one.\n"


def test_letters_wait_to_be_sent_and_are_late_the_day_after(office: Office) -> None:
    notified(office)
    waiting = office.at("gus")("moderate", SLUG, "--today", DAY).out
    assert f"The letter to the authority, issued on {DAY}, is not sent yet." in waiting
    assert f"{DAY} late" in office.at("gus")("status", "--today", "2004-09-17").out
    for to in ("authority", "almo", "odpm", "press"):
        late = office.at("gus")("moderate", SLUG, "--today", "2004-09-17").out
        assert f"issued on {DAY}, is not sent yet, and is late." in late
        assert f"reportkit notify sent {SLUG} --to {to} --by …" in late
        sent = office.at("gus")("notify", "sent", SLUG, "--to", to, "--by", "post", "--today", "2004-09-17")
        assert sent.code == 0, sent.err
    assert "is not sent yet" not in office.at("gus")("moderate", SLUG, "--today", "2004-09-17").out


def test_a_day_that_could_be_read_in_two_ways_is_refused(office: Office) -> None:
    told = office.at("gus")("notify", "sent", SLUG, "--to", "odpm", "--by", "post", "--on", "1/2/2004")
    assert (told.code, "'1/2/2004' is no day. Write it as 2004-06-14." in told.err) == (2, True)


def test_a_template_that_says_another_score_is_refused_with_the_documents_name(office: Office) -> None:
    folder = office.root / "templates" / "letters"
    shutil.copytree(Path(__file__).parents[3] / "templates" / "letters", folder)
    text = (folder / "odpm.md.j2").read_text(encoding="utf-8")
    (folder / "odpm.md.j2").write_text(text.replace("the score is final", "it has three stars"), encoding="utf-8")
    office.git("add", "-A")
    office.git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "Templates")
    notified(office)  # what was signed counts, and that was the shipped one
    office.git("reset", "-q", "--hard", "HEAD~1")
    for person in ("ann", "bob", "cat"):
        office.does(person, "sign-off", day=DAY)
    shutil.rmtree(office.root / "out")
    told = refused(office)
    assert told.startswith("No document can go out:\n")
    assert f"  {SLUG}-{DAY}-letter-odpm.docx says “three stars”, and the decision is two stars" in told


def test_pdf_copies_are_recorded_with_the_word_files_and_go_with_the_messages(office: Office, monkeypatch) -> None:
    def made(papers: tuple[Paper, ...]) -> PdfCopies:
        names = (paper.name for paper in papers)
        return PdfCopies(tuple(Paper(name.replace(".docx", ".pdf"), b"%PDF of " + name.encode()) for name in names))

    monkeypatch.setattr("reportkit.actions.notify.pdf_copies", made)
    notified(office)
    assert sorted(issued(office)) == sorted([*NAMES, *(name.replace(".docx", ".pdf") for name in NAMES)])
    message = message_from_bytes(copies(office)[f"{SLUG}-{DAY}-letter-almo.eml"])
    assert [part.get_content_type() for part in list(message.walk())[2:]] == [DOCX, "application/pdf"]
    assert office.at("gus")("verify").code == 0
