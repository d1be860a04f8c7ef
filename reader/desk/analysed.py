"""An analysis for somebody who waits for it."""

from collections.abc import Callable
from queue import SimpleQueue

from reader.desk.analyses import Analyses, Reading
from reader.errors import AnalysisError
from reader.model.analysis import Analysis
from reader.model.article import Article


def analysed(
    analyses: Analyses, article: Article, method: str, tell: Callable[[float], None] = lambda _: None
) -> Analysis:
    """What was found in an article, with the order of sentences by a summary method; kept, or found now.

    Args:
        analyses: where it is kept.
        article: what to read.
        method: the summary method.
        tell: hears the share of the text that was read, from 0 to 1.

    Raises:
        AnalysisError: it could not be found.
    """
    known = analyses.known(article)
    if known is not None and not analyses.is_current(known):
        known = None
    if known is not None and method in known.orders:
        return known
    heard: SimpleQueue[Reading] = SimpleQueue()
    if known is None:
        analyses.analyse(article, method, heard.put)
    else:
        analyses.rank(article, known, method, heard.put)
    while (reading := heard.get()).is_running:
        tell(reading.done or 0.0)
    if not reading.analysis.complete:
        raise AnalysisError(reading.notice or "The analysis did not end.")
    return reading.analysis
