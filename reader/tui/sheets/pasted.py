"""What was given to the add sheet: a text, or the names of places where texts are."""

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from glob import iglob
from pathlib import Path
from urllib.parse import unquote, urlsplit

LONGEST_NAME = 4096
"""Characters; longer lines are text."""

MOST_NAMES = 1000
"""More lines are text."""

LIKE_A_PATH = re.compile(r"['\"]?(?:~|/|\.{1,2}/|file:)|\S+\.\w{1,5}['\"]?$")
"""How a line begins or ends that is more likely a path than a text."""

_ADDRESS = re.compile(r"https?://\S+")
_PATTERN = re.compile(r"(?=\S*[*?\[])\S*(?:/\S*|\.\w+)")
"""Blanks and a question mark make a question; a pattern has a folder or an ending."""


def one_line(given: str) -> str | None:
    """The only line of what was given; None: there are several, or none, or it is too long for a name."""
    line = given.strip()
    return line if line and len(line) <= LONGEST_NAME and len(line.splitlines()) == 1 else None


def looks_like_a_path(given: str) -> bool:
    """Whether one line was given that reads like the name of a file."""
    line = one_line(given)
    return line is not None and LIKE_A_PATH.match(line) is not None


def looks_like_an_address(given: str) -> bool:
    """Whether one line was given that names a place in the network."""
    line = one_line(given)
    return line is not None and _ADDRESS.fullmatch(line) is not None


def named_places(given: str) -> tuple[str, ...]:
    """Files, folders, patterns and addresses, each on a line of its own or as a terminal writes what was dropped on it.

    Empty where anything else stands among them: that is a text.
    """
    for names in _readings(given):
        places = [_place(name) for name in names]
        if places and None not in places:
            return tuple(filter(None, places))
    return ()


def _readings(given: str) -> Iterator[list[str]]:
    """The ways in which names may stand in what was given."""
    lines = [line.strip() for line in given.strip().splitlines()]
    if len(lines) > MOST_NAMES or any(len(line) > LONGEST_NAME for line in lines):
        return
    yield lines
    with suppress(ValueError):
        words = shlex.split(" ".join(lines))
        # Words of a text may happen to be names here; those that were dropped begin at the root.
        if len(words) == 1 or all(map(LIKE_A_PATH.match, words)):
            yield words


def _place(name: str) -> str | None:
    """A place as the desk takes it; None: nothing is there."""
    if _ADDRESS.fullmatch(name):
        return name
    path = unquote(urlsplit(name).path) if name.startswith("file:") else name
    try:
        expanded = str(Path(path).expanduser())
        fits = _PATTERN.fullmatch(path) and any(iglob(expanded, recursive=True))  # noqa: PTH207 - it may begin at the root
        is_there = Path(expanded).exists() or fits
    except (OSError, ValueError, RuntimeError):
        # No name that a file could have here.
        return None
    return expanded if path and is_there else None
