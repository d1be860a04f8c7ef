"""What opens over the whole program: help, command line, palette, themes; and its end."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.actions import SCREENS, available_on
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.tui.screens.desk_screen import DeskScreen
    from reader.tui.sheets.command import Command


Argument = tuple[Sequence[str], Callable[[str], None]]
"""The words that may stand behind an action, and what is done with one of them."""


class Surfaces:
    """Opens sheets that are about the program, not about what the screen shows.

    Args:
        screen: over which they open.
        arguments: by the id of the action that takes one.
    """

    def __init__(self, screen: "DeskScreen", arguments: Mapping[str, Argument]) -> None:
        self._screen = screen
        self._arguments = arguments
        self._commands: list[str] = []
        self.verbs: Mapping[str, Verb] = {
            "app.help": self._help,
            "app.command": self._command,
            "app.palette": self._palette,
            "view.theme": self._theme,
            "app.quit": lambda: self._screen.program.quit(),
            "app.interrupt": lambda: self._screen.program.action_interrupt(),
            "import.stop": self._stop_import,
            "app.suspend": lambda: self._screen.program.action_suspend_process(),
        }

    def _help(self) -> None:
        from reader.tui.sheets.help import HelpScreen

        self._screen.program.push_screen(HelpScreen(self._screen.place))

    def _command(self) -> None:
        from reader.tui.sheets.command import CommandLine

        actions = tuple(available_on(SCREENS[self._screen.place]))
        words = {id_: words for id_, (words, _) in self._takers().items()}
        self._screen.program.push_screen(CommandLine(actions, words, self._commands), self._run)

    def _takers(self) -> Mapping[str, Argument]:
        themes = tuple(self._screen.program.available_themes)
        return {**self._arguments, "view.theme": (themes, self._set_theme)}

    def _run(self, command: "Command | None") -> None:
        if command is None:
            return
        if command.argument:
            _, take = self._takers()[command.id]
            take(command.argument)
        else:
            self._screen.act(command.id)

    def _stop_import(self) -> None:
        taking_in = self._screen.program.taking_in
        if not taking_in.is_busy:
            self._screen.say("Nothing comes in just now.")
        taking_in.stop()

    def _palette(self) -> None:
        from reader.tui.palette import ActionPalette

        self._screen.program.push_screen(ActionPalette())

    def _theme(self) -> None:
        from reader.tui.sheets.choice import ChoiceSheet, Option

        app = self._screen.program
        before = app.theme
        options = [
            Option(name, name, "dark" if theme.dark else "light") for name, theme in app.available_themes.items()
        ]
        app.push_screen(
            ChoiceSheet("Theme", options, before, on_highlighted=self._set_theme), partial(self._chose, before)
        )

    def _chose(self, before: str, name: str | None) -> None:
        self._set_theme(name or before)

    def _set_theme(self, name: str) -> None:
        self._screen.program.theme = name
