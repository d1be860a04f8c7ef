"""`diploreader purge`: articles and everything about them, for ever."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.choosing import add_choice, chosen
from reader.cli.columns import cut, one_line
from reader.cli.counting import count
from reader.cli.opening import opened
from reader.cli.output import is_for_people, remark, say, say_json, width
from reader.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.desk.purging import Purge
    from reader.model.listing import Row

SHOWN = 8
"""Titles before the question."""

EPILOG = """\
Versions, originals, what was found in them, your notes on them, drafts, backups: everything goes, nothing brings it \
back. What is out of reach is listed: files of yours that they came from, damaged files that were set aside. \
`purge --query is:removed` deletes all that rm took away.

Piped: tab-separated `purged`, id, title; then `not reached`, path, what to do.
JSON: one object:
  purged      {id, title}
  unreached   {path, reason}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Purge articles, if the reader means it."""
    with opened(asked) as holdings:
        ranks = chosen(asked, holdings)
        if ranks and not asked.yes and not _is_meant(list(holdings.rows(ranks))):
            remark("Nothing was purged.")
            return 0
        from reader.desk.purging import purge

        done = purge(holdings, ranks)
    if asked.json:
        _say_object(done)
    else:
        _say_lines(done)
    remark(f"{count(len(done.articles), 'article')} purged.")
    return 0


def _is_meant(rows: "Sequence[Row]") -> bool:
    """Ask the reader.

    Raises:
        UsageError: nobody is there to answer.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("What is purged is gone for ever. Say --yes where nobody can be asked.")
    for row in rows[:SHOWN]:
        remark(cut(f"  {one_line(row.title)}", width()))
    if len(rows) > SHOWN:
        remark(f"  and {len(rows) - SHOWN:,} more")
    everything = f"{count(len(rows), 'article')} and everything about {'it' if len(rows) == 1 else 'them'}"
    sys.stderr.write(f"Delete {everything} for ever? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _say_lines(done: "Purge") -> None:
    if is_for_people():
        for unreached in done.unreached:
            say(f"not reached  {unreached.path}")
            say(f"             {unreached.reason}")
        return
    for article_id, title in done.articles:
        say(f"purged\t{article_id}\t{one_line(title)}")
    for unreached in done.unreached:
        say(f"not reached\t{one_line(str(unreached.path))}\t{unreached.reason}")


def _say_object(done: "Purge") -> None:
    say_json(
        {
            "purged": [{"id": article_id, "title": title} for article_id, title in done.articles],
            "unreached": [{"path": str(each.path), "reason": each.reason} for each in done.unreached],
        }
    )
