"""One of a few."""

import pytest

from reader.tui.sheets.choice import ChoiceSheet, Option
from tests.tui.sheets.showing import HOSTILE, VISIBLE, has_raw_controls, showing

OPTIONS = [Option("a", "first", "one"), Option("b", "second", "two"), Option("c", "third")]


def sheet(current: str = "b") -> ChoiceSheet:
    return ChoiceSheet("Which", OPTIONS, current)


async def test_the_cursor_begins_on_what_is_set() -> None:
    async with showing(sheet()) as (app, pilot):
        assert "Which first one › ✓ second two third" in app.shown()
        await pilot.press("enter")
        assert app.answer == "b"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["j", "enter"], "c"),
        (["k", "enter"], "a"),
        (["down", "down", "enter"], "c"),
        (["up", "up", "space"], "a"),
        (["G", "enter"], "c"),
        (["home", "enter"], "a"),
        (["escape"], None),
        (["q"], None),
    ],
)
async def test_keys(keys: list[str], answer: str | None) -> None:
    async with showing(sheet()) as (app, pilot):
        await pilot.press(*keys)
        assert app.answer == answer


async def test_what_the_cursor_comes_to_is_told() -> None:
    seen: list[str] = []
    async with showing(ChoiceSheet("Which", OPTIONS, "b", on_highlighted=seen.append)) as (_, pilot):
        await pilot.press("k", "k", "j", "j", "j")
    assert seen == ["a", "b", "c"]


async def test_an_option_that_nobody_knows_is_set_leaves_the_cursor_at_the_top() -> None:
    async with showing(sheet("z")) as (app, pilot):
        await pilot.press("enter")
        assert app.answer == "a"


async def test_the_terminals_cursor_stands_on_the_row() -> None:
    async with showing(sheet()) as (app, pilot):
        await pilot.press("j")
        await pilot.pause()
        assert "› " in app.lines()[app.cursor_position.y]


async def test_hostile_words_are_only_shown() -> None:
    async with showing(ChoiceSheet(HOSTILE, [Option("a", HOSTILE, HOSTILE)], ""), size=(120, 24)) as (app, _):
        assert app.shown().count(VISIBLE) == 3
        assert not has_raw_controls(app)
