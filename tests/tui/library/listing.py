"""A small app that shows a list of articles, and what it asks for."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from reader.model.listing import Row
from reader.resources import style
from reader.tui.themes import DEFAULT_THEME, OWN_THEMES, THEME_VARIABLES
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_row import Found
from reader.tui.widgets.list_lines import ListLines
from tests.tui.library.rows import row_of


class Listing(App[None], inherit_bindings=False):
    """Gives the list the rows it asks for, when it is told to."""

    CSS_PATH: ClassVar[Any] = [style("app"), style("panes"), style("library")]

    def __init__(self, lines: ListLines, changes: Mapping[int, Mapping[str, object]] | None = None) -> None:
        super().__init__()
        self.list = ArticleList()
        self.lines = lines
        self.changes = dict(changes or {})
        self.asked: list[Sequence[int]] = []
        self.answers = True
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    def compose(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.list.show(self.lines)
        self.list.focus()

    def on_article_list_wanted(self, event: ArticleList.Wanted) -> None:
        self.asked.append(event.ranks)
        if self.answers:
            self.answer()

    def row(self, rank: int) -> Row:
        return row_of(rank, **self.changes.get(rank, {}))

    def answer(self, found: Mapping[int, Found] | None = None) -> None:
        """Give what was asked for last."""
        ranks = self.asked[-1]
        self.list.put(ranks, {rank: self.row(rank) for rank in ranks}, found or {})

    @property
    def shown(self) -> list[str]:
        """The rows of the screen."""
        return [
            "".join(segment.text for segment in strip).rstrip() for strip in self.screen._compositor.render_strips()
        ]

    @property
    def cursor_row(self) -> str:
        """The row with the cursor."""
        return next((row for row in self.shown if row.startswith("›")), "")


@asynccontextmanager
async def listing(
    lines: ListLines,
    *,
    size: tuple[int, int] = (100, 24),
    hook: Callable[[Message], None] | None = None,
    changes: Mapping[int, Mapping[str, object]] | None = None,
) -> AsyncIterator[tuple[Listing, Pilot[None]]]:
    """The list on the screen, and who uses it."""
    app = Listing(lines, changes)
    async with app.run_test(size=size, message_hook=hook) as pilot:
        await pilot.pause()
        yield app, pilot
