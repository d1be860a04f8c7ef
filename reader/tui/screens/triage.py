"""From article to article along the list that one reads, and what becomes of each."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.actions import Place
from reader.model.value import replace
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.desk.desk import Opening, Undone
    from reader.desk.lists import Listing
    from reader.desk.reading_list import Step
    from reader.tui.screens.reading_room import ReadingRoom

END_SECONDS = 1.0
"""How long the end of an article is on the screen before it counts as read: passing it is not reading it."""


class Triage:
    """Follows a list of the library; marks articles as read, stars and archives them."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._listing: Listing | None = None
        self._states = room.opening.states
        self._at_end: Timer | None = None
        self.verbs: Mapping[str, Verb] = {
            "page.on": self._page_on,
            "article.next": lambda: self._step(1),
            "article.previous": lambda: self._step(-1),
            "unread.next": lambda: self._step(1, unread=True),
            "unread.previous": lambda: self._step(-1, unread=True),
            "article.read": self._toggle_read,
            "article.star": self._toggle_star,
            "article.archive": self._archive,
            "library.open": self.open_library,
            "library.find": self._find,
            "act.undo": lambda: self._undo(room.desk.undo, "Nothing to undo."),
            "act.redo": lambda: self._undo(room.desk.redo, "Nothing to redo."),
        }

    def follow(self, listing: "Listing") -> None:
        """Follow a list from now on."""
        self._listing = listing
        self.show_standing()

    def opened(self) -> None:
        """Begin with another article."""
        if self._room.opening.is_new:
            self._listing = None  # the list of before does not have it
        self._states = self._room.opening.states
        self._forget_end()
        self.position_changed()

    def show_standing(self) -> None:
        """Tell which of the list's articles this is, and how many are unread."""
        room, known, opening = self._room, self._listing, self._room.opening
        way = room.desk.reading_list

        def stand() -> "tuple[Listing, str]":
            listing = known or way.last()
            return listing, way.standing(listing, opening.rank)

        def show(found: "tuple[Listing, str]") -> None:
            if self._listing is known:
                self._listing = found[0]
            if opening is room.opening:
                room.top.show_standing(found[1], is_starred=self._states.is_starred)

        room.look_up(stand, show)

    # Reading to the end.

    def position_changed(self) -> None:
        """Take note that the end of the article is on the screen, or is not."""
        if not self._room.text.shows_end:
            self._forget_end()
        elif self._at_end is None and not self._states.is_read:
            self._at_end = self._room.set_timer(END_SECONDS, self._has_read)

    def _forget_end(self) -> None:
        if self._at_end is not None:
            self._at_end.stop()
            self._at_end = None

    def _has_read(self) -> None:
        self._at_end = None
        rank = self._room.opening.rank
        self._do(lambda: self._room.desk.lists.see(rank), is_read=True)

    def _page_on(self) -> None:
        """Turn the page; behind the last, go on to the next unread article."""
        arrangement = self._room.furniture.arrangement
        if arrangement.focused is Place.ARTICLE and self._room.text.shows_end:
            opening = self._room.opening
            self._go(lambda listing: self._room.desk.reading_list.read_and_on(listing, opening), is_read=True)
        else:
            arrangement.pane(arrangement.focused).page(1)

    # Going along the list.

    def _step(self, step: int, *, unread: bool = False) -> None:
        rank = self._room.opening.rank
        self._go(lambda listing: self._room.desk.reading_list.step(listing, rank, step, unread=unread))

    def _archive(self) -> None:
        opening = self._room.opening
        self._go(lambda listing: self._room.desk.reading_list.archive_and_on(listing, opening), is_read=True)

    def _go(self, step: "Callable[[Listing], Step]", **became: bool) -> None:
        """Go where a step leads, and say what it did; at the end of the list, say so and stay."""
        room, listing = self._room, self._listing

        def taken(found: "Step") -> None:
            if found.opening is not None:
                room.leave()
                room.show(found.opening)
            else:
                self._states = replace(self._states, **became)
                self.show_standing()
            if found.said:
                room.say(found.said)

        room.look_up(lambda: step(listing or room.desk.reading_list.last()), taken)

    # What becomes of the open article.

    def _toggle_read(self) -> None:
        rank, read = self._room.opening.rank, not self._states.is_read
        self._forget_end()
        self._do(lambda: self._room.desk.lists.set_read([rank], read), is_read=read)

    def _toggle_star(self) -> None:
        rank, starred = self._room.opening.rank, not self._states.is_starred
        self._do(lambda: self._room.desk.lists.set_starred([rank], starred), is_starred=starred)

    def _do(self, act: Callable[[], str | None], **became: bool) -> None:
        room, opening = self._room, self._room.opening

        def done(said: str | None) -> None:
            if opening is room.opening:
                self._states = replace(self._states, **became)
                self.show_standing()
            if said:
                room.say(said)

        room.look_up(act, done)

    def _undo(self, act: "Callable[[], Undone | None]", nothing: str) -> None:
        """Undo or redo the last act; show what it did, in the article that it was done to."""
        room = self._room

        def done(undone: "Undone | None") -> None:
            if undone is None:
                room.say(nothing)
            elif undone.change is not None:
                room.furniture.marking.changed(undone.change)
            elif undone.is_of_rules:
                room.furniture.correcting.changed(undone.said)
            else:
                self._return_to(undone.opening)
                room.say(undone.said)

        room.perform(act, done)

    def _return_to(self, opening: "Opening | None") -> None:
        room = self._room
        if opening is not None and opening.rank != room.opening.rank:
            room.leave()
            room.show(opening)
        elif opening is not None:
            self._states = opening.states
            self.show_standing()

    # To the library.

    def open_library(self) -> None:
        """Go to the library, to the article that is open here."""
        rank = self._room.opening.rank

        async def open_library() -> None:
            library = await self._room.program.open_library()
            library.come_back(rank)

        self._room.run_worker(open_library(), exit_on_error=False)

    def _find(self) -> None:
        async def find() -> None:
            library = await self._room.program.open_library()
            library.act("library.find")

        self._room.run_worker(find(), exit_on_error=False)
