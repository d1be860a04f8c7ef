"""What happened when, as the article tells it."""

from collections.abc import Sequence

from textual.content import Content

from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.span import Span
from reader.text.dates.events import Event, events
from reader.tui.widgets.date_items import DateItems
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, remark
from reader.tui.widgets.wrapped import wrapped_lines

NO_DATELINE = "The article has no date: only full dates mean a day."


class DatePane(ItemPane, inherit_bindings=False):
    """Lists dates in the order of the calendar; the title tells from which day they are counted."""

    def __init__(self) -> None:
        super().__init__(id="dates")
        self._article: Article | None = None
        self._analysis: Analysis | None = None
        self._events: tuple[Event, ...] = ()
        self._state = ""
        self._update_title()

    @property
    def count(self) -> int:
        """How many dates are in it."""
        return len(self._events)

    @property
    def event(self) -> Event | None:
        """What the cursor stands on."""
        return next((event for event in self._events if event.dated.words.span == self.target), None)

    def show(self, article: Article, analysis: Analysis | None, state: str) -> None:
        """Show the dates of an article, and in a few words what is under way."""
        if (article, analysis) != (self._article, self._analysis):
            self._article, self._analysis = article, analysis
            self._events = tuple(events(article, analysis)) if analysis else ()
        self._state = state
        self._update_title()
        self.rebuild()

    def build(self, width: int) -> Sequence[Item]:
        items = DateItems(self._article.text, width).items(self._events) if self._article else []
        missing = self._analysis.missing if self._analysis else ""
        said = self._state or missing or self._advice()
        return [*items, *([BLANK] if items else []), remark(wrapped_lines(said, width))] if said else items

    def _advice(self) -> str:
        if not self._events:
            return "No dates found."
        return NO_DATELINE if self._article and self._article.published is None else ""

    def _update_title(self) -> None:
        parts = ["Dates"]
        if self._events:
            parts.append(str(len(self._events)))
            if self._article and self._article.published:
                parts.append(f"from {self._article.published.isoformat()}")
        self.border_title = Content(" · ".join(parts))

    @property
    def passage(self) -> Span | None:
        """The sentence under the cursor."""
        return self.event.sentence if self.event else None
