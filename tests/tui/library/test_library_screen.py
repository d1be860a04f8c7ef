"""Opening the library, walking it, and coming back to it."""

from pathlib import Path

import pytest

from reader.actions import LIBRARY_PANES, Place, available_on
from tests.tui.library.using import STORIES, using
from tests.tui.reading import SIZES

TITLES = [title for title, *_ in STORIES]


async def test_the_inbox_opens_newest_first_with_its_counts(home: Path) -> None:
    async with using(home) as now:
        assert now.titles == TITLES
        assert now.top == "Inbox · newest first 1 of 6 · 6 unread"
        assert "Inbox 6" in now.shown
        assert now.at == TITLES[0]


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_has_the_width_of_the_screen(home: Path, size: tuple[int, int]) -> None:
    async with using(home, size=size) as now:
        assert now.widths == {size[0]}
        for key in "231":
            await now.press(key)
            assert now.widths == {size[0]}


async def test_all_acts_of_the_library_have_verbs(home: Path) -> None:
    async with using(home) as now:
        wanted = {action.id for action in available_on(Place.LIBRARY)}
        assert wanted - set(now.screen.verbs) == set()


@pytest.mark.parametrize("size", SIZES)
async def test_each_pane_is_one_key_away_and_esc_leads_back(home: Path, size: tuple[int, int]) -> None:
    async with using(home, size=size) as now:
        for key, place in zip("123", LIBRARY_PANES, strict=True):
            await now.press(key)
            assert now.screen.place is place
            assert now.screen.arrangement.pane(place).region
        await now.press("escape")
        assert now.screen.place is Place.LIST


async def test_panes_are_walked_around_and_from_side_to_side(home: Path) -> None:
    async with using(home) as now:
        places = []
        for key in ("tab", "tab", "tab", "shift+tab", "1", "h", "h", "l", "l", "l"):
            await now.press(key)
            places.append(now.screen.place.name)
        assert (
            places == ["SEARCHES", "PREVIEW", "LIST", "PREVIEW", "LIST"] + ["SEARCHES"] * 2 + ["LIST"] + ["PREVIEW"] * 2
        )


async def test_enter_opens_the_article_and_q_leads_back_to_it(home: Path) -> None:
    async with using(home) as now:
        await now.press("j", "enter")
        assert now.is_in_room
        assert now.app.room.article.title == TITLES[1]

        await now.press("J", "q")

        assert not now.is_in_room
        assert now.at == TITLES[2]


async def test_the_preview_follows_the_cursor(home: Path) -> None:
    async with using(home) as now:
        await now.press("j")
        assert "Not analysed yet. It begins: The Turkish delegation conveyed its concerns on Gaza." in now.shown


async def test_the_preview_shows_the_summary_where_there_is_one(home: Path) -> None:
    async with using(home, analysed=True, size=(200, 60)) as now:
        assert "Summary 1 Negotiators came back to Doha on Wednesday." in now.words_of(now.screen.preview)


async def test_one_finds_the_list_again_where_one_left_it(home: Path) -> None:
    async with using(home) as now:
        await now.press("f")
        await now.type("gaza")
        await now.press("enter", "j")
        at = now.at
        now.screen.leave()
        await now.settle()
    async with using(home) as now:
        assert now.top.startswith("gaza · newest first 2 of")
        assert now.at == at


async def test_what_comes_in_moves_no_cursor(home: Path) -> None:
    from tests.tui.library.using import incoming

    async with using(home) as now:
        await now.press("j", "j")
        at = now.at
        now.desk.add(incoming(("New proposal tabled", "AFP", "2023-11-09", "It came overnight. Nobody has read it.")))
        while now.desk.indexing.step():
            pass

        now.screen.reload()
        await now.settle()

        assert now.at == at
        assert now.top.endswith("4 of 7 · 7 unread")


async def test_what_the_reader_adds_gets_the_cursor(home: Path) -> None:
    async with using(home) as now:
        await now.type("Envoys travel to Muscat\n\nTwo envoys left in the morning. Nobody said why they went.")
        await now.press("ctrl+s")
        await now.until(lambda: now.at.startswith("Envoys travel"))

        assert now.screen.place is Place.LIST


async def test_an_empty_library_says_how_to_fill_it(home: Path) -> None:
    async with using(home, (), size=(80, 24)) as now:
        assert "Nothing is in the library yet. i adds" in now.shown
        for key in ("j", "k", "G", "space", "*", "m", "x", "X", "u", "enter", "+", "-", ">", "<", "pagedown"):
            await now.press(key)
        assert now.app.screen is now.screen


async def test_progress_stands_in_the_top_line(home: Path) -> None:
    async with using(home) as now:
        now.screen.show_progress("adding 120 of 800…")
        await now.pilot.pause()
        assert now.top == "Inbox · newest first adding 120 of 800… 1 of 6 · 6 unread"
        now.screen.show_progress("")
        await now.pilot.pause()
        assert now.top == "Inbox · newest first 1 of 6 · 6 unread"


async def test_unread_articles_are_walked(home: Path) -> None:
    async with using(home) as now:
        await now.press("j", "m", "k", ">")
        assert now.at == TITLES[2]
        await now.press("<")
        assert now.at == TITLES[0]
        await now.press("<")
        assert now.said == "Nothing unread is left this way."
