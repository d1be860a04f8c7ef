"""The library screen on a home of its own, and who sits before it."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from reader.config import Config
from reader.desk.analyses import Analyses
from reader.desk.desk import Desk
from reader.desk.incoming import incoming_text
from reader.model.intake import Incoming
from reader.paths import find_home
from reader.tui.app import DiploreaderApp
from reader.tui.screens.library_screen import LibraryScreen
from reader.worker.supervisor import AnalysisWorker
from tests.tui.reading import analysis_of
from tests.worker.listening import OBEDIENT

Facts = tuple[str, str, str, str]
"""Title, source, day, body."""

STORIES: Sequence[Facts] = (
    (
        "Ceasefire talks resume in Doha",
        "Al Jazeera",
        "2023-11-08",
        "Negotiators came back to Doha on Wednesday. Qatar leads the mediation. Nobody expects a quick end of it.",
    ),
    (
        "Turkey conveys concerns to the United States over Gaza",
        "MENAFN",
        "2023-11-08",
        "The Turkish delegation conveyed its concerns on Gaza. Both ministers met for two hours. They will meet again.",
    ),
    (
        "Parliament ratifies the accession protocol after months of delay",
        "Hürriyet",
        "2023-11-08",
        "The vote came late at night. Erdoğan will sign the protocol within days. Sweden thanked the parliament.",
    ),
    (
        "Foreign ministers meet in Astana ahead of the summit",
        "Anadolu",
        "2023-11-07",
        "The ministers spoke about trade routes. The summit begins on Friday. Security was not on the agenda.",
    ),
    (
        "Aid convoy reaches northern Gaza",
        "Reuters",
        "2023-11-07",
        "Twelve trucks arrived before noon. The agency asks for more mediation. Fuel was not among the goods.",
    ),
    (
        "Statement on the situation in the Red Sea",
        "State Department",
        "2023-11-06",
        "Freedom of navigation is not negotiable. Partners were consulted. Further steps are being considered.",
    ),
)
"""Newest first; of one day the last to come in stands first."""


def incoming(facts: Facts) -> Incoming:
    """A story as it comes in."""
    title, source, day, body = facts
    return incoming_text(f"{title}\n\n{body}", title=title, source=source, published=date.fromisoformat(day))


@contextmanager
def desk_with(home: Path, stories: Sequence[Facts] = STORIES, *, analysed: bool = False) -> Iterator[Desk]:
    """The desk of a home with these stories, and lists of them; its program for analyses obeys texts."""
    folders = find_home(home)
    desk = Desk(folders)
    desk.analyses = Analyses(folders.analyses, folders.worker_log, AnalysisWorker(folders.worker_log, OBEDIENT))
    try:
        # The last to come in stands first among those of its day.
        for facts in reversed(stories):
            article = desk.add(incoming(facts)).article
            if analysed:
                desk.analyses._cache.put(analysis_of(article, ()))
        while desk.indexing.step():
            pass
        yield desk
    finally:
        desk.close()


class Using:
    """The program, and who sits before it."""

    def __init__(self, app: DiploreaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.desk = app.desk

    @property
    def screen(self) -> LibraryScreen:
        """The library."""
        return self.app.library

    @property
    def is_in_room(self) -> bool:
        """Whether the reading room is open."""
        return self.app.below is not self.screen

    async def settle(self) -> None:
        """Wait until all that was asked for is done and shown."""
        await self.pilot.pause()
        while list(self.app.workers) or self.screen.previewing.is_waiting:
            await self.app.workers.wait_for_complete()
            await self.pilot.pause(0.01)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what comes of each."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            self.app.post_message(events.Key(name, key if len(key) == 1 else None))
            await self.pilot.pause()
            await self.settle()

    async def type(self, text: str) -> None:
        """Put a text where one writes, at once."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until what another thread does is seen."""
        for _ in range(1000):
            if holds():
                return
            await self.pilot.pause(0.01)
        pytest.fail("waited for what did not come")

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        rows = [[segment.text for segment in strip] for strip in self.app.screen._compositor.render_strips()]
        return ["".join(row).rstrip() for row in rows]

    @property
    def widths(self) -> set[int]:
        """Cells of the rows."""
        strips = self.app.screen._compositor.render_strips()
        return {sum(cell_len(segment.text) for segment in strip) for strip in strips}

    @property
    def shown(self) -> str:
        """The screen, with single spaces."""
        return " ".join(" ".join(self.lines).split())

    def words_of(self, widget: Widget) -> str:
        """What a widget shows, with single spaces; all characters of one cell."""
        region = widget.region
        rows = [line[region.x : region.right] for line in self.lines[region.y : region.bottom]]
        return " ".join(" ".join(rows).split())

    @property
    def top(self) -> str:
        """The line at the top, with single spaces."""
        return " ".join(self.lines[0].split())

    @property
    def said(self) -> str:
        """The whole message of the bottom line; empty where there is none."""
        message = self.screen.bottom._message
        return message.text if message else ""

    @property
    def at(self) -> str:
        """Title of the article under the cursor."""
        row = self.screen.list.listed.row(self.screen.list.rank)
        return row.title if row else ""

    @property
    def titles(self) -> list[str]:
        """Titles of the list, from the top to the bottom."""
        rows = self.desk.lists.rows(self.screen.list.listed.lines.ranks)
        return [row.title for row in rows]


@asynccontextmanager
async def using(
    home: Path,
    stories: Sequence[Facts] = STORIES,
    *,
    size: tuple[int, int] = (120, 40),
    config: Config | None = None,
    analysed: bool = False,
) -> AsyncIterator[Using]:
    """The program in the library of these stories, when everything known is shown."""
    with desk_with(home, stories, analysed=analysed) as desk:
        app = DiploreaderApp(desk, None, config or Config())
        async with app.run_test(size=size) as pilot:
            now = Using(app, pilot)
            await now.settle()
            yield now
