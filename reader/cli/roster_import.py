"""`diploreader roster import`: what others decided on names."""

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.columns import say_rows
from reader.cli.opening import opened
from reader.cli.output import complain, remark, say_json
from reader.cli.rules import COLUMNS, RULE_KEYS, rule_cells, rule_object
from reader.cli.standard_input import STDIN, standard_input
from reader.errors import EXIT_FAILURE

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EPILOG = f"""\
Of two lines on the same name the newer one holds; what you revoked stays revoked. It can be taken in again, and \
nothing is doubled. Lines that make no sense are told and left out; then it ends with 1.

A list by hand needs the columns kind, name and type: `watch,Hakan Fidan,PERSON`.

Piped: tab-separated id, kind, what, scope, date, origin of each that is new.
JSON: one object a line:
{RULE_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("file", metavar="FILE", help="a roster in CSV; - reads standard input")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Take a roster in; returns the exit status."""
    from reader.ingest.decode import decode
    from reader.ingest.source import read_file, read_stream

    is_piped = asked.file == STDIN
    name = "standard input" if is_piped else Path(asked.file).name
    data = read_stream(standard_input(), name=name) if is_piped else read_file(Path(asked.file))
    text = decode(data, name)
    with opened(asked) as holdings:
        before = frozenset(holdings.rules.all())
        ruled = holdings.rules.import_roster(text, name)
    new = [rule for rule in ruled.rules if rule not in before]
    if asked.json:
        for rule in new:
            say_json(rule_object(rule))
    else:
        say_rows(COLUMNS, map(rule_cells, new))
    for problem in ruled.problems:
        complain(problem)
    remark(ruled.said)
    return EXIT_FAILURE if ruled.problems else 0
