"""Standard output as verbs write to it: lines for people, lines for programs, JSON."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any

from reader.errors import DiploreaderError
from reader.text.guard import guard

WIDTH_ELSEWHERE = 80
"""Columns, where there is no terminal to ask."""

WIDEST_TEXT = 100
"""Columns, beyond which lines of text are hard to read."""


def say(line: str = "") -> None:
    """Print a line; nothing of it can act on a terminal."""
    _print(guard(line))


def say_styled(line: str) -> None:
    """Print a line of pieces that were guarded one by one, between signs that style them."""
    _print(line)


def say_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object on a line of its own, in ASCII."""
    import json

    _print(json.dumps(value))


def complain(sentence: str) -> None:
    """Print a sentence on standard error, where it does not end among the results."""
    if sys.stderr is not None:
        print(f"diploreader: {guard(sentence)}", file=sys.stderr)


def remark(sentence: str) -> None:
    """Print on standard error what was done: a program that reads the results need not pick it out."""
    if sys.stderr is not None:
        print(guard(sentence), file=sys.stderr)


def is_for_people() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Columns of the terminal."""
    from shutil import get_terminal_size

    return get_terminal_size((WIDTH_ELSEWHERE, 24)).columns


def text_width() -> int:
    """Columns for running text: those of the terminal, as long as lines are easy to read."""
    return min(width(), WIDEST_TEXT)


def bold(text: str) -> str:
    """Guarded text, brighter where the terminal and the reader want that."""
    return f"\x1b[1m{guard(text)}\x1b[m" if has_styles() else guard(text)


def dim(text: str) -> str:
    """Guarded text, quieter where the terminal and the reader want that."""
    return f"\x1b[2m{guard(text)}\x1b[m" if has_styles() else guard(text)


def has_styles() -> bool:
    """Whether words may be told apart by their looks (https://no-color.org)."""
    return is_for_people() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def say_bytes(data: bytes) -> None:
    """Hand on bytes as they are."""
    if sys.stdout is not None:
        flush()
        with _told():
            sys.stdout.buffer.write(data)


def prepare() -> None:
    """Let a stand-in be printed for each letter that the reader's encoding does not have."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def flush() -> None:
    """Bring everything out that was printed.

    Raises:
        BrokenPipeError: whoever read it has gone.
        DiploreaderError: it could not be written.
    """
    if sys.stdout is not None:
        with _told():
            sys.stdout.flush()


def let_go() -> None:
    """Print nothing more: what is left, and what follows, goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(line: str) -> None:
    with _told():
        print(line)


@contextmanager
def _told() -> Iterator[None]:
    """Say in the reader's words why nothing can be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        let_go()
        raise DiploreaderError(f"Standard output cannot be written: {error.strerror}.") from error
