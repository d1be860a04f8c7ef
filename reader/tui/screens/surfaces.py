"""What opens over the whole program: help, command line, palette, themes; and its end."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from reader.actions import ACTIONS
from reader.model.analysis import METHODS
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.sheets.command import Command


class Surfaces:
    """Opens sheets that are about the program, not about the article."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._commands: list[str] = []
        self.verbs: Mapping[str, Verb] = {
            "app.help": self._help,
            "app.command": self._command,
            "app.palette": self._palette,
            "view.theme": self._theme,
            "app.quit": lambda: self._room.program.quit(),
            "app.interrupt": lambda: self._room.program.action_interrupt(),
            "app.suspend": lambda: self._room.program.action_suspend_process(),
        }

    def _help(self) -> None:
        from reader.tui.sheets.help import HelpScreen

        self._room.program.push_screen(HelpScreen(self._room.furniture.arrangement.focused))

    def _command(self) -> None:
        from reader.tui.sheets.command import CommandLine

        arguments = {"summary.method": tuple(METHODS), "view.theme": tuple(self._room.program.available_themes)}
        self._room.program.push_screen(CommandLine(ACTIONS, arguments, self._commands), self._run)

    def _run(self, command: "Command | None") -> None:
        if command is None:
            return
        room = self._room
        if command.argument and command.id == "summary.method":
            room.furniture.analysing.set_method(command.argument)
        elif command.argument and command.id == "view.theme":
            self._set_theme(command.argument)
        else:
            room.act(command.id)

    def _palette(self) -> None:
        from reader.tui.palette import ActionPalette

        self._room.program.push_screen(ActionPalette())

    def _theme(self) -> None:
        from reader.tui.sheets.choice import ChoiceSheet, Option

        app = self._room.program
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
        self._room.program.theme = name
