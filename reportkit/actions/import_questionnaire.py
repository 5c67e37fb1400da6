"""Bring the answers of a filled-in questionnaire in as evidence: all of it is written, or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportkit.actions.file_write import FileWrite
from reportkit.actions.imported_file import ImportedFile, digested, refuse_changed
from reportkit.actions.intent import Confirmation
from reportkit.actions.load import load_here
from reportkit.errors import Refused, Unreadable, WrongUse
from reportkit.files.new_id import id_from
from reportkit.files.yaml_text import entry
from reportkit.inspection.bodies import Bodies
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.publications.questionnaire import BODY, INSPECTION
from reportkit.publications.self_assessment import ReceivedAnswers, Said, called, evidence_of, fields_of
from reportkit.reading import parts
from reportkit.reading.decode import decode
from reportkit.reading.folder import FolderFiles
from reportkit.reading.outside_file import read_sent
from reportkit.reading.problems import ValueFlaw
from reportkit.word.read.field_answers import Answers, read_answers
from reportkit.workspace.clock import clock
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace
from reportkit.workspace.write_files import place_all, stay_inside

_BODIES: tuple[Bodies, ...] = ("almo", "authority", "both")


class ImportQuestionnaireRequest(Struct, frozen=True, kw_only=True):
    """The file to bring in, for which inspection, and what the file may not say itself.

    `body` is who answered, `held` where the original is kept, `received` the day on which it came (None: today).
    """

    inspection: str | None = None
    file: Path
    body: Bodies | None = None
    held: str | None = None
    received: dt.date | None = None


class PreparedAnswers(Struct, frozen=True, kw_only=True):
    """Answers ready to be written as evidence.

    `parts` is the number of parts that were answered, `same` how many of them are there already in the same words.
    `questions` and `answered` count questions. `beside` are the answers that hold more than words, each question with
    what does not come in; `strays` are words that belong to no question.
    """

    inspection: str
    source: ImportedFile
    files: tuple[FileWrite, ...]
    parts: int
    same: int
    questions: int
    answered: int
    beside: tuple[tuple[str, tuple[str, ...]], ...]
    strays: tuple[str, ...]
    confirmation: Confirmation


def prepare(workspace: Workspace, request: ImportQuestionnaireRequest) -> PreparedAnswers:
    """Read the answers, and work out the files to write. Raises Refused for a file that is no such questionnaire."""
    inspection = load_here(workspace, request.inspection)
    stay_inside(workspace.root / INSPECTIONS / inspection.slug / "evidence", workspace.root)
    sent = read_sent(request.file)
    answers = _answers(inspection, request.file.name, sent)
    body = _body(inspection, answers, request)
    said = evidence_of(inspection, _words(answers), body, _received(inspection, body, request))
    files, same = _files(workspace, inspection.slug, said)
    given = answers.given.items()
    return PreparedAnswers(
        inspection=inspection.slug,
        source=digested(request.file, sent),
        files=files,
        parts=len(said),
        same=same,
        questions=len(given),
        answered=sum(bool(answer.paragraphs) for _, answer in given),
        beside=tuple((name, tuple(answer.beside)) for name, answer in given if answer.beside),
        strays=tuple(answers.strays),
        confirmation=_confirmation(len(files)),
    )


def carry_out(workspace: Workspace, prepared: PreparedAnswers) -> tuple[str, ...]:
    """Write all the files or none, and return their paths.

    Raises Refused where the file brought in changed meanwhile, or a new file's name is taken.
    """
    refuse_changed(prepared.source)
    place_all({workspace.root / each.path: each.data for each in prepared.files})
    return tuple(each.path for each in prepared.files)


def _confirmation(files: int) -> Confirmation:
    question = f"Write {files} files into evidence/?"
    return Confirmation(shown="", question=question, remedy="Everything is as it was.", undone="Nothing was written")


def _answers(inspection: Inspection, name: str, sent: bytes) -> Answers:
    answers = read_answers(sent, fields_of(inspection), name)
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


def _body(inspection: Inspection, answers: Answers, request: ImportQuestionnaireRequest) -> Bodies:
    """Return who answered: as was given, else as the file says. Raises WrongUse where neither says."""
    noted = next((each for each in _BODIES if each == answers.properties.get(BODY)), None)
    body = request.body or noted
    if body is None:
        raise WrongUse("The file does not say who answered", remedy="Say it: --from almo, authority or both.")
    if body == "almo" and inspection.particulars.almo is None:
        raise WrongUse(f"{inspection.slug} has no ALMO", remedy="Say --from authority.")
    return body


def _words(answers: Answers) -> Mapping[str, tuple[str, ...]]:
    return {name: answer.paragraphs for name, answer in answers.given.items()}


def _received(inspection: Inspection, body: Bodies, request: ImportQuestionnaireRequest) -> ReceivedAnswers:
    day = request.received or clock(None, demonstration=False).today
    return ReceivedAnswers(day, request.held or f"{called(inspection, body)}'s questionnaire, {request.file.name}")


def _files(workspace: Workspace, slug: str, said: tuple[Said, ...]) -> tuple[tuple[FileWrite, ...], int]:
    """Return the new files, and how many parts are there already in the same words."""
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
    folder = f"{INSPECTIONS}/{slug}/evidence"
    return tuple(FileWrite(f"{folder}/{name}.yaml", data) for name, data in files.items()), same


def _there(workspace: Workspace, slug: str) -> dict[str, bytes]:
    """Return the bytes of the files in evidence/, by id; b"" for one that cannot be read."""
    files = FolderFiles(workspace.root)
    return {Path(path).stem: _read(files, path) for path in files.under(f"{INSPECTIONS}/{slug}/evidence")}


def _read(files: FolderFiles, path: str) -> bytes:
    try:
        return files.read(path)
    except Refused:
        return b""


def _but_for_the_day(data: bytes) -> list[bytes]:
    """Return the lines that say more than when it came, and from which file: the same answers may come again."""
    return [line for line in data.splitlines() if not line.startswith((b"date:", b"held:"))]


def _checked(said: Said) -> bytes:
    """Return the file's bytes, once they were read again. Raises Unreadable, naming the part."""
    data = entry(said.values).encode()
    path, problems = f"the answers to {said.values['title']}", list[Problem]()
    try:
        parts.evidence(decode(data, path), path, said.id, problems)
    except ValueFlaw as broken:
        problems.append(broken.problem)
    if problems:
        raise Unreadable("The answers cannot be brought in", tuple(problems))
    return data
