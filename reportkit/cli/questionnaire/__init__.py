"""`reportkit questionnaire`: the self-assessment in Word, and its answers brought in as evidence."""

from __future__ import annotations

import click

from reportkit.cli.command_group import LookOrAct


@click.group(
    cls=LookOrAct,
    acts={"import": "Bring the answers of a filled-in questionnaire in as evidence, after a look at them."},
    modules={"look": "reportkit.cli.questionnaire.show", "import": "reportkit.cli.questionnaire.import_command"},
    subcommand_metavar="[INSPECTION] [--to BODY] [--out FILE] | import INSPECTION FILE",
    epilog="An example: reportkit questionnaire harrowmere-homes --to almo",
)
def command() -> None:
    """Make the Word questionnaire in which authority and ALMO assess themselves before an inspection [33].

    It puts every question of the guidance's three appendices, with room for the answer. --to almo, authority or both
    (where nothing is said) names who fills it in; --out FILE says where it goes. It can be filled in with Word or
    LibreOffice; `questionnaire import` reads it back.
    """
