"""From the command line into the reading room."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reader.cli.standard_input import STDIN, standard_input
from reader.config import read_config
from reader.desk.desk import Desk
from reader.errors import NoTerminalError
from reader.paths import find_home

if TYPE_CHECKING:
    from reader.desk.incoming import Coming
    from reader.model.intake import Item


def read(file: str | None, *, home: Path | None, mouse: bool) -> int:
    """Open the reading room on a file, on standard input (`-`), or where the reader left off; returns the exit status.

    Of several articles in a file all are added, and the first is opened.

    Raises:
        SourceError: the text cannot be taken in; nothing was changed.
        UsageError: the settings are wrong.
        NoTerminalError: there is nothing to draw on.
        StorageError: library or notebook cannot be opened.
    """
    # What a start makes stays: looking for garbage in it takes a tenth of the time. The room sets it to work again.
    gc.disable()
    coming = _coming(file)
    folders = find_home(home)
    config = read_config(folders.settings)
    terminal = _take_terminal()

    desk = Desk(folders, config.summary_method, config.analysis_model)
    try:
        opening = desk.start(coming.first if coming else None)
        if coming:
            desk.take_in(_counted(coming.rest))
        # Costs most of the start: not before all that can fail has been tried.
        from reader.tui.app import DiploreaderApp
        from reader.tui.terminal_output import LastingOutput

        app = DiploreaderApp(desk, opening, config)
        # Textual draws on what the interpreter calls its own standard error.
        setattr(sys, "__stderr__", LastingOutput(terminal))  # noqa: B010 - final for the type checker
        app.run(mouse=mouse and config.mouse)
        return app.return_code or 0
    finally:
        desk.close()


def _coming(file: str | None) -> "Coming | None":
    if file is None:
        return None
    from reader.desk.incoming import incoming_file, incoming_stdin

    return incoming_stdin(standard_input()) if file == STDIN else incoming_file(Path(file))


def _counted(items: "Iterator[Item]") -> "Iterator[Item]":
    """Items as they come; how many there are shows where they take their time."""
    progress = None
    for done, item in enumerate(items, 2):
        if progress is None:  # most files hold one article
            from reader.cli.progress import Progress

            progress = Progress(None, "articles")
        progress.show(done)
        yield item
    if progress is not None:
        progress.clear()


def _take_terminal() -> TextIO:
    """Make sure that there is a screen to draw on, even where texts come from a pipe or output goes to a file.

    Raises:
        NoTerminalError: there is none.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        terminal = -1
    if terminal < 0 or not sys.__stdin__ or not sys.__stderr__ or not os.isatty(2):
        raise NoTerminalError(
            "There is no terminal to draw on. `diploreader analyse FILE` prints summary and names without one."
        )
    for stream in (0, 1):
        if not os.isatty(stream):
            os.dup2(terminal, stream)
    os.close(terminal)
    return sys.__stderr__
