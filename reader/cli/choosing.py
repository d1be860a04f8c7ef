"""Articles that a verb is about: named one by one, or found by a query."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from reader.cli.output import remark
from reader.cli.querying import nothing_found, read_query
from reader.desk.holdings import Holdings
from reader.errors import UsageError

NAMING = "its id or the first letters of it (4 or more), a path or an address"


def add_choice(parser: ArgumentParser) -> None:
    """Let articles be named, or a query choose them."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help=NAMING)
    parser.add_argument("--query", metavar="QUERY", help="all articles that a query finds, newest first")


def chosen(asked: Namespace, holdings: Holdings) -> Sequence[int]:
    """Ranks of the articles that were asked for, each once.

    Raises:
        UsageError: none was named, or a name fits none or several.
        QueryError: the query cannot be read.
    """
    if asked.articles and asked.query is not None:
        raise UsageError("Name articles, or choose them with --query, not both.")
    if asked.query is not None:
        query = read_query(asked.query)
        ranks = holdings.ranks(query, is_folded=False)
        if not ranks:
            remark(nothing_found(query))
        return ranks
    if not asked.articles:
        raise UsageError("Name an article, or choose some with --query.")
    return list(dict.fromkeys(map(holdings.library.find, asked.articles)))
