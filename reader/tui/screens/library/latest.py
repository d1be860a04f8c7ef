"""Work of which only the last counts: a search as one types, a preview as one moves on."""

from asyncio import wrap_future
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from reader.errors import DiploreaderError, InterruptedQuery
from reader.tui.screens.desk_screen import DeskScreen

T = TypeVar("T")


class Latest:
    """Has one piece of work done at a time; of those that were asked for meanwhile, the last.

    Args:
        screen: whose work it is.
        later: has a call made in another thread.
    """

    def __init__(self, screen: DeskScreen, later: Callable[[Callable[[], Any]], Future[Any]]) -> None:
        self._screen = screen
        self._later = later
        self._next: tuple[Callable[[], Any], Callable[[Any], None]] | None = None
        self._is_running = False

    def ask(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Have a call made as soon as the one before has ended, and go on with what it gives."""
        self._next = call, then
        if not self._is_running:
            self._is_running = True
            self._screen.run_worker(self._work(), group="lists", exit_on_error=False)

    def _ask_again(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._next is None:
            self._next = call, then

    async def _work(self) -> None:
        try:
            while self._next is not None:
                (call, then), self._next = self._next, None
                try:
                    result = await wrap_future(self._later(call))
                except InterruptedQuery:
                    # By what is asked for now; where that is somebody else's, this is still wanted.
                    self._ask_again(call, then)
                except DiploreaderError as error:
                    self._screen.say(str(error), error=True)
                else:
                    then(result)
        finally:
            self._is_running = False
