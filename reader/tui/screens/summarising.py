"""Which sentences the summary has: by what method, how long, on whom, and what the reader puts in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.actions import Place
from reader.config import Config
from reader.model.analysis import METHODS, Analysis, Entity, order_name
from reader.model.length import MOST_SENTENCES, Length, LengthUnit
from reader.text.summary import summary
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom

LENGTHS = (
    *map(str, range(1, MOST_SENTENCES + 1)),
    *(f"{words}w" for words in range(20, 501, 10)),
    *(f"{share}%" for share in range(5, 101, 5)),
)
"""What stands behind `:summary.length`."""

USUAL_LENGTHS = ("1", "3", "5", "8", "60w", "120w", "10%", "20%")
"""To choose from."""


class Summarising:
    """Chooses the sentences of the summary, and changes how."""

    def __init__(self, room: "ReadingRoom", config: Config) -> None:
        self._room = room
        self.method = config.summary_method
        self._length = config.summary_length
        self.about: Entity | None = None
        """Whom the summary is on; None: all that the article tells."""
        self.among: tuple[int, ...] | None = None
        """Numbers of the sentences that are about them."""
        self.added: set[int] = set()
        """Numbers of the sentences that the reader put into the summary."""
        self.verbs: Mapping[str, Verb] = {
            "summary.longer": lambda: self._change_length(1),
            "summary.shorter": lambda: self._change_length(-1),
            "summary.length": self._choose_length,
            "summary.method": self._choose_method,
            "summary.about": self._toggle_about,
        }

    def opened(self) -> None:
        """Let go of what was asked of other sentences."""
        self.about, self.among = None, None
        self.added.clear()

    @property
    def order(self) -> str:
        """Under which name an analysis has the order that the summary is made by."""
        return order_name(self.method, self.among)

    def numbers(self, analysis: Analysis) -> tuple[int, ...]:
        """Numbers of the sentences of the summary; empty before its method has chosen."""
        chosen = self._by_method(analysis)
        return tuple(sorted({*chosen, *self.added})) if chosen else ()

    def _by_method(self, analysis: Analysis) -> tuple[int, ...]:
        return summary(self._room.article.text, analysis, self.order, self._length)

    @property
    def chosen(self) -> tuple[int, ...]:
        """Numbers of the sentences of the summary that is shown."""
        analysis = self._room.furniture.analysing.analysis
        return self.numbers(analysis) if analysis else ()

    def put_in(self, number: int) -> None:
        """Put a sentence into the summary, whatever its method chooses."""
        self.added.add(number)
        self._room.furniture.analysing.show()

    def take_out(self, number: int) -> bool:
        """Take a sentence that was put in out again; False: none was."""
        if number not in self.added:
            return False
        self.added.discard(number)
        self._room.furniture.analysing.show()
        return True

    def _change_length(self, by: int) -> None:
        """Show so many sentences more, or less where it is negative."""
        analysis = self._room.furniture.analysing.analysis
        if analysis is None:
            return
        shown = len(self._by_method(analysis))
        count = max(1, min(shown + by, len(analysis.orders.get(self.order, ())), MOST_SENTENCES))
        if shown and count != shown:
            self._set_length(Length(count))

    def _set_length(self, length: Length) -> None:
        self._length = length
        self._room.furniture.analysing.show()

    def _choose_length(self) -> None:
        from reader.tui.sheets.choice import ChoiceSheet, Option

        options = [Option(written, written, _in_words(Length.parse(written))) for written in USUAL_LENGTHS]

        def chose(written: str | None) -> None:
            if written is not None:
                self.set_length(written)

        self._room.program.push_screen(ChoiceSheet("How long the summary is", options, str(self._length)), chose)

    def set_length(self, written: str) -> None:
        """Make the summary as long as is written, this session long: `5`, `120w`, `20%`.

        Raises:
            ValueError: no length is written so.
        """
        length = Length.parse(written)
        self._set_length(length)
        self._room.say(f"Summary of {_in_words(length)}.")

    def _choose_method(self) -> None:
        from reader.tui.sheets.choice import ChoiceSheet, Option

        def chose(method: str | None) -> None:
            if method is not None:
                self.set_method(method)

        options = [Option(id_, id_, words) for id_, words in METHODS.items()]
        self._room.program.push_screen(ChoiceSheet("How the summary is made", options, self.method), chose)

    def set_method(self, method: str) -> None:
        """Choose the sentences of the summary by a method, this session long."""
        self.method = method
        self._room.furniture.analysing.summarise()
        self._room.say(f"Summary by {METHODS[method]}.")

    def _toggle_about(self) -> None:
        """Sum up what the article says about the name at hand; where it does so already, all of it again."""
        if self._room.place is not Place.SUMMARY or not self.show_all():
            self._room.furniture.correcting.with_one(self._be_about)

    def _be_about(self, entity: Entity) -> None:
        text, analysis = self._room.article.text, self._room.furniture.analysing.analysis
        if self.about is not None and self.about.id == entity.id:
            self.show_all()
        elif analysis is None or not analysis.complete:
            self._room.say("The article is still being read.")
        else:
            from reader.text.focus import concerned, mentioned  # not before somebody asks

            self.about, self.among = entity, concerned(text, analysis, mentioned(text, analysis, entity.id))
            self._room.furniture.analysing.summarise()

    def show_all(self) -> bool:
        """Let the summary be on all that the article tells again; False: it is."""
        if self.about is None:
            return False
        self.about, self.among = None, None
        self._room.furniture.analysing.summarise()
        return True


def _in_words(length: Length) -> str:
    """A length for people."""
    match length.unit:
        case LengthUnit.SENTENCES:
            return f"{length.amount} {'sentence' if length.amount == 1 else 'sentences'}"
        case LengthUnit.WORDS:
            return f"at most {length.amount} words"
        case LengthUnit.PERCENT:
            return f"at most {length.amount}% of the text"
