"""The dossier: everything that library and notebook hold on one entity."""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.actions import Place
from reader.desk.desk import Desk
from reader.model.analysis import Entity
from reader.model.span import Span
from reader.text.labels import LABELS
from reader.tui.screens.pane_screen import PaneScreen
from reader.tui.widgets.about_pane import AboutPane, Other
from reader.tui.widgets.item_pane import ItemPane
from reader.tui.widgets.passage_pane import PassagePane
from reader.tui.widgets.pieces import Piece
from reader.tui.widgets.search_pane import NamedSearch

if TYPE_CHECKING:
    from reader.desk.desk import Opening
    from reader.desk.lists import Listing
    from reader.desk.rules import Ruled
    from reader.model.dossier import ArticlePassages, Dossier
    from reader.tui.sheets.note import Kept, NoteText

PAGE = 20
"""Articles whose passages are read together."""


class DossierScreen(PaneScreen, inherit_bindings=False):
    """Shows one entity; the look at it is remembered when it is left.

    Args:
        desk: what it works with.
        key: of the entity.
        at: the passage that the cursor is to stand on, as rank and span.
    """

    def __init__(self, desk: Desk, key: str, at: Hashable = None) -> None:
        self.key = key
        self._at = at
        self._dossier: Dossier | None = None
        self._passages = PassagePane()
        self._about = AboutPane()
        self._before: list[str] = []
        super().__init__(
            desk,
            {Place.PASSAGES: self._passages, Place.ABOUT: self._about},
            {
                "pane.passages": lambda: self.focus_pane(Place.PASSAGES),
                "pane.about": lambda: self.focus_pane(Place.ABOUT),
                "dossier.watch": self._watch,
                "dossier.note": self._note,
                "dossier.search": self._search,
                "dossier.statements": lambda: self._gather(Place.SAID),
                "dossier.dates": lambda: self._gather(Place.HAPPENED),
                "dossier.back": self._retrace_key,
                "unread.next": lambda: self._unread(1),
                "unread.previous": lambda: self._unread(-1),
                "article.read": lambda: self._mark(self.desk.lists.set_read, lambda article: not article.is_read),
                "article.star": lambda: self._mark(self.desk.lists.set_starred, lambda _: True),
                "article.archive": lambda: self._mark(self.desk.lists.archive, lambda _: True),
            },
        )

    # What is shown.

    def reload(self) -> None:
        """Look up what there is now; passages first, then what is counted."""
        self.top.show((Piece(self.key, "quiet"),))
        self._passages.begin()
        self._about.show(None)
        self._fetch(None)
        key = self.key
        self.look_up(lambda: self.desk.dossiers.dossier(key), partial(self._show, key))

    def _fetch(self, below: int | None) -> None:
        key = self.key
        self.desk.lists.interrupt()  # passages before what is counted, which is asked for again
        self.look_up(lambda: self.desk.dossiers.passages(key, below, PAGE), partial(self._add, key))

    def _add(self, key: str, articles: "tuple[ArticlePassages, ...]") -> None:
        if key == self.key:
            self._passages.add(articles, has_more=len(articles) == PAGE)
            if self._at is not None:
                self._passages.point_at(self._at)
                self._at = None

    def _show(self, key: str, dossier: "Dossier | None") -> None:
        if key != self.key:
            return
        self._dossier = dossier
        if dossier is None:
            self.top.show((Piece(self.key, "title"), Piece("   no article names it", "quiet")))
            return
        self._about.show(dossier)
        self._passages.border_title = f"Passages · {_count(dossier.articles, 'article')}"
        self._show_top()

    def _show_top(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        facts = [
            LABELS[dossier.label][1] if dossier.label in LABELS else dossier.label,
            _count(dossier.mentions, "mention"),
            f"{dossier.unread:,} unread" if dossier.unread else "",
            f"{dossier.new:,} new since {_local(dossier.looked)}" if dossier.looked else "",
        ]
        watched = " *" if dossier.is_watched else ""
        right = "watched" if dossier.is_watched else ""
        left = (Piece(f"{dossier.name}{watched}", "title"), Piece(f"   {' · '.join(filter(None, facts))}", "quiet"))
        self.top.show(left, (Piece(right, "quiet"),))

    @on(PassagePane.Wanted)
    def _more(self) -> None:
        self._fetch(self._passages.last_rank)

    def leave(self) -> None:
        """Remember the look: what comes in later is new the next time."""
        if self._dossier is not None:
            key = self.key
            # Not a worker of this screen, which may end before it has begun.
            self.desk.lists.later(lambda: self.desk.dossiers.looked(key))

    # Going on.

    def on_item_pane_chosen(self, event: ItemPane.Chosen) -> None:
        match event.target:
            case Other(key):
                self._before.append(self.key)
                self._go_to(key)
            case (int() as rank, Span() as span):
                self._open(rank, span)

    def _go_to(self, key: str) -> None:
        self.leave()
        self.key, self._dossier = key, None
        self._passages.focus()
        self.reload()

    def _retrace_key(self) -> None:
        if self._before:
            self._go_to(self._before.pop())

    def cancel(self) -> bool:
        """Go back to the main pane, then to the dossier before."""
        if super().cancel():
            return True
        if self._before:
            self._retrace_key()
            return True
        return False

    def _open(self, rank: int, span: Span) -> None:
        key, query, at = self.key, f'ent:"{self.key}"', (rank, span)

        async def go(opening: "Opening", listing: "Listing") -> None:
            await self.program.open_article(opening, listing, span)
            self.program.room.furniture.moving.came_from(partial(self.program.open_dossier, key, at))

        def opened(found: "tuple[Opening | None, Listing]") -> None:
            opening, listing = found
            if opening is not None:
                self.program.run_worker(go(opening, listing), exit_on_error=False)

        self.look_up(lambda: (self.desk.opening_at(rank), self.desk.lists.open(query)), opened)

    def _search(self) -> None:
        query, name = f'ent:"{self.key}"', self._dossier.name if self._dossier else self.key

        async def go() -> None:
            library = await self.program.open_library()
            library.searching.open(NamedSearch(name, query))

        self.program.run_worker(go(), exit_on_error=False)

    def _gather(self, place: Place) -> None:
        """Show what it says and what is told of it, in all articles."""
        from reader.tui.screens.across_screen import Subject

        name = self._dossier.name if self._dossier else self.key
        subject = Subject(f'ent:"{self.key}"', name, self.key)
        self.program.run_worker(self.program.open_across(subject, place), exit_on_error=False)

    def _unread(self, step: int) -> None:
        """Go to the next passage of an unread article."""
        here = self._passages.target
        before = None
        while before != self._passages.target:
            before = self._passages.target
            (self._passages.next if step > 0 else self._passages.previous)()
            article = self._passages.article_at(self._passages.target)
            if article is not None and not article.is_read:
                return
        self._passages.point_at(here)
        self.say("Nothing unread is left this way.")

    def _mark(self, act: "Callable[[list[int], bool], str]", on: "Callable[[ArticlePassages], bool]") -> None:
        article = self._passages.article_at(self._passages.target)
        if article is not None:
            self._at = self._passages.target
            self.look_up(lambda: act([article.rank], on(article)), self._did)

    def _did(self, said: str) -> None:
        self.say(said)
        self.reload()

    # What the reader decides.

    @property
    def _entity(self) -> Entity | None:
        dossier = self._dossier
        return Entity(dossier.key, dossier.name, dossier.label) if dossier else None

    def _watch(self) -> None:
        entity, dossier = self._entity, self._dossier
        if entity is not None and dossier is not None:
            self.perform(lambda: self.desk.rules.watch(entity, not dossier.is_watched), self._ruled)

    def _note(self) -> None:
        from reader.tui.sheets.note import NoteSheet

        entity, dossier = self._entity, self._dossier
        if entity is None or dossier is None:
            return

        def closed(answer: "NoteText | Kept | None") -> None:
            from reader.tui.sheets.note import NoteText

            if isinstance(answer, NoteText):
                self.perform(lambda: self.desk.rules.write(entity, answer.body), self._ruled)

        sheet = NoteSheet("Note on", entity.name, body=dossier.note, tags=(), known_tags={}, keep_draft=lambda _: None)
        self.program.push_screen(sheet, closed)

    def _ruled(self, ruled: "Ruled") -> None:
        self.say(ruled.said)
        self.reload()


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _local(when: datetime | None) -> str:
    return f"{when.astimezone():%Y-%m-%d %H:%M}" if when else ""
