from __future__ import annotations

import subprocess
from pathlib import Path

from reportkit.gitstore.all_records import AllRecords, Glimpse
from reportkit.gitstore.records.reader import ObjectReader

KEPT = {
    "inspections/ash/inspection.yaml": "kind: almo\n",
    "inspections/ash/findings/repairs.md": "Repairs.\n",
    "inspections/elm/inspection.yaml": "kind: indicative\n",
    "inspections/oak/findings/gas.md": "Gas.\n",
    "moderation/ash/records/2-b.json": "second\n",
    "moderation/ash/records/1-a.json": "first\n",
    "moderation/ash/records/1-a.json.sig": "a signature\n",
    "moderation/gone/records/1-a.json": "of no inspection\n",
    "moderation/oak/records/1-a.json": "of one without particulars\n",
    "moderation/policy.yaml": "people: []\n",
}


def test_every_saved_inspection_is_told_with_its_own_records_whatever_is_asked_in_between(tmp_path: Path) -> None:
    save(tmp_path)
    reader = ObjectReader(tmp_path)
    told = []
    for glimpse in AllRecords(tmp_path, reader).glimpses():
        assert reader.find("HEAD:inspections/ash/findings/repairs.md")
        told.append(what(glimpse))
    reader.close()
    assert told == [
        ("ash", b"kind: almo\n", [("1-a.json", b"first\n"), ("2-b.json", b"second\n")]),
        ("elm", None, []),
        ("gone", None, [("1-a.json", b"of no inspection\n")]),
        ("oak", None, [("1-a.json", b"of one without particulars\n")]),
    ]


def what(glimpse: Glimpse) -> tuple[str, bytes | None, list[tuple[str, bytes]]]:
    return glimpse.slug, glimpse.particulars, [(each.name, each.data) for each in glimpse.records]


def save(root: Path) -> None:
    for path, text in KEPT.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "Start")):
        subprocess.run(["git", *words], cwd=root, check=True)
