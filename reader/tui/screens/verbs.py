"""What the parts of the reading room have in common."""

from collections.abc import Callable, Mapping
from typing import Protocol

Verb = Callable[[], bool | None]
"""What an action does; False: it does not apply now, and its key is free for another."""


class Part(Protocol):
    """One side of what a screen can do."""

    @property
    def verbs(self) -> Mapping[str, Verb]:
        """Verbs by the id of their action."""
        ...
