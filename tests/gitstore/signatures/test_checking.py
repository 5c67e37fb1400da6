"""Checking signatures: what OpenSSH made is believed, and nothing that a forger can think of."""

from __future__ import annotations

import base64
import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.gitstore.signatures.checking import check
from reportkit.gitstore.signatures.wire import string

DATA = b'{"event":"sign-off"}\n'

# What a forger does, what check answers, and why. DATA is signed by "ed25519", whose key alone is listed.
ATTACKS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a signature for another purpose": ({"purpose": b"git"}, "bad", "made for 'git', not for reportkit-record"),
    "a purpose with escape codes": ({"purpose": b"\x1b[2J"}, "bad", r"made for '\\x1b\[2J'"),
    "a purpose that only begins with ours": ({"purpose": b"reportkit-record\0"}, "bad", "made for"),
    "a key that no one listed": ({"by": "another"}, "unknown key", "made with the key SHA256:"),
    "another's signature under a listed key's name": ({"by": "another", "named": "ed25519"}, "bad", "not a signature"),
    "a listed person's signature under another key's name": ({"named": "another"}, "unknown key", "made with the key"),
    "another version": ({"version": 2}, "bad", "not an SSH signature of version 1"),
    "version 0": ({"version": 0}, "bad", "not an SSH signature of version 1"),
    "another magic": ({"magic": b"SSHSIX"}, "bad", "not an SSH signature"),
    "something in the reserved field": ({"reserved": b"x"}, "bad", "field that must be empty"),
    "a digest by SHA-1": ({"digest": b"sha1"}, "bad", "digest by 'sha1'"),
    "a digest by SHA-384": ({"digest": b"sha384"}, "bad", "digest by 'sha384'"),
    "bytes after the envelope": ({"after": b"x"}, "bad", "more follows"),
    "a string after the envelope": ({"after": b"\0\0\0\0"}, "bad", "more follows"),
    "bytes after the signature in it": ({"after_inner": b"x"}, "bad", "breaks off"),
    "a string after the signature in it": ({"after_inner": b"\0\0\0\0"}, "bad", "was signed by"),
    "another kind of signature": ({"algorithm": b"ssh-ed448"}, "bad", "signed by 'ssh-ed448'"),
    "lines of another width": ({"width": 76}, "bad", "not written as ssh-keygen writes"),
    "an RSA signature by SHA-1": ({"by": "rsa", "algorithm": b"ssh-rsa"}, "bad", "signed by 'ssh-rsa'"),
    "an RSA key of 1024 bits": ({"by": "short rsa"}, "bad", "1024 bits is too weak"),
    "an ordinary signature by a security key": ({"by": "security", "named": "ed25519"}, "bad", "breaks off|signed by"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_forgery_is_told_for_what_it_is(forge: Any, attack: str) -> None:
    how, answer, why = ATTACKS[attack]
    listed = [forge.line("ed25519"), forge.line("rsa"), forge.line("short rsa")]
    verdict = check(DATA, forge.sign(DATA, **how), listed)
    assert verdict.answer == answer
    assert verdict.key == ""
    assert re.search(why, verdict.reason)


@pytest.mark.parametrize("by", ["ed25519", "ecdsa", "rsa"])
@pytest.mark.parametrize("digest", [b"sha512", b"sha256"])
def test_an_honest_signature_is_good_and_names_the_line_of_its_key(forge: Any, by: str, digest: bytes) -> None:
    lines = [forge.line("another"), forge.line(by)]
    verdict = check(DATA, forge.sign(DATA, by, digest=digest), lines)
    assert (verdict.answer, verdict.key, verdict.reason) == ("good", lines[1], "")


def test_an_rsa_signature_by_the_shorter_sha2_is_good(forge: Any) -> None:
    assert check(DATA, forge.sign(DATA, "rsa", algorithm=b"rsa-sha2-256"), [forge.line("rsa")]).answer == "good"


@pytest.mark.parametrize("by", ["ed25519", "ecdsa", "rsa"])
def test_a_signature_of_other_bytes_is_bad(forge: Any, by: str) -> None:
    verdict = check(DATA + b" ", forge.sign(DATA, by), [forge.line(by)])
    assert verdict.answer == "bad"
    assert verdict.reason == "it is not a signature of these bytes by the key that it names"


@pytest.mark.parametrize(
    "numbers", [string(b"\1") * 3, string(b"\1"), string(b"\xff") * 2, string(b"\0\1") * 2, string(b"") * 2, b"\0"]
)
def test_an_ecdsa_signature_is_two_numbers_above_nought_and_no_more(
    forge: Any, monkeypatch: pytest.MonkeyPatch, numbers: bytes
) -> None:
    monkeypatch.setattr(forge.keys["ecdsa"], "raw", lambda *_: numbers)
    assert check(DATA, forge.sign(DATA, "ecdsa"), [forge.line("ecdsa")]).answer == "bad"


def test_a_point_that_is_on_no_curve_is_bad_and_no_crash(forge: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    key = forge.keys["ecdsa"]
    monkeypatch.setattr(key, "blob", key.blob[:-1] + bytes([key.blob[-1] ^ 1]))
    verdict = check(DATA, forge.sign(DATA, "ecdsa"), [key.line])
    assert (verdict.answer, verdict.reason) == ("bad", "the key that it names is not a possible key")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sound: sound[:-1],
        lambda sound: sound[:100],
        lambda sound: b"",
        lambda sound: sound + sound,
        lambda sound: sound + b"\n",
        lambda sound: b"\n" + sound,
        lambda sound: sound.replace(b"\n", b"\r\n"),
        lambda sound: sound.replace(b"\n", b" \n", 3),
        lambda sound: sound.replace(b"SIGNATURE", b"SIGNATURF"),
        lambda sound: base64.b64decode(b"".join(sound.splitlines()[1:-1])),
        lambda sound: sound.replace(b"\nU1NIU0lH", b"\nU1NIU0lH" + b"AAAA" * 5000),
    ],
)
def test_a_signature_that_is_cut_doubled_or_rewritten_is_bad(forge: Any, spoil: Any) -> None:
    sound = forge.sign(DATA)
    assert check(DATA, sound, [forge.line("ed25519")]).answer == "good"
    assert check(DATA, spoil(sound), [forge.line("ed25519")]).answer == "bad"


@given(st.data())
def test_no_single_changed_byte_leaves_a_signature_good(vectors: dict[str, Any], data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(vectors["good"]))
    sound = case["signature"].encode()
    at = data.draw(st.integers(0, len(sound) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != sound[at]))
    spoilt = sound[:at] + bytes([other]) + sound[at + 1 :]
    assert check(vectors["data"].encode(), spoilt, [case["key"]]).answer != "good"


@settings(max_examples=30)
@given(st.binary(), st.binary(), st.lists(st.text()))
def test_rubbish_is_bad_and_no_crash(data: bytes, signature: bytes, keys: list[str]) -> None:
    assert check(data, signature, keys).answer == "bad"


def test_lines_that_are_no_keys_match_nothing_and_hinder_nothing(forge: Any) -> None:
    lines = ["", "rubbish", forge.line("short rsa"), forge.line("ed25519")]
    assert check(DATA, forge.sign(DATA), lines).key == lines[3]
    assert check(DATA, forge.sign(DATA), lines[:3]).answer == "unknown key"


def test_without_any_key_every_sound_signature_is_by_an_unknown_one(forge: Any) -> None:
    assert check(DATA, forge.sign(DATA), []).answer == "unknown key"


def test_what_openssh_signed_once_is_good_for_ever(vectors: dict[str, Any]) -> None:
    lines = [case["key"] for case in vectors["good"]]
    for case in vectors["good"]:
        verdict = check(vectors["data"].encode(), case["signature"].encode(), lines)
        assert (verdict.answer, verdict.key, verdict.fingerprint) == ("good", case["key"], case["fingerprint"])


def test_what_openssh_signed_for_git_or_with_a_weak_key_is_not_ours(vectors: dict[str, Any]) -> None:
    for case in vectors["bad"]:
        verdict = check(vectors["data"].encode(), case["signature"].encode(), [case["key"]])
        assert (verdict.answer, case["why"] in verdict.reason) == ("bad", True), verdict


def test_where_the_library_lacks_a_kind_of_key_it_cannot_tell(forge: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.exceptions import UnsupportedAlgorithm

    def lacking(blob: bytes) -> None:
        raise UnsupportedAlgorithm("not in this build")

    monkeypatch.setattr("reportkit.gitstore.signatures.checking._verifier", lacking)
    verdict = check(DATA, forge.sign(DATA), [forge.line("ed25519")])
    assert (verdict.answer, verdict.reason) == (
        "cannot tell",
        "this computer cannot check keys of kind ssh-ed25519",
    )


class TestSecurityKeys:
    """Their signatures are checked by ssh-keygen, against nothing but the one key."""

    @pytest.mark.parametrize("by", ["security", "ecdsa security"])
    def test_an_honest_one_is_good(self, forge: Any, ssh_keygen: str, scratch: Any, by: str) -> None:
        verdict = check(DATA, forge.sign(DATA, by), [forge.line(by)])
        assert (verdict.answer, verdict.key) == ("good", forge.line(by))
        assert list(scratch.iterdir()) == []

    def test_one_of_other_bytes_is_bad(self, forge: Any, ssh_keygen: str) -> None:
        assert check(b"other", forge.sign(DATA, "security"), [forge.line("security")]).answer == "bad"

    def test_one_by_a_key_that_no_one_listed_is_not_even_asked_about(self, forge: Any, stand_in: Any) -> None:
        stand_in("exit 0")
        assert check(DATA, forge.sign(DATA, "security"), [forge.line("ed25519")]).answer == "unknown key"

    def test_without_ssh_keygen_no_one_can_tell(self, forge: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        verdict = check(DATA, forge.sign(DATA, "security"), [forge.line("security")])
        assert verdict.answer == "cannot tell"
        assert "ssh-keygen" in verdict.reason

    @pytest.mark.parametrize(
        ("script", "answer"),
        [
            ("exit 0", "good"),
            ("echo 'Signature verification failed: incorrect signature' >&2; exit 255", "bad"),
            ("echo 'unknown or unsupported key type' >&2; exit 255", "cannot tell"),
        ],
    )
    def test_what_ssh_keygen_answers_is_understood(self, forge: Any, stand_in: Any, script: str, answer: str) -> None:
        stand_in(script)
        assert check(DATA, forge.sign(DATA, "security"), [forge.line("security")]).answer == answer


def test_a_hundred_signatures_are_checked_in_the_time_that_ten_programs_take_to_start(forge: Any) -> None:
    signature, lines = forge.sign(DATA), [forge.line("ed25519")]
    check(DATA, signature, lines)
    started = time.process_time()
    for _ in range(100):
        assert check(DATA, signature, lines).answer == "good"
    assert time.process_time() - started < 0.1  # seen: 0.013
