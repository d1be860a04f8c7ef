"""The text that comes through a pipe."""

import sys
from typing import BinaryIO

from reader.errors import SourceError

STDIN = "-"
"""The file name that stands for it."""


def standard_input() -> BinaryIO:
    """Standard input as bytes.

    Raises:
        SourceError: whoever started the program closed it.
    """
    if sys.stdin is None:
        raise SourceError("standard input is closed. Send a text through it, or name a file.")
    return sys.stdin.buffer
