"""What the machine found, on its way into the panes."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.config import Config
from reader.model.analysis import METHODS, Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.length import MOST_SENTENCES, Length
from reader.model.span import Span
from reader.text.labels import LETTERS
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
        self._chosen: Entity | None = None
        self._current = 0
        self._all_names = False
        self._is_focused = False
        self.verbs: Mapping[str, Verb] = {
            "summary.longer": lambda: self._change_length(1),
            "summary.shorter": lambda: self._change_length(-1),
            "summary.method": self._choose_method,
            "names.show": self._toggle_all_names,
            "names.focus": self._toggle_focus,
            "analysis.stop": self._stop,
            "analysis.again": self._start,
        }

    # The way in.

    def opened(self) -> None:
        """Forget what was found in the article before."""
        if self._analysis is not None or self._state:
            self._room.desk.analyses.stop()
        self._found, self._analysis, self._chosen, self._current, self._state = None, None, None, 0, ""
        self._is_focused = False
        self._show()
        self._show_names()

    def fill(self, known: "Known") -> None:
        """Show what is known already, and have the rest found."""
        cached, self._rules = known.analysis, known.rules
        self._take(cached)
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
            self._show_names()
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
        chosen = self._chosen
        self._chosen = next((one for one in self.entities if chosen and one.id in (chosen.id, follow)), None)
        self._show_names()

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

    @property
    def chosen(self) -> Entity | None:
        """The entity whose mentions stand out."""
        return self._chosen

    @property
    def mention(self) -> Mention | None:
        """The mention that the reader went to."""
        if self._analysis is None or not self._current:
            return None
        span = self._mentions()[self._current - 1]
        return next(mention for mention in self._analysis.mentions if mention.span == span)

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
        for aside in room.furniture.asides.values():
            aside.show()
        room.furniture.arrangement.show_counts()
        room.furniture.arrangement.share_column()

    def _summary(self, analysis: Analysis) -> tuple[Span, ...]:
        chosen = summary(self._room.article.text, analysis, self._method, self._length)
        return tuple(analysis.sentences[number] for number in chosen)

    # What the reader asks.

    def _change_length(self, by: int) -> None:
        """Show so many sentences more, or less where it is negative."""
        if self._analysis is None:
            return
        shown = len(self._summary(self._analysis))
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

    # Names in the text.

    @property
    def names_marked(self) -> bool:
        """Whether names stand out in the text."""
        return self._chosen is not None or self._all_names or self._is_focused

    def unmark_names(self) -> None:
        """Let no name stand out; what only dims the others goes first."""
        if self._is_focused:
            self._is_focused = False
        else:
            self._chosen, self._current, self._all_names = None, 0, False
        self._show_names()

    def choose(self, entity_id: str) -> None:
        """Mark the mentions of an entity in the text."""
        self._chosen = self.entity(entity_id)
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
        return [mention.span for mention in self.mentions_of(self._chosen.id)] if self._chosen else []

    def _toggle_all_names(self) -> None:
        self._all_names = not self._all_names
        self._show_names()

    def _toggle_focus(self) -> None:
        """Dim what does not speak of the chosen entity, or no longer."""
        self._is_focused = not self._is_focused
        if self._is_focused and self._chosen is None:
            at_hand = self._room.furniture.correcting.at_hand()
            self._chosen = at_hand[0] if len(at_hand) == 1 else None
        if self._is_focused and self._chosen is None:
            self._is_focused = False
            self._room.say("Choose a name first: 3 goes to the names.")
        self._show_names()
        if self._is_focused and self._chosen:
            self._room.say(f"F shows all again; bright is what names {self._chosen.name}.")

    def _bright(self, mentions: list[Span]) -> list[Span] | None:
        """The sentences that name the chosen entity; None: all stay bright."""
        if not self._is_focused or self._analysis is None or not mentions:
            return None
        sentences = self._analysis.sentences
        return [sentence for sentence in sentences if _near(mentions, sentence)]

    def _show_names(self) -> None:
        room, chosen, mentions = self._room, self._chosen, self._mentions()
        if self._current > len(mentions):
            self._current = 0  # the article is being read again
        names = None
        if self._all_names and self._analysis is not None:
            names = [(mention.span, mention.label) for mention in self._analysis.mentions]
        room.text.set_bright(self._bright(mentions))
        room.text.set_mentions(mentions, mentions[self._current - 1] if self._current else None, names)
        room.furniture.entities.show_chosen(chosen.id if chosen else None, self._current)
        if chosen is not None:
            place = f" {self._current}/{len(mentions)}" if self._current else ""
            room.bottom.show_state(f"{LETTERS[chosen.label]} {chosen.name}{place}")
        else:
            room.bottom.show_state("")


def _corrected(found: Analysis | None, article: Article, rules: "Rules | None") -> Analysis | None:
    if found is None or rules is None:
        return found
    from reader.text.corrected import corrected  # most articles of most readers need no rules

    return corrected(found, article.text, article.id, rules).analysis


def _near(mentions: list[Span], sentence: Span) -> list[Span]:
    """Those of some mentions, in text order, that begin in a sentence."""
    first, last = (bisect_left(mentions, at, key=lambda span: span.start) for at in (sentence.start, sentence.end))
    return mentions[first:last]


def _words(reading: "Reading") -> str:
    """What is under way."""
    if reading.done is None:
        return "" if reading.analysis.complete else "The article was not read to its end."
    return f"reading… {reading.done:.0%}" if reading.done else "reading…"
