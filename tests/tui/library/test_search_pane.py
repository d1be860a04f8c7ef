"""The names of lists."""

from textual.message import Message

from reader.tui.widgets.item_pane import ItemPane
from reader.tui.widgets.search_pane import NamedSearch, SearchPane
from tests.tui.library.pane import alone
from tests.tui.reading import HOSTILE

INBOX = NamedSearch("Inbox", "")
GAZA = NamedSearch("Gaza mediation", "gaza mediation", is_saved=True)


async def test_each_list_stands_with_what_is_unread_of_it() -> None:
    pane = SearchPane()
    async with alone(pane) as (app, pilot):
        pane.show([INBOX, GAZA, NamedSearch("Astana", "astana", is_saved=True)], {"": 67, GAZA.query: 7}, "")
        await pilot.pause()

        assert "Inbox 67 Saved Gaza mediation 7 Astana" in app.words


async def test_without_saved_searches_it_says_how_to_save_one() -> None:
    pane = SearchPane()
    async with alone(pane) as (app, pilot):
        pane.show([INBOX], {}, "")
        await pilot.pause()

        assert "ctrl+s keeps the search here" in app.words


async def test_choosing_tells_which() -> None:
    heard: list[Message] = []
    pane = SearchPane()
    async with alone(pane, hook=heard.append):
        pane.show([INBOX, GAZA], {"": 67, GAZA.query: 7}, "")
        pane.last()
        pane.choose()

    assert {message.target for message in heard if isinstance(message, ItemPane.Chosen)} == {GAZA}


async def test_the_cursor_stays_on_a_list_whose_count_changes() -> None:
    pane = SearchPane()
    async with alone(pane) as (_, pilot):
        pane.show([INBOX, GAZA], {"": 67, GAZA.query: 7}, "")
        pane.last()
        pane.show([INBOX, GAZA], {"": 66, GAZA.query: 6}, "")
        await pilot.pause()

        assert pane.target == GAZA


async def test_a_hostile_name_is_words() -> None:
    pane = SearchPane()
    async with alone(pane) as (app, pilot):
        pane.show([NamedSearch(f"{HOSTILE}\x1b[2J", "x", is_saved=True)], {"x": 1}, "")
        await pilot.pause()

        assert HOSTILE in app.words
        assert "\x1b" not in app.words
        assert app.widths == {60}
