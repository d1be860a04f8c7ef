"""Taking in files, documents and articles from the web, however many."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from functools import partial
from os.path import lexists
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from reader.errors import DiploreaderError, StorageError, UsageError
from reader.library.fetches import Validators
from reader.library.library import Library
from reader.model.intake import Incoming, Refused
from reader.model.network import NetworkRules
from reader.model.outcome import Outcome, OutcomeKind
from reader.model.value import Value, replace
from reader.model.web import AddressRequest, Answered, Unchanged
from reader.worker.ingest_protocol import Document, FilePath, Finished, Task, Told, name_of

if TYPE_CHECKING:
    from reader.library.index import Index
    from reader.worker.importer import Step

BATCH, BATCH_BYTES = 200, 8 << 20
"""Articles, and bytes of them as they came, that are taken into the library together."""

LONGEST_WAIT = 0.25
"""Seconds that an article waits for others to be taken in with."""

INDEXED_TOGETHER = 1_000
"""Articles that are put into lists and searches together, if that does not take too long."""

LONGEST_UNINDEXED = 1.0
"""Seconds."""


Source = FilePath | Document | AddressRequest
"""Where articles come from."""


class DocumentReader(Protocol):
    """A program that reads documents, for one thread."""

    def run(self, tasks: Iterable[Task]) -> "Iterator[Step]":
        """What tasks lead to, in their order; None where nothing was told for a while."""

    def stop(self) -> None:
        """End the program, from any thread and for ever: what it is at breaks off."""


class Tally(Value, frozen=True):
    """What came of an import."""

    outcomes: Mapping[OutcomeKind, int]
    """How many items each became of."""
    is_stopped: bool
    """Whether it was left before all was done."""
    failure: str | None = None
    """Why it could not go on: a sentence for the reader. What was told before is safe."""


Tell = Callable[[Outcome], None]
Progress = Callable[[int, str], None]


class Importing:
    """One import.

    Args:
        library: what the articles go to.
        open_reader: starts the program that reads them.
        catch_up: brings lists and searches into step; in a thread of its own, now and then and at the end.
    """

    def __init__(
        self, library: Library, open_reader: Callable[[], DocumentReader], catch_up: Callable[[], None]
    ) -> None:
        self._library = library
        self._catch_up = catch_up
        self._indexer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self._indexed: Future[None] | None = None
        self._indexed_at = monotonic()
        self._unindexed = 0
        self._reader = open_reader()
        self._is_stopped = False
        self._waiting: list[Incoming | Outcome] = []
        self._size = 0
        self._since = 0.0
        self._answers: dict[str, Validators] = {}
        self._answered: Answered | None = None
        self._is_spoilt = False
        self._counts: Counter[OutcomeKind] = Counter()
        self._done = 0

    def run(
        self, tasks: Iterable[Source | Refused], tell: Tell, progress: Progress = lambda _done, _name: None
    ) -> Tally:
        """Take in what tasks lead to; what is refused already is only told. Ctrl-C ends it early.

        Args:
            tasks: what to read; addresses need no validators.
            tell: hears of each item what became of it, when that is on the disk.
            progress: hears how many tasks are done, and the name of the last one.
        """
        failure = None
        steps = self._reader.run(self._asked(tasks))
        try:
            try:
                self._take_all(steps, tell, progress)
            except KeyboardInterrupt:
                self._is_stopped = True
            self._keep(tell)
        except DiploreaderError as error:
            failure = str(error)
        finally:
            self._end()
        return Tally(self._counts, self._is_stopped, failure)

    def stop(self) -> None:
        """Leave it, from any thread; what was told is safe."""
        self._is_stopped = True
        self._reader.stop()

    def _take_all(self, steps: "Iterator[Step]", tell: Tell, progress: Progress) -> None:
        for step in steps:
            if step is not None:
                task, told = step
                self._take(task, told)
                if isinstance(told, Finished):
                    self._done += 1
                    progress(self._done, name_of(task))
            is_full = len(self._waiting) >= BATCH or self._size >= BATCH_BYTES
            if is_full or (self._waiting and monotonic() - self._since >= LONGEST_WAIT):
                self._keep(tell)

    def _asked(self, tasks: Iterable[Source | Refused]) -> Iterator[Task]:
        """The tasks for the program."""
        for task in tasks:
            if isinstance(task, Refused):
                self._wait(_refused(task))
                self._done += 1
            elif isinstance(task, AddressRequest):
                yield self._with_validators(task)
            else:
                yield task

    def _with_validators(self, request: AddressRequest) -> AddressRequest:
        from reader.ingest.addresses import parse

        try:
            known = self._library.fetches.get(parse(request.url).url)
        except DiploreaderError:
            known = None  # whoever fetches it says what is wrong with it
        return replace(request, etag=known.etag, modified=known.modified) if known else request

    def _take(self, task: Task, told: Told) -> None:
        match told:
            case Incoming():
                self._wait(told)
            case Refused():
                self._is_spoilt = True
                self._wait(_refused(told))
            case Unchanged():
                self._wait(self._unchanged(name_of(task)))
            case Answered():
                self._answered = told
            case Finished(failure):
                if failure is not None:
                    self._wait(_refused(Refused(name_of(task), failure)))
                elif self._answered is not None and not self._is_spoilt:
                    answered = self._answered
                    self._answers[answered.url] = Validators(answered.etag, answered.modified)
                self._answered, self._is_spoilt = None, False

    def _wait(self, item: Incoming | Outcome) -> None:
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append(item)
        self._size += len(item.original) if isinstance(item, Incoming) else 0

    def _unchanged(self, url: str) -> Outcome:
        """The article that an address gave before."""
        from reader.ingest.addresses import parse

        try:
            rank = self._library.find(parse(url).url)
        except UsageError:
            return Outcome(OutcomeKind.KNOWN, None, None, url, place=url)
        article = self._library.article_at(rank)
        if article is None:
            return Outcome(OutcomeKind.KNOWN, None, None, url, place=url)
        return Outcome(OutcomeKind.KNOWN, rank, article.id, article.title, place=url)

    def _keep(self, tell: Tell) -> None:
        """Take in what waits, and tell of it.

        Raises:
            StorageError: nothing of it was taken in.
        """
        if not (self._waiting or self._answers):
            return
        waiting, self._waiting, self._size = self._waiting, [], 0
        incoming = [item for item in waiting if isinstance(item, Incoming)]
        became = iter(self._library.add_many(incoming) if incoming else ())
        outcomes = [
            replace(next(became), place=item.origin.place) if isinstance(item, Incoming) else item for item in waiting
        ]
        self._counts.update(outcome.kind for outcome in outcomes)
        self._unindexed += len(incoming)
        for outcome in outcomes:
            tell(outcome)
        for item, outcome in zip(waiting, outcomes, strict=True):
            if isinstance(item, Incoming) and outcome.kind is OutcomeKind.REFUSED:
                self._answers.pop(item.origin.place, None)  # it is to be asked for again
        for url, validators in self._answers.items():
            self._library.fetches.note_answer(url, validators)
        self._answers.clear()
        self._index()

    def _index(self) -> None:
        # Texts are put into the index while the next ones are read and kept; many together cost half as much.
        is_due = self._unindexed >= INDEXED_TOGETHER or monotonic() - self._indexed_at >= LONGEST_UNINDEXED
        if is_due and (self._indexed is None or self._indexed.done()):
            self._unindexed, self._indexed_at = 0, monotonic()
            self._indexed = self._indexer.submit(self._catch_up)

    def _end(self) -> None:
        self._reader.stop()
        if self._counts and not self._is_stopped:
            self._indexed = self._indexer.submit(self._catch_up)
        self._indexer.shutdown()
        # The articles are safe: whoever looks at lists catches up, or says why that cannot be.
        with suppress(StorageError):
            if self._indexed is not None:
                self._indexed.result()


def _refused(item: Refused) -> Outcome:
    return Outcome(OutcomeKind.REFUSED, None, None, item.name, item.reason, item.name)


def index_texts(index: "Index") -> None:
    """Put into an index the texts that it lacks: all of catching up that is worth doing while more come in.

    Raises:
        StorageError: a file cannot be read or written.
    """
    while index.catch_up(INDEXED_TOGETHER):
        pass


class Sources:
    """What a reader means by naming files, folders, patterns and addresses; found while it is iterated over.

    Args:
        named: as it was typed, or bytes that are here already.
        rules: the bounds of every fetch.
        title: of the article, where there is one only.
        source: of all files; so `published`.
        published: when they came out.
    """

    def __init__(
        self,
        named: Sequence[str | Document],
        rules: NetworkRules,
        *,
        title: str | None = None,
        source: str | None = None,
        published: date | None = None,
    ) -> None:
        self.skipped = 0
        """Files in folders passed over so far because they are no documents."""
        self._named = named
        self._rules = rules
        self._file_at = partial(FilePath.of, title=title, source=source, published=published)

    def __iter__(self) -> Iterator[Source | Refused]:
        for name in self._named:
            if isinstance(name, Document):
                yield name
            elif is_address(name):
                yield AddressRequest(name, self._rules)
            else:
                yield from self._files(name)

    def _files(self, name: str) -> Iterator[FilePath | Refused]:
        from reader.ingest.walk import Walk

        walk = Walk([name])
        for path in walk:
            yield path if isinstance(path, Refused) else self._file_at(path)
        self.skipped += walk.skipped


def is_address(name: str) -> bool:
    """Whether somebody means an address of the web by a name, not a file."""
    return "://" in name and not lexists(name)
