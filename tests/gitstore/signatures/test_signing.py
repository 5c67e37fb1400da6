"""Signing: with real keys and a real agent, never by a planted program, never waiting for an answer no one sees."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportkit.errors import Refused, Trouble
from reportkit.gitstore.signatures.checking import check
from reportkit.gitstore.signatures.keygen import Passphrase, in_git_for_windows, windowless_environment
from reportkit.gitstore.signatures.keys import parse_key
from reportkit.gitstore.signatures.signing import sign

DATA = b'{"event":"sign-off"}\n'
PHRASE = "a long phrase"
MakeKey = Callable[..., Path]


def public_line(path: Path) -> str:
    return path.with_suffix(".pub").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    "words", [("ed25519",), ("ecdsa",), ("ecdsa", "-b", "384"), ("ecdsa", "-b", "521"), ("rsa", "-b", "2048")]
)
def test_what_a_real_key_signs_checks_as_good(make_key: MakeKey, scratch: Path, words: tuple[str, ...]) -> None:
    path = make_key(*words)
    signature = sign(DATA, path)
    assert check(DATA, signature, [public_line(path)]).answer == "good"
    assert list(scratch.iterdir()) == []


def test_a_key_may_be_named_by_its_public_file_or_without_having_one(make_key: MakeKey) -> None:
    path = make_key("ed25519")
    line = public_line(path)
    assert check(DATA, sign(DATA, path.with_suffix(".pub")), [line]).answer == "good"
    path.with_suffix(".pub").unlink()
    assert check(DATA, sign(DATA, path), [line]).answer == "good"


def test_what_we_accept_ssh_keygen_accepts(make_key: MakeKey, ssh_keygen: str, tmp_path: Path) -> None:
    path = make_key("ed25519")
    (tmp_path / "record.sig").write_bytes(sign(DATA, path))
    (tmp_path / "signers").write_text(f"ann {public_line(path)}\n")
    words = ("-Y", "verify", "-n", "reportkit-record", "-I", "ann", "-f", "signers", "-s", "record.sig")
    subprocess.run([ssh_keygen, *words], cwd=tmp_path, input=DATA, check=True, capture_output=True)


@pytest.fixture
def agent(ssh_keygen: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An agent of the test's own; its socket stands in a short path, because sockets allow no long one."""
    program = shutil.which("ssh-agent") or pytest.skip("there is no ssh-agent on this machine")
    with tempfile.TemporaryDirectory(prefix="rk-") as folder:
        socket = Path(folder) / "agent"
        process = subprocess.Popen([program, "-D", "-a", str(socket)], stdout=subprocess.DEVNULL)
        until = time.monotonic() + 5
        while not socket.exists() and time.monotonic() < until:
            time.sleep(0.01)
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        yield
        process.terminate()
        process.wait()


def test_a_key_that_only_the_agent_knows_signs_by_its_public_line(agent: None, make_key: MakeKey) -> None:
    path = make_key("ed25519")
    line = public_line(path)
    subprocess.run(["ssh-add", "-q", str(path)], check=True)
    path.unlink()
    assert check(DATA, sign(DATA, parse_key(line)), [line]).answer == "good"


def test_the_agent_signs_for_a_key_with_a_passphrase(agent: None, make_key: MakeKey) -> None:
    path = make_key("ed25519")
    subprocess.run(["ssh-add", "-q", str(path)], check=True)
    subprocess.run(["ssh-keygen", "-q", "-p", "-N", PHRASE, "-f", str(path)], check=True, capture_output=True)
    assert check(DATA, sign(DATA, path), [public_line(path)]).answer == "good"


def test_a_key_that_the_agent_does_not_hold_is_named(agent: None, forge: Any) -> None:
    key = parse_key(forge.line("ed25519"))
    with pytest.raises(Refused, match=rf"The key {key.fingerprint} is not in your agent.*ssh-add".replace("+", r"\+")):
        sign(DATA, key)


def test_a_passphrase_is_never_asked_for_in_secret(
    make_key: MakeKey, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_key("ed25519", passphrase=PHRASE)
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    with pytest.raises(Refused) as refusal:
        sign(DATA, path)
    assert str(refusal.value) == (
        f"The key {path} has a passphrase, and there is no terminal to ask for it."
        f' Load it into your agent once: eval "$(ssh-agent)" && ssh-add "{path}".'
    )
    assert list(scratch.iterdir()) == []


def test_no_window_opens_and_no_other_git_runs_variables_reach_ssh_keygen() -> None:
    clean = windowless_environment({"DISPLAY": ":0", "SSH_ASKPASS": "x", "GIT_DIR": "x", "SSH_AUTH_SOCK": "s"})
    assert clean == {"SSH_AUTH_SOCK": "s", "LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"}


AT_A_TERMINAL = """
import fcntl, os, sys, termios
from pathlib import Path
from reportkit.errors import ReportkitError
from reportkit.gitstore.signatures.keygen import Passphrase
from reportkit.gitstore.signatures.signing import sign
fcntl.ioctl(os.open(sys.argv[1], os.O_RDWR), termios.TIOCSCTTY, 0)  # the terminal of this session from now on
try:
    sys.stdout.write(sign(b"data", Path(sys.argv[2]), Passphrase[sys.argv[3]]).decode())
except ReportkitError as error:
    sys.stdout.write(str(error))
"""


def at_a_terminal(key: Path, passphrase: Passphrase, typed: bytes) -> tuple[str, bytes]:
    """Return what a person gets who signs at a terminal, and what they see there; they type when asked."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", AT_A_TERMINAL, os.ttyname(theirs), str(key), passphrase.name],
        stdin=theirs,
        stdout=subprocess.PIPE,
        start_new_session=True,
        cwd=Path(__file__).parents[3],
    )
    seen = b""
    try:
        while typed and b"assphrase" not in seen and select.select([ours], [], [], 20)[0]:
            seen += os.read(ours, 1000)
        os.write(ours, typed)
        got, _ = process.communicate(timeout=20)
        os.set_blocking(ours, False)
        with open(ours, "rb", closefd=False) as terminal:
            seen += terminal.read() or b""
        return got.decode(), seen
    finally:
        os.close(theirs)
        os.close(ours)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no such terminals on this system")
class TestAtATerminal:
    def test_the_passphrase_may_be_asked_for_where_the_person_sees_it(self, make_key: MakeKey) -> None:
        path = make_key("ed25519", passphrase=PHRASE)
        got, _ = at_a_terminal(path, Passphrase.ASKED_AT_TERMINAL, PHRASE.encode() + b"\n")
        assert check(b"data", got.encode(), [public_line(path)]).answer == "good"

    def test_a_wrong_passphrase_is_called_wrong(self, make_key: MakeKey) -> None:
        path = make_key("ed25519", passphrase=PHRASE)
        got, _ = at_a_terminal(path, Passphrase.ASKED_AT_TERMINAL, b"a wrong phrase\n")
        assert got == f"The passphrase of {path} was not right, so nothing was signed. Try again."

    def test_where_nothing_may_be_asked_nothing_is_shown_there_either(self, make_key: MakeKey) -> None:
        path = make_key("ed25519", passphrase=PHRASE)
        got, seen = at_a_terminal(path, Passphrase.NEVER_ASKED, b"")
        assert "there is no terminal to ask for it" in got
        assert seen == b""


class TestPlantedPrograms:
    """Nothing that a repository or its folder holds is ever run."""

    @pytest.fixture
    def planted(self, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        """A program in the work tree that would leave a trace if it ran."""
        trace = tmp_path / "trace"
        program = project / "ssh-keygen"
        program.write_text(f'#!/bin/sh\ntouch "{trace}"\n', encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.chdir(project)
        yield program
        assert not trace.exists()

    def test_a_signing_program_in_git_settings_is_ignored(self, planted: Path, git: Any, make_key: MakeKey) -> None:
        for name in ("gpg.ssh.program", "gpg.program"):
            git("config", name, str(planted))
            git("config", "--global", name, str(planted))
        git("config", "gpg.format", "ssh")
        path = make_key("ed25519")
        assert check(DATA, sign(DATA, path), [public_line(path)]).answer == "good"

    def test_one_in_the_work_tree_is_not_found_through_a_relative_path(
        self, planted: Path, make_key: MakeKey, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = make_key("ed25519")
        monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
        assert check(DATA, sign(DATA, path), [public_line(path)]).answer == "good"

    def test_a_relative_path_alone_is_as_good_as_none(self, planted: Path, forge: Any, monkeypatch: Any) -> None:
        monkeypatch.setenv("PATH", os.pathsep.join([".", ""]))
        with pytest.raises(Trouble, match=r"ssh-keygen, which signs, is not on this computer.*Install OpenSSH"):
            sign(DATA, parse_key(forge.line("ed25519")))


def test_the_program_that_comes_with_git_for_windows_is_found_beside_it(tmp_path: Path) -> None:
    program = tmp_path / "Git" / "usr" / "bin" / "ssh-keygen.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    for folder in ("cmd", "bin", "mingw64/bin"):
        assert in_git_for_windows(tmp_path / "Git" / folder / "git.exe") == str(program)
    assert in_git_for_windows(tmp_path / "elsewhere" / "git.exe") is None


def test_a_key_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"There is no key at .*absent.*ssh-keygen -t ed25519"):
        sign(DATA, tmp_path / "absent")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            "Permissions 0644 … WARNING: UNPROTECTED PRIVATE KEY FILE!",
            "Others on this computer may read the key.*chmod 600",
        ),
        ("Couldn't sign message (signer): agent refused operation", "agent refused to sign.*Unlock or confirm"),
        ("Couldn't sign message: device not found", "needs its security key.*touch it"),
        ("Couldn't load public key x: No such file", "is not an SSH key that can be read"),
        ('No private key found for "x"', "not in your agent, and no private key was found.*Load it: .*ssh-add"),
        ("unknown option -- Y", "too old to sign.*OpenSSH 8.1"),
        ("illegal option -- Y", "too old to sign"),
        ("Signing record\nsomething new.", r"Signing with the key .* failed: something new\. Try it with"),
        ("", "failed: it did not say why"),
    ],
)
def test_what_ssh_keygen_complains_of_becomes_a_sentence(
    forge: Any, stand_in: Any, scratch: Path, said: str, sentence: str
) -> None:
    stand_in(f"cat >&2 <<'END'\n{said}\nEND\nexit 255")
    with pytest.raises((Refused, Trouble), match=sentence):
        sign(DATA, parse_key(forge.line("ed25519")))
    assert list(scratch.iterdir()) == []


def signs_with(stand_in: Any, tmp_path: Path, signature: bytes) -> None:
    """An ssh-keygen that writes this signature, whatever it is asked for."""
    (tmp_path / "given.sig").write_bytes(signature)
    stand_in(f'cp "{tmp_path}/given.sig" record.sig')


@pytest.mark.parametrize("by", ["ed25519", "ecdsa", "rsa"])
def test_line_ends_of_windows_are_mended(forge: Any, stand_in: Any, tmp_path: Path, by: str) -> None:
    sound = forge.sign(DATA, by)
    signs_with(stand_in, tmp_path, sound.replace(b"\n", b"\r\n"))
    assert sign(DATA, parse_key(forge.line(by))) == sound


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"by": "another"}, "made with the key SHA256:"),
        ({"by": "another", "named": "ed25519"}, "not a signature of these bytes"),
        ({"purpose": b"git"}, "made for 'git'"),
        ({"by": "rsa", "algorithm": b"ssh-rsa"}, "signed by 'ssh-rsa'"),
    ],
)
def test_a_signature_that_readers_would_not_believe_is_not_given_out(
    forge: Any, stand_in: Any, tmp_path: Path, how: dict[str, Any], why: str
) -> None:
    signs_with(stand_in, tmp_path, forge.sign(DATA, **how))
    with pytest.raises(Refused, match=f"This key's signature could not be used: .*{why}"):
        sign(DATA, parse_key(forge.line("ed25519")))


def test_a_key_too_weak_to_be_believed_is_refused_before_anything_is_recorded(make_key: MakeKey) -> None:
    with pytest.raises(Refused, match=r"an RSA key of 1024 bits is too weak.*ssh-keygen -t ed25519"):
        sign(DATA, make_key("rsa", "-b", "1024"))


def test_a_program_that_gives_no_answer_is_ended_in_time(
    forge: Any, stand_in: Any, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in("exec sleep 60")
    monkeypatch.setattr("reportkit.gitstore.signatures.keygen.PATIENCE", 0.2)
    with pytest.raises(Trouble, match=r"gave no answer within 0 seconds.*touch or confirm"):
        sign(DATA, parse_key(forge.line("ed25519")))
    assert list(scratch.iterdir()) == []


def test_ctrl_c_ends_the_program_too(forge: Any, stand_in: Any, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in("exec sleep 60")
    started: list[subprocess.Popen[bytes]] = []

    def interrupted(process: subprocess.Popen[bytes], *words: object, **names: object) -> None:
        started.append(process)
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        sign(DATA, parse_key(forge.line("ed25519")))
    assert started[0].poll() is not None
    assert list(scratch.iterdir()) == []


def test_a_program_that_cannot_be_started_is_named(forge: Any, stand_in: Any) -> None:
    program = stand_in("exit 0")
    program.write_bytes(b"\x7fELF rubbish")
    with pytest.raises(Trouble, match=rf"{program} could not be started"):
        sign(DATA, parse_key(forge.line("ed25519")))


def test_a_full_temporary_folder_is_trouble_in_a_sentence(
    forge: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "absent"))
    with pytest.raises(Trouble, match=r"could not write its temporary file \(No such file or directory\)"):
        sign(DATA, parse_key(forge.line("ed25519")))
