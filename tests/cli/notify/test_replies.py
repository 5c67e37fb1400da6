"""An e-mailed reply about the report as decided: another code than the draft's, though not a word has changed."""

from __future__ import annotations

import json

from reportkit.moderation.codec import parse
from reportkit.moderation.subject import subject_of, version_code
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.notify.conftest import DAY


def reply(office: Office, code: str, words: str) -> tuple[str, ...]:
    path = office.root.parent / "reply.eml"
    date = "Thu, 16 Sep 2004 09:00:00 +0100"
    path.write_text(f"From: ann@example.org\nSubject: Re: version {code}\nDate: {date}\n\n{words}\n", encoding="utf-8")
    return ("--for", "ann", "--reply", str(path), "--out", str(office.root.parent / "sent"))


def draft_code(office: Office) -> str:
    files = ((path.relative_to(office.folder).as_posix(), path) for path in office.folder.rglob("*") if path.is_file())
    return version_code(subject_of("the-house", SLUG, ((name, path.read_bytes()) for name, path in files)))


def final_code(office: Office) -> str:
    return version_code(json.loads(office.at("ann")("moderate", SLUG, "--json").out)["subject"])


def test_a_query_about_the_report_as_decided_reopens_it(office: Office) -> None:
    office.does("gus", "sign-off", *reply(office, final_code(office), "I need the survey."), day=DAY)
    newest = office.newest("query")
    assert parse(newest.read_bytes()).stage == "final"
    told = json.loads(office.at("ann")("moderate", SLUG, "--json").out)
    assert [each["reported-by"] for each in told["open-queries"]] == ["gus"]
    assert version_code(told["subject"]) == draft_code(office)
    assert office.at("ann")("verify", SLUG).code == 0


def test_a_reply_to_the_drafts_pack_does_not_sign_the_report_as_decided(office: Office) -> None:
    assert final_code(office) != draft_code(office)
    refused = office.refused("gus", "sign-off", *reply(office, draft_code(office), "I agree."), day=DAY)
    assert refused.err.startswith("The reply is about version ")
    assert "and what is to be signed now is another" in refused.err
    office.does("gus", "sign-off", *reply(office, final_code(office), "I agree."), day=DAY)
