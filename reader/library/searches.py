"""The searches that the reader has given a name."""

from reader.library.database import Database
from reader.model.value import Value


class SavedSearch(Value, frozen=True):
    """A query with a name."""

    name: str
    query: str
    """As the reader wrote it."""


class SavedSearches:
    """The saved searches of a library, in the reader's order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[SavedSearch, ...]:
        """All of them."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT name, query FROM searches ORDER BY position, name").fetchall()
        return tuple(SavedSearch(name, query) for name, query in rows)

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name: a new one comes last, another query of that name gives way."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO searches SELECT ?, ?, coalesce(max(position), 0) + 1 FROM searches WHERE true"
                " ON CONFLICT DO UPDATE SET query = excluded.query",
                [name, query],
            )

    def forget(self, name: str) -> bool:
        """Give up a search; whether there was one of that name."""
        with self._database.writing() as connection:
            return connection.execute("DELETE FROM searches WHERE name = ?", [name]).rowcount > 0

    def restore(self, searches: tuple[SavedSearch, ...]) -> None:
        """Bring back what `all` gave before, order and all."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM searches")
            connection.executemany(
                "INSERT INTO searches VALUES (?, ?, ?)",
                ((search.name, search.query, position) for position, search in enumerate(searches)),
            )
