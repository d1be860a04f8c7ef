"""Which panes stand where, and which of them has the focus."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.actions import PANES, Place
from reader.tui.screens.verbs import Verb
from reader.tui.widgets.item_pane import ItemPane

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.widgets.article_view import ArticleView

ARTICLE_COLUMN = 68
"""Cells of the article where one column stands beside it, as in the style sheet."""

ASIDE = (Place.STATEMENTS, Place.DATES)
"""Panes that stand aside until they are asked for."""

BESIDE_ASIDE = (Place.ARTICLE, Place.SUMMARY)
"""Panes that a wide screen shows together with one of them."""

KEPT_ROWS = 7
"""Rows, title included, that the other pane of a shared column keeps."""


class Arrangement:
    """Opens, closes and sizes the panes of the reading room."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._zen = False
        self._aside: Place | None = None
        self.verbs: Mapping[str, Verb] = {
            "pane.right": lambda: self._step(1, around=False),
            "pane.left": lambda: self._step(-1, around=False),
            "pane.next": lambda: self._step(1),
            "pane.previous": lambda: self._step(-1),
            "pane.article": lambda: self.focus(Place.ARTICLE),
            "pane.summary": lambda: self.focus(Place.SUMMARY),
            "pane.entities": lambda: self.focus(Place.ENTITIES),
            "pane.notes": lambda: self.focus(Place.NOTES),
            "pane.statements": lambda: self.focus(Place.STATEMENTS),
            "pane.dates": lambda: self.focus(Place.DATES),
            "view.zen": self._toggle_zen,
            "app.cancel": self.cancel,
            "app.back": self._back,
        }

    @property
    def focused(self) -> Place:
        """The pane that has the focus, or had it before a sheet opened."""
        focused = self._room.focused
        return next((place for place, pane in self._panes().items() if pane is focused), Place.ARTICLE)

    def _panes(self) -> "dict[Place, ArticleView | ItemPane]":
        """The widgets that there are by now."""
        room, furniture = self._room, self._room.furniture
        return {
            Place.ARTICLE: room.text,
            Place.SUMMARY: furniture.summary,
            Place.ENTITIES: furniture.entities,
            Place.NOTES: furniture.notes,
            **{place: aside.pane for place, aside in furniture.asides.items()},
        }

    def pane(self, place: Place) -> "ArticleView | ItemPane":
        """The widget of a pane; made now where it stands aside and is asked for the first time."""
        if place in ASIDE:
            return self._room.furniture.aside(place).pane
        return self._panes()[place]

    @property
    def focused_side(self) -> ItemPane | None:
        """The side pane that has the focus; None: the text has it."""
        pane = self.pane(self.focused)
        return pane if isinstance(pane, ItemPane) else None

    def focus(self, place: Place) -> None:
        """Bring a pane to the front and give it the focus."""
        if place is not Place.ARTICLE:
            self._set_zen(False)
        if not (self._is_wide and place in BESIDE_ASIDE):
            self._aside = place if place in ASIDE else None
        chosen = self.pane(place)
        for shown, pane in self._panes().items():
            pane.set_class(shown is place or shown is self._aside, "-open")
        self._room.set_class(place is Place.NOTES, "-notes")
        self._room.set_class(self._aside is not None, "-aside")
        chosen.focus()

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for the text alone, and sides open over it."""
        return self._room.has_class("-narrow") or self._room.has_class("-low")

    @property
    def _is_wide(self) -> bool:
        """Whether there is room for more than one column beside the text."""
        return not self.is_narrow and not self._room.has_class("-two")

    def focus_moved(self) -> None:
        """Show which pane has the focus now."""
        self.show_counts()
        self._room.bottom.show_keys(self.focused)
        self.share_column()
        if self.focused is Place.DATES:
            self._room.call_after_refresh(self._room.furniture.dating.moved)
        elif Place.DATES in self._room.furniture.asides:
            self._room.furniture.dating.left()
        if self.focused is Place.STATEMENTS:
            self._room.call_after_refresh(self._room.furniture.stating.moved)

    def resized(self) -> None:
        """Arrange the panes for another size of the screen."""
        if self._aside and self._aside is not self.focused and not self._is_wide:
            self.focus(self.focused)  # what stood aside would now hide what is read
        self.show_counts()
        self.share_column()

    def show_counts(self) -> None:
        """Show in the strip how much each pane holds."""
        furniture, found = self._room.furniture, self._room.furniture.analysing.analysis
        counts = {
            Place.SUMMARY: furniture.summary.count,
            Place.ENTITIES: furniture.entities.count,
            Place.NOTES: furniture.notes.count,
            Place.STATEMENTS: sum(not one.is_unassigned for one in found.statements) if found else 0,
            Place.DATES: len(found.dates) if found else 0,
        }
        self._room.top.show_panes(self.focused, counts, is_narrow=self.is_narrow)

    def share_column(self) -> None:
        """Where summary and entities share a column, give the focused one what it needs."""
        room = self._room
        if not (room.has_class("-two") and room.has_class("-tall")):
            room.styles.grid_rows = None
            return
        height = room.text.outer_size.height
        first = self.focused is not Place.ENTITIES
        pane = room.furniture.summary if first else room.furniture.entities
        needed = pane.rows_in(room.size.width - ARTICLE_COLUMN) + 1
        share = max(KEPT_ROWS, min(needed, height - KEPT_ROWS))
        room.styles.grid_rows = f"{share} 1fr" if first else f"1fr {share}"

    def _step(self, step: int, *, around: bool = True) -> None:
        shown = [place for place in PANES if self._reachable(place)]
        place = shown.index(self.focused) + step
        if around or 0 <= place < len(shown):
            self.focus(shown[place % len(shown)])

    def _reachable(self, place: Place) -> bool:
        return not self._zen or place is Place.ARTICLE

    def _toggle_zen(self) -> None:
        self._set_zen(not self._zen)
        if self._zen:
            self.focus(Place.ARTICLE)

    def _set_zen(self, zen: bool) -> None:
        self._zen = zen
        self._room.set_class(zen, "-zen")

    def _clear_level(self) -> bool:
        """Take back the topmost of what the reader opened; False: nothing was open."""
        room = self._room
        if room.text.selecting:
            room.text.stop_selecting()
        elif room.furniture.finding.active:
            room.furniture.finding.stop()
        elif self.focused is Place.STATEMENTS and room.furniture.stating.is_limited:
            room.furniture.stating.show_all()
        elif self.focused is Place.SUMMARY and room.furniture.summarising.about is not None:
            room.furniture.summarising.show_all()
        elif self.focused is not Place.ARTICLE or self._aside:
            self._aside = None
            self.focus(Place.ARTICLE)
        elif Place.STATEMENTS in room.furniture.asides and room.furniture.stating.marks_parts:
            room.furniture.stating.unmark()
        elif room.furniture.naming.is_marking:
            room.furniture.naming.unmark()
        elif self._zen:
            self._set_zen(False)
        else:
            return False
        return True

    def cancel(self) -> None:
        """Take back the topmost of what the reader opened."""
        self._clear_level()

    def _back(self) -> None:
        if not self._clear_level():
            self._room.furniture.triage.open_library()
