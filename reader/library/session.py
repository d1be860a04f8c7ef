"""Where the reader left off."""

from collections.abc import Mapping

from reader.library.database import Database


class Session:
    """What the screen remembers from one start to the next: texts by key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> dict[str, str]:
        """All that is remembered."""
        with self._database.reading() as connection:
            return dict(connection.execute("SELECT key, value FROM session").fetchall())

    def keep(self, values: Mapping[str, str]) -> None:
        """Remember these values beside others."""
        with self._database.writing() as connection:
            connection.executemany("REPLACE INTO session VALUES (?, ?)", values.items())
