"""A line to write tags in: those that are set, the one that is being typed, and what it may become."""

from collections.abc import Iterator, Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.text.guard import guard
from reader.tui.sheets.fields import LineField
from reader.tui.sheets.tagging import completions, has_tag, tags_in, with_tags

SHOWN_COMPLETIONS = 4


class TagLine(Horizontal):
    """Comma, space and Enter end a tag, Tab completes it, Backspace before it takes the last one back."""

    class Changed(Message):
        """The tags are not what they were, or another one is being typed."""

    def __init__(self, tags: Sequence[str], known: Mapping[str, int]) -> None:
        super().__init__(id="tag-line")
        self._tags = with_tags((), tags)
        self._known = known
        self._field = _TagField(self)
        self._chips = Static(id="chips")
        self._completions = Static(id="completions")

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, with the one that is being typed."""
        return with_tags(self._tags, tags_in(self._field.value), self._known)

    def compose(self) -> ComposeResult:
        yield Static("Tags", id="tags-label")
        yield self._chips
        yield self._field
        yield self._completions

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def focus_field(self) -> None:
        """Let the reader type a tag."""
        self._field.focus()

    def end_tag(self) -> bool:
        """Set the tag that is being typed; False: there is none."""
        if not tags_in(self._field.value):
            return False
        self._set(self.tags)
        return True

    def complete(self) -> bool:
        """Set the first tag that the typed one may become; False: there is none."""
        first = next(self._offered(), None)
        if first is None:
            return False
        self._set(with_tags(self._tags, [first]))
        return True

    def take_back(self) -> None:
        """Take the last tag off."""
        self._set(self._tags[:-1])

    def _set(self, tags: tuple[str, ...]) -> None:
        self._tags = tags
        self._field.value = ""
        self._show()
        self.post_message(self.Changed())

    def _offered(self) -> Iterator[str]:
        if self._field.value.strip():
            yield from (tag for tag in completions(self._field.value, self._known) if not has_tag(self._tags, tag))

    def _show(self) -> None:
        chips = "  ".join(guard(tag) for tag in self._tags)
        self._chips.update(Content(chips))
        self._chips.display = bool(chips)
        offered = [tag for tag, _ in zip(self._offered(), range(SHOWN_COMPLETIONS), strict=False)]
        names = Content("   ").join(Content(f"{guard(tag)} {self._known[tag]}") for tag in offered)
        self._completions.update(Content.assemble(("Tab ", "$text-accent"), names) if offered else "")
        # Many tags stand above the field instead of pressing it together.
        self.set_class(Content(chips).cell_length > self.size.width // 2, "-many")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()
        self.post_message(self.Changed())


class _TagField(LineField):
    """The tag that is being typed."""

    def __init__(self, line: TagLine) -> None:
        super().__init__(id="tag")
        self._line = line

    def on_key(self, event: events.Key) -> None:
        line = self._line
        if event.key in ("comma", "space"):
            line.end_tag()
        elif event.key == "backspace" and not self.value:
            line.take_back()
        elif not ((event.key == "enter" and line.end_tag()) or (event.key == "tab" and line.complete())):
            return
        event.stop()
        event.prevent_default()
