"""What the machine found, on its way into the panes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.config import Config
from reader.model.analysis import METHODS, Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.length import MOST_SENTENCES, Length
from reader.model.span import Span
from reader.text.summary import summary
from reader.tui.screens.verbs import Verb
from reader.tui.widgets.named import Shown

if TYPE_CHECKING:
    from reader.desk.analyses import Reading
    from reader.desk.desk import Known
    from reader.text.corrected import Rules
    from reader.tui.screens.reading_room import ReadingRoom


class ByRules(NamedTuple):
    """What some rules make of what was found."""

    rules: "Rules | None"
    found: Analysis | None
    analysis: Analysis | None


class Analysing:
    """Shows an analysis as it comes in, and what the reader asks of it."""

    def __init__(self, room: "ReadingRoom", config: Config) -> None:
        self._room = room
        self._method = config.summary_method
        self._length = config.summary_length
        self._found: Analysis | None = None
        """What the machine found."""
        self._analysis: Analysis | None = None
        """The same, as the reader's rules have it."""
        self._rules: Rules | None = None
        self._state = ""
        self.added: set[int] = set()
        """Numbers of the sentences that the reader put into the summary."""
        self.verbs: Mapping[str, Verb] = {
            "summary.longer": lambda: self._change_length(1),
            "summary.shorter": lambda: self._change_length(-1),
            "summary.method": self._choose_method,
            "analysis.stop": self._stop,
            "analysis.again": self._start,
        }

    # The way in.

    def opened(self) -> None:
        """Forget what was found in the article before."""
        if self._analysis is not None or self._state:
            self._room.desk.analyses.stop()
        self._found, self._analysis, self._state = None, None, ""
        self.added.clear()
        self._show()
        self._room.furniture.naming.opened()

    def fill(self, known: "Known") -> None:
        """Show what is known already, and have the rest found."""
        cached, self._rules = known.analysis, known.rules
        self._take(cached)
        self._take_sentences(None)
        self._show()
        self._room.furniture.naming.show()
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
            if not is_current and self._found is cached:
                self._start()

        self._room.perform(lambda: self._room.desk.analyses.is_current(cached), judged)

    def _start(self) -> None:
        self._state = "reading…"
        self._show()
        self._room.desk.analyses.analyse(self._room.article, self._method, self._listen)

    def _rank(self) -> None:
        assert self._found is not None
        self._state = "choosing sentences…"
        self._show()
        self._room.desk.analyses.rank(self._room.article, self._found, self._method, self._listen)

    def _stop(self) -> None:
        self._room.desk.analyses.stop()

    def _listen(self, reading: "Reading") -> None:
        """Take what the desk tells from another thread over to the screen's."""
        self._room.call_later(self._on_reading, reading)

    def _on_reading(self, reading: "Reading") -> None:
        if reading.analysis.text_hash != self._room.article.text_hash:
            return
        before, self._state = self._analysis, _words(reading)
        self._take(reading.analysis)
        assert self._analysis is not None
        self._take_sentences(before)
        if reading.notice:
            self._room.say(reading.notice, error=reading.is_failed)
        self._show()
        if before is None or before.mentions != self._analysis.mentions:
            self._room.furniture.naming.show()
        if self._analysis.complete and self._method not in self._analysis.orders and not reading.notice:
            self._rank()  # another method was chosen meanwhile

    def _take(self, found: Analysis | None) -> None:
        """Take what the machine found, and what the reader's rules make of it."""
        self._found = found
        self._analysis = _corrected(found, self._room.article, self._rules)

    def by(self, rules: "Rules | None") -> "ByRules":
        """What is known, by other rules; for any thread, since a long text takes longer than a frame."""
        found = self._found
        return ByRules(rules, found, _corrected(found, self._room.article, rules))

    def set_rules(self, by: "ByRules", follow: str | None = None) -> None:
        """Show what is known by other rules.

        Args:
            by: what `by` gave for all rules of the reader.
            follow: the entity that the cursor is to stand on.
        """
        self._rules = by.rules
        if self._found is by.found:
            self._analysis = by.analysis
        else:
            self._take(self._found)  # more was found meanwhile
        pane = self._room.furniture.entities
        self._show()
        if follow is not None:
            pane.point_at(follow)
        self._room.furniture.naming.follow(follow)

    @property
    def analysis(self) -> Analysis | None:
        """What is known of the article, as the reader's rules have it."""
        return self._analysis

    @property
    def state(self) -> str:
        """What is under way, in a few words."""
        return self._state

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What the article names, by first appearance."""
        return self._analysis.entities if self._analysis else ()

    def entity(self, key: object) -> Entity | None:
        """What the article names under a key."""
        return next((entity for entity in self.entities if entity.id == key), None)

    def mentions_in(self, span: Span) -> list[Mention]:
        """What is named in a passage."""
        return [mention for mention in self._analysis.mentions if mention.span.overlaps(span)] if self._analysis else []

    def mentions_of(self, key: str) -> list[Mention]:
        """Where an entity is named, in text order."""
        return [mention for mention in self._analysis.mentions if mention.entity == key] if self._analysis else []

    @property
    def rules(self) -> "Rules | None":
        """The reader's rules; None: there were none when the article opened."""
        return self._rules

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
            room.furniture.entities.show(Shown(), self._state)
            room.text.set_summary(())
        else:
            chosen = self._summary(analysis)
            said = self._state or ("" if chosen else f"No summary by {METHODS[self._method]}.")
            room.furniture.summary.show(room.article.text, chosen, len(analysis.sentences), said)
            said = self._state or analysis.missing or ("" if analysis.entities else "No names found.")
            watched = self._rules.watched() if self._rules else frozenset()
            room.furniture.entities.show(Shown.of(analysis, room.article.text, watched), said)
            room.text.set_summary(chosen)
            if chosen and analysis.complete and not self._state:
                room.call_after_refresh(lambda: room.furniture.auditing.show())
        for aside in room.furniture.asides.values():
            aside.show()
        room.furniture.arrangement.show_counts()
        room.furniture.arrangement.share_column()

    def _summary(self, analysis: Analysis) -> tuple[Span, ...]:
        return tuple(analysis.sentences[number] for number in self._numbers(analysis))

    def _numbers(self, analysis: Analysis) -> tuple[int, ...]:
        chosen = summary(self._room.article.text, analysis, self._method, self._length)
        return tuple(sorted({*chosen, *self.added})) if chosen else ()

    @property
    def chosen(self) -> tuple[int, ...]:
        """Numbers of the sentences of the summary."""
        return self._numbers(self._analysis) if self._analysis else ()

    def put_in(self, number: int) -> None:
        """Put a sentence into the summary, whatever its method chooses."""
        self.added.add(number)
        self._show()

    def take_out(self, number: int) -> bool:
        """Take a sentence that was put in out again; False: none was."""
        if number not in self.added:
            return False
        self.added.discard(number)
        self._show()
        return True

    # What the reader asks.

    def _change_length(self, by: int) -> None:
        """Show so many sentences more, or less where it is negative."""
        if self._analysis is None:
            return
        shown = len(summary(self._room.article.text, self._analysis, self._method, self._length))
        known = len(self._analysis.orders.get(self._method, ()))
        count = max(1, min(shown + by, known, MOST_SENTENCES))
        if shown and count != shown:
            self._length = Length(count)
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


def _corrected(found: Analysis | None, article: Article, rules: "Rules | None") -> Analysis | None:
    if found is None or rules is None:
        return found
    from reader.text.corrected import corrected  # most articles of most readers need no rules

    return corrected(found, article.text, article.id, rules).analysis


def _words(reading: "Reading") -> str:
    """What is under way."""
    if reading.done is None:
        return "" if reading.analysis.complete else "The article was not read to its end."
    return f"reading… {reading.done:.0%}" if reading.done else "reading…"
