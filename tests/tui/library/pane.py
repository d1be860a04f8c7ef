"""A small app that shows one pane or line of the library screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from reader.resources import style
from reader.tui.themes import DEFAULT_THEME, OWN_THEMES, THEME_VARIABLES


class PaneApp(App[None], inherit_bindings=False):
    """Shows the pane alone."""

    CSS_PATH: ClassVar[Any] = [style("app"), style("panes"), style("library")]

    def __init__(self, pane: Widget) -> None:
        super().__init__()
        self.pane = pane
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    def compose(self) -> ComposeResult:
        yield self.pane

    @property
    def shown(self) -> list[str]:
        """The rows of the screen."""
        return [
            "".join(segment.text for segment in strip).rstrip() for strip in self.screen._compositor.render_strips()
        ]

    @property
    def words(self) -> str:
        """The screen, with single spaces."""
        return " ".join(" ".join(self.shown).split())

    @property
    def widths(self) -> set[int]:
        """Cells of the rows."""
        return {sum(cell_len(segment.text) for segment in strip) for strip in self.screen._compositor.render_strips()}


@asynccontextmanager
async def alone(
    pane: Widget, *, size: tuple[int, int] = (60, 24), hook: Callable[[Message], None] | None = None
) -> AsyncIterator[tuple[PaneApp, Pilot[None]]]:
    """A pane on the screen, and who uses it."""
    app = PaneApp(pane)
    async with app.run_test(size=size, message_hook=hook) as pilot:
        pane.display = True
        pane.styles.width = pane.styles.max_width = "100%"
        await pilot.pause()
        yield app, pilot
