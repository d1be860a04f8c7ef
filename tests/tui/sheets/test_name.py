"""The line to write a name in."""

import pytest

from reader.tui.sheets.name import NameLine
from tests.tui.sheets.showing import HOSTILE, VISIBLE, has_raw_controls, showing


@pytest.mark.parametrize(("keys", "answer"), [(("g", "a", "enter"), "ga"), (("escape",), None), (("enter",), None)])
async def test_it_closes_with_the_name_or_without(keys: tuple[str, ...], answer: str | None) -> None:
    async with showing(NameLine("Keep this search as")) as (app, pilot):
        await pilot.press(*keys)

        assert app.answer == answer


async def test_a_name_to_begin_with_is_typed_over() -> None:
    async with showing(NameLine("Keep this search as", HOSTILE), size=(120, 24)) as (app, pilot):
        shown = app.shown()
        assert f"Keep this search as {VISIBLE}" in shown
        assert "Esc leave" in shown
        assert not has_raw_controls(app)
        await pilot.press("x", "enter")

        assert app.answer == "x"
