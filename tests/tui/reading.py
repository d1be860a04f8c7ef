"""The reading room on a home of its own, with articles that were analysed before: no program has to run."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from reader.actions import Place
from reader.analysis.version import analyst_version
from reader.config import Config
from reader.desk.analyses import Analyses
from reader.desk.desk import Desk, Opening
from reader.desk.incoming import incoming_text
from reader.model.analysis import DEFAULT_METHOD, Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.span import Span
from reader.paths import find_home
from reader.text.paragraphs import paragraphs
from reader.text.sentences import sentences
from reader.tui.app import DiploreaderApp
from reader.tui.screens.reading_room import ReadingRoom
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.entity_pane import EntityPane
from reader.tui.widgets.note_pane import NotePane
from reader.tui.widgets.summary_pane import SummaryPane
from reader.worker.supervisor import AnalysisWorker
from tests.worker.listening import OBEDIENT

SIZES = [(80, 24), (120, 40), (160, 45), (200, 60)]
"""Columns and rows: one for each layout."""

HOSTILE = "[not] [/b] [@click=app.quit]x"
"""What reads as markup, and is words."""

ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m\x85\u202eevil\u202c\u2066\ud800\u2028"
"""What a terminal would act on."""

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")

NAMES = (
    ("org:menafn", "MENAFN", "MEDIA", "MENAFN"),
    ("iso:TR", "Turkey", "GPE", "Turkey|Turkish"),
    ("org:nato", "NATO", "ORG", "NATO"),
    ("iso:US", "United States", "GPE", "United States"),
    ("iso:IL", "Israel", "GPE", "Israel"),
    ("org:hamas", "Hamas", "ORG", "Hamas"),
    ("org:hurriyet", "Hurriyet", "MEDIA", "Hurriyet"),
    ("person:hakan fidan", "Hakan Fidan", "PERSON", "Hakan Fidan|Fidan"),
    ("person:antony blinken", "Antony Blinken", "PERSON", "Antony Blinken|Blinken"),
    ("loc:middle east", "Middle East", "LOC", "Middle East"),
    ("person:recep tayyip erdogan", "Recep Tayyip Erdogan", "PERSON", "Recep Tayyip Erdogan"),
    ("iso:PS-GZ", "Gaza", "GPE", "Gaza"),
)
"""Names of the seed: id, name, label, and how they stand in the text."""

Names = Sequence[tuple[str, str, str, str]]


def analysis_of(article: Article, names: Names = NAMES) -> Analysis:
    """What an analyst would find who knows these names; all sentences are chosen in the order of the text."""
    text = article.text
    spans = tuple(span for block in paragraphs(text, article.body) for span in sentences(text, block))
    mentions = tuple(
        sorted(
            (
                Mention(Span(*found.span()), label, id_)
                for id_, _, label, said in names
                for found in _found(said, article)
            ),
            key=lambda mention: mention.span,
        )
    )
    counts = Counter(mention.entity for mention in mentions)
    entities = tuple(Entity(id_, name, label) for id_, name, label, _ in names if counts[id_])
    return Analysis(
        article.text_hash,
        analyst_version(),
        spans,
        entities,
        mentions,
        {DEFAULT_METHOD: tuple(range(len(spans)))},
        complete=True,
    )


def _sample(desk: Desk) -> Opening:
    opening = desk.start(None)
    assert opening is not None
    return opening


def _found(said: str, article: Article) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w)(?:{said})(?!\w)", article.text)


@contextmanager
def desk_on(home: Path, *texts: str, names: Names = NAMES, analysed: bool = True) -> Iterator[tuple[Desk, Opening]]:
    """The desk of a home with the seed, or with these texts, the newest first; that opens. Its program obeys texts."""
    folders = find_home(home)
    desk = Desk(folders)
    desk.analyses = Analyses(folders.analyses, folders.worker_log, AnalysisWorker(folders.worker_log, OBEDIENT))
    openings = [desk.add(incoming_text(text)) for text in reversed(texts)] or [_sample(desk)]
    if analysed:
        for opening in openings:
            desk.analyses._cache.put(analysis_of(opening.article, names))
    first = desk.opening(openings[-1].article.id)
    assert first is not None
    try:
        yield desk, first
    finally:
        desk.close()


class Reading:
    """The program, and who sits before it."""

    def __init__(self, app: DiploreaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.desk = app.desk

    @property
    def room(self) -> ReadingRoom:
        """The reading room."""
        return self.app.room

    @property
    def text(self) -> ArticleView:
        """The pane of the text."""
        return self.room.text

    @property
    def summary(self) -> SummaryPane:
        """The pane of the summary."""
        return self.room.furniture.summary

    @property
    def entities(self) -> EntityPane:
        """The pane of the names."""
        return self.room.furniture.entities

    @property
    def notes(self) -> NotePane:
        """The pane of the notes."""
        return self.room.furniture.notes

    def pane(self, place: Place) -> Widget:
        """The widget of a pane."""
        return self.room.furniture.arrangement.pane(place)

    @property
    def place(self) -> Place:
        """The pane that has the focus."""
        return self.room.furniture.arrangement.focused

    async def focus(self, place: Place) -> None:
        """Give the focus to a pane."""
        self.room.furniture.arrangement.focus(place)
        await self.pilot.pause()

    @property
    def verbs(self) -> set[str]:
        """Ids of what the room can do."""
        return set(self.room.furniture.verbs)

    async def settle(self) -> None:
        """Wait until all that was asked of the desk is done and shown."""
        while list(self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what comes of each; quicker than `Pilot.press`, which waits twice."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            self.app.post_message(events.Key(name, key if len(key) == 1 else None))
            await self.pilot.pause()
        await self.settle()

    async def type(self, text: str) -> None:
        """Put a text where one writes, at once: pressing its keys takes a test long."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()
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
        """The rows of the screen, of the reading room also where a sheet lies over it."""
        rows = [[segment.text for segment in strip] for strip in self.app.screen._compositor.render_strips()]
        return ["".join(row).rstrip() for row in rows]

    def rows_of(self, widget: Widget) -> list[str]:
        """The rows of the screen that a widget takes, without empty ones; all characters of one cell."""
        region = widget.region
        rows = [line[region.x : region.right].strip() for line in self.lines[region.y : region.bottom]]
        return [row for row in rows if row]

    @property
    def shown(self) -> str:
        """The screen, with single spaces."""
        return " ".join(" ".join(self.lines).split())

    @property
    def bottom(self) -> str:
        """The line at the bottom."""
        return self.lines[-1].strip()

    @property
    def said(self) -> str:
        """The whole message of the bottom line, shown or cut; empty where there is none."""
        message = self.room.bottom._message
        return message.text if message else ""

    @property
    def focused(self) -> str:
        """The sentence in focus."""
        return self.room.text.focus_span.of(self.room.article.text)

    def unsafe(self) -> list[str]:
        """Rows with a character that a terminal would act on."""
        return [row for row in self.lines if _UNSAFE.search(row)]


@asynccontextmanager
async def reading(
    home: Path,
    *texts: str,
    size: tuple[int, int] = (120, 40),
    config: Config | None = None,
    names: Names = NAMES,
    analysed: bool = True,
    at_library: bool = False,
) -> AsyncIterator[Reading]:
    """The program on the seed, or on these texts, when everything known is shown; in the library, if so wished."""
    with desk_on(home, *texts, names=names, analysed=analysed) as (desk, opening):
        app = DiploreaderApp(desk, None if at_library else opening, config or Config())
        async with app.run_test(size=size) as pilot:
            reading = Reading(app, pilot)
            await pilot.pause()
            await reading.settle()
            yield reading
