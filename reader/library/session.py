"""Where the reader left off."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from reader.library.database import Database

_LOOK = "look:"
"""How keys begin under which last looks are kept; what follows is the key of an entity."""

_LAST = "\U0010ffff"


class Session:
    """What the screen remembers from one start to the next: texts by key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> dict[str, str]:
        """Where the reader left off."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT key, value FROM session WHERE key < ? OR key > ?", [_LOOK, _LOOK + _LAST])
            return dict(rows.fetchall())

    def keep(self, values: Mapping[str, str]) -> None:
        """Remember these values beside others."""
        with self._database.writing() as connection:
            connection.executemany("REPLACE INTO session VALUES (?, ?)", values.items())

    def looked(self, entity: str) -> datetime | None:
        """When the reader looked into what is known of an entity last; None: never."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM session WHERE key = ?", [_LOOK + entity]).fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def look(self, entity: str, when: datetime) -> None:
        """Remember that the reader looks into what is known of an entity."""
        self.keep({_LOOK + entity: when.astimezone(UTC).isoformat()})

    def looks(self) -> set[str]:
        """The entities into which the reader has looked."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT key FROM session WHERE key > ? AND key < ?", [_LOOK, _LOOK + _LAST])
            return {key.removeprefix(_LOOK) for (key,) in rows}

    def forget_looks(self, entities: Iterable[str]) -> None:
        """Let nothing tell that the reader has looked into what is known of some entities."""
        with self._database.writing() as connection:
            connection.executemany("DELETE FROM session WHERE key = ?", ([_LOOK + entity] for entity in entities))
