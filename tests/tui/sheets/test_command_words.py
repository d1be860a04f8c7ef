"""What can be written in the command line."""

import pytest

from reader.actions import ACTIONS, Action
from reader.errors import UsageError
from reader.tui.sheets.command_words import SHORT_NAMES, Command, CommandWords

WORDS = CommandWords(ACTIONS, {"view.theme": ("evening", "morning"), "summary.method": ("lexrank", "lsa")})


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_act_has_a_command(action: Action) -> None:
    assert WORDS.parse(action.id) == Command(action.id)


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("q", Command("app.quit")),
        (" quit ", Command("app.quit")),
        ("help", Command("app.help")),
        ("theme", Command("view.theme")),
        ("theme  morning", Command("view.theme", "morning")),
        ("summary.method lsa", Command("summary.method", "lsa")),
    ],
)
def test_short_names_and_words_behind(typed: str, command: Command) -> None:
    assert WORDS.parse(typed) == command


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hlep", "There is no command hlep. Did you mean help?"),
        ("mark.nte", "There is no command mark.nte. Did you mean mark.note?"),
        ("zzz", "There is no command zzz."),
        ("theme mornin", "theme does not know “mornin”. Did you mean morning?"),
        ("help me", "help stands alone, without “me”."),
    ],
)
def test_what_does_not_exist_is_answered_with_the_nearest(typed: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        WORDS.parse(typed)
    assert str(error.value) == said


def test_short_names_stand_for_actions() -> None:
    assert set(SHORT_NAMES.values()) <= {action.id for action in ACTIONS}


def test_what_begins_with_the_letters_comes_first() -> None:
    names = [name for name, _ in WORDS.completions("summary")]
    own = [
        "summary.longer",
        "summary.shorter",
        "summary.audit",
        "summary.put_in",
        "summary.about",
        "summary.length",
        "summary.method",
    ]
    assert names == [*own, "pane.summary"]


def test_titles_are_searched_at_the_beginnings_of_words() -> None:
    assert [name for name, _ in WORDS.completions("redo")] == ["act.redo"]
    assert "view.theme" in [name for name, _ in WORDS.completions("choo")]
    assert "view.theme" not in [name for name, _ in WORDS.completions("oose")]


def test_words_behind_are_completed() -> None:
    assert WORDS.completions("theme m") == [("theme morning", "")]
    assert WORDS.completions("help m") == []


def test_nothing_typed_offers_nothing() -> None:
    assert WORDS.completions("") == []
