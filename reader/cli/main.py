"""The command line: flags and verbs, and what they start."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import EXIT_FAILURE, DiploreaderError, UsageError
from reader.text.guard import guard

if TYPE_CHECKING:
    from argparse import ArgumentParser


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; returns the exit status."""
    try:
        if arguments[:1] == ["analyse"]:
            return _analyse(arguments[1:])
        return _read(arguments)
    except DiploreaderError as error:
        print(f"diploreader: {guard(str(error))}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILURE


def _read(arguments: Sequence[str]) -> int:
    asked = _reading_parser().parse_args(arguments)
    if asked.version:
        from importlib.metadata import version

        print(f"diploreader {version('diploreader')}")
        return 0
    if os.name != "posix":
        raise UsageError("diploreader runs on Linux, macOS and WSL; on Windows start it inside WSL.")

    from reader.cli.reading import read

    return read(asked.file, home=asked.home, mouse=asked.mouse)


def _analyse(arguments: Sequence[str]) -> int:
    asked = _analyse_parser().parse_args(arguments)
    from reader.cli.analyse import run as run_analysis

    return run_analysis(asked.files, jsonl=asked.jsonl, method=asked.method)


def _reading_parser() -> "ArgumentParser":
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    parser = ArgumentParser(
        prog="diploreader",
        formatter_class=RawDescriptionHelpFormatter,
        description="A reading room in the terminal: an article beside its summary, its names and your notes.",
        epilog="verbs:\n  analyse FILE...  print summary and names of texts, without a screen (analyse --help)\n\n"
        "Without FILE it opens where you left off; the first time, a sample article.",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="a text to add and open; - reads standard input")
    parser.add_argument("--home", type=Path, metavar="DIR", help="keep library and notebook in this folder")
    parser.add_argument("--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    return parser


def _analyse_parser() -> "ArgumentParser":
    from argparse import ArgumentParser

    from reader.model.analysis import DEFAULT_METHOD, METHODS

    parser = ArgumentParser(
        prog="diploreader analyse",
        description="Print summary and names of texts. Nothing is kept; no screen is needed.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text; - reads standard input")
    parser.add_argument("--jsonl", action="store_true", help="print one JSON object a text")
    parser.add_argument(
        "--method", choices=METHODS, default=DEFAULT_METHOD, help=f"how the summary is made ({DEFAULT_METHOD})"
    )
    return parser
