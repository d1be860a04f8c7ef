"""The line to look for articles in."""

from textual import events
from textual.message import Message

from reader.errors import QueryError
from reader.tui.widgets.query_line import QueryLine
from tests.tui.library.pane import alone
from tests.tui.reading import HOSTILE


async def test_what_is_typed_is_told_letter_by_letter_and_enter_goes_on() -> None:
    heard: list[Message] = []
    line = QueryLine()
    async with alone(line, hook=heard.append) as (_, pilot):
        line.open("")
        await pilot.press("g", "a", "enter")

        typed = [message.words for message in heard if isinstance(message, QueryLine.Typed)]
        assert typed[-1] == "ga"
        assert any(isinstance(message, QueryLine.Entered) for message in heard)


async def test_opening_tells_nothing_and_typing_replaces_the_query_of_last_time() -> None:
    heard: list[Message] = []
    line = QueryLine()
    async with alone(line, hook=heard.append) as (_, pilot):
        line.open("old words")
        await pilot.pause()
        assert not any(isinstance(message, QueryLine.Typed) for message in heard)
        await pilot.press("n")
        assert line.text == "n"


async def test_an_error_stands_below_the_place_it_is_about() -> None:
    line = QueryLine()
    async with alone(line, size=(80, 24)) as (app, pilot):
        line.open("gaza foo:x")
        line.show_error(QueryError("There is no filter foo.", 5))
        await pilot.pause()

        field, error = app.shown[:2]
        assert error.index("↑") == field.index("foo")
        line.show_error(None)
        await pilot.pause()
        assert "↑" not in app.words


async def test_an_error_far_to_the_right_stands_left_of_its_place() -> None:
    line = QueryLine()
    query = "gaza mediation talks resumed foo:x"
    async with alone(line, size=(60, 24)) as (app, pilot):
        line.open(query)
        line.show_error(QueryError("There is no filter called foo.", query.index("foo")))
        await pilot.pause()

        assert "There is no filter called foo. ↑" in app.words
        assert app.widths == {60}


async def test_a_pasted_query_is_one_line_of_words() -> None:
    line = QueryLine()
    async with alone(line, size=(100, 24)) as (app, pilot):
        line.open("")
        app.post_message(events.Paste(f"{HOSTILE}\nmore"))
        await pilot.pause()

        assert line.text == f"{HOSTILE} more"
        assert HOSTILE in app.words
