"""Adding an article."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

import reader.tui.sheets.add
from reader.errors import SourceError
from reader.resources import seed
from reader.tui.sheets.add import AddGuess, AddRequest, AddSheet
from reader.tui.sheets.given import LONG
from tests.tui.sheets.showing import HOSTILE, VISIBLE, Showing, has_raw_controls, showing, type_text, until

STORY = "ANKARA, Nov 8 (Reuters) - Turkey spoke.\n\nIsrael answered."
GUESS = AddGuess("Turkey spoke", "Reuters", date(2023, 11, 8))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.tui.sheets.add, "GUESS_SECONDS", 0.01)


def sheet(pasted: str = "", guess: AddGuess = GUESS) -> AddSheet:
    return AddSheet(pasted, guess=lambda _: guess)


async def shown(app: Showing, pilot: Pilot[None], words: str) -> None:
    """Wait until words are on the screen."""
    await until(pilot, lambda: words in app.shown())


async def closed(app: Showing, pilot: Pilot[None]) -> AddRequest:
    """Wait until the sheet has closed with an answer."""
    await until(pilot, lambda: not app.open)
    assert isinstance(app.answer, AddRequest)
    return app.answer


async def test_what_was_pasted_is_added_with_one_key() -> None:
    async with showing(sheet(STORY)) as (app, pilot):
        await shown(app, pilot, "guessed")
        assert "Title Turkey spoke guessed Source Reuters guessed Date 2023-11-08 guessed" in app.shown()
        await pilot.press("enter")
        assert await closed(app, pilot) == AddRequest(STORY, (), None, None, None)


async def test_what_the_reader_knows_better_goes_with_it() -> None:
    async with showing(sheet(STORY)) as (app, pilot):
        await shown(app, pilot, "guessed")
        await pilot.press("!", "tab", "ctrl+u")
        await type_text(pilot, "Hurriyet")
        await pilot.press("tab", "backspace", "7")
        await pilot.pause()
        assert "guessed" not in app.shown()
        await pilot.press("ctrl+s")
        assert await closed(app, pilot) == AddRequest(STORY, (), "Turkey spoke!", "Hurriyet", date(2023, 11, 7))


async def test_an_emptied_field_goes_back_to_the_guess() -> None:
    async with showing(sheet(STORY)) as (app, pilot):
        await shown(app, pilot, "guessed")
        await pilot.press("ctrl+u", "enter")
        assert await closed(app, pilot) == AddRequest(STORY, (), None, None, None)


async def test_a_new_guess_leaves_what_the_reader_wrote() -> None:
    async with showing(AddSheet(guess=lambda text: AddGuess(text.split()[0]))) as (app, pilot):
        app.post_message(events.Paste("First text."))
        await shown(app, pilot, "guessed")
        assert "Title First guessed" in app.shown()
        await pilot.press("tab", "!", "tab", "X", "shift+tab", "backspace", "shift+tab", "home")
        app.post_message(events.Paste("Second "))
        await shown(app, pilot, "guessed")
        await shown(app, pilot, "Title Second guessed Source X")


async def test_a_file_is_added_with_enter(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.touch()
    async with showing(sheet()) as (app, pilot):
        app.post_message(events.Paste(str(file)))
        await shown(app, pilot, "Title as it says itself")
        await pilot.press("enter")
        assert await closed(app, pilot) == AddRequest(None, (str(file),), None, None, None)


async def test_a_missing_file_is_named_and_nothing_is_lost() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "/no/such.txt")
        await pilot.press("tab", "T", "enter")
        await shown(app, pilot, "There is no file or folder /no/such.txt")
        assert "/no/such.txt Title T" in app.shown()


async def test_enter_is_a_new_line_in_a_text() -> None:
    async with showing(sheet()) as (app, pilot):
        await type_text(pilot, "One.\nTwo.")
        await pilot.press("ctrl+s")
        assert (await closed(app, pilot)).text == "One.\nTwo."


async def test_nothing_is_not_added() -> None:
    async with showing(sheet(" ")) as (app, pilot):
        await pilot.press("ctrl+s")
        await shown(app, pilot, "There is nothing to add yet")


async def test_an_address_is_added_with_enter() -> None:
    async with showing(sheet()) as (app, pilot):
        app.post_message(events.Paste("https://example.org/story"))
        await shown(app, pilot, "Title as it says itself")
        await pilot.press("enter")
        assert (await closed(app, pilot)).places == ("https://example.org/story",)


async def test_a_folder_and_a_pattern_are_places(tmp_path: Path) -> None:
    (tmp_path / "story.txt").touch()
    async with showing(sheet(f"{tmp_path}\n{tmp_path}/*.txt")) as (app, pilot):
        await pilot.press("ctrl+s")
        assert (await closed(app, pilot)).places == (str(tmp_path), f"{tmp_path}/*.txt")


async def test_a_wrong_date_is_said_where_it_stands() -> None:
    async with showing(sheet(STORY)) as (app, pilot):
        await shown(app, pilot, "guessed")
        await pilot.press("tab", "tab", "x", "shift+tab", "enter")
        await shown(app, pilot, "Write the date as year, month and day: 2023-11-08.")
        await pilot.press("backspace", "backspace", "9", "enter")
        assert (await closed(app, pilot)).published == date(2023, 11, 9)


async def test_escape_lets_a_text_go_only_when_asked_twice() -> None:
    async with showing(sheet(STORY)) as (app, pilot):
        await shown(app, pilot, "guessed")
        await pilot.press("escape")
        assert app.open
        assert "Not added yet" in app.shown()
        await pilot.press("x", "escape")
        assert app.open
        await pilot.press("escape")
        assert app.answer is None


async def test_escape_closes_the_empty_sheet() -> None:
    async with showing(sheet()) as (app, pilot):
        await pilot.press("escape")
        assert app.answer is None


async def test_a_very_long_text_is_shown_in_part_and_added_whole() -> None:
    story = STORY + "\n" + "word " * 200_000
    async with showing(sheet()) as (app, pilot):
        app.post_message(events.Paste(story))
        await shown(app, pilot, "guessed")
        assert f"{len(story):,} characters. Delete takes them out." in app.shown()
        await pilot.press("enter")
        assert (await closed(app, pilot)).text == story


async def test_a_very_long_text_can_be_taken_out_again() -> None:
    async with showing(sheet()) as (app, pilot):
        app.post_message(events.Paste("x" * (LONG + 1)))
        await pilot.pause()
        await pilot.press("delete")
        await type_text(pilot, "Short.")
        await pilot.press("ctrl+s")
        assert (await closed(app, pilot)).text == "Short."


async def test_guessing_does_not_hold_up_the_keys() -> None:
    go_on = threading.Event()

    def slow(_: str) -> AddGuess:
        go_on.wait(30)
        return GUESS

    async with showing(AddSheet(STORY, guess=slow)) as (app, pilot):
        await type_text(pilot, "Mine")
        assert "Title Mine" in app.shown()
        go_on.set()
        await shown(app, pilot, "guessed")
        await shown(app, pilot, "Title Mine Source Reuters guessed")


async def test_a_text_that_cannot_be_guessed_about_is_still_there() -> None:
    def refuse(_: str) -> AddGuess:
        raise SourceError("The text is binary.")

    async with showing(AddSheet("\x00\x00", guess=refuse)) as (app, pilot):
        await pilot.press("ctrl+s")
        assert (await closed(app, pilot)).text == "\x00\x00"


@pytest.mark.parametrize("length", [1, LONG])
async def test_hostile_texts_are_only_shown(length: int) -> None:
    async with showing(sheet(HOSTILE * length, AddGuess(HOSTILE, HOSTILE)), size=(160, 40)) as (app, pilot):
        await shown(app, pilot, "guessed")
        assert app.shown().count(VISIBLE) >= 3
        assert not has_raw_controls(app)


async def test_pasting_lines_into_a_field_makes_one_line() -> None:
    async with showing(sheet(STORY)) as (app, pilot):
        await shown(app, pilot, "guessed")
        await pilot.press("ctrl+u")
        app.post_message(events.Paste(" A title\r\nin two lines\x1b[2J "))
        await pilot.pause()
        await pilot.press("enter")
        assert (await closed(app, pilot)).title == "A title in two lines[2J"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_look(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    guess = AddGuess("Turkey, a NATO ally, has expressed its apprehensions…", "MENAFN", date(2023, 11, 8))

    async def wait(pilot: Pilot[None]) -> None:
        await shown(app, pilot, "guessed")

    app = Showing(sheet(seed().decode(), guess))
    assert snap_compare(app, terminal_size=size, run_before=wait)
