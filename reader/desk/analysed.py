"""Analyses for somebody who waits for them: those that are kept, and new ones by several programs at a time."""

from collections.abc import Iterator, Sequence
from contextlib import closing

from reader.desk.bulk import analyse_all
from reader.desk.holdings import Holdings
from reader.desk.naming import named
from reader.errors import AnalysisError
from reader.library.analyses import AnalysisCache
from reader.model.analysis import Analysis, Order, order_name
from reader.model.article import Article
from reader.text.sides import sides_of
from reader.worker.supervisor import AnalysisWorker, command

WORKERS = 2
"""Programs, where there is enough to do."""

Analysed = tuple[Article, Analysis | AnalysisError]


def analysed(holdings: Holdings, ranks: Sequence[int], method: str) -> Iterator[Analysed]:
    """What was found in articles, or why nothing can be, in their order; those that are gone are left out.

    Args:
        holdings: whose articles.
        ranks: of the articles.
        method: the summary method that must have chosen among the sentences.
    """
    waiting = {rank for rank in ranks if _known(holdings, rank, method) is None}
    articles = (holdings.library.article_at(rank) for rank in ranks if rank in waiting)
    rules = holdings.rules.prepared()
    with closing(AnalysisCache(holdings.home.analyses)) as cache:
        new = analyse_all(
            (article for article in articles if article is not None),
            lambda: AnalysisWorker(holdings.home.worker_log, command(holdings.model)),
            workers=min(WORKERS, len(waiting)),
            method=method,
            keep=lambda article, found: cache.put(found, named(article, found, rules)),
        )
        for rank in ranks:
            found = next(new, None) if rank in waiting else _known(holdings, rank, method)
            if found is not None:
                yield found


def focused(article: Article, analysis: Analysis, method: str, among: Sequence[int]) -> Analysis:
    """An analysis with one more order, whose name `order_name` gives.

    Args:
        article: whose sentences.
        analysis: of it.
        method: the summary method.
        among: numbers of the sentences that may be chosen.

    Raises:
        AnalysisError: the method does not exist.
    """
    from reader.analysis.ranking import order  # it takes its time, and nobody else waits for it

    sentences = [span.of(article.text) for span in analysis.sentences]
    chosen = order(sentences, method, sides_of(article.text, analysis), among)
    return analysis.with_finding(Order(order_name(method, among), chosen))


def _known(holdings: Holdings, rank: int, method: str) -> Analysed | None:
    """What was found before by the analyst of today, with a choice of sentences."""
    article = holdings.library.article_at(rank)
    known = None if article is None else holdings.analyses.known(article)
    if article is None or known is None or method not in known.orders or not holdings.analyses.is_current(known):
        return None
    return article, known
