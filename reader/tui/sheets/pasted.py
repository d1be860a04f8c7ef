"""What was given to the add sheet: a text, or the name of a file."""

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

LONGEST_PATH = 4096
"""Characters; longer lines are text."""

LIKE_A_PATH = re.compile(r"['\"]?(?:~|/|\.{1,2}/|file:)|\S+\.\w{1,5}['\"]?$")
"""How a line begins or ends that is more likely a path than a text."""


def one_line(given: str) -> str | None:
    """The only line of what was given; None: there are several, or none, or it is too long for a path."""
    line = given.strip()
    return line if line and len(line) <= LONGEST_PATH and len(line.splitlines()) == 1 else None


def looks_like_a_path(given: str) -> bool:
    """Whether one line was given that reads like the name of a file."""
    line = one_line(given)
    return line is not None and LIKE_A_PATH.match(line) is not None


def looks_like_an_address(given: str) -> bool:
    """Whether one line was given that names a place in the network."""
    line = one_line(given)
    return line is not None and re.match(r"https?://\S+$", line) is not None


def named_file(given: str) -> Path | None:
    """The file that the only line names; a terminal that a file was dropped on may have quoted it."""
    line = one_line(given)
    return None if line is None else next(filter(None, map(_file, _names(line))), None)


def _names(line: str) -> Iterator[str]:
    yield line
    if line.startswith("file:"):
        yield unquote(urlsplit(line).path)
    with suppress(ValueError):
        words = shlex.split(line)
        if len(words) == 1:
            yield words[0]


def _file(name: str) -> Path | None:
    try:
        path = Path(name).expanduser()
        return path if path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        # No name that a file could have here.
        return None
