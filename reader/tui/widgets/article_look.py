"""What the rows of an article look like, in names of styles."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import msgspec

from reader.model.article import PartKind
from reader.model.mark import MarkKind
from reader.model.span import Span
from reader.model.value import Value
from reader.text.bidi import widen
from reader.text.guard import guard
from reader.tui.widgets.span_index import SpanIndex

NAME_STYLES: Mapping[str, str] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "place",
    "ORG": "organisation",
    "MEDIA": "media",
}
"""How a name of each label is shown; others are only underlined."""

LETTER_ORDER = (MarkKind.NOTE, MarkKind.HIGHLIGHT, MarkKind.TAGS)
"""Which of the marks that begin on one line shows its letter."""

MARK_STYLES: Mapping[MarkKind, str] = {
    MarkKind.HIGHLIGHT: "highlight",
    MarkKind.NOTE: "note",
    MarkKind.TAGS: "tags",
}


class MarkSpan(Value, frozen=True):
    """A mark in its place."""

    span: Span
    letter: str
    """What the margin shows where it begins."""
    kind: MarkKind


Piece = tuple[str, tuple[str, ...]]
"""Some text, and the names of its styles, the ground first."""


class Look(Value, frozen=True):
    """One row: its margin and its text."""

    start: int
    """Code point of the article that its text begins with."""
    shown: str
    """Its text."""
    margin: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    """Its text again, cut where the styles change."""

    def offset_at(self, cell: int, cell_len: Callable[[str], int]) -> int:
        """The code point of the article that is drawn at a cell of the text, the last one behind its end."""
        last = max(0, len(self.shown) - 1)
        return self.start + next((n for n in range(last) if cell_len(self.shown[: n + 1]) > cell), last)


class Layers(msgspec.Struct):
    """All that lies over the text of an article."""

    focus: Span
    selection: Span | None = None
    selected_by_mouse: Span | None = None
    summary: SpanIndex[int] = msgspec.field(default_factory=SpanIndex)
    """The sentences of the summary with their numbers."""
    marks: SpanIndex[MarkSpan] = msgspec.field(default_factory=SpanIndex)
    names: SpanIndex[str] = msgspec.field(default_factory=SpanIndex)
    """With their labels."""
    chosen: SpanIndex[None] = msgspec.field(default_factory=SpanIndex)
    """Mentions of the chosen entity."""
    bright: SpanIndex[None] | None = None
    """The sentences that stay bright; None: all do."""
    mention: Span | None = None
    """The one of them that the reader went to."""
    told: SpanIndex[str] = msgspec.field(default_factory=SpanIndex)
    """Parts of statements, with the name of the part."""
    matches: SpanIndex[None] = msgspec.field(default_factory=SpanIndex)
    match: Span | None = None
    """The match that the reader went to."""

    def look(self, text: str, row: Span, kind: PartKind, *, has_focus: bool) -> Look:
        """How a row of an article's text is shown; `has_focus`: the focus begins in it."""
        shown = guard(row.of(text)).replace("\t", " ").rstrip()
        return Look(row.start, shown, self._margin(row, has_focus), tuple(self._pieces(shown, row.start, kind)))

    # Margin: focus, number or letter, bar of the summary, bar of marks, and a space.

    def _margin(self, row: Span, has_focus: bool) -> tuple[Piece, ...]:
        summary = self.summary.touching(row.start, row.end)
        marks = self.marks.touching(row.start, row.end)
        numbers = [number for span, number in summary if span.start >= row.start]
        begun = [mark for span, mark in marks if span.start >= row.start]
        letter = min(begun, key=lambda mark: LETTER_ORDER.index(mark.kind)).letter if begun else ""
        number = f"{numbers[0]}{'+' if len(numbers) > 1 else ''}" if numbers else ""
        bar = "▌" if summary else ""
        if number:
            # Where a number and a letter meet, the letter takes the place of the bar.
            sign, bar = number[0], number[1:] or letter or bar
        else:
            sign = letter
        cells = (
            (">" if has_focus else "", "pointer"),
            (sign, "number" if number else "letter"),
            (bar, "letter" if bar and bar == letter else "number"),
            ("▐" if marks else "", "letter"),
            ("", ""),
        )
        return tuple((cell, (name,)) if cell else (" ", ()) for cell, name in cells)

    # Text: grounds first, what is written on them after.

    def _pieces(self, shown: str, start: int, kind: PartKind) -> list[Piece]:
        layers = [
            (*widen(shown, max(0, span.start - start), min(len(shown), span.end - start)), name)
            for span, name in self._layers(start, start + len(shown))
        ]
        if kind is not PartKind.BODY:
            layers.insert(0, (0, len(shown), kind.value))
        cuts = sorted({0, len(shown), *(at for layer in layers for at in layer[:2])})
        return [
            (shown[a:b], tuple(name for first, last, name in layers if first <= a and b <= last))
            for a, b in pairwise(cuts)
        ]

    def _faint(self, start: int, end: int) -> Iterator[Span]:
        """What lies between the bright sentences."""
        if self.bright is None:
            return
        for span, _ in self.bright.touching(start, end):
            if start < span.start:
                yield Span(start, span.start)
            start = max(start, span.end)
        if start < end:
            yield Span(start, end)

    def _layers(self, start: int, end: int) -> list[tuple[Span, str]]:
        layers = [(self.focus, "focus"), *((span, "faint") for span in self._faint(start, end))]
        for span, mark in self.marks.touching(start, end):
            layers.append((span, MARK_STYLES[mark.kind]))
            if span.overlaps(self.focus):
                both = Span(max(span.start, self.focus.start), min(span.end, self.focus.end))
                layers.append((both, "focused-mark"))
        layers += [(span, f"told-{part}") for span, part in self.told.touching(start, end)]
        layers += [(span, NAME_STYLES.get(label, "name")) for span, label in self.names.touching(start, end)]
        layers += [(span, "mention") for span, _ in self.chosen.touching(start, end)]
        layers += [(span, "match") for span, _ in self.matches.touching(start, end)]
        layers += [(span, "selection") for span in (self.selection, self.selected_by_mouse) if span]
        layers += [(span, "current") for span in (self.mention, self.match) if span]
        return [(span, name) for span, name in layers if span.start < end and start < span.end]
