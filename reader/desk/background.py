"""Articles analysed while the reader does something else, the newest first, without a word."""

from pathlib import Path
from threading import Event, Thread

from reader.desk.analyses import Analyses
from reader.desk.naming import Naming
from reader.errors import AnalysisError, StorageError
from reader.library.library import Library
from reader.model.analysis import DEFAULT_METHOD

AT_ONCE = 50
"""Articles that are looked up together."""

FAILURES = 3
"""Articles in a row that cannot be analysed, after which it is not the articles."""

_TOP = 1 << 62
"""Above all ranks."""


class Background:
    """Has what is new in a library analysed by the program of the screen, which leaves it as soon as it is needed.

    Args:
        library: the articles.
        file: of the library.
        analyses: what was found in them.
        naming: brings the index of names into step with the reader's rules, before anything else is done.
        method: the summary method to choose sentences by.
    """

    def __init__(
        self, library: Library, file: Path, analyses: Analyses, naming: Naming, method: str = DEFAULT_METHOD
    ) -> None:
        self._naming = naming
        self._library = library
        self._file = file
        self._analyses = analyses
        self._method = method
        self._thread: Thread | None = None
        self._wanted = Event()
        self._may_go_on = Event()
        self._may_go_on.set()
        self._is_closed = False
        self._failed: set[str] = set()
        self._failures = 0

    def wake(self) -> None:
        """Have a thread look for articles that were not analysed yet; returns at once."""
        self._wanted.set()
        if self._thread is None:
            self._thread = Thread(target=self._work, name="background", daemon=True)
            self._thread.start()

    def pause(self) -> None:
        """Begin no other article until `go_on`."""
        self._may_go_on.clear()

    def go_on(self) -> None:
        """Continue after a pause."""
        self._may_go_on.set()

    def close(self) -> None:
        """Begin no other article, ever; to be followed by closing the analyses, which ends the one that is read."""
        self._is_closed = True
        self._wanted.set()
        self._may_go_on.set()

    def _work(self) -> None:
        while not self._is_closed:
            self._wanted.wait()
            self._wanted.clear()
            try:
                self._name_anew()
                self._read_all()
            except (AnalysisError, StorageError):
                continue  # whoever asks for the library or for an analysis hears why

    def _name_anew(self) -> None:
        """Take in what the reader's rules have changed."""
        while self._analyses.name_anew(self._naming):
            self._may_go_on.wait()
            if self._is_closed:
                return

    def _read_all(self) -> None:
        """Go down from the newest article; from the top again, where something new has come."""
        below = _TOP
        while ranks := self._analyses.unread(self._file, below, AT_ONCE):
            for rank in ranks:
                self._read(rank)
                if self._has_something_else or self._failures >= FAILURES:
                    return
            below = ranks[-1]

    def _read(self, rank: int) -> None:
        article = self._library.article_at(rank)
        was_read: bool | None = None
        while was_read is None and article is not None and article.text_hash not in self._failed:
            self._may_go_on.wait()
            if self._has_something_else or self._is_known(rank):
                return
            was_read = self._analyses.analyse_quietly(article, self._method)
            if was_read is False:
                self._failed.add(article.text_hash)
                self._failures += 1
            elif was_read:
                self._failures = 0

    @property
    def _has_something_else(self) -> bool:
        return self._is_closed or self._wanted.is_set()

    def _is_known(self, rank: int) -> bool:
        """Whether the reader has had it analysed meanwhile."""
        return rank not in self._analyses.unread(self._file, rank + 1, 1)
