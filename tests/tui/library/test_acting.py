"""Triage: what is done with articles in the list."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events

from reader.errors import StorageError
from reader.tui.screens.library import acting
from tests.tui.library.using import STORIES, Facts, Using, using
from tests.tui.reading import HOSTILE

TITLES = [title for title, *_ in STORIES]

COPY: Facts = (
    "Ceasefire talks go on in Doha",
    "Reuters",
    "2023-11-08",
    STORIES[0][3] + " Reuters had this first.",
)


def unread(now: Using) -> int:
    """Articles that are unread."""
    return now.desk.lists.counts("")[1]


async def test_an_article_is_read_starred_and_archived_and_each_is_undone(home: Path) -> None:
    async with using(home) as now:
        await now.press("m")
        assert unread(now) == 5
        assert "●" not in next(line for line in now.lines if "›" in line and "Ceasefire" in line)
        assert now.top.endswith("1 of 6 · 5 unread")
        await now.press("m", "s")
        assert "★" in next(line for line in now.lines if "Ceasefire" in line)
        await now.press("x")
        assert now.titles == TITLES[1:]
        assert now.at == TITLES[1]
        assert "u undoes it" in now.said
        await now.press("u")
        assert now.titles == TITLES
        assert now.at == TITLES[0]
        assert now.said.startswith("Undone: archived")
        await now.press("ctrl+r")
        assert now.titles == TITLES[1:]


async def test_the_last_article_of_the_list_leaves_the_cursor_on_the_one_before(home: Path) -> None:
    async with using(home) as now:
        await now.press("G", "x")
        assert now.at == TITLES[4]


async def test_a_removed_article_is_gone_from_all_lists_until_undone(home: Path) -> None:
    async with using(home) as now:
        await now.press("X")
        assert now.titles == TITLES[1:]
        assert now.desk.lists.counts("is:read OR is:unread")[0] == 5
        await now.press("u")
        assert now.titles == TITLES


async def test_keys_that_come_faster_than_the_disk_each_mean_what_is_shown(home: Path) -> None:
    async with using(home) as now:
        for key in "xxmmm":
            now.app.post_message(events.Key(key, key))
        await now.settle()

        assert now.titles == TITLES[2:]
        assert now.desk.lists.counts("") == (4, 3)


async def test_an_act_that_fails_is_told_and_the_list_shows_what_is_so(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise StorageError("The disk is full.")

    async with using(home) as now:
        monkeypatch.setattr(now.desk.lists, "archive", fail)
        await now.press("x")

        assert now.said == "The disk is full."
        assert len(now.screen.list.listed.lines.ranks) == len(TITLES)


async def test_a_selection_is_acted_on_at_once_and_escape_lets_it_go_first(home: Path) -> None:
    async with using(home) as now:
        await now.press("space", "space", "m")
        assert unread(now) == 4
        assert now.top.startswith("Inbox · newest first 2 selected · 3 of 6")
        await now.press("escape")
        assert "selected" not in now.top
        await now.press("g", "space", "j", "space", "x")
        assert now.titles == [title for title in TITLES if title not in (TITLES[0], TITLES[2])]
        await now.press("u")
        assert now.titles == TITLES


async def test_all_of_a_query_are_acted_on(home: Path) -> None:
    async with using(home) as now:
        await now.press("f")
        await now.type("mediation")
        await now.press("enter", "*", "s")
        assert now.desk.lists.counts("is:starred")[0] == 2
        await now.press("u")
        assert now.desk.lists.counts("is:starred")[0] == 0


async def test_an_act_on_many_is_asked_for_twice(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acting, "MANY", 5)
    async with using(home) as now:
        await now.press("*", "x")
        assert now.said == "Archive 6 articles? x again does it, Esc lets them be."
        assert now.titles == TITLES
        await now.press("j", "x")
        assert now.titles == TITLES, "after another key it is asked anew"
        await now.press("x")
        assert now.titles == []
        await now.press("u")
        assert now.titles == TITLES


async def test_what_is_archived_in_a_search_stays_in_sight_with_its_sign(home: Path) -> None:
    async with using(home) as now:
        await now.press("f")
        await now.type("mediation")
        await now.press("enter", "x")
        assert len(now.titles) == 2
        assert "×" in next(line for line in now.lines if TITLES[0] in line)
        await now.press("x")
        assert now.desk.lists.counts("") == (6, 5)


async def test_a_story_is_one_row_that_unfolds_and_is_archived_whole(home: Path) -> None:
    stories: Sequence[Facts] = (COPY, *STORIES)
    async with using(home, stories) as now:
        assert len(now.titles) == 6
        assert "+1" in next(line for line in now.lines if "Ceasefire" in line)
        await now.press("g", "+")
        assert len(now.titles) == 7
        assert any("└" in line for line in now.lines)
        await now.press("-")
        assert len(now.titles) == 6
        await now.press("+", "x")
        assert [title for title in now.titles if "Ceasefire" in title] == []


async def test_an_article_that_nobody_copied_says_so(home: Path) -> None:
    async with using(home) as now:
        await now.press("+")
        assert now.said.startswith("Nobody else tells this story")


async def test_a_hostile_title_is_words_in_every_message(home: Path) -> None:
    stories = [(HOSTILE, HOSTILE, "2023-11-08", "Words follow. More words follow them.")]
    async with using(home, stories, size=(200, 60)) as now:
        for key in ("m", "s", "x", "u", "X", "u"):
            await now.press(key)
            assert now.app.is_running
            assert now.widths == {200}
        assert HOSTILE in now.shown
        assert HOSTILE in now.said
