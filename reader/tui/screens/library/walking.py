"""From the list to an article, and to the unread ones."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.desk.desk import Opening
    from reader.tui.screens.library_screen import LibraryScreen


class Walking:
    """Opens the article under the cursor, and goes to the next unread one."""

    def __init__(self, screen: "LibraryScreen") -> None:
        self._screen = screen
        self.verbs: Mapping[str, Verb] = {
            "unread.next": lambda: self._go_to_unread(1),
            "unread.previous": lambda: self._go_to_unread(-1),
        }

    def open(self) -> None:
        """Go to the reading room, with the article under the cursor in it, at the passage that was found."""
        screen = self._screen
        rank, page = screen.list.rank, screen.showing.page
        if rank is None or page is None:
            return
        found = screen.list.listed.found(rank)

        def opened(opening: "Opening | None") -> None:
            if opening is None:
                screen.say("This article is no longer there.", error=True)
                screen.reload()
            else:
                span = None if found is None else found.span
                screen.run_worker(screen.program.open_article(opening, page.listing, span), exit_on_error=False)

        screen.look_up(lambda: screen.desk.opening_at(rank), opened)

    def _go_to_unread(self, step: int) -> None:
        screen, page = self._screen, self._screen.showing.page
        rank = screen.list.rank
        if rank is None or page is None:
            return

        def go(found: int | None) -> None:
            if found is None:
                screen.say("Nothing unread is left this way.")
            else:
                screen.list.go_to(found)

        screen.look_up(lambda: screen.desk.lists.next_unread(page.listing, rank, step), go)
