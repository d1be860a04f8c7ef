"""Work on a library that never ends: a program for the tests to kill.

Usage: python -m tests.desk.keeping HOME WORK [ARGUMENT]

WORK is `add FIRST`: takes in made-up articles by their numbers, from FIRST on; `refresh URL`: follows a feed and asks
it for more again and again; `index`: makes the index anew again and again; `open`: opens the library, which brings one
of an earlier version up to date. As soon as articles are safe, and not before, it tells their ids, a line each;
where there are none, it tells when it is done.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from itertools import count
from pathlib import Path

from reader.desk.feeds import Came, Checked, Feeds
from reader.desk.importing import Importing
from reader.desk.indexing import Indexing
from reader.library.index import Index
from reader.library.library import Library
from reader.model.intake import Origin
from reader.model.network import NetworkRules
from reader.model.outcome import OutcomeKind
from reader.notebook.notebook import Notebook
from reader.paths import Home, find_home
from reader.worker.importer import IngestWorker
from reader.worker.ingest_protocol import Document
from tests.benchmarks.generated import generated_article

DONE = "done"
"""A line that is no id."""


def add(home: Home, first: str) -> None:
    texts = (generated_article(number).text.encode() for number in count(int(first)))
    files = (Document(text, f"{number}.txt", Origin("paste", "")) for number, text in enumerate(texts))
    with closing(Library(home.library)) as library:
        importing = Importing(library, lambda: IngestWorker(None), lambda: catch_up(home))
        importing.run(files, lambda outcome: _tell([str(outcome.article_id)]))


def refresh(home: Home, url: str) -> None:
    def tell(told: Came | Checked) -> None:
        if isinstance(told, Came):
            added = (outcome for outcome in told.outcomes if outcome.kind is OutcomeKind.ADDED)
            _tell(str(outcome.article_id) for outcome in added)

    with closing(Library(home.library)) as library:
        feeds = Feeds(library, NetworkRules(allow_private=("127.0.0.1",)), lambda: IngestWorker(None))
        if not feeds.all():
            feeds.add(url, tell)
        while True:
            feeds.refresh((), tell)


def index(home: Home, _: str) -> None:
    while True:
        with closing(Index(home.index, home.library)) as made:
            made.rebuild()
        catch_up(home)
        _tell([DONE])


def open_(home: Home, _: str) -> None:
    Library(home.library).close()
    _tell([DONE])


def catch_up(home: Home) -> None:
    """Bring the index into step."""
    with closing(Index(home.index, home.library)) as made:
        indexing = Indexing(made, Notebook(home.notebook), home.notebook, lambda: None)
        while indexing.step():
            pass


def _tell(ids: Iterable[str]) -> None:
    os.write(1, "".join(f"{line}\n" for line in ids).encode())


WORKS: Mapping[str, Callable[[Home, str], None]] = {"add": add, "refresh": refresh, "index": index, "open": open_}


if __name__ == "__main__":
    place, work, *rest = sys.argv[1:]
    WORKS[work](find_home(Path(place)), "".join(rest))
