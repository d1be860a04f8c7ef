"""A reader who decides on names as fast as possible: a program for the tests to kill, and to run twice at once.

Usage: python -m tests.notebook.ruling FOLDER COUNT

Makes COUNT rules and changes each, and revokes every other one. As soon as an act is done, and not before, it tells so
in a line: id of the rule, and `made`, `changed` or `revoked`.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from reader.model.rule import RuleKind
from reader.model.value import replace
from reader.notebook.corrections import Corrections
from tests.notebook.rules import rule

MADE, CHANGED, REVOKED = "made", "changed", "revoked"


def decide(folder: Path, count: int, tell: Callable[[str], None]) -> None:
    corrections = Corrections(folder)
    for number in range(count):
        (made,) = corrections.change((), (rule(f"Name {number}", RuleKind.RENAME, value=MADE),))
        tell(f"{made.id} {MADE}")
        (changed,) = corrections.change((made,), (replace(made, value=CHANGED),))
        tell(f"{made.id} {CHANGED}")
        if number % 2:
            corrections.change((changed,), ())
            tell(f"{made.id} {REVOKED}")


def command(folder: Path, count: int) -> list[str]:
    """What starts this program."""
    return [sys.executable, "-m", "tests.notebook.ruling", str(folder), str(count)]


def _tell(line: str) -> None:
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    decide(Path(sys.argv[1]), int(sys.argv[2]), _tell)
