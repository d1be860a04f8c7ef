"""The index brought into step while somebody waits."""

from collections.abc import Callable

from reader.cli.progress import Progress
from reader.desk.holdings import Holdings

AT_ONCE = 200
"""Articles that are looked at before the reader hears of it."""


def finish_index(holdings: Holdings, total: int) -> None:
    """Take in what is new: texts, marks, and which articles tell the same story.

    Args:
        holdings: whose index.
        total: about how many articles are new. Where many more were never compared, the screen does it in its time.
    """
    _do(holdings.index.catch_up, Progress(total, "articles indexed"))
    holdings.catch_up()
    _do(holdings.index.group, Progress(total, "articles compared"), total)


def _do(step: Callable[[int], bool], progress: Progress, most: int | None = None) -> None:
    done = 0
    try:
        while step(AT_ONCE) and (most is None or done < most):
            done += AT_ONCE
            progress.show(done)
    finally:
        progress.clear()
