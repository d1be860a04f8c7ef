"""Words that were written and not yet saved."""

from contextlib import suppress
from pathlib import Path

from reader.notebook import durable
from reader.notebook.lock import FileLock
from reader.notebook.plain_json import from_json, to_json


class Drafts:
    """Small files, one a draft, named by what the words are for."""

    def __init__(self, folder: Path, lock: FileLock) -> None:
        self._folder = folder
        self._lock = lock

    def read(self, key: str) -> str:
        """The words kept under a key; empty: none.

        Raises:
            StorageError: they are there and cannot be read.
        """
        return _field(self._path(key), "text")

    def save(self, key: str, text: str) -> None:
        """Keep words under a key, durably.

        Raises:
            StorageError: it could not be done; what was kept before still is.
        """
        with self._lock:
            durable.replace(self._path(key), [to_json({"key": key, "text": text})])

    def drop(self, key: str) -> None:
        """Let go of the words under a key.

        Raises:
            StorageError: it could not be done.
        """
        durable.remove(self._path(key))

    def purge(self, article_id: str) -> None:
        """Let go of all words that were meant for an article.

        Raises:
            StorageError: it could not be done.
        """
        for path in self._folder.glob("*.json"):
            if _field(path, "key").partition(" ")[0] == article_id:
                durable.remove(path)

    def _path(self, key: str) -> Path:
        from hashlib import sha256  # milliseconds, which the first draft pays and not the start

        return self._folder / f"{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.json"


def _field(path: Path, name: str) -> str:
    """What a draft says under a name; empty where there is no draft, or no sense in it."""
    found = durable.read(path)
    with suppress(ValueError, TypeError, KeyError):
        if found and isinstance(value := from_json(found[0])[name], str):
            return value
    return ""
