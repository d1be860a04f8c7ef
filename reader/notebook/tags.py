"""How often each tag is used in the whole notebook."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from threading import Lock

from reader.errors import StorageError
from reader.model.mark import Mark
from reader.notebook.watch import Watch


class TagCounts:
    """Counts marks by tag; each call reads the files that changed since the last one."""

    def __init__(self, watch: Watch, marks: Callable[[str], Iterable[Mark]]) -> None:
        self._watch = watch
        self._marks = marks
        self._by_article: dict[str, Counter[str]] = {}
        self._total: Counter[str] = Counter()
        self._threads = Lock()

    def update(self) -> Mapping[str, int]:
        """Tags and the number of marks that carry them. A file that cannot be read counts nothing.

        Raises:
            StorageError: a folder cannot be looked into.
        """
        with self._threads:
            for article in self._watch.changes():
                self._total -= self._by_article.pop(article, Counter())
                counts = self._count(article)
                if counts:
                    self._by_article[article] = counts
                    self._total += counts
            return dict(self._total)

    def _count(self, article: str) -> Counter[str]:
        try:
            return Counter(tag for mark in self._marks(article) for tag in dict.fromkeys(mark.tags))
        except StorageError:
            return Counter()
