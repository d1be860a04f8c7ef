"""`diploreader summary`: the sentences that sum an article up."""

from functools import partial
from typing import TYPE_CHECKING

from reader.cli.analysing import analyse_chosen, say_heading
from reader.cli.choosing import add_choice
from reader.cli.columns import one_line, wrapped
from reader.cli.lengths import add_length
from reader.cli.opening import opened
from reader.cli.output import is_for_people, say, say_json, text_width
from reader.config import read_config
from reader.model.analysis import METHODS
from reader.text.summary import summary

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.model.analysis import Analysis
    from reader.model.article import Article
    from reader.model.length import Length

_INDENT = "      "

EPILOG = """\
Piped: tab-separated id, number of the sentence in the text from 1, sentence.
JSON: one object a line for each article:
  id, title
  text_hash   names the version that offsets belong to
  method      how the sentences were chosen
  sentences   {number, start, end, text}: in text order, counted from 0; offsets in code points"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    add_length(parser, "else as in the settings")
    parser.add_argument(
        "--method",
        choices=METHODS,
        metavar="METHOD",
        help=f"how they are chosen, if not as in the settings: {', '.join(METHODS)}",
    )
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print summaries; returns the exit status."""
    with opened(asked) as holdings:
        config = read_config(holdings.home.settings)
        method, length = asked.method or config.summary_method, asked.length or config.summary_length
        tell = _say_object if asked.json else _say_block if is_for_people() else _say_lines
        return analyse_chosen(asked, holdings, method, partial(tell, method, length))


def _say_block(method: str, length: "Length", article: "Article", analysis: "Analysis") -> None:
    say_heading(article)
    for number in summary(article.text, analysis, method, length):
        sentence = analysis.sentences[number].of(article.text)
        say(f"{number + 1:>4}  " + f"\n{_INDENT}".join(wrapped(sentence, text_width() - len(_INDENT))))
    say()


def _say_lines(method: str, length: "Length", article: "Article", analysis: "Analysis") -> None:
    for number in summary(article.text, analysis, method, length):
        say(f"{article.id}\t{number + 1}\t{one_line(analysis.sentences[number].of(article.text))}")


def _say_object(method: str, length: "Length", article: "Article", analysis: "Analysis") -> None:
    spans = [(number, analysis.sentences[number]) for number in summary(article.text, analysis, method, length)]
    say_json(
        {
            "id": article.id,
            "title": article.title,
            "text_hash": article.text_hash,
            "method": method,
            "sentences": [
                {"number": number, "start": span.start, "end": span.end, "text": span.of(article.text)}
                for number, span in spans
            ],
        }
    )
