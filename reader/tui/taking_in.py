"""What comes in while one goes on reading: files, addresses, feeds."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.config import Config
from reader.errors import DiploreaderError
from reader.model.outcome import Outcome, OutcomeKind, summary

if TYPE_CHECKING:
    from reader.desk.desk import Opening
    from reader.desk.feeds import Came, Checked, Refreshed
    from reader.desk.importing import Tally
    from reader.tui.app import DiploreaderApp
    from reader.tui.sheets.add import AddRequest


class TakingIn:
    """Imports and refreshes, one after the other, in threads of their own. What they tell is on the disk.

    Args:
        program: whose screens tell of it.
        config: the reader's settings.
    """

    def __init__(self, program: "DiploreaderApp", config: Config) -> None:
        self._program = program
        self._config = config
        self._turn = asyncio.Lock()
        self._stop: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything comes in."""
        return self._stop is not None

    def add(self, request: "AddRequest", show: "Callable[[Opening], None]") -> None:
        """Take in what a reader names; a single article is shown, of more is told how many there are."""
        self._program.run_worker(self._add(request, show), group="taking in", exit_on_error=False)

    def refresh(self) -> None:
        """Take in what is new in the feeds."""
        self._program.run_worker(self._refresh(), group="taking in", exit_on_error=False)

    def stop(self) -> None:
        """Leave what is under way; what was told is safe."""
        if self._stop is not None:
            self._stop()

    # Files and addresses.

    async def _add(self, request: "AddRequest", show: "Callable[[Opening], None]") -> None:
        async with self._turn:
            self._tell_progress("adding…")
            outcomes: list[Outcome] = []
            try:
                tally = await asyncio.to_thread(self._import, request, outcomes.append)
            except DiploreaderError as error:
                self._say(str(error), error=True)
            else:
                await self._added(outcomes, tally, show)
            finally:
                self._end()

    def _import(self, request: "AddRequest", tell: Callable[[Outcome], None]) -> "Tally":
        from reader.desk.importing import Sources

        importing = self._program.desk.importing()
        self._stop = importing.stop
        asked = Sources(
            request.places,
            self._config.network,
            title=request.title,
            source=request.source,
            published=request.published,
        )
        return importing.run(
            asked, tell, lambda done, _: self._progress(f"adding… {done:,}" if done > 1 else "adding…")
        )

    async def _added(self, outcomes: list[Outcome], tally: "Tally", show: "Callable[[Opening], None]") -> None:
        there = [outcome for outcome in outcomes if outcome.rank is not None]
        if len(outcomes) == 1 and there:
            await self._show(there[0], show)
        elif tally.failure is not None:
            self._say(tally.failure, error=True)
        elif len(outcomes) == 1:
            self._say(outcomes[0].reason or outcomes[0].title, error=True)
        else:
            first = next((outcome.reason for outcome in outcomes if outcome.kind is OutcomeKind.REFUSED), None)
            said = summary(tally.outcomes)
            self._say(f"{said[:1].upper()}{said[1:]} {first or ''}".rstrip(), error=first is not None)

    async def _show(self, outcome: Outcome, show: "Callable[[Opening], None]") -> None:
        desk, rank = self._program.desk, outcome.rank
        assert rank is not None
        opening = await asyncio.wrap_future(desk.later(lambda: desk.opening_at(rank)))
        if opening is not None:
            show(opening)
        said = {
            OutcomeKind.ADDED: f"Added “{outcome.title}”.",
            OutcomeKind.UPDATED: f"“{outcome.title}” has a new version.",
            OutcomeKind.KNOWN: "This text was here already.",
            OutcomeKind.REFUSED: outcome.reason or "",
        }
        self._say(said[outcome.kind], error=outcome.kind is OutcomeKind.REFUSED)

    # Feeds.

    async def _refresh(self) -> None:
        async with self._turn:
            self._tell_progress("fetching…")
            try:
                refreshed = await asyncio.to_thread(self._fetch)
            except DiploreaderError as error:
                self._say(str(error), error=True)
            else:
                self._refreshed(refreshed)
            finally:
                self._end()

    def _fetch(self) -> "Refreshed | None":
        feeds = self._program.desk.feeds(self._config.network)
        if not feeds.all():
            return None
        self._stop = feeds.stop
        return feeds.refresh((), self._hear)

    def _hear(self, told: "Came | Checked") -> None:
        from reader.desk.feeds import Checked

        if isinstance(told, Checked):
            self._progress(f"fetching… {told.done:,} of {told.total:,}")
        else:
            self._program.desk.indexing.wake()

    def _refreshed(self, refreshed: "Refreshed | None") -> None:
        if refreshed is None:
            self._say("You follow no feeds yet. `diploreader feed add ADDRESS` follows one.")
            return
        failures = refreshed.failures
        count = len(refreshed.feeds)
        said = f"{count:,} {'feed' if count == 1 else 'feeds'} read: {summary(refreshed.outcomes)}"
        if failures:
            others = f" and {len(failures) - 1:,} more" if len(failures) > 1 else ""
            said += f" Not read{others}: {failures[0].reason}"
        self._say(said, error=bool(failures))

    # Telling.

    def _end(self) -> None:
        self._stop = None
        self._tell_progress("")

    def _progress(self, words: str) -> None:
        """Tell from another thread how far it has come."""
        with suppress(RuntimeError):  # the program has just ended
            self._program.call_later(self._tell_progress, words)

    def _tell_progress(self, words: str) -> None:
        self._program.below.show_progress(words)

    def _say(self, text: str, *, error: bool = False) -> None:
        self._program.below.say(text, error=error)
