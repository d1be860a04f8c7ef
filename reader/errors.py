"""Every error that the reader of articles can cause or mend, in one tree.

DiploreaderError
├── UsageError          a wrong flag or setting
│   └── QueryError      a query that makes no sense
├── SourceError         a text that cannot be taken in
├── NoTerminalError     nothing to draw on
├── StorageError        library or notebook cannot be read or written
│   └── DamagedError    a file was there and is not readable
├── InterruptedQuery    a search that nobody waits for any more
└── AnalysisError       the analysis cannot run or did not end
"""

from typing import ClassVar

EXIT_FAILURE = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
EXIT_UNREAD = 141
"""Whoever read the output has gone: what a shell reports of a program that SIGPIPE ended."""


class DiploreaderError(Exception):
    """One clear sentence for the reader: what, where, and what to do.

    Attributes:
        exit_code: the status the command line ends with.
    """

    exit_code: ClassVar[int] = EXIT_FAILURE


class UsageError(DiploreaderError):
    """The command line or the settings ask for something that does not exist."""

    exit_code = EXIT_USAGE


class QueryError(UsageError):
    """A query makes no sense at one place.

    Attributes:
        at: the place, in code points of the query.
    """

    def __init__(self, sentence: str, at: int) -> None:
        super().__init__(sentence)
        self.at = at


class SourceError(DiploreaderError):
    """A text cannot be taken in: missing, unreadable, binary, empty, too large."""


class NoTerminalError(DiploreaderError):
    """There is no terminal to draw on or to read keys from."""


class StorageError(DiploreaderError):
    """Library or notebook cannot be read or written; nothing was changed."""


class DamagedError(StorageError):
    """A file of ours is there and cannot be read."""


class InterruptedQuery(DiploreaderError):  # noqa: N818 -- nothing went wrong
    """A search was ended, since something else was asked for. Nobody need be told."""


class AnalysisError(DiploreaderError):
    """The analysis cannot run, or ended before its time."""
