"""What the reading room gets when its text stands: the panes beside it, and all that the reader can do."""

from functools import cached_property
from typing import TYPE_CHECKING

from reader.actions import Place
from reader.config import Config
from reader.model.analysis import METHODS
from reader.tui.screens.adding import Adding
from reader.tui.screens.analysing import Analysing
from reader.tui.screens.arrangement import Arrangement
from reader.tui.screens.finding import Finding
from reader.tui.screens.marking import Marking
from reader.tui.screens.moving import Moving
from reader.tui.screens.naming import Naming
from reader.tui.screens.summarising import LENGTHS, Summarising
from reader.tui.screens.surfaces import Surfaces
from reader.tui.screens.triage import Triage
from reader.tui.screens.verbs import Aside, Part, Verb, around_names
from reader.tui.widgets.entity_pane import EntityPane
from reader.tui.widgets.note_pane import NotePane
from reader.tui.widgets.summary_pane import SummaryPane

if TYPE_CHECKING:
    from reader.tui.screens.auditing import Auditing
    from reader.tui.screens.correcting import Correcting
    from reader.tui.screens.correcting_statements import CorrectingStatements
    from reader.tui.screens.dating import Dating
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.screens.stating import Stating


class Furniture:
    """The side panes and the parts of a room; its modules are imported, and they made, after the first paint."""

    def __init__(self, room: "ReadingRoom", config: Config) -> None:
        self._room = room
        self.summary = SummaryPane()
        self.entities = EntityPane()
        self.notes = NotePane()
        self.asides: dict[Place, Aside] = {}
        """What stands aside and was asked for."""
        self.arrangement = Arrangement(room)
        self.analysing = Analysing(room)
        self.summarising = Summarising(room, config)
        self.naming = Naming(room)
        self.marking = Marking(room, config)
        self.moving = Moving(room)
        self.triage = Triage(room)
        self.finding = Finding(room)
        self.adding = Adding(room, room.go_on_with)
        parts: tuple[Part, ...] = (
            self.arrangement,
            self.analysing,
            self.summarising,
            self.naming,
            self.marking,
            self.moving,
            self.triage,
            self.finding,
            self.adding,
            Surfaces(
                room,
                {
                    "summary.method": (tuple(METHODS), self.summarising.set_method),
                    "summary.length": (LENGTHS, self.summarising.set_length),
                },
            ),
        )
        self.verbs: dict[str, Verb] = {id_: verb for part in parts for id_, verb in part.verbs.items()}
        self.verbs |= {
            "entity.edit": lambda: self.correcting.edit(),
            "entity.merge": lambda: self.correcting.merge(),
            "entity.split": lambda: self.correcting.split(),
            "entity.reject": self._reject,
            "entity.add": lambda: self.correcting.add(),
            "entity.watch": lambda: self.correcting.watch(),
            "entity.dossier": lambda: self.correcting.open_dossier(),
            "statement.edit": lambda: self.correcting_statements.edit(),
            "statement.reject": lambda: self.correcting_statements.reject(),
            "statements.speaker": lambda: self.stating.choose_speaker(),
            "statements.act": lambda: self.stating.choose_act(),
            "statements.unassigned": lambda: self.stating.toggle_unassigned(),
            "statements.parts": lambda: self.stating.toggle_parts(),
            "summary.audit": lambda: self.auditing.toggle(),
            "summary.put_in": lambda: self.auditing.put_in(),
            **around_names(room),
        }

    def _reject(self) -> None:
        """What is at hand is none: the statement in its pane, elsewhere the name."""
        if self._room.place is Place.STATEMENTS:
            self.correcting_statements.reject()
        else:
            self.correcting.reject()

    def aside(self, place: Place) -> Aside:
        """What stands aside under a number; imported, made and shown when it is first wanted."""
        if place not in self.asides:
            aside = self.stating if place is Place.STATEMENTS else self.dating
            self.asides[place] = aside
            aside.show()
            self._room.mount(aside.pane, after=self.notes)
        return self.asides[place]

    @cached_property
    def auditing(self) -> "Auditing":
        """What the summary leaves out; its module is imported when the summary stands."""
        from reader.tui.screens.auditing import Auditing

        return Auditing(self._room)

    @cached_property
    def stating(self) -> "Stating":
        """Who said what."""
        from reader.tui.screens.stating import Stating

        return Stating(self._room)

    @cached_property
    def dating(self) -> "Dating":
        """What happened when."""
        from reader.tui.screens.dating import Dating

        return Dating(self._room)

    @cached_property
    def correcting_statements(self) -> "CorrectingStatements":
        """What the reader does to statements; made when it is first wanted."""
        from reader.tui.screens.correcting_statements import CorrectingStatements

        return CorrectingStatements(self._room)

    @cached_property
    def correcting(self) -> "Correcting":
        """What the reader does to names; made when it is first wanted."""
        from reader.tui.screens.correcting import Correcting

        return Correcting(self._room)
