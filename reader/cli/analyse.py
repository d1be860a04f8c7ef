"""`diploreader analyse`: summary and names of texts on standard output; no screen, no home folder."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.columns import one_line
from reader.cli.dates import DATE_KEYS, date_object
from reader.cli.lengths import add_length
from reader.cli.names import ENTITY_KEYS, MENTION_KEYS, entity_object, grouped_names, mention_object
from reader.cli.output import complain, remark, say, say_json
from reader.cli.standard_input import STDIN, standard_input
from reader.cli.statement_object import STATEMENT_KEYS, statement_object
from reader.errors import EXIT_FAILURE, SourceError
from reader.model.analysis import DEFAULT_METHOD, METHODS, Analysis
from reader.model.article import Article
from reader.model.length import DEFAULT_LENGTH, Length
from reader.text.dates.chronology import dated
from reader.text.guard import guard
from reader.text.summary import summary

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EPILOG = f"""\
JSON: one object a line for each text, offsets in code points of `text`, sentences counted from 0:
  id          the file as it was named
  text        the cleaned text
  sentences   [start, end] of each
  summary     numbers of the chosen sentences
  entities    {ENTITY_KEYS}
  mentions    {MENTION_KEYS}
  missing     what could not be found in this language, a sentence; empty: nothing
  statements  {STATEMENT_KEYS}
  dates       {DATE_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.description = "Print summary and names of texts. Nothing is kept; no home folder and no screen is needed."
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text; - reads standard input")
    parser.add_argument("--jsonl", dest="json", action="store_true", help="the same as --json")
    parser.add_argument(
        "--method",
        choices=METHODS,
        default=DEFAULT_METHOD,
        metavar="METHOD",
        help=f"how the summary is made: {', '.join(METHODS)} ({DEFAULT_METHOD})",
    )
    add_length(parser, f"{DEFAULT_LENGTH} without it")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print the analysis of each text; returns the exit status."""
    return analyse(asked.files, as_json=asked.json, method=asked.method, length=asked.length or DEFAULT_LENGTH)


def analyse(files: Sequence[str], *, as_json: bool, method: str, length: Length = DEFAULT_LENGTH) -> int:
    """Print the analysis of each text: plain, or as one JSON object a line; returns the exit status.

    A text that cannot be taken in costs one line on standard error.

    Raises:
        AnalysisError: the analysis cannot run at all.
    """
    from reader.analysis.analyst import Analyst  # not for --help

    analyst = Analyst()
    status = 0
    for number, name in enumerate(files, start=1):
        _show_progress(f"{number}/{len(files)} {name}")
        try:
            article = _article(name)
        except SourceError as error:
            _show_progress("")
            complain(str(error))
            status = EXIT_FAILURE
            continue
        analysis = Analysis(article.text_hash, analyst.version)
        for finding in analyst.analyse(article.text, article.parts, article.source_span, (method,)):
            analysis = analysis.with_finding(finding)
        _show_progress("")
        chosen = summary(article.text, analysis, method, length)
        if as_json:
            say_json(_object(name, article, analysis, chosen))
        else:
            say(_plain(article, analysis, chosen))
            if analysis.missing:
                remark(f"{name}: {analysis.missing}")
    return status


def _article(name: str) -> Article:
    """The article in a file, or the one that comes through standard input.

    Raises:
        SourceError: it cannot be taken in.
    """
    from reader.ingest.source import article_from_bytes, read_file, read_stream

    if name == STDIN:
        return article_from_bytes(read_stream(standard_input(), name="standard input"), name="standard input")
    return article_from_bytes(read_file(Path(name)), name=name)


def _show_progress(line: str) -> None:
    """Put a line in the place of the last one; on a terminal only, since nobody reads it elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{guard(line)}")
        sys.stderr.flush()


def _object(name: str, article: Article, analysis: Analysis, chosen: Sequence[int]) -> dict[str, Any]:
    """JSON-ready form of an analysis; offsets in code points of `text`, sentences counted from 0."""
    return {
        "id": name,
        "text": article.text,
        "sentences": [[span.start, span.end] for span in analysis.sentences],
        "mentions": [mention_object(mention) for mention in analysis.mentions],
        "entities": [entity_object(entity) for entity in analysis.entities],
        "summary": list(chosen),
        "missing": analysis.missing,
        "statements": [statement_object(statement) for statement in analysis.statements],
        "dates": [date_object(one) for one in dated(article, analysis)],
    }


def _plain(article: Article, analysis: Analysis, chosen: Sequence[int]) -> str:
    """The analysis for people: title, source and date, the summary with the numbers of its sentences, names by type."""
    published = article.published.isoformat() if article.published else None
    lines = [article.title, " · ".join(filter(None, (article.source, published))), "", "Summary"]
    lines += (f"{n + 1:>4}  {one_line(analysis.sentences[n].of(article.text))}" for n in chosen)
    lines += grouped_names(analysis, article.text)
    return "\n".join(lines) + "\n"
