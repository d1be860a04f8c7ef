"""A reader who annotates as fast as possible: a program for the tests to kill, and to run twice at once.

Usage: python -m tests.notebook.annotating FOLDER COUNT [--deleting] ARTICLE...

Writes notes on the articles in turn, COUNT in all, and after each one edits it; with --deleting it deletes every
other one. As soon as an act is done, and not before, it tells so in a line: article, id of the note, and `written`,
`edited` or `deleted`.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.model.value import replace
from reader.notebook.notebook import Notebook
from tests.notebook.notes import ABOUT, note

WRITTEN, EDITED, DELETED = "written", "edited", "deleted"


def annotate(folder: Path, count: int, articles: Sequence[str], deleting: bool, tell: Callable[[str], None]) -> None:
    notebook = Notebook(folder)
    for number in range(count):
        article = articles[number % len(articles)]
        about = replace(ABOUT, article_id=article)
        (mark,) = notebook.change(about, (), (note(WRITTEN, number, article_id=article),))
        tell(f"{article} {mark.id} {WRITTEN}")
        (edited,) = notebook.change(about, (mark,), (replace(mark, body=EDITED),))
        tell(f"{article} {mark.id} {EDITED}")
        if deleting and number % 2:
            notebook.change(about, (edited,), ())
            tell(f"{article} {mark.id} {DELETED}")


def command(folder: Path, count: int, articles: Sequence[str], *, deleting: bool = False) -> list[str]:
    """What starts this program."""
    options = ["--deleting"] if deleting else []
    return [sys.executable, "-m", "tests.notebook.annotating", str(folder), str(count), *options, *articles]


def _tell(line: str) -> None:
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    place, many, *rest = sys.argv[1:]
    annotate(Path(place), int(many), [word for word in rest if word != "--deleting"], "--deleting" in rest, _tell)
