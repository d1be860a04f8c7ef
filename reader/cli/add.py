"""`diploreader add`: take texts into the library."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.counting import count
from reader.cli.opening import opened
from reader.cli.outcomes import OUTCOME_KEYS, OutcomeLines
from reader.cli.output import complain, remark
from reader.cli.progress import Progress
from reader.cli.standard_input import STDIN, standard_input
from reader.errors import EXIT_FAILURE, EXIT_INTERRUPTED, UsageError

# Help is told without what reads documents.
if TYPE_CHECKING:
    from reader.model.outcome import Outcome
    from reader.worker.ingest_protocol import Document

_STDIN_NAME = "standard input"

EPILOG = f"""\
ITEM is a file, a folder, a pattern in quotes ('**/*.pdf'), an address, or - for standard input. Files are plain text, \
Markdown, HTML, PDF, DOCX, EPUB, mail (.eml) or JSON lines of articles; of a folder, all such files in it and in its \
folders. An address (http, https) is fetched now, and only now. What is there already is not doubled; a text that has \
changed becomes a new version.

A line for each text, when it is safe on the disk. Ctrl-C keeps what was told. Ends with 1 if anything was refused.

Piped: tab-separated outcome, id, title, reason, place.
JSON: one object a line:
{OUTCOME_KEYS}
  place       path or address that it came from; of what was refused its name; empty: standard input"""


def arguments(parser: ArgumentParser) -> None:
    """Add what may follow the verb."""
    parser.add_argument("items", nargs="+", metavar="ITEM", help="where texts are, see below")
    parser.add_argument("--title", metavar="TITLE", help="of the text, where ITEM is one file or -")
    parser.add_argument("--source", metavar="NAME", help="who published it")
    parser.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="when it came out")
    parser.epilog = EPILOG


def run(asked: Namespace) -> int:
    """Take texts in; returns the exit status."""
    if asked.title or asked.source or asked.date:
        _require_one_text(asked.items)

    from reader.cli.indexing import finish_index
    from reader.config import read_config
    from reader.desk.importing import Importing, Sources, index_texts
    from reader.worker.importer import IngestWorker

    lines = OutcomeLines(as_json=asked.json)
    with opened(asked) as holdings:
        rules = read_config(holdings.home.settings).network
        facts = {"title": asked.title, "source": asked.source, "published": asked.date}
        named = [_piped(facts) if item == STDIN else item for item in asked.items]
        sources = Sources(named, rules, **facts)
        tasks = list(sources)
        progress = Progress(len(tasks), "items")

        def tell(outcome: "Outcome") -> None:
            progress.clear()
            lines.tell(outcome, place=outcome.place)

        index, log = holdings.index, holdings.home.worker_log
        importing = Importing(holdings.library, lambda: IngestWorker(log), lambda: index_texts(index))
        tally = importing.run(tasks, tell, progress.show)
        if tally.is_stopped:
            progress.wipe()
        else:
            progress.clear()
            finish_index(holdings, len(tasks))
    if tally.failure:
        complain(tally.failure)
    skipped = f" {count(sources.skipped, 'other file')} passed over." if sources.skipped else ""
    remark(f"{lines.summary()}{skipped}")
    if tally.is_stopped:
        return EXIT_INTERRUPTED
    return EXIT_FAILURE if tally.failure or lines.has_refused else 0


def _piped(facts: Mapping[str, Any]) -> "Document":
    """What comes through standard input.

    Raises:
        SourceError: it cannot be read.
    """
    from reader.ingest.formats import LARGEST_DOCUMENT
    from reader.ingest.source import read_stream
    from reader.model.intake import Origin
    from reader.worker.ingest_protocol import Document

    data = read_stream(standard_input(), name=_STDIN_NAME, largest=LARGEST_DOCUMENT)
    return Document(data, _STDIN_NAME, Origin("stdin", ""), **facts)


def _require_one_text(items: list[str]) -> None:
    """Make sure that what is known of a text is not said of several.

    Raises:
        UsageError: it would be.
    """
    from reader.desk.importing import is_address

    if len(items) > 1 or is_address(items[0]) or (items[0] != STDIN and not Path(items[0]).is_file()):
        raise UsageError("--title, --source and --date tell of one text: name one file, or - for standard input.")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is no date: write YYYY-MM-DD") from None
