"""All acts in Textual's palette."""

import pytest

from reader.actions import Place, available_on
from reader.tui.palette import ActionPalette, ActionProvider
from tests.tui.sheets.showing import Text, showing, type_text, until


@pytest.mark.parametrize(
    ("typed", "shown", "id_"),
    [
        ("redo", "Redo ctrl+r", "act.redo"),
        ("mark.hi", "Highlight the sentence or selection; again: off H", "mark.highlight"),
        ("summary is", "Choose how the summary is made :summary.method", "summary.method"),
    ],
)
async def test_an_act_is_found_by_its_words_and_done_on_the_screen(typed: str, shown: str, id_: str) -> None:
    async with showing(ActionPalette()) as (app, pilot):
        await type_text(pilot, typed)
        await until(pilot, lambda: shown in app.shown() and "Undo" not in app.shown())
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.text.acts))
        assert app.text.acts == [id_]


async def test_all_acts_are_offered() -> None:
    async with showing(ActionPalette()):
        offered = [hit async for hit in ActionProvider(Text()).discover()]
    assert [hit.text for hit in offered] == [action.title for action in available_on(Place.ROOM)]
