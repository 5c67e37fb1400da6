"""The tree of commands as data: for help, for importing one command alone, for wrong guesses and for the Tab key.

The folders are the same tree: `moderate sign-off` is reportkit/cli/moderate/sign_off.py. This table imports none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from keyword import iskeyword
from types import MappingProxyType
from typing import Final, NamedTuple


class Command(NamedTuple):
    """A command's line in the help, the heading above it, and its own subcommands."""

    summary: str
    heading: str = "Acts"
    group: Group | None = None


class Group(NamedTuple):
    """A command with subcommands, which are files of `package`."""

    package: str
    subcommands: Mapping[str, Command]
    help: str
    example: str
    usage: str | None = None
    """What help shows behind the options; None for what click writes."""
    default: str = ""
    """The file of the command that runs where no subcommand is named; "" for none."""
    takes_inspection: bool = True
    """Whether the name of an inspection may stand in a subcommand's place."""
    called: str = "act"
    """What messages call a subcommand."""
    called_of: str = ""
    """What follows a name in the message that there is no such subcommand."""
    listing: str = ""
    """Where to look for a subcommand's name, if not in the help."""
    called_elsewhere: Mapping[str, str] = MappingProxyType({})
    """What other programs call a command. What is spelt alike here does something else."""

    def module(self, name: str) -> str:
        """Return the module of a subcommand. Its file ends in _command where Python keeps the name for itself."""
        file = name.replace("-", "_")
        return f"{self.package}.{file}_command" if iskeyword(file) else f"{self.package}.{file}"


INSPECTOR: Final = "Inspectors"
MODERATOR: Final = "Moderators"
OFFICE: Final = "Administrators"
ADMINISTRATOR: Final = "The technical administrator"
EVERYONE: Final = "Everyone"

INDICATORS: Final = Group(
    package="reportkit.cli.indicators",
    default="show",
    usage="[INSPECTION] | import INSPECTION FILE",
    example="An example: reportkit indicators harrowmere-homes",
    help="""Show an inspection's performance indicators beside what they are held against [66-77].

    Each with its value, whether it is at or better or worse than the point where the best quarter of authorities of
    that type begins, by how much, and whether it was verified; shares from surveys with how sure they are. With --json:
    the same for other programs; docs/indicators.md describes it.
    """,
    subcommands={
        "import": Command("Replace indicators.csv by a table from a .csv or .xlsx file, after a look at what changes."),
    },
)

QUESTIONNAIRE: Final = Group(
    package="reportkit.cli.questionnaire",
    default="show",
    usage="[INSPECTION] [--to BODY] [--out FILE] | import INSPECTION FILE",
    example="An example: reportkit questionnaire harrowmere-homes --to almo",
    help="""Make the Word questionnaire in which authority and ALMO assess themselves before an inspection [33].

    It puts every question of the guidance's three appendices, with room for the answer. --to almo, authority or both
    (by default both) names who fills it in; --out FILE says where it goes. It can be filled in with Word or
    LibreOffice; `questionnaire import` reads it back.
    """,
    subcommands={
        "import": Command("Bring the answers of a filled-in questionnaire in as evidence, after a look at them."),
    },
)

MODERATE: Final = Group(
    package="reportkit.cli.moderate",
    default="show",
    usage="[INSPECTION] | ACT INSPECTION …",
    example="An example: reportkit moderate sign-off harrowmere-homes",
    help="""Show what waits for you, where an inspection stands, or act on it.

    Alone: everything that waits for you, oldest deadline first. With INSPECTION: where it stands, what changed since
    you last signed, what is open, and the one command that comes next. With --json: the same for other programs.

    Every act that records can be tried with --dry-run, which shows the record and records nothing.
    """,
    subcommands={
        "submit": Command("Hand an inspection to its moderators."),
        "pack": Command("Make what the moderators read, in Word or as messages."),
        "meeting": Command("Note a meeting: who was there, and what came out for each judgement."),
        "query": Command("Ask for further information."),
        "answer": Command("Answer a query."),
        "sign-off": Command("Sign, or say that you do not agree."),
        "withdraw": Command("Take your sign-off or your query back."),
        "cover": Command("Let another person act for a moderator who is away."),
        "override": Command("Set a rule aside, saying why."),
        "decide": Command("Record the final score."),
        "clear": Command("Allow a sensitive finding in public papers."),
        "odpm-discussion": Command("Note that weak prospects were discussed with the ODPM."),
        "progress": Command("Record how far the work on a recommendation is."),
    },
)

COMMENTS: Final = Group(
    package="reportkit.cli.comments",
    default="list",
    usage="[INSPECTION] | ACT INSPECTION …",
    example='An example: reportkit comments add harrowmere-homes almo --paragraph 12 --text "It was 58."',
    help="""Send the draft to the bodies, enter what they say, and answer it.

    With INSPECTION alone: every comment, who was heard and by when. The authority and its ALMO each get a copy of the
    signed draft and are invited to comment in writing [115]. How long they have is set in policy.yaml, as is that
    every comment is answered before the score is decided: no paragraph of the guidance settles either.

    Every act that records can be tried with --dry-run, which shows the record, or makes specimens, and records nothing.
    """,
    subcommands={
        "send": Command("Send the signed draft to the bodies, for comments in writing."),
        "round-table": Command("Note the round-table discussion, or a presentation to a wider audience."),
        "add": Command("Enter a comment of the authority, the ALMO or both."),
        "none": Command("Note that a body has no comments."),
        "extend": Command("Give a body more time."),
        "list": Command("List the comments: open, answered, late."),
        "answer": Command("Answer a comment: accepted, in part, not accepted or noted."),
        "response": Command("Answer each body in Word: what became of its comments."),
        "copies": Command("Hand over again what went to the bodies."),
    },
)

NOTIFY: Final = Group(
    package="reportkit.cli.notify",
    default="show",
    usage="[INSPECTION] | ACT INSPECTION …",
    example="An example: reportkit notify harrowmere-homes --dry-run",
    help="""Issue the letters to authority, ALMO and ODPM and the press release with the score, in one act [117].

    With INSPECTION: make all of them from the decision, dated today, read each again, record them together, and put
    copies and messages into out/. `reportkit notify INSPECTION --help` lists the options: --dry-run makes specimens,
    --prepare final copies to print beforehand.
    """,
    subcommands={
        "sent": Command("Record how a letter or the press release was sent."),
        "copies": Command("Hand over copies of what was issued again."),
    },
)

PEOPLE: Final = Group(
    package="reportkit.cli.people",
    default="list",
    takes_inspection=False,
    called="change",
    called_of=" of people",
    listing="`reportkit people` alone lists everyone.",
    usage="[COMMAND] [ARGS]...",
    example='An example: reportkit people add j-adeyemi --name "Joy Adeyemi" --email j.adeyemi@example.org '
    "--roles regional-lead-inspector --region Northern",
    help="""List the people of moderation/policy.yaml: their roles, from when until when, and whether they have keys.

    Each change shows the difference first, and is recorded with the file in one version. The head of programme and
    administrators may make them; in a new repository, a person who adds themselves as one of these.
    """,
    subcommands={
        "add": Command("Add a person.", "Changes"),
        "leave": Command("Say until when a person holds their roles.", "Changes"),
        "retire": Command("The former name of `leave`, with --until.", "Changes"),
        "keys": Command("List a person's keys, add one, or end one.", "Changes"),
        "rename": Command("Give a person another name.", "Changes"),
        "save": Command("Record what was changed in policy.yaml by hand.", "Changes"),
        "stricter": Command("Judge strictly what is recorded from now on.", "Changes"),
    },
)

PROGRAM: Final = Group(
    package="reportkit.cli",
    takes_inspection=False,
    called="command",
    example="An example: reportkit draft harrowmere-homes --open",
    help="Inspection reports from structured findings: well founded, moderated, and in Word.",
    subcommands={
        "new": Command("Start an inspection's folder.", INSPECTOR),
        "add": Command("Add a finding, evidence, a recommendation, a driver or a barrier.", INSPECTOR),
        "check": Command("List what is wrong or missing, with file and line.", INSPECTOR),
        "explain": Command("Explain a rule: its paragraph, why it is there, what to do.", INSPECTOR),
        "coverage": Command("Show what of the guidance was looked at, and what not, counted.", INSPECTOR),
        "scope": Command("Work out which services get a full and which a lighter inspection.", INSPECTOR),
        "indicators": Command(
            "Show indicators beside what they are held against; bring a table in.", INSPECTOR, INDICATORS
        ),
        "questionnaire": Command(
            "Make the self-assessment questionnaire; bring its answers in.", INSPECTOR, QUESTIONNAIRE
        ),
        "draft": Command("Make the Word report.", INSPECTOR),
        "save": Command("Save one inspection as a new version.", INSPECTOR),
        "rename": Command("Give an inspection without a record another name.", INSPECTOR),
        "remove": Command("Take away an inspection without a record.", INSPECTOR),
        "sync": Command("Bring in what others shared, and share what you saved.", EVERYONE),
        "settle": Command("Settle a finding that two people changed at once.", INSPECTOR),
        "join": Command("Make your own copy of the shared repository.", EVERYONE),
        "moderate": Command("Show what waits for you; sign, ask, answer, decide.", MODERATOR, MODERATE),
        "undo": Command("Undo your own last act, while no other person has seen it.", MODERATOR),
        "status": Command("Show every inspection in a line: stage, next step, who, by when.", MODERATOR),
        "publish": Command("Publish the final report, from what was signed.", MODERATOR),
        "reinspect": Command("Agree the day of a re-inspection, and make its folder.", MODERATOR),
        "timetable": Command("Show every date: done, due, late, in working days; or a calendar of them.", MODERATOR),
        "history": Command("Show who did what and when, in which role, and how sure that is.", MODERATOR),
        "comments": Command("Send the draft to the bodies, enter what they say, answer it.", OFFICE, COMMENTS),
        "notify": Command("Issue the letters and the press release with the score, in one act.", OFFICE, NOTIFY),
        "correct": Command("Reissue one document with a minor correction.", OFFICE),
        "people": Command("List who may do what; add and retire people, and their keys.", ADMINISTRATOR, PEOPLE),
        "init": Command("Make a new working repository.", ADMINISTRATOR),
        "verify": Command("Check that the record is complete, and what a document is.", ADMINISTRATOR),
        "restore": Command("Put back an inspection that was taken away or renamed.", ADMINISTRATOR),
        "doctor": Command("Look over this machine: what is fine, and what to do.", ADMINISTRATOR),
        "completion": Command("Let the Tab key complete names in your shell.", ADMINISTRATOR),
        "demo": Command("Check and draft the example inspections in a scratch copy.", EVERYONE),
    },
    called_elsewhere={
        "approve": "moderate sign-off",
        "clone": "join",
        "commit": "save",
        "edit": "add",
        "export": "draft",
        "fetch": "sync",
        "list": "status",
        "log": "history",
        "merge": "settle",
        "open": "draft",
        "pull": "sync",
        "push": "sync",
        "report": "draft",
        "revert": "undo",
        "share": "sync",
        "update": "sync",
        "users": "people",
        "word": "draft",
    },
)
