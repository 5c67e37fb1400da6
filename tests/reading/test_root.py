from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.errors import Exit, WrongUse
from reportkit.reading.root import find_root


def test_the_root_is_found_from_any_folder_below_it(project: Path) -> None:
    assert find_root(project) == project
    assert find_root(project / "inspections" / "eastley-homes-2004" / "findings") == project


def test_the_nearest_root_counts(project: Path) -> None:
    inner = project / "inspections" / "inner"
    inner.mkdir()
    (inner / "reportkit.yaml").write_text("format: 1\n", encoding="utf-8")
    assert find_root(inner) == inner


def test_without_a_root_it_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="reportkit init") as caught:
        find_root(tmp_path)
    assert caught.value.exit_code is Exit.WRONG_USE
