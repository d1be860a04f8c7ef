"""What the machine found, on its way into the panes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.model.analysis import METHODS, Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.span import Span
from reader.tui.screens.verbs import Verb
from reader.tui.widgets.named import Shown

if TYPE_CHECKING:
    from reader.desk.analyses import Reading
    from reader.desk.desk import Known
    from reader.text.corrected import Rules
    from reader.tui.screens.reading_room import ReadingRoom
    from reader.tui.screens.summarising import Summarising


class ByRules(NamedTuple):
    """What some rules make of what was found."""

    rules: "Rules | None"
    found: Analysis | None
    analysis: Analysis | None


class Analysing:
    """Shows an analysis as it comes in, and what the reader asks of it."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._found: Analysis | None = None
        """What the machine found."""
        self._analysis: Analysis | None = None
        """The same, as the reader's rules have it."""
        self._rules: Rules | None = None
        self._state = ""
        self.verbs: Mapping[str, Verb] = {
            "analysis.stop": self._stop,
            "analysis.again": self._start,
        }

    # The way in.

    def opened(self) -> None:
        """Forget what was found in the article before."""
        if self._analysis is not None or self._state:
            self._room.desk.analyses.stop()
        self._found, self._analysis, self._state = None, None, ""
        self._summarising.opened()
        self.show()
        self._room.furniture.naming.opened()

    def fill(self, known: "Known") -> None:
        """Show what is known already, and have the rest found."""
        cached, self._rules = known.analysis, known.rules
        self._take(cached)
        self._take_sentences(None)
        self.show()
        self._room.furniture.naming.show()
        if cached is None or not cached.complete:
            self._start()
        elif self._summarising.order not in cached.orders:
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
        self._summarising.opened()  # its sentences may be cut elsewhere now
        self._state = "reading…"
        self.show()
        self._room.desk.analyses.analyse(self._room.article, self._summarising.method, self._listen)

    def _rank(self) -> None:
        assert self._found is not None
        self._state = "choosing sentences…"
        self.show()
        chosen_by = self._summarising
        self._room.desk.analyses.rank(self._room.article, self._found, chosen_by.method, self._listen, chosen_by.among)

    def summarise(self) -> None:
        """Show the summary that is asked for now; have its sentences chosen where they are not yet."""
        if self._analysis is not None and self._analysis.complete and self._is_unchosen:
            self._rank()
        else:
            self.show()

    @property
    def _is_unchosen(self) -> bool:
        return self._analysis is not None and self._summarising.order not in self._analysis.orders

    @property
    def _summarising(self) -> "Summarising":
        return self._room.furniture.summarising

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
        self.show()
        if before is None or before.mentions != self._analysis.mentions:
            self._room.furniture.naming.show()
        if self._analysis.complete and self._is_unchosen and not reading.notice:
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
        self.show()
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

    def show(self) -> None:
        """Show what is known in all panes."""
        room, analysis = self._room, self._analysis
        if analysis is None:
            room.furniture.summary.show(room.article.text, (), 0, self._state)
            room.furniture.entities.show(Shown(), self._state)
            room.text.set_summary(())
        else:
            chosen_by = self._summarising
            chosen = tuple(analysis.sentences[number] for number in chosen_by.numbers(analysis))
            said = self._state or ("" if chosen else f"No summary by {METHODS[chosen_by.method]}.")
            about = chosen_by.about.name if chosen_by.about else ""
            room.furniture.summary.show(room.article.text, chosen, len(analysis.sentences), said, about)
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
