"""What the parts of the reading room have in common."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reader.tui.screens.desk_screen import DeskScreen
    from reader.tui.widgets.item_pane import ItemPane

Verb = Callable[[], bool | None]
"""What an action does; False: it does not apply now, and its key is free for another."""


def around_names(screen: "DeskScreen") -> dict[str, Verb]:
    """What leads from any screen to the names of the whole library."""

    def open_entities() -> None:
        screen.program.run_worker(screen.program.open_entities(), exit_on_error=False)

    def open_rules() -> None:
        screen.program.run_worker(screen.program.open_rules(), exit_on_error=False)

    return {"entities.open": open_entities, "rules.open": open_rules}


class Part(Protocol):
    """One side of what a screen can do."""

    @property
    def verbs(self) -> Mapping[str, Verb]:
        """Verbs by the id of their action."""
        ...


class Aside(Protocol):
    """A pane that stands aside until it is asked for, and what the reader can do there."""

    @property
    def pane(self) -> "ItemPane":
        """The pane."""
        ...

    def show(self) -> None:
        """Show what is known now of the open article."""
        ...
