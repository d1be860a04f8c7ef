"""Panes: where they stand, what they hold, how one goes from one to the other."""

import re
from functools import partial
from pathlib import Path

import pytest

from reader.actions import PANES, Place
from tests.tui.reading import SIZES, Reading, reading

WIDE = SIZES[1:]
FIRST, SECOND = "Turkey, a NATO ally", "During a meeting"


def titles(now: Reading) -> list[str]:
    """Titles of the panes beside the text that are on the screen, without what is left out and goes on below."""
    asides = (aside.pane for aside in now.room.furniture.asides.values())
    panes = (now.summary, now.entities, now.notes, *asides)
    return [_bare(str(pane.border_title)) for pane in panes if pane.region and pane.display]


def _bare(title: str) -> str:
    return re.sub(r"( · \d+ left out)?( ↓)?$", "", title)


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_brings_its_pane_to_the_front(home: Path, size: tuple[int, int]) -> None:
    shown = {
        "2": " 1 Turkey, a NATO ally,",
        "3": "P Hakan Fidan",
        "4": "No notes yet. a writes one",
        "5": "No statements found.",
        "6": "Dates",
        "1": FIRST,
    }
    async with reading(home, size=size) as now:
        for number, words in shown.items():
            await now.press(number)
            place = PANES[int(number) - 1]
            assert now.place == place
            assert now.app.focused is now.pane(place)
            assert now.pane(place).region.width >= 24
            assert words in now.shown


@pytest.mark.parametrize("size", SIZES)
async def test_tab_goes_round_and_back(home: Path, size: tuple[int, int]) -> None:
    async with reading(home, size=size) as now:
        seen = [now.place]
        for _ in PANES:
            await now.press("tab")
            seen.append(now.place)
        assert seen == [*PANES, Place.ARTICLE]
        for place in reversed(PANES):
            await now.press("shift+tab")
            assert now.place is place


async def test_left_and_right_stop_at_the_edges(home: Path) -> None:
    async with reading(home) as now:
        seen = []
        for keys in (["h"], ["l", "right", *"llll"], ["left"]):
            await now.press(*keys)
            seen.append(now.place)
        assert seen == [Place.ARTICLE, Place.DATES, Place.STATEMENTS]


async def test_a_narrow_screen_shows_the_text_and_names_the_other_panes(home: Path) -> None:
    async with reading(home, size=(80, 24)) as now:
        assert now.lines[1].strip() == "[1 Article]  2 Summary (3)   3 Entities (12)   4 Notes   5 Said   6 Dates"
        assert titles(now) == []
        await now.press("2")
        assert now.lines[1].strip() == "1 Article  [2 Summary (3)]  3 Entities (12)   4 Notes   5 Said   6 Dates"
        assert titles(now) == ["Summary · 3 of 11"]
        await now.press("escape")
        assert titles(now) == []


@pytest.mark.parametrize("size", WIDE)
async def test_a_wide_screen_shows_text_summary_and_names_at_once(home: Path, size: tuple[int, int]) -> None:
    async with reading(home, size=size) as now:
        notes = ["Notes"] if size[0] >= 140 else []
        assert titles(now) == ["Summary · 3 of 11", "Entities · 12", *notes]
        assert "1 Article" not in now.shown


async def test_notes_take_the_column_and_give_it_back(home: Path) -> None:
    async with reading(home, size=(120, 40)) as now:
        await now.press("4")
        assert titles(now) == ["Notes"]
        await now.press("1")
        assert titles(now) == ["Summary · 3 of 11", "Entities · 12"]


@pytest.mark.parametrize(("key", "title"), [("5", "Statements"), ("6", "Dates")])
async def test_what_stands_aside_takes_the_column_and_gives_it_back(home: Path, key: str, title: str) -> None:
    async with reading(home, size=(120, 40)) as now:
        await now.press(key)
        assert titles(now) == [title]
        for back in ("1", "escape"):
            await now.press(key, back)
            assert titles(now) == ["Summary · 3 of 11", "Entities · 12"]


@pytest.mark.parametrize("size", [(140, 40), (160, 45), (190, 50), (200, 60)])
async def test_what_stands_aside_takes_the_place_of_names_and_notes_until_these_are_chosen(
    home: Path, size: tuple[int, int]
) -> None:
    async with reading(home, size=size) as now:
        everything = titles(now)
        for keys in ("5", "2", "1"):
            await now.press(keys)
            assert titles(now) == ["Summary · 3 of 11", "Statements"]
        assert now.place is Place.ARTICLE
        await now.press("escape")
        assert titles(now) == everything
        await now.press("5", "6")
        assert titles(now) == ["Summary · 3 of 11", "Dates"]
        await now.press("3")
        assert titles(now) == everything


async def test_what_stands_aside_does_not_hide_the_text_when_the_window_shrinks(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await now.press("5", "1")
        await now.pilot.resize_terminal(80, 24)
        await now.settle()
        assert titles(now) == []


async def test_what_stands_aside_costs_a_start_nothing(home: Path) -> None:
    async with reading(home) as now:
        assert not now.room.furniture.asides


async def test_the_focused_one_of_a_shared_column_takes_what_it_needs(home: Path) -> None:
    async with reading(home, size=(120, 30)) as now:
        await now.press("2")
        assert now.summary.region.height > now.entities.region.height
        await now.press("3")
        assert now.entities.region.height > now.summary.region.height >= 7


async def test_the_footer_names_the_keys_of_the_focused_pane(home: Path) -> None:
    async with reading(home) as now:
        for number, words in (("1", "j k sentence"), ("2", "+ longer"), ("3", "e edit"), ("4", "e edit")):
            await now.press(number)
            assert words in now.bottom
            assert "? help" in now.bottom


# Enter


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_a_sentence_of_the_summary_goes_to_its_place(home: Path, size: tuple[int, int]) -> None:
    async with reading(home, size=size) as now:
        await now.press("2", "j", "enter")
        assert now.focused.startswith(SECOND)
        narrow = size == SIZES[0]
        assert now.place == (Place.ARTICLE if narrow else Place.SUMMARY)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_a_name_walks_its_mentions_and_around(home: Path, size: tuple[int, int]) -> None:
    async with reading(home, size=size) as now:
        await now.press("3", "enter")
        assert "P Hakan Fidan 1/3" in now.bottom
        assert now.focused.startswith(SECOND)
        for place in ("2/3", "3/3", "1/3"):
            await now.press("3", "enter")
            assert f"P Hakan Fidan {place}" in now.bottom
        if size != SIZES[0]:
            assert "3 P Hakan Fidan 1/3" in now.shown


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_a_note_goes_to_its_passage(home: Path, size: tuple[int, int]) -> None:
    async with reading(home, size=size) as now:
        await now.press("j", "H", "G", "4", "enter")
        assert now.focused.startswith(SECOND)


async def test_a_click_on_an_item_goes_there(home: Path) -> None:
    async with reading(home, size=(160, 45)) as now:
        row = next(y for y, line in enumerate(now.lines) if "2  During a meeting" in line)
        await now.pilot.click(now.summary, offset=(10, row - now.summary.region.y))
        await now.settle()
        assert now.focused.startswith(SECOND)


# What the panes hold


async def test_names_stand_in_groups_by_first_appearance_with_their_counts(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        assert [row.lstrip("› ") for row in now.rows_of(now.entities)] == [
            "Entities · 12",
            "People",
            "3 P Hakan Fidan",
            "3 P Antony Blinken",
            "1 P Recep Tayyip Erdogan",
            "States and places",
            "6 S Turkey",
            "6 S United States",
            "7 S Israel",
            "1 L Middle East",
            "3 S Gaza",
            "Organisations",
            "1 O NATO",
            "3 O Hamas",
            "Media",
            "1 M MENAFN",
            "2 M Hurriyet",
        ]


async def test_moving_through_names_marks_each_in_the_text(home: Path) -> None:
    async with reading(home) as now:
        await now.press("3", "j", "j")
        assert "P Recep Tayyip Erdogan" in now.bottom
        strips = [now.text.render_line(y) for y in range(30)]
        marked = {segment.text for strip in strips for segment in strip if segment.style and segment.style.underline}
        assert marked == {"Recep Tayyip Erdogan"}


async def test_sentences_of_the_summary_are_numbered_in_the_margin(home: Path) -> None:
    async with reading(home, size=(80, 24)) as now:
        margins = [line[:5] for line in now.lines[3:-1]]
        assert [margin.strip(" >▌") for margin in margins if margin.strip(" >▌")] == ["1", "2", "3"]


async def test_a_summary_longer_than_its_pane_scrolls_and_says_so(home: Path) -> None:
    async with reading(home, size=(80, 24)) as now:
        pane = now.summary
        await now.press("2", "+", "+", "+", "+")
        assert str(pane.border_title) == "Summary · 7 of 11 ↓"
        await now.press("G")
        assert str(pane.border_title) == "Summary · 7 of 11"
        assert pane.scroll_offset.y > 0
        await now.press("g")
        assert (str(pane.border_title), pane.scroll_offset.y) == ("Summary · 7 of 11 ↓", 0)


async def test_pages_and_lines_move_a_pane_and_its_cursor(home: Path) -> None:
    async with reading(home, size=(80, 24)) as now:
        await now.press(*"2++++++++")
        pane = now.summary
        first = pane.target
        await now.press("space")
        assert pane.target != first
        assert pane.scroll_offset.y > 0
        top = pane.scroll_offset.y
        await now.press("ctrl+y")
        assert pane.scroll_offset.y == top - 1
        await now.press("ctrl+e", "b")
        assert pane.target == first


@pytest.mark.parametrize("size", SIZES)
async def test_the_terminals_cursor_stands_on_what_is_focused(home: Path, size: tuple[int, int]) -> None:
    async with reading(home, size=size) as now:
        for number, words in (("2", "›  1  Turkey"), ("3", "›   3 P Hakan"), ("1", "Turkey, a NATO")):
            await now.press(number)
            # Panes that share a column change their sizes after they got the focus.
            await now.until(partial(stands_on, now, words))


def stands_on(now: Reading, words: str) -> bool:
    """Whether the terminal's cursor stands where these words begin."""
    position = now.app.cursor_position
    return now.lines[position.y][position.x :].startswith(words)


async def test_the_text_alone_and_back(home: Path) -> None:
    async with reading(home) as now:
        await now.press("3", "z")
        assert titles(now) == []
        assert "328 words" not in now.shown
        assert now.place is Place.ARTICLE
        await now.press("tab", "2", "1", "z", "escape")
        assert titles(now) == ["Summary · 3 of 11", "Entities · 12"]
        assert "328 words" in now.shown


async def test_a_pane_by_its_number_ends_the_text_alone(home: Path) -> None:
    async with reading(home) as now:
        await now.press("z", "3")
        assert titles(now) == ["Summary · 3 of 11", "Entities · 12"]


# Sizes


async def test_the_program_stays_what_it_is_while_the_window_changes(home: Path) -> None:
    async with reading(home, size=(200, 60)) as now:
        await now.press("j", "H", "3", "enter")
        for size in ((80, 24), (120, 40), (30, 8), (160, 45), (109, 24), (110, 19), (200, 60)):
            await now.pilot.resize_terminal(*size)
            await now.settle()
            assert now.focused.startswith(SECOND)
            assert "P Hakan Fidan 1/3" in now.bottom or size[0] < 60
            assert len(now.lines) == size[1]
        assert titles(now) == ["Summary · 3 of 11", "Entities · 12", "Notes · 1"]


async def test_a_sheet_stays_open_while_the_window_changes(home: Path) -> None:
    async with reading(home) as now:
        await now.press("a")
        await now.type("Words")
        await now.pilot.resize_terminal(80, 24)
        await now.settle()
        assert "Words" in now.shown
        await now.pilot.resize_terminal(160, 45)
        await now.press("ctrl+s")
        assert "Notes · 1" in now.shown


# Nothing there


async def test_an_article_without_names_and_notes_says_what_to_do(home: Path) -> None:
    async with reading(home, "They met again. Nothing was said.", size=(160, 45)) as now:
        assert "No names found." in now.shown
        assert "No notes yet. a writes one on this sentence, A on the article." in " ".join(now.shown.split("  "))
        assert titles(now) == ["Summary · 2 of 2", "Entities", "Notes"]


async def test_an_article_that_is_being_read_says_so_and_can_be_read(home: Path) -> None:
    async with reading(home, "hang", analysed=False) as now:
        await now.until(lambda: now.shown.count("reading…") == 2)
        assert titles(now) == ["Summary", "Entities"]
        await now.press("j", "2", "3")


@pytest.mark.parametrize(("count", "shown"), [(1, True), (2, False)])
async def test_the_sample_says_that_it_is_one_until_there_is_another(home: Path, count: int, shown: bool) -> None:
    async with reading(home) as now:
        if count == 2:
            await now.press("i")
            await now.type("Talks went on.")
            await now.press("ctrl+s", "J")
        assert now.room.article.source == "MENAFN"
        assert ("This is a sample article. i adds your own, ? shows all keys." in now.shown) is shown
