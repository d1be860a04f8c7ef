"""Many articles analysed by several programs at a time, for somebody who waits for them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import SimpleQueue
from typing import NamedTuple

from reader.desk.analyses import Growing, Reading
from reader.errors import AnalysisError
from reader.model.analysis import DEFAULT_METHOD, Analysis
from reader.model.article import Article
from reader.worker.protocol import Analyse
from reader.worker.supervisor import AnalysisWorker

AHEAD = 8
"""Articles for each program that wait for it or for being told."""


Keep = Callable[[Article, Analysis], None]


class _Asked(NamedTuple):
    """An article that is being analysed."""

    article: Article
    heard: "SimpleQueue[Reading]"


class _Program:
    """A program, and how much it has to do."""

    def __init__(self, worker: AnalysisWorker) -> None:
        self.worker = worker
        self.waiting = 0
        """Code points."""

    def ask(self, article: Article, method: str, keep: Keep) -> _Asked:
        """Have an article analysed."""
        heard = SimpleQueue[Reading]()
        size = len(article.text)

        def hear(reading: Reading) -> None:
            if not reading.is_running:
                self.waiting -= size
                heard.put(reading)

        self.waiting += size
        request = Analyse(article.text, article.parts, article.source_span, (method,))
        self.worker.submit(request, Growing(Analysis(article.text_hash), hear, partial(keep, article)).hear)
        return _Asked(article, heard)


def analyse_all(
    articles: Iterable[Article],
    open_worker: Callable[[], AnalysisWorker],
    *,
    workers: int = 2,
    method: str = DEFAULT_METHOD,
    keep: Keep = lambda _article, _analysis: None,
) -> Iterator[tuple[Article, Analysis | AnalysisError]]:
    """What is found in articles, or why nothing is, in their order.

    Args:
        articles: what to read; taken as they are needed.
        open_worker: starts an analysis program; they end when this does.
        workers: how many programs. Each takes a processor, and a few hundred megabytes.
        method: the summary method to choose sentences by.
        keep: is given each analysis, in another thread.
    """
    programs = [_Program(open_worker()) for _ in range(workers)]
    ahead: deque[_Asked] = deque()
    try:
        for article in articles:
            program = min(programs, key=lambda program: program.waiting)
            ahead.append(program.ask(article, method, keep))
            if len(ahead) >= AHEAD * workers:
                yield _told(ahead.popleft())
        while ahead:
            yield _told(ahead.popleft())
    finally:
        for program in programs:
            program.worker.close()


def _told(asked: _Asked) -> tuple[Article, Analysis | AnalysisError]:
    reading = asked.heard.get()
    if reading.analysis.complete:
        return asked.article, reading.analysis
    return asked.article, AnalysisError(reading.notice or "The analysis did not end.")
