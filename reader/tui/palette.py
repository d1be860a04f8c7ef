"""All acts in Textual's palette."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePath
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from reader.actions import SCREENS, Action, available_on, shown_key
from reader.resources import style
from reader.tui.screens.desk_screen import DeskScreen


class ActionPalette(CommandPalette):
    """Textual's palette in the look of our sheets."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [style("sheets")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,ctrl+p", "escape", show=False)]

    def __init__(self) -> None:
        super().__init__(providers=[ActionProvider], placeholder="What to do")

    def on_mount(self) -> None:
        # A blinking cursor would send bytes while the reader thinks.
        self.query_one(Input).cursor_blink = False


class ActionProvider(Provider):
    """Finds acts by their words; the screen that the palette was opened on does them."""

    @property
    def _actions(self) -> Iterator[Action]:
        return available_on(SCREENS[cast(DeskScreen, self.screen).place])

    async def discover(self) -> Hits:
        """All acts, in the order of the table."""
        for action in self._actions:
            yield DiscoveryHit(_with_key(Content(action.title), action), self._run(action), text=action.title)

    async def search(self, query: str) -> Hits:
        """Acts whose words or name hold the letters of the query."""
        matcher = self.matcher(query)
        for action in self._actions:
            score = max(matcher.match(action.title), matcher.match(action.id))
            if score > 0:
                title = matcher.highlight(action.title)
                yield Hit(score, _with_key(title, action), self._run(action), text=action.title)

    def _run(self, action: Action) -> Callable[[], object]:
        return partial(self.app.run_action, f"screen.act('{action.id}')", self.screen)


def _with_key(title: Content, action: Action) -> Content:
    key = shown_key(action.keys[0]) if action.keys else f":{action.id}"
    return Content.assemble(title, "   ", (key, "$text-accent"))
