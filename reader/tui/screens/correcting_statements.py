"""What the reader says of statements: who makes them, what is done by them, and that they are none."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.desk.rules import Said
from reader.model.statement import ACTS

if TYPE_CHECKING:
    from reader.desk.rules import Ruled
    from reader.tui.screens.reading_room import ReadingRoom

SPEAKER, ACT, NOBODY = "speaker", "act", ""
"""Ids of options."""


class CorrectingStatements:
    """Corrects the statement under the cursor of their pane."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room

    def reject(self) -> None:
        """Say that it is no statement."""
        if (said := self._at_hand()) is not None:
            self._rule(partial(self._room.desk.rules.reject_statement, said))

    def edit(self) -> None:
        """Ask what of it is to be corrected."""
        from reader.tui.sheets.choice import ChoiceSheet, Option

        if (said := self._at_hand()) is None:
            return
        options = [
            Option(SPEAKER, "Who says it", said.by or "nobody is named"),
            Option(ACT, "What is done by it", ACTS.get(said.statement.act, "")),
        ]
        ask = {SPEAKER: self._ask_speaker, ACT: self._ask_act}
        self._room.program.push_screen(
            ChoiceSheet("Correct", options, SPEAKER), lambda id_: ask[id_](said) if id_ else None
        )

    def _ask_speaker(self, said: Said) -> None:
        from reader.text.labels import LABELS
        from reader.tui.sheets.choice import ChoiceSheet, Option

        entities = {one.id: one for one in self._room.furniture.analysing.entities}
        options = [Option(one.id, one.name, LABELS[one.label][1]) for one in entities.values()]
        options.append(Option(NOBODY, "Nobody who is named"))

        def chosen(id_: str | None) -> None:
            if id_ is not None:
                self._rule(partial(self._room.desk.rules.attribute, said, entities.get(id_)))

        self._room.program.push_screen(ChoiceSheet("Who says it?", options, said.statement.entity or NOBODY), chosen)

    def _ask_act(self, said: Said) -> None:
        from reader.tui.sheets.choice import ChoiceSheet, Option

        options = [Option(act, words, act) for act, words in ACTS.items()]

        def chosen(act: str | None) -> None:
            if act is not None:
                self._rule(partial(self._room.desk.rules.classify, said, act))

        self._room.program.push_screen(ChoiceSheet("Somebody", options, said.statement.act), chosen)

    def _at_hand(self) -> Said | None:
        """The statement under the cursor."""
        pane, statement = self._room.furniture.stating.pane, self._room.furniture.stating.statement
        if statement is None or pane.number is None or pane.ledger is None:
            self._room.say("There is no statement here. 5 goes to the statements.")
            return None
        voice = pane.ledger.voices[pane.number]
        return Said(statement, self._room.article, voice.name if statement.is_attributed else "")

    def _rule(self, act: "Callable[[], Ruled]") -> None:
        self._room.furniture.correcting.decide(act)
