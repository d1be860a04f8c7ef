"""`diploreader feed import`: the feeds of an OPML file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.outcomes import OutcomeLines
from reader.cli.output import remark
from reader.cli.standard_input import STDIN, standard_input
from reader.errors import EXIT_FAILURE
from reader.model.outcome import Outcome, OutcomeKind

EPILOG = """\
Nothing is fetched: `feed refresh` asks the feeds for what they hold. Lines that are no feeds are refused.

Piped: tab-separated outcome, nothing, title, reason, address.
JSON: one object a line:
  outcome     added, known (it was followed already), refused
  id          null
  title       of the feed, or what was refused
  reason      why it was refused, a sentence, or null
  feed        its address"""


def arguments(parser: ArgumentParser) -> None:
    """Add what may follow the verb."""
    parser.add_argument("file", metavar="FILE", help="a list of feeds in OPML; - reads standard input")
    parser.epilog = EPILOG


def run(asked: Namespace) -> int:
    """Follow the feeds of a list; returns the exit status."""
    from reader.cli.following import opened_feeds
    from reader.ingest.source import read_file, read_stream

    is_piped = asked.file == STDIN
    name = "standard input" if is_piped else asked.file
    data = read_stream(standard_input(), name=name) if is_piped else read_file(Path(asked.file))
    with opened_feeds(asked) as feeds:
        followed = feeds.import_opml(data, name)
    lines = OutcomeLines(as_json=asked.json)
    for kind, listed in ((OutcomeKind.ADDED, followed.added), (OutcomeKind.KNOWN, followed.known)):
        for feed in listed:
            lines.tell(Outcome(kind, None, None, feed.title or feed.url), feed=feed.url)
    for refused in followed.refused:
        lines.tell(Outcome(OutcomeKind.REFUSED, None, None, refused.name, refused.reason), feed="")
    remark(lines.summary())
    return EXIT_FAILURE if lines.has_refused else 0
