"""Names that stand out in the text."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.model.analysis import Entity, Mention
from reader.model.span import Span
from reader.text.labels import LETTERS
from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.tui.screens.analysing import Analysing
    from reader.tui.screens.reading_room import ReadingRoom


class Naming:
    """Marks the mentions of a chosen entity, or all names, and walks mentions."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._chosen: Entity | None = None
        self._current = 0
        self._all_names = False
        self._is_focused = False
        self.verbs: Mapping[str, Verb] = {
            "names.show": self._toggle_all,
            "names.focus": self._toggle_focus,
        }

    @property
    def _analysing(self) -> "Analysing":
        return self._room.furniture.analysing

    def opened(self) -> None:
        """Let go of what was chosen in the article before."""
        self._chosen, self._current, self._is_focused = None, 0, False
        self.show()

    def follow(self, key: str | None) -> None:
        """Keep the entity chosen where rules have changed, under its own id or under another that it has now."""
        chosen = self._chosen
        entities = self._analysing.entities
        self._chosen = next((one for one in entities if chosen and one.id in (chosen.id, key)), None)
        self.show()

    @property
    def mention(self) -> Mention | None:
        """The mention that the reader went to."""
        mentions = self._analysing.mentions_of(self._chosen.id) if self._chosen else []
        return mentions[self._current - 1] if self._current else None

    @property
    def is_marking(self) -> bool:
        """Whether names stand out in the text."""
        return self._chosen is not None or self._all_names or self._is_focused

    def unmark(self) -> None:
        """Let no name stand out; what only dims the others goes first."""
        if self._is_focused:
            self._is_focused = False
        else:
            self._chosen, self._current, self._all_names = None, 0, False
        self.show()

    def choose(self, entity_id: str) -> None:
        """Mark the mentions of an entity in the text."""
        self._chosen = self._analysing.entity(entity_id)
        self._current = 0
        self.show()

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
        self.show()
        self._room.furniture.moving.jump(mentions[self._current - 1])
        return True

    def _mentions(self) -> list[Span]:
        return [mention.span for mention in self._analysing.mentions_of(self._chosen.id)] if self._chosen else []

    def _toggle_all(self) -> None:
        self._all_names = not self._all_names
        self.show()

    def _toggle_focus(self) -> None:
        """Dim what does not speak of the chosen entity, or no longer."""
        self._is_focused = not self._is_focused
        if self._is_focused and self._chosen is None:
            at_hand = self._room.furniture.correcting.at_hand()
            self._chosen = at_hand[0] if len(at_hand) == 1 else None
        if self._is_focused and self._chosen is None:
            self._is_focused = False
            self._room.say("Choose a name first: 3 goes to the names.")
        self.show()
        if self._is_focused and self._chosen:
            self._room.say(f"F shows all again; bright is what names {self._chosen.name}.")

    def _bright(self, mentions: list[Span]) -> list[Span] | None:
        """The sentences that name the chosen entity; None: all stay bright."""
        analysis = self._analysing.analysis
        if not self._is_focused or analysis is None or not mentions:
            return None
        return [sentence for sentence in analysis.sentences if _near(mentions, sentence)]

    def show(self) -> None:
        """Mark what is to stand out, as far as it is known now."""
        room, chosen, mentions, analysis = self._room, self._chosen, self._mentions(), self._analysing.analysis
        if self._current > len(mentions):
            self._current = 0  # the article is being read again
        names = None
        if self._all_names and analysis is not None:
            names = [(mention.span, mention.label) for mention in analysis.mentions]
        room.text.set_bright(self._bright(mentions))
        room.text.set_mentions(mentions, mentions[self._current - 1] if self._current else None, names)
        room.furniture.entities.show_chosen(chosen.id if chosen else None, self._current)
        if chosen is not None:
            place = f" {self._current}/{len(mentions)}" if self._current else ""
            room.bottom.show_state(f"{LETTERS[chosen.label]} {chosen.name}{place}")
        else:
            room.bottom.show_state("")


def _near(mentions: list[Span], sentence: Span) -> list[Span]:
    """Those of some mentions, in text order, that begin in a sentence."""
    first, last = (bisect_left(mentions, at, key=lambda span: span.start) for at in (sentence.start, sentence.end))
    return mentions[first:last]
