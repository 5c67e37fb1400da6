"""Repositories to measure in, written by `git fast-import`: inspections of twenty files, and their records.

Everything in them is invented.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportkit.gitstore.records.objects import Object, with_entry
from reportkit.gitstore.tree import FOLDER, ORDINARY, TreeEntry
from reportkit.moderation import events as ev
from reportkit.moderation.codec import digest_of, encode, file_name
from reportkit.moderation.outcomes import ProspectsOutcome, ServiceOutcome
from reportkit.moderation.record import Record
from reportkit.moderation.subject import subject_of
from reportkit.moderation.words import ASSESSED, Role

HOUSE = "7c1f0b52-9d4e-4a86-b3a7-2f6e58d0c914"
FILES = 20
BEGAN = 1_087_203_600
DAY = "2004-06-28"  # after everything in them
PEOPLE: Mapping[str, Role] = {
    "ann": "regional-lead-inspector",
    "bob": "almo-co-ordinator",
    "cat": "senior-manager",
    "kim": "inspector",
}
POLICY = "\n".join(
    (
        "demonstration: true",
        "people:",
        *(
            f"  - {{id: {who}, name: {who.title()}, email: {who}@example.org, roles: [{role}], region: Northern}}"
            for who, role in PEOPLE.items()
        ),
        "",
    )
).encode()
READY_BY = dt.date(2099, 1, 1)
SHIPPED = Path(__file__).resolve().parents[1]
EXAMPLE = SHIPPED / "inspections" / "harrowmere-homes"
CASEWORK = SHIPPED / "moderation" / "harrowmere-homes" / "casework.yaml"
MET = ev.Meeting(
    date=dt.date(2004, 1, 1),
    present=("ann", "bob", "cat"),
    service=ServiceOutcome(verdict="agreed", to="good"),
    prospects=ProspectsOutcome(verdict="agreed", to="promising"),
)

Files = dict[str, bytes]
"""The files of one inspection, by their path below its folder."""


class House:
    """A repository that is being made: `inspection` and `act` add to it, `done` ends it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._seen: dict[str, str] = {}
        self._time = BEGAN
        subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
        self._process = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=root, stdin=subprocess.PIPE)
        self.commit("ann", "Start")
        self._file("moderation/policy.yaml", POLICY)
        self._file("reportkit.yaml", f"format: 1\nrepository: {HOUSE}\ninspectorate:\n  name: Test\n".encode())

    def commit(self, who: str, message: str) -> None:
        """Begin someone's commit, a minute after the one before."""
        self._time += 60
        self._write(
            f"commit refs/heads/main\ncommitter {who.title()} <{who}@example.org> {self._time} +0000\n".encode()
        )
        self._data(message.encode())

    def inspection(self, slug: str, files: Files) -> None:
        """Put an inspection into the commit."""
        for path, data in files.items():
            self._file(f"inspections/{slug}/{path}", data)

    def casework(self, slug: str, data: bytes) -> None:
        """Put an inspection's casework into the commit."""
        self._file(f"moderation/{slug}/casework.yaml", data)

    def act(self, who: str, details: ev.Details, slug: str, subject: str) -> None:
        """Someone's act on an inspection, in a commit of its own, with trailers."""
        data = encode(self._made(who, details, slug, subject))
        self.commit(who, f"Act\n\nRecord: {file_name(data)}\nInspection: {slug}\n")
        self._keep(slug, data)

    def record(self, who: str, details: ev.Details, slug: str, subject: str) -> None:
        """Put what someone did into the commit, as if it had come from elsewhere."""
        self._keep(slug, encode(self._made(who, details, slug, subject)))

    def last(self, slug: str) -> str:
        """The digest of an inspection's last record."""
        return self._seen[slug]

    def done(self) -> Path:
        """End, pack, and check everything out; Git's user is Ann. Returns the work tree."""
        self._process.communicate()
        subprocess.run(["git", "checkout", "-q", "main"], cwd=self.root, check=True)
        for key, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
            subprocess.run(["git", "config", key, value], cwd=self.root, check=True)
        return self.root

    def _made(self, who: str, details: ev.Details, slug: str, subject: str) -> Record:
        return Record(
            repository=HOUSE,
            inspection=slug,
            person=who,
            role=PEOPLE[who],
            round=1,
            subject=subject,
            policy=hashlib.sha256(POLICY).hexdigest(),
            seen=(self._seen[slug],) if slug in self._seen else (),
            at=self._time + 60,
            demonstration=True,
            details=details,
        )

    def _keep(self, slug: str, data: bytes) -> None:
        self._file(f"moderation/{slug}/records/{file_name(data)}", data)
        self._seen[slug] = digest_of(data)

    def _file(self, path: str, data: bytes) -> None:
        self._write(f"M 100644 inline {path}\n".encode())
        self._data(data)

    def _data(self, data: bytes) -> None:
        self._write(b"data %d\n%b\n" % (len(data), data))

    def _write(self, data: bytes) -> None:
        assert self._process.stdin  # noqa: S101  a pipe, by how it was started
        self._process.stdin.write(data)


def small(number: int) -> Files:
    """An inspection of twenty files."""
    return {f"findings/f{each:02}.md": b"Finding %d of %d\n" % (each, number) * 20 for each in range(FILES)}


def large() -> Files:
    """An inspection of real size: the fullest example."""
    return {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.rglob("*") if path.is_file()}


def name(number: int) -> str:
    """What the small inspections are called."""
    return f"homes-{number:05}"


def programme(root: Path, inspections: int, acts: int, waiting: Sequence[str] = ()) -> Path:
    """Inspections that were handed in, met about, and signed by three: the first so many of these `acts`.

    Those acts came in one commit, for to write one each would take many times as long as what is measured. The
    inspections named in `waiting` are large, and wait for the first sign-off, each act in a commit of its own.
    """
    house, files, big = House(root), [small(number) for number in range(inspections)], large()
    for number in range(inspections):
        house.inspection(name(number), files[number])
    for slug in waiting:
        house.inspection(slug, big)
        house.casework(slug, CASEWORK.read_bytes())
    house.commit("ann", "Records")
    for number in range(inspections if acts else 0):
        for act in _story(files[number])[:acts]:
            house.record(*act, name(number), subject_of(HOUSE, name(number), files[number].items()))
    for slug in waiting:
        for act in _story(big)[:2]:
            house.act(*act, slug, subject_of(HOUSE, slug, big.items()))
    return house.done()


def _story(files: Files) -> tuple[tuple[str, ev.Details], ...]:
    content = ev.Content(inspection=tree_id(files), tool="0")
    off = ev.SignOff(assessed=ASSESSED, content=content)
    return (("kim", ev.Submitted(content=content)), ("ann", MET), ("ann", off), ("bob", off), ("cat", off))


def long_record(root: Path, inspections: int, records: int) -> Path:
    """Inspections that are handed in, met about, then asked about and answered for on and on, turn by turn."""
    house, files = House(root), [small(number) for number in range(inspections)]
    for number in range(inspections):
        house.inspection(name(number), files[number])
    subjects = [subject_of(HOUSE, name(number), files[number].items()) for number in range(inspections)]
    for turn in range(records):
        round_, number = divmod(turn, inspections)
        house.act(*_next(house, name(number), round_), name(number), subjects[number])
    return house.done()


def _next(house: House, slug: str, turn: int) -> tuple[str, ev.Details]:
    if turn == 0:
        return "kim", ev.Submitted(content=ev.Content(inspection="1" * 40, tool="0"))
    if turn == 1:
        return "ann", MET
    if turn % 2 == 0:
        return "ann", ev.Query(asks="How many?", of="Kim", by=READY_BY)
    return "kim", ev.QueryAnswer(query=house.last(slug), says="Twelve.")


def tree_id(files: Mapping[str, bytes]) -> str:
    """The id that Git gives a folder with these files."""
    below: dict[str, dict[str, bytes]] = {}
    whole = b""
    for path, data in files.items():
        first, slash, rest = path.partition("/")
        if slash:
            below.setdefault(first, {})[rest] = data
        else:
            whole = with_entry(whole, path, TreeEntry(ORDINARY, Object("blob", data).id))
    for folder, some in below.items():
        whole = with_entry(whole, folder, TreeEntry(FOLDER, tree_id(some)))
    return Object("tree", whole).id


def unpack(root: Path) -> None:
    """Take the packs apart, as if every act had just been made."""
    for pack in (root / ".git" / "objects" / "pack").glob("*.pack"):
        aside = root / ".git" / pack.name
        pack.rename(aside)
        pack.with_suffix(".idx").unlink()
        with aside.open("rb") as file:
            subprocess.run(["git", "unpack-objects", "-q"], cwd=root, stdin=file, check=True)
