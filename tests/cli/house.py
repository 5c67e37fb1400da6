"""A house with a record: people with keys, two inspections, moderated by the tool; and ways to attack it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from reportkit.gitstore.records import GitRecordStore
from reportkit.gitstore.signatures.signing import sign
from reportkit.moderation.codec import digest_of, encode, file_name
from reportkit.moderation.record import OF_THE_HOUSE, Record
from reportkit.moderation.store import File, Recording, SignedRecord
from tests.moderation.builders import record

REPOSITORY = "7c1f0b52-9d4e-4a86-b3a7-2f6e58d0c914"
ROLES = {
    "ann": "regional-lead-inspector",
    "bob": "almo-co-ordinator",
    "cat": "senior-manager",
    "flo": "head-of-programme",
    "gus": "administrator",
    "kim": "inspector",
}


class Verdict(NamedTuple):
    """What `verify --json` answered."""

    code: int
    kinds: frozenset[str]
    text: str


class House:
    """A working repository at `root`; `keys` holds each person's SSH key."""

    def __init__(self, root: Path, keys: Path) -> None:
        self.root = root
        self.keys = keys
        self.store = GitRecordStore(root, REPOSITORY)

    def begin(self, signatures: str = "required", more: str = "") -> None:
        """The first version: a policy, with what it says more, and two inspections."""
        self.write("reportkit.yaml", f"format: 1\nrepository: {REPOSITORY}\ninspectorate:\n  name: Test\n")
        self.write(".gitattributes", "moderation/*/records/** -text\n*.docx -text\n")
        self.write("moderation/policy.yaml", self.policy(signatures, more=more))
        for inspection in ("elm", "oak"):
            self.write(f"inspections/{inspection}/inspection.yaml", "kind: almo\n")
        self.git("init", "-q", "-b", "main", "--template=")
        self.git("config", "maintenance.auto", "false")
        self.commit("kim", "Start")

    def policy(self, signatures: str = "required", keys: dict[str, str] | None = None, more: str = "") -> str:
        """Return a policy.yaml with everyone's key; `keys` replaces some by other lines."""
        lines = [f"signatures: {signatures}", "people:"]
        for person, role in ROLES.items():
            public = (self.keys / f"{person}.pub").read_text().strip()
            lines += [f"  - id: {person}", f"    name: {person.title()}", f"    email: {person}@example.org"]
            lines += [f"    roles: [{role}]", "    keys:", f"      - {(keys or {}).get(person, f'key: {public}')}"]
        return "\n".join([*lines, more, ""])

    def policy_now(self) -> str:
        return self.git_bytes("show", "HEAD:moderation/policy.yaml").decode()

    def policy_digest(self) -> str:
        return hashlib.sha256(self.git_bytes("show", "HEAD:moderation/policy.yaml")).hexdigest()

    def record(self, event: str, person: str, inspection: str = "elm", **changes: object) -> Record:
        """Return what this person would record now."""
        of_one = inspection != OF_THE_HOUSE
        rests = {
            "repository": REPOSITORY,
            "inspection": inspection,
            "person": person,
            "role": ROLES[person],
            "subject": self.store.subject(inspection) if of_one else None,
            "seen": self.store.heads(inspection),
            "policy": self.policy_digest(),
            "at": int(time.time()),
        }
        return record(event, **{**rests, **changes})

    def signed(self, data: bytes, key: str | None) -> SignedRecord:
        return SignedRecord(data=data, signature=sign(data, self.keys / key) if key else None)

    def act(
        self,
        event: str,
        person: str,
        inspection: str = "elm",
        files: Iterable[File] = (),
        key: str | None = None,
        **changes: object,
    ) -> Record:
        """Record it by the tool, signed with the person's key, or that of who enters it. Returns the record."""
        made = self.record(event, person, inspection, **changes)
        self.store.append(
            Recording(
                inspection=inspection,
                version=self.store.version(inspection),
                records=(self.signed(encode(made), key or person),),
                files=tuple(files),
                message=f"{person} {event}",
                name=(key or person).title(),
                email=f"{key or person}@example.org",
            )
        )
        return made

    def moderate(self, inspection: str = "elm") -> None:
        """From handing in to three sign-offs."""
        self.act("submitted", "kim", inspection)
        self.act("meeting", "ann", inspection)
        for person in ("ann", "bob", "cat"):
            self.act("sign-off", person, inspection)

    def put(self, made: Record, key: str | None = None, inspection: str | None = None) -> str:
        """Lay a record into the work tree by hand. Returns its path."""
        data = encode(made)
        path = f"moderation/{inspection or made.inspection}/records/{file_name(data)}"
        self.write(path, data)
        if key:
            self.write(f"{path}.sig", sign(data, self.keys / key))
        return path

    def forge(self, made: Record, key: str | None = None, author: str | None = None) -> str:
        """Commit a record by hand, as if `author` had. Returns its path."""
        path = self.put(made, key)
        self.commit(author or made.person, "By hand")
        return path

    def records(self, inspection: str = "elm") -> list[str]:
        """Return the paths of the inspection's records, sorted."""
        return [f"moderation/{inspection}/records/{stored.name}" for stored in self.store.records(inspection)]

    def last(self, inspection: str = "elm") -> str:
        """Return the path of the newest record."""
        (head,) = self.store.heads(inspection)
        return next(path for path in self.records(inspection) if digest_of((self.root / path).read_bytes()) == head)

    def write(self, path: str, content: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, text: str, inspection: str = "elm", person: str = "kim") -> None:
        """Change an inspection, and save it."""
        self.write(f"inspections/{inspection}/inspection.yaml", text)
        self.commit(person, "Edit")

    def commit(self, person: str, message: str, **variables: str) -> str:
        """Commit everything that lies in the work tree, by Git itself."""
        self.git("add", "-A")
        who = ("-c", f"user.name={person.title()}", "-c", f"user.email={person}@example.org")
        self.git(*who, "commit", "-q", "--allow-empty", "-m", message, **variables)
        return self.git("rev-parse", "HEAD")

    def git(self, *words: str, **variables: str) -> str:
        return self.git_bytes(*words, **variables).decode().strip()

    def git_bytes(self, *words: str, **variables: str) -> bytes:
        environment = {**os.environ, **variables}
        done = subprocess.run(["git", *words], cwd=self.root, check=False, capture_output=True, env=environment)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def copy(self, name: str) -> House:
        """Another laptop: a clone."""
        there = self.root.parent / name
        subprocess.run(["git", "clone", "-q", "--template=", str(self.root), str(there)], check=True)
        return House(there, self.keys)


def verdict_of(code: int, out: str) -> Verdict:
    """Return the verdict that `verify --json` printed."""
    told = json.loads(out)
    return Verdict(code, frozenset(finding["kind"] for finding in told["findings"]), out)


def make_keys(folder: Path) -> None:
    """A key for everyone, and one of a stranger's."""
    for person in (*ROLES, "mallory"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(folder / person)]
        subprocess.run(command, check=True)


def copied(house: House, root: Path) -> House:
    """Return the same house somewhere else."""
    shutil.copytree(house.root, root)
    return House(root, house.keys)
