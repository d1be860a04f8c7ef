"""From the dates of an article to the lines of their pane."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len

from reader.model.dates import Period, Unit
from reader.text.dates.events import Event
from reader.text.wrap import wrap
from reader.tui.widgets.item_pane import BLANK, Item, heading
from reader.tui.widgets.pieces import Piece, Pieces, in_line

DAY_WIDTH = 13
"""Cells of a day, a question mark and the space behind them."""

LEAST_ROOM = 24
"""Cells of a sentence, below which it stands under its day."""

MOST_LINES = 4
"""Lines of a sentence: a longer one is cut around the words that say when."""

UNDATED = "Without a day"


class DateItems:
    """Makes the items of a pane.

    Args:
        text: of the article.
        width: cells of a line.
    """

    def __init__(self, text: str, width: int) -> None:
        self._text = text
        self._is_narrow = width - DAY_WIDTH < LEAST_ROOM
        self._room = max(2, width - (2 if self._is_narrow else DAY_WIDTH))

    def items(self, events: Sequence[Event]) -> list[Item]:
        """What happened, by date; below, words that mean no day that can be told."""
        dated = sorted((event for event in events if event.dated.period), key=_begins)
        undated = [event for event in events if event.dated.period is None]
        rows = [self._row(event) for event in dated]
        if undated:
            rows += [*([BLANK] if rows else []), heading(UNDATED), *map(self._row, undated)]
        return rows

    def _row(self, event: Event) -> Item:
        return Item(tuple(self._lines(event)), event.dated.words.span)

    def _lines(self, event: Event) -> Iterator[Pieces]:
        period = event.dated.period
        day = "" if period is None else f"{short(period)}{'' if period.is_sure else '?'}"
        if self._is_narrow and day:
            yield (Piece(day, "strong"),)
        indent = " " * (2 if self._is_narrow else DAY_WIDTH)
        said, first, last = self._excerpt(event)
        for start, end in wrap(said, self._room, cell_len) or [(0, 0)]:
            end = start + len(said[start:end].rstrip())
            is_head = start == 0 and not self._is_narrow
            left = Piece(day.ljust(DAY_WIDTH), "strong") if is_head else Piece(indent)
            a, b = (min(max(start, at), end) for at in (first, last))
            yield (left, Piece(said[start:a]), Piece(said[a:b], "cue"), Piece(said[b:end]))

    def _excerpt(self, event: Event) -> tuple[str, int, int]:
        """The sentence as it fits, and where the words that say when stand in it."""
        span, sentence = event.dated.words.span, event.sentence
        said = in_line(sentence.of(self._text))
        first, last = span.start - sentence.start, span.end - sentence.start
        most = MOST_LINES * self._room - 4
        if len(said) <= most:
            return said, first, last
        start = max(0, min(first - most // 3, len(said) - most))
        start = start if start == 0 else said.find(" ", start, first) + 1 or first
        end = start + most
        end = len(said) if end >= len(said) else max(said.rfind(" ", last, end), last)
        before, behind = "… " * (start > 0), " …" * (end < len(said))
        return f"{before}{said[start:end]}{behind}", first - start + len(before), last - start + len(before)


def short(period: Period) -> str:
    """Days in at most eleven cells, as ISO 8601 writes them; of a longer stretch, its first day."""
    start, end = period.start, period.end
    match period.unit:
        case Unit.YEAR if _is_whole(period):
            return f"{start:%Y}"
        case Unit.DECADE if _is_whole(period):
            return f"{start:%Y}s"
        case Unit.MONTH if _is_whole(period):
            return f"{start:%Y-%m}"
    return start.isoformat() if start == end else f"{start.isoformat()}…"


def _is_whole(period: Period) -> bool:
    """Whether it is a whole month or whole years."""
    whole = period.start.day == 1 and (period.end.toordinal() - period.start.toordinal()) >= 27
    return whole and (period.unit is Unit.MONTH or (period.start.month, period.end.month) == (1, 12))


def _begins(event: Event) -> tuple[date, date]:
    assert event.dated.period is not None
    return event.dated.period.start, event.dated.period.end
