"""Lengths of summaries on the command line."""

from argparse import ArgumentParser, ArgumentTypeError

from reader.model.length import LENGTH_FORMS, Length


def add_length(parser: ArgumentParser, default: str) -> None:
    """Let a length follow.

    Args:
        parser: to which it is added.
        default: what holds without one, in words.
    """
    forms = LENGTH_FORMS.replace("%", "%%")
    parser.add_argument("--length", type=_length, metavar="LENGTH", help=f"{forms}; {default}")


def _length(text: str) -> Length:
    """The length that is written so.

    Raises:
        ArgumentTypeError: none is.
    """
    try:
        return Length.parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
