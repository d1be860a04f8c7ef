"""The home that a verb works with."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from reader.cli.output import remark
from reader.desk.holdings import Holdings
from reader.paths import find_home


@contextmanager
def opened(asked: Namespace) -> Iterator[Holdings]:
    """What lies in the home that was asked for; what was mended in it meanwhile is told."""
    with Holdings(find_home(asked.home)) as holdings:
        try:
            yield holdings
        finally:
            for notice in holdings.take_notices():
                remark(notice)
