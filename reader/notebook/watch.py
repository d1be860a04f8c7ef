"""Which files of notes have changed, whoever changed them."""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.notebook.durable import Stamp, stamp_of, storage_error

_RACY = 2_000_000_000
"""Nanoseconds in which a folder may change without a new time stamp; FAT counts in steps of two seconds."""


class Watch:
    """Remembers the state in which it last saw each article's file. Looks only into shard folders that changed.

    Args:
        folder: of the notebook.
        seen: the states in which the files were seen before, by article.
    """

    def __init__(self, folder: Path, seen: Mapping[str, Stamp] | None = None) -> None:
        self._folder = folder
        self._quiet: dict[str, int] = {}
        self._seen: dict[str, dict[str, Stamp]] = {}
        for article, stamp in (seen or {}).items():
            self._seen.setdefault(article[:2], {})[article] = stamp

    def changes(self) -> Iterator[str]:
        """Ids of the articles whose files are new, different or gone since the last look.

        An article counts as seen when the next one is asked for.

        Raises:
            StorageError: a folder cannot be looked into.
        """
        shards = set(self._shards())
        for shard in shards | self._seen.keys():
            mtime = _mtime(self._folder / shard) if shard in shards else None
            if mtime is not None and self._quiet.get(shard) == mtime:
                continue
            now = time.time_ns()
            yield from self._look_into(shard)
            if mtime is not None and mtime < now - _RACY:
                self._quiet[shard] = mtime

    def _look_into(self, shard: str) -> Iterator[str]:
        seen = self._seen.setdefault(shard, {})
        there = set(self._articles(shard))
        for article in there:
            stamp = stamp_of(self._folder / shard / f"{article}.json")
            if stamp and seen.get(article) != stamp:
                yield article
                seen[article] = stamp
        for article in seen.keys() - there:
            yield article
            del seen[article]

    def _shards(self) -> list[str]:
        return [name for name in _names(self._folder) if len(name) == 2]

    def _articles(self, shard: str) -> list[str]:
        return [
            name.removesuffix(".json")
            for name in _names(self._folder / shard)
            if name.endswith(".json") and name.startswith(shard)
        ]


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 -- names are enough, and there may be 100,000
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise storage_error("look into", folder, error) from error


def _mtime(folder: Path) -> int | None:
    stamp = stamp_of(folder)
    return stamp and stamp.mtime_ns
