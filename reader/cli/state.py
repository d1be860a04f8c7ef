"""`diploreader state`: what becomes of articles."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.cli.articles import ROW_KEYS, row_object
from reader.cli.choosing import add_choice, chosen
from reader.cli.counting import count
from reader.cli.opening import opened
from reader.cli.output import remark, say_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

STATES: Mapping[str, tuple[str, bool, str]] = {
    "read": ("read", True, "marked as read"),
    "unread": ("read", False, "marked as unread"),
    "star": ("starred", True, "starred"),
    "unstar": ("starred", False, "no longer starred"),
    "archive": ("archived", True, "archived"),
    "unarchive": ("archived", False, "back in the inbox"),
}
"""What may be asked for: the state, whether it is to hold, and what is said of it."""

EPILOG = f"""\
JSON: one object a line, each article as it is now:
{ROW_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("state", choices=STATES, metavar="STATE", help=", ".join(STATES))
    add_choice(parser)
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Change the state of articles."""
    name, value, said = STATES[asked.state]
    with opened(asked) as holdings:
        ranks = chosen(asked, holdings)
        before = holdings.library.set_states(ranks, **{name: value})
        if asked.json:
            for row in holdings.rows(ranks):
                say_json(row_object(row))
        changed = sum(getattr(states, f"is_{name}") is not value for states in before)
        remark(f"{count(changed, 'article')} {said}{_others(len(ranks) - changed)}.")
    return 0


def _others(unchanged: int) -> str:
    if not unchanged:
        return ""
    return f", {unchanged:,} {'was' if unchanged == 1 else 'were'} before"
