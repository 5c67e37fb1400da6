"""The scope of an inspection as lines for a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reportkit.actions.scope import ScopeFound
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.inspection.previous_inspection import Predecessor
from reportkit.inspection.value_words import DEPTHS, KINDS
from reportkit.rules.lighter_scope import Scope, ScopedNow

FORMAT = 1
_HEAD = ("SERVICE", "MAY BE INSPECTED", "WRITTEN", "WHY")


def lines(found: ScopeFound) -> Iterator[str]:
    """Return the inspections before it, every service with what they allow, and what the whole then looks at."""
    yield f"{found.inspection}: {KINDS[found.kind]}"
    yield from (f"Before it: {_predecessor_line(each)}" for each in found.before)
    if not found.before:
        yield "Before it: no earlier inspection is named (`previous` in inspection.yaml)"
    yield from _services(found.scope)
    if found.follows:
        yield ""
        yield "What an ALMO inspection after this one could do, if a transfer follows:"
        yield from _services(found.follows)


def as_json(found: ScopeFound) -> bytes:
    """Return the same as one JSON text of several lines. The shape is stable; docs/scope.md describes it."""
    told = {
        "format": FORMAT,
        "inspection": found.inspection,
        "kind": found.kind,
        "before": [msgspec.structs.asdict(each) for each in found.before],
        **_scope(found.scope),
        "follows": _scope(found.follows) if found.follows else None,
    }
    return json_bytes(told)


def _scope(scope: Scope) -> dict[str, object]:
    return {"services": [_service(each) for each in scope.services], "focus": scope.focus}


def _service(service: ScopedNow) -> dict[str, object]:
    ruling = service.ruling
    return {
        "id": service.id,
        "title": service.title,
        "may-be": ruling.depth,
        "written": service.written,
        "why": ruling.why,
        "paragraph": ruling.paragraph,
        "known": ruling.known,
        "breaks": _broken(service),
    }


def _broken(service: ScopedNow) -> str | None:
    """Return the rule that the written depth breaks; None where it breaks none."""
    return service.ruling.breach or None if service.written == "lighter" else None


def _predecessor_line(before: Predecessor) -> str:
    kind = KINDS[before.kind] if before.kind else "of no stated kind"
    facts = (
        before.date or "of no stated date",
        *(() if kind.casefold() in before.name.casefold() else (kind,)),
        f"rated {before.service}" if before.service else "rating not said",
        f"prospects {before.prospects}" if before.prospects else "prospects not said",
        f"covering {', '.join(before.services)}" if before.services else "what it covered is not said",
    )
    return f"{before.name} ({'; '.join(facts)})"


def _services(scope: Scope) -> Iterator[str]:
    yield ""
    yield from _table([_HEAD, *map(_row, scope.services)])
    if scope.focus:
        yield ""
        yield "What it looks at [102]:"
        yield from (f"  {each}" for each in scope.focus)


def _row(service: ScopedNow) -> tuple[str, ...]:
    ruling = service.ruling
    written = DEPTHS[service.written] if service.written else "not yet"
    broken = _broken(service)
    return (
        service.title,
        f"{DEPTHS[ruling.depth]}{'' if ruling.known else ', till more is known'}",
        f"{written} (error {broken})" if broken else written,
        f"{ruling.why} [{ruling.paragraph}]",
    )


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD) - 1)]
    for row in rows:
        yield (
            "  " + "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1])).rstrip()
        )
