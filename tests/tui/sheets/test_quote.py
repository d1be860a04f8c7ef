"""A quote alone on the screen."""

import pytest

from reader.tui.sheets.quote import QuoteScreen
from tests.tui.sheets.showing import HOSTILE, VISIBLE, has_raw_controls, showing


@pytest.mark.parametrize("key", ["y", "escape", "enter", "q", "ctrl+c", "tab", "down"])
async def test_any_key_closes_it(key: str) -> None:
    async with showing(QuoteScreen("Words.")) as (app, pilot):
        await pilot.press(key)
        assert app.answer is None


async def test_the_words_stand_alone_and_whole() -> None:
    words = " ".join(f"word{number}" for number in range(100)) + "\nMENAFN, 8 Nov 2023"
    async with showing(QuoteScreen(words)) as (app, _):
        assert app.shown().startswith(" ".join(words.split()))
        assert "MENAFN, 8 Nov 2023" in [line.strip() for line in app.lines()]
        assert "date 2023-11-08" not in app.shown()


async def test_hostile_words_are_only_shown() -> None:
    async with showing(QuoteScreen(f"{HOSTILE}\n{HOSTILE}")) as (app, _):
        assert app.shown().count(VISIBLE) == 2
        assert not has_raw_controls(app)
