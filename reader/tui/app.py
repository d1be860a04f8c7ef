"""The program on the screen."""

import asyncio
import signal
import traceback
from pathlib import PurePath
from time import monotonic
from typing import ClassVar, cast

from textual import events
from textual.app import App

from reader.config import Config
from reader.desk.desk import Desk, Opening
from reader.resources import style
from reader.tui.screens.desk_screen import DeskScreen
from reader.tui.screens.reading_room import ReadingRoom
from reader.tui.themes import DEFAULT_THEME, OWN_THEMES, THEME_VARIABLES

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

TWICE_SECONDS = 1.0
"""How soon a second ctrl+c quits."""


class DiploreaderApp(App[None], inherit_bindings=False):
    """Holds the screens, and carries work between them and the desk."""

    TITLE = "diploreader"
    CSS_PATH: ClassVar[list[str | PurePath]] = [style("app"), style("panes"), style("article")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, desk: Desk, opening: Opening, config: Config) -> None:
        super().__init__()
        self._desk = desk
        self._interrupted = 0.0
        for own in OWN_THEMES:
            self.register_theme(own)
        # Not assigned: that would have all styles worked out once more before they are used.
        theme = config.theme if config.theme in self.available_themes else DEFAULT_THEME
        self.set_reactive(DiploreaderApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.room = ReadingRoom(desk, opening, config)

    def get_default_screen(self) -> ReadingRoom:
        """The reading room is where the program begins."""
        return self.room

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours that not every theme names."""
        return THEME_VARIABLES

    @property
    def below(self) -> DeskScreen:
        """The screen that sheets rise over."""
        return cast(DeskScreen, self.screen_stack[0])

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, self.quit)

    def on_ready(self) -> None:
        self.room.furnish()

    def quit(self) -> None:
        """End the program; what was asked of the desk is done before, and unsaved words are kept."""
        for sheet in self.screen_stack[1:]:
            if callable(keep := getattr(sheet, "keep", None)):
                keep()
        below = self.below
        below.leave()
        below.perform(lambda: None, lambda _: self.exit())

    def action_interrupt(self) -> None:
        """Copy what the mouse selected, else clear one level; the second time within a second, quit."""
        selected = self.screen.get_selected_text()
        before, self._interrupted = self._interrupted, monotonic()
        if selected:
            self.copy_to_clipboard(selected)
            self.screen.clear_selection()
        elif monotonic() - before < TWICE_SECONDS:
            self.quit()
        else:
            self.simulate_key("escape")

    async def on_key(self, event: events.Key) -> None:
        """Take Esc and a key right behind it, which reach us as one, as the two keys they were."""
        *modifiers, key = event.key.split("+")
        if modifiers[:1] == ["alt"] and event.key not in self.screen.active_bindings:
            event.stop()
            event.prevent_default()
            # Done at once: what Esc leaves must be gone before the key comes, which is not meant for it.
            if escape := self.screen.active_bindings.get("escape"):
                await self.run_action(escape.binding.action, escape.node)
            else:
                self.below.act("app.cancel")
            second = key.upper() if "shift" in modifiers else "+".join([*modifiers[1:], key])
            self.post_message(events.Key(second, event.character))

    # What should never happen.

    def _fatal_error(self) -> None:
        """End with one sentence; Textual's own traceback would show the reader's text."""
        if self._exception is not None:
            self.note_down(self._exception)
        self.exit(return_code=1, message="diploreader had to stop; what you wrote is saved. Details are in the log.")

    def note_down(self, error: BaseException) -> None:
        """Keep where an error came from, without the words that were read."""
        frames = "".join(traceback.format_tb(error.__traceback__))
        self._desk.note_down(f"{type(error).__name__}\n{frames}")
