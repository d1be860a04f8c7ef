"""Reading, starring, archiving and removing articles: one, many, or all of a list; every act durable and undoable."""

from collections.abc import Callable, Mapping, Sequence

from reader.desk.history import Act, History
from reader.library.library import Library
from reader.library.search import Search
from reader.model.states import States
from reader.model.value import replace
from reader.text.shorten import shorten

TITLE_LENGTH = 48
"""Code points of a title in a message."""


class StatesAct(Act, frozen=True):
    """A change of what became of articles."""

    before: tuple[States, ...]
    """The states that they were in."""


class StateActs:
    """Changes what became of articles.

    Args:
        library: of the articles.
        search: knows their titles and copies.
        history: of what the reader did.
    """

    def __init__(self, library: Library, search: Search, history: History) -> None:
        self._library = library
        self._search = search
        self._history = history

    def set_read(self, ranks: Sequence[int], on: bool) -> str:
        """Mark stories as read or unread, with all their copies."""
        return self._act(ranks, "Marked {} as " + ("read" if on else "unread"), {"read": on}, with_copies=True)

    def set_starred(self, ranks: Sequence[int], on: bool) -> str:
        """Give articles a star, or take it off."""
        return self._act(ranks, "Starred {}" if on else "Took the star off {}", {"starred": on})

    def archive(self, ranks: Sequence[int], on: bool) -> str:
        """Archive stories with all their copies, or bring them back to the inbox; what is archived counts as read."""
        wanted = {"archived": on} | ({"read": True} if on else {})
        return self._act(ranks, "Archived {}" if on else "Brought {} back to the inbox", wanted, with_copies=True)

    def remove(self, ranks: Sequence[int], on: bool) -> str:
        """Remove articles from all lists, or bring them back."""
        return self._act(ranks, "Removed {}" if on else "Brought {} back", {"removed": on})

    def see(self, rank: int) -> None:
        """Take note that a story was read to its end; no act of the reader's, and not undone."""
        self._library.set_states(self._search.with_copies([rank]), read=True)

    def finish(self, rank: int, *, was_read: bool) -> str:
        """Mark a story as read because the reader leaves it.

        Args:
            rank: of the article.
            was_read: whether it was read when it was opened; undone, it is so again.
        """
        before = self._library.set_states(self._search.with_copies([rank]), read=True)
        if was_read or not before:
            return ""
        # It may have been read to its end since it was opened.
        changed = tuple(replace(states, is_read=False) if states.rank == rank else states for states in before)
        name = f"Marked {self._named([rank], len(changed))} as read."
        self._history.add(StatesAct(name, changed))
        return name

    def undo(self) -> str | None:
        """Undo the last act of this session; None: there is none, or it was done to something else."""
        act = self._history.to_undo()
        if not isinstance(act, StatesAct):
            return None
        self._history.undone(self._restored(act))
        return f"Undone: {_lower(act.name)}"

    def redo(self) -> str | None:
        """Do the last undone act again; None: there is none, or it was done to something else."""
        act = self._history.to_redo()
        if not isinstance(act, StatesAct):
            return None
        self._history.redone(self._restored(act))
        return f"Done again: {_lower(act.name)}"

    def _act(self, ranks: Sequence[int], doing: str, wanted: Mapping[str, bool], *, with_copies: bool = False) -> str:
        """Change states; returns the sentence for the reader, `doing` with the articles in the place of `{}`."""
        meant = self._search.with_copies(ranks) if with_copies else ranks
        before = self._library.set_states(meant, **wanted)
        changed = tuple(states for states in before if not _is_so(states, wanted))
        if not changed:
            return "Nothing changed: it was so already." if before else "Nothing changed: there is no such article."
        name = doing.format(self._named(ranks, len(meant))) + "."
        self._history.add(StatesAct(name, changed))
        return name

    def _named(self, ranks: Sequence[int], meant: int) -> str:
        copies = meant - len(ranks)
        copied = f" and {copies} {'copy' if copies == 1 else 'copies'}" if copies else ""
        if len(ranks) > 1:
            return f"{len(ranks):,} articles{copied}"
        rows = self._search.rows(ranks)
        return f"“{shorten(rows[0].title, TITLE_LENGTH)}”{copied}" if rows else "an article"

    def _restored(self, act: StatesAct) -> StatesAct:
        """Bring articles back into the states they were in; returns what brings them into those of now."""
        now = self._library.states([states.rank for states in act.before])
        self._library.restore_states(act.before)
        return StatesAct(act.name, now)


_HOLDS: Mapping[str, Callable[[States], bool]] = {
    "read": lambda states: states.is_read,
    "starred": lambda states: states.is_starred,
    "archived": lambda states: states.is_archived,
    "removed": lambda states: states.removed is not None,
}


def _is_so(states: States, wanted: Mapping[str, bool]) -> bool:
    return all(_HOLDS[state](states) is holds for state, holds in wanted.items())


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
