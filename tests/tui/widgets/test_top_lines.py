from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.actions import PANES, Place
from reader.tui.widgets.top_lines import pane_names


def strip(counts: Mapping[Place, int], room: int, focused: Place = Place.ARTICLE) -> str:
    return "".join(piece.text for piece in pane_names(focused, counts, room))


COUNTS = {Place.SUMMARY: 3, Place.ENTITIES: 12, Place.NOTES: 1, Place.STATEMENTS: 9, Place.DATES: 4}


def test_all_panes_with_what_they_hold_have_room_on_eighty_columns() -> None:
    names = "[1 Article]2 Summary (3) 3 Entities (12) 4 Notes (1) 5 Said (9) 6 Dates (4)"
    assert strip(COUNTS, 77).strip() == names


@pytest.mark.parametrize("place", PANES)
def test_the_pane_that_has_the_focus_stands_in_brackets(place: Place) -> None:
    shown = strip(COUNTS, 100, place)
    number = PANES.index(place) + 1
    assert f"[{number} " in shown
    assert shown.count("[") == shown.count("]") == 1


@given(st.dictionaries(st.sampled_from(PANES), st.integers(0, 9999)), st.integers(56, 200), st.sampled_from(PANES))
def test_every_pane_is_named_whatever_they_hold(counts: dict[Place, int], room: int, focused: Place) -> None:
    shown = strip(counts, room, focused)
    assert len(shown) <= room
    for number in range(1, 7):
        assert f"{number} " in shown


def test_where_room_is_short_the_first_panes_go_without_a_number() -> None:
    shown = strip({**COUNTS, Place.ENTITIES: 120, Place.STATEMENTS: 140}, 76)
    assert "2 Summary 3 Entities (120) 4 Notes (1) 5 Said (140) 6 Dates (4)" in shown
