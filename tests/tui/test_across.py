"""Who said what and what happened when, from article to article."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.actions import Place
from reader.config import Config
from reader.model.intake import Origin
from reader.tui.app import DiploreaderApp
from reader.tui.screens.across_screen import AcrossScreen, Subject
from reader.tui.screens.dossier_screen import DossierScreen
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.reading_room import ReadingRoom
from tests.speaking import TEXT, analysis_of, article_of
from tests.tui.reading import Reading, desk_on
from tests.tui.test_dossiers import shown

PETROVA = "person:ana petrova"


@asynccontextmanager
async def gathering(home: Path, size: tuple[int, int] = (160, 45)) -> AsyncIterator[Reading]:
    """The reading room on an article that tells statements and a date; another one was not analysed."""
    with desk_on(home, "Another article.", analysed=False) as (desk, _):
        article = article_of()
        desk.library.add(article, TEXT.encode(), Origin("paste", "text"))
        desk.analyses._cache.put(analysis_of(article))
        while desk.indexing.step():
            pass
        opening = desk.opening(article.id)
        assert opening is not None
        app = DiploreaderApp(desk, opening, Config())
        async with app.run_test(size=size) as pilot:
            now = Reading(app, pilot)
            await pilot.pause()
            await now.settle()
            yield now


async def test_a_dossier_leads_to_all_that_somebody_says_and_on_to_the_passage_and_back(home: Path) -> None:
    async with gathering(home) as now:
        await now.app.open_dossier(PETROVA)
        await shown(now, DossierScreen, lambda: "Articles by week" in now.shown)
        await now.press("5")
        await shown(now, AcrossScreen, lambda: "statements in 1 article" in now.shown)
        assert "4 statements in 1 article; 2 quotations without a speaker · 1 not analysed yet" in now.shown
        assert "We will not pay" in now.shown
        assert "for calm" not in now.shown, "officials say that"

        await now.press("j", "enter")
        await shown(now, ReadingRoom, lambda: True)
        assert "We will not pay" in now.focused
        await now.press("backspace")
        await shown(now, AcrossScreen, lambda: "statements in 1 article" in now.shown)
        await now.press("q")
        await shown(now, ReadingRoom, lambda: True)


async def test_dates_stand_beside_statements_with_their_articles(home: Path) -> None:
    async with gathering(home) as now:
        await now.app.open_dossier(PETROVA)
        await shown(now, DossierScreen, lambda: "Articles by week" in now.shown)
        await now.press("6")
        await shown(now, AcrossScreen, lambda: "2023-11-07" in now.shown)
        assert now.app.screen.query_one("#happened").has_focus
        assert "2023-11-08 · Gazette · Aid in doubt" in now.shown

        await now.press("5")
        assert now.app.screen.query_one("#said").has_focus


async def test_the_list_of_the_library_leads_to_what_its_articles_tell(home: Path) -> None:
    async with gathering(home) as now:
        await now.press("L")
        await shown(now, LibraryScreen, lambda: "Aid in doubt" in now.shown)
        await now.press("5")
        await shown(now, AcrossScreen, lambda: "8 statements in 1 article" in now.shown)
        assert "for calm" in now.shown
        assert "1 not analysed yet" in now.shown
        await now.press("q")
        await shown(now, LibraryScreen, lambda: True)


async def test_nothing_found_is_told_with_how_much_was_looked_at(home: Path) -> None:
    async with gathering(home) as now:
        await now.app.open_across(Subject('ent:"media:courier"', "The Courier", "media:nobody"), Place.SAID)
        await shown(now, AcrossScreen, lambda: "None found in 1 article" in now.shown)
        assert "None found in 1 article; 2 quotations unassigned" in now.shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_both_panes_are_seen_at_every_size(home: Path, size: tuple[int, int]) -> None:
    async with gathering(home, size) as now:
        await now.app.open_across(Subject("", "Inbox"), Place.SAID)
        await shown(now, AcrossScreen, lambda: "2023-11-07" in now.shown)
        assert "Foreign Minister" in now.shown
