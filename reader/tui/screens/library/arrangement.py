"""Which panes of the library stand where, and which of them has the focus."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.actions import LIBRARY_PANES, Place
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.tui.screens.library_screen import LibraryScreen
    from reader.tui.widgets.article_list import ArticleList
    from reader.tui.widgets.item_pane import ItemPane

FROM_THE_LEFT = (Place.SEARCHES, Place.LIST, Place.PREVIEW)
"""Panes as they stand beside each other."""


class LibraryArrangement:
    """Opens and closes the panes beside the list, and moves in the one that has the focus."""

    def __init__(self, screen: "LibraryScreen") -> None:
        self._screen = screen
        self.verbs: Mapping[str, Verb] = {
            "pane.right": lambda: self._step(FROM_THE_LEFT, 1),
            "pane.left": lambda: self._step(FROM_THE_LEFT, -1),
            "pane.next": lambda: self._step(LIBRARY_PANES, 1, around=True),
            "pane.previous": lambda: self._step(LIBRARY_PANES, -1, around=True),
            "pane.list": lambda: self.focus(Place.LIST),
            "pane.searches": lambda: self.focus(Place.SEARCHES),
            "pane.preview": lambda: self.focus(Place.PREVIEW),
            "item.next": lambda: self._pane.next(),
            "item.previous": lambda: self._pane.previous(),
            "item.go": lambda: self._pane.choose(),
            "item.first": lambda: self._pane.first(),
            "item.last": lambda: self._pane.last(),
            "page.down": lambda: self._pane.page(1),
            "page.up": lambda: self._pane.page(-1),
            "page.half_down": lambda: self._pane.page(0.5),
            "page.half_up": lambda: self._pane.page(-0.5),
            "line.down": lambda: self._pane.scroll_lines(1),
            "line.up": lambda: self._pane.scroll_lines(-1),
            "app.cancel": self._cancel,
            "app.back": self._back,
        }

    @property
    def focused(self) -> Place:
        """The pane that has the focus, or had it before a sheet opened or a query was typed."""
        focused = self._screen.focused
        return next((place for place in LIBRARY_PANES if self.pane(place) is focused), Place.LIST)

    def pane(self, place: Place) -> "ArticleList | ItemPane":
        """The widget of a pane."""
        sides: dict[Place, ItemPane] = {
            Place.SEARCHES: self._screen.searches,
            Place.PREVIEW: self._screen.preview,
        }
        return sides.get(place, self._screen.list)

    @property
    def _pane(self) -> "ArticleList | ItemPane":
        return self.pane(self.focused)

    def focus(self, place: Place) -> None:
        """Bring a pane to the front and give it the focus."""
        for side in (Place.SEARCHES, Place.PREVIEW):
            self.pane(side).set_class(side is place, "-open")
        self.pane(place).focus()

    def focus_moved(self) -> None:
        """Show which pane has the focus now."""
        self._screen.bottom.show_keys(self.focused)
        self.show_panes()
        if self.focused is Place.PREVIEW:
            self._screen.previewing.moved()

    def show_panes(self) -> None:
        """Name the panes, where they are not all in sight beside the list."""
        screen = self._screen
        in_sight = screen.has_class("-three") or screen.has_class("-two", "-tall")
        screen.top.show_panes(None if in_sight else self.focused)

    def _step(self, places: tuple[Place, ...], step: int, *, around: bool = False) -> None:
        place = places.index(self.focused) + step
        if around or 0 <= place < len(places):
            self.focus(places[place % len(places)])

    def _clear_level(self) -> bool:
        """Take back the topmost of what the reader opened; False: nothing was open."""
        screen = self._screen
        if self.focused is not Place.LIST:
            self.focus(Place.LIST)
        elif screen.list.listed.selected:
            screen.list.clear_selection()
        else:
            return screen.searching.clear() or screen.list.fold()
        return True

    def _cancel(self) -> None:
        self._clear_level()

    def _back(self) -> None:
        if not self._clear_level():
            self._screen.program.quit()
