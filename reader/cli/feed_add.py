"""`diploreader feed add`: follow feeds."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace

from reader.cli.outcomes import OUTCOME_KEYS
from reader.cli.output import complain, remark
from reader.errors import EXIT_FAILURE, SourceError

NEWS_KEYS = f"""\
{OUTCOME_KEYS}
  feed        the address of its feed
and for each feed: feed, title, added (number of new articles), failure (a sentence, or null)"""

EPILOG = f"""\
URL is the address of a feed (RSS, Atom, JSON Feed), or of a page that names one. What it holds comes in at once.

Piped: tab-separated outcome, id, title, reason, feed; a line for each entry.
JSON: one object a line, for each entry:
{NEWS_KEYS}"""


def arguments(parser: ArgumentParser) -> None:
    """Add what may follow the verb."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="a feed, or a page that names one")
    parser.add_argument(
        "--pages", action=BooleanOptionalAction, help="take the text of entries from their pages, or not"
    )
    parser.epilog = EPILOG


def run(asked: Namespace) -> int:
    """Follow feeds; returns the exit status."""
    from reader.cli.following import News, opened_feeds

    followed = 0
    with opened_feeds(asked) as feeds:
        news = News(len(asked.urls), as_json=asked.json)
        for url in asked.urls:
            try:
                feed = feeds.add(url, news, wants_pages=asked.pages)
            except SourceError as error:
                complain(f"Not followed: {error}")
            else:
                followed += 1
                remark(f"Following {feed.title or feed.url}.")
        if followed:
            remark(news.summary())
    return 0 if followed == len(asked.urls) else EXIT_FAILURE
