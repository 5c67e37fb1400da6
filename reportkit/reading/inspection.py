"""An inspection's folder to one frozen value, with every problem of every file at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct, field

from reportkit.errors import Refused, Unreadable, WrongUse
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Particulars
from reportkit.inspection.previous_inspection import Predecessor
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.inspection.thresholds import ThresholdYear
from reportkit.reading import lists, parts
from reportkit.reading.decode import decode
from reportkit.reading.files import Files
from reportkit.reading.indicators import indicators
from reportkit.reading.names import as_id, case_twins, id_of, why_no_id
from reportkit.reading.predecessors import predecessors
from reportkit.reading.problems import ValueFlaw, flaw, refused, wrong
from reportkit.reading.references import check_references
from reportkit.reading.thresholds import read_thresholds
from reportkit.similar_names import choose, did_you_mean

HOME = "inspections"
_DEEPEST = 3  # slashes in inspections/slug/findings/name.md
_PartReader: TypeAlias = Callable[[str, str, str, list[Problem]], Any]
_FileReader: TypeAlias = Callable[[str, str, list[Problem]], Any]

_FOLDERS: Mapping[str, tuple[str, _PartReader]] = {
    "findings": (".md", parts.finding),
    "evidence": (".yaml", parts.evidence),
    "recommendations": (".yaml", parts.recommendation),
    "narrative": (".md", parts.narrative),
}
_FILES: Mapping[str, _FileReader] = {
    "inspection.yaml": parts.particulars,
    "drivers-and-barriers.yaml": lists.drivers_and_barriers,
    "indicators.csv": indicators,
    "support-services.yaml": lists.support_services,
    "best-value-reviews.yaml": lists.best_value_reviews,
    "earlier.yaml": lists.earlier,
    "answers.yaml": lists.answers,
}


class Reading(Struct, frozen=True):
    """The result of reading: with problems the inspection lacks some parts; without inspection.yaml it is None."""

    inspection: Inspection | None
    problems: tuple[Problem, ...]


class _Pile(Struct):
    """The contents read so far: by folder, by file, and what could not be read."""

    folders: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in _FOLDERS})
    files: dict[str, Any] = field(default_factory=dict)
    unread: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in _FOLDERS})
    problems: list[Problem] = field(default_factory=list)


def read_inspection(files: Files, slug: str) -> Reading:
    """Return everything in the inspection's folder. Raises WrongUse where there is no such inspection."""
    home = f"{HOME}/{slug}"
    paths = () if why_no_id(slug) else files.under(home)
    if not paths:
        raise no_such_inspection(slug, _inspections_in(files))
    pile = _Pile()
    twins = case_twins(paths)
    for path in paths:
        _read_file(files, path, path[len(home) + 1 :], twins, pile)
    if f"{home}/inspection.yaml" not in paths:
        pile.problems.append(_missing(home))
    return _reading(slug, pile, _other_files(files, pile))


def particulars_of(slug: str, data: bytes) -> Particulars | None:
    """Return what an inspection.yaml with these bytes says; None where it cannot be read."""
    try:
        return read_particulars(slug, data)
    except Unreadable:
        return None


def read_particulars(slug: str, data: bytes) -> Particulars:
    """Return the same. Raises Unreadable, with the problems, where it cannot be read."""
    path = f"{HOME}/{slug}/inspection.yaml"
    problems: list[Problem] = []
    try:
        found = parts.particulars(decode(data, path), path, problems)
    except ValueFlaw as error:
        raise Unreadable(f"{path} cannot be read", (error.problem,)) from None
    if found is None:
        raise Unreadable(f"{path} cannot be read", tuple(problems))
    return found


def unreadable_files(files: Files, slug: str) -> tuple[Problem, ...]:
    """Why files of the inspection cannot be read: nothing at all of them, or inspection.yaml not to the end.

    A finding with a wrong value is read as far as this goes; files that are none of an inspection are not asked.
    """
    home = f"{HOME}/{slug}"
    paths = files.under(home)
    twins, pile, found = case_twins(paths), _Pile(), []
    for path in paths:
        try:
            if _is_of_inspection(path[len(home) + 1 :]):
                _take(files, path, path[len(home) + 1 :], twins, pile)
        except ValueFlaw as error:
            found.append(error.problem)
        except Refused as error:
            found.append(refused(error, path))
    found += [each for each in pile.problems if each.where.file == f"{home}/inspection.yaml"]
    if paths and f"{home}/inspection.yaml" not in paths:
        found.append(_missing(home))
    return _by_place(found)


def _is_of_inspection(name: str) -> bool:
    folder, _, rest = name.partition("/")
    return name in _FILES or (folder in _FOLDERS and rest.endswith(_FOLDERS[folder][0]))


def _missing(home: str) -> Problem:
    return wrong(Place(f"{home}/inspection.yaml"), "is missing", "Make it as `reportkit new` does.")


def _inspections_in(files: Files) -> tuple[str, ...]:
    """Return the inspections' names, sorted."""
    names = {path.split("/")[1] for path in files.under(HOME) if path.count("/") > 1}
    return tuple(sorted(names))


def no_such_inspection(slug: str, there: tuple[str, ...]) -> WrongUse:
    """Return what to say of a name that none of the inspections has: perhaps which one was meant."""
    why = why_no_id(slug)
    what = f"`{slug}` {why}, so it names no inspection" if why else f"There is no inspection `{slug}`"
    near = as_id(slug) if as_id(slug) in there else did_you_mean(slug, there)
    listed = f"There are: {', '.join(there)}." if there else "Make one with `reportkit new`."
    return WrongUse(what, remedy=f"Did you mean `{near}`?" if near else listed)


def _read_file(files: Files, path: str, name: str, twins: frozenset[str], pile: _Pile) -> None:
    before = len(pile.problems)
    folder, _, rest = name.partition("/")
    try:
        _take(files, path, name, twins, pile)
    except ValueFlaw as found:
        pile.problems.append(found.problem)
    except Refused as error:
        pile.problems.append(refused(error, path))
    if len(pile.problems) > before and folder in pile.unread:
        pile.unread[folder].add(as_id(rest.rpartition(".")[0]))


def _take(files: Files, path: str, name: str, twins: frozenset[str], pile: _Pile) -> None:
    """Read one file into the pile. Raises ValueFlaw or Refused where it cannot be read."""
    folder, slash, _ = name.partition("/")
    if slash and folder in _FOLDERS:
        _read_part(files, path, folder, twins, pile)
    elif name in _FILES:
        pile.files[name] = _FILES[name](decode(files.read(path), path), path, pile.problems)
    else:
        if name in _FOLDERS:
            files.read(path)  # a folder that may not be opened, or a link: this says so
        raise _not_part_of_it(path, folder, is_folder=bool(slash))


def _read_part(files: Files, path: str, folder: str, twins: frozenset[str], pile: _Pile) -> None:
    ending, reader = _FOLDERS[folder]
    if path.count("/") > _DEEPEST:
        raise flaw(Place(path), f"is in a folder inside {folder}/", f"Move it up, into {folder}/ itself.")
    name = id_of(path, ending, twins)
    value = reader(decode(files.read(path), path), path, name, pile.problems)
    if value is not None:
        pile.folders[folder].append(value)


def _not_part_of_it(path: str, name: str, *, is_folder: bool) -> ValueFlaw:
    known = _FOLDERS if is_folder else _FILES
    kind = "folder" if is_folder else "file"
    remedy = choose(name, list(known))
    return flaw(Place(path), f"`{name}` is no {kind} of an inspection", remedy or "Move it elsewhere.")


class _OtherFiles(Struct, frozen=True):
    """The files read beside the inspection's folder."""

    predecessors: tuple[Predecessor, ...]
    thresholds: tuple[ThresholdYear, ...]


def _other_files(files: Files, pile: _Pile) -> _OtherFiles:
    thresholds = read_thresholds(files)
    pile.problems.extend(thresholds.problems)
    particulars = pile.files.get("inspection.yaml")
    before = predecessors(files, particulars, pile.problems) if particulars is not None else ()
    return _OtherFiles(before, thresholds.years)


def _reading(slug: str, pile: _Pile, others: _OtherFiles) -> Reading:
    particulars = pile.files.get("inspection.yaml")
    if particulars is None:
        return Reading(None, _by_place(pile.problems))
    drivers, barriers = pile.files.get("drivers-and-barriers.yaml", ((), ()))
    inspection = Inspection(
        slug=slug,
        particulars=particulars,
        findings=tuple(pile.folders["findings"]),
        evidence=tuple(pile.folders["evidence"]),
        recommendations=tuple(pile.folders["recommendations"]),
        narratives=tuple(pile.folders["narrative"]),
        drivers=drivers,
        barriers=barriers,
        indicators=pile.files.get("indicators.csv", ()),
        support_services=pile.files.get("support-services.yaml", ()),
        best_value_reviews=pile.files.get("best-value-reviews.yaml", ()),
        earlier=pile.files.get("earlier.yaml", ()),
        answers=pile.files.get("answers.yaml", ()),
        predecessors=others.predecessors,
        thresholds=others.thresholds,
    )
    return Reading(inspection, _by_place([*pile.problems, *check_references(inspection, pile.unread)]))


def _by_place(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.where))
