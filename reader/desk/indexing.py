"""The index kept in step with library and notebook, whoever changes them."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import StorageError
from reader.library.index import Index
from reader.library.index_marks import Marked
from reader.notebook.durable import Stamp
from reader.notebook.notebook import Notebook

if TYPE_CHECKING:
    from reader.notebook.watch import Watch

TEXTS, FILES, STORIES = 500, 200, 250
"""Articles whose text, notes or story are looked at in one step: some tenths of a second."""

TOLD_EVERY = 1.0
"""Seconds after which lists hear of what is new while there is more to do."""


class Indexing:
    """Brings into the index what is new in library and notebook, a step at a time.

    Args:
        index: to be kept in step.
        notebook: of the reader's marks.
        folder: of the notebook.
        changed: hears, in the thread that works, that lists may have changed; at the end, and now and then before.
    """

    def __init__(self, index: Index, notebook: Notebook, folder: Path, changed: Callable[[], None]) -> None:
        self._index = index
        self._notebook = notebook
        self._folder = folder
        self._changed = changed
        self._index_id = ""
        self._watch: Watch | None = None
        self._is_mended = False
        self._thread: Thread | None = None
        self._wanted = Event()
        self._is_closed = False
        self.failure: StorageError | None = None
        """Why the last work was left undone."""

    def wake(self) -> None:
        """Have a thread do what there is to be done; returns at once."""
        self._wanted.set()
        if self._thread is None:
            self._thread = Thread(target=self._work, name="indexing", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the thread, when the step it is at is done."""
        self._is_closed = True
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()

    def step(self) -> bool:
        """Do some of what is to be done, texts first, stories last; whether there may be more. For one thread.

        Raises:
            StorageError: a file cannot be read or written.
        """
        return self.catch_up() or self._mend() or self._index.group(STORIES)

    def catch_up(self) -> bool:
        """Do some of what no list can do without: texts and marks; whether there may be more. For the thread of `step`.

        Raises:
            StorageError: a file cannot be read or written.
        """
        if self._index_id != (id_ := self._index.id()):
            self._index_id, self._watch, self._is_mended = id_, None, False
        return self._index.catch_up(TEXTS) or self._take_in_marks()

    def _work(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._is_closed:
                return
            try:
                self._do_all()
                self.failure = None
            except StorageError as error:
                self.failure = error
            self._changed()

    def _do_all(self) -> None:
        told = monotonic()
        while not self._is_closed and self.step():
            if monotonic() - told > TOLD_EVERY:
                self._changed()
                told = monotonic()

    def _take_in_marks(self) -> bool:
        from reader.notebook.watch import Watch

        watch = self._watch or Watch(self._folder, {id_: Stamp(*at) for id_, at in self._index.stamps().items()})
        changed = list(islice(watch.changes(), FILES))
        self._watch = None  # so that nothing is lost where this fails
        if changed:
            self._index.put_marks(map(self._marked, changed))
        self._watch = watch
        return len(changed) == FILES

    def _marked(self, article_id: str) -> Marked:
        stamp = self._notebook.stamp(article_id)  # before the marks: what is written meanwhile will be seen
        try:
            return Marked(article_id, self._notebook.marks(article_id), stamp)
        except StorageError:
            return Marked(article_id, (), stamp)  # damaged beyond mending; whoever opens the article hears of it

    def _mend(self) -> bool:
        """Look once a session for what the index should have and has not, and the other way round."""
        if self._is_mended:
            return False
        has_more = self._index.mend()
        self._is_mended = not has_more
        return has_more
