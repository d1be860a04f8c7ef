"""Moving through panes and articles, and back to where a jump began."""

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from reader.actions import Place
from reader.desk.desk import Opening
from reader.model.span import Span
from reader.model.statement import StatementKey
from reader.tui.screens.verbs import Verb
from reader.tui.widgets.item_pane import ItemPane

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.widgets.article_view import ArticleView


class Moving:
    """Does in the focused pane what the moving keys ask for."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._back: list[tuple[str, Span]] = []
        self._forward: list[tuple[str, Span]] = []
        self._reopen: Callable[[], Coroutine[object, object, None]] | None = None
        self.verbs: Mapping[str, Verb] = {
            "item.next": lambda: self._pane.next(),
            "item.previous": lambda: self._pane.previous(),
            "item.go": self._go,
            "item.first": lambda: self._pane.first(),
            "item.last": lambda: self._pane.last(),
            "page.down": lambda: self._pane.page(1),
            "page.up": lambda: self._pane.page(-1),
            "page.half_down": lambda: self._pane.page(0.5),
            "page.half_up": lambda: self._pane.page(-0.5),
            "line.down": lambda: self._pane.scroll_lines(1),
            "line.up": lambda: self._pane.scroll_lines(-1),
            "paragraph.next": lambda: self._room.text.next_paragraph(),
            "paragraph.previous": lambda: self._room.text.previous_paragraph(),
            "select.start": self._toggle_selecting,
            "select.word_next": lambda: self._select(self._room.text.select_word_next),
            "select.word_previous": lambda: self._select(self._room.text.select_word_previous),
            "select.other_end": lambda: self._select(self._room.text.select_other_end),
            "select.paragraph": lambda: self._select(self._room.text.select_paragraph),
            "text.wider": lambda: self._room.text.widen(4),
            "text.narrower": lambda: self._room.text.widen(-4),
            "jump.back": lambda: self._retrace(self._back, self._forward),
            "jump.forward": lambda: self._retrace(self._forward, self._back),
        }

    @property
    def _pane(self) -> "ArticleView | ItemPane":
        return self._room.furniture.arrangement.pane(self._room.furniture.arrangement.focused)

    # Going to a passage.

    def _go(self) -> None:
        side = self._room.furniture.arrangement.focused_side
        if side is not None:
            side.choose()

    def chosen(self, target: object) -> None:
        """Go to what an item of a side pane stands for: a passage, what is said, a mark, a name's next mention."""
        room = self._room
        match target:
            case Span():
                self._leave_narrow_side()
                self.jump(target)
            case UUID():
                span = room.furniture.marking.span_of(target)
                self._leave_narrow_side()
                if span is not None:
                    self.jump(span)
            case StatementKey():
                self._leave_narrow_side()
                self.jump(target.content[0])
            case str():
                self._leave_narrow_side()
                room.furniture.naming.walk_mentions_of(target)

    def jump(self, span: Span) -> None:
        """Show a passage, and remember where the jump began."""
        here = self._here()
        if not self._back or self._back[-1] != here:
            self._back.append(here)
        self._forward.clear()
        self._room.text.go_to(span)

    def came_from(self, reopen: Callable[[], Coroutine[object, object, None]]) -> None:
        """Remember the screen from which the open article was gone to: behind all jumps one comes back to it."""
        self._back.clear()
        self._reopen = reopen

    def _leave_narrow_side(self) -> None:
        if self._room.furniture.arrangement.is_narrow:
            self._room.furniture.arrangement.focus(Place.ARTICLE)

    def _here(self) -> tuple[str, Span]:
        return self._room.article.id, self._room.text.focus_span

    def _retrace(self, source: list[tuple[str, Span]], other: list[tuple[str, Span]]) -> None:
        if not source:
            if source is self._back and self._reopen is not None:
                self._room.program.run_worker(self._reopen(), exit_on_error=False)
            return
        other.append(self._here())
        article_id, span = source.pop()
        if article_id == self._room.article.id:
            self._room.text.go_to(span)
        else:
            self._room.perform(
                lambda: self._room.desk.opening(article_id), lambda opening: self._open_at(opening, span)
            )

    def _open_at(self, opening: Opening | None, span: Span) -> None:
        if opening is not None:
            self.leave()
            self._room.show(opening)
            self._room.text.go_to(span)

    def leave(self) -> None:
        """Keep the place in the open article."""
        room = self._room
        article, focus, top = room.article, room.text.focus_span, room.text.top
        room.perform(lambda: room.desk.keep_place(article, focus, top), lambda _: None)

    # Selecting.

    def _toggle_selecting(self) -> None:
        text = self._room.text
        if text.selecting:
            text.stop_selecting()
        else:
            text.start_selecting()
            self._room.say("Selecting: j k sentence, w b word, p paragraph, o other end; then H a t y.")

    def _select(self, change: Verb) -> bool | None:
        return change() if self._room.text.selecting else False
