"""What is done with articles: with one, with those that are selected, with all of a list."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.actions import BY_ID, shown_key
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.desk.desk import Undone
    from reader.model.listing import Row
    from reader.tui.screens.library_screen import LibraryScreen

MANY = 50
"""Articles from which on an act is done only when it is asked for twice."""


class Acting:
    """Marks, stars, archives and removes; each act is durable when it is told, and `u` undoes it."""

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
            "act.undo": self._undo,
            "act.redo": self._redo,
        }

    def asked_for(self, id_: str) -> None:
        """Forget the act that is in question, where another one is asked for."""
        if id_ != self._in_question:
            self._in_question = ""

    def _toggle_read(self) -> None:
        on = not self._all(lambda row: row.is_read)
        self._act("article.read", "Mark" if on else "Unmark", lambda ranks: self._lists.set_read(ranks, on))

    def _toggle_star(self) -> None:
        on = not self._all(lambda row: row.is_starred)
        self._act("article.star", "Star" if on else "Unstar", lambda ranks: self._lists.set_starred(ranks, on))

    def _archive(self) -> None:
        on = not self._all(lambda row: row.is_archived)
        # Whoever looks for something goes on seeing what became of it.
        leaves = on and not self._screen.showing.query
        self._act("article.archive", "Archive", lambda ranks: self._lists.archive(ranks, on), leaves=leaves)

    def _remove(self) -> None:
        self._act("article.remove", "Remove", lambda ranks: self._lists.remove(ranks, True), leaves=True)

    def _act(self, id_: str, name: str, act: Callable[[list[int]], str], *, leaves: bool = False) -> None:
        """Do something with the articles that are meant; `leaves`: they are in this list no longer."""
        screen, articles = self._screen, self._screen.list
        ranks = self._targets()
        if len(ranks) >= MANY and id_ != self._in_question:
            self._in_question = id_
            key = shown_key(BY_ID[id_].keys[0])
            screen.say(f"{name} {len(ranks):,} articles? {key} again does it, Esc lets them be.")
            return
        self._in_question = ""

        def done(said: str) -> None:
            screen.say(f"{said} u undoes it.")
            if leaves:
                articles.take_out({shown for rank in ranks for shown in articles.listed.of_story(rank)})
            screen.refresh_rows()

        if ranks:
            screen.look_up(lambda: act(ranks), done)

    def _targets(self) -> list[int]:
        """The selection in the order of the list, else the article under the cursor."""
        articles = self._screen.list
        if articles.listed.selected:
            return [rank for rank in articles.listed.lines.ranks if rank in articles.listed.selected]
        return [] if articles.rank is None else [articles.rank]

    def _all(self, holds: "Callable[[Row], bool]") -> bool:
        """Whether something holds of all articles that are meant, as far as it is known."""
        return all((row := self._screen.list.listed.row(rank)) is not None and holds(row) for rank in self._targets())

    def _undo(self) -> None:
        self._retrace(self._screen.desk.undo, "Nothing to undo.")

    def _redo(self) -> None:
        self._retrace(self._screen.desk.redo, "Nothing to redo.")

    def _retrace(self, step: "Callable[[], Undone | None]", nothing: str) -> None:
        """Undo an act, or do it again; the cursor goes to what comes back."""
        screen = self._screen

        def done(undone: "Undone | None") -> None:
            screen.say(undone.said if undone else nothing)
            if undone:
                screen.showing.reload(to_returned=True)
                screen.searching.count()

        screen.look_up(step, done)
