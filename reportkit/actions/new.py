"""Start an inspection: its folder with the files to fill in, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct, convert

from reportkit.actions import choices
from reportkit.actions.field_context import FieldContext
from reportkit.actions.fields import Field, Words, read_fields, refuse_gaps
from reportkit.actions.inspection_name import refuse_name
from reportkit.files.blank_casework import EMPTY_CASEWORK
from reportkit.files.blank_inspection import FOLDERS, BlankInspection, files
from reportkit.files.yaml_text import Value
from reportkit.inspection.bodies import AuthorityType
from reportkit.inspection.particulars import InspectionKind
from reportkit.reading.casework import CASEWORK, casework_path
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace
from reportkit.workspace.write_files import place_new_folder, stay_inside

FIELDS = (
    Field(
        key="kind",
        help="almo, indicative, re-inspection or best-value.",
        asks="What kind of inspection",
        choices=choices.of(
            InspectionKind,
            almo="an ALMO's first inspection",
            indicative="before the ALMO takes over; scores the service, brings no money",
            re_inspection="after a judgement below good",
            best_value="a Best Value inspection of services",
        ),
        needed=True,
    ),
    Field(
        key="authority",
        help="The local authority: the inspected body in law.",
        asks="Which authority is inspected",
        needed=True,
    ),
    Field(
        key="authority-type",
        help="Its type, which picks its column of Table 6.",
        asks="What type of authority",
        choices=choices.of(AuthorityType),
    ),
    Field(key="almo", help="The ALMO's name, where there is one.", asks="What is the ALMO called"),
    Field(key="region", help="The authority's region.", asks="In which region"),
    Field(key="round", kind="number", help="The ALMO programme's round.", asks="Round (1, 2 …)"),
    Field(key="homes", kind="number", help="How many homes the authority owns."),
    Field(key="almo-homes", kind="number", help="How many homes the ALMO manages."),
    Field(key="went-live", kind="date", help="The day the ALMO went live."),
    Field(key="questions", help="The question set for the prospects, where the kind does not settle it."),
)


class NewRequest(Struct, frozen=True, kw_only=True):
    """The name of a new inspection, and what was typed for the fields."""

    name: str
    words: Words = {}


class PreparedInspection(Struct, frozen=True):
    """An inspection's folder, not written yet: its name, and the bytes of its files by their names."""

    name: str
    files: Mapping[str, bytes]

    @property
    def folder(self) -> str:
        """The folder in the repository."""
        return f"{INSPECTIONS}/{self.name}"

    @property
    def casework(self) -> str:
        """The file in the repository that holds the plans for it."""
        return casework_path(self.name)


def refuse_place(workspace: Workspace, name: str) -> None:
    """Raise WrongUse or Refused where no inspection of this name can be started here."""
    refuse_name(workspace, name)
    for place in (INSPECTIONS, casework_path(name)):
        stay_inside(workspace.root / place, workspace.root)


def prepare(workspace: Workspace, request: NewRequest) -> PreparedInspection:
    """Return the folder to write. Raises WrongUse for a name or words that cannot be, Refused for a name that is taken.

    What is missing is raised as MissingFields.
    """
    refuse_place(workspace, request.name)
    values = read_fields(FIELDS, request.words, FieldContext(workspace.root, request.name, reads=False))
    refuse_gaps("A new inspection", FIELDS, values)
    texts = files(_blank(values))
    return PreparedInspection(request.name, {name: text.encode() for name, text in texts.items()})


def carry_out(workspace: Workspace, prepared: PreparedInspection) -> str:
    """Write the folder, and return its path in the repository. Raises Refused where the name was taken meanwhile."""
    inspection = workspace.root / prepared.folder
    with _casework((workspace.root / prepared.casework).parent, inspection):
        place_new_folder(inspection, prepared.files, FOLDERS)
    return prepared.folder


@contextmanager
def _casework(folder: Path, inspection: Path) -> Iterator[None]:
    """Write a casework.yaml to fill in, and remove it where its inspection cannot be made. Leave a folder that exists.

    A kill can leave it without its inspection. It holds only notes then, and the same command takes it up. Where
    another command made the inspection at the same moment, the file belongs to that one and stays.
    """
    if folder.exists() or not folder.parent.is_dir():
        yield
        return
    place_new_folder(folder, {CASEWORK: EMPTY_CASEWORK.encode()}, ())
    try:
        yield
    except BaseException:
        if not inspection.exists():
            with suppress(OSError):  # another command may take up the folder, or remove it, at the same moment
                (folder / CASEWORK).unlink()
                folder.rmdir()
        raise


def _blank(values: Mapping[str, Value]) -> BlankInspection:
    from reportkit.guidance.areas import AREAS  # the Tab key need not wait for it

    given = {field.parameter: values[field.key] for field in FIELDS}
    return convert({**given, "services": tuple(AREAS)}, BlankInspection)
