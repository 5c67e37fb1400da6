"""Three people on three laptops: what one records, the others see; and a trail to hand on."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reportkit.workspace.sharing import share_recorded
from tests.cli.conftest import Process
from tests.cli.moderate.conftest import SLUG, Office


def test_what_one_records_the_next_sees_before_they_act(laptops: dict[str, Office]) -> None:
    told = laptops["ros"].does("ros", "submit")
    assert "Shared 1 version." in told.err
    laptops["ann"].met()
    signed = laptops["bob"].does("bob", "sign-off")
    assert "1 of 3 sign-offs hold" in signed.out
    assert len(laptops["bob"].records()) == 3


def test_an_inspection_that_others_began_is_brought_in_before_it_is_looked_for(laptops: dict[str, Office]) -> None:
    shutil.copytree(laptops["ros"].folder, laptops["ros"].root / "inspections/elm")
    unsaved = laptops["ros"].at("ros")("moderate", "elm")
    assert unsaved.err == "elm is not saved yet, so no other person can see it. `reportkit save elm` does it.\n"
    laptops["ros"].at("ros")("save", "elm")
    missing = laptops["ann"].at("ann")("moderate", "elm")
    assert "There is no inspection `elm`." in missing.err
    assert "What others began comes in with `reportkit sync`." in missing.err
    acted = laptops["ann"].at("ann")("moderate", "override", "elm", "B01", "--reason", "It is known.")
    assert "There is no inspection" not in acted.err
    assert "elm" in laptops["ann"].at("ann")("status").out


def test_who_signs_what_was_never_on_their_computer_is_told_so(laptops: dict[str, Office]) -> None:
    ros, day = laptops["ros"], ("--today", "2004-06-14")
    for home in ("inspections", "moderation"):
        shutil.copytree(ros.root / home / SLUG, ros.root / home / "elm")
    ros.at("ros")("save", "elm")
    ros.at("ros")("moderate", "submit", "elm", *day)
    agreed = ("--present", "ann,bob,cat", "--service", "agreed", "--prospects", "agreed")
    assert laptops["ann"].at("ann")("moderate", "meeting", "elm", *agreed, *day).code == 0
    refused = laptops["bob"].at("bob")("moderate", "sign-off", "elm", *day)
    assert refused.code == 1
    assert "elm came in just now: it was not on this computer before.\n" in refused.err
    assert "Nothing was recorded: this command itself brought in what would be signed." in refused.err
    signed = laptops["bob"].at("bob")("moderate", "sign-off", "elm", *day)
    assert signed.code == 0, signed.err


def test_who_signs_is_shown_what_came_in_just_now(laptops: dict[str, Office]) -> None:
    laptops["ros"].does("ros", "submit")
    laptops["ann"].met()
    laptops["bob"].at("bob")("sync")
    laptops["ros"].at("ros")("sync")
    laptops["ros"].edits("findings/adaptations-slow.md", "title:", "title: Far too")
    laptops["ros"].at("ros")("save", SLUG)
    refused = laptops["bob"].at("bob")("moderate", "sign-off", SLUG, "--today", "2004-06-14")
    assert refused.code == 1
    assert "Since just now, [-this went-] and {+this came+}:" in refused.err
    assert "{+Far too+}" in refused.err
    assert "Read what came in, then type the same command again." in refused.err
    laptops["bob"].does("bob", "sign-off")


def test_an_act_without_the_shared_place_is_safe_here_and_says_so(laptops: dict[str, Office]) -> None:
    offline = laptops["ros"].does("ros", "submit", "--offline")
    assert offline.err == "Recorded here, not yet shared. `reportkit sync` shares it.\n"
    shutil.move(laptops["ros"].root.parent.parent / "shared.git", laptops["ros"].root.parent.parent / "gone.git")
    met = laptops["ros"].at("ann")(
        *("moderate", "meeting", SLUG, "--present", "ann", "--service", "agreed", "--prospects", "agreed"),
        *("--today", "2004-06-14"),
    )
    assert met.code == 0
    assert "Recorded here, not yet shared. " in met.err


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("echo No room for it. >&2; exit 1", "did not take your versions: No room for it. They are safe here"),
        ("sleep 60", "The shared place fell silent half-way."),
    ],
    ids=["refusing", "silent"],
)
def test_an_act_that_the_shared_place_does_not_take_is_recorded_here_and_says_why(
    laptops: dict[str, Office], monkeypatch: pytest.MonkeyPatch, place: str, why: str
) -> None:
    hook = laptops["ros"].root.parent.parent / "shared.git/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{place}\n", encoding="utf-8")
    hook.chmod(0o755)
    with monkeypatch.context() as impatient:
        impatient.setattr("reportkit.gitstore.transport._SILENCE", 0.5)
        told = laptops["ros"].does("ros", "submit").err
    assert told.startswith("Recorded here, not yet shared. ")
    assert why in told
    hook.unlink()
    assert laptops["ros"].at("ros")("sync").out == "Shared 1 version.\n"
    laptops["ann"].met()


def test_an_act_on_another_branch_than_the_shared_one_is_recorded_there_and_says_the_way_back(
    laptops: dict[str, Office],
) -> None:
    office = laptops["ros"]
    office.git("switch", "-q", "-c", "visit")
    told = office.does("ros", "submit").err
    assert told.startswith("Recorded here, not yet shared. You are on the branch visit, and what is shared is on main.")
    assert "git switch main" in told
    assert office.git("rev-list", "--count", "main..visit").strip() == "1"
    assert office.git("status", "--porcelain") == ""


@pytest.mark.parametrize("words", [("moderate",), ("moderate", SLUG), ("status",), ("comments", "list", SLUG)])
def test_who_looks_is_told_first_how_old_their_copy_is(laptops: dict[str, Office], words: tuple[str, ...]) -> None:
    office = laptops["ann"]
    assert "was last brought in" not in office.at("ann")(*words).err
    office.at("ann")("sync")
    long_ago = dt.datetime(2004, 6, 14, 9, 0, tzinfo=dt.UTC).timestamp()
    os.utime(office.root / ".git" / "FETCH_HEAD", (long_ago, long_ago))
    told = "What others shared was last brought in on 2004-06-14 at 10:00: `reportkit sync` does it again.\n"
    assert office.at("ann")(*words).err.startswith(told)
    machine = office.at("ann")(*words, "--json")
    assert (json.loads(machine.out)["brought-in"], machine.err) == ("2004-06-14T09:00:00Z", "")


def test_two_who_sign_at_once_both_count(laptops: dict[str, Office]) -> None:
    laptops["ros"].does("ros", "submit")
    laptops["ann"].met()
    laptops["bob"].at("bob")("sync")
    laptops["ann"].does("ann", "sign-off", "--offline")
    laptops["bob"].does("bob", "sign-off")
    laptops["ann"].at("ann")("sync")
    seen = laptops["ann"].at("ann")("moderate", SLUG).out
    assert "Ann Lee, regional lead inspector, on 2004-06-14, claimed." in seen
    assert "Bob Hay, ALMO co-ordinator, on 2004-06-14, claimed." in seen


def test_three_who_ask_at_the_same_moment_are_all_recorded_once(office: Office, process: Process) -> None:
    office.submitted()
    ask = ("query", SLUG, "--of", "Mo", "--by", "2004-06-21", "--today", "2004-06-14", "--text")
    running = []
    for person in ("ann", "bob", "cat"):
        office.at(person)
        settings = {**process.environment, "GIT_CONFIG_GLOBAL": str(office.root.parent / f"{person}.gitconfig")}
        words = [*process.command, "-C", str(office.root), "moderate", *ask, f"How, {person}?"]
        running.append(subprocess.Popen(words, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    assert [(each.communicate()[1], each.returncode) for each in running] == [(b"", 0)] * 3
    asked = json.loads(office.at("ann")("moderate", SLUG, "--json").out)["open-queries"]
    assert sorted(each["asks"] for each in asked) == ["How, ann?", "How, bob?", "How, cat?"]
    assert office.git("status", "--porcelain") == ""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_who_stops_reading_stops_no_act_half_way(laptops: dict[str, Office], process: Process, stream: str) -> None:
    office = laptops["ros"]
    office.at("ros")
    reader, writer = os.pipe()
    os.close(reader)
    command = [*process.command, "-C", str(office.root), "moderate", "submit", SLUG, "--today", "2004-06-14"]
    environment = {**process.environment, "GIT_CONFIG_GLOBAL": str(office.root.parent / "ros.gitconfig")}
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: writer}
    assert subprocess.run(command, env=environment, check=False, **streams).returncode == 0
    os.close(writer)
    assert office.git("status", "--porcelain", "--branch").splitlines() == ["## main...origin/main"]


def test_the_audit_trail_is_a_table_in_word(office: Office, package_problems, tmp_path: Path) -> None:
    office.submitted().met()
    written = office.at("ann")("history", SLUG, "--out", str(tmp_path / "trail.docx"))
    assert written.out == f"{tmp_path / 'trail.docx'}\n"
    data = (tmp_path / "trail.docx").read_bytes()
    assert package_problems(data) == []
    from docx import Document

    table = Document(str(tmp_path / "trail.docx")).tables[0]
    who, what, content, sure = [cell.text for cell in table.rows[1].cells][1:]
    assert (who, what, sure) == ("Rosalind Tollinshaw, inspector", "handed it to the moderators", "claimed")
    assert content == table.rows[2].cells[3].text
    refused = office.at("ann")("history", SLUG, "--out", "trail.pdf")
    assert (refused.code, refused.err) == (
        2,
        "`trail.pdf` does not end in .docx. Name a Word file, or a folder.\n",
    )


def test_a_sign_off_that_what_came_in_meanwhile_ended_is_said_to_have_ended(
    laptops: dict[str, Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    ros, ann = laptops["ros"], laptops["ann"]
    ros.does("ros", "submit")
    ann.met()
    ros.at("ros")("sync")

    def share_later(session: object, progress: object) -> object:
        ros.edits("findings/board-conduct.md", "---\n", "---\n# More\n")
        who = ("-c", "user.name=Ros", "-c", "user.email=ros@example.org")
        ros.git(*who, "commit", "-qam", "One more")
        ros.git("push", "-q")
        return share_recorded(session, progress)

    monkeypatch.setattr("reportkit.cli.act.share_recorded", share_later)
    done = ann.at("ann")("moderate", "sign-off", SLUG, "--today", "2004-06-14")
    assert "1 of 3 sign-offs hold" in done.out
    assert f"What came in changed {SLUG} and ended the sign-off of Ann Lee (regional lead inspector)." in done.err
