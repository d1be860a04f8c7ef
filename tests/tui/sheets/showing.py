"""A small app that shows one sheet over a text, and what is on its screen."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from reader.actions import Place
from reader.resources import seed, style
from reader.tui.themes import DEFAULT_THEME, OWN_THEMES, THEME_VARIABLES

HOSTILE = "[not] [/b] [@click=app.quit]x \x1b[2J\x9b31m\u202e"
"""Markup and escapes; all of it is only text."""

VISIBLE = "[not] [/b] [@click=app.quit]x"
"""What the reader must see of it."""


class Text(Screen[None]):
    """Stands for the reading room."""

    place = Place.ARTICLE

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []

    def compose(self) -> ComposeResult:
        text = Static(Content(" ".join(seed().decode().split())))
        text.styles.max_width = 66
        yield text

    def action_act(self, id_: str) -> None:
        self.acts.append(id_)


class Showing(App[None], inherit_bindings=False):
    """Opens a sheet, and keeps its answer."""

    CSS_PATH: ClassVar[Any] = [style("app"), style("panes")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, sheet: Screen[Any]) -> None:
        super().__init__()
        self.text = Text()
        self.sheet = sheet
        self.answers: list[Any] = []
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    def get_default_screen(self) -> Text:
        return self.text

    def on_mount(self) -> None:
        self.push_screen(self.sheet, self.answers.append)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """There is no terminal to give away in a test."""
        yield

    @property
    def open(self) -> bool:
        """Whether the sheet is still there."""
        return self.screen is self.sheet

    @property
    def answer(self) -> Any:
        """What the sheet closed with."""
        assert not self.open
        assert len(self.answers) == 1
        return self.answers[0]

    def lines(self) -> list[str]:
        """The rows of the screen."""
        return ["".join(segment.text for segment in strip) for strip in self.screen._compositor.render_strips()]

    def shown(self) -> str:
        """The rows of the screen, with single spaces."""
        return " ".join(" ".join(self.lines()).split())


@asynccontextmanager
async def showing(
    sheet: Screen[Any], *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Showing, Pilot[None]]]:
    """The app with the sheet open, and who presses its keys."""
    app = Showing(sheet)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until what other threads and timers do is seen."""
    for _ in range(1000):
        if holds():
            return
        await pilot.pause(0.01)
    pytest.fail("waited for what did not come")


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Press the keys for a text, one after the other."""
    names = {
        " ": "space",
        ",": "comma",
        ".": "full_stop",
        "/": "slash",
        "\n": "enter",
        "#": "number_sign",
        "-": "minus",
    }
    await pilot.press(*(names.get(character, character) for character in text))


def has_raw_controls(app: Showing) -> bool:
    """Whether a terminal would get anything to act on from the text of the screen."""
    text = "".join(app.lines())
    return any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202a\u202b\u202c\u202d\u202e" for c in text)
