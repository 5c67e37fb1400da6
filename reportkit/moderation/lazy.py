"""Lock-free cached_property for frozen Structs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  it stands where `property` does
    """A property of a frozen Struct (with `dict=True`) that is computed once.

    Python's own `cached_property` does the same under a lock, which before Python 3.12 costs more than most of what
    is found here; nothing is wrong where two find the same at once.
    """

    def __init__(self, find: Callable[..., T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember the name under which the answer is kept: Python looks there first."""
        self._name = name

    @overload
    def __get__(self, value: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, value: object, owner: type) -> T: ...
    def __get__(self, value: object | None, owner: type) -> once[T] | T:
        """Return the answer; asked of the class itself, the property."""
        if value is None:
            return self
        found = value.__dict__[self._name] = self._find(value)
        return found
