"""The command line: flags and verbs, and what they start."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import complain, flush, let_go, prepare, say
from reader.cli.verbs import GROUPS, find_verb, hint
from reader.errors import EXIT_INTERRUPTED, EXIT_UNREAD, DamagedError, DiploreaderError, UsageError

if TYPE_CHECKING:
    from reader.cli.verbs import Verb

_HELP = ("-h", "--help")


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; returns the exit status."""
    prepare()
    try:
        try:
            return _run(list(arguments))
        finally:
            flush()
    except DamagedError as error:
        complain(f"{error} `diploreader doctor` looks at everything that is kept.")
        return error.exit_code
    except DiploreaderError as error:
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        let_go()
        return EXIT_UNREAD


def _run(arguments: list[str]) -> int:
    home, arguments = _split_home(arguments)
    if arguments and arguments[0] in GROUPS and (len(arguments) == 1 or arguments[1] in _HELP):
        from reader.cli.parsers import group_parser

        group_parser(arguments[0]).print_help()
        return 0
    if found := find_verb(arguments):
        verb, rest = found
        return _do(verb, home + rest)
    return _read(home, arguments)


def _do(verb: "Verb", arguments: list[str]) -> int:
    from reader.cli.parsers import verb_parser

    module = verb.load()
    parser = verb_parser(verb)
    module.arguments(parser)
    if verb.has_query:
        arguments = [_not_a_flag(word) for word in arguments]
    asked = parser.parse_intermixed_args(arguments)
    _require_posix()
    return module.run(asked)


def _not_a_flag(word: str) -> str:
    """An argument as it is, but `-word` of a query with a blank before it: so the parser takes it for a word."""
    return f" {word}" if word[:1] == "-" and word[1:2] != "-" and word not in ("-", *_HELP) else word


def _read(home: list[str], arguments: list[str]) -> int:
    from reader.cli.parsers import reading_parser

    name = arguments[0] if arguments else ""
    if name[:1] != "-" and not Path(name).exists() and (question := hint(name)):
        raise UsageError(f"There is no file {name}, and no verb of that name.{question}")
    asked = reading_parser().parse_args(home + arguments)
    if asked.version:
        from importlib.metadata import version

        say(f"diploreader {version('diploreader')}")
        return 0
    _require_posix()

    from reader.cli.reading import read

    return read(asked.file, home=asked.home, mouse=asked.mouse)


def _split_home(arguments: list[str]) -> tuple[list[str], list[str]]:
    """What chooses the home before a verb, and the rest."""
    first = arguments[0] if arguments else ""
    count = 2 if first == "--home" else 1 if first.startswith("--home=") else 0
    return arguments[:count], arguments[count:]


def _require_posix() -> None:
    if os.name != "posix":
        raise UsageError("diploreader runs on Linux, macOS and WSL; on Windows start it inside WSL.")
