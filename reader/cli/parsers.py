"""What may stand on the command line, and the help that tells of it."""

import re
from argparse import ArgumentParser, HelpFormatter
from collections.abc import Iterable
from pathlib import Path

from reader.cli.verbs import VERBS, Verb

PROGRAM = "diploreader"

_COLUMN = re.compile(r" *(?:\S.*?  +)?")
"""What stands before the words of a line: blanks, and a name with blanks behind it."""


class _LineByLine(HelpFormatter):
    """Keeps the lines of descriptions, and wraps each by itself, under its words."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from textwrap import fill

        lines = []
        for line in text.splitlines():
            column = _COLUMN.match(line)
            hanging = indent + " " * len(column[0] if column else "")
            lines.append(fill(line, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False))
        return "\n".join(lines)


def reading_parser() -> ArgumentParser:
    """The parser of everything that begins with no verb."""
    parser = _parser(
        PROGRAM,
        "A reading room in the terminal: an article beside its summary, its names and your notes.",
        f"{_told(VERBS.values())}\n\n{PROGRAM} VERB --help tells more of one. A file that has the name of a verb "
        "is ./NAME.\nWithout FILE it opens where you left off; the first time, a sample article.",
    )
    parser.usage = f"{PROGRAM} [--home DIR] [--no-mouse] [FILE]\n       {PROGRAM} [--home DIR] VERB ..."
    parser.add_argument("file", nargs="?", metavar="FILE", help="a text to add and open; - reads standard input")
    add_home(parser)
    parser.add_argument("--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    return parser


def group_parser(group: str) -> ArgumentParser:
    """The parser of a first word that needs a second one; it can only give help."""
    verbs = [verb for verb in VERBS.values() if verb.name.startswith(f"{group} ")]
    parser = _parser(f"{PROGRAM} {group}", None, f"{_told(verbs)}\n\n{PROGRAM} {group} VERB --help tells more of one.")
    parser.usage = f"{PROGRAM} {group} VERB ..."
    return parser


def verb_parser(verb: Verb) -> ArgumentParser:
    """The parser of what follows a verb, with the flags that all of them have."""
    parser = _parser(f"{PROGRAM} {verb.name}", f"{verb.summary[:1].upper()}{verb.summary[1:]}.", None)
    add_home(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def add_home(parser: ArgumentParser) -> None:
    """Let the home folder be chosen."""
    parser.add_argument("--home", type=Path, metavar="DIR", help="keep library and notebook in this folder")


def _parser(program: str, description: str | None, epilog: str | None) -> ArgumentParser:
    return ArgumentParser(
        prog=program,
        description=description,
        epilog=epilog,
        formatter_class=_LineByLine,
        allow_abbrev=False,  # a flag that is added one day must not change what an old script says
    )


def _told(verbs: Iterable[Verb]) -> str:
    rows = [(f"{verb.name} {verb.shape}".rstrip(), verb.summary) for verb in verbs]
    width = max(len(usage) for usage, _ in rows)
    return "\n".join(["verbs:", *(f"  {usage:<{width}}  {summary}" for usage, summary in rows)])
