"""Draw the rooms of reportkit/ and the imports between them into docs/architecture.md.

python tools/rooms_picture.py
"""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "```mermaid\n", "```\n"
_LEFT_OUT = {"errors", "__init__", "__main__"}  # imported by every room, or no room

Rooms = dict[str, set[str]]
"""Each room with the rooms that it imports."""


def imports_between_rooms(package: Path) -> Rooms:
    """Return each room with the rooms that its files import, except itself and the errors."""
    rooms: Rooms = {}
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).with_suffix("").parts[0]
        rooms.setdefault(room, set()).update(_imports_of(path) - {room})
    return {room: (used & rooms.keys()) - _LEFT_OUT for room, used in rooms.items() if room not in _LEFT_OUT}


def _imports_of(path: Path) -> set[str]:
    """Return the rooms that a file names in its imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[1] for module in modules if module.startswith("reportkit.")}


def without_detours(rooms: Rooms) -> Rooms:
    """Return the imports without those that a longer way through other rooms shows already."""
    return {
        room: {used for used in imported if not _leads_to(rooms, imported - {used}, used)}
        for room, imported in rooms.items()
    }


def _leads_to(rooms: Rooms, starts: set[str], target: str) -> bool:
    """Return whether the imports lead from any of some rooms to another room."""
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        room = waiting.pop()
        if room == target:
            return True
        if room not in seen:
            seen.add(room)
            waiting += rooms.get(room, set())
    return False


def picture(package: Path) -> str:
    """Return the picture as Mermaid text: every arrow by name, then the rooms that no arrow touches."""
    rooms = without_detours(imports_between_rooms(package))
    arrows = [f"    {room} --> {used}" for room in sorted(rooms) for used in sorted(rooms[room])]
    imported = set().union(*rooms.values())
    alone = [f"    {room}" for room in sorted(rooms) if not rooms[room] and room not in imported]
    return "\n".join(("flowchart TD", *arrows, *alone)) + "\n"


def drawn_into(page: str, package: Path) -> str:
    """Return the text of a page with the picture in its first Mermaid block drawn again."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}{picture(package)}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(drawn_into(PAGE.read_text(encoding="utf-8"), ROOT / "reportkit"), encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}")
