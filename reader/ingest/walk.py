"""The files that a reader means by naming files, folders and patterns."""

# Path's own tests raise where a name is too long or is none; those of os.path say no.
# ruff: noqa: PTH111, PTH112, PTH113, PTH208
import os
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from os.path import expanduser, isdir, isfile, lexists
from pathlib import Path

from reader.ingest.detect import SUFFIXES
from reader.ingest.source import path_name
from reader.model.intake import Refused

_IN_FOLDERS = frozenset(SUFFIXES) - {".json"}
"""Ends of the names of documents; JSON is most often data of a program, and taken only where it is named."""

_MAGIC = re.compile(r"[*?\[]")
_DIGITS = re.compile(r"(\d+)")
_ANY_DEPTH = "**"


class Walk:
    """The files that are meant, in the order in which they are read; goes through the folders while it is iterated.

    A folder gives the documents in it and in its folders, as people sort them (`2.txt` before `10.txt`). What is hidden
    is passed over, and so is what is no document by the end of its name, unless it is named itself.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self.skipped = 0
        """Files passed over so far because they are no documents; hidden ones do not count."""
        self._arguments = arguments
        self._seen: set[tuple[int, int]] = set()

    def __iter__(self) -> Iterator[Path | Refused]:
        for argument in self._arguments:
            path = Path(expanduser(argument))
            if not argument:
                yield Refused("", "A name is empty. Name a file or a folder; `.` is the one that you are in.")
            elif _MAGIC.search(argument) and not lexists(path):
                yield from self._fitting(path)
            elif isdir(path):
                yield from self._inside(path)
            else:
                yield path

    def _inside(self, folder: Path) -> Iterator[Path | Refused]:
        """The documents in a folder, each folder once, however many links lead to it."""
        # A list instead of recursion: folders may lie deeper than Python can call.
        levels = [iter([folder])]
        while levels:
            path = next(levels[-1], None)
            if path is None:
                levels.pop()
            elif not isdir(path):
                yield from self._if_document(path)
            elif self._is_new(path):
                found = _entries(path)
                if isinstance(found, Refused):
                    yield found
                else:
                    levels.append(iter(found))

    def _is_new(self, folder: Path) -> bool:
        status = folder.stat()
        key = (status.st_dev, status.st_ino)
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new

    def _if_document(self, path: Path) -> Iterator[Path]:
        if path.suffix.lower() in _IN_FOLDERS and isfile(path):
            yield path
        else:
            self.skipped += 1

    def _fitting(self, pattern: Path) -> Iterator[Path | Refused]:
        names_suffix = pattern.suffix and not _MAGIC.search(pattern.suffix)
        fits = False
        for path in _paths(Path(pattern.anchor), pattern.parts[bool(pattern.anchor) :]):
            fits = True
            if isinstance(path, Refused) or (names_suffix and not isdir(path)):
                yield path
            else:
                yield from self._inside(path)
        if not fits:
            name = path_name(pattern)
            yield Refused(name, f"No file fits the pattern {name}.")


def files_in(arguments: Sequence[str]) -> Walk:
    """The files that are meant by files, folders and patterns (`reports/*.pdf`, `**/*.txt`), as the reader wrote them.

    A file that is named is given as it is, there or not: reading it tells. Folders that cannot be read are refused,
    and the rest goes on.
    """
    return Walk(arguments)


def _paths(base: Path, parts: Sequence[str]) -> Iterator[Path | Refused]:
    """What fits the parts of a pattern under a folder."""
    if not parts:
        yield base
        return
    part, rest = parts[0], parts[1:]
    if part == _ANY_DEPTH:
        for folder in _folders_under(base) if rest else [base]:
            yield from _paths(folder, rest)
    elif not _MAGIC.search(part):
        if lexists(base / part):
            yield from _paths(base / part, rest)
    else:
        found = _entries(base)
        if isinstance(found, Refused):
            yield found
            return
        for path in found:
            if fnmatch(path.name, part) and (not rest or isdir(path)):
                yield from _paths(path, rest)


def _folders_under(base: Path) -> Iterator[Path]:
    """A folder and all that lie in it; links are not followed."""
    waiting = [base]
    while waiting:
        folder = waiting.pop()
        yield folder
        found = _entries(folder)
        if not isinstance(found, Refused):
            waiting.extend(path for path in reversed(found) if isdir(path) and not path.is_symlink())


def _entries(folder: Path) -> list[Path] | Refused:
    """What lies in a folder and is not hidden, as people sort it."""
    try:
        names = [name for name in os.listdir(folder) if not name.startswith(".")]
    except OSError as error:
        name = path_name(folder)
        return Refused(name, f"The folder {name} cannot be read ({error.strerror}). What is in it was passed over.")
    return [folder / name for name in sorted(names, key=_natural)]


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts numbers in names by their size."""
    return [(int(piece), "") if piece.isdecimal() else (0, piece.casefold()) for piece in _DIGITS.split(name) if piece]
