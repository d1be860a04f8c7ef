"""Articles of the library with what was found in them, for verbs that print it."""

from argparse import Namespace
from collections.abc import Callable

from reader.cli.choosing import chosen
from reader.cli.columns import one_line
from reader.cli.output import bold, complain, dim, say_styled
from reader.cli.progress import Progress
from reader.desk.analysed import analysed
from reader.desk.holdings import Holdings
from reader.errors import EXIT_FAILURE, AnalysisError
from reader.model.analysis import Analysis
from reader.model.article import Article


def analyse_chosen(asked: Namespace, holdings: Holdings, method: str, tell: Callable[[Article, Analysis], None]) -> int:
    """Tell of each article that was asked for what was found in it; returns the exit status.

    What was not looked at before is analysed now. What cannot be costs one line on standard error.
    """
    status = 0
    ranks = chosen(asked, holdings)
    progress = Progress(len(ranks), "articles")
    for done, (article, analysis) in enumerate(analysed(holdings, ranks, method), 1):
        progress.clear()
        if isinstance(analysis, AnalysisError):
            complain(f"{article.id}: {analysis}")
            status = EXIT_FAILURE
        else:
            tell(article, analysis)
        progress.show(done)
    progress.clear()
    return status


def say_heading(article: Article) -> None:
    """For people: title, source and date."""
    published = article.published.isoformat() if article.published else None
    say_styled(bold(one_line(article.title)))
    about = " · ".join(filter(None, (article.source, published, article.id)))
    say_styled(dim(one_line(about)))
