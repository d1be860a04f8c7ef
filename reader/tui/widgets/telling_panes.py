"""What many articles tell: who said what, the newest article first, and what happened when, by date."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.message import Message

from reader.desk.across import Telling
from reader.model.article import Article
from reader.model.span import Span
from reader.model.statement import StatementKey
from reader.model.value import replace
from reader.text.bidi import LEFT_TO_RIGHT_MARK, has_rtl
from reader.tui.widgets.date_items import DAY_WIDTH, DateItems
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, remark
from reader.tui.widgets.pieces import Piece, Pieces, fit, in_line
from reader.tui.widgets.statement_pane import Shown
from reader.tui.widgets.wrapped import wrapped_lines

AHEAD = 8
"""Things below the cursor that are to be known already."""


class TellingPane(ItemPane, inherit_bindings=False):
    """Shows what articles tell; a target is the rank of an article and a passage. Asks for more before it is needed."""

    class Wanted(Message):
        """More articles are to be looked at soon."""

    def __init__(self, *, id: str, nothing: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._nothing = nothing
        self._state = "looking…"
        self._tellings: list[Telling] = []
        self._has_more = False
        self._made: dict[tuple[int, int], list[Item]] = {}

    def begin(self) -> None:
        """Show nothing yet."""
        self._tellings, self._has_more, self._state = [], False, "looking…"
        self._made.clear()
        self.rebuild()

    def add(self, tellings: Sequence[Telling], state: str, *, has_more: bool) -> None:
        """Show further articles, and in a few words what is under way."""
        self._tellings += tellings
        self._state, self._has_more = state, has_more
        self.rebuild()
        self.lay_out()

    def build(self, width: int) -> Sequence[Item]:
        items = list(self.arranged(width))
        said = self._state or ("more…" if self._has_more else "" if items else self._nothing)
        return [*items, remark(wrapped_lines(said, width))] if said else items

    def arranged(self, width: int) -> Iterator[Item]:
        """The items of all articles, as they follow each other."""
        raise NotImplementedError

    def of(self, telling: Telling, width: int) -> list[Item]:
        """The items of an article."""
        key = telling.rank, width
        if key not in self._made:
            self._made[key] = self.make(telling, width)
        return self._made[key]

    def make(self, telling: Telling, width: int) -> list[Item]:
        """The items of an article, for the first time."""
        raise NotImplementedError

    def next(self) -> None:
        """Move the cursor on, and ask for more where the end is near."""
        super().next()
        self._ask()

    def page(self, pages: float) -> None:
        """Scroll by pages, and ask for more where the end is near."""
        super().page(pages)
        self._ask()

    def last(self) -> None:
        """Go to the last thing that is known, and ask for more."""
        super().last()
        self._ask()

    def _ask(self) -> None:
        if self._has_more and self._cursor in self._stops()[-AHEAD:]:
            self._has_more = False  # asked for
            self.post_message(self.Wanted())


class SaidPane(TellingPane, inherit_bindings=False):
    """Lists statements under their articles, the newest first, as the reading room lists those of one."""

    def __init__(self) -> None:
        super().__init__(id="said", nothing="None found.")
        self.border_title = "Statements"

    @property
    def count(self) -> int:
        """How many statements are in it."""
        return sum(telling.statements for telling in self._tellings)

    def arranged(self, width: int) -> Iterator[Item]:
        for telling in self._tellings:
            if telling.statements:
                yield from self.of(telling, width)

    def make(self, telling: Telling, width: int) -> list[Item]:
        items = Shown(telling.article, telling.analysis).items(telling.wanted, width)
        return [_heading(telling, width), *(_placed(item, telling.rank) for item in items), BLANK]


class HappenedPane(TellingPane, inherit_bindings=False):
    """Lists what is told to have happened, in the order of the calendar, each with the article that tells it."""

    def __init__(self) -> None:
        super().__init__(id="happened", nothing="No dates found.")
        self.border_title = "Dates"

    @property
    def count(self) -> int:
        """How many dates are in it."""
        return len(self._order())

    def arranged(self, width: int) -> Iterator[Item]:
        for _, _, number, telling in self._order():
            yield self.of(telling, width)[number]

    def make(self, telling: Telling, width: int) -> list[Item]:
        """The items of an article, in text order; what has no day is left out."""
        told = Piece(f"{' ' * min(DAY_WIDTH, width // 4)}{fit(_about(telling.article), width - DAY_WIDTH)}", "quiet")
        items = DateItems(telling.article.text, width)
        return [
            Item((*row.lines, (told,)), (telling.rank, event.dated.words.span))
            for event in telling.events
            if event.dated.period is not None
            for row in items.items([event])
        ]

    def _order(self) -> list[tuple[tuple[date, date], int, int, Telling]]:
        """What is listed: its days, its article's place, its own number among the dated of the article, the article."""
        found = []
        for place, telling in enumerate(self._tellings):
            periods = [event.dated.period for event in telling.events if event.dated.period is not None]
            found += [((period.start, period.end), place, number, telling) for number, period in enumerate(periods)]
        return sorted(found, key=lambda one: one[:3])


def _placed(item: Item, rank: int) -> Item:
    """An item of one article among those of many."""
    key = item.target
    if not isinstance(key, StatementKey):
        return item
    return replace(item, target=(rank, Span(key.content[0].start, key.content[-1].end)))


def _heading(telling: Telling, width: int) -> Item:
    signs = f"{' ' if telling.is_read else '●'} "
    new = "new  " if telling.is_new else ""
    line: Pieces = (
        Piece(signs, "number"),
        Piece(new, "star"),
        Piece(fit(_about(telling.article), width - len(signs) - len(new)), "quiet"),
    )
    return Item((line,))


def _about(article: Article) -> str:
    """When and by whom an article was published, and its title, in a line."""
    facts = (article.published.isoformat() if article.published else "", article.source or "", article.title)
    told = in_line(" · ".join(filter(None, facts)))
    # A terminal that orders right-to-left text itself must not take what stands beside it for a part of it.
    return f"{LEFT_TO_RIGHT_MARK}{told}{LEFT_TO_RIGHT_MARK}" if has_rtl(told) else told
