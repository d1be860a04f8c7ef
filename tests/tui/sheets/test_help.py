"""All keys and what they do."""

from collections.abc import Callable

import pytest

from reader.actions import PANES, Place, available_on, holding_in, shown_key
from reader.tui.sheets.help import HelpScreen
from tests.tui.sheets.showing import Showing, showing, type_text

ALL_ROWS = (60, 400)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_every_act_is_there_with_its_keys(width: int) -> None:
    async with showing(HelpScreen(Place.ARTICLE), size=(width, 400)) as (app, _):
        words = app.shown()
        for action in available_on(Place.ROOM):
            assert action.title.split()[0] in words
            assert all(f" {shown_key(key)} " in words for key in action.keys)
            assert action.keys or f":{action.id}" in words


@pytest.mark.parametrize("place", PANES)
async def test_the_focused_pane_comes_first(place: Place) -> None:
    async with showing(HelpScreen(place), size=ALL_ROWS) as (app, _):
        headings = [line.strip() for line in app.lines() if line.strip() in list(Place)]
        assert len(headings) == len(set(headings))
        own = [place] if any(holding_in(place)) else []
        assert headings[: len(own) + 1] == [*own, Place.ROOM]


async def test_it_scrolls() -> None:
    async with showing(HelpScreen(Place.ARTICLE)) as (app, pilot):

        def rows() -> list[str]:
            return [line[:-1] for line in app.lines()]

        before = rows()
        await pilot.press("j", "j")
        assert rows()[3] == before[5]
        await pilot.press("k")
        assert rows()[3] == before[4]
        await pilot.press("G")
        assert before[3] not in rows()
        await pilot.press("g")
        assert rows() == before


async def test_letters_behind_a_slash_find_acts() -> None:
    async with showing(HelpScreen(Place.ARTICLE)) as (app, pilot):
        await pilot.press("slash")
        await type_text(pilot, "redo")
        await pilot.pause()
        assert "ctrl+r Redo" in app.shown()
        assert "Undo" not in app.shown()
        await pilot.press("q", "x")
        await pilot.pause()
        assert "No key and no act like that." in app.shown()
        await pilot.press("escape")
        await pilot.pause()
        assert app.open
        assert "Next paragraph" in app.shown()


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1", "ctrl+c"])
async def test_it_closes(key: str) -> None:
    async with showing(HelpScreen(Place.ARTICLE)) as (app, pilot):
        await pilot.press(key)
        assert app.answer is None


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_look(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(Showing(HelpScreen(Place.ARTICLE)), terminal_size=size)
