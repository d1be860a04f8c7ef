"""`diploreader feed refresh`: take in what is new in feeds."""

from argparse import ArgumentParser, Namespace

from reader.cli.counting import count
from reader.cli.feed_add import NEWS_KEYS
from reader.cli.output import complain, remark
from reader.errors import EXIT_FAILURE

EPILOG = f"""\
Several feeds are asked at a time; one that cannot be read does not stop the rest. Ends with 1 if there was any.

Piped: tab-separated outcome, id, title, reason, feed; a line for each new entry.
JSON: one object a line, for each new entry:
{NEWS_KEYS}"""


def arguments(parser: ArgumentParser) -> None:
    """Add what may follow the verb."""
    parser.add_argument("urls", nargs="*", metavar="URL", help="feeds that are followed; all where none is named")
    parser.epilog = EPILOG


def run(asked: Namespace) -> int:
    """Take in what is new; returns the exit status."""
    from reader.cli.following import News, opened_feeds

    with opened_feeds(asked) as feeds:
        news = News(len(asked.urls) or len(feeds.all()), as_json=asked.json)
        refreshed = feeds.refresh(asked.urls, news)
        for failure in refreshed.failures:
            complain(failure.reason)
        remark(f"{count(len(refreshed.feeds), 'feed')} read: {news.summary()}")
    return EXIT_FAILURE if refreshed.failures else 0
