"""The rooms and the arrows between them: who may import whom, and who alone imports a library."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reportkit"

# The table of rooms: what each may import besides errors, itself and the standard library.
ARROWS: dict[str, set[str]] = {
    "errors": set(),
    "archive": set(),
    "shipped": set(),
    "programs": set(),
    "printable": set(),
    "similar_names": set(),
    "inspection": set(),
    "guidance": set(),
    "document": set(),
    "wording": {"similar_names"},
    "moderation": {"inspection"},
    "rules": {"guidance", "inspection"},
    "reading": {"archive", "printable", "similar_names", "moderation", "guidance", "inspection"},
    "files": {"reading", "moderation", "guidance", "inspection"},
    "word": {"archive", "document"},
    "office": {"programs"},
    "publications": {"wording", "document", "rules", "moderation", "guidance", "inspection"},
    "mail": set(),
    "timetable": {"moderation", "guidance", "inspection"},
    "gitstore": {"programs", "moderation", "inspection"},
    "workspace": {"gitstore", "reading", "files", "moderation", "inspection"},
    "actions": {
        *("workspace", "gitstore", "reading", "files", "publications", "mail", "timetable", "wording", "document"),
        *("word", "office", "rules", "moderation", "guidance", "inspection", "shipped", "programs"),
        "similar_names",
    },
    "cli": {
        *("actions", "workspace", "timetable", "rules", "moderation", "guidance", "inspection"),
        *("printable", "similar_names"),
    },
}
EVERYONE = {"errors", ""}  # "" is the package's own version
IMPORTERS = {
    "docx": {"word"},
    "git": {"gitstore"},
    "jinja2": {"wording"},
    "markdown_it": {"document"},
    "mdit_py_plugins": {"document"},
    "click": {"cli"},
    "openpyxl": {"reading"},
    "yaml": {"reading", "files"},
    "holidays": {"timetable"},
    "icalendar": {"timetable"},
}


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def imported_by(path: Path) -> set[str]:
    """Return what a file imports; of the terminal's files not what only names a type of a value that it prints."""
    names: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {id(each) for node in ast.walk(tree) if _is_for_types(node) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if "cli" in path.relative_to(PACKAGE).parts and id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


MODULES = modules()
IMPORTS = {name: imported_by(path) for name, path in MODULES.items()}


def test_every_room_stands_in_the_table() -> None:
    assert {room_of(name) for name in MODULES} - {""} <= set(ARROWS) | {"__main__"}


def test_imports_follow_the_arrows() -> None:
    astray = {
        f"{name} imports {', '.join(sorted(wrong))}"
        for name, imported in IMPORTS.items()
        if (room := room_of(name)) not in ("__main__", "")
        if (wrong := {room_of(each) for each in imported if each.split(".")[0] == "reportkit"} - _allowed(room))
    }
    assert astray == set()


def _allowed(room: str) -> set[str]:
    """Return the rooms that a room's files may import; `__version__` is the package's own."""
    return ARROWS[room] | EVERYONE | {room, "__version__"}


@pytest.mark.parametrize(("library", "rooms"), IMPORTERS.items())
def test_each_library_is_imported_by_its_rooms_alone(library: str, rooms: set[str]) -> None:
    importers = {room_of(name) for name, used in IMPORTS.items() if any(u.split(".")[0] == library for u in used)}
    assert importers <= rooms


_KNOWS_THE_TERMINAL = re.compile(r"(click|reportkit\.cli)(\.|$)|sys\.(stdin|stdout|stderr)$")


def uses_of_the_terminal(module: str) -> Iterator[str]:
    """Yield each print, input and stream that a module uses, and each import that knows the terminal."""
    known = [name for name in sorted(IMPORTS[module]) if _KNOWS_THE_TERMINAL.match(name)]
    yield from (f"{module} imports {name}" for name in known if name.rpartition(".")[0] not in known)
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="print" | "input" as name), lineno=line):
                yield f"{module}:{line} calls {name}"
            case ast.Attribute(value=ast.Name(id="sys"), attr="stdin" | "stdout" | "stderr" as name, lineno=line):
                yield f"{module}:{line} uses sys.{name}"


def test_actions_and_their_workspace_can_be_called_without_a_terminal() -> None:
    modules = [name for name in MODULES if room_of(name) in {"actions", "workspace"}]
    found = [use for name in modules for use in uses_of_the_terminal(name)]
    assert not found, "\n".join(found)


def test_no_module_imports_itself_round_a_circle() -> None:
    graph = {name: {used for used in IMPORTS[name] if used in MODULES and used != name} for name in MODULES}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' → '.join(error.args[1])}")


def test_help_imports_click_and_nothing_else_of_weight() -> None:
    heavy = "docx git jinja2 markdown_it mdit_py_plugins yaml lxml msgspec holidays icalendar decimal subprocess"
    script = (
        "import sys; from reportkit.cli.main import run; run(['--help']);"
        f"print([name for name in '{heavy}'.split() if name in sys.modules], file=sys.stderr)"
    )
    # Without the coverage of child processes, which imports things of its own.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-c", script]
    seen = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=plain)
    assert seen.stderr.strip() == "[]"


def test_the_page_for_contributors_says_what_each_room_may_import() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)(?:\.py|/)` \| .* \| (.+) \|$", page, re.MULTILINE)
    told = {room: set() if these == "nothing" else set(these.split(", ")) for room, these in rows}
    assert told == ARROWS


def test_only_the_room_for_libreoffice_starts_it() -> None:
    starters = {name for name, path in MODULES.items() if '"soffice"' in path.read_text(encoding="utf-8")}
    assert starters == {"reportkit.office.libreoffice"}
