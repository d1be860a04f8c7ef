"""`diploreader roster revoke`: rules that are to hold no longer."""

from typing import TYPE_CHECKING

from reader.cli.columns import say_rows
from reader.cli.counting import count
from reader.cli.opening import opened
from reader.cli.output import remark, say_json
from reader.cli.rules import COLUMNS, RULE_KEYS, rule_cells, rule_object, rules_named

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EPILOG = f"""\
What the machine found shows again; no text is changed. Nothing is revoked unless every ID fits.

Piped: tab-separated id, kind, what, scope, date, origin of each that is gone.
JSON: one object a line:
{RULE_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="of a correction, or the last letters of it (4 or more)")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Revoke rules."""
    with opened(asked) as holdings:
        rules = holdings.rules.all()
        gone = set(rules_named(asked.ids, rules))
        holdings.rules.revoke(tuple(gone))
    revoked = [rule for rule in rules if rule.id in gone]
    if asked.json:
        for rule in revoked:
            say_json(rule_object(rule))
    else:
        say_rows(COLUMNS, map(rule_cells, revoked))
    remark(f"{count(len(revoked), 'correction')} revoked.")
    return 0
