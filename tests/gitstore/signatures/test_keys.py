"""Public key lines: what is accepted, and in what words the rest is refused."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.errors import Refused
from reportkit.gitstore.signatures.keys import parse_key
from reportkit.gitstore.signatures.wire import string
from tests.every_case import every_case

ED25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDAwXStvXXIW4D56wm047z6IG3cj0rGG90OOK0hPImBb ann@example.org"


def line_of(*fields: bytes) -> str:
    """Return a line whose key is made of these strings, whatever they say."""
    return f"{fields[0].decode()} {base64.b64encode(b''.join(map(string, fields))).decode()}"


def test_a_line_is_read_and_written_back_the_same(vectors: dict[str, Any]) -> None:
    for case in vectors["good"]:
        assert parse_key(case["key"]).line == case["key"]


def test_the_fingerprint_is_the_one_that_ssh_keygen_shows(vectors: dict[str, Any]) -> None:
    for case in vectors["good"]:
        assert parse_key(case["key"]).fingerprint == case["fingerprint"]


@pytest.mark.parametrize("words", [("ed25519",), ("ecdsa",), ("rsa", "-b", "2048")])
def test_a_key_made_now_is_read_as_ssh_keygen_shows_it(
    make_key: Callable[..., Path], ssh_keygen: str, words: tuple[str, ...]
) -> None:
    path = make_key(*words).with_suffix(".pub")
    shown = subprocess.run([ssh_keygen, "-l", "-f", str(path)], check=True, capture_output=True, text=True).stdout
    key = parse_key(path.read_text(encoding="utf-8"))
    assert key.fingerprint == shown.split()[1]
    assert key.comment == "ann@example.org"


def test_white_space_around_a_key_is_forgiven_and_not_kept(forge: Any) -> None:
    kind, blob, comment = forge.line("ed25519").split()
    assert parse_key(f"  {kind}\t{blob}   {comment}  of  Ann \n").line == f"{kind} {blob} {comment} of Ann"


def test_a_key_needs_no_comment(forge: Any) -> None:
    kind, blob, _ = forge.line("ecdsa").split()
    assert parse_key(f"{kind} {blob}").line == f"{kind} {blob}"


def test_only_a_security_keys_key_is_called_hardware(forge: Any) -> None:
    assert parse_key(forge.line("security")).is_hardware
    assert not parse_key(forge.line("ed25519")).is_hardware


PRIVATE = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n"


@every_case(
    ("pasted", "sentence"),
    [
        (PRIVATE, r"This is a private key, which is never given.*ends in \.pub.*make a new key"),
        ("PuTTY-User-Key-File-3: ssh-ed25519", "This is a private key"),
        ("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA", "not written the way SSH writes it.*ssh-keygen -i -f FILE"),
        ("-----BEGIN PUBLIC KEY-----\nMCow", "not written the way SSH writes it"),
        ("", "not one line with a kind and a key.*ends in .pub"),
        ("ssh-ed25519", "not one line with a kind and a key"),
        (f"{ED25519}\n{ED25519}", "not one line with a kind and a key"),
        ("ssh-ed25519 AAAA " + "x" * 9000, "not one line with a kind and a key"),
        ("ssh-ed25519 !!!!", "its second word is not a key"),
        ("ssh-ed25519 é", "its second word is not a key"),
        (ED25519.replace("mBb ", "mBb= "), "its second word is not"),
        ("restrict " + ED25519, "its second word is not a key"),
        (ED25519.replace("Bb ann", " ann"), "its second word is not a key|breaks off"),
        (ED25519.replace("ssh-ed25519", "ssh-rsa"), "says ssh-rsa but holds a key of kind ssh-ed25519"),
        (ED25519 + "\x1b[31m", "comment holds characters that cannot be shown"),
        (ED25519 + " \u202eevil", "comment holds characters that cannot be shown"),
        (line_of(b"ssh-dss", b"p", b"q", b"g", b"y"), "DSA key is too weak.*ssh-keygen -t ed25519"),
        (line_of(b"ssh-rsa", b"\x01\x00\x01", b"\x00" + b"\xff" * 128), "RSA key of 1024 bits is too weak"),
        (line_of(b"ssh-rsa", b"\x01\x00\x01", b"\x00" + b"\xff" * 2056), "RSA key of 16448 bits is too long"),
        (line_of(b"ssh-rsa", b"\x01\x00\x01", b"\x00\x00" + b"\xff" * 256), "number in it is not written as SSH"),
        (line_of(b"ssh-rsa", b"\x01\x00\x01", b"\xff" * 256), "number in it is not written as SSH"),
        (line_of(b"ssh-rsa", b"", b"\x00" + b"\xff" * 256), "number in it is not written as SSH"),
        (line_of(b"ssh-rsa", b"\x01\x00\x01"), "the key in it is broken"),
        (line_of(b"ssh-ed25519", b"x" * 31), "the key in it is broken"),
        (line_of(b"ssh-ed25519", b"x" * 32, b"more"), "the key in it is broken"),
        (line_of(b"ecdsa-sha2-nistp256", b"nistp384", b"x" * 97), "the key in it is broken"),
        (line_of(b"ecdsa-sha2-nistp256", b"", b"x" * 65), "the key in it is broken"),
        (line_of(b"ecdsa-sha2-nistp256", b"nistp256", b"\x02" + b"x" * 32), "the key in it is broken"),
        (line_of(b"ssh-ed25519-cert-v01@openssh.com", b"n"), "a certificate is not a key that can be listed"),
        (line_of(b"ssh-ed448", b"x" * 57), "kind 'ssh-ed448' is not one that can be checked"),
    ],
)
def test_what_is_no_sound_public_key_is_refused_with_what_to_give_instead(pasted: str, sentence: str) -> None:
    with pytest.raises(Refused, match=f"(?s){sentence}"):
        parse_key(pasted)


@settings(max_examples=30)
@given(st.text() | st.binary().map(lambda blob: f"ssh-ed25519 {base64.b64encode(blob).decode()}"))
def test_no_line_whatever_brings_a_crash(line: str) -> None:
    with pytest.raises(Refused):
        parse_key(line)


def test_a_refusal_never_repeats_a_private_key() -> None:
    with pytest.raises(Refused) as refusal:
        parse_key(PRIVATE)
    assert "b3BlbnNzaC1rZXktdjEA" not in str(refusal.value)
