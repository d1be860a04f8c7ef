"""Who says what and what happened when, in all articles that name an entity or that a query finds."""

from collections.abc import Hashable
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from textual import on

from reader.actions import Place
from reader.desk.desk import Desk
from reader.model.span import Span
from reader.model.value import Value
from reader.text.statement_search import Coverage
from reader.tui.screens.pane_screen import PaneScreen
from reader.tui.widgets.item_pane import ItemPane
from reader.tui.widgets.pieces import Piece, in_line
from reader.tui.widgets.telling_panes import HappenedPane, SaidPane, TellingPane

if TYPE_CHECKING:
    from reader.desk.across import Heard
    from reader.desk.desk import Opening
    from reader.desk.lists import Listing

PAGE = 20
"""Articles that are looked at together."""

STRETCH = 100
"""Articles that are looked at before the reader asks for more."""


class Subject(Value, frozen=True):
    """What articles are gathered for."""

    query: str
    """That finds them."""
    name: str
    """In words for the reader."""
    key: str = ""
    """Of an entity: only what it says, and sentences that name it; empty: everything."""


class AcrossScreen(PaneScreen, inherit_bindings=False):
    """Gathers statements and dates, article by article, the newest first.

    Args:
        desk: what it works with.
        subject: what is asked for.
        place: the pane to begin in.
        at: what the cursor is to stand on there, as rank and span.
    """

    def __init__(self, desk: Desk, subject: Subject, place: Place, at: Hashable = None) -> None:
        self.subject = subject
        self._at = at
        self._listing: Listing | None = None
        self._looked_at = 0
        self._goal = STRETCH
        self._coverage, self._waiting = Coverage(), 0
        self._asked = count()
        self._turn = -1
        self._said, self._happened = SaidPane(), HappenedPane()
        super().__init__(
            desk,
            {Place.SAID: self._said, Place.HAPPENED: self._happened},
            {
                "pane.said": lambda: self.focus_pane(Place.SAID),
                "pane.happened": lambda: self.focus_pane(Place.HAPPENED),
            },
        )
        self.first_place = place

    def cancel(self) -> bool:
        """Nothing is open here that could be taken back: both panes are as important."""
        return False

    # What is shown.

    def reload(self) -> None:
        """Look up what there is now."""
        self._turn = next(self._asked)
        self._listing, self._looked_at, self._goal = None, 0, STRETCH
        self._coverage, self._waiting = Coverage(), 0
        self._said.begin()
        self._happened.begin()
        self._show_top()
        query, key = self.subject.query, self.subject.key
        self.desk.lists.interrupt()

        def look() -> "tuple[Listing, int]":
            return self.desk.lists.open(query), self.desk.across.waiting() if key else 0

        self.look_up(look, partial(self._begin, self._turn))

    def _begin(self, turn: int, found: "tuple[Listing, int]") -> None:
        if turn == self._turn:
            self._listing, self._waiting = found
            self._look_on()

    def _look_on(self) -> None:
        """Look at the next articles."""
        listing = self._listing
        if listing is None:
            return
        ranks = list(listing.ranks[self._looked_at : self._looked_at + PAGE])
        key = self.subject.key
        self.look_up(lambda: self.desk.across.heard(ranks, key), partial(self._add, self._turn, len(ranks)))

    def _add(self, turn: int, looked_at: int, heard: "Heard") -> None:
        listing = self._listing
        if turn != self._turn or listing is None:
            return
        self._looked_at += looked_at
        self._coverage = self._coverage.and_(heard.coverage)
        self._waiting += heard.waiting
        is_left = self._looked_at < len(listing.ranks)
        goes_on = is_left and self._looked_at < self._goal
        for pane in (self._said, self._happened):
            pane.add(heard.tellings, "looking…" if goes_on else "", has_more=is_left)
        self._said.border_title = f"Statements · {self._coverage.statements:,}"
        self._happened.border_title = f"Dates · {self._happened.count:,}"
        self._show_top()
        if self._at is not None:
            self.pane.point_at(self._at)
        if goes_on:
            self._look_on()
        else:
            self._at = None

    @on(TellingPane.Wanted)
    def _more(self) -> None:
        if self._looked_at >= self._goal:
            self._goal += STRETCH
            self._look_on()

    def _show_top(self) -> None:
        facts = []
        if self._listing is not None and (self._looked_at or not self._listing.ranks):
            total = len(self._listing.ranks)
            facts.append(str(self._coverage).removesuffix("."))
            facts += [f"the first {self._looked_at:,} of {total:,}"] if self._looked_at < total else []
            facts += [f"{self._waiting:,} not analysed yet"] if self._waiting else []
        told = f"   {' · '.join(facts)}" if facts else "   looking…"
        self.top.show((Piece(in_line(self.subject.name), "title"), Piece(told, "quiet")))

    # Going on.

    def on_item_pane_chosen(self, event: ItemPane.Chosen) -> None:
        match event.target:
            case (int() as rank, Span() as span):
                self._open(rank, span)

    def _open(self, rank: int, span: Span) -> None:
        subject, place, listing = self.subject, self.place, self._listing

        async def go(opening: "Opening", listing: "Listing") -> None:
            program = self.program
            await program.open_article(opening, listing, span)
            program.room.furniture.moving.came_from(partial(program.open_across, subject, place, (rank, span)))

        def opened(opening: "Opening | None") -> None:
            if opening is not None and listing is not None:
                self.program.run_worker(go(opening, listing), exit_on_error=False)

        self.look_up(lambda: self.desk.opening_at(rank), opened)
