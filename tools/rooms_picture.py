"""Draw the rooms of reportkit/ and the imports between them into docs/architecture.md."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "```mermaid\n", "```\n"
_EVERYWHERE = {"errors", "__init__", "__main__"}


def imports_between_rooms(package: Path) -> dict[str, set[str]]:
    """Return each room with the rooms that its files import, itself and the error tree left out."""
    rooms: dict[str, set[str]] = {}
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).with_suffix("").parts[0]
        rooms.setdefault(room, set()).update(_imported(path) - {room} - _EVERYWHERE)
    return {room: used & rooms.keys() for room, used in rooms.items() if room not in _EVERYWHERE}


def _imported(path: Path) -> set[str]:
    """Return the rooms that a file names in its imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[1] for module in modules if module.startswith("reportkit.")}


def without_detours(rooms: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the imports without those that another way through the rooms shows already."""
    return {
        room: {used for used in these if not _reached(rooms, these - {used}, used)} for room, these in rooms.items()
    }


def _reached(rooms: dict[str, set[str]], begin: set[str], wanted: str) -> bool:
    """Return whether a room is reached from any of others along the imports."""
    seen: set[str] = set()
    waiting = list(begin)
    while waiting:
        room = waiting.pop()
        if room == wanted:
            return True
        if room not in seen:
            seen.add(room)
            waiting += rooms.get(room, set())
    return False


def picture(package: Path) -> str:
    """Return the picture as Mermaid text, rooms and arrows in the order of their names."""
    rooms = without_detours(imports_between_rooms(package))
    arrows = (f"    {room} --> {used}" for room in sorted(rooms) for used in sorted(rooms[room]))
    alone = (f"    {room}" for room in sorted(rooms) if not rooms[room] and not any(room in u for u in rooms.values()))
    return "\n".join(("flowchart TD", *arrows, *alone)) + "\n"


def drawn_into(page: str, package: Path) -> str:
    """Return the page with the picture of today."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}{picture(package)}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(drawn_into(PAGE.read_text(encoding="utf-8"), ROOT / "reportkit"), encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}")
