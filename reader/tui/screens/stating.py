"""Who said what, beside the text and marked in it."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.actions import Place
from reader.model.article import Article
from reader.model.span import Span
from reader.model.statement import ACTS, Statement
from reader.model.value import replace
from reader.text.ledger import EVERYTHING, Wanted
from reader.tui.widgets.statement_pane import StatementPane

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom

ALL = ""
"""Id of the option that takes a limit away."""


class Stating:
    """Shows the statements of the open article, all or those that the reader wants, and their parts in the text."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._article: Article | None = None
        self._current: Statement | None = None
        """The one whose parts are marked in the text."""
        self._all = False
        self.pane = StatementPane()

    def show(self) -> None:
        """Show what is known now of the open article."""
        room, analysing = self._room, self._room.furniture.analysing
        if self._article is not room.article:
            self._article, self._current = room.article, None
            self.pane.limit(EVERYTHING)
        self.pane.show(room.article, analysing.analysis, analysing.state)
        self._mark()

    # Which statement.

    @property
    def statement(self) -> Statement | None:
        """The statement under the cursor."""
        analysis, number = self._room.furniture.analysing.analysis, self.pane.number
        return None if analysis is None or number is None else analysis.statements[number]

    @property
    def passage(self) -> Span | None:
        """What is said in it, from its first to its last word."""
        statement = self.statement
        return Span(statement.content[0].start, statement.content[-1].end) if statement else None

    def quotation(self) -> str | None:
        """What is said in it, with who says it and where it is told."""
        from reader.export.said import said

        analysis, number = self._room.furniture.analysing.analysis, self.pane.number
        if analysis is None or number is None:
            return None
        return said(self._room.article, analysis, number, self.pane.period)

    # Which ones the pane shows.

    @property
    def is_limited(self) -> bool:
        """Whether the pane shows only some."""
        return self.pane.wanted != EVERYTHING

    def show_all(self) -> None:
        """Let the pane show all statements again."""
        self.pane.limit(EVERYTHING)

    def choose_speaker(self) -> None:
        """Ask whose statements the pane shows."""
        ledger, wanted = self.pane.ledger, self.pane.wanted
        if ledger is None:
            return
        others = replace(wanted, voice=None, unassigned=False)
        numbers = [n for n in ledger.numbers(others) if not ledger.statements[n].is_unassigned]
        counts = Counter(ledger.voices[number].key for number in numbers)
        voices = {chapter.voice.key: chapter.voice for chapter in ledger.chapters()} | {
            ledger.voices[number].key: ledger.voices[number] for number in numbers
        }
        rows = [(key, voice.name, counts[key]) for key, voice in voices.items() if counts[key]]
        self._choose("Statements of", rows, wanted.voice, "voice")

    def choose_act(self) -> None:
        """Ask which kind of statements the pane shows."""
        ledger, wanted = self.pane.ledger, self.pane.wanted
        if ledger is None:
            return
        numbers = ledger.numbers(replace(wanted, act=None, unassigned=False))
        counts = Counter(ledger.statements[n].act for n in numbers if not ledger.statements[n].is_unassigned)
        rows = [(act, words, counts[act]) for act, words in ACTS.items() if counts[act]]
        self._choose("Statements in which somebody", rows, wanted.act, "act")

    def _choose(self, title: str, rows: list[tuple[str, str, int]], current: str | None, what: str) -> None:
        """Ask for one of some limits; each row has an id, words, and how many statements keep to it."""
        from reader.tui.sheets.choice import ChoiceSheet, Option

        if not rows:
            self._room.say("There are no statements to choose from.")
            return
        options = [Option(ALL, "All", str(sum(count for _, _, count in rows)))]
        options += [Option(id_, words, str(count)) for id_, words, count in rows]

        def chosen(id_: str | None) -> None:
            if id_ is not None:
                self._limit(replace(self.pane.wanted, unassigned=False, **{what: id_ or None}))

        self._room.program.push_screen(ChoiceSheet(title, options, current or ALL), chosen)

    def toggle_unassigned(self) -> None:
        """Show only quotations without a speaker; again: all statements."""
        analysis = self._room.furniture.analysing.analysis
        if self.pane.wanted.unassigned:
            self.show_all()
        elif analysis is not None and any(statement.is_unassigned for statement in analysis.statements):
            self._limit(Wanted(unassigned=True))
        else:
            self._room.say("Every quotation has a speaker.")

    def _limit(self, wanted: Wanted) -> None:
        self.pane.limit(wanted)
        self.moved()
        if self.is_limited:
            self._room.say("Esc shows all statements again.")

    # Their parts in the text.

    @property
    def marks_parts(self) -> bool:
        """Whether parts of statements stand out in the text."""
        return self._all or self._current is not None

    def moved(self) -> None:
        """Mark the parts of the statement under the cursor."""
        self._current = self.statement
        self._mark()

    def unmark(self) -> None:
        """Let no part stand out."""
        self._all, self._current = False, None
        self._mark()

    def toggle_parts(self) -> None:
        """Mark the parts of all statements in the text, or of none."""
        self._room.furniture.aside(Place.STATEMENTS)  # which is told when there is more to mark
        self._all = not self._all
        self._mark()

    def _mark(self) -> None:
        analysis = self._room.furniture.analysing.analysis
        marked = analysis.statements if self._all and analysis else (self._current,) if self._current else ()
        self._room.text.set_told([part for statement in marked for part in _parts(statement)])


def _parts(statement: Statement) -> Iterator[tuple[Span, str]]:
    """The parts of a statement, each with its name."""
    for name, spans in (("content", statement.content), ("speaker", statement.speaker), ("cue", statement.cue)):
        yield from ((span, name) for span in spans)
