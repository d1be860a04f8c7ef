import re

import pytest

from reader.actions import ACTIONS, BY_ID, LIBRARY_PANES, PANES, Place, available_in, footer_words, shown_key

TEXTUAL_KEY = re.compile(r"(ctrl\+|shift\+)?([a-z]{2,9}|f\d{1,2}|[A-Za-z0-9]|[^\w\s])")


def test_ids_are_unique_and_tell_thing_and_act() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", action.id) for action in ACTIONS)


@pytest.mark.parametrize("place", [*PANES, *LIBRARY_PANES])
def test_no_key_means_two_things_in_one_pane(place: Place) -> None:
    keys = [key for action in available_in(place) for key in action.keys]

    assert len(keys) == len(set(keys))


def test_every_key_is_one_that_textual_knows() -> None:
    assert all(TEXTUAL_KEY.fullmatch(key) for action in ACTIONS for key in action.keys)


def test_quit_and_help_can_be_reached_without_letters_and_with() -> None:
    assert {"Q", "ctrl+q"} <= set(BY_ID["app.quit"].keys)
    assert {"?", "f1"} <= set(BY_ID["app.help"].keys)


@pytest.mark.parametrize("place", [*PANES, *LIBRARY_PANES])
def test_a_footer_names_the_keys_to_begin_with(place: Place) -> None:
    """Four to eight words a pane: more is a table, not a reminder."""
    words = dict(footer_words(place))

    assert words["?"] == "help"
    assert 4 <= len(words) <= 8
    assert all(words.values())


def test_keys_are_shown_as_people_know_them() -> None:
    assert [shown_key(key) for key in ("enter", "ctrl+d", "}", "pagedown")] == ["Enter", "ctrl+d", "}", "PgDn"]
