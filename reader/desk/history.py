"""What can be undone: the acts of this session, newest last, whatever they were done to."""

from reader.model.value import Value


class Act(Value, frozen=True):
    """One durable change by the reader."""

    name: str
    """What was done, as a sentence begins: `Deleted note on “…”`."""


class History:
    """Acts that can be undone, and undone ones that can be done again.

    Each keeper of something adds acts of its own kind, and undoes only those.
    """

    def __init__(self) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def add(self, act: Act) -> None:
        """Remember a new act; what was undone before it can no longer be done again."""
        self._done.append(act)
        self._undone.clear()

    def to_undo(self) -> Act | None:
        """The act that an undo would undo."""
        return self._done[-1] if self._done else None

    def to_redo(self) -> Act | None:
        """The act that a redo would do again."""
        return self._undone[-1] if self._undone else None

    def undone(self, now: Act) -> None:
        """Tell that the last act was undone; `now` is what would do it again."""
        self._done.pop()
        self._undone.append(now)

    def redone(self, now: Act) -> None:
        """Tell that the last undone act was done again; `now` is what stands to be undone."""
        self._undone.pop()
        self._done.append(now)
