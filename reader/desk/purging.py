"""Deleting articles and everything about them, for ever."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from os.path import lexists
from pathlib import Path

from reader.desk.holdings import Holdings
from reader.library.analyses import AnalysisCache
from reader.library.library import Library
from reader.model.value import Value

THEIR_FILE = "It came from this file, which is yours: delete it yourself."
OUR_FILE = "Something of it may still be in there: delete it yourself."


class Unreached(Value, frozen=True):
    """Where something of purged articles may still be."""

    path: Path
    reason: str
    """What to do about it, a sentence."""


class Purge(Value, frozen=True):
    """What a purge has done."""

    articles: tuple[tuple[str, str], ...]
    """Id and title of what is gone."""
    unreached: tuple[Unreached, ...]


def purge(holdings: Holdings, ranks: Sequence[int]) -> Purge:
    """Delete articles from index, analyses, notebook and library, and tell what is out of reach.

    The library goes last: who is killed meanwhile finds the articles there, and purges them again.

    Raises:
        StorageError: it could not be done, or only in part; to purge again does the rest.
    """
    library = holdings.library
    held = library.held(ranks)
    files = list(dict.fromkeys(path for article in held for path in _files(library, article.id)))
    holdings.index.remove(ranks)
    with closing(AnalysisCache(holdings.home.analyses)) as analyses:
        analyses.remove([text_hash for article in held for text_hash in article.text_hashes])
        looks = library.session.looks()
        library.session.forget_looks(looks - analyses.known(looks))
    aside: list[Path] = []
    for article in held:
        holdings.notebook.purge(article.id)
        aside += holdings.rules.purge(article.id)
    purged = library.purge(ranks)
    return Purge(
        tuple((article.id, article.title) for article in purged.articles),
        (
            *(Unreached(path, THEIR_FILE) for path in files),
            *(Unreached(path, OUR_FILE) for path in dict.fromkeys((*aside, *purged.unreached))),
        ),
    )


def _files(library: Library, article_id: str) -> Iterator[Path]:
    """The files of the reader that an article came from, those that are still there."""
    for origin in library.origins(article_id):
        if origin.kind == "path" and lexists(origin.place):
            yield Path(origin.place)
