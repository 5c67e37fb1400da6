"""How fast signatures are checked, against Git checking those of as many commits, side by side in one run.

    python benchmarks/signatures.py         1,000 signatures, two pairs
    python benchmarks/signatures.py 200     as many as this

Both are whole processes. Ours reads records and signatures out of Git and checks them against the
one key; `git log --format=%G?` checks the signatures of the commits, by one ssh-keygen each.
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from paired import paired, run, tell

from reportkit.gitstore.git_program import git
from reportkit.gitstore.signatures import NAMESPACE
from reportkit.gitstore.signatures.checking import check
from reportkit.gitstore.signatures.envelope import armour
from reportkit.gitstore.signatures.keys import parse_key
from reportkit.gitstore.signatures.wire import string

COUNT, ROUNDS, BAR = 1000, 2, 0.10
WHO = "Ann Okafor <ann@example.org> 1087200000 +0000"
BATCH = "batch"  # the names of the records and signatures, in turn


def main(count: int) -> None:
    """Measure and print, a line a comparison."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _make(folder, count)
        mine = (sys.executable, __file__, "check", str(folder))
        theirs = ("git", "-c", "gpg.ssh.allowedSignersFile=signers", "log", "--format=%G?")
        _refuse_a_comparison_of_nothing(folder, theirs, count)
        pairing = paired(mine, theirs, folder, ROUNDS)
        tell(f"{count:,} signed records / git log %G?", pairing, BAR)
        print(f"{'of which checking, in process':40} {_checking(folder):>8.3f}s")
    print(f"{'importing what checks, beyond msgspec':40} {_import_cost():>8.3f}s")


def _make(folder: Path, count: int) -> None:
    """A packed repository of `count` signed commits, and as many signed records."""
    subprocess.run(["git", "init", "-q", "--template=", str(folder)], check=True)
    private = Ed25519PrivateKey.generate()
    line = private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    (folder / "key").write_text(line)
    (folder / "signers").write_text(f"ann@example.org {line}\n")
    tree, names, tip = _store(folder, "tree", b""), [], ""
    for number in range(count):
        record = b'{"event":"sign-off","number":%d,"subject":"%s"}\n' % (number, b"0" * 400)
        names += [_store(folder, "blob", record), _store(folder, "blob", _sign(private, record, NAMESPACE))]
        tip = _commit(folder, private, f"tree {tree}\n" + (f"parent {tip}\n" if tip else ""))
    (folder / BATCH).write_text("".join(f"{name}\n" for name in names))
    subprocess.run(["git", "update-ref", "HEAD", tip], cwd=folder, check=True)
    subprocess.run(["git", "repack", "-adqk"], cwd=folder, check=True)


def _commit(folder: Path, private: Ed25519PrivateKey, head: str) -> str:
    head += f"author {WHO}\ncommitter {WHO}\n"
    signature = _sign(private, f"{head}\nSign off\n".encode(), "git").decode().rstrip("\n").replace("\n", "\n ")
    return _store(folder, "commit", f"{head}gpgsig {signature}\n\nSign off\n".encode())


def _store(folder: Path, kind: str, data: bytes) -> str:
    whole = f"{kind} {len(data)}\0".encode() + data
    name = hashlib.sha1(whole).hexdigest()  # noqa: S324  Git's names
    path = folder / ".git" / "objects" / name[:2] / name[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(whole, 1))
    return name


def _sign(private: Ed25519PrivateKey, data: bytes, purpose: str) -> bytes:
    """As `ssh-keygen -Y sign` does, without starting it two thousand times."""
    kind, blob, *_ = private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).split()
    about = b"".join(map(string, (purpose.encode(), b"", b"sha512")))
    inner = private.sign(b"SSHSIG" + about + string(hashlib.sha512(data).digest()))
    signature = string(string(kind) + string(inner))
    return armour(b"SSHSIG\0\0\0\1" + string(base64.b64decode(blob)) + about + signature)


def _refuse_a_comparison_of_nothing(folder: Path, theirs: tuple[str, ...], count: int) -> None:
    said = subprocess.run(theirs, cwd=folder, check=True, capture_output=True, text=True).stdout
    if said.split() != ["G"] * count:
        sys.exit("Git here does not call the commits' signatures good; is there an ssh-keygen?")


def _check(folder: Path) -> None:
    """Ours, as a process of its own."""
    line = (folder / "key").read_text()
    for record, signature in _pairs(folder):
        if check(record, signature, [line]).answer != "good":
            sys.exit("a signature did not check")


def _pairs(folder: Path) -> list[tuple[bytes, bytes]]:
    listing, at, found = git(folder, "cat-file", "--batch", given=(folder / BATCH).read_bytes()), 0, []
    while at < len(listing):
        end = listing.index(b"\n", at)
        size = int(listing[at:end].split()[2])
        found.append(listing[end + 1 : end + 1 + size])
        at = end + size + 2
    return list(zip(found[::2], found[1::2], strict=True))


def _checking(folder: Path) -> float:
    """Seconds, the least of five."""
    line, pairs = parse_key((folder / "key").read_text()).line, _pairs(folder)
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        for record, signature in pairs:
            check(record, signature, [line])
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def _import_cost() -> float:
    """Seconds, the least of ten processes with it less the least of ten without."""
    base = "import msgspec, subprocess, tempfile, hashlib, reportkit.gitstore.git_program"
    more = "import reportkit.gitstore.signatures.checking, cryptography.hazmat.primitives.asymmetric.ed25519"
    here = Path(os.curdir)
    with_it, without = (
        min(run((sys.executable, "-c", words), here).seconds for _ in range(10)) for words in (f"{base}; {more}", base)
    )
    return with_it - without


if __name__ == "__main__":
    if sys.argv[1:2] == ["check"]:
        _check(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else COUNT)
