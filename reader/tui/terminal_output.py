"""Output to a terminal that may be gone."""

from contextlib import suppress
from typing import Any, TextIO


class LastingOutput:
    """Passes output on, and lets it go when nobody is there to read it.

    Textual writes in a thread of its own. Were that to die with the terminal, whoever writes next would wait for ever,
    and nothing could be kept any more.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text, if it can be."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Write what waits, if it can be."""
        with suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
