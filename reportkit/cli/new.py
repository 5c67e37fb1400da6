"""`reportkit new`: an inspection's folder, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from msgspec import convert

from reportkit.cli.asking import choices
from reportkit.cli.asking.field import Field, value_of
from reportkit.cli.asking.field_context import FieldContext
from reportkit.cli.asking.field_options import options, words_given
from reportkit.cli.asking.prompts import ask_for
from reportkit.cli.session import Session
from reportkit.errors import Refused, WrongUse
from reportkit.files.blank_casework import EMPTY_CASEWORK
from reportkit.files.blank_inspection import FOLDERS, BlankInspection, files
from reportkit.files.yaml_text import Value
from reportkit.inspection.bodies import AuthorityType
from reportkit.inspection.particulars import InspectionKind
from reportkit.reading.casework import CASEWORK, casework_path
from reportkit.reading.names import as_id, why_no_id
from reportkit.workspace.workspace import INSPECTIONS, inspection_names
from reportkit.workspace.write_files import place_new_folder, stay_inside

# `reportkit moderate ACT INSPECTION`: an inspection of such a name could not be shown.
_IN_WORDS = re.compile(r"(?=.*[A-Z ])[A-Za-z0-9][A-Za-z0-9 -]{2,39}")
ACTS = frozenset(
    (
        *("submit", "meeting", "query", "answer", "sign-off", "refuse", "withdraw", "cover", "override", "decide"),
        *("pack", "send", "comment", "round-table", "extension", "dispatch", "correct", "notify", "publish", "reverse"),
        *("sent", "copies"),
    )
)

_IMPORT = "import"

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


def new(session: Session, slug: str, parameters: Mapping[str, object]) -> None:
    """Make the folder of one inspection. Raises before anything is written."""
    refuse_name(session, slug)
    for place in (INSPECTIONS, casework_path(slug)):
        stay_inside(session.root / place, session.root)
    nothing = FieldContext(session.root, slug, reads=False)
    values = {field.key: value_of(field, words_given(field, parameters), nothing) for field in FIELDS}
    if session.may_ask and not parameters["no_input"]:
        values = ask_for(FIELDS, values, nothing)
    texts = files(_beginning(values))
    data = {name: text.encode() for name, text in texts.items()}
    with _casework((session.root / casework_path(slug)).parent):
        place_new_folder(session.root / INSPECTIONS / slug, data, FOLDERS)


@contextmanager
def _casework(folder: Path) -> Iterator[None]:
    """A casework.yaml to fill in, gone again where its inspection cannot be made. A folder that is there is left.

    A kill can leave it without its inspection: it is all notes then, and the same command takes it up.
    """
    if folder.exists() or not folder.parent.is_dir():
        yield
        return
    place_new_folder(folder, {CASEWORK: EMPTY_CASEWORK.encode()}, ())
    try:
        yield
    except BaseException:
        (folder / CASEWORK).unlink()
        folder.rmdir()
        raise


def refuse_name(session: Session, slug: str) -> None:
    """Raise where a new inspection cannot be called so."""
    why = why_no_id(slug)
    if why:
        raise WrongUse(f"`{slug}` {why}", remedy=f"A good name is {_better(slug)}.")
    if slug in ACTS:
        raise WrongUse(f"`{slug}` is also something that `reportkit moderate` does", remedy="Add a place or a year.")
    if slug == _IMPORT:
        message = "`import` is also something that `reportkit indicators` does"
        raise WrongUse(message, remedy="Add a place or a year.")
    if slug in {name.casefold() for name in inspection_names(session.root)}:
        raise Refused(f"There is an inspection `{slug}` already", remedy="Add a year to the name, say.")


def _better(slug: str) -> str:
    """A name that can be: the one that was given in words, where it is only that; else an example."""
    return f"`{as_id(slug)}`" if _IN_WORDS.fullmatch(slug) else "like harrowmere-homes-2004"


def _beginning(values: Mapping[str, Value]) -> BlankInspection:
    missing = [f"--{field.key}" for field in FIELDS if field.needed and not values[field.key]]
    if missing:
        example = "--kind almo --authority 'Harrowmere Council' --almo 'Harrowmere Homes'"
        raise WrongUse(f"A new inspection needs {' and '.join(missing)}", remedy=f"For example: {example}.")
    from reportkit.guidance.areas import AREAS

    given = {field.parameter: values[field.key] for field in FIELDS}
    return convert({**given, "services": tuple(AREAS)}, BlankInspection)


def _what_next(slug: str) -> str:
    return (
        f"Next: fill in inspections/{slug}/inspection.yaml and {casework_path(slug)}, then\n"
        f"  reportkit add evidence {slug}\n"
        f"  reportkit add finding {slug}\n"
        f"  reportkit check {slug}"
    )


@click.pass_obj
def _run(session: Session, /, **parameters: object) -> None:
    slug = str(parameters["slug"])
    new(session, slug, parameters)
    click.echo(f"{INSPECTIONS}/{slug}")
    click.echo(_what_next(slug), err=True)


command = click.Command(
    "new",
    params=[
        click.Argument(["slug"], metavar="NAME"),
        *options(FIELDS),
        click.Option(["--no-input"], is_flag=True, help="Ask nothing."),
    ],
    callback=_run,
    help="Start an inspection: a folder of this NAME with inspection.yaml and the other files to fill in.\n\n"
    "NAME is up to 40 lower-case letters, digits and hyphens. At a terminal, what is not given is asked for.",
    short_help="Start an inspection's folder.",
    epilog="An example: reportkit new harrowmere-homes-2004 --kind almo --authority 'Harrowmere Council' "
    "--almo 'Harrowmere Homes'",
)
