"""Dossiers, all names, corrections: screens over the others."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.screen import Screen

from reader.actions import Place
from reader.tui.screens.dossier_screen import DossierScreen
from reader.tui.screens.entities_screen import EntitiesScreen
from reader.tui.screens.reading_room import ReadingRoom
from reader.tui.screens.rules_screen import RulesScreen
from tests.tui.reading import Reading, reading

TEXTS = (
    "Turkey spoke today. Hamas did not. Nobody else was there.",
    "Turkey was silent. Israel was not.",
    "Israel and Hamas met in Gaza.",
)


@asynccontextmanager
async def indexed(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reading]:
    """The reading room on articles that are in the index."""
    async with reading(home, *TEXTS, size=size) as now:
        while now.desk.indexing.step():
            pass
        yield now


async def shown(now: Reading, kind: type[Screen[None]], holds: Callable[[], bool]) -> None:
    """Wait for a screen, and for what it shows."""
    await now.settle()
    await now.until(lambda: isinstance(now.app.screen, kind) and holds())
    await now.settle()


async def open_dossier(now: Reading, key: str) -> None:
    await now.focus(Place.ENTITIES)
    now.entities.point_at(key)
    await now.press("d")
    await shown(now, DossierScreen, lambda: "Articles by week" in now.shown)


async def test_a_dossier_tells_all_and_leads_to_the_passage_and_back(home: Path) -> None:
    async with indexed(home) as now:
        await open_dossier(now, "iso:TR")
        assert "Turkey state or place · 2 mentions · 2 unread" in now.shown
        assert now.app.screen.query_one("#passages").border_title == "Passages · 2 articles"
        assert "Hamas" in now.shown, "named beside it"

        await now.press("j", "enter")
        await shown(now, ReadingRoom, lambda: True)
        assert now.focused == "Turkey was silent."
        assert now.room.article.text.startswith("Turkey was silent.")

        await now.press("backspace")
        await shown(now, DossierScreen, lambda: "Articles by week" in now.shown)
        await now.press("q")
        await shown(now, ReadingRoom, lambda: True)


async def test_from_a_dossier_to_that_of_another_and_back(home: Path) -> None:
    async with indexed(home) as now:
        await open_dossier(now, "iso:TR")
        await now.press("2")
        about = now.app.screen.query_one("#about")
        assert about.has_focus
        await now.press("enter")
        await shown(now, DossierScreen, lambda: "Turkey state or place" not in now.shown and "week" in now.shown)
        await now.press("backspace")
        await shown(now, DossierScreen, lambda: "Turkey state or place" in now.shown and "week" in now.shown)


async def test_watching_and_writing_a_note_in_a_dossier(home: Path) -> None:
    async with indexed(home) as now:
        await open_dossier(now, "iso:TR")
        await now.press("W")
        await shown(now, DossierScreen, lambda: "Turkey *" in now.shown)
        await now.press("a")
        await now.type("Ask the embassy.")
        await now.press("ctrl+s")
        await shown(now, DossierScreen, lambda: "Your note Ask the embassy." in now.shown)
        await now.press("u")
        await shown(now, DossierScreen, lambda: "Ask the embassy." not in now.shown and "week" in now.shown)


async def test_a_second_look_tells_what_is_new(home: Path) -> None:
    async with indexed(home) as now:
        await open_dossier(now, "iso:TR")
        await now.press("q")
        await open_dossier(now, "iso:TR")

        assert "0 new since" in now.shown


async def test_all_names_are_listed_narrowed_and_watched(home: Path) -> None:
    async with indexed(home) as now:
        await now.press("D")
        await shown(now, EntitiesScreen, lambda: "2 unread" in now.shown)
        assert all(name in now.shown for name in ("Turkey", "Israel", "Hamas", "Gaza"))

        await now.press("2", "j", "j", "j", "enter")
        await shown(now, EntitiesScreen, lambda: "All names Organisations · 1" in now.shown)
        await now.press("W")
        await shown(now, EntitiesScreen, lambda: "Hamas *" in now.shown)
        await now.press("escape")
        await shown(now, EntitiesScreen, lambda: "All names All · 4" in now.shown)
        await now.press("/")
        await now.type("isr")
        await now.press("enter")
        await shown(now, EntitiesScreen, lambda: "“isr” · 1" in now.shown)
        await now.press("enter")
        await shown(now, DossierScreen, lambda: "Israel state or place" in now.shown)


async def test_corrections_are_listed_and_revoked(home: Path) -> None:
    async with indexed(home) as now:
        now.app.below.act("rules.open")
        await shown(now, RulesScreen, lambda: "No corrections yet." in now.shown)
        await now.press("q")
        await now.focus(Place.ENTITIES)
        now.entities.point_at("org:hamas")
        await now.press("R")
        now.app.below.act("rules.open")
        await shown(now, RulesScreen, lambda: "“Hamas” is no name" in now.shown)
        await now.press("X")
        await shown(now, RulesScreen, lambda: "Revoked 1 correction." in now.shown)
        assert now.desk.rules.all() == ()
        await now.press("u")
        await shown(now, RulesScreen, lambda: "“Hamas” is no name" in now.shown)


async def test_an_entity_that_no_article_names_is_said_to_be_so(home: Path) -> None:
    async with indexed(home) as now:
        await now.app.open_dossier("person:nobody")
        await shown(now, DossierScreen, lambda: "no article names it" in now.shown)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_panes_stand_between_the_lines_above_and_below(home: Path, size: tuple[int, int]) -> None:
    async with indexed(home, size) as now:
        await open_dossier(now, "iso:TR")
        top, panes, bottom = (now.app.screen.query_one(f"#{name}").region for name in ("top", "panes", "bottom"))

        assert (top.bottom, panes.bottom) == (panes.y, bottom.y)
        assert bottom.bottom == size[1]
