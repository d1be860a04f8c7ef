"""Programs that are killed while they work on a library, and what is left of what they told."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from random import Random
from threading import Thread
from time import perf_counter

from reader.desk.doctor import examine
from reader.library.library import Library
from reader.notebook.notebook import Notebook
from reader.paths import Home
from tests.benchmarks.generated import fill, generated_article, incoming
from tests.desk.keeping import DONE, catch_up
from tests.library import first_tables
from tests.notebook.notes import ABOUT, ARTICLE, note

CHECKOUT = Path(__file__).parents[2]
WORKS = {
    "add": "importing",
    "refresh": "refreshing a feed",
    "index": "making the index anew",
    "open": "migrating a library of version 1",
}
"""What programs do when they are killed, see `tests.desk.keeping`."""

NEWS = 40
"""Entries that a feed has anew each time it is asked."""


class Victim:
    """A home on which programs work until they are killed.

    Args:
        folder: of the home; made where it is missing.
        work: what the programs do, see `tests.desk.keeping`.
        articles: so many are in the library before the first one is killed.
        random: where they are killed.
    """

    def __init__(self, folder: Path, work: str, articles: int, random: Random) -> None:
        self.home = Home(data=folder, cache=folder, config=folder, logs=folder)
        self.home.make()
        self.told = {article.id for article in map(generated_article, range(articles))}
        """Articles that must be there."""
        self._work = work
        self._random = random
        self._first = count(articles, 100_000)
        self._seconds = 0.0
        Notebook(self.home.notebook).change(ABOUT, (), (note(),))
        Notebook(self.home.notebook).marks(ARTICLE)
        self._notes = _content(self.home.notebook)
        if work == "open":
            self._old = folder / "library.v1"
            first_tables.make(self._old, list(incoming(articles)))
            self._begin_again()
        else:
            with closing(Library(self.home.library)) as library:
                fill(library, articles)
        self._measure()

    def kill(self, url: str = "") -> None:
        """Start a program, and kill it somewhere in its work."""
        if self._work == "open":
            self._begin_again()
        argument = str(next(self._first)) if self._work == "add" else url
        with self._program(argument) as program:
            assert program.stdout is not None
            lines = [program.stdout.readline() for _ in range(self._lines())]
            with suppress(subprocess.TimeoutExpired):
                program.wait(self._random.uniform(0, self._seconds))
            program.kill()
            output = b"".join(lines) + program.stdout.read()
        self.told.update(line for line in output.decode().split("\n")[:-1] if line != DONE)

    def wrong(self) -> list[str]:
        """What is not as it was told: a sentence each."""
        with closing(Library(self.home.library)) as library:
            lost = [id_ for id_ in self.told if not _is_whole(library, id_)]
        notes = [] if _content(self.home.notebook) == self._notes else ["The notes are other than they were."]
        return [*(f"Article {id_} was told and is lost." for id_ in lost), *notes]

    def unsound(self) -> list[str]:
        """What is unsound where everything has been brought into step; nothing may be."""
        catch_up(self.home)
        return [finding.sentence for finding in examine(self.home) if not finding.ok]

    def _lines(self) -> int:
        return self._random.randint(0, 3 * NEWS) if self._work in ("add", "refresh") else 0

    def _measure(self) -> None:
        """How long a program takes to its first line: quiet ones are killed somewhere before."""
        if self._work in ("add", "refresh"):
            self._seconds = 0.1
            return
        start = perf_counter()
        with self._program("") as program:
            assert program.stdout is not None
            program.stdout.readline()
            self._seconds = perf_counter() - start
            program.kill()

    def _begin_again(self) -> None:
        for path in self.home.data.glob("library.db*"):
            path.unlink()
        shutil.copy(self._old, self.home.library)

    def _program(self, argument: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "tests.desk.keeping", str(self.home.data), self._work, argument]
        return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE)


def _is_whole(library: Library, article_id: str) -> bool:
    article = library.article(article_id)
    return article is not None and hashlib.sha256(article.text.encode()).hexdigest() == article.text_hash


def _content(folder: Path) -> Mapping[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@contextmanager
def endless_feed() -> Iterator[str]:
    """The address of a feed that has something new whenever it is asked."""
    numbers = count()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = _rss([generated_article(next(numbers) + 10_000_000).text for _ in range(NEWS)])
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):  # killed meanwhile
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/feed"
    finally:
        server.shutdown()
        server.server_close()


def _rss(texts: list[str]) -> bytes:
    items = (
        f"<item><title>{text[:40]}</title><guid>{hashlib.sha256(text.encode()).hexdigest()}</guid>"
        f"<description>{text}</description></item>"
        for text in texts
    )
    return f"<rss version='2.0'><channel><title>News</title>{''.join(items)}</channel></rss>".encode()
