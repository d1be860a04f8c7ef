"""`diploreader feed list`: the feeds that are followed."""

from argparse import ArgumentParser, Namespace

from reader.cli.columns import Column, say_rows
from reader.cli.output import remark, say_json

FEED_KEYS = """\
  url
  title       empty where it is not known yet
  pages       whether the text of entries is taken from their pages
  added       RFC 3339 time
  checked     RFC 3339 time, or null
  failure     why it could not be read then, a sentence, or null"""

EPILOG = f"""\
Piped: tab-separated address, title, time of the last look, `pages` where texts come from them, failure.
JSON: one object a line:
{FEED_KEYS}"""

COLUMNS = (
    Column("URL"),
    Column("TITLE", 30),
    Column("CHECKED", 16, is_id=True),
    Column("TEXT", 5),
    Column("FAILURE", 40),
)


def arguments(parser: ArgumentParser) -> None:
    """Add what may follow the verb."""
    parser.epilog = EPILOG


def run(asked: Namespace) -> int:
    """Print the feeds."""
    from reader.cli.following import feed_cells, feed_object, opened_feeds

    with opened_feeds(asked) as feeds:
        followed = feeds.all()
    if asked.json:
        for feed in followed:
            say_json(feed_object(feed))
    elif not say_rows(COLUMNS, map(feed_cells, followed)):
        remark("No feed is followed yet. `diploreader feed add URL` follows one.")
    return 0
