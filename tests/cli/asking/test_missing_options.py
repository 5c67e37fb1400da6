"""What a command needs and was not given: asked for where someone is there, listed where no one is."""

from __future__ import annotations

import io
from pathlib import Path

import click
import pytest

from reportkit.cli.asking.missing_options import ask_for_missing
from reportkit.cli.parameters.act_options import DAY, ROLE
from reportkit.cli.session import Session


@click.command("ask")
@click.argument("inspection")
@click.argument("body", type=click.Choice(["authority", "almo"]))
@click.option("--by", type=DAY, required=True, help="The day.")
@click.option("--how", type=click.Choice(["post", "by-hand"]), required=True, help="How it went.")
@click.option("--role", type=ROLE, required=True, help="The role.")
@click.option("--note", help="What else.")
def command(**_: object) -> None:
    """Ask something."""


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch):
    """What a line of words lacks; with answers, someone is there who types them."""

    def typed(*words: str, answers: str = "") -> list[str]:
        monkeypatch.setattr(Session, "may_ask", bool(answers))
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        context = click.Context(command, info_name="ask", obj=Session(Path(), asks=True), terminal_width=70)
        with pytest.raises(click.MissingParameter) as caught:
            command.parse_args(context, list(words))
        return ask_for_missing(caught.value)

    return typed


def test_everything_that_is_missing_is_listed_at_once_with_what_it_is(lacking) -> None:
    with pytest.raises(click.UsageError) as refused:
        lacking("--how", "post")
    heading, *listed = refused.value.message.split("\n")
    assert heading == "This is missing:"
    assert [" ".join(line.split()) for line in listed] == [
        *("INSPECTION", "{authority|almo}", "--by DAY The day.", "--role ROLE The role."),
    ]


def test_at_a_terminal_each_is_asked_for_and_a_wrong_answer_once_more(lacking, capsys) -> None:
    words = lacking("elm", "--note", "x", answers="almo\n3/5/2004\n2004-05-03\nfax\npost\nsenior manager\n")
    assert words == ["almo", "--by=2004-05-03", "--how=post", "--role=senior manager"]
    asked = capsys.readouterr().err
    assert "authority or almo: " in asked
    assert "Error: '3/5/2004' is no day. Write it as 2004-06-14.\n" in asked
    assert "How it went (post, by-hand): " in asked
