"""The desk: what can be done with articles, and the keepers of marks and analyses."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import DamagedError, StorageError
from reader.library.database import set_aside
from reader.library.library import Library, ReadingState
from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.intake import Origin
from reader.model.span import Span
from reader.model.value import Value
from reader.paths import Home
from reader.resources import SEED_NAME, seed

# What the first paint does not need is imported where it is needed: a start counts in milliseconds.
if TYPE_CHECKING:
    from reader.desk.analyses import Analyses
    from reader.desk.marks import Marks, PlacedMark
    from reader.model.intake import Incoming


T = TypeVar("T")


class Opening(Value, frozen=True):
    """An article that opens, and where."""

    article: Article
    state: ReadingState | None
    """Where the reader left it; None: never opened."""
    place: int
    """Its number in the library, from 1."""
    count: int
    """Articles in the library."""
    is_sample: bool = False
    is_new: bool = False
    """Whether it has just come into the library."""


class Known(Value, frozen=True):
    """What is known of an article beside its text."""

    analysis: Analysis | None
    marks: "tuple[PlacedMark, ...]"


class Desk:
    """Everything of one reader. Its verbs wait for the disk: a screen leaves them to `later`.

    Raises:
        StorageError: library or notebook cannot be opened.
    """

    def __init__(self, home: Home) -> None:
        home.make()
        self._home = home
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._notices: list[str] = []
        self._has_told_of_place = False
        self._library = self._open_library(home.library)

    @cached_property
    def marks(self) -> "Marks":
        """The reader's marks."""
        from reader.desk.marks import Marks

        return Marks(self._home.notebook)

    def known(self, article: Article) -> "Known":
        """What is known of an article beside its text."""
        # A home without notes does not pay for reading them.
        marks = self.marks.of(article) if self._home.notebook.exists() else ()
        return Known(self.analyses.known(article), marks)

    @cached_property
    def analyses(self) -> "Analyses":
        """What was found in articles."""
        from reader.desk.analyses import Analyses

        return Analyses(self._home.index, self._home.worker_log)

    def _open_library(self, path: Path) -> Library:
        """The library; a damaged one is kept beside a new one."""
        try:
            return Library(path)
        except DamagedError as error:
            return self._begin_library(path, error)

    def _begin_library(self, path: Path, error: DamagedError) -> Library:
        aside = set_aside(path, f"{datetime.now().astimezone():%Y%m%dT%H%M%S}")
        self._notices.append(f"{error} It is kept as {aside.name}, and a new one was begun. Your notes are safe.")
        return Library(path)

    def later(self, call: Callable[[], T]) -> Future[T]:
        """Have a verb done in a thread of the desk's own, after those that were asked for before."""
        return self._thread.submit(call)

    def take_notices(self) -> tuple[str, ...]:
        """Sentences for the reader about what was mended since the last time."""
        notices, self._notices = self._notices, []
        if "marks" in vars(self):
            notices += self.marks.take_notices()
        return tuple(notices)

    def start(self, incoming: "Incoming | None") -> Opening:
        """What a start opens: the text that was named, else where the reader left off, else the sample article."""
        try:
            return self._start(incoming)
        except DamagedError as error:
            self._library.close()
            self._library = self._begin_library(self._home.library, error)
            return self._start(incoming)

    def _start(self, incoming: "Incoming | None") -> Opening:
        if incoming is not None:
            return self.add(incoming)
        last = self._library.last_read()
        try:
            article = self._library.article(last) if last is not None else None
        except DamagedError as error:
            self._notices.append(f"{error} Here is the sample article instead.")
            article = None
        return self._opening(article) if article is not None else self.add(_sample())

    def add(self, incoming: "Incoming") -> Opening:
        """Take an article into the library; one that is there already is not doubled."""
        added = self._library.add(incoming.article, incoming.original, incoming.origin)
        return self._opening(added.article, is_new=added.is_new)

    def opening(self, article_id: str) -> Opening | None:
        """An article of the library, where it was left."""
        article = self._library.article(article_id)
        return None if article is None else self._opening(article)

    def neighbour(self, article_id: str, step: int) -> Opening | None:
        """The next (1) or previous (-1) article of the library; None: there is none."""
        neighbour = self._library.neighbour(article_id, step)
        return None if neighbour is None else self.opening(neighbour)

    def keep_place(self, article: Article, focus: Span, top: int) -> None:
        """Remember where the reader is in an article: the focused span, and the first code point on the screen."""
        state = ReadingState(article.id, article.text_hash, focus, top, datetime.now(UTC))
        try:
            self._library.keep_reading_state(state)
        except StorageError as error:
            # Worth a word, but not one at every step.
            if not self._has_told_of_place:
                self._has_told_of_place = True
                self._notices.append(f"Your place cannot be kept. {error}")

    def tidy(self) -> None:
        """Clear away what a killed program left behind."""
        if self._home.notebook.exists():
            self.marks.tidy()

    def note_down(self, text: str) -> None:
        """Keep what went wrong, for who mends the program; a log that cannot be written must not stop it."""
        with suppress(OSError):
            self._home.error_log.touch(mode=0o600)
            with self._home.error_log.open("a", encoding="utf-8", errors="replace") as log:
                log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {text}\n")

    def close(self) -> None:
        """Close everything, when what was asked for is done; the analysis program ends."""
        self._thread.shutdown()
        if "analyses" in vars(self):
            self.analyses.close()
        self._library.close()

    def _opening(self, article: Article, *, is_new: bool = False) -> Opening:
        place, count, is_sample = self._library.place(article.id)
        return Opening(article, self._library.reading_state(article.id), place, count, is_sample, is_new)


def _sample() -> "Incoming":
    from reader.ingest.source import article_from_bytes
    from reader.model.intake import Incoming

    data = seed()
    return Incoming(article_from_bytes(data, name=SEED_NAME), data, Origin("seed", SEED_NAME))
