"""The byte strings that SSH keys and signatures are made of (RFC 4251, section 5)."""

from __future__ import annotations


class Malformed(ValueError):
    """Bytes, or a line, that are no key or signature of ours. The words say why, as a clause."""


class Unsuitable(Malformed):
    """A key that is sound in itself, but weak or of a kind that is not accepted."""


class WireReader:
    """Takes fields off the front of some bytes. Every method raises Malformed where they break off."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes."""
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise Malformed("it breaks off")
        self._at += count
        return taken

    def number(self) -> int:
        """Return a uint32."""
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        """Return a string: its length, then its bytes."""
        return self.take(self.number())

    def more(self) -> bool:
        """Return whether bytes are left."""
        return self._at < len(self._data)

    def end(self) -> None:
        """Raise Malformed where bytes are left."""
        if self.more():
            raise Malformed("more follows after its end")


def strings(data: bytes) -> list[bytes]:
    """Bytes that are nothing but strings, one after another. Raises Malformed."""
    reader, found = WireReader(data), []
    while reader.more():
        found.append(reader.string())
    return found


def string(data: bytes) -> bytes:
    """Bytes as a string: their length, then themselves."""
    return len(data).to_bytes(4, "big") + data


def positive(data: bytes) -> int:
    """Return an mpint above 0, written in the one shortest way. Raises Malformed."""
    value = int.from_bytes(data, "big", signed=True)
    if value <= 0 or len(data) != value.bit_length() // 8 + 1:
        raise Malformed("a number in it is not written as SSH writes it")
    return value
