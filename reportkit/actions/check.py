"""What a check comes to for one inspection: every problem, which of them count, and why it passes or not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.overrides import SetAsideRule, with_overrides
from reportkit.errors import Newer, Refused, Unreadable, WrongUse
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.milestones import NOTHING_YET, Milestones
from reportkit.inspection.problem import Problem
from reportkit.inspection.source_place import Place
from reportkit.publications.text_blocks import flaws_of
from reportkit.reading.casework import read_casework
from reportkit.reading.conflicts import unsettled
from reportkit.reading.files import Files
from reportkit.reading.inspection import HOME, read_inspection
from reportkit.reading.names import as_id, why_no_id
from reportkit.reading.problems import refused
from reportkit.reading.problems import wrong as wrong_file
from reportkit.reading.second_copies import second_copies
from reportkit.rules.check import check, errors, stopping, stops, wrong

if TYPE_CHECKING:
    from reportkit.moderation.endings import FindEndings
    from reportkit.rules.facts import Fact


class Known(Struct, frozen=True):
    """The facts about an inspection besides its folder: what it has reached, and the rules that were set aside."""

    reached: Milestones = NOTHING_YET
    overrides: tuple[SetAsideRule, ...] = ()


Ask: TypeAlias = Callable[[Files, Inspection], Known]


class CheckResult(Struct, frozen=True):
    """One inspection's problems, sorted by file and line.

    `act` is what it was checked for ("" for nothing but what is wrong). `inspection` is None where
    inspection.yaml cannot be read, and `whole` False where any file cannot: then some of what the
    rules miss may stand in there. `reached` is what was known of it besides its folder.
    """

    slug: str
    act: str
    inspection: Inspection | None
    whole: bool
    problems: tuple[Problem, ...]
    reached: Milestones = NOTHING_YET

    @property
    def failing(self) -> tuple[Problem, ...]:
        """Return the problems that make the check fail; those that were set aside do not."""
        return stops(self.open, self.act) if self.act else wrong(self.open)

    @property
    def answered(self) -> tuple[Problem, ...]:
        """Warnings that someone has answered."""
        return tuple(problem for problem in self.problems if problem.answered)

    @property
    def open(self) -> tuple[Problem, ...]:
        """All the others."""
        return tuple(problem for problem in self.problems if not problem.answered)

    @property
    def unread(self) -> frozenset[str]:
        """The findings that cannot be read, so that their author is not known."""
        read = {finding.id for finding in self.inspection.findings} if self.inspection else set()
        folder = f"{HOME}/{self.slug}/findings/"
        files = (problem.where.file for problem in self.problems if problem.where.file.startswith(folder))
        return frozenset(_stem(file[len(folder) :]) for file in files) - read

    def about(self, findings: Collection[str]) -> CheckResult:
        """Return the same with nothing but what concerns these findings."""
        folder = f"{HOME}/{self.slug}/findings/"
        concerned = tuple(
            problem
            for problem in self.problems
            if problem.about in findings
            or (problem.where.file.startswith(folder) and _stem(problem.where.file[len(folder) :]) in findings)
        )
        return replace(self, problems=concerned)

    def alone(self) -> CheckResult:
        """Return the same without the inspection.

        Hundreds of them need not be kept to list their problems.
        """
        return replace(self, inspection=None, reached=NOTHING_YET)

    def findings_by(self, person: str) -> frozenset[str]:
        """Return the findings whose `by` is this person, an id in the team or the name that goes with it.

        Empty where inspection.yaml cannot be read.
        """
        if self.inspection is None:
            return frozenset()
        wanted = person.strip().casefold()
        team = self.inspection.particulars.team
        ids = {wanted, *(member.id for member in team if member.name.strip().casefold() == wanted)}
        return frozenset(finding.id for finding in self.inspection.findings if (finding.by or "").casefold() in ids)

    def facts(self, others: tuple[Inspection, ...] = ()) -> tuple[Fact, ...]:
        """Return what can be computed or looked up from it, and beside other inspections."""
        from reportkit.rules.facts import facts  # many modules, and few ask for them

        return facts(self.inspection, self.reached, others) if self.inspection else ()


def by_casework(files: Files, inspection: Inspection) -> Known:
    """Return what is known besides the folder without looking at the record. Raises Unreadable."""
    return Known(Milestones(casework=read_casework(files, inspection.slug)))


def by_record(endings: FindEndings, files: Files, inspection: Inspection) -> Known:
    """Return the same with the record, where there is one: only then is moderation worth loading. Raises Unreadable."""
    if not files.under(f"moderation/{inspection.slug}/records"):
        return by_casework(files, inspection)
    from reportkit.actions.milestones_reached import reached

    found = reached(files, inspection, endings)
    return Known(found.milestones, found.overrides)


def verdict(files: Files, slug: str, act: str, known: Ask = by_casework) -> CheckResult:
    """Read what is in one folder of inspections/ and hold it against the guidance.

    `known` finds what is known besides the folder.
    """
    return _held(files, slug, act, known, check)


def verdict_for_act(files: Files, slug: str, act: str) -> CheckResult:
    """Return the same with nothing but the errors that stop this act.

    No other rule is asked.
    """
    return _held(files, slug, act, by_casework, partial(errors, rules=stopping(act)))


def _held(files: Files, slug: str, act: str, known: Ask, rules: Callable[..., tuple[Problem, ...]]) -> CheckResult:
    try:
        reading = read_inspection(files, slug)
    except WrongUse:
        return CheckResult(slug, act, None, whole=False, problems=(_no_inspection(slug),))
    problems = [*reading.problems, *unsettled(files, slug), *second_copies(files, slug)]
    beside = Known()
    if reading.inspection is not None:
        problems += problems_in_texts(reading.inspection)
        beside = _known(files, reading.inspection, known, problems)
        problems += with_overrides(rules(reading.inspection, milestones=beside.reached), beside.overrides)
    problems.sort(key=attrgetter("order"))
    return CheckResult(slug, act, reading.inspection, not reading.problems, tuple(problems), beside.reached)


def _known(files: Files, inspection: Inspection, known: Ask, problems: list[Problem]) -> Known:
    """Return what the rules may know besides the folder; what keeps that from being read joins the problems."""
    try:
        return known(files, inspection)
    except Unreadable as error:
        problems += [problem for problem in error.problems if isinstance(problem, Problem)]
    except Newer as error:
        place = Place(f"moderation/{inspection.slug}/records/{error.where}")
        problems.append(wrong_file(place, error.what, error.remedy))
    except Refused as error:  # a link or a pipe among the records
        problems.append(refused(error, error.where))
    return Known()


def _no_inspection(slug: str) -> Problem:
    """Return a folder that holds no inspection: its name is wrong, or nothing is in it."""
    why = why_no_id(slug)
    message = f"the folder's name {why}" if why else "the folder is empty, or leads elsewhere"
    remedy = f"Rename it to `{as_id(slug)}`." if why else "Take it away; `reportkit new` makes inspections."
    return wrong_file(Place(f"{HOME}/{slug}"), message, remedy)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def problems_in_texts(inspection: Inspection) -> Iterator[Problem]:
    """Yield every flaw of every text: a draft would be refused for the same."""
    for flaw in flaws_of(inspection):
        yield wrong_file(Place(flaw.file, flaw.line), flaw.message, flaw.remedy)
