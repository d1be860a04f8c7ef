"""The note editor."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import TextArea

from reader.errors import DiploreaderError
from reader.model.value import Value
from reader.text.clean import clean
from reader.tui.sheets.external_editor import edit_text
from reader.tui.sheets.fields import TextField
from reader.tui.sheets.sheet import KeyLine, Sheet, SheetTitle
from reader.tui.sheets.tag_line import TagLine

KEEP_SECONDS = 1.0
"""How long the reader pauses before a draft is kept."""

KEYS = (("ctrl+s", "save"), ("Esc", "keep as draft"), ("ctrl+g", "in $EDITOR"))


class NoteText(Value, frozen=True):
    """A note to be saved."""

    body: str
    tags: tuple[str, ...]


class Kept(Value, frozen=True):
    """A note that was left unsaved."""

    body: str
    tags: tuple[str, ...]


class NoteSheet(Sheet[NoteText | Kept]):
    """Takes a note and its tags; closes with None where nothing was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False),
        Binding("ctrl+g", "edit_outside", show=False),
    ]

    def __init__(
        self,
        title: str,
        quote: str,
        *,
        body: str,
        tags: Sequence[str],
        known_tags: Mapping[str, int],
        keep_draft: Callable[[str], None],
        edit_outside: Callable[[str], str] = edit_text,
    ) -> None:
        super().__init__()
        self._title = SheetTitle(title, f"“{quote}”" if quote else "")
        self._body = TextField(body, id="body")
        self._tags = TagLine(tags, known_tags)
        self._keys = KeyLine(KEYS)
        self._keep_draft = keep_draft
        self._edit_outside = edit_outside
        self._before = self._written()
        self._kept = self._before.body
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield self._title
            yield self._body
            yield self._tags
            yield self._keys

    def on_mount(self) -> None:
        self._body.focus()
        self._body.move_cursor(self._body.document.end)

    def keep(self) -> None:
        """Keep the words as a draft, if they are not kept yet."""
        body = self._written().body
        if body != self._kept:
            self._kept = body
            self._keep_draft(body)

    def action_save(self) -> None:
        """Close with the note."""
        written = self._written()
        if written.body or written.tags:
            self.dismiss(written)
        else:
            self._keys.show_error("There is nothing to save yet. Esc leaves.")

    def action_leave(self) -> None:
        """Close, with what was changed as a draft."""
        written = self._written()
        self.keep()
        self.dismiss(None if written == self._before else Kept(written.body, written.tags))

    def action_edit_outside(self) -> None:
        """Hand the words to the reader's editor, and take back what it leaves."""
        try:
            edited = self._edited(self._body.text)
        except SuspendNotSupported:
            self._keys.show_error("This terminal cannot be handed to an editor.")
        except DiploreaderError as error:
            self._keys.show_error(str(error))
        else:
            self._body.replace(edited, (0, 0), self._body.document.end)

    def _edited(self, text: str) -> str:
        failure = None
        with self.app.suspend():
            # An error may leave this block only when the screen is ours again.
            try:
                text = self._edit_outside(text)
            except DiploreaderError as error:
                failure = error
        if failure is not None:
            raise failure
        return text

    def _written(self) -> NoteText:
        return NoteText(clean(self._body.text).text.strip(), self._tags.tags)

    @on(TextArea.Changed)
    @on(TagLine.Changed)
    def _changed(self) -> None:
        self._keys.show_keys()
        if self._pause is None:
            self._pause = self.set_timer(KEEP_SECONDS, self._paused)
        else:
            self._pause.reset()

    def _paused(self) -> None:
        self._pause = None
        self.keep()
