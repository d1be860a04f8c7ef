"""`diploreader feed export`: the feeds as OPML."""

from argparse import ArgumentParser, Namespace

from reader.cli.feed_list import FEED_KEYS
from reader.cli.output import say, say_json

EPILOG = f"""\
Send it to a file: feed export > FILE. `feed import` of any reader of feeds takes it in.

JSON: instead of OPML, one object a line:
{FEED_KEYS}"""


def arguments(parser: ArgumentParser) -> None:
    """Add what may follow the verb."""
    parser.epilog = EPILOG


def run(asked: Namespace) -> int:
    """Print the feeds."""
    from reader.cli.following import feed_object, opened_feeds

    with opened_feeds(asked) as feeds:
        if asked.json:
            for feed in feeds.all():
                say_json(feed_object(feed))
        else:
            say(feeds.export_opml().decode().rstrip("\n"))
    return 0
