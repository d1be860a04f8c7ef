"""The preview follows the cursor, as soon as that rests."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.tui.screens.library.latest import Latest

if TYPE_CHECKING:
    from reader.desk.previews import Preview
    from reader.tui.screens.library_screen import LibraryScreen

REST_SECONDS = 0.08
"""How long the cursor rests before its article is looked at: one who runs through a list looks at none."""


class Previewing:
    """Shows the article under the cursor beside the list."""

    def __init__(self, screen: "LibraryScreen") -> None:
        self._screen = screen
        self._latest = Latest(screen, screen.desk.later)
        self._rest: Timer | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the cursor does not rest yet."""
        return self._rest is not None

    def moved(self) -> None:
        """Show the article under the cursor soon."""
        if self._rest is None:
            self._rest = self._screen.set_timer(REST_SECONDS, self._show)
        else:
            self._rest.reset()

    def _show(self) -> None:
        self._rest = None
        rank = self._screen.list.rank
        if not self._screen.preview.display:
            return
        if rank is None:
            self._screen.preview.show(None)
            return

        from reader.desk.previews import preview  # not before the first paint

        desk, config = self._screen.desk, self._screen.config

        def show(found: "Preview | None") -> None:
            if rank == self._screen.list.rank:
                self._screen.preview.show(found)

        self._latest.ask(lambda: preview(desk, rank, config.summary_method, config.summary_length), show)
