"""`diploreader roster list`: what the reader decided on people, states and organisations."""

from typing import TYPE_CHECKING

from reader.cli.columns import say_rows
from reader.cli.opening import opened
from reader.cli.output import remark, say_json
from reader.cli.rules import COLUMNS, RULE_KEYS, rule_cells, rule_object

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EPILOG = f"""\
Corrections, watched names and notes on names, the newest first. Corrections are made in the reading room.

Piped: tab-separated id, kind, what, scope, date, origin.
JSON: one object a line:
{RULE_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print the rules."""
    with opened(asked) as holdings:
        rules = holdings.rules.all()[::-1]
    if asked.json:
        for rule in rules:
            say_json(rule_object(rule))
    elif not say_rows(COLUMNS, map(rule_cells, rules)):
        remark("No names are corrected or watched yet. `diploreader watch NAME` watches one.")
    return 0
