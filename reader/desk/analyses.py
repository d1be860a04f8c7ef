"""What was found in articles: kept, and found anew where it is not."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import AnalysisError
from reader.library.analyses import AnalysisCache
from reader.model.analysis import Analysis, Progress
from reader.model.article import Article
from reader.model.value import Value, replace

# An analysis that is known needs no worker, and a start that shows one does not wait for its modules.
if TYPE_CHECKING:
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


class Analyses:
    """Has articles analysed, one at a time, and keeps what was found.

    Args:
        path: file of what was found.
        log: where the analysis program's complaints go.
        worker: the analysis program; None: one of our own, when it is first needed.
    """

    def __init__(self, path: Path, log: Path, worker: "AnalysisWorker | None" = None) -> None:
        self._cache = AnalysisCache(path)
        self._log = log
        self._worker = worker
        self._job: Job | None = None
        self._growing: _Growing | None = None

    def known(self, article: Article) -> Analysis | None:
        """What was found in this version before, by whatever analyst."""
        return self._cache.get(article.text_hash)

    def is_current(self, analysis: Analysis) -> bool:
        """Whether the analyst of today would find the same."""
        from reader.analysis.version import analyst_version

        try:
            return analysis.analyst == analyst_version()
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
        self._submit(request, Analysis(article.text_hash), listener)

    def rank(self, article: Article, analysis: Analysis, method: str, listener: Listener) -> None:
        """Choose the sentences of an analysed article by one more method; returns at once."""
        from reader.worker.protocol import Rank

        self._submit(Rank(article.text, analysis.sentences, method), analysis, listener)

    def stop(self) -> None:
        """Leave what is being analysed; what was found so far stays on the screen and is not kept."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """End the analysis program and close the cache."""
        if self._worker is not None:
            self._worker.close()
        self._cache.close()

    def _submit(self, request: "Request", known: Analysis, listener: Listener) -> None:
        if self._growing is not None:
            self._growing.fall_silent()
        self.stop()
        if self._worker is None:
            from reader.worker.supervisor import AnalysisWorker

            self._worker = AnalysisWorker(self._log)
        self._growing = _Growing(known, listener, self._cache.put)
        self._job = self._worker.submit(request, self._growing.hear)


class _Growing:
    """Puts findings together, and tells what stands after each."""

    def __init__(self, known: Analysis, listener: Listener, keep: Callable[[Analysis], None]) -> None:
        self._known = known
        self._analysis = known
        self._listener = listener
        self._keep = keep
        self._done = 0.0

    def fall_silent(self) -> None:
        """Tell no more: something else was asked for, and this would be taken for its answer."""
        self._listener = lambda _: None

    def hear(self, event: "Event") -> None:
        from reader.worker.protocol import Cancelled, Done, Failed, Restarted

        match event:
            case Restarted(reason):
                self._analysis, self._done = self._known, 0.0
                self._listener(Reading(self._analysis, self._done, reason))
            case Done(analyst):
                self._analysis = replace(self._analysis, analyst=analyst, complete=True)
                self._keep(self._analysis)
                self._listener(Reading(self._analysis))
            case Failed(reason):
                self._listener(Reading(self._analysis, notice=reason, is_failed=True))
            case Cancelled():
                self._listener(Reading(self._analysis, notice="Analysis stopped."))
            case Progress(done, total):
                self._done = done / max(total, 1)
                self._listener(Reading(self._analysis, self._done))
            case _:
                self._analysis = self._analysis.with_finding(event)
                self._listener(Reading(self._analysis, self._done))
