"""Files that someone names, from anywhere on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.errors import Refused
from reportkit.reading.outside_file import read_sent


def test_a_file_is_read_wherever_a_link_to_it_leads(tmp_path: Path) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads/letter.pdf").write_bytes(b"%PDF")
    (tmp_path / "letter.pdf").symlink_to("downloads/letter.pdf")
    assert read_sent(tmp_path / "letter.pdf") == b"%PDF"


def test_links_that_lead_round_in_a_circle_are_refused_by_the_name_that_was_given(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("other")
    (tmp_path / "other").symlink_to("one")
    with pytest.raises(Refused, match=r"^one: "):
        read_sent(tmp_path / "one")


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"x" * 1_001)
    with pytest.raises(Refused, match=r"^long\.txt: is larger than 1,000 bytes\. Keep a shorter one"):
        read_sent(tmp_path / "long.txt", 1_000)
    assert len(read_sent(tmp_path / "long.txt", 1_001)) == 1_001
