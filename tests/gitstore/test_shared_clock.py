"""The clock of a shared place: a file in a folder, a server's own words, or none."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from reportkit.gitstore.shared_clock import shared_seconds

Laptop = Any  # see conftest.py
A_DAY = 86_400


def test_a_folder_has_the_time_of_its_disk_and_nothing_is_left_in_it(ben: Laptop, shared: Path) -> None:
    before = sorted(shared.iterdir())
    found = shared_seconds(ben.root)
    assert found is not None
    assert abs(found - time.time()) < A_DAY
    assert sorted(shared.iterdir()) == before


class _Server(BaseHTTPRequestHandler):
    code = 200
    date = ""

    def do_HEAD(self) -> None:
        self.send_response_only(self.code)
        if self.date:
            self.send_header("Date", self.date)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), _Server) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running.server_port
        running.shutdown()


@pytest.mark.parametrize(
    ("code", "date", "seconds"),
    [
        (200, "Mon, 14 Jun 2004 09:00:00 GMT", 1_087_203_600),
        (401, "Mon, 14 Jun 2004 09:00:00 GMT", 1_087_203_600),
        (200, "", None),
        (200, "at nine", None),
    ],
)
def test_a_server_has_the_time_that_it_says(
    ben: Laptop, port: int, code: int, date: str, seconds: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Server, "code", code)
    monkeypatch.setattr(_Server, "date", date)
    ben.git("remote", "set-url", "origin", f"http://127.0.0.1:{port}/shared.git")
    assert shared_seconds(ben.root) == seconds


@pytest.mark.parametrize(
    "place", ["git@example.org:shared.git", "/nowhere/shared.git", "http://127.0.0.1:9/shared.git"]
)
def test_where_no_clock_can_be_read_there_is_none(ben: Laptop, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    ben.git("remote", "set-url", "origin", place)
    assert shared_seconds(ben.root) is None
