"""What a command works with: the files of one home, each opened when it is first needed."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Self

from reader.model.listing import Sort
from reader.paths import Home

# A command imports what it uses: `list` is to be as quick as the disk.
if TYPE_CHECKING:
    from array import array
    from types import TracebackType

    from reader.desk.analyses import Analyses
    from reader.desk.dossiers import Dossiers
    from reader.desk.indexing import Indexing
    from reader.desk.rules import EntityRules
    from reader.library.index import Index
    from reader.library.library import Library
    from reader.library.search import Follows, Search
    from reader.model.listing import Row
    from reader.model.query import Query
    from reader.notebook.notebook import Notebook

ROWS_AT_ONCE = 500
"""Articles whose rows are read together."""


class Holdings:
    """Library, index, search, analyses and notebook of one home, for one thread; the desk of a command.

    Unlike the desk of the screen it begins no new library where the old one is damaged: a command says so, and ends.

    Raises:
        StorageError: a folder cannot be made; of every attribute: its files cannot be opened.
    """

    def __init__(self, home: Home) -> None:
        home.make()
        self.home = home

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: "type[BaseException] | None", error: BaseException | None, trace: "TracebackType | None"
    ) -> None:
        self.close()

    @cached_property
    def library(self) -> "Library":
        """All articles."""
        from reader.library.library import Library

        return Library(self.home.library)

    @cached_property
    def index(self) -> "Index":
        """What lists and searches are made from."""
        from reader.library.index import Index

        self.library  # noqa: B018 - the index follows a file that must be there
        return Index(self.home.index, self.home.library)

    @cached_property
    def indexing(self) -> "Indexing":
        """What keeps the index in step."""
        from reader.desk.indexing import Indexing

        return Indexing(self.index, self.notebook, self.home.notebook, lambda: None)

    @cached_property
    def search(self) -> "Search":
        """Lists and searches."""
        from reader.library.search import Search

        self.library  # noqa: B018 - as above
        return Search(self.home.index, self.home.library, self.home.analyses, self._follows)

    def _follows(self) -> "Follows":
        from reader.desk.visits import Visits
        from reader.library.search import Follows

        visit = Visits(self.library.session).last
        rules = self.rules.prepared() if self.home.corrections.exists() else None
        return Follows(rules.watched(), visit, rules.called) if rules else Follows(visit=visit)

    @cached_property
    def analyses(self) -> "Analyses":
        """What was found in articles."""
        from reader.desk.analyses import Analyses

        rules = self.rules
        return Analyses(self.home.analyses, self.home.worker_log, rules=rules.prepared, model=self.model)

    @cached_property
    def model(self) -> str:
        """By which names are found; empty: the English one.

        Raises:
            UsageError: the settings make no sense.
        """
        from reader.config import read_config

        return read_config(self.home.settings).analysis_model

    @cached_property
    def notebook(self) -> "Notebook":
        """The reader's marks."""
        from reader.notebook.notebook import Notebook

        return Notebook(self.home.notebook)

    @cached_property
    def dossiers(self) -> "Dossiers":
        """What is known of entities across articles."""
        from reader.desk.dossiers import Dossiers

        return Dossiers(self.library, self.search, self.rules, self.analyses.known, self.notebook.marks)

    @cached_property
    def rules(self) -> "EntityRules":
        """The reader's rules on entities."""
        from reader.desk.rules import EntityRules

        return EntityRules(self.home.notebook)

    def catch_up(self) -> None:
        """Bring into the index what has changed in library and notebook; the stories of new articles can wait."""
        while self.indexing.catch_up():
            pass
        if self.home.corrections.exists():
            self._name_anew()

    def _name_anew(self) -> None:
        """Bring into the index of names what the reader's rules have changed."""
        from reader.desk.naming import Naming

        naming = Naming(self.library, lambda: self.search)
        while self.analyses.name_anew(naming):
            pass

    def ranks(
        self, query: "Query", sort: Sort = Sort.NEWEST, limit: int | None = None, *, is_folded: bool = True
    ) -> "array[int]":
        """The articles that a query finds, in order.

        Args:
            query: what to look for.
            sort: the order.
            limit: at most so many.
            is_folded: whether one article stands for all that tell its story.
        """
        self.catch_up()
        return self.search.ranks(query, sort, limit, is_folded=is_folded)

    def rows(self, ranks: Sequence[int]) -> "Iterator[Row]":
        """What is to be told of articles; those that are gone are left out."""
        for start in range(0, len(ranks), ROWS_AT_ONCE):
            yield from self.search.rows(ranks[start : start + ROWS_AT_ONCE])

    def take_notices(self) -> tuple[str, ...]:
        """Sentences for the reader about what was mended in what was opened."""
        opened = [vars(self)[name] for name in ("library", "notebook", "rules") if name in vars(self)]
        return tuple(notice for each in opened for notice in each.take_notices())

    def close(self) -> None:
        """Close what was opened."""
        for name in ("search", "index", "analyses", "library"):
            if (opened := vars(self).pop(name, None)) is not None:
                opened.close()
