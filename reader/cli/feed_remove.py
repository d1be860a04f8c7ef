"""`diploreader feed remove`: stop following feeds."""

from argparse import ArgumentParser, Namespace

from reader.cli.feed_list import FEED_KEYS
from reader.cli.output import remark, say_json

EPILOG = f"""\
Articles that came from them stay. `feed add` follows them again, and brings no entry a second time.

JSON: one object a line, each feed as it was:
{FEED_KEYS}"""


def arguments(parser: ArgumentParser) -> None:
    """Add what may follow the verb."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="feeds that are followed")
    parser.epilog = EPILOG


def run(asked: Namespace) -> int:
    """Follow feeds no longer."""
    from reader.cli.following import feed_object, opened_feeds

    with opened_feeds(asked) as feeds:
        for url in asked.urls:
            feed = feeds.remove(url)
            if asked.json:
                say_json(feed_object(feed))
            remark(f"No longer following {feed.title or feed.url}.")
    return 0
