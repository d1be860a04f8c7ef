"""What was found in articles: kept, and found anew where it is not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event as Flag
from threading import Lock
from typing import TYPE_CHECKING

from reader.errors import AnalysisError
from reader.library.analyses import AnalysisCache
from reader.model.analysis import METHODS, Analysis, Progress
from reader.model.article import Article
from reader.model.value import Value, replace

# An analysis that is known needs no worker, and a start that shows one does not wait for its modules.
if TYPE_CHECKING:
    from reader.desk.naming import Naming
    from reader.text.corrected import Rules
    from reader.worker.protocol import Event, Request
    from reader.worker.supervisor import AnalysisWorker, Job


class Reading(Value, frozen=True):
    """An analysis as far as it has come."""

    analysis: Analysis
    done: float | None = None
    """Share of the text that was read, from 0 to 1; None: reading has ended."""
    notice: str = ""
    """A sentence for the reader, where something happened."""
    is_failed: bool = False

    @property
    def is_running(self) -> bool:
        """Whether more is to come."""
        return self.done is not None


Listener = Callable[[Reading], None]


def _none() -> None:
    """No rules."""


class Analyses:
    """Has articles analysed, one at a time, and keeps what was found.

    Args:
        path: file of what was found.
        log: where the analysis program's complaints go.
        worker: the analysis program; None: one of our own, when it is first needed.
        rules: the reader's; None: there are none.
        model: by which names are found; empty: the English one.
    """

    def __init__(
        self,
        path: Path,
        log: Path,
        worker: "AnalysisWorker | None" = None,
        rules: "Callable[[], Rules | None]" = _none,
        model: str = "",
    ) -> None:
        self._model = model
        self._cache = AnalysisCache(path)
        self._rules = rules
        self._log = log
        self._worker = worker
        self._job: Job | None = None
        self._growing: Growing | None = None
        self._lock = Lock()
        self._is_free = Flag()
        self._is_free.set()
        self._quiet: Job | None = None
        self._quietly_read: SimpleQueue[Reading | None] = SimpleQueue()
        self._is_closed = False

    def known(self, article: Article) -> Analysis | None:
        """What was found in this version before, by whatever analyst."""
        return self._cache.get(article.text_hash)

    def is_current(self, analysis: Analysis) -> bool:
        """Whether the analyst of today would find the same."""
        from reader.analysis.version import analyst_version

        try:
            return analysis.analyst == analyst_version(self._model)
        except AnalysisError:
            return True  # nobody is there who could do better

    def analyse(self, article: Article, method: str, listener: Listener) -> None:
        """Find everything in an article; returns at once.

        Args:
            article: what to read.
            method: the summary method to choose sentences by.
            listener: hears, in another thread, each time there is more.
        """
        from reader.worker.protocol import Analyse

        request = Analyse(article.text, article.parts, article.source_span, (method,))
        self._submit(request, article, Analysis(article.text_hash), listener)

    def rank(
        self,
        article: Article,
        analysis: Analysis,
        method: str,
        listener: Listener,
        among: tuple[int, ...] | None = None,
    ) -> None:
        """Choose the sentences of an analysed article by one more method; returns at once.

        Args:
            article: whose sentences.
            analysis: of it, as the machine found it.
            method: the summary method.
            listener: hears, in another thread, when it is done.
            among: numbers of the sentences that may be chosen, of what the reader wants to hear about; None: all. Such
                an order is told by the name that `order_name` gives it, and not kept.
        """
        from reader.text.sides import sides_of
        from reader.worker.protocol import Rank

        speaking = sides_of(article.text, analysis)
        request = Rank(article.text, analysis.sentences, method, speaking, among)
        self._submit(request, article, analysis, listener, is_kept=among is None)

    def analyse_quietly(self, article: Article, method: str) -> bool | None:
        """Find everything in an article and keep it; waits until nothing else is being found. For one thread.

        Returns:
            Whether all was found; None: it was left, since something else was asked for.
        """
        from reader.worker.protocol import Analyse

        self._is_free.wait()
        with self._lock:
            if self._is_closed or not self._is_free.is_set():
                return None
            heard = SimpleQueue[Reading | None]()
            growing = Growing(Analysis(article.text_hash), _end_to(heard), partial(self._keep, article))
            request = Analyse(article.text, article.parts, article.source_span, (method,))
            self._quiet, self._quietly_read = self._program().submit(request, growing.hear), heard
        reading = heard.get()
        self._quiet = None
        if reading is None or not (reading.is_failed or reading.analysis.complete):
            return None
        return not reading.is_failed

    def unread(self, library: Path, below: int, limit: int) -> list[int]:
        """Ranks of articles in a library file that the analyst of today has not read, the newest first.

        Args:
            library: the file.
            below: only ranks less than this.
            limit: at most so many.

        Raises:
            AnalysisError: there is no analyst.
        """
        from reader.analysis.version import analyst_version

        return self._cache.unread(library, analyst_version(self._model), below, limit)

    def stop(self) -> None:
        """Leave what is being analysed; what was found so far stays on the screen and is not kept."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """End the analysis program and close the cache."""
        with self._lock:
            self._is_closed = True
            self._is_free.set()
        if self._worker is not None:
            self._worker.close()
        self._quietly_read.put(None)
        self._cache.close()

    def name_anew(self, naming: "Naming") -> bool:
        """Bring some of what the reader's rules changed into the index of names; whether there may be more.

        Raises:
            StorageError: it cannot be done.
        """
        return naming.catch_up(self._cache, self._rules())

    def _keep(self, article: Article, analysis: Analysis) -> None:
        from reader.desk.naming import named

        orders = {method: order for method, order in analysis.orders.items() if method in METHODS}
        self._cache.put(replace(analysis, orders=orders), named(article, analysis, self._rules()))

    def _submit(
        self, request: "Request", article: Article, known: Analysis, listener: Listener, *, is_kept: bool = True
    ) -> None:
        if self._growing is not None:
            self._growing.fall_silent()
        self.stop()
        with self._lock:
            self._is_free.clear()
            if self._quiet is not None:
                self._quiet.cancel()
            keep = partial(self._keep, article) if is_kept else _forget
            self._growing = Growing(known, listener, keep, self._ended)
            self._job = self._program().submit(request, self._growing.hear)

    def _program(self) -> "AnalysisWorker":
        if self._worker is None:
            from reader.worker.supervisor import AnalysisWorker, command

            self._worker = AnalysisWorker(self._log, command(self._model))
        return self._worker

    def _ended(self, growing: "Growing") -> None:
        with self._lock:
            if growing is self._growing:
                self._is_free.set()


def _forget(_: Analysis) -> None:
    """Keep nothing of what was found."""


def _end_to(heard: "SimpleQueue[Reading | None]") -> Listener:
    """A listener that only keeps how a reading ended."""
    return lambda reading: None if reading.is_running else heard.put(reading)


class Growing:
    """Puts findings together, and tells what stands after each.

    Args:
        known: what was found before.
        listener: hears each time there is more.
        keep: takes what is whole.
        ended: hears when no more is to come.
    """

    def __init__(
        self,
        known: Analysis,
        listener: Listener,
        keep: Callable[[Analysis], None],
        ended: "Callable[[Growing], None]" = lambda _: None,
    ) -> None:
        self._known = known
        self._analysis = known
        self._listener = listener
        self._keep = keep
        self._ended = ended
        self._done = 0.0

    def fall_silent(self) -> None:
        """Tell no more: something else was asked for, and this would be taken for its answer."""
        self._listener = lambda _: None

    def hear(self, event: "Event") -> None:
        """Take in what the analysis program says."""
        from reader.worker.protocol import Cancelled, Done, Failed, Restarted

        match event:
            case Restarted(reason):
                self._analysis, self._done = self._known, 0.0
                self._listener(Reading(self._analysis, self._done, reason))
            case Done(analyst):
                self._analysis = replace(self._analysis, analyst=analyst, complete=True)
                self._keep(self._analysis)
                self._end(Reading(self._analysis))
            case Failed(reason):
                self._end(Reading(self._analysis, notice=reason, is_failed=True))
            case Cancelled():
                self._end(Reading(self._analysis, notice="Analysis stopped."))
            case Progress(done, total):
                self._done = done / max(total, 1)
                self._listener(Reading(self._analysis, self._done))
            case _:
                self._analysis = self._analysis.with_finding(event)
                self._listener(Reading(self._analysis, self._done))

    def _end(self, reading: Reading) -> None:
        self._listener(reading)
        self._ended(self)
