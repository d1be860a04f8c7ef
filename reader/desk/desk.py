"""The desk: what can be done with articles, and the keepers of marks, analyses and lists."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.desk.history import History
from reader.errors import DamagedError, StorageError
from reader.library.database import set_aside
from reader.library.library import Library, ReadingState
from reader.model.analysis import DEFAULT_METHOD, Analysis
from reader.model.article import Article
from reader.model.intake import Origin
from reader.model.span import Span
from reader.model.states import States
from reader.model.value import Value
from reader.paths import Home
from reader.resources import SEED_NAME, seed

# What the first paint does not need is imported where it is needed: a start counts in milliseconds.
if TYPE_CHECKING:
    from reader.desk.across import Across
    from reader.desk.analyses import Analyses
    from reader.desk.background import Background
    from reader.desk.dossiers import Dossiers
    from reader.desk.feeds import Feeds
    from reader.desk.importing import Importing
    from reader.desk.indexing import Indexing
    from reader.desk.lists import Lists
    from reader.desk.marks import Change, Marks, PlacedMark
    from reader.desk.naming import Naming
    from reader.desk.reading_list import ReadingList
    from reader.desk.rules import EntityRules, Ruled
    from reader.desk.visits import Visits
    from reader.library.search import Follows, Search
    from reader.model.intake import Incoming, Item
    from reader.model.network import NetworkRules
    from reader.text.corrected import Rules


T = TypeVar("T")

AT_ONCE = 200
"""Articles that are taken into the library together."""

LIBRARY, ROOM = "library", "room"
"""Names of the screens, for the session."""


class Opening(Value, frozen=True):
    """An article that opens, and where."""

    article: Article
    state: ReadingState | None
    """Where the reader left it; None: never opened."""
    states: States
    """What had become of it when it opened."""
    is_lone_sample: bool = False
    """Whether it is the sample, and the library holds nothing else."""
    is_new: bool = False
    """Whether it has just come into the library."""

    @property
    def rank(self) -> int:
        """Its rank in lists."""
        return self.states.rank


class Known(Value, frozen=True):
    """What is known of an article beside its text."""

    analysis: Analysis | None
    marks: "tuple[PlacedMark, ...]"
    rules: "Rules | None" = None
    """The reader's rules on entities; None: there are none."""


class Undone(Value, frozen=True):
    """What came of undoing an act, or of doing it again."""

    said: str
    """A sentence for the reader."""
    change: "Change | None" = None
    """Of marks, where it was done to those."""
    is_of_rules: bool = False
    """Whether it was done to the rules on entities."""
    opening: Opening | None = None
    """The article that it was done to, where that is a single one."""


class Desk:
    """Everything of one reader. Its verbs wait for the disk: a screen leaves them to `later`.

    Args:
        home: the folders of the reader.
        method: the summary method to choose sentences by in articles that nobody has opened yet.
        model: by which names are found; empty: the English one.

    Raises:
        StorageError: library or notebook cannot be opened.
    """

    def __init__(self, home: Home, method: str = DEFAULT_METHOD, model: str = "") -> None:
        home.make()
        self._model = model
        self.method = method
        self._home = home
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._notices: list[str] = []
        self._has_told_of_place = False
        self._listener: Callable[[], None] = lambda: None
        self.history = History()
        self.library = self._open_library(home.library)

    @property
    def home(self) -> Home:
        """The folders of the reader."""
        return self._home

    @cached_property
    def marks(self) -> "Marks":
        """The reader's marks."""
        from reader.desk.marks import Marks

        return Marks(self._home.notebook, self.history)

    @cached_property
    def rules(self) -> "EntityRules":
        """The reader's rules on entities."""
        from reader.desk.rules import EntityRules

        return EntityRules(self._home.notebook, self.history)

    def known(self, article: Article) -> "Known":
        """What is known of an article beside its text."""
        # A home without notes does not pay for reading them.
        marks = self.marks.of(article) if self._home.notebook.exists() else ()
        return Known(self.analyses.known(article), marks, self.known_rules())

    @cached_property
    def analyses(self) -> "Analyses":
        """What was found in articles."""
        from reader.desk.analyses import Analyses

        return Analyses(self._home.analyses, self._home.worker_log, rules=self.known_rules, model=self._model)

    def known_rules(self) -> "Rules | None":
        """The reader's rules on entities, ready to be applied; None: there are none."""
        return self.rules.prepared() if self._home.corrections.exists() else None

    @cached_property
    def lists(self) -> "Lists":
        """Lists of the library's articles."""
        from reader.desk.lists import Lists

        return Lists(self.library, self._search, self.history, self._follows)

    @cached_property
    def _search(self) -> "Search":
        """Answers what is asked in the thread of the lists."""
        from reader.library.search import Search

        return Search(self._home.index, self._home.library, self._home.analyses, self._follows)

    def _follows(self) -> "Follows":
        from reader.library.search import Follows

        rules = self.known_rules()
        return Follows(rules.watched(), self.visits.last, rules.called) if rules else Follows(visit=self.visits.last)

    @cached_property
    def visits(self) -> "Visits":
        """Since when articles are new."""
        from reader.desk.visits import Visits

        return Visits(self.library.session)

    @cached_property
    def dossiers(self) -> "Dossiers":
        """What is known of entities across articles; for the thread of the lists, whose `interrupt` it hears."""
        from reader.desk.dossiers import Dossiers
        from reader.notebook.notebook import Notebook

        marks = Notebook(self._home.notebook).marks
        return Dossiers(self.library, self._search, self.rules, self.analyses.known, marks)

    @cached_property
    def across(self) -> "Across":
        """Statements and dates across articles; for the thread of the lists, whose `interrupt` it hears."""
        from reader.desk.across import Across

        return Across(self.library, self._search, self.rules, self.analyses.known)

    @cached_property
    def background(self) -> "Background":
        """Has new articles analysed while the reader does something else."""
        from reader.desk.background import Background

        background = Background(self.library, self._home.library, self.analyses, self._naming(), self.method)
        self.rules.listen(background.wake)
        return background

    def _naming(self) -> "Naming":
        from reader.desk.naming import Naming
        from reader.library.search import Search

        return Naming(self.library, lambda: Search(self._home.index, self._home.library, self._home.analyses))

    @cached_property
    def reading_list(self) -> "ReadingList":
        """The way from one article to the next."""
        from reader.desk.reading_list import ReadingList

        return ReadingList(self)

    @cached_property
    def indexing(self) -> "Indexing":
        """Keeps lists and searches in step with library and notebook."""
        from reader.desk.indexing import Indexing
        from reader.library.index import Index
        from reader.notebook.notebook import Notebook

        index = Index(self._home.index, self._home.library)
        notebook = Notebook(self._home.notebook)
        return Indexing(index, notebook, self._home.notebook, lambda: self._listener())

    def importing(self) -> "Importing":
        """A new import into the library."""
        from reader.desk.importing import Importing
        from reader.worker.importer import IngestWorker

        return Importing(self.library, lambda: IngestWorker(self._home.worker_log), self.indexing.wake)

    def feeds(self, rules: "NetworkRules") -> "Feeds":
        """The feeds that the reader follows, within the bounds of every fetch."""
        from reader.desk.feeds import Feeds
        from reader.worker.importer import IngestWorker

        return Feeds(self.library, rules, lambda: IngestWorker(self._home.worker_log))

    def listen(self, listener: Callable[[], None]) -> None:
        """Have somebody told, in whatever thread, that lists may have changed."""
        self._listener = listener

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
        notices += self.library.take_notices()
        for part in ("marks", "rules"):
            if part in vars(self):
                notices += getattr(self, part).take_notices()
        return tuple(notices)

    def start(self, incoming: "Incoming | None") -> Opening | None:
        """What a start opens: the text that was named, else where the reader left off; None: the library.

        The first start of all opens the sample.
        """
        try:
            return self._start(incoming)
        except DamagedError as error:
            self.library.close()
            self.library = self._begin_library(self._home.library, error)
            return self._start(incoming)

    def _start(self, incoming: "Incoming | None") -> Opening | None:
        if incoming is not None:
            return self.add(incoming)
        if self.library.session.get().get("screen") == LIBRARY:
            return None
        last = self.library.last_read()
        try:
            opening = self.opening(last) if last is not None else None
        except DamagedError as error:
            self._notices.append(f"{error} Here is the library instead.")
            return None
        return self.add(_sample()) if opening is None and self.library.is_new else opening

    def add(self, incoming: "Incoming") -> Opening:
        """Take an article into the library; one that is there already is not doubled."""
        added = self.library.add(incoming.article, incoming.original, incoming.origin)
        return self._opening(added.article, is_new=added.is_new)

    def take_in(self, items: "Iterable[Item]") -> None:
        """Take more into the library, as it comes; what cannot be taken in becomes a notice."""
        from itertools import islice

        from reader.model.intake import Refused

        remaining, refused = iter(items), []
        while batch := list(islice(remaining, AT_ONCE)):
            refused += [item.reason for item in batch if isinstance(item, Refused)]
            self.library.add_many([item for item in batch if not isinstance(item, Refused)])
        if refused:
            more = f" So it is with {len(refused) - 1:,} more of it." if len(refused) > 1 else ""
            self._notices.append(f"{refused[0]}{more}")

    def opening(self, article_id: str) -> Opening | None:
        """An article of the library, where it was left."""
        article = self.library.article(article_id)
        return None if article is None else self._opening(article)

    def opening_at(self, rank: int) -> Opening | None:
        """The article of a rank, where it was left."""
        article = self.library.article_at(rank)
        return None if article is None else self._opening(article)

    def keep_place(self, article: Article, focus: Span, top: int) -> None:
        """Remember where the reader is in an article: the focused span, and the first code point on the screen."""
        state = ReadingState(article.id, article.text_hash, focus, top, datetime.now(UTC))
        try:
            self.library.keep_reading_state(state)
            self.visits.go_on()
        except StorageError as error:
            # Worth a word, but not one at every step.
            if not self._has_told_of_place:
                self._has_told_of_place = True
                self._notices.append(f"Your place cannot be kept. {error}")

    def undo(self) -> Undone | None:
        """Undo the reader's last act of this session, whatever it was done to; None: there is none."""
        return self._undone(self.marks.undo, self.rules.undo, lambda: self.lists.undo(), self.history.to_undo())

    def redo(self) -> Undone | None:
        """Do the last undone act again; None: there is none."""
        return self._undone(self.marks.redo, self.rules.redo, lambda: self.lists.redo(), self.history.to_redo())

    def _undone(
        self,
        of_marks: "Callable[[], Change | None]",
        of_rules: "Callable[[], Ruled | None]",
        of_states: "Callable[[], str | None]",
        act: object,
    ) -> Undone | None:
        from reader.desk.state_acts import StatesAct

        if (change := of_marks()) is not None:
            return Undone(change.said, change)
        if (ruled := of_rules()) is not None:
            return Undone(ruled.said, is_of_rules=True)
        if (said := of_states()) is None:
            return None
        ranks = [states.rank for states in act.before] if isinstance(act, StatesAct) else []
        return Undone(said, opening=self.opening_at(ranks[0]) if len(ranks) == 1 else None)

    def tidy(self) -> None:
        """Clear away what a killed program left behind, and have done in the background what there is to do."""
        if self._home.notebook.exists():
            self.marks.tidy()
        self.visits.begin()
        self.indexing.wake()
        self.background.wake()

    def note_down(self, text: str) -> None:
        """Keep what went wrong, for who mends the program; a log that cannot be written must not stop it."""
        with suppress(OSError):
            self._home.error_log.touch(mode=0o600)
            with self._home.error_log.open("a", encoding="utf-8", errors="replace") as log:
                log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {text}\n")

    def close(self) -> None:
        """Close everything, when what was asked for is done; the analysis program ends."""
        self._thread.shutdown()
        if "visits" in vars(self):
            self.visits.go_on()
        for part in ("background", "lists", "indexing", "analyses"):
            if part in vars(self):
                getattr(self, part).close()
        self.library.close()

    def _opening(self, article: Article, *, is_new: bool = False) -> Opening:
        standing = self.library.standing(article.id)
        if standing is None:
            raise StorageError(f"“{article.title}” has just been deleted by another program.")
        state = self.library.reading_state(article.id)
        return Opening(article, state, standing.states, standing.is_lone_sample, is_new)


def _sample() -> "Incoming":
    from reader.ingest.source import article_from_bytes
    from reader.model.intake import Incoming

    data = seed()
    return Incoming(article_from_bytes(data, name=SEED_NAME), data, Origin("seed", SEED_NAME))
