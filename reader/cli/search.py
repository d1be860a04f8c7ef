"""`diploreader search`: articles with the passages that were found in them."""

from typing import TYPE_CHECKING

from reader.cli.articles import ROW_KEYS, SHORT_ID, SIGNS, row_cells, row_object
from reader.cli.columns import one_line
from reader.cli.opening import opened
from reader.cli.output import bold, dim, is_for_people, remark, say, say_json, say_styled, text_width
from reader.cli.passages import PASSAGE_KEYS, marked, passage_lines, passage_object, told
from reader.cli.querying import QUERY_HELP, add_query, asked_query, nothing_found
from reader.errors import UsageError
from reader.model.listing import Passage, Sort
from reader.model.value import Value
from reader.text.passages import passages

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.model.article import Article
    from reader.model.listing import Row

LIMIT = 20
"""Articles, where no limit is asked for."""

PASSAGES = 3
"""Of one article."""

_INDENT = "    "

EPILOG = f"""\
A passage is a sentence with hits; of each article the first {PASSAGES} are shown. Hits stand between ** and **, \
or bright on a terminal.

{QUERY_HELP}

Piped: tab-separated id, date, signs, source, title, passage: a line for each passage.
Signs: {SIGNS}.
JSON: one object a line:
{ROW_KEYS}
  text_hash   names the version of the text that offsets belong to
  passages    {PASSAGE_KEYS}; offsets in code points of the article's text"""


class Found(Value, frozen=True):
    """An article with its passages."""

    row: "Row"
    article: "Article"
    passages: tuple[Passage, ...]


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_query(parser, LIMIT)
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print what a query finds."""
    say_found = _say_object if asked.json else _say_block if is_for_people() else _say_lines
    with opened(asked) as holdings:
        query = asked_query(asked)
        if query.root is None:
            raise UsageError("Say what to search for. `diploreader list` lists what there is.")
        ranks = holdings.ranks(query, Sort(asked.sort), asked.limit, is_folded=not asked.copies)
        for row in holdings.rows(ranks):
            if article := holdings.library.article_at(row.rank):
                say_found(Found(row, article, passages(article.text, query, PASSAGES)))
        if not ranks:
            remark(nothing_found(query))
    return 0


def _say_block(found: Found) -> None:
    """For people: the article on a line, its passages under it."""
    article_id, date, signs, source, title = map(one_line, row_cells(found.row))
    about = "  ".join(filter(None, (article_id[:SHORT_ID], date, signs, source)))
    say_styled(f"{dim(about)}  {bold(title)}")
    for passage in found.passages:
        for line in passage_lines(*told(found.article.text, passage), text_width() - len(_INDENT)):
            say_styled(_INDENT + line)
    say()


def _say_lines(found: Found) -> None:
    """For programs: a line for each passage; one without where the query says nothing about the text."""
    cells = [*map(one_line, row_cells(found.row))]
    for text in [marked(*told(found.article.text, passage)) for passage in found.passages] or [""]:
        say("\t".join([*cells, text]))


def _say_object(found: Found) -> None:
    passages = [passage_object(found.article.text, passage) for passage in found.passages]
    say_json({**row_object(found.row), "text_hash": found.article.text_hash, "passages": passages})
