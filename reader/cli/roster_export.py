"""`diploreader roster export`: what was decided on names, as CSV for a team."""

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.counting import count
from reader.cli.opening import opened
from reader.cli.output import is_for_people, remark, say, say_bytes, say_json
from reader.cli.rules import RULE_KEYS, rule_object
from reader.errors import DiploreaderError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EPILOG = f"""\
One line for each correction, watched name and note. `roster import` takes it in, here and elsewhere; spreadsheets \
open it. A FILE that is there already is left as it is.

JSON: instead of CSV, one object a line:
{RULE_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="to be written; without it the lines are printed")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Write or print the roster."""
    if asked.json and asked.file:
        raise UsageError("A FILE gets CSV. For JSON leave it out: roster export --json > FILE.")
    with opened(asked) as holdings:
        rules = holdings.rules.all()
        if asked.json:
            for rule in rules:
                say_json(rule_object(rule))
        elif asked.file:
            _write(Path(asked.file), holdings.rules.export_roster())
            remark(f"{count(len(rules), 'line')} written to {asked.file}.")
        elif is_for_people():
            say("\n".join(holdings.rules.export_roster().splitlines()))
        else:
            say_bytes(holdings.rules.export_roster().encode())
    return 0


def _write(path: Path, text: str) -> None:
    """Make a new file.

    Raises:
        DiploreaderError: it is there already, or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise DiploreaderError(f"{path} is there already. Name another file, or remove it first.") from None
    except OSError as error:
        raise DiploreaderError(f"{path} cannot be written: {error.strerror}.") from error
