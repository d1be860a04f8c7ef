"""Keeping searches under names, and forgetting them; every act durable and undoable."""

from reader.desk.history import Act, History
from reader.library.library import Library
from reader.library.searches import SavedSearch


class SearchesAct(Act, frozen=True):
    """A change of the searches that are kept."""

    before: tuple[SavedSearch, ...]
    """All of them, as they were."""


class SearchActs:
    """Changes which searches are kept.

    Args:
        library: that keeps them.
        history: of what the reader did.
    """

    def __init__(self, library: Library, history: History) -> None:
        self._library = library
        self._history = history

    def save(self, name: str, query: str) -> str:
        """Keep a search under a name; one that has the name gives way."""
        before = self._library.searches.all()
        self._library.searches.save(name, query)
        return self._did(f"Kept the search “{name}”.", before)

    def forget(self, name: str) -> str:
        """Keep a search no longer."""
        before = self._library.searches.all()
        if not self._library.searches.forget(name):
            return f"There is no search “{name}”."
        return self._did(f"Forgot the search “{name}”.", before)

    def undo(self) -> str | None:
        """Undo the last act of this session; None: there is none, or it was done to something else."""
        act = self._history.to_undo()
        if not isinstance(act, SearchesAct):
            return None
        self._history.undone(self._restored(act))
        return f"Undone: {act.name[:1].lower()}{act.name[1:]}"

    def redo(self) -> str | None:
        """Do the last undone act again; None: there is none, or it was done to something else."""
        act = self._history.to_redo()
        if not isinstance(act, SearchesAct):
            return None
        self._history.redone(self._restored(act))
        return f"Done again: {act.name[:1].lower()}{act.name[1:]}"

    def _did(self, name: str, before: tuple[SavedSearch, ...]) -> str:
        self._history.add(SearchesAct(name, before))
        return name

    def _restored(self, act: SearchesAct) -> SearchesAct:
        """Bring back the searches that there were; returns what brings back those of now."""
        now = self._library.searches.all()
        self._library.searches.restore(act.before)
        return SearchesAct(act.name, now)
