"""Many articles in a row: along the list, read, archived, starred; and between library and reading room."""

from pathlib import Path

from tests.tui.reading import Reading, reading

THREE = ("First came. It went.", "Second came. It went.", "Third came. It went.")
LONG = "First came. " + "It went on and on. " * 400


def states(now: Reading) -> list[str]:
    """What has become of the articles, newest first: r read, * starred, a archived."""
    rows = now.desk.lists.rows(now.desk.lists.open("is:unread OR is:read").ranks)
    return ["r" * row.is_read + "*" * row.is_starred + "a" * row.is_archived for row in rows]


async def test_an_article_counts_as_read_when_its_end_was_on_the_screen(home: Path) -> None:
    async with reading(home, *THREE) as now:
        await now.until(lambda: states(now) == ["r", "", ""])
        await now.until(lambda: now.lines[0].endswith("1 of 3 · 2 unread"))


async def test_an_article_that_is_passed_is_not_read(home: Path) -> None:
    async with reading(home, *THREE) as now:
        await now.press("J", "J", "K", "J")
        assert states(now) == ["", "", ""]


async def test_an_article_is_not_read_before_its_end(home: Path) -> None:
    async with reading(home, LONG) as now:
        await now.press("space")
        assert not now.text.shows_end
        await now.press("G")
        assert now.text.shows_end
        await now.until(lambda: states(now) == ["r"])


async def test_space_at_the_end_goes_to_the_next_unread_article(home: Path) -> None:
    async with reading(home, *THREE) as now:
        now.desk.lists.set_read([now.desk.lists.open("").ranks[1]], True)
        await now.press("space")
        assert now.focused == "Third came."
        assert states(now) == ["r", "r", ""]
        await now.press("space")
        assert now.said == "That was the last unread article."
        assert states(now) == ["r", "r", "r"]


async def test_x_archives_and_goes_to_the_next_and_u_returns(home: Path) -> None:
    async with reading(home, *THREE) as now:
        await now.press("x")
        assert now.focused == "Second came."
        assert now.said == "Archived “First came.”."
        await now.press("x")
        assert states(now) == ["ra", "ra", ""]
        await now.press("u", "u")
        assert now.focused == "First came."
        assert now.said == "Undone: archived “First came.”."
        assert states(now) == ["", "", ""]
        await now.press("ctrl+r")
        assert states(now) == ["ra", "", ""]


async def test_what_space_left_is_unread_again_when_that_is_undone(home: Path) -> None:
    async with reading(home, *THREE) as now:
        await now.until(lambda: states(now) == ["r", "", ""])
        await now.press("space")
        assert now.focused == "Second came."
        await now.press("u")
        assert now.focused == "First came."
        assert states(now) == ["", "", ""]


async def test_unread_articles_are_walked(home: Path) -> None:
    async with reading(home, *THREE) as now:
        now.desk.lists.set_read([now.desk.lists.open("").ranks[1]], True)
        await now.press(">")
        assert now.focused == "Third came."
        await now.press(">")
        assert now.said == "Nothing unread is left this way."
        await now.press("<")
        assert now.focused == "First came."


async def test_states_change_by_a_key_and_back(home: Path) -> None:
    async with reading(home, *THREE) as now:
        await now.press("s")
        assert states(now)[0] == "*"
        assert "★  1 of 3" in now.lines[0]
        await now.press("s", "m")
        assert states(now)[0] == "r"
        await now.press("m", "x", "K", "x")
        assert now.focused == "First came."
        assert states(now)[0] == "r"


async def test_the_library_opens_an_article_and_its_list_is_followed(home: Path) -> None:
    async with reading(home, *THREE) as now:
        await now.press("L")
        assert now.app.below is now.app.library
        await now.press("j", "enter")
        assert now.app.screen is now.room
        assert now.focused == "Second came."
        await now.press("J", "q")
        assert now.app.below is now.app.library
        assert now.app.library.list.place == 3


async def test_an_article_opens_from_a_program_that_began_in_the_library(home: Path) -> None:
    async with reading(home, *THREE, at_library=True) as now:
        await now.press("j", "enter")
        assert now.app.screen is now.app.room
        await now.until(lambda: "2 of 3" in now.lines[0])
        await now.press("j")
        assert now.app.room.text.focus_span.of(now.app.room.article.text) == "It went."
