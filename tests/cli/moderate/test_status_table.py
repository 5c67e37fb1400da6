"""`status` and `moderate` with an inspection among the others of which no one can tell where it stands."""

from __future__ import annotations

import json

import pytest

from reportkit.errors import Exit
from reportkit.moderation.codec import digest_of
from tests.cli.moderate.conftest import SLUG, Office

NEWER = b'{"event":"promotion","schema":1}\n'


def saved(office: Office, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (office.root / path).parent.mkdir(parents=True, exist_ok=True)
        (office.root / path).write_bytes(data)
    office.git("add", "-A")
    office.git("-c", "user.name=Eve", "-c", "user.email=eve@example.org", "commit", "-qm", "By hand")


def record(name: str, data: bytes) -> dict[str, bytes]:
    return {"inspections/elm/inspection.yaml": b"kind: almo\n", f"moderation/elm/records/{name}": data}


UNTOLD = {
    "an inspection.yaml that cannot be read": (
        {f"inspections/{SLUG}/inspection.yaml": b"kind: [almo\n"},
        Exit.REFUSED,
        f"{SLUG}: stage not known, inspections/{SLUG}/inspection.yaml:1: the list's brackets",
    ),
    "a damaged record": (
        record("20040614T090000Z-query-0123456789ab.json", b"{}\n"),
        Exit.DAMAGED,
        "elm: stage not known, 20040614T090000Z-query-0123456789ab.json: A record cannot be believed",
    ),
    "a record of a newer reportkit": (
        record(f"20040614T090000Z-promotion-{digest_of(NEWER)[:12]}.json", NEWER),
        Exit.TROUBLE,
        f"elm: stage not known, 20040614T090000Z-promotion-{digest_of(NEWER)[:12]}.json: A newer reportkit made",
    ),
}


@pytest.mark.parametrize(("files", "code", "said"), UNTOLD.values(), ids=UNTOLD)
def test_one_that_cannot_be_told_says_why_and_the_others_stand(
    met: Office, files: dict[str, bytes], code: Exit, said: str
) -> None:
    office = met.signed("bob")
    saved(office, {"inspections/oak/inspection.yaml": b"kind: almo\n", **files})
    status = office.at("ann")("status")
    first, *others = status.out.splitlines()
    assert first.startswith(SLUG if SLUG not in said else "oak")
    assert others[-1].startswith(said)
    assert (status.code, status.err) == (code, "")
    waiting = office.at("ann")("moderate")
    assert waiting.err.endswith(f"{others[-1]}\n")
    assert waiting.code == code
    told = json.loads(office.at("ann")("status", "--late", "--json").out)
    assert (told["inspections"], [each["code"] for each in told["untold"]]) == ([], [code])


def test_a_house_without_inspections_shows_nothing(office: Office) -> None:
    office.git("rm", "-rq", "inspections")
    office.git("-c", "user.name=Eve", "-c", "user.email=eve@example.org", "commit", "-qm", "By hand")
    code, told, said = office.at("ann")("status")
    assert (code, told) == (Exit.DONE, "")
    assert said.startswith("There is no inspection yet; `reportkit new` makes one")
    (office.root / "inspections/elm").mkdir(parents=True)
    assert office.at("ann")("status").err == "No inspection is saved yet. Save one: reportkit save elm\n"
    machine = json.loads(office.at("ann")("status", "--json").out)
    assert machine == {"format": 1, "brought-in": None, "inspections": [], "untold": []}
    assert office.at("ann")("moderate").err == "Nothing waits for you, Ann Lee.\n"
