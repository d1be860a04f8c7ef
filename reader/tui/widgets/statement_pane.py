"""Who said what, as the article tells it."""

from collections.abc import Sequence
from functools import cached_property

from textual.content import Content

from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.dates import Period
from reader.model.statement import ACTS, StatementKey
from reader.text.dates.chronology import dated, statement_dates
from reader.text.ledger import EVERYTHING, Ledger, Wanted
from reader.tui.widgets.days import short_period
from reader.tui.widgets.item_pane import BLANK, Item, ItemPane, remark
from reader.tui.widgets.pieces import in_line
from reader.tui.widgets.statement_items import StatementItems
from reader.tui.widgets.wrapped import wrapped_lines


class Shown:
    """The statements of an article, and what is worked out of them once it is looked at."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article = article
        self.analysis = analysis

    @cached_property
    def ledger(self) -> Ledger:
        """The statements with who makes them."""
        return Ledger(self.analysis, self.article.text)

    @cached_property
    def unassigned(self) -> int:
        """How many of them are quotations without a speaker."""
        return sum(statement.is_unassigned for statement in self.analysis.statements)

    @cached_property
    def total(self) -> int:
        """How many there are beside these."""
        return len(self.analysis.statements) - self.unassigned

    @cached_property
    def periods(self) -> list[Period | None]:
        """When each was made, as far as the article tells."""
        dates = statement_dates(self.analysis, dated(self.article, self.analysis))
        return [found.period if found else None for found in dates]

    def items(self, wanted: Wanted, width: int) -> list[Item]:
        """What the pane shows of them."""
        year = self.article.published.year if self.article.published else None
        days = {n: short_period(period, year) for n, period in enumerate(self.periods) if period is not None}
        return StatementItems(self.article.text, days, width).items(self.ledger.chapters(wanted))


class StatementPane(ItemPane, inherit_bindings=False):
    """Lists statements by who makes them; the title tells how many there are, and how many nobody is named for."""

    def __init__(self) -> None:
        super().__init__(id="statements")
        self._shown: Shown | None = None
        self._wanted = EVERYTHING
        self._state = ""
        self._built: tuple[object, list[Item]] = (None, [])
        self._update_title()

    @property
    def count(self) -> int:
        """How many statements are in it."""
        return self._shown.total if self._shown else 0

    @property
    def ledger(self) -> Ledger | None:
        """The statements with who makes them; None: nothing is known."""
        return self._shown.ledger if self._shown else None

    @property
    def period(self) -> Period | None:
        """When the statement under the cursor was made."""
        return None if self._shown is None or self.number is None else self._shown.periods[self.number]

    @property
    def wanted(self) -> Wanted:
        """Which of them it is limited to."""
        return self._wanted

    @property
    def number(self) -> int | None:
        """Number of the statement under the cursor."""
        key = self.target
        if self._shown is None or not isinstance(key, StatementKey):
            return None
        return next((n for n, statement in enumerate(self._shown.ledger.statements) if statement.key == key), None)

    def show(self, article: Article, analysis: Analysis | None, state: str) -> None:
        """Show the statements of an article, and in a few words what is under way."""
        if analysis is None:
            self._shown = None
        elif self._shown is None or self._shown.analysis is not analysis:
            self._shown = Shown(article, analysis)
        self._state = state
        self._update_title()
        self.rebuild()

    def limit(self, wanted: Wanted) -> None:
        """Show only these."""
        self._wanted = wanted
        self._update_title()
        self.rebuild()
        self.lay_out()
        self.first()

    def build(self, width: int) -> Sequence[Item]:
        if self._shown is None:
            return [remark(wrapped_lines(self._state or "No statements found.", width))]
        of = (self._shown, self._wanted, width)
        if self._built[0] != of:
            self._built = of, self._shown.items(self._wanted, width)
        items = self._built[1]
        said = self._state or self._shown.analysis.missing or ("" if items else "No statements found.")
        return [*items, *([BLANK] if items else []), remark(wrapped_lines(said, width))] if said else items

    def _update_title(self) -> None:
        self.border_title = Content(in_line(" · ".join(("Statements", *self._coverage()))))

    def _coverage(self) -> list[str]:
        """How much there is, and how much of it is shown."""
        shown, wanted = self._shown, self._wanted
        if shown is None or not shown.analysis.statements:
            return []
        quotations = f"{shown.unassigned} {'quotation' if shown.unassigned == 1 else 'quotations'} without a speaker"
        if wanted.unassigned:
            return [f"only {quotations}"]
        if wanted == EVERYTHING:
            return [str(shown.total), *([quotations] if shown.unassigned else [])]
        by = next((voice.name for voice in shown.ledger.voices if voice.key == wanted.voice), "")
        act = ACTS.get(wanted.act or "", wanted.act or "")
        return [*filter(None, (f"{len(shown.ledger.numbers(wanted))} of {shown.total}", by, act))]
