"""Rules on names that come and go without an end, each taken into the index: a program for the tests to kill.

Usage: python -m tests.desk.renaming HOME

It tells a line after each step of the pass over the index.
"""

import os
import sys
from contextlib import closing
from pathlib import Path

import reader.desk.naming as naming_module
from reader.desk.naming import Naming
from reader.desk.rules import EntityRules, Subject
from reader.library.analyses import AnalysisCache
from reader.library.library import Library
from reader.library.search import Search
from tests.desk.test_naming import ANKARA, HURRIYET, TURKEY


def rename(home: Path) -> None:
    """Decide, undo, and take both in, in steps of one text."""
    naming_module.AT_ONCE = 1
    rules = EntityRules(home / "notebook")
    with (
        closing(Library(home / "library.db")) as library,
        closing(AnalysisCache(home / "analyses.db")) as cache,
        closing(
            Naming(library, lambda: Search(home / "index.db", home / "library.db", home / "analyses.db"))
        ) as naming,
    ):
        while True:
            for decide in (
                lambda: rules.merge(Subject(ANKARA, None), TURKEY, here=False),
                lambda: rules.retype(Subject(HURRIYET, None), "MEDIA", here=False),
                rules.undo,
                rules.undo,
            ):
                decide()
                while naming.catch_up(cache, rules.prepared()):
                    os.write(1, b"step\n")


if __name__ == "__main__":
    rename(Path(sys.argv[1]))
