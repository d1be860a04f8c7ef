"""Finding words in the text."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.tui.screens.verbs import Verb

if TYPE_CHECKING:
    from reader.tui.screens.reading_room import ReadingRoom


class Finding:
    """Asks for words, and walks their places."""

    def __init__(self, room: "ReadingRoom") -> None:
        self._room = room
        self._needle = ""
        self.active = False
        """Whether matches are marked in the text."""
        self.verbs: Mapping[str, Verb] = {
            "find.open": self._ask,
            "find.next": lambda: self._walk(1),
            "find.previous": lambda: self._walk(-1),
        }

    def stop(self) -> None:
        """Mark no matches any more."""
        self.active = False
        self._room.text.find("")

    def _ask(self) -> None:
        from reader.tui.sheets.find import FindLine

        self._room.program.push_screen(FindLine(self._needle, on_typed=self._search), self._asked)

    def _search(self, needle: str) -> None:
        matches = self._room.text.find(needle)
        self.active = matches > 0

    def _asked(self, needle: str | None) -> None:
        if not needle:
            self.stop()
            return
        self._needle = needle
        matches = self._room.text.find(needle)
        self.active = matches > 0
        if matches:
            self._room.say(f"{matches} {'match' if matches == 1 else 'matches'}. n next, N previous, Esc clears.")
        else:
            self._room.say(f"“{needle}” is not in this text.")

    def _walk(self, step: int) -> None:
        if self.active:
            self._room.text.next_match() if step > 0 else self._room.text.previous_match()
        elif not self._room.furniture.naming.walk(step):
            self._room.say("Nothing to walk yet. / finds words, Enter on a name walks its mentions.")
