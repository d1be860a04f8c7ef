"""What addresses answered last, so that they need not answer the same again."""

from datetime import UTC, datetime

from reader.library.database import Database
from reader.model.value import Value


class Validators(Value, frozen=True):
    """What a server tells to be asked "anything new since?": RFC 9110, 8.8."""

    etag: str | None
    modified: str | None


class Fetches:
    """The addresses that articles were fetched from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, url: str) -> Validators | None:
        """Validators of the last answer, if what it held is still in the library and not removed."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT etag, modified FROM fetches WHERE url = ? AND EXISTS"
                " (SELECT 1 FROM origins o JOIN articles a ON a.id = o.article"
                " WHERE o.place = fetches.url AND o.place <> '' AND a.removed IS NULL)",
                [url],
            ).fetchone()
        return Validators(*row) if row else None

    def note_answer(self, url: str, validators: Validators) -> None:
        """Keep the validators of an answer, after all that it holds is safe."""
        values = [url, validators.etag, validators.modified, datetime.now(UTC).isoformat()]
        with self._database.writing() as connection:
            connection.execute("REPLACE INTO fetches VALUES (?, ?, ?, ?)", values)
