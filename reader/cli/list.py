"""`diploreader list`: articles, a line each."""

from typing import TYPE_CHECKING

from reader.cli.articles import COLUMNS, ROW_KEYS, SIGNS, row_cells, row_object
from reader.cli.columns import say_rows
from reader.cli.opening import opened
from reader.cli.output import remark, say_json
from reader.cli.querying import QUERY_HELP, add_query, asked_query, nothing_found
from reader.model.listing import Sort
from reader.model.query import AllOf, Is, Not, Query, State

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EPILOG = f"""\
Without QUERY it lists the inbox: all that is neither archived nor removed. A query finds archived articles too.

{QUERY_HELP}

Piped: tab-separated id, date (of publication, else of coming in), signs, source, title.
Signs: {SIGNS}.
JSON: one object a line:
{ROW_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_query(parser)
    parser.add_argument("--unread", action="store_true", help="only what is not read")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print the articles that a query finds."""
    with opened(asked) as holdings:
        query = _unread(asked_query(asked)) if asked.unread else asked_query(asked)
        ranks = holdings.ranks(query, Sort(asked.sort), asked.limit, is_folded=not asked.copies)
        rows = holdings.rows(ranks)
        if asked.json:
            for row in rows:
                say_json(row_object(row))
        elif not say_rows(COLUMNS, map(row_cells, rows)):
            remark(nothing_found(query))
    return 0


def _unread(query: Query) -> Query:
    """What is unread among the articles of a query."""
    return Query(AllOf((query.root or Not(Is(State.ARCHIVED)), Is(State.UNREAD))))
