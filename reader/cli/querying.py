"""Queries and numbers on the command line."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date, datetime

from reader.cli.columns import cells
from reader.errors import QueryError, UsageError
from reader.model.listing import Sort
from reader.model.query import Fact, Field, Query, State
from reader.text.days import FORMS, period
from reader.text.query import parse_query

QUERY_HELP = f"""\
A query is made of words, "phrases", beginnings*, -not, OR, (groups), and of what is known of an article:
  {" ".join(f"{field}:" for field in (*Field, *Fact) if field)} with a word or "words"
  {" ".join(f"is:{state}" for state in State)}
  before: after: (or since:) on: with {FORMS}; on:2023-10..2023-12
  since:visit for what came in since your last visit; is:watched since:visit is the list of the morning
ent: finds who is named in analysed articles, by a name or a key, as you corrected it: ent:turkey, ent:iso:TR
said: finds who says something in them, in the same way or by the words for a group: said:fidan, said:officials"""


def add_query(parser: ArgumentParser, limit: int | None = None) -> None:
    """Let a query follow, with the order of what it finds and a limit."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words and filters, see below")
    orders = [sort.value for sort in Sort]
    parser.add_argument(
        "--sort",
        choices=orders,
        default=Sort.NEWEST.value,
        metavar="ORDER",
        help=f"what comes first: {', '.join(orders)} ({Sort.NEWEST})",
    )
    told = f" ({limit})" if limit else ""
    parser.add_argument("--limit", type=positive, default=limit, metavar="N", help=f"at most so many articles{told}")
    parser.add_argument("--copies", action="store_true", help="of a story that several articles tell, show all of them")


def asked_query(asked: Namespace) -> Query:
    """The query that follows a verb; none is the inbox.

    Raises:
        UsageError: it makes no sense; shows where.
    """
    return read_query(" ".join(word.strip() for word in asked.query))


def read_query(text: str) -> Query:
    """The query that a text says.

    Raises:
        UsageError: it makes no sense; shows where.
    """
    try:
        return parse_query(text, datetime.now().astimezone().date())
    except QueryError as error:
        place = " " * cells(text[: error.at])
        raise UsageError(f"{error}\n  {text}\n  {place}^") from error


def nothing_found(query: Query) -> str:
    """What is said where a query finds nothing."""
    if query.root is None:
        return "The inbox is empty. `diploreader add` takes in files, folders and addresses."
    return f"Nothing found for {query}."


def day(text: str) -> date:
    """The first day of what a query calls a day, a month or a year.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        return period(text.strip().lower(), datetime.now().astimezone().date())[0]
    except ValueError:
        raise ArgumentTypeError(f"{text.strip()} is no day: write {FORMS}") from None


def positive(text: str) -> int:
    """A whole number from 1.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not (text.strip().isascii() and text.strip().isdecimal()) or int(text) < 1:
        raise ArgumentTypeError(f"{text.strip()} is no number from 1")
    return int(text)
