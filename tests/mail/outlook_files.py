"""Messages as Outlook for Windows saves them (.msg): the few parts of [MS-CFB] and [MS-OXMSG] that they need."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

_SECTOR: Final = 512
_MINI: Final = 64
_LEAST: Final = 4096
"""Bytes from which on a stream has sectors of its own; shorter ones share a stream of small sectors."""

_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_TEXT, _BINARY, _NUMBER = 0x001F, 0x0102, 0x0003
_PROPERTIES: Final = "__properties_version1.0"

Attachments = tuple[tuple[str, bytes], ...]
Property = tuple[int, str | bytes | int]
Tree = dict[str, "bytes | Tree"]


def msg(
    head: str, body: str = "", html: str = "", attachments: tuple[tuple[str, bytes], ...] = (), **more: str
) -> bytes:
    """Return a .msg file; `head` is the message's head as it was received, "" for none, and `more` are properties."""
    properties: list[Property] = [(0x001A, more.get("kind", "IPM.Note")), (0x007D, head), (0x1000, body)]
    properties += [(0x1013, html.encode()), (0x3FDE, 65001)] if html else []
    names = {"sender": 0x0C1A, "address": 0x5D01, "subject": 0x0037, "message_id": 0x1035}
    properties += [(names[name], value) for name, value in more.items() if name in names]
    properties += [(0x1009, b"rtf")] if more.get("rich") else []
    tree: Tree = _storage(
        [each for each in properties if each[1] != ""], bytes(8) + struct.pack("<4I", 0, 0, 0, 0) + bytes(8)
    )
    for place, (name, data) in enumerate(attachments):
        of_file: list[Property] = [(0x3701, data), (0x3705, 1), (0x3707, name)]
        tree[f"__attach_version1.0_#{place:08X}"] = _storage(of_file, bytes(8))
    return compound_file(tree)


def _storage(properties: list[Property], header: bytes) -> Tree:
    tree: Tree = {}
    rows = []
    for number, value in properties:
        if isinstance(value, int):
            rows.append(struct.pack("<HHIII", _NUMBER, number, 6, value, 0))
            continue
        kind, data = (_TEXT, value.encode("utf-16-le")) if isinstance(value, str) else (_BINARY, value)
        tree[f"__substg1.0_{number:04X}{kind:04X}"] = data
        rows.append(struct.pack("<HHIII", kind, number, 6, len(data) + (2 if kind == _TEXT else 0), 0))
    tree[_PROPERTIES] = header + b"".join(rows)
    return tree


class _Entry(Struct):
    """A line of the directory: a stream or a storage."""

    name: str
    kind: int
    data: bytes = b""
    child: int = _NONE
    right: int = _NONE
    start: int = _END


def compound_file(tree: Mapping[str, bytes | Tree]) -> bytes:
    """Return a compound file with these streams and storages."""
    entries = [_Entry("Root Entry", 5)]
    entries[0].child = _add(entries, tree)
    sectors, fat = [], []
    small, small_fat = bytearray(), []
    for entry in entries:
        if entry.kind == 2 and len(entry.data) >= _LEAST:
            entry.start = _append(sectors, fat, entry.data)
        elif entry.kind == 2 and entry.data:
            entry.start = len(small_fat)
            count = -(-len(entry.data) // _MINI)
            small_fat += [*range(entry.start + 1, entry.start + count), _END]
            small += entry.data.ljust(count * _MINI, b"\0")
    entries[0].start = _append(sectors, fat, bytes(small))
    entries[0].data = bytes(small)
    table = _append(sectors, fat, _numbers(small_fat, _FREE))
    directory = _append(sectors, fat, b"".join(map(_line, entries)))
    count = next(each for each in range(1, 100) if len(fat) + each <= each * _SECTOR // 4)
    first = len(sectors)
    numbers = _numbers([*fat, *[_FAT] * count], _FREE)
    sectors += [numbers[at : at + _SECTOR] for at in range(0, len(numbers), _SECTOR)]
    heading = _heading(count, directory, table, len(small_fat), first)
    return heading + b"".join(sectors)


def _add(entries: list[_Entry], tree: Mapping[str, bytes | Tree]) -> int:
    """Add what is in a storage, a chain of siblings, and return the place of the first."""
    first = before = _NONE
    for name, value in sorted(tree.items(), key=lambda each: (len(each[0]), each[0].upper())):
        place = len(entries)
        entries.append(_Entry(name, 2, value) if isinstance(value, bytes) else _Entry(name, 1))
        if before == _NONE:
            first = place
        else:
            entries[before].right = place
        before = place
        if not isinstance(value, bytes):
            entries[place].child = _add(entries, value)
    return first


def _append(sectors: list[bytes], fat: list[int], data: bytes) -> int:
    if not data:
        return _END
    start, count = len(sectors), -(-len(data) // _SECTOR)
    padded = data.ljust(count * _SECTOR, b"\0")
    sectors += [padded[at * _SECTOR : (at + 1) * _SECTOR] for at in range(count)]
    fat += [*range(start + 1, start + count), _END]
    return start


def _numbers(values: list[int], filler: int) -> bytes:
    lack = -len(values) % (_SECTOR // 4)
    return struct.pack(f"<{len(values) + lack}I", *values, *[filler] * lack)


def _line(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    front = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), entry.kind, 1)
    return (
        front
        + struct.pack("<III", _NONE, entry.right, entry.child)
        + bytes(36)
        + struct.pack("<IQ", entry.start, len(entry.data))
    )


def _heading(count: int, directory: int, table: int, small: int, first: int) -> bytes:
    magic = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    sizes = struct.pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, count)
    places = struct.pack("<IIIIIII", directory, 0, _LEAST, table, -(-small * 4 // _SECTOR), _END, 0)
    return (magic + sizes + places + struct.pack(f"<{count}I", *range(first, first + count))).ljust(_SECTOR, b"\xff")
