"""`diploreader show`: one article, its versions, or the bytes it came as."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reader.cli.choosing import NAMING
from reader.cli.columns import Column, one_line, say_rows, wrapped
from reader.cli.opening import opened
from reader.cli.output import bold, dim, is_for_people, say, say_bytes, say_json, say_styled, text_width
from reader.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.library.library import Library, Version
    from reader.model.article import Article

EPILOG = """\
Versions, piped: tab-separated hash, time of coming in, format, characters.
JSON: one object:
  id, title, source, author, url, language   null where unknown
  published   ISO date, or null
  text_hash   names the version that offsets belong to
  text        the whole text
  parts       {kind, start, end}: header, headline, byline, body; offsets in code points
  origins     {kind, place}: where it came from
  read, starred, archived
With --versions, one object a line: text_hash, added (RFC 3339 time), format, characters."""

VERSION_COLUMNS = (
    Column("HASH", 12, is_id=True),
    Column("CAME IN", 25),
    Column("FORMAT", 8),
    Column("CHARACTERS", 10, is_number=True),
)


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("article", metavar="ARTICLE", help=NAMING)
    parser.add_argument("--version", metavar="HASH", help="this version, by its hash or the first letters of it")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--versions", action="store_true", help="list the versions of the text, newest first")
    what.add_argument("--original", action="store_true", help="the bytes that the version came as")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print what was asked for."""
    with opened(asked) as holdings:
        library = holdings.library
        rank = library.find(asked.article)
        article = library.article_at(rank)
        if article is None:
            raise UsageError(f"{asked.article} is no longer there.")
        if asked.version:
            article = _version(library, article.id, asked.version)
        if asked.original:
            _write_original(library.original(article.text_hash) or b"")
        elif asked.versions:
            _say_versions(library.versions(article.id), as_json=asked.json)
        elif asked.json:
            say_json(_object(library, rank, article))
        else:
            _say_text(article)
    return 0


def _version(library: "Library", article_id: str, beginning: str) -> "Article":
    """The version of an article whose hash begins so.

    Raises:
        UsageError: there is none, or more than one.
    """
    hashes = [version.text_hash for version in library.versions(article_id)]
    fitting = [text_hash for text_hash in hashes if text_hash.startswith(beginning.lower())]
    found = library.article_version(fitting[0]) if len(fitting) == 1 else None
    if found is None:
        which = "several versions" if fitting else "no version"
        raise UsageError(f"{beginning} names {which} of the article. show {article_id} --versions lists them.")
    return found


def _write_original(original: bytes) -> None:
    """Hand on the bytes as they came.

    Raises:
        UsageError: a terminal would take them for orders.
    """
    if is_for_people():
        raise UsageError("An original may hold anything: send it to a file, show --original ARTICLE > FILE.")
    say_bytes(original)


def _say_versions(versions: "Iterable[Version]", *, as_json: bool) -> None:
    if not as_json:
        say_rows(VERSION_COLUMNS, map(_cells, versions))
        return
    for version in versions:
        say_json(
            {
                "text_hash": version.text_hash,
                "added": version.added.isoformat(),
                "format": version.format,
                "characters": version.length,
            }
        )


def _cells(version: "Version") -> tuple[str, str, str, str]:
    return version.text_hash, version.added.isoformat(timespec="seconds"), version.format, str(version.length)


def _say_text(article: "Article") -> None:
    """Header lines, a blank one, the text."""
    published = article.published.isoformat() if article.published else None
    say_styled(bold(one_line(article.title)))
    for about in (" · ".join(filter(None, (article.source, published, article.author))), article.url):
        if about:
            say_styled(dim(one_line(about)))
    say_styled(dim(f"{article.id} · version {article.text_hash[:12]}"))
    say()
    if not is_for_people():
        say(article.text)
        return
    for line in article.text.split("\n"):
        say("\n".join(wrapped(line, text_width())))


def _object(library: "Library", rank: int, article: "Article") -> dict[str, Any]:
    (states,) = library.states([rank])
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "text_hash": article.text_hash,
        "text": article.text,
        "parts": [{"kind": part.kind, "start": part.span.start, "end": part.span.end} for part in article.parts],
        "origins": [{"kind": origin.kind, "place": origin.place} for origin in library.origins(article.id)],
        "read": states.is_read,
        "starred": states.is_starred,
        "archived": states.is_archived,
    }
