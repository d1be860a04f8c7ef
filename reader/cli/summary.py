"""`diploreader summary`: the sentences that sum an article up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.analysing import analyse_chosen, say_heading
from reader.cli.choosing import add_choice
from reader.cli.columns import one_line, wrapped
from reader.cli.lengths import add_length
from reader.cli.opening import opened
from reader.cli.output import is_for_people, remark, say, say_json, text_width
from reader.config import read_config
from reader.desk.analysed import focused
from reader.model.analysis import METHODS, order_name
from reader.text.focus import concerned, mentioned
from reader.text.summary import summary

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.model.analysis import Analysis
    from reader.model.article import Article
    from reader.model.span import Span

    Sentences = Sequence[tuple[int, Span]]

_INDENT = "      "

EPILOG = """\
Piped: tab-separated id, number of the sentence in the text from 1, sentence.
JSON: one object a line for each article:
  id, title
  text_hash   names the version that offsets belong to
  method      how the sentences were chosen
  about       whom or what the sentences tell of, with --about
  sentences   {number, start, end, text}: in text order, counted from 0; offsets in code points"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    add_length(parser, "else as in the settings")
    parser.add_argument(
        "--about",
        metavar="WHO",
        help="only sentences that tell of somebody or something: a name, the key of an entity (iso:TR), or words",
    )
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

        def tell_summary(article: "Article", analysis: "Analysis") -> None:
            order = method
            if asked.about is not None:
                known = holdings.rules.corrected(article.id, article.text, analysis)
                among = concerned(article.text, known, mentioned(article.text, known, asked.about))
                analysis, order = focused(article, analysis, method, among), order_name(method, among)
            chosen = summary(article.text, analysis, order, length)
            if asked.about is not None and not chosen:
                remark(f"{article.id}: no sentence tells of {asked.about}.")
            tell(asked, method, article, [(number, analysis.sentences[number]) for number in chosen])

        return analyse_chosen(asked, holdings, method, tell_summary)


def _say_block(_asked: "Namespace", _method: str, article: "Article", sentences: "Sentences") -> None:
    say_heading(article)
    for number, span in sentences:
        say(f"{number + 1:>4}  " + f"\n{_INDENT}".join(wrapped(span.of(article.text), text_width() - len(_INDENT))))
    say()


def _say_lines(_asked: "Namespace", _method: str, article: "Article", sentences: "Sentences") -> None:
    for number, span in sentences:
        say(f"{article.id}\t{number + 1}\t{one_line(span.of(article.text))}")


def _say_object(asked: "Namespace", method: str, article: "Article", sentences: "Sentences") -> None:
    say_json(
        {
            "id": article.id,
            "title": article.title,
            "text_hash": article.text_hash,
            "method": method,
            **({} if asked.about is None else {"about": asked.about}),
            "sentences": [
                {"number": number, "start": span.start, "end": span.end, "text": span.of(article.text)}
                for number, span in sentences
            ],
        }
    )
