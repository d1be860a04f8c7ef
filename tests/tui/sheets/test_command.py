"""The command line."""

from reader.actions import ACTIONS
from reader.tui.sheets.command import Command, CommandLine
from tests.tui.sheets.showing import showing, type_text

ARGUMENTS = {"view.theme": ("evening", "morning")}


def line(history: list[str] | None = None) -> CommandLine:
    return CommandLine(ACTIONS, ARGUMENTS, history)


async def test_a_command_is_run_by_its_name() -> None:
    async with showing(line()) as (app, pilot):
        await type_text(pilot, "theme morning\n")
        assert app.answer == Command("view.theme", "morning")


async def test_the_list_shows_what_it_may_become() -> None:
    async with showing(line()) as (app, pilot):
        await type_text(pilot, "mark.n")
        await pilot.pause()
        assert "mark.note Note on the sentence or selection" in app.shown()
        await pilot.press("tab", "enter")
        assert app.answer == Command("mark.note")


async def test_one_of_the_list_is_chosen_with_the_arrows() -> None:
    async with showing(line()) as (app, pilot):
        await type_text(pilot, "summary")
        await pilot.press("down", "down", "up", "down", "enter")
        assert app.answer == Command("summary.shorter")


async def test_a_wrong_name_stays_and_is_answered() -> None:
    async with showing(line()) as (app, pilot):
        await type_text(pilot, "thme\n")
        assert app.open
        assert ":thme" in app.shown()
        assert "There is no command thme. Did you mean theme?" in app.shown()
        await pilot.press("home", "right", "right")
        await type_text(pilot, "e")
        await pilot.press("delete", "m", "enter")
        assert app.answer == Command("view.theme")


async def test_what_was_run_before_comes_back() -> None:
    history = ["help", "theme morning"]
    async with showing(line(history)) as (app, pilot):
        await pilot.press("up", "up", "up", "down", "enter")
        assert app.answer == Command("view.theme", "morning")
    assert history == ["help", "theme morning", "theme morning"]


async def test_escape_and_the_empty_line_do_nothing() -> None:
    for key in ("escape", "enter"):
        async with showing(line()) as (app, pilot):
            await pilot.press(key)
            assert app.answer is None
