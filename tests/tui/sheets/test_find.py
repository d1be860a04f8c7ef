"""The line to find words in."""

from reader.tui.sheets.find import FindLine
from tests.tui.sheets.showing import has_raw_controls, showing, type_text


async def test_what_is_typed_is_told_at_once() -> None:
    typed: list[str] = []
    async with showing(FindLine(on_typed=typed.append)) as (app, pilot):
        await type_text(pilot, "NA T")
        assert typed == ["N", "NA", "NA ", "NA T"]
        await pilot.press("enter")
        assert app.answer == "NA T"


async def test_the_words_of_last_time_are_taken_again_or_typed_over() -> None:
    async with showing(FindLine("nato", on_typed=lambda _: None)) as (app, pilot):
        await pilot.press("enter")
        assert app.answer == "nato"
    async with showing(FindLine("nato", on_typed=lambda _: None)) as (app, pilot):
        await pilot.press("u", "n", "enter")
        assert app.answer == "un"


async def test_escape_gives_nothing() -> None:
    async with showing(FindLine("nato", on_typed=lambda _: None)) as (app, pilot):
        await pilot.press("escape")
        assert app.answer is None


async def test_it_takes_one_line_of_the_screen() -> None:
    async with showing(FindLine("[/b]\x1b[2J", on_typed=lambda _: None)) as (app, _):
        assert app.lines()[-1].startswith(" /[/b]\ufffd[2J")
        assert "date 2023-11-08" in app.lines()[0]
        assert not has_raw_controls(app)
