"""`diploreader timeline`: when what is told in articles happened."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cli.analysing import analyse_chosen
from reader.cli.articles import SHORT_ID
from reader.cli.choosing import add_choice
from reader.cli.columns import one_line, wrapped
from reader.cli.counting import count
from reader.cli.dates import period_object
from reader.cli.opening import opened
from reader.cli.output import bold, dim, is_for_people, remark, say, say_json, say_styled, text_width
from reader.cli.querying import day
from reader.model.analysis import DEFAULT_METHOD
from reader.model.query import Fact, Has, Query
from reader.model.value import Value
from reader.text.dates.events import Event, events
from reader.text.days import FORMS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from reader.model.analysis import Analysis
    from reader.model.article import Article

_INDENT = " " * 4

EPILOG = """\
Days are resolved against the date of each article; words that mean no day that can be told are counted on standard \
error. A question mark: they may mean other days.

Piped: tab-separated first day, last day, `?` or nothing, the words, id of the article, sentence.
JSON: one object a line, by first day:
  from, to, unit, sure   the days that the words mean
  words                  that say when
  sentence               in which they stand
  span, sentence_span    [start, end]: where both stand in the article's text
  article                {id, title, source, published, url}"""


class _Entry(Value, frozen=True):
    """Something that happened, and the article that tells it."""

    event: Event
    article: "Article"


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    parser.add_argument("--of", metavar="WHO", default="", help="only sentences that name them: a name or a key")
    parser.add_argument("--from", dest="first", type=day, metavar="DAY", help=f"only what ends then or later: {FORMS}")
    parser.add_argument("--to", dest="last", type=day, metavar="DAY", help="only what begins then or earlier")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print a chronology; returns the exit status."""
    if asked.of and not asked.articles and asked.query is None:
        asked.query = str(Query(Has(Fact.ENTITY, asked.of)))
    found: list[_Entry] = []
    undated = 0
    with opened(asked) as holdings:

        def gather(article: "Article", analysis: "Analysis") -> None:
            nonlocal undated
            for event in events(article, holdings.rules.corrected(article.id, article.text, analysis), asked.of):
                if event.dated.period is None:
                    undated += 1
                else:
                    found.append(_Entry(event, article))

        status = analyse_chosen(asked, holdings, DEFAULT_METHOD, gather)
    tell = _say_object if asked.json else _say_block if is_for_people() else _say_line
    for entry in _in_order(found, asked.first, asked.last):
        tell(entry)
    if undated:
        remark(f"{count(undated, 'expression')} of time could not be dated.")
    return status


def _in_order(found: list[_Entry], first: "date | None", last: "date | None") -> Iterator[_Entry]:
    """What lies between two days, by when it began; of the same days, in the order of the articles."""
    for entry in sorted(found, key=_begins):
        period = entry.event.dated.period
        assert period is not None
        if (first is None or period.end >= first) and (last is None or period.start <= last):
            yield entry


def _begins(entry: _Entry) -> "tuple[date, date]":
    period = entry.event.dated.period
    assert period is not None
    return period.start, period.end


def _say_block(entry: _Entry) -> None:
    """For people: the days and the words on a line, the sentence under it."""
    about = (entry.event.words(entry.article.text), entry.article.id[:SHORT_ID])
    say_styled(f"{bold(str(entry.event))}  {dim('  '.join(map(one_line, about)))}")
    for line in wrapped(one_line(entry.event.told(entry.article.text)), text_width() - len(_INDENT)):
        say(_INDENT + line)


def _say_line(entry: _Entry) -> None:
    """For programs: a line."""
    event, text = entry.event, entry.article.text
    period = event.dated.period
    assert period is not None
    sure = "" if period.is_sure else "?"
    cells = (str(period.start), str(period.end), sure, event.words(text), entry.article.id, event.told(text))
    say("\t".join(map(one_line, cells)))


def _say_object(entry: _Entry) -> None:
    event, article = entry.event, entry.article
    span = event.dated.words.span
    assert event.dated.period is not None
    say_json(
        {
            **period_object(event.dated.period),
            "words": event.words(article.text),
            "sentence": one_line(event.told(article.text)),
            "span": [span.start, span.end],
            "sentence_span": [event.sentence.start, event.sentence.end],
            "article": {
                "id": article.id,
                "title": article.title,
                "source": article.source,
                "published": article.published.isoformat() if article.published else None,
                "url": article.url,
            },
        }
    )
