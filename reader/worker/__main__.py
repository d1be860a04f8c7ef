"""`python -m reader.worker [MODEL]`: the program that analyses beside the screen; `ingest`: the one that reads."""

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

    program.run(lambda: _load(*arguments))


def _load(model: str = "") -> "Analyst":
    from reader.analysis.analyst import Analyst  # heavy: spaCy and its model

    return Analyst(model)


if __name__ == "__main__":
    main(sys.argv[1:])
