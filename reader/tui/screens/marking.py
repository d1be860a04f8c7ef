"""The reader's marks: made, changed, deleted, and brought back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from reader.actions import Place
from reader.config import Config
from reader.model.mark import Mark, MarkKind
from reader.model.span import Span
from reader.tui.screens.verbs import Verb
from reader.tui.widgets.article_view import MarkSpan
from reader.tui.widgets.note_pane import LETTERS

if TYPE_CHECKING:
    from reader.desk.marks import Change, PlacedMark
    from reader.tui.screens.dating import Dating
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.screens.stating import Stating

AGAIN_SECONDS = 2.0
"""How soon a second `y` shows the quote on a plain screen."""


class Marking:
    """Does what the reader asks with marks, and shows them in text and notes."""

    def __init__(self, room: "ReadingRoom", config: Config) -> None:
        self._room = room
        self._copy_command = config.copy_command
        self._marks: tuple[PlacedMark, ...] = ()
        self._copied: tuple[float, str] = (0.0, "")
        self.verbs: Mapping[str, Verb] = {
            "mark.highlight": self._highlight,
            "mark.note": self._note,
            "article.note": lambda: self._write(None, None),
            "mark.tags": self._tag,
            "article.tags": lambda: self._ask_tags(self._article_tags(), None),
            "mark.edit": self._edit_at_hand,
            "mark.delete": self._delete,
            "copy.quote": self._copy,
        }

    def opened(self) -> None:
        """Forget the marks of the article before."""
        self.show(())

    def show(self, marks: "Sequence[PlacedMark]") -> None:
        """Show these marks in the text and in the notes."""
        self._marks = tuple(marks)
        room = self._room
        room.text.set_marks(
            [MarkSpan(placed.span, LETTERS[placed.mark.kind], placed.mark.kind) for placed in marks if placed.span]
        )
        lost = frozenset(placed.mark.id for placed in marks if placed.mark.anchor and placed.span is None)
        room.furniture.notes.show([placed.mark for placed in marks], lost)
        room.furniture.arrangement.show_counts()

    def span_of(self, mark_id: UUID) -> Span | None:
        """Where a mark stands in the text."""
        return next((placed.span for placed in self._marks if placed.mark.id == mark_id), None)

    # Which mark, which passage.

    def _mark_at_hand(self, *kinds: MarkKind) -> Mark | None:
        """The mark under the cursor of the notes, else the nearest one on what is focused in the text."""
        room = self._room
        if room.furniture.arrangement.focused is Place.NOTES:
            target = room.furniture.notes.target
            return next((placed.mark for placed in self._marks if placed.mark.id == target), None)
        here = self._passage()
        on_it = [p for p in self._marks if p.span and p.span.overlaps(here) and (not kinds or p.mark.kind in kinds)]
        order = (MarkKind.NOTE, MarkKind.HIGHLIGHT, MarkKind.TAGS)
        best = min(on_it, key=lambda p: (order.index(p.mark.kind), len(p.span or here)), default=None)
        return best.mark if best else None

    def _passage(self) -> Span:
        """What an act is done to: where the cursor is in a pane that stands aside, else what is focused in the text."""
        aside = self._aside
        return (aside.passage if aside else None) or self._room.text.target

    @property
    def _aside(self) -> "Stating | Dating | None":
        """The part of the pane that stands aside and has the focus."""
        furniture = self._room.furniture
        match self._room.place:
            case Place.STATEMENTS:
                return furniture.stating
            case Place.DATES:
                return furniture.dating
        return None

    def _article_tags(self) -> Mark | None:
        return next((p.mark for p in self._marks if p.mark.anchor is None and p.mark.kind is MarkKind.TAGS), None)

    # Acts.

    def _change(self, act: "Callable[[], Change | None]", nothing: str = "") -> None:
        """Have a change done; when it is on the disk, show it and say so."""
        self._room.perform(act, lambda change: self.changed(change) if change else self._room.say(nothing))

    def changed(self, change: "Change") -> None:
        """Show a change that is on the disk, and say so."""
        room = self._room
        room.desk.indexing.wake()
        room.text.stop_selecting()
        room.say(change.said)
        room.bottom.show_state("saved ✓")
        if change.article_id == room.article.id:
            self.show(change.marks)

    def _highlight(self) -> None:
        self._change(partial(self._room.desk.marks.toggle_highlight, self._room.article, self._passage()))

    def _delete(self) -> None:
        mark = self._mark_at_hand()
        if mark is None:
            self._room.say("There is no mark here to delete.")
        else:
            self._change(partial(self._room.desk.marks.delete, self._room.article, mark))

    def _note(self) -> None:
        if self._room.furniture.arrangement.focused is Place.NOTES:
            self._edit()
        else:
            self._write(None, self._passage())

    def _edit_at_hand(self) -> None:
        room = self._room
        # In the text the reader's own words go first.
        is_named = room.place is Place.ARTICLE and self._mark_at_hand() is None and room.furniture.correcting.at_hand()
        if is_named or room.place is Place.ENTITIES:
            room.furniture.correcting.edit()
        elif room.place is Place.STATEMENTS:
            room.furniture.correcting_statements.edit()
        else:
            self._edit()

    def _edit(self) -> None:
        mark = self._mark_at_hand()
        if mark is None:
            self._room.say("There is no note here to edit. a writes one.")
        elif mark.kind is MarkKind.NOTE:
            self._write(mark, self.span_of(mark.id))
        else:
            self._tag()

    def _write(self, mark: Mark | None, span: Span | None) -> None:
        """Open the note editor on a mark, or for a new note on a span (None: on the article)."""
        from reader.tui.sheets.note import Kept, NoteSheet, NoteText

        room = self._room
        article = room.article
        keep = partial(room.desk.marks.keep_draft, article, mark, span)

        def opened(known: tuple[str, Mapping[str, int]]) -> None:
            draft, tags = known
            quote = mark.anchor.exact if mark and mark.anchor else span.of(article.text) if span else ""
            sheet = NoteSheet(
                "Note on" if quote else "Note on the article",
                " ".join(quote.split()),
                body=draft or (mark.body if mark else ""),
                tags=mark.tags if mark else (),
                known_tags=tags,
                keep_draft=lambda text: room.perform(partial(keep, text), lambda _: None),
            )
            room.program.push_screen(sheet, closed)

        def closed(answer: NoteText | Kept | None) -> None:
            match answer:
                case NoteText(body, tags):
                    self._change(partial(room.desk.marks.write, article, mark, span, body, tags))
                case Kept(body) if body:
                    key = "e" if mark else "a" if span else "A"
                    room.perform(lambda: keep(body), lambda _: room.say(f"Draft kept; {key} opens it again."))

        room.perform(lambda: (room.desk.marks.draft(article, mark, span), room.desk.marks.known_tags()), opened)

    # Tags.

    def _tag(self) -> None:
        room = self._room
        mark = self._mark_at_hand()
        if mark is None and room.furniture.arrangement.focused is Place.NOTES:
            self._ask_tags(self._article_tags(), None)
        else:
            self._ask_tags(mark, self._passage())

    def _ask_tags(self, mark: Mark | None, span: Span | None) -> None:
        """Ask for the tags of a mark, or of a span without one (None: of the article)."""
        from reader.tui.sheets.tags import TagSheet

        room = self._room
        article = room.article

        def opened(known: Mapping[str, int]) -> None:
            quote = mark.anchor.exact if mark and mark.anchor else span.of(article.text) if span else ""
            title = f"Tags of “{' '.join(quote.split())}”" if quote else "Tags of the article"
            room.program.push_screen(TagSheet(title, mark.tags if mark else (), known), closed)

        def closed(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self._change(partial(room.desk.marks.set_tags, article, mark, span, tags), "No tags were changed.")

        room.perform(room.desk.marks.known_tags, opened)

    # Copying.

    def _copy(self) -> None:
        from reader.export.citation import quotation

        room = self._room
        side = room.furniture.arrangement.focused_side
        span = room.text.target
        if side is not None and isinstance(side.target, Span):
            span = side.target
        elif side is room.furniture.notes and isinstance(side.target, UUID):
            span = self.span_of(side.target) or span
        aside = self._aside
        text = (aside.quotation() if aside else None) or quotation(room.article, span)
        when, before = self._copied
        self._copied = (monotonic(), text)
        if before == text and monotonic() - when < AGAIN_SECONDS:
            from reader.tui.sheets.quote import QuoteScreen

            room.program.push_screen(QuoteScreen(text))
        elif self._copy_command:
            from reader.tui.clipboard import run_copy_command

            room.perform(partial(run_copy_command, self._copy_command, text), lambda _: room.say("Copied."))
        else:
            room.program.copy_to_clipboard(text)
            room.say("Sent to your terminal. y again shows it to copy by hand.")
