"""A forger, who can make any signature right or wrong in one way, and stand-ins for ssh-keygen."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

Stand = Callable[..., Path]


def string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def mpint(number: int) -> bytes:
    return string(number.to_bytes(number.bit_length() // 8 + 1, "big"))


def armour(blob: bytes, width: int = 70) -> bytes:
    text = base64.b64encode(blob).decode()
    lines = "".join(text[at : at + width] + "\n" for at in range(0, len(text), width))
    return f"-----BEGIN SSH SIGNATURE-----\n{lines}-----END SSH SIGNATURE-----\n".encode()


class Key:
    """A private key that signs whatever the forger puts together."""

    def __init__(self, private: Any, hardware: str = "") -> None:
        self.private = private
        openssh = private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
        self.kind, self.blob = openssh.split()[0], base64.b64decode(openssh.split()[1])
        if hardware:
            self.kind = hardware.encode()
            self.blob = string(self.kind) + self.blob[4 + len(openssh.split()[0]) :] + string(b"ssh:")
        self.hardware = bool(hardware)

    @property
    def line(self) -> str:
        return f"{self.kind.decode()} {base64.b64encode(self.blob).decode()} somebody@example.org"

    def raw(self, message: bytes, algorithm: bytes) -> bytes:
        if isinstance(self.private, rsa.RSAPrivateKey):
            weak = hashes.SHA1()  # noqa: S303  the forger's own
            digest = {b"rsa-sha2-256": hashes.SHA256(), b"ssh-rsa": weak}.get(algorithm, hashes.SHA512())
            return self.private.sign(message, padding.PKCS1v15(), digest)
        if isinstance(self.private, ec.EllipticCurvePrivateKey):
            r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
            return mpint(r) + mpint(s)
        return self.private.sign(message)

    def inner(self, message: bytes, algorithm: bytes) -> bytes:
        if not self.hardware:
            return string(algorithm) + string(self.raw(message, algorithm))
        tail = b"\x01" + (7).to_bytes(4, "big")
        device = hashlib.sha256(b"ssh:").digest() + tail + hashlib.sha256(message).digest()
        return string(algorithm) + string(self.raw(device, algorithm)) + tail


class Forge:
    """Keys by name, and signatures by them; every argument of `sign` beyond data is one thing put wrong."""

    def __init__(self) -> None:
        self.keys = {
            "ed25519": Key(ed25519.Ed25519PrivateKey.generate()),
            "another": Key(ed25519.Ed25519PrivateKey.generate()),
            "ecdsa": Key(ec.generate_private_key(ec.SECP256R1())),
            "rsa": Key(rsa.generate_private_key(65537, 2048)),
            "short rsa": Key(rsa.generate_private_key(65537, 1024)),  # noqa: S505  the forger's own
            "security": Key(ed25519.Ed25519PrivateKey.generate(), "sk-ssh-ed25519@openssh.com"),
            "ecdsa security": Key(ec.generate_private_key(ec.SECP256R1()), "sk-ecdsa-sha2-nistp256@openssh.com"),
        }

    def line(self, name: str) -> str:
        return self.keys[name].line

    def sign(
        self,
        data: bytes,
        by: str = "ed25519",
        *,
        purpose: bytes = b"reportkit-record",
        magic: bytes = b"SSHSIG",
        version: int = 1,
        reserved: bytes = b"",
        digest: bytes = b"sha512",
        algorithm: bytes | None = None,
        named: str = "",
        after_inner: bytes = b"",
        after: bytes = b"",
        width: int = 70,
    ) -> bytes:
        key = self.keys[by]
        algorithm = algorithm or (b"rsa-sha2-512" if "rsa" in by else key.kind)
        hashed = hashlib.new(digest.decode(), data).digest()
        inner = key.inner(b"SSHSIG" + b"".join(map(string, (purpose, reserved, digest, hashed))), algorithm)
        blob = self.keys[named].blob if named else key.blob
        fields = b"".join(map(string, (blob, purpose, reserved, digest, inner + after_inner)))
        return armour(magic + version.to_bytes(4, "big") + fields + after, width)


@pytest.fixture(scope="session")
def forge() -> Forge:
    return Forge()


@pytest.fixture(scope="session")
def vectors() -> dict[str, Any]:
    """Signatures that OpenSSH made once, so that checking is tested where there is no OpenSSH."""
    return json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def ssh_keygen() -> str:
    """The real program, where this machine has it."""
    return shutil.which("ssh-keygen") or pytest.skip("there is no ssh-keygen on this machine")


@pytest.fixture
def make_key(ssh_keygen: str, tmp_path: Path) -> Callable[..., Path]:
    """`make_key(kind, *words, passphrase="")` makes a real key and gives its path."""

    def make(kind: str, *words: str, passphrase: str = "") -> Path:
        path = tmp_path / f"id_{kind}"
        common = (ssh_keygen, "-q", "-N", passphrase, "-C", "ann@example.org", "-f", str(path))
        subprocess.run([*common, "-t", kind, *words], check=True)
        return path

    return make


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """`stand_in(script)` puts a program called ssh-keygen, and nothing else new, first on the PATH."""
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell's script")

    def put(script: str) -> Path:
        folder = tmp_path / "programs"
        folder.mkdir()
        program = folder / "ssh-keygen"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", os.pathsep.join([str(folder), os.environ["PATH"]]))
        return program

    return put


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go in this test, to see what is left behind."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder
