"""Visits: what came in since the last one is new."""

from datetime import UTC, datetime, timedelta

from reader.library.session import Session

APART = timedelta(hours=1)
"""How long the program must have been closed for a visit to be another one."""

_VISIT, _LEFT = "visit", "left"


class Visits:
    """Knows when the last visit ended.

    A program that is killed does not tell when: then a little more is new than need be, never less.

    Args:
        session: where it is kept.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: str | None = None

    @property
    def last(self) -> str:
        """The end of the last visit: ISO time, UTC; empty: there was none."""
        if self._last is None:
            self._last = self._session.get().get(_VISIT, "")
        return self._last

    def begin(self) -> None:
        """Begin a visit, unless the last one has only just ended, or goes on in another window."""
        left = self._session.get().get(_LEFT)
        if left is not None and datetime.now(UTC) - datetime.fromisoformat(left) >= APART:
            self._session.keep({_VISIT: left})
            self._last = left

    def go_on(self) -> None:
        """Remember that the reader is here: when this is told for the last time, the visit ends."""
        self._session.keep({_LEFT: datetime.now(UTC).isoformat()})
