"""Who says what in many articles, and when what they tell happened."""

from collections.abc import Callable, Sequence
from datetime import datetime

from reader.desk.rules import EntityRules
from reader.library import voices
from reader.library.library import Library
from reader.library.search import Search
from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.value import Value
from reader.text.dates.events import Event, events
from reader.text.ledger import EVERYTHING, Ledger, Wanted
from reader.text.statement_search import Coverage


class Telling(Value, frozen=True):
    """An article, and what is wanted of it."""

    rank: int
    article: Article
    analysis: Analysis
    """By the reader's rules."""
    wanted: Wanted
    """Which of its statements."""
    statements: int
    """How many fit."""
    events: tuple[Event, ...]
    """Sentences that say when, in text order."""
    is_read: bool
    is_new: bool
    """Whether it came in since the last look at the entity that is asked for."""


class Heard(Value, frozen=True):
    """What some articles tell."""

    tellings: tuple[Telling, ...]
    """Of those that were looked at, in the order that was asked for."""
    coverage: Coverage
    waiting: int
    """Articles of which there is no analysis yet."""


class Across:
    """Gathers statements and dates from article to article. For the thread that `search` is for.

    Args:
        library: of the articles.
        search: the questions.
        rules: the reader's.
        known: what was found in a version.

    Raises:
        InterruptedQuery: of what asks the index: the search was interrupted meanwhile.
        StorageError: of every method: a file cannot be read.
    """

    def __init__(
        self, library: Library, search: Search, rules: EntityRules, known: Callable[[Article], Analysis | None]
    ) -> None:
        self._library = library
        self._search = search
        self._rules = rules
        self._known = known

    def heard(self, ranks: Sequence[int], key: str = "") -> Heard:
        """What articles tell.

        Args:
            ranks: of the articles.
            key: of an entity: only what it says, and sentences that name it; empty: everything.
        """
        looked = self._library.session.looked(key) if key else None
        wanted = Wanted(voice=key) if key else EVERYTHING
        tellings = []
        coverage, waiting = Coverage(), 0
        for row in self._search.rows(ranks):
            article = self._library.article_at(row.rank)
            found = self._known(article) if article else None
            if article is None or found is None:
                waiting += article is not None
                continue
            ruled = self._rules.corrected(article.id, article.text, found)
            numbers = Ledger(ruled, article.text).numbers(wanted)
            said = sum(ruled.statements[number].is_attributed for number in numbers)
            coverage = coverage.plus(said, ruled)
            told = tuple(events(article, ruled, key))
            is_new = looked is not None and datetime.fromisoformat(row.added) > looked
            tellings.append(Telling(row.rank, article, ruled, wanted, len(numbers), told, row.is_read, is_new))
        return Heard(tuple(tellings), coverage, waiting)

    def waiting(self) -> int:
        """Articles of the whole library of which there is no analysis yet; 0 as well before there is any."""
        found = self._search.ask_names(voices.coverage)
        return found[1] if found else 0
