"""The same content is read, checked and drawn once: doing it again for every question would cost most of the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec
import pytest

from reportkit.actions.known_gaps import ReportGaps
from reportkit.actions.report_gaps import report_gaps
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.repository import Inspectorate
from reportkit.publications.text_blocks import Flaw, flaws_of
from reportkit.reading.files import Files
from reportkit.reading.inspection import HOME, Reading, read_inspection

_READ: dict[tuple[object, ...], Reading] = {}
_FLAWS: dict[bytes, tuple[Flaw, ...]] = {}
_GAPS: dict[tuple[object, ...], ReportGaps] = {}


def remember_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an inspection's files, its texts and the gaps of its report be looked at once for each content."""
    monkeypatch.setattr("reportkit.actions.check.read_inspection", _read)
    monkeypatch.setattr("reportkit.actions.check.flaws_of", _flaws)
    monkeypatch.setattr("reportkit.actions.report_gaps.report_gaps", _gaps)


def _read(files: Files, slug: str) -> Reading:
    known = (slug, *((path, files.read(path)) for path in files.under(HOME)))  # an inspection may lead to another
    if known not in _READ:
        _READ[known] = read_inspection(files, slug)
    return _READ[known]


def _flaws(inspection: Inspection) -> tuple[Flaw, ...]:
    known = msgspec.msgpack.encode(inspection)
    if known not in _FLAWS:
        _FLAWS[known] = flaws_of(inspection)
    return _FLAWS[known]


def _gaps(
    inspection: Inspection, issuer: Inspectorate, templates: object, today: dt.date, cleared: Iterable[str] = ()
) -> ReportGaps:
    known = (msgspec.msgpack.encode(inspection), issuer, today, frozenset(cleared))
    if known not in _GAPS:
        _GAPS[known] = report_gaps(inspection, issuer, templates, today, cleared)
    return _GAPS[known]
