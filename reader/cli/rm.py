"""`diploreader rm`: articles out of all lists, and back."""

from typing import TYPE_CHECKING

from reader.cli.articles import SHORT_ID
from reader.cli.choosing import add_choice, chosen
from reader.cli.columns import Column, say_rows
from reader.cli.counting import count
from reader.cli.opening import opened
from reader.cli.output import remark, say_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

COLUMNS = (Column("ID", SHORT_ID, is_id=True), Column("TITLE"))

EPILOG = """\
Nothing is deleted: `list is:removed` shows what was removed, `rm --undo` brings it back, `purge` deletes it.

Piped: tab-separated id, title.
JSON: one object a line: id, title, removed (true; false after --undo)."""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    parser.add_argument("--undo", action="store_true", help="bring removed articles back")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Remove articles, or bring them back."""
    is_removed = not asked.undo
    with opened(asked) as holdings:
        ranks = chosen(asked, holdings)
        before = holdings.library.set_states(ranks, removed=is_removed)
        named = [(row.id, row.title) for row in holdings.rows(ranks)]
        if asked.json:
            for article_id, title in named:
                say_json({"id": article_id, "title": title, "removed": is_removed})
        else:
            say_rows(COLUMNS, named)
        changed = sum((states.removed is not None) is not is_removed for states in before)
    back = " rm --undo brings them back." if is_removed and changed else ""
    remark(f"{count(changed, 'article')} {'removed' if is_removed else 'brought back'}.{back}")
    return 0
