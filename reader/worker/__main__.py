"""`python -m reader.worker [ingest]`: the program that analyses beside the screen, or the one that reads documents."""

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from reader.worker.program import Analyst


def main(arguments: list[str]) -> NoReturn:
    """Be one of the two."""
    if arguments == ["ingest"]:
        from reader.worker import ingesting
        from reader.worker.ingest_protocol import answer

        ingesting.run(answer)
    from reader.worker import program

    program.run(_load)


def _load() -> "Analyst":
    from reader.analysis.analyst import Analyst  # heavy: spaCy and its model

    return Analyst()


if __name__ == "__main__":
    main(sys.argv[1:])
