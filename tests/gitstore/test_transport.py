"""Git's transport ends together with the program that started it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.stepping import is_at_work

Laptop = Any  # see conftest.py
HOME = Path(__file__).parents[2]
SYNC = (
    "import pathlib, signal, sys\n"
    "from reportkit.gitstore.sharing import sync\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # the shell that runs the tests may ignore it
    "sync(pathlib.Path(sys.argv[1]))\n"
)
PATIENCE = 20.0  # seconds


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_ctrl_c_while_the_shared_place_is_silent_ends_all_that_was_started(
    ben: Laptop, shared: Path, tmp_path: Path
) -> None:
    ben.saved("repairs", "Late.\n")
    began, hook = tmp_path / "began", shared / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\necho $$ > {began}.new && mv {began}.new {began}\nexec sleep 60\n")
    hook.chmod(0o755)
    with subprocess.Popen([sys.executable, "-c", SYNC, str(ben.root)], cwd=HOME, stderr=subprocess.PIPE) as running:
        until = time.monotonic() + PATIENCE
        while not began.exists() and time.monotonic() < until:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=PATIENCE)
    assert b"KeyboardInterrupt" in said
    while is_at_work(int(began.read_text())) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_at_work(int(began.read_text()))
