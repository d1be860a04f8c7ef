"""What the summary leaves out, and the sentences that the reader puts into it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.model.analysis import Analysis
from reader.model.span import Span
from reader.text.omissions import Omission, omissions
from reader.text.standing import antecedent

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom


class _Audit(NamedTuple):
    """What was found out about a summary."""

    left_out: tuple[Omission, ...]
    leads: Mapping[Span, Span]
    """By a chosen sentence, the one without which it cannot be understood."""


class Auditing:
    """Compares the summary with the article; made when the summary stands."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room

    def show(self) -> None:
        """Have what the shown summary leaves out be found, and tell it."""
        room, analysing = self._room, self._room.furniture.analysing
        text, analysis, chosen = room.article.text, analysing.analysis, room.furniture.summarising.chosen
        if analysis is None or not analysis.complete or analysing.state:
            return
        own = self._own(analysis)

        def show(audit: _Audit) -> None:
            # Another summary, or another article, may be shown by now.
            if analysing.analysis is not analysis or room.furniture.summarising.chosen != chosen:
                return
            added = frozenset(analysis.sentences[number] for number in room.furniture.summarising.added)
            room.furniture.summary.audit(audit.left_out, audit.leads, added)
            room.furniture.arrangement.share_column()

        room.perform(lambda: _audit(text, analysis, chosen, own), show)

    def _own(self, analysis: Analysis) -> str:
        """The medium that the article comes from, which is no party to it."""
        source = self._room.article.source_span
        return next((one.entity for one in analysis.mentions if source is not None and one.span.overlaps(source)), "")

    def toggle(self) -> None:
        """List what is left out, or only tell how much it is."""
        self._room.furniture.summary.toggle_omissions()
        self._room.furniture.arrangement.share_column()

    def put_in(self) -> None:
        """Put the sentence of what is left out into the summary; take one that was put in out again."""
        room, summarising, pane = self._room, self._room.furniture.summarising, self._room.furniture.summary
        omission, analysis = pane.omission_at(pane.target), room.furniture.analysing.analysis
        if omission is not None:
            summarising.put_in(omission.sentence)
            room.say("Its sentence is in the summary. p on the sentence takes it out.")
            return
        number = next((n for n in summarising.chosen if analysis and analysis.sentences[n] == pane.target), None)
        if number is not None and not summarising.take_out(number):
            room.say("The summary chose this sentence itself; - makes it shorter.")


def _audit(text: str, analysis: Analysis, chosen: tuple[int, ...], own: str) -> _Audit:
    """Compare a summary with its article; for any thread."""
    leads: dict[Span, Span] = {}
    for number in chosen:
        lead = antecedent(text, analysis, number)
        if lead is not None and lead not in chosen:
            leads[analysis.sentences[number]] = analysis.sentences[lead]
    return _Audit(omissions(text, analysis, chosen, own), leads)
