"""`diploreader stats`: what is kept, in numbers."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reader.cli.columns import one_line
from reader.cli.counting import count, size
from reader.cli.output import bold, is_for_people, say, say_json, say_styled
from reader.paths import find_home

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.desk.stats import Stats
    from reader.library.counts import Counts

SHOWN = 8
"""Of each kind, on a terminal."""

EPILOG = """\
Removed articles count in `removed` and `versions` alone, archived ones not in `unread`.

Piped: tab-separated what is counted, value, number; the value is empty where everything is counted.
JSON: one object:
  articles, unread, starred, archived, removed, versions, words, feeds
  marks     highlights, notes and tags you made
  marked    articles with marks
  source, month, language, format   {value, articles}: most articles first, months newest first;
            value is null where it is not known
  files     {what, path, bytes}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print the numbers."""
    from reader.desk.stats import stats

    counted = stats(find_home(asked.home))
    if asked.json:
        _say_object(counted)
    elif is_for_people():
        _say_block(counted)
    else:
        _say_lines(counted)
    return 0


def _totals(counted: "Stats") -> dict[str, int]:
    library = counted.library
    return {
        "articles": library.articles,
        "unread": library.unread,
        "starred": library.starred,
        "archived": library.archived,
        "removed": library.removed,
        "versions": library.versions,
        "words": library.words,
        "feeds": library.feeds,
        "marks": counted.marks,
        "marked": counted.marked,
    }


def _kinds(counted: "Stats") -> "Mapping[str, Counts]":
    library = counted.library
    return {
        "source": library.by_source,
        "month": library.by_month,
        "language": library.by_language,
        "format": library.by_format,
    }


def _say_object(counted: "Stats") -> None:
    kinds = {
        kind: [{"value": value, "articles": number} for value, number in counts]
        for kind, counts in _kinds(counted).items()
    }
    files = [{"what": kept.what, "path": str(kept.path), "bytes": kept.size} for kept in counted.kept]
    say_json({**_totals(counted), **kinds, "files": files})


def _say_lines(counted: "Stats") -> None:
    for what, value, number in _rows(counted):
        say(f"{what}\t{one_line(value)}\t{number}")


def _rows(counted: "Stats") -> Iterator[tuple[str, str, int]]:
    yield from ((what, "", number) for what, number in _totals(counted).items())
    for kind, counts in _kinds(counted).items():
        yield from ((kind, value or "", number) for value, number in counts)
    yield from ((f"bytes of {kept.what}", str(kept.path), kept.size) for kept in counted.kept)


def _say_block(counted: "Stats") -> None:
    """For people: sentences, then the most frequent values."""
    total = _totals(counted)
    say_styled(bold(count(total["articles"], "article")))
    states = (f"{total[state]:,} {state}" for state in ("unread", "starred", "archived", "removed"))
    say(", ".join(states))
    say(f"{count(total['words'], 'word')}, {count(total['versions'], 'version')}, {count(total['feeds'], 'feed')}")
    say(f"{count(total['marks'], 'mark')} on {count(total['marked'], 'article')}")
    for kind, counts in _kinds(counted).items():
        _say_counts(f"By {kind}", counts)
    say()
    say_styled(bold("Files"))
    widest = max((len(kept.what) for kept in counted.kept), default=0)
    for kept in counted.kept:
        say(f"{size(kept.size):>9}  {kept.what:<{widest}}  {kept.path}")


def _say_counts(heading: str, counts: "Counts") -> None:
    if not counts:
        return
    say()
    say_styled(bold(heading))
    for value, number in counts[:SHOWN]:
        say(f"{number:>9,}  {one_line(value or 'not known')}")
    if more := counts[SHOWN:]:
        say(f"{sum(number for _, number in more):>9,}  in {len(more):,} more")
