"""Where one inspection stands, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportkit.actions.inspection_status import InspectionStatus, OpenQuery, Signature
from reportkit.actions.refusal import reason_lines
from reportkit.cli.output.json_envelope import json_bytes
from reportkit.cli.output.sharing_output import say_how_old
from reportkit.cli.terminal_output import say
from reportkit.inspection.file_changes import in_words
from reportkit.moderation.blocker import short
from reportkit.moderation.phrasing import in_a_line
from reportkit.moderation.sentences import ended, with_due

FORMAT = 1


def say_inspection_status(status: InspectionStatus) -> None:
    """Say where the inspection stands."""
    say_how_old(status.brought_in)
    say("\n".join(_lines(status)))


def inspection_status_json(status: InspectionStatus) -> bytes:
    """Return the same as JSON, in the shape of docs/json.md."""
    changed = status.changed
    answer = {
        "format": FORMAT,
        "brought-in": status.brought_in,
        "inspection": status.inspection,
        "stage": status.stage,
        "round": status.round,
        "subject": status.subject,
        "you": status.you or None,
        "signed": [_signature(each) for each in status.signed],
        "lapsed": [{**_signature(each.signature), "why": each.why} for each in status.lapsed],
        "refused": [_signature(each) for each in status.refused],
        "open-queries": [_query(each) for each in status.open_queries],
        "blockers": status.blockers,
        "warnings": status.warnings,
        "next": status.next,
        "next-steps": status.next_steps,
        "changed": None if changed is None else [{"path": each.path, "how": each.how} for each in changed],
    }
    return json_bytes(answer)


def _signature(signature: Signature) -> dict[str, object]:
    return {
        "digest": signature.digest,
        "person": signature.person,
        "role": signature.role,
        "at": signature.at,
        "sure": signature.sure,
        "reported-by": signature.reported_by,
    }


def _query(query: OpenQuery) -> dict[str, object]:
    about = {"finding": query.finding, "judgement": query.judgement}
    return {
        "digest": query.digest,
        "by-person": query.person,
        "reported-by": query.reported_by,
        "asks": query.asks,
        "of": query.of,
        "by": query.by,
        **{kind: name for kind, name in about.items() if name is not None},
    }


def _lines(status: InspectionStatus) -> Iterator[str]:
    yield f"{status.inspection}: {status.stage_in_words}"
    yield from _section("Signed", _signatures(status))
    yield from _section("Open", map(_open, status.open_queries))
    yield from _section("In the way", (line[2:] for line in reason_lines(status.obstacles)))
    yield from _section("To look at", (ended(each.what) for each in status.warnings))
    yield from _section("Not counted", (f"{each.number}: {each.what}: {each.why}." for each in status.uncounted))
    yield from _section("Since you last looked at it to sign", _changed(status))
    yield ""
    yield from _next(status)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Return a title and its lines; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            yield from ("", title)
        yield f"  {line}"


def _signatures(status: InspectionStatus) -> Iterator[str]:
    yield from (f"{each.words}." for each in status.signed)
    yield from (f"Lapsed: {each.signature.words}; {each.why}." for each in status.lapsed)


def _open(query: OpenQuery) -> str:
    return f"{short(query.digest)}: {query.asked_by} asked {query.of}, by {query.by}: {in_a_line(query.asks)}"


def _changed(status: InspectionStatus) -> Iterator[str]:
    if not status.looked:
        return
    changes = status.changed
    yield "that version is not here to compare with." if changes is None else f"{in_words(changes)}."
    yield from (f"{change.path} ({change.how})" for change in changes or ())


def _next(status: InspectionStatus) -> Iterator[str]:
    if status.next:
        yield f"Next for you: {with_due(status.next)}"
        yield f"  {status.next.command}"
    elif status.next_steps:
        yield f"Nothing waits for you. Next: {status.next_of_others}"
        yield f"  {status.next_steps[0].command}"
    else:
        yield "Nothing waits for anyone."
