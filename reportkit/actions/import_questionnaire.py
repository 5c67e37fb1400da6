"""One import: read the answers, show what would be written, ask, and write all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from msgspec import Struct

from reportkit.actions.load import load
from reportkit.cli.asking.confirm import ask_to_write
from reportkit.cli.terminal_output import say
from reportkit.errors import Refused, Unreadable, WrongUse
from reportkit.files.new_id import id_from
from reportkit.files.yaml_text import entry
from reportkit.inspection.bodies import Bodies
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.publications.questionnaire import BODY, INSPECTION
from reportkit.publications.self_assessment import ReceivedAnswers, Said, called, evidence_of, fields_of
from reportkit.reading import parts
from reportkit.reading.folder import FolderFiles
from reportkit.reading.outside_file import read_sent
from reportkit.reading.problems import ValueFlaw
from reportkit.reading.text import decode
from reportkit.word.read.answers import Answers, read_answers
from reportkit.workspace.clock import clock
from reportkit.workspace.workspace import INSPECTIONS, Workspace
from reportkit.workspace.write_files import place_all, stay_inside

_BODIES: tuple[Bodies, ...] = ("almo", "authority", "both")


class QuestionnaireFile(Struct, frozen=True, kw_only=True):
    """What to bring in: the file, and what it may not say itself."""

    file: Path
    body: Bodies | None
    held: str | None
    received: dt.date | None
    yes: bool


def bring_in(workspace: Workspace, slug: str, wanted: QuestionnaireFile) -> None:
    """Bring a questionnaire in. Raises Refused for what is none, WrongUse where nobody can say yes."""
    inspection = load(FolderFiles(workspace.root), slug)
    answers = _answers(inspection, wanted)
    body = _body(inspection, answers, wanted)
    said = evidence_of(inspection, _words(answers), body, _received(inspection, body, wanted))
    files, same = _files(workspace, slug, said)
    click.echo("\n".join(_preview(slug, said, files, answers)))
    if same:
        say(f"{same} of its parts are there already in the same words, and are left as they are.", err=True)
    if not files:
        click.echo("Nothing was written.", err=True)
        return
    folder = workspace.root / INSPECTIONS / slug / "evidence"
    stay_inside(folder, workspace.root)
    ask_to_write(workspace, f"Write {len(files)} files into evidence/?", yes=wanted.yes)
    place_all({folder / f"{name}.yaml": data for name, data in files.items()})
    say(f"Written: {len(files)} files. `reportkit check {slug}` says what is missing.", err=True)


def _answers(inspection: Inspection, wanted: QuestionnaireFile) -> Answers:
    name = wanted.file.name
    answers = read_answers(read_sent(wanted.file), fields_of(inspection), name)
    meant = answers.properties.get(INSPECTION, inspection.slug)
    if meant != inspection.slug:
        remedy = f"Bring it in there: reportkit questionnaire import {meant} {name}"
        raise Refused(f"It is the questionnaire of {meant}, not of {inspection.slug}", where=name, remedy=remedy)
    if not answers.given:
        remedy = "Is it the file that came back? The numbers in the tables' first column must be there."
        raise Refused("No question of the questionnaire is in it", where=name, remedy=remedy)
    if answers.twice:
        remedy = "Keep one of the two rows, and save it."
        raise Refused(f"{answers.twice[0]} is answered twice, in different words", where=name, remedy=remedy)
    return answers


def _body(inspection: Inspection, answers: Answers, wanted: QuestionnaireFile) -> Bodies:
    """Who answered: as is said, else as the file knows. Raises WrongUse where neither says."""
    noted = next((each for each in _BODIES if each == answers.properties.get(BODY)), None)
    body = wanted.body or noted
    if body is None:
        raise WrongUse("The file does not say who answered", remedy="Say it: --from almo, authority or both.")
    if body == "almo" and inspection.particulars.almo is None:
        raise WrongUse(f"{inspection.slug} has no ALMO", remedy="Say --from authority.")
    return body


def _words(answers: Answers) -> Mapping[str, tuple[str, ...]]:
    return {name: answer.paragraphs for name, answer in answers.given.items()}


def _received(inspection: Inspection, body: Bodies, wanted: QuestionnaireFile) -> ReceivedAnswers:
    day = wanted.received or clock(None, demonstration=False).today
    return ReceivedAnswers(day, wanted.held or f"{called(inspection, body)}'s questionnaire, {wanted.file.name}")


def _files(workspace: Workspace, slug: str, said: tuple[Said, ...]) -> tuple[dict[str, bytes], int]:
    """New files by their ids, and how many parts are there already in the same words."""
    there = _there(workspace, slug)
    files: dict[str, bytes] = {}
    same = 0
    for each in said:
        data = _checked(each)
        if any(_but_for_the_day(data) == _but_for_the_day(old) for old in there.values()):
            same += 1
            continue
        name = id_from(each.id, otherwise=each.id, taken=frozenset((*there, *files)))
        files[name] = data
    return files, same


def _there(workspace: Workspace, slug: str) -> dict[str, bytes]:
    """What lies in evidence/, by id; what cannot be read counts as taken."""
    files = FolderFiles(workspace.root)
    return {Path(path).stem: _read(files, path) for path in files.under(f"{INSPECTIONS}/{slug}/evidence")}


def _read(files: FolderFiles, path: str) -> bytes:
    try:
        return files.read(path)
    except Refused:
        return b""


def _but_for_the_day(data: bytes) -> list[bytes]:
    """The same answers come again on another day, and perhaps under another file's name."""
    return [line for line in data.splitlines() if not line.startswith((b"date:", b"held:"))]


def _checked(said: Said) -> bytes:
    """The file's bytes, which are read again before anything is written. Raises Unreadable, naming the part."""
    data = entry(said.values).encode()
    path, problems = f"the answers to {said.values['title']}", list[Problem]()
    try:
        parts.evidence(decode(data, path), path, said.id, problems)
    except ValueFlaw as broken:
        problems.append(broken.problem)
    if problems:
        raise Unreadable("The answers cannot be brought in", tuple(problems))
    return data


def _preview(slug: str, said: tuple[Said, ...], files: Mapping[str, bytes], answers: Answers) -> Iterator[str]:
    """What would be written, and what would not come in."""
    answered = sum(bool(answer.paragraphs) for answer in answers.given.values())
    yield f"{slug}: {answered} of {len(answers.given)} questions are answered, in {len(said)} parts."
    yield from (f"+ evidence/{name}.yaml" for name in files)
    yield from (
        f"! {name}: its answer holds {' and '.join(answer.beside)}; only the answer's own words come in"
        for name, answer in answers.given.items()
        if answer.beside
    )
    yield from (f"! Belongs to no question, and does not come in: {words}" for words in answers.strays)
