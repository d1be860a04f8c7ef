"""Finding in the library, and keeping what one looks for."""

from pathlib import Path

import pytest

from reader.actions import Place
from tests.tui.library.using import STORIES, Using, using
from tests.tui.reading import HOSTILE

TITLES = [title for title, *_ in STORIES]


async def find(now: Using, query: str) -> None:
    """Open the query line and type."""
    await now.press("f")
    await now.type(query)


async def test_the_list_shows_what_is_found_while_one_types(home: Path) -> None:
    async with using(home) as now:
        await now.press("f", "e", "r", "d", "o", "g")

        assert now.titles == [TITLES[2]]
        assert "Erdoğan will sign the protocol within days." in now.shown
        assert now.top.startswith("erdog · newest first 1 of 1")
        assert now.screen.query_line.is_typing


async def test_the_hit_is_marked_in_its_passage(home: Path) -> None:
    async with using(home) as now:
        await find(now, "mediation")

        marked = [
            segment.text
            for strip in now.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert marked == ["mediation", "mediation"]


async def test_enter_goes_to_the_list_and_enter_again_to_the_passage(home: Path) -> None:
    async with using(home, analysed=True) as now:
        await find(now, "fuel")
        await now.press("enter")
        assert now.screen.place is Place.LIST
        assert not now.screen.query_line.display

        await now.press("enter")

        assert now.is_in_room
        room = now.app.room
        assert room.text.focus_span.of(room.article.text) == "Fuel was not among the goods."


async def test_the_arrows_move_in_the_list_while_one_types(home: Path) -> None:
    async with using(home) as now:
        await find(now, "mediation")
        await now.press("down")

        assert now.at == TITLES[4]
        assert now.screen.query_line.is_typing


async def test_escape_goes_back_to_the_list_before(home: Path) -> None:
    async with using(home) as now:
        await find(now, "mediation")
        await now.press("escape")
        assert now.titles == TITLES
        assert not now.screen.query_line.display

        await find(now, "mediation")
        await now.press("enter", "escape")
        assert now.titles == TITLES


async def test_letters_of_a_query_are_no_keys(home: Path) -> None:
    async with using(home) as now:
        await now.press("f", *"mxXsu?:q", "left", "delete", "home")

        assert now.screen.query_line.text == "mxXsu?:"
        assert now.app.screen is now.screen
        assert now.desk.lists.counts("") == (6, 6)


async def test_an_error_points_at_its_place_and_the_list_stays(home: Path) -> None:
    async with using(home) as now:
        await find(now, "gaza sorce:reuters x")

        error = next(line for line in now.lines if "↑" in line)
        field = next(line for line in now.lines if "sorce" in line)
        assert error.index("↑") == field.index("sorce")
        assert "source:" in error
        assert now.titles == TITLES
        await now.press("escape")
        assert "↑" not in now.shown


async def test_nothing_found_says_what_to_try(home: Path) -> None:
    async with using(home) as now:
        await find(now, "zanzibar")

        assert "Nothing fits. Fewer words find more" in now.words_of(now.screen.list)


async def test_an_empty_inbox_and_an_empty_list_of_unread_articles_say_so(home: Path) -> None:
    async with using(home) as now:
        await now.press("*", "x")
        assert "All done: the inbox is empty." in now.words_of(now.screen.list)
        await now.press("2", "j", "enter")
        assert "All read." in now.words_of(now.screen.list)


async def test_a_search_is_kept_under_a_name_found_again_and_forgotten(home: Path) -> None:
    async with using(home) as now:
        await find(now, "gaza")
        await now.press("ctrl+s")
        await now.type(f"Gaza {HOSTILE}")
        await now.press("enter")
        assert now.desk.lists.saved()[0].query == "gaza*"
        assert f"Gaza {HOSTILE}" in now.top

        await now.press("2", "g", "enter")
        assert now.top.startswith("Inbox")
        assert now.screen.place is Place.LIST
        await now.press("2", "G", "enter")
        assert now.titles == [TITLES[1], TITLES[4]]
        await now.press("2", "X")

        assert now.desk.lists.saved() == ()
        assert "u undoes it" in now.said
        await now.press("u")
        assert [saved.query for saved in now.desk.lists.saved()] == ["gaza*"]


async def test_own_lists_cannot_be_forgotten_and_the_inbox_needs_no_name(home: Path) -> None:
    async with using(home) as now:
        await now.press("ctrl+s")
        assert now.said.startswith("f finds something first")
        await now.press("2", "X")
        assert now.said == "Only searches that you saved can be forgotten."


@pytest.mark.parametrize(
    ("choice", "first", "order"),
    [("j", TITLES[5], "oldest first"), ("jj", TITLES[0], "by source"), ("jjj", TITLES[4], "by title")],
)
async def test_the_order_is_chosen_and_the_cursor_stays(home: Path, choice: str, first: str, order: str) -> None:
    async with using(home) as now:
        await now.press("j")
        await now.press("S", *choice, "enter")

        assert now.titles[0] == first
        assert now.at == TITLES[1]
        assert order in now.top
