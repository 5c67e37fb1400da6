"""How fast the record is written and verified, against Git itself, side by side in one run.

    python benchmarks/record.py            everything
    python benchmarks/record.py 500 1000   at most 500 inspections, and 1,000 records to verify

One act: a whole process that reads where an inspection stands, makes a record and appends it, against `git add` and
`git commit` of one file there. Verify: a whole `reportkit verify` against `git log` with the trailers that the same
commits carry. Four writers at once, 100 records each: how many are kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from paired import paired

from reportkit.gitstore.records import GitRecordStore
from reportkit.moderation import events as ev
from reportkit.moderation.codec import digest_of, encode, file_name
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.moderation.record import Record
from reportkit.moderation.subject import subject_of

HERE = Path(__file__).resolve().parent
HOUSE = "7c1f0b52-9d4e-4a86-b3a7-2f6e58d0c914"
FILES = 20
BEGAN = 1_087_203_600
POLICY = b"""people:
  - {id: ann, name: Ann, email: ann@example.org, roles: [regional-lead-inspector], region: Northern}
  - {id: kim, name: Kim, email: kim@example.org, roles: [inspector]}
"""
READY_BY = dt.date(2099, 1, 1)
AS_GIT = "echo $$ >> inspections/homes-00001/notes.md; git add inspections/homes-00001/notes.md; git commit -qm Act"
ACT = """
import sys, time
from pathlib import Path
from reportkit.gitstore.records import GitRecordStore
from reportkit.moderation import events as ev
from reportkit.moderation.codec import encode
from reportkit.moderation.record import Record
from reportkit.moderation.store import Act, Moved, Signed
HOUSE, store = sys.argv[1], GitRecordStore(Path(), sys.argv[1])
slug, left, number = sys.argv[2], int(sys.argv[3]), 0
while left:
    version, content = store.version(slug), ev.Content(inspection="1" * 40, tool="0")
    off = ev.SignOff(assessed=("evidence", "judgements", "report"), content=content)
    made = Record(
        repository=HOUSE, inspection=slug, person="ann", role="regional-lead-inspector", round=left,
        subject=store.subject(slug), policy="b" * 64, seen=store.heads(slug), at=int(time.time()), details=off,
    )
    assert not store.unsaved(slug)
    signed = (Signed(data=encode(made)),)
    try:
        store.append(Act(inspection=slug, version=version, records=signed, message="Act", name="Ann", email="a@b.c"))
    except Moved:
        continue
    left -= 1
"""


class Import:
    """A repository written by `git fast-import`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
        command = ["git", "fast-import", "--quiet"]
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE)

    def commit(self, who: str, at: int, message: str) -> None:
        """Begin a commit of somebody's."""
        self._write(f"commit refs/heads/main\ncommitter {who.title()} <{who}@example.org> {at} +0000\n".encode())
        self._data(message.encode())

    def file(self, path: str, data: bytes) -> None:
        """Put a file into it."""
        self._write(f"M 100644 inline {path}\n".encode())
        self._data(data)

    def done(self) -> Path:
        """End, and check everything out. Returns the work tree."""
        self._process.communicate()
        subprocess.run(["git", "checkout", "-q", "main"], cwd=self.root, check=True)
        for key, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
            subprocess.run(["git", "config", key, value], cwd=self.root, check=True)
        return self.root

    def _data(self, data: bytes) -> None:
        self._write(b"data %d\n%b\n" % (len(data), data))

    def _write(self, data: bytes) -> None:
        assert self._process.stdin  # noqa: S101  a pipe, by how it was started
        self._process.stdin.write(data)


def contents(number: int) -> Iterator[tuple[str, bytes]]:
    """The files of one inspection, by their path below its folder."""
    return ((f"findings/f{each:02}.md", b"Finding %d of %d\n" % (each, number) * 20) for each in range(FILES))


def begin(root: Path, inspections: int) -> Import:
    """A repository with so many inspections of twenty files."""
    made = Import(root)
    made.commit("ann", BEGAN - 1000, "Start")
    made.file("moderation/policy.yaml", POLICY)
    made.file("reportkit.yaml", f"format: 1\nrepository: {HOUSE}\ninspectorate:\n  name: Test\n".encode())
    for number in range(inspections):
        for path, data in contents(number):
            made.file(f"inspections/homes-{number:05}/{path}", data)
    return made


def with_records(root: Path, inspections: int, records: int) -> Path:
    """The same with so many records, each in a commit of its own, with trailers."""
    made = begin(root, inspections)
    seen: dict[str, str] = {}
    for number in range(records):
        slug, round_ = f"homes-{number % inspections:05}", number // inspections
        record = next_record(slug, round_, BEGAN + number * 60, seen.get(slug), number % inspections)
        data = encode(record)
        seen[slug] = digest_of(data)
        made.commit(record.person, record.at, f"Act\n\nRecord: {file_name(data)}\nInspection: {slug}\n")
        made.file(f"moderation/{slug}/records/{file_name(data)}", data)
    return made.done()


def next_record(slug: str, turn: int, at: int, before: str | None, number: int) -> Record:
    """What is recorded next of an inspection: it is handed in, met about, then asked and answered on and on."""
    met = ev.Meeting(
        date=READY_BY.replace(year=2004, month=1),
        present=("ann",),
        service=ServiceOutcome(verdict="agreed", to="good"),
        prospects=ProspectsOutcome(verdict="agreed", to="promising"),
    )
    submitted = ev.Submitted(content=ev.Content(inspection="1" * 40, tool="0"))
    asked = ev.Query(asks="How many?", of="Kim", by=READY_BY)
    answered = ev.Answer(query=before or "", says="Twelve.")
    details = (submitted, met)[turn] if turn < 2 else (asked, answered)[turn % 2]  # noqa: PLR2004  the first two
    by_kim = isinstance(details, ev.Submitted | ev.Answer)
    return Record(
        repository=HOUSE,
        inspection=slug,
        person="kim" if by_kim else "ann",
        role="inspector" if by_kim else "regional-lead-inspector",
        round=1,
        subject=subject_of(HOUSE, slug, contents(number)),
        policy=hashlib.sha256(POLICY).hexdigest(),
        seen=(before,) if before else (),
        at=at,
        details=details,
    )


def one_act(root: Path, rounds: int) -> float:
    """One act against `git add` and `git commit`."""
    ours = [sys.executable, "-c", ACT, HOUSE, "homes-00002", "1"]
    pairing = paired(ours, ["sh", "-c", AS_GIT], root, rounds)
    print(f"  ours {pairing.ours.seconds:.3f} s, git {pairing.theirs.seconds:.3f} s")
    return pairing.ratio


def verify(root: Path, rounds: int) -> float:
    """Verify against `git log` with trailers."""
    ours = [sys.executable, "-m", "reportkit", "verify"]
    form = "%H %P %an %ae %at %cn %ce %ct %(trailers:key=Record,valueonly) %(trailers:key=Inspection,valueonly)"
    pairing = paired(ours, ["git", "log", f"--format={form}"], root, rounds)
    print(f"  ours {pairing.ours.seconds:.3f} s, git log {pairing.theirs.seconds:.3f} s")
    return pairing.ratio


def four_writers(root: Path, each: int) -> int:
    """How many records four writers at once have kept, two in each of two inspections."""
    command = [sys.executable, "-c", ACT, HOUSE]
    writers = [subprocess.Popen([*command, f"homes-0000{number % 2 + 3}", str(each)], cwd=root) for number in range(4)]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]  # noqa: S101  a writer that failed ends it all
    store = GitRecordStore(root, HOUSE)
    return sum(len(store.records(slug)) for slug in ("homes-00003", "homes-00004"))


def main() -> None:
    """Print the ratios."""
    most, records = (int(word) for word in (*sys.argv[1:3], "10000", "10000")[:2])
    os.environ["PYTHONPATH"] = str(HERE.parent)
    with tempfile.TemporaryDirectory(prefix="reportkit-benchmark-") as name:
        for inspections, bar in ((500, 6.0), (10_000, 0.5)):
            if inspections <= most:
                root = begin(Path(name) / str(inspections), inspections).done()
                ratio = one_act(root, 7)
                print(f"one act at {inspections:,} × {FILES}: {ratio:.2f} × git add + commit (bar {bar})")
        kept = four_writers(Path(name) / "500", 100)
        print(f"four writers at once, 100 records each: {kept} of 400 kept")
        root = with_records(Path(name) / "records", 500, records)
        print(f"verify of {records:,} records, packed: {verify(root, 5):.1f} × git log with trailers (bar 8.5)")
        unpack(root)
        print(f"verify of {records:,} records, as acts leave them: {verify(root, 3):.1f} × the same (bar 8.5)")


def unpack(root: Path) -> None:
    """Take the packs apart, as if every act had just been made."""
    for pack in (root / ".git" / "objects" / "pack").glob("*.pack"):
        aside = root / ".git" / pack.name
        pack.rename(aside)
        pack.with_suffix(".idx").unlink()
        with aside.open("rb") as file:
            subprocess.run(["git", "unpack-objects", "-q"], cwd=root, stdin=file, check=True)


if __name__ == "__main__":
    main()
