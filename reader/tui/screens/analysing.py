"""What the machine found, on its way into the panes."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.config import MAX_SUMMARY_LENGTH, Config
from reader.model.analysis import METHODS, Analysis, Entity
from reader.model.span import Span
from reader.tui.screens.verbs import Verb
from reader.tui.widgets.entity_pane import LETTERS

if TYPE_CHECKING:
    from reader.desk.analyses import Reading
    from reader.tui.screens.reading_room import ReadingRoom


class Analysing:
    """Shows an analysis as it comes in, and what the reader asks of it."""

    def __init__(self, room: "ReadingRoom", config: Config) -> None:
        self._room = room
        self._method = config.summary_method
        self._length = config.summary_length
        self._analysis: Analysis | None = None
        self._state = ""
        self._chosen: Entity | None = None
        self._current = 0
        self._all_names = False
        self.verbs: Mapping[str, Verb] = {
            "summary.longer": lambda: self._change_length(1),
            "summary.shorter": lambda: self._change_length(-1),
            "summary.method": self._choose_method,
            "names.show": self._toggle_all_names,
            "analysis.stop": self._stop,
            "analysis.again": self._start,
        }

    # The way in.

    def opened(self) -> None:
        """Forget what was found in the article before."""
        if self._analysis is not None or self._state:
            self._room.desk.analyses.stop()
        self._analysis, self._chosen, self._current, self._state = None, None, 0, ""
        self._show()
        self._show_names()

    def fill(self, cached: Analysis | None) -> None:
        """Show what is known already, and have the rest found."""
        self._analysis = cached
        self._take_sentences(None)
        self._show()
        self._show_names()
        if cached is None or not cached.complete:
            self._start()
        elif self._method not in cached.orders:
            self._rank()
        else:
            self._judge(cached)

    def _judge(self, cached: Analysis) -> None:
        """Have the article read again where an update of the program would find other things."""

        def judged(is_current: bool) -> None:
            # Another article may be open by now.
            if not is_current and self._analysis is cached:
                self._start()

        self._room.perform(lambda: self._room.desk.analyses.is_current(cached), judged)

    def _start(self) -> None:
        self._state = "reading…"
        self._show()
        self._room.desk.analyses.analyse(self._room.article, self._method, self._listen)

    def _rank(self) -> None:
        assert self._analysis is not None
        self._state = "choosing sentences…"
        self._show()
        self._room.desk.analyses.rank(self._room.article, self._analysis, self._method, self._listen)

    def _stop(self) -> None:
        self._room.desk.analyses.stop()

    def _listen(self, reading: "Reading") -> None:
        """Take what the desk tells from another thread over to the screen's."""
        self._room.call_later(self._on_reading, reading)

    def _on_reading(self, reading: "Reading") -> None:
        if reading.analysis.text_hash != self._room.article.text_hash:
            return
        before, self._analysis, self._state = self._analysis, reading.analysis, _words(reading)
        self._take_sentences(before)
        if reading.notice:
            self._room.say(reading.notice, error=reading.is_failed)
        self._show()
        if before is None or before.mentions != self._analysis.mentions:
            self._show_names()
        if self._analysis.complete and self._method not in self._analysis.orders and not reading.notice:
            self._rank()  # another method was chosen meanwhile

    def _take_sentences(self, before: Analysis | None) -> None:
        """Let the text move by the sentences that were found, where they are others than before."""
        now = self._analysis
        if now is not None and (before is None or (before.sentences, before.complete) != (now.sentences, now.complete)):
            self._room.text.set_sentences(now.sentences, complete=now.complete)

    # The way out.

    def _show(self) -> None:
        room, analysis = self._room, self._analysis
        if analysis is None:
            room.furniture.summary.show(room.article.text, (), 0, self._state)
            room.furniture.entities.show((), Counter(), self._state)
            room.text.set_summary(())
        else:
            chosen = self._summary(analysis)
            said = self._state or ("" if chosen else f"No summary by {METHODS[self._method]}.")
            room.furniture.summary.show(room.article.text, chosen, len(analysis.sentences), said)
            counts = Counter(mention.entity for mention in analysis.mentions)
            said = self._state or ("" if analysis.entities else "No names found.")
            room.furniture.entities.show(analysis.entities, counts, said)
            room.text.set_summary(chosen)
        room.furniture.arrangement.show_counts()
        room.furniture.arrangement.share_column()

    def _summary(self, analysis: Analysis) -> tuple[Span, ...]:
        return tuple(analysis.sentences[number] for number in analysis.summary(self._method, self._length))

    # What the reader asks.

    def _change_length(self, by: int) -> None:
        known = len(self._analysis.orders.get(self._method, ())) if self._analysis else 0
        length = max(1, min(self._length + by, known, MAX_SUMMARY_LENGTH))
        if length != self._length and known:
            self._length = length
            self._show()

    def _choose_method(self) -> None:
        from reader.tui.sheets.choice import ChoiceSheet, Option

        options = [Option(id_, id_, words) for id_, words in METHODS.items()]
        self._room.program.push_screen(
            ChoiceSheet("How the summary is made", options, self._method), self._method_chosen
        )

    def _method_chosen(self, method: str | None) -> None:
        if method is not None:
            self.set_method(method)

    def set_method(self, method: str) -> None:
        """Choose the sentences of the summary by a method, this session long."""
        self._method = method
        if self._analysis is not None and self._analysis.complete and method not in self._analysis.orders:
            self._rank()
        else:
            self._show()
        self._room.say(f"Summary by {METHODS[method]}.")

    # Names in the text.

    @property
    def names_marked(self) -> bool:
        """Whether names stand out in the text."""
        return self._chosen is not None or self._all_names

    def unmark_names(self) -> None:
        """Let no name stand out."""
        self._chosen, self._current, self._all_names = None, 0, False
        self._show_names()

    def choose(self, entity_id: str) -> None:
        """Mark the mentions of an entity in the text."""
        entities = self._analysis.entities if self._analysis else ()
        self._chosen = next((entity for entity in entities if entity.id == entity_id), None)
        self._current = 0
        self._show_names()

    def walk_mentions_of(self, entity_id: str) -> None:
        """Go to the next mention of an entity; it becomes the chosen one."""
        if self._chosen is None or self._chosen.id != entity_id:
            self.choose(entity_id)
        self.walk()

    def walk(self, step: int = 1) -> bool:
        """Go to the chosen entity's next mention, around the end; False: no entity is chosen."""
        mentions = self._mentions()
        if not mentions:
            return False
        if self._current:
            self._current = (self._current - 1 + step) % len(mentions) + 1
        else:
            here = self._room.text.focus_span.start
            ahead = (n for n, span in enumerate(mentions, 1) if span.start >= here)
            self._current = next(ahead, 1) if step > 0 else len(mentions)
        self._show_names()
        self._room.furniture.moving.jump(mentions[self._current - 1])
        return True

    def _mentions(self) -> list[Span]:
        if self._analysis is None or self._chosen is None:
            return []
        return [mention.span for mention in self._analysis.mentions if mention.entity == self._chosen.id]

    def _toggle_all_names(self) -> None:
        self._all_names = not self._all_names
        self._show_names()

    def _show_names(self) -> None:
        room, chosen, mentions = self._room, self._chosen, self._mentions()
        if self._current > len(mentions):
            self._current = 0  # the article is being read again
        names = None
        if self._all_names and self._analysis is not None:
            names = [(mention.span, mention.label) for mention in self._analysis.mentions]
        room.text.set_mentions(mentions, mentions[self._current - 1] if self._current else None, names)
        room.furniture.entities.show_chosen(chosen.id if chosen else None, self._current)
        if chosen is not None:
            place = f" {self._current}/{len(mentions)}" if self._current else ""
            room.bottom.show_state(f"{LETTERS[chosen.label]} {chosen.name}{place}")
        else:
            room.bottom.show_state("")


def _words(reading: "Reading") -> str:
    """What is under way."""
    if reading.done is None:
        return "" if reading.analysis.complete else "The article was not read to its end."
    return f"reading… {reading.done:.0%}" if reading.done else "reading…"
