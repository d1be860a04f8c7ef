"""Screens that are made of panes of items: moving, panes, and the way back are the same on all of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from reader.actions import SCREENS, Place
from reader.desk.desk import Desk, Opening, Undone
from reader.resources import style
from reader.tui.screens.adding import Adding
from reader.tui.screens.desk_screen import DeskScreen
from reader.tui.screens.surfaces import Surfaces
from reader.tui.screens.verbs import Part, Verb, around_names
from reader.tui.widgets.item_pane import ItemPane
from reader.tui.widgets.lines import Lines

COLUMNS = [(0, "-narrow"), (110, "-two")]
"""Layouts, and the columns from which they hold."""


class PaneScreen(DeskScreen, inherit_bindings=False):
    """A screen over the reading room or the library; `q` goes back to what lies below.

    Args:
        desk: what it works with.
        panes: its panes by place, the main one first.
        own: what else it can do.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [style("panes"), style("dossier")]
    HORIZONTAL_BREAKPOINTS = COLUMNS

    def __init__(self, desk: Desk, panes: Mapping[Place, ItemPane], own: Mapping[str, Verb]) -> None:
        super().__init__(desk)
        self.top = Lines(id="top")
        self.panes = panes
        self.first_place = next(iter(panes))
        """The pane in which one begins."""
        adding = Adding(self, self._show_added)
        parts: tuple[Part, ...] = (adding, Surfaces(self, {}))
        self._verbs: dict[str, Verb] = {id_: verb for part in parts for id_, verb in part.verbs.items()}
        self._verbs |= {
            "item.next": lambda: self.pane.next(),
            "item.previous": lambda: self.pane.previous(),
            "item.go": lambda: self.pane.choose(),
            "item.first": lambda: self.pane.first(),
            "item.last": lambda: self.pane.last(),
            "page.down": lambda: self.pane.page(1),
            "page.up": lambda: self.pane.page(-1),
            "page.half_down": lambda: self.pane.page(0.5),
            "page.half_up": lambda: self.pane.page(-0.5),
            "line.down": lambda: self.pane.scroll_lines(1),
            "line.up": lambda: self.pane.scroll_lines(-1),
            "pane.right": lambda: self._step(1),
            "pane.left": lambda: self._step(-1),
            "pane.next": lambda: self._step(1),
            "pane.previous": lambda: self._step(-1),
            "app.cancel": self.cancel,
            "app.back": self._back,
            "act.undo": lambda: self._retrace(self.desk.undo, "Nothing to undo."),
            "act.redo": lambda: self._retrace(self.desk.redo, "Nothing to redo."),
            "library.find": self._find,
            **dict.fromkeys(
                ("unread.next", "unread.previous", "article.archive", "article.read", "article.star"), self._in_article
            ),
            **around_names(self),
            **own,
        }

    def compose(self) -> ComposeResult:
        """The panes, and the lines above and below."""
        yield self.top
        with Container(id="panes"):
            yield from self.panes.values()
        yield self.bottom

    def on_mount(self) -> None:
        self.panes[self.first_place].focus()
        self.reload()

    def reload(self) -> None:
        """Show what there is now."""
        raise NotImplementedError

    def cancel(self) -> bool:
        """Take back the topmost of what the reader opened here; False: nothing was open."""
        main = next(iter(self.panes.values()))
        if self.focused is main:
            return False
        main.focus()
        return True

    @property
    def place(self) -> Place:
        """The pane that has the focus, or had it before a sheet opened."""
        return next((place for place, pane in self.panes.items() if pane is self.focused), next(iter(self.panes)))

    @property
    def places(self) -> Sequence[Place]:
        """Where keys have a meaning now, the nearest first."""
        return self.place, SCREENS[self.place], Place.EVERYWHERE

    @property
    def pane(self) -> ItemPane:
        """The pane that has the focus."""
        return self.panes[self.place]

    @property
    def verbs(self) -> Mapping[str, Verb]:
        """What can be done here, by the id of the action."""
        return self._verbs

    def _step(self, step: int) -> None:
        panes = list(self.panes.values())
        panes[(panes.index(self.pane) + step) % len(panes)].focus()

    def _back(self) -> None:
        if not self.cancel():
            self._leave()

    def _leave(self) -> None:
        self.leave()
        self.program.pop_screen()

    def _find(self) -> None:
        async def find() -> None:
            (await self.program.open_library()).act("library.find")

        # Not a worker of this screen, which ends with it.
        self.program.run_worker(find(), exit_on_error=False)

    def _in_article(self) -> None:
        self.say("That is done in the article or in the library. Enter goes on.")

    def _show_added(self, opening: Opening) -> None:
        self.desk.indexing.wake()

    def _retrace(self, act: "Callable[[], Undone | None]", nothing: str) -> None:
        def done(undone: "Undone | None") -> None:
            self.say(undone.said if undone else nothing)
            self.reload()

        self.perform(act, done)

    def on_descendant_focus(self) -> None:
        self.bottom.show_keys(self.place)

    def on_resize(self) -> None:
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        for pane in self.panes.values():
            pane.lay_out()

    def focus_pane(self, place: Place) -> None:
        """Give the focus to a pane."""
        self.panes[place].focus()
