"""Many quick cases in one test, where one test for each would cost more than the cases themselves."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

import pytest

Failure = (Exception, pytest.fail.Exception)  # what `assert` and `pytest.raises` raise


def every_case(
    names: str | tuple[str, ...], cases: Iterable[Any], ids: Iterable[str] | Callable[[Any], str] = str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test on every case, as `pytest.mark.parametrize` does, but as one test that names each case that fails.

    The cases share the fixtures: use it only where no case changes what the next one finds.
    """
    arguments = (names,) if isinstance(names, str) else names
    table = [(name, dict(zip(arguments, values, strict=True))) for name, values in _named(arguments, cases, ids)]
    assert table, "there is no case"

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def run_all(**fixtures: object) -> None:
            failures = [failure for name, case in table for failure in _failures(test, name, {**fixtures, **case})]
            if failures:
                message = f"{len(failures)} of {len(table)} cases failed"
                raise BaseExceptionGroup(message, failures)

        signature = inspect.signature(test)
        left = [each for each in signature.parameters.values() if each.name not in arguments]
        run_all.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]  # pytest reads it
        return run_all

    return decorate


def _named(
    arguments: tuple[str, ...], cases: Iterable[Any], ids: Iterable[str] | Callable[[Any], str]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield each case's name, and its values as a tuple; `pytest.param` brings a name of its own."""
    listed = list(cases)
    given = [ids(case) for case in listed] if callable(ids) else list(ids)
    for name, case in zip(given, listed, strict=True):
        if isinstance(case, type(pytest.param())):
            yield case.id or name, case.values
        else:
            yield name, case if len(arguments) > 1 else (case,)


def _failures(test: Callable[..., None], name: str, values: dict[str, object]) -> Iterator[BaseException]:
    """Yield what the test raises on one case, with the name of the case."""
    try:
        test(**values)
    except Failure as failure:
        failure.add_note(f"The case: {name}")
        yield failure
