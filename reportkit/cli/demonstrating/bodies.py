"""How the bodies comment on the invented inspection's draft, and the score is decided."""

from __future__ import annotations

from reportkit.cli.demonstrating.players import ADMINISTRATOR, CO_ORDINATOR, HEAD, INSPECTOR, LEAD, MANAGER
from reportkit.cli.demonstrating.stage import Stage
from reportkit.gitstore.key_files import KeyFile

_ADDRESSES = {
    "Cordelia Amberstone": "c.amberstone@council.example",
    "Lydia Fennimoor": "l.fennimoor@homes.example",
    "Piers Haldenby": "p.haldenby@odpm.example",
}


def bodies(stage: Stage, key: KeyFile | None) -> None:
    """From the draft that both bodies get to a decision with three final sign-offs."""
    _the_draft_goes_out(stage)
    _what_they_say(stage)
    _what_becomes_of_it(stage)
    _the_decision(stage, key)


def _the_draft_goes_out(stage: Stage) -> None:
    stage.scene("the signed draft goes to the council and its ALMO.", days=1)
    stage.sits_down(ADMINISTRATOR)
    casework = f"moderation/{stage.inspection}/casework.yaml"
    for name, address in _ADDRESSES.items():
        stage.edits(casework, f"name: {name}\n    office", f"name: {name}\n    email: {address}\n    office")
    stage.types(ADMINISTRATOR, "save", stage.inspection)
    agreed = ("--agreed-on", "2003-11-20", "--agreed-with", "Cordelia Amberstone,Lydia Fennimoor")
    stage.types(ADMINISTRATOR, "comments", "send", stage.inspection, "--turn", "before", *agreed, *stage.on_that_day)


def _what_they_say(stage: Stage) -> None:
    stage.scene("the ALMO comments, and the council has nothing to add; then they all sit round a table.", days=11)
    stage.sits_down(ADMINISTRATOR)
    says = "Since you came, one officer follows every case of adaptations through both organisations."
    about = ("--finding", "adaptations-slow", "--text", says)
    stage.types(ADMINISTRATOR, "comments", "add", stage.inspection, "almo", *about, *stage.on_that_day)
    stage.types(ADMINISTRATOR, "comments", "none", stage.inspection, "authority", *stage.on_that_day)
    present = ("--present", f"{INSPECTOR.id},{LEAD.id},Cordelia Amberstone,Lydia Fennimoor")
    stage.types(ADMINISTRATOR, "comments", "round-table", stage.inspection, *present, *stage.on_that_day)


def _what_becomes_of_it(stage: Stage) -> None:
    stage.scene("the inspector takes it up, and answers.", days=1)
    stage.sits_down(INSPECTOR)
    stage.edits(stage.finding, "through both organisations.", "through both organisations; one has since been named.")
    stage.types(INSPECTOR, "save", stage.inspection)
    reason = "The report now says so. How long tenants wait is as we found it."
    answer = ("--verdict", "in-part", "--reason", reason)
    stage.types(INSPECTOR, "comments", "answer", stage.inspection, *answer, *stage.on_that_day)
    stage.sits_down(ADMINISTRATOR)
    stage.types(ADMINISTRATOR, "comments", "response", stage.inspection, *stage.on_that_day)


def _the_decision(stage: Stage, key: KeyFile | None) -> None:
    stage.scene("the score is decided, and the three moderators sign the final report.", days=1)
    stage.sits_down(HEAD)
    stage.acts(HEAD, "decide", "--service", "agreed", "--prospects", "agreed")
    stage.sits_down(LEAD, key)
    stage.acts(LEAD, "sign-off")
    for player in (CO_ORDINATOR, MANAGER):
        stage.sits_down(player)
        stage.acts(player, "sign-off")
