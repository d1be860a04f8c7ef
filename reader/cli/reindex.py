"""`diploreader reindex`: what lists and searches are made from, anew."""

from typing import TYPE_CHECKING

from reader.cli.counting import count
from reader.cli.indexing import finish_index
from reader.cli.opening import opened
from reader.cli.output import remark, say_json
from reader.library.counts import count_library

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EPILOG = """\
Articles, notes and what was found in articles stay as they are.

JSON: one object:
  articles    how many were indexed, removed ones too"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Forget the index, and make it again."""
    with opened(asked) as holdings:
        holdings.index.rebuild()
        counts = count_library(holdings.home.library)
        total = counts.articles + counts.removed
        finish_index(holdings, total)
    if asked.json:
        say_json({"articles": total})
    else:
        remark(f"{count(total, 'article')} indexed.")
    return 0
