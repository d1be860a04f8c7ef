"""The program on the screen."""

import asyncio
import gc
import signal
import traceback
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App

from reader.config import Config
from reader.desk.desk import LIBRARY, ROOM, Desk, Opening
from reader.model.span import Span
from reader.resources import style
from reader.tui.screens.desk_screen import DeskScreen
from reader.tui.themes import DEFAULT_THEME, OWN_THEMES, THEME_VARIABLES

# Only the screen that opens is imported before the first paint.
if TYPE_CHECKING:
    from collections.abc import Hashable

    from reader.actions import Place
    from reader.desk.lists import Listing
    from reader.tui.screens.across_screen import Subject
    from reader.tui.screens.library_screen import LibraryScreen
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.taking_in import TakingIn

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

START_SECONDS = 1.0
"""How long after the first paint the start counts as over."""

TWICE_SECONDS = 1.0
"""How soon a second ctrl+c quits."""


class DiploreaderApp(App[None], inherit_bindings=False):
    """Holds the two screens, the reading room and the library, and goes from one to the other.

    Args:
        desk: what the screens work with.
        opening: the article that the reading room opens on; None: the library opens.
        config: the reader's settings.
    """

    TITLE = "diploreader"
    CSS_PATH: ClassVar[list[str | PurePath]] = [style("app"), style("panes"), style("article")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, desk: Desk, opening: Opening | None, config: Config) -> None:
        # Textual reads the styles of a screen when it is pushed, which the first one is not.
        super().__init__(css_path=[*self.CSS_PATH, style("library")] if opening is None else None)
        self.desk = desk
        self._config = config
        self._interrupted = 0.0
        self._room: ReadingRoom | None = None
        self._library: LibraryScreen | None = None
        self._taking_in: TakingIn | None = None
        for own in OWN_THEMES:
            self.register_theme(own)
        # Not assigned: that would have all styles worked out once more before they are used.
        theme = config.theme if config.theme in self.available_themes else DEFAULT_THEME
        self.set_reactive(DiploreaderApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self._first: DeskScreen = self.library if opening is None else self._new_room(opening)

    def get_default_screen(self) -> DeskScreen:
        """The screen that the program begins with."""
        return self._first

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours that not every theme names."""
        return THEME_VARIABLES

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, self.quit)

    def on_ready(self) -> None:
        self._first.furnish()
        self.desk.listen(self._hear_of_lists)
        self.set_timer(START_SECONDS, self._end_start)

    def _end_start(self) -> None:
        """Do what the start had no time for."""
        gc.freeze()
        gc.enable()
        if self.screen_stack:  # the program may have ended meanwhile
            self.below.perform(self.desk.tidy, lambda _: None)

    def _hear_of_lists(self) -> None:
        """Take what the desk tells from another thread over to the screen's."""
        self.desk.background.wake()
        self.call_later(self._lists_changed)

    def _lists_changed(self) -> None:
        """Show what is new where lists are shown."""
        if self._library is not None and self._library.is_attached:
            self._library.reload()

    # The screens.

    @property
    def below(self) -> DeskScreen:
        """The screen that is open, or that sheets rise over."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, DeskScreen))

    @property
    def room(self) -> "ReadingRoom":
        """The reading room; there is one as soon as an article was opened."""
        assert self._room is not None
        return self._room

    @property
    def library(self) -> "LibraryScreen":
        """The library; made when it is first wanted."""
        if self._library is None:
            from reader.tui.screens.library_screen import LibraryScreen

            self._library = LibraryScreen(self.desk, self._config)
            self.install_screen(self._library, "library")
        return self._library

    @property
    def taking_in(self) -> "TakingIn":
        """What comes in while one goes on reading."""
        if self._taking_in is None:
            from reader.tui.taking_in import TakingIn

            self._taking_in = TakingIn(self, self._config)
        return self._taking_in

    def _new_room(self, opening: Opening) -> "ReadingRoom":
        from reader.tui.screens.reading_room import ReadingRoom

        self._room = ReadingRoom(self.desk, opening, self._config)
        self.install_screen(self._room, "room")
        return self._room

    async def open_article(self, opening: Opening, listing: "Listing", span: Span | None = None) -> None:
        """Go to the reading room.

        Args:
            opening: the article to open there.
            listing: what is followed from it.
            span: the passage to go to; None: where the reader left off.
        """
        if self._room is None:
            room = self._new_room(opening)
            await self._go_to(room)
            room.furnish()
        else:
            room = self._room
            room.show(opening)
            await self._go_to(room)
        room.furniture.triage.follow(listing)
        if span is not None:
            room.furniture.moving.jump(span)

    async def open_dossier(self, key: str, at: "Hashable" = None) -> None:
        """Show all that the library holds on an entity.

        Args:
            key: of the entity.
            at: the passage that the cursor is to stand on.
        """
        from reader.tui.screens.dossier_screen import DossierScreen

        below = [screen for screen in self.screen_stack if isinstance(screen, DossierScreen) and screen.key == key]
        if below:
            while self.below is not below[-1]:
                await self.pop_screen()
            return
        self.below.leave()
        await self.push_screen(DossierScreen(self.desk, key, at))

    async def open_across(self, subject: "Subject", place: "Place", at: "Hashable" = None) -> None:
        """Show who says what and what happened when, in all articles that are found for something.

        Args:
            subject: what is asked for.
            place: the pane to begin in.
            at: what the cursor is to stand on there.
        """
        from reader.tui.screens.across_screen import AcrossScreen

        self.below.leave()
        await self.push_screen(AcrossScreen(self.desk, subject, place, at))

    async def open_entities(self) -> None:
        """Show all entities of the library."""
        from reader.tui.screens.entities_screen import EntitiesScreen

        if not isinstance(self.below, EntitiesScreen):
            self.below.leave()
            await self.push_screen(EntitiesScreen(self.desk))

    async def open_rules(self) -> None:
        """Show what the reader decided on names."""
        from reader.tui.screens.rules_screen import RulesScreen

        if not isinstance(self.below, RulesScreen):
            self.below.leave()
            await self.push_screen(RulesScreen(self.desk))

    async def open_library(self) -> "LibraryScreen":
        """Go to the library."""
        is_new = self._library is None
        await self._go_to(self.library)
        if is_new:
            self.library.furnish()
        return self.library

    async def _go_to(self, screen: DeskScreen) -> None:
        """Show one of the two screens; the first stays below the second."""
        if screen is self.below:
            return
        self.below.leave()
        if screen in self.screen_stack:
            while screen is not self.below:
                await self.pop_screen()
        else:
            await self.push_screen(screen)
        name = LIBRARY if screen is self._library else ROOM
        screen.perform(lambda: self.desk.library.session.keep({"screen": name}), lambda _: None)

    def quit(self) -> None:
        """End the program; what was asked of the desk is done before, and unsaved words are kept."""
        for sheet in self.screen_stack:
            if callable(keep := getattr(sheet, "keep", None)):
                keep()
        if self._taking_in is not None:
            self._taking_in.stop()
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
        self.desk.note_down(f"{type(error).__name__}\n{frames}")
