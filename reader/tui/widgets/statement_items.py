"""From the statements of an article to the lines of their pane."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len

from reader.model.span import Span
from reader.model.statement import Authority, Statement
from reader.text.bidi import LEFT_TO_RIGHT_MARK, has_rtl
from reader.text.ledger import OPEN, Chapter, Row, Voice
from reader.text.wrap import wrap
from reader.tui.widgets.item_pane import BLANK, Item
from reader.tui.widgets.pieces import Piece, Pieces, fit, in_line

INDENT = 2
"""Cells by which what is told in a statement stands further right, and what somebody says than who says it."""

DEEPEST = 4
"""Statements in each other that are told apart by their indent."""

LABEL_WIDTH = 13
"""Cells that a cue has at most beside what is said; a longer one has the line for itself."""

LEAST_ROOM = 24
"""Cells of what is said, below which it stands under its cue."""

NOTE_GAP, LEAST_NOTE = 3, 8
"""Cells between who speaks and the note on it, and cells of the note, below which it is left out."""

GAP = "  "


class StatementItems:
    """Makes the items of a pane.

    Args:
        text: of the article.
        days: in a few cells, when statements were made, by their number.
        width: cells of a line.
    """

    def __init__(self, text: str, days: Mapping[int, str], width: int) -> None:
        self._text = text
        self._days = days
        self._width = width

    def items(self, chapters: Sequence[Chapter]) -> list[Item]:
        """The statements under who makes them, an empty line between two who speak."""
        labels = [cell_len(label(row.statement)) for chapter in chapters for row in chapter.rows]
        column = min(max(labels, default=0), LABEL_WIDTH, self._width // 3) + len(GAP)
        return [item for chapter in chapters for item in (*self._chapter(chapter, column), BLANK)][:-1]

    def _chapter(self, chapter: Chapter, column: int) -> Iterator[Item]:
        yield Item((self._heading(chapter.voice, 0, "strong"),))
        heard: list[str] = [chapter.voice.key]
        for row in chapter.rows:
            # Who spoke last at this depth, else in the statement above.
            if row.voice.key != heard[: row.depth + 1][-1]:
                yield Item((self._heading(row.voice, self._indent(row.depth), "plain"),))
            heard[row.depth :] = [row.voice.key]
            yield Item(tuple(self._lines(row, column)), row.statement.key)

    def _heading(self, voice: Voice, indent: int, look: str) -> Pieces:
        room = self._width - indent
        name = fit(in_line(voice.name), room)
        left = room - cell_len(name) - NOTE_GAP
        note = (Piece(" " * NOTE_GAP), *_apart(fit(in_line(voice.note), left), "quiet")) if left >= LEAST_NOTE else ()
        return (Piece(" " * indent), *_apart(name, look), *note)

    def _lines(self, row: Row, column: int) -> Iterator[Pieces]:
        indent = INDENT + self._indent(row.depth)
        room = self._width - indent - column
        sign, left = label(row.statement), Piece(" " * indent)
        if cell_len(sign) > column - len(GAP) or room < LEAST_ROOM:
            yield (left, *_cue(row.statement, fit(sign, self._width - indent)))
            column, sign = (column, "") if room >= LEAST_ROOM else (INDENT, "")
        facts = GAP.join(filter(None, self._facts(row)))
        said = f"{facts}{GAP if facts else ''}{in_line(content(row.statement.content, self._text))}"
        width = max(2, self._width - indent - column)
        for start, end in wrap(said, width, cell_len) or [(0, 0)]:
            head: Pieces = (Piece(" " * column),)
            if start == 0 and sign:
                head = (*_cue(row.statement, sign), Piece(" " * (column - cell_len(sign))))
            known = max(start, min(end, len(facts)))
            quiet, words = said[start:known], said[known:end].rstrip()
            yield (left, *head, Piece(quiet, "quiet"), *_apart(words, "plain"))

    def _indent(self, depth: int) -> int:
        return min(INDENT * min(depth, DEEPEST), self._width // 4)

    def _facts(self, row: Row) -> Iterator[str]:
        """What is known of a statement that its cue and its speaker do not tell."""
        statement = row.statement
        if row.voice.key == OPEN:
            yield f"“{in_line(content(statement.speaker, self._text))}”"
        elif statement.authority in (Authority.UNNAMED, Authority.MEDIA) and statement.authority != row.voice.note:
            yield str(statement.authority)
        if row.told_by is not None:
            yield f"via {in_line(row.told_by.name)}"
        yield self._days.get(row.number, "")


def content(spans: Sequence[Span], text: str) -> str:
    """The words of some spans in one line, with a sign where something stands between them."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def label(statement: Statement) -> str:
    """How it is said, in a word: `accuse`, `not say`, `may announce`."""
    signs = ("not" if statement.is_negated else "", "may" if statement.is_modal else "")
    return " ".join(filter(None, (*signs, statement.lemma or ("quoted" if statement.is_direct else statement.act))))


def _cue(statement: Statement, shown: str) -> Pieces:
    """A label, the sign that this is not said, or only may be, before the cue."""
    if not (statement.is_negated or statement.is_modal) or not shown:
        return (Piece(shown, "cue" if statement.lemma else "quiet"),)
    sign, _, cue = shown.partition(" ")
    return (Piece(f"{sign} ", "sign"), Piece(cue, "cue"))


def _apart(text: str, look: str) -> Pieces:
    """A text, kept from what stands beside it where a terminal orders the text itself."""
    edge = (Piece(LEFT_TO_RIGHT_MARK),) if has_rtl(text) else ()
    return (*edge, Piece(text, look), *edge)
