"""The program that reads documents, doing what their names say: run by the tests, as a child.

A name is a line of words: `say X...` (which are articles), `crash`, `crash after X`, `hang`, `print`, `fail`, `raise`,
`bloat`, `drip`, `surrogate`.
"""

import os
import sys
import time
from collections.abc import Iterator

from reader.errors import SourceError
from reader.ingest.source import article_from_text
from reader.model.intake import Incoming, Origin, Refused
from reader.model.web import Unchanged
from reader.worker.ingest_protocol import Task, Told, name_of
from reader.worker.ingesting import run


def answer(task: Task) -> Iterator[Told]:
    """What a name says."""
    match name_of(task).split():
        case ["say", *words]:
            yield from map(_incoming, words)
        case ["crash"]:
            os._exit(3)
        case ["crash", "after", word]:
            yield _incoming(word)
            os._exit(3)
        case ["hang"]:
            time.sleep(3600)
        case ["print"]:
            print("not a line of the protocol", flush=True)
            os.write(2, b"a complaint\n")
            yield Unchanged()
        case ["fail"]:
            raise SourceError("There is no such place.")
        case ["raise", *_]:
            raise RuntimeError(name_of(task))
        case ["bloat"]:
            bytearray(1 << 40)
        case ["drip"]:
            while True:
                yield Refused("drip", "")
                time.sleep(0.01)
        case ["surrogate"]:
            yield Refused("\ud800", "")


def _incoming(word: str) -> Incoming:
    return Incoming(article_from_text(word), word.encode(), Origin("path", word))


if __name__ == "__main__":
    if "unready" in sys.argv:
        sys.exit(3)
    run(answer)
