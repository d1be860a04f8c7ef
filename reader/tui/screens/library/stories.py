"""One story that several articles tell: a row that unfolds."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.tui.screens.library_screen import LibraryScreen


class Stories:
    """Shows the copies of a story below the first of it."""

    def __init__(self, screen: "LibraryScreen") -> None:
        self._screen = screen
        self._lists = screen.desk.lists
        self.verbs: Mapping[str, Verb] = {"list.unfold": self._unfold, "list.fold": self._fold}

    def _unfold(self) -> None:
        articles = self._screen.list
        row = articles.listed.row(articles.rank)
        if row is None or not row.copies:
            self._screen.say("Nobody else tells this story, as far as the library knows.")
        elif articles.listed.stands_for_story(row.rank):
            self._screen.look_up(
                lambda: self._lists.members(row.rank), lambda members: articles.unfold(row.rank, members)
            )

    def _fold(self) -> None:
        self._screen.list.fold()
