"""Where articles name an entity: sentence by sentence, the newest article first."""

from collections.abc import Iterator, Sequence

from textual.message import Message

from reader.model.dossier import ArticlePassages
from reader.model.listing import Passage
from reader.text.bidi import LEFT_TO_RIGHT_MARK, has_rtl
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, remark
from reader.tui.widgets.pieces import Piece, fit, in_line
from reader.tui.widgets.wrapped import wrapped_lines

AHEAD = 8
"""Passages below the cursor that are to be known already."""

INDENT = "   "


class PassagePane(ItemPane, inherit_bindings=False):
    """Shows passages under their articles; asks for more before they are needed."""

    class Wanted(Message):
        """More passages are to be shown soon."""

    def __init__(self) -> None:
        super().__init__(id="passages")
        self.border_title = "Passages"
        self._articles: list[ArticlePassages] = []
        self._has_more = True
        self._state = "looking…"

    @property
    def count(self) -> int:
        """How many articles are in it."""
        return len(self._articles)

    @property
    def last_rank(self) -> int | None:
        """Rank of the last article that is shown; None: there is none."""
        return self._articles[-1].rank if self._articles else None

    def article_at(self, target: object) -> ArticlePassages | None:
        """The article that a target belongs to."""
        if not isinstance(target, tuple):
            return None
        return next((article for article in self._articles if article.rank == target[0]), None)

    def begin(self, state: str = "looking…") -> None:
        """Show nothing, and say why."""
        self._articles, self._has_more, self._state = [], True, state
        self.rebuild()

    def add(self, articles: Sequence[ArticlePassages], *, has_more: bool) -> None:
        """Show further articles."""
        self._articles += articles
        self._has_more = has_more
        self._state = "" if self._articles else "No passage. Articles are analysed in the background; come back soon."
        self.rebuild()
        self.lay_out()

    def build(self, width: int) -> Sequence[Item]:
        items: list[Item] = []
        for article in self._articles:
            items.append(_heading(article, width))
            items += (_passage(article, passage, width) for passage in article.passages)
            items.append(BLANK)
        if self._state or self._has_more:
            items.append(remark([self._state or "more…"]))
        return items

    def next(self) -> None:
        """Move the cursor on, and ask for more where the end is near."""
        super().next()
        self._ask()

    def page(self, pages: float) -> None:
        """Scroll by pages, and ask for more where the end is near."""
        super().page(pages)
        self._ask()

    def last(self) -> None:
        """Go to the last passage that is known, and ask for more."""
        super().last()
        self._ask()

    def _ask(self) -> None:
        is_near_end = self._cursor in self._stops()[-AHEAD:]
        if self._has_more and self._articles and is_near_end:
            self._has_more = False  # asked for
            self.post_message(self.Wanted())


def _heading(article: ArticlePassages, width: int) -> Item:
    signs = f"{'●' if not article.is_read else ' '} "
    new = "new  " if article.is_new else ""
    about = " · ".join(filter(None, (article.source, article.published.isoformat() if article.published else "")))
    title = fit(in_line(article.title), width - len(signs) - len(new) - len(about) - 2)
    # A terminal that orders right-to-left text itself must not take what follows for a part of it.
    edge = (Piece(LEFT_TO_RIGHT_MARK),) if has_rtl(title) else ()
    return Item(
        (
            (
                Piece(signs, "number"),
                Piece(new, "star"),
                *edge,
                Piece(title, "strong"),
                *edge,
                Piece(f"  {about}", "quiet"),
            ),
        )
    )


def _passage(article: ArticlePassages, passage: Passage, width: int) -> Item:
    said = passage.span.of(article.text)
    flat = in_line(said)
    lines = []
    start = 0
    for line in wrapped_lines(flat, width - len(INDENT)):
        at = flat.index(line, start) if line else start
        lines.append((Piece(INDENT), *_pieces(flat, at, at + len(line), passage)))
        start = at + len(line)
    return Item(tuple(lines), (article.rank, passage.span))


def _pieces(text: str, start: int, end: int, passage: Passage) -> Iterator[Piece]:
    """A line of a passage, its names emphasised."""
    at = start
    for hit in passage.hits:
        first, last = max(start, hit.start - passage.span.start), min(end, hit.end - passage.span.start)
        if first < last:
            if at < first:
                yield Piece(text[at:first])
            yield Piece(text[first:last], "hit")
            at = last
    if at < end:
        yield Piece(text[at:end])
