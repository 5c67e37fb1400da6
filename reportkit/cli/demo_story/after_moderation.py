"""The long story after moderation: comments on the draft, the decision, the letters and the final report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportkit.cli.demo_story.story import Story
from reportkit.cli.demo_story.story_people import ADMINISTRATOR, CO_ORDINATOR, HEAD, INSPECTOR, LEAD, MANAGER

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.gitstore.key_files import KeyFile

_ADDRESSES = {
    "Cordelia Amberstone": "c.amberstone@council.example",
    "Lydia Fennimoor": "l.fennimoor@homes.example",
    "Piers Haldenby": "p.haldenby@odpm.example",
}


def after_moderation(story: Story, key: KeyFile | None) -> None:
    """Run the story from the draft that both bodies get to the published report; `key` is the lead's."""
    _the_draft_goes_out(story)
    _what_they_say(story)
    _what_becomes_of_it(story)
    _the_decision(story, key)
    _the_letters(story)
    _the_final_report(story)


def _the_draft_goes_out(story: Story) -> None:
    story.scene("the signed draft goes to the council and its ALMO.", days=1)
    story.switch_user(ADMINISTRATOR)
    casework = f"moderation/{story.inspection}/casework.yaml"
    for name, address in _ADDRESSES.items():
        story.edit_file(casework, f"name: {name}\n    office", f"name: {name}\n    email: {address}\n    office")
    story.command(ADMINISTRATOR, "save", story.inspection)
    agreed = ("--agreed-on", "2003-11-20", "--agreed-with", "Cordelia Amberstone,Lydia Fennimoor")
    story.command(ADMINISTRATOR, "comments", "send", story.inspection, "--turn", "before", *agreed, *story.day_option)


def _what_they_say(story: Story) -> None:
    story.scene("the ALMO comments, and the council has nothing to add; then they all sit round a table.", days=11)
    story.switch_user(ADMINISTRATOR)
    says = "Since you came, one officer follows every case of adaptations through both organisations."
    about = ("--finding", "adaptations-slow", "--text", says)
    story.command(ADMINISTRATOR, "comments", "add", story.inspection, "almo", *about, *story.day_option)
    story.command(ADMINISTRATOR, "comments", "none", story.inspection, "authority", *story.day_option)
    present = ("--present", f"{INSPECTOR.id},{LEAD.id},Cordelia Amberstone,Lydia Fennimoor")
    story.command(ADMINISTRATOR, "comments", "round-table", story.inspection, *present, *story.day_option)


def _what_becomes_of_it(story: Story) -> None:
    story.scene("the inspector takes it up, and answers.", days=1)
    story.switch_user(INSPECTOR)
    story.edit_file(
        story.finding_file, "through both organisations.", "through both organisations; one has since been named."
    )
    story.command(INSPECTOR, "save", story.inspection)
    reason = "The report now says so. How long tenants wait is as we found it."
    answer = ("--verdict", "in-part", "--reason", reason)
    story.command(INSPECTOR, "comments", "answer", story.inspection, *answer, *story.day_option)
    story.switch_user(ADMINISTRATOR)
    story.command(ADMINISTRATOR, "comments", "response", story.inspection, *story.day_option)


def _the_decision(story: Story, key: KeyFile | None) -> None:
    story.scene("the score is decided, and the three moderators sign the final report.", days=1)
    story.switch_user(HEAD)
    story.moderate(HEAD, "decide", "--service", "agreed", "--prospects", "agreed")
    story.switch_user(LEAD, key)
    story.moderate(LEAD, "sign-off")
    for person in (CO_ORDINATOR, MANAGER):
        story.switch_user(person)
        story.moderate(person, "sign-off")


def _the_letters(story: Story) -> None:
    story.scene("the letters and the press release give the score, all on one day.", days=35)
    story.switch_user(ADMINISTRATOR)
    story.command(ADMINISTRATOR, "notify", story.inspection, *story.day_option)
    for body in ("authority", "almo", "odpm", "press"):
        way = ("--to", body, "--by", "e-mail")
        story.command(ADMINISTRATOR, "notify", "sent", story.inspection, *way, *story.day_option)


def _the_final_report(story: Story) -> None:
    story.scene("the final report is published.", days=21)
    story.command(ADMINISTRATOR, "publish", story.inspection, *story.day_option)
    story.command(ADMINISTRATOR, "timetable", story.inspection, *story.day_option)
