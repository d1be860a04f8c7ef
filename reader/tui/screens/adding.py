"""New articles from inside the program."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.desk.desk import Opening
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.model.intake import Incoming
    from reader.tui.screens.desk_screen import DeskScreen
    from reader.tui.sheets.add import AddGuess, AddRequest


class Adding:
    """Takes a pasted text into the library, and shows it; has files and addresses taken in.

    Args:
        screen: on which the reader asks for it.
        show: shows what was added.
    """

    def __init__(self, screen: "DeskScreen", show: Callable[[Opening], None]) -> None:
        self._screen = screen
        self._show = show
        self.verbs: Mapping[str, Verb] = {"article.add": self.ask}

    def ask(self, pasted: str = "") -> None:
        """Open the add sheet, with a text in it where one was pasted."""
        from reader.tui.sheets.add import AddSheet

        self._screen.program.push_screen(AddSheet(pasted, guess=_guess), self._asked)

    def _asked(self, request: "AddRequest | None") -> None:
        if request is None:
            return
        screen = self._screen
        if request.places:
            screen.program.taking_in.add(request, self._show)
            return

        def added(opening: Opening) -> None:
            self._show(opening)
            screen.say(f"Added “{opening.article.title}”." if opening.is_new else "This text was here already.")

        screen.perform(lambda: screen.desk.add(_incoming(request)), added)


def _incoming(request: "AddRequest") -> "Incoming":
    from reader.desk.incoming import incoming_text

    title, source, published = request.title, request.source, request.published
    return incoming_text(request.text or "", title=title, source=source, published=published)


def _guess(text: str) -> "AddGuess":
    from reader.desk.incoming import incoming_text
    from reader.tui.sheets.add import AddGuess

    article = incoming_text(text).article
    return AddGuess(article.title, article.source, article.published)
