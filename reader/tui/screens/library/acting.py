"""What is done with articles: with one, with those that are selected, with all of a list."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.actions import BY_ID, shown_key
from reader.errors import StorageError
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.desk.desk import Undone
    from reader.model.listing import Row
    from reader.tui.screens.library_screen import LibraryScreen

MANY = 50
"""Articles from which on an act is done only when it is asked for twice."""


class Acting:
    """Marks, stars, archives and removes; each act is durable when it is told, and `u` undoes it.

    The list shows an act at once, so that the next key is meant for what stands there then.
    """

    def __init__(self, screen: "LibraryScreen") -> None:
        self._screen = screen
        self._lists = screen.desk.lists
        self._in_question = ""
        self.verbs: Mapping[str, Verb] = {
            "article.read": self._toggle_read,
            "article.star": self._toggle_star,
            "article.archive": self._archive,
            "article.remove": self._remove,
            "list.select": screen.list.select,
            "list.select_all": screen.list.select_all,
            "act.undo": lambda: self._retrace(screen.desk.undo, "Nothing to undo."),
            "act.redo": lambda: self._retrace(screen.desk.redo, "Nothing to redo."),
        }

    def asked_for(self, id_: str) -> None:
        """Forget the act that is in question, where another one is asked for."""
        if id_ != self._in_question:
            self._in_question = ""

    # What is done.

    def _toggle_read(self) -> None:
        on = not self._all(lambda row: row.is_read)
        name = "Mark" if on else "Unmark"
        if ranks := self._meant("article.read", name):
            self._screen.list.change(ranks, is_read=on)
            self._do(lambda: self._lists.set_read(ranks, on))

    def _toggle_star(self) -> None:
        on = not self._all(lambda row: row.is_starred)
        if ranks := self._meant("article.star", "Star" if on else "Unstar"):
            self._screen.list.change(ranks, is_starred=on)
            self._do(lambda: self._lists.set_starred(ranks, on))

    def _archive(self) -> None:
        on = not self._all(lambda row: row.is_archived)
        if ranks := self._meant("article.archive", "Archive" if on else "Bring back"):
            # Whoever looks for something goes on seeing what became of it.
            if on and not self._screen.showing.query:
                self._take_out(ranks)
            elif on:
                self._screen.list.change(ranks, is_archived=True, is_read=True)
            else:
                self._screen.list.change(ranks, is_archived=False)
            self._do(lambda: self._lists.archive(ranks, on))

    def _remove(self) -> None:
        if ranks := self._meant("article.remove", "Remove"):
            self._take_out(ranks)
            self._do(lambda: self._lists.remove(ranks, True))

    def _take_out(self, ranks: list[int]) -> None:
        articles = self._screen.list
        articles.take_out({shown for rank in ranks for shown in articles.listed.of_story(rank)})

    def _do(self, act: Callable[[], str]) -> None:
        """Have an act done, and tell of it when it is; where it fails, show again what is so."""
        screen, history = self._screen, self._screen.desk.history

        def attempt() -> tuple[str, bool]:
            before = history.to_undo()
            try:
                said = act()
            except StorageError as error:
                return str(error), False
            return said if history.to_undo() is before else f"{said} u undoes it.", True

        def done(came: tuple[str, bool]) -> None:
            said, is_done = came
            if is_done:
                screen.say(said)
                screen.refresh_rows()
            else:
                screen.say(said, error=True)
                screen.reload()

        screen.look_up(attempt, done)

    # What is meant.

    def _meant(self, id_: str, name: str) -> list[int]:
        """The selection in the order of the list, else the article under the cursor; of many, when asked twice."""
        articles, ranks = self._screen.list, []
        if articles.listed.selected:
            ranks = [rank for rank in articles.listed.lines.ranks if rank in articles.listed.selected]
        elif articles.rank is not None:
            ranks = [articles.rank]
        if len(ranks) >= MANY and id_ != self._in_question:
            self._in_question = id_
            key = shown_key(BY_ID[id_].keys[0])
            self._screen.say(f"{name} {len(ranks):,} articles? {key} again does it, Esc lets them be.")
            return []
        self._in_question = ""
        return ranks

    def _all(self, holds: "Callable[[Row], bool]") -> bool:
        """Whether something holds of all articles that are meant, as far as it is known."""
        articles = self._screen.list
        ranks = articles.listed.selected or [articles.rank]
        return all((row := articles.listed.row(rank)) is not None and holds(row) for rank in ranks)

    # Second thoughts.

    def _retrace(self, step: "Callable[[], Undone | None]", nothing: str) -> None:
        """Undo an act, or do it again; the cursor goes to what comes back."""
        screen = self._screen

        def done(undone: "Undone | None") -> None:
            screen.say(undone.said if undone else nothing)
            if undone:
                screen.showing.reload(to_returned=True)
                screen.searching.count()

        screen.look_up(step, done)
