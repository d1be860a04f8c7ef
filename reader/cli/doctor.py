"""`diploreader doctor`: whether everything that is kept is sound."""

from typing import TYPE_CHECKING

from reader.cli.columns import one_line, wrapped
from reader.cli.output import bold, is_for_people, say, say_json, say_styled, text_width
from reader.errors import EXIT_FAILURE
from reader.paths import find_home

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.desk.doctor import Finding

_LABEL = 10
"""Cells of the name of a part."""
_INDENT = " " * (_LABEL + 9)

MENDING = "`diploreader doctor --repair` mends it."

EPILOG = """\
Without --repair it only looks. With it, what can be made again from the rest is: index, stories, lists, rights. \
Articles and notes are never changed; what is wrong with them is said, with what to do. \
Ends with 1 if anything is wrong, else with 0.

Piped: tab-separated part, `ok` or `wrong`, what was found, what to do.
JSON: one object a line:
  part        folders, library, index, notebook, ...
  ok          whether it is sound
  finding     a sentence
  remedy      what to do, a sentence; empty: nothing
  mendable    whether --repair mends it"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("--repair", action="store_true", help="make again what can be made again")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Look at everything; returns the exit status."""
    from reader.desk.doctor import examine, repair

    tell = _say_object if asked.json else _say_block if is_for_people() else _say_line
    home = find_home(asked.home)
    is_sound = True
    for finding in repair(home) if asked.repair else examine(home):
        tell(finding)
        is_sound &= finding.ok
    return 0 if is_sound else EXIT_FAILURE


def _say_block(finding: "Finding") -> None:
    room = text_width() - len(_INDENT)
    sign = "ok   " if finding.ok else bold("wrong")
    lines = [line for told in (finding.sentence, _remedy(finding)) for line in wrapped(told, room)]
    say_styled(f"{sign}  {finding.what:<{_LABEL}}  " + f"\n{_INDENT}".join(lines))


def _remedy(finding: "Finding") -> str:
    return finding.remedy or (MENDING if finding.is_mendable and not finding.ok else "")


def _say_line(finding: "Finding") -> None:
    found = (finding.what, "ok" if finding.ok else "wrong", finding.sentence, _remedy(finding))
    say("\t".join(map(one_line, found)))


def _say_object(finding: "Finding") -> None:
    say_json(
        {
            "part": finding.what,
            "ok": finding.ok,
            "finding": finding.sentence,
            "remedy": _remedy(finding),
            "mendable": finding.is_mendable,
        }
    )
