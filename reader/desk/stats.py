"""What is kept, in numbers."""

import os
from pathlib import Path

from reader.library.counts import LibraryCounts, count_library
from reader.library.library import Library
from reader.library.migration import backups
from reader.model.value import Value
from reader.notebook.check import check_notebook
from reader.paths import Home


class Kept(Value, frozen=True):
    """A file or a folder of a home."""

    what: str
    path: Path
    size: int
    """Bytes of it, of the files that belong to it, and of everything in it."""


class Stats(Value, frozen=True):
    """What a home holds."""

    library: LibraryCounts
    marks: int
    """Highlights, notes and tags."""
    marked: int
    """Articles with marks."""
    kept: tuple[Kept, ...]


def stats(home: Home) -> Stats:
    """Count what a home holds; a library of an earlier version of the program is brought up to date first.

    Raises:
        StorageError: something cannot be read.
    """
    home.make()
    Library(home.library).close()
    notes = check_notebook(home.notebook)
    kept = [
        ("library", home.library),
        *(("library before an update", copy) for copy in backups(home.library)),
        ("index", home.index),
        ("analyses", home.analyses),
        ("notebook", home.notebook),
    ]
    return Stats(
        count_library(home.library),
        notes.marks,
        len(notes.articles),
        tuple(Kept(what, path, _size(path)) for what, path in kept if path.exists()),
    )


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(_file_size(Path(folder, name)) for folder, _, names in os.walk(path) for name in names)
    return sum(_file_size(path.with_name(path.name + suffix)) for suffix in ("", "-wal", "-shm"))


def _file_size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:  # gone meanwhile, or never there
        return 0
