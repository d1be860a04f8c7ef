"""What the summary leaves out, and the sentences that the reader puts into it."""

from typing import TYPE_CHECKING

from reader.model.span import Span
from reader.text.omissions import omissions
from reader.text.standing import antecedent

if TYPE_CHECKING:
    from reader.model.analysis import Analysis
    from reader.tui.screens.reading_room import ReadingRoom


class Auditing:
    """Compares the summary with the article; made when the summary stands."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room

    def show(self) -> None:
        """Tell what the summary that is shown leaves out."""
        room, analysing = self._room, self._room.furniture.analysing
        analysis = analysing.analysis
        if analysis is None or not analysis.complete or analysing.state:
            return
        text, chosen = room.article.text, analysing.chosen
        leads: dict[Span, Span] = {}
        for number in chosen:
            lead = antecedent(text, analysis, number)
            if lead is not None and lead not in chosen:
                leads[analysis.sentences[number]] = analysis.sentences[lead]
        left_out = omissions(text, analysis, chosen, self._own(analysis))
        added = frozenset(analysis.sentences[number] for number in analysing.added if number in chosen)
        room.furniture.summary.audit(left_out, leads, added)
        room.furniture.arrangement.share_column()

    def _own(self, analysis: "Analysis") -> str:
        """The medium that the article comes from, which is no party to it."""
        source = self._room.article.source_span
        return next((one.entity for one in analysis.mentions if source is not None and one.span.overlaps(source)), "")

    def put_in(self) -> None:
        """Put the sentence of what is left out into the summary; take one that was put in out again."""
        room, analysing, pane = self._room, self._room.furniture.analysing, self._room.furniture.summary
        omission, analysis = pane.omission_at(pane.target), analysing.analysis
        if omission is not None:
            analysing.put_in(omission.sentence)
            room.say("Its sentence is in the summary. p on the sentence takes it out.")
            return
        number = next((n for n in analysing.chosen if analysis and analysis.sentences[n] == pane.target), None)
        if number is not None and not analysing.take_out(number):
            room.say("The summary chose this sentence itself; - makes it shorter.")
