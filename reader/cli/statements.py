"""`diploreader statements`: who says what in articles, and on whose authority."""

from typing import TYPE_CHECKING

from reader.cli.analysing import analyse_chosen
from reader.cli.articles import SHORT_ID
from reader.cli.choosing import add_choice
from reader.cli.columns import one_line, wrapped
from reader.cli.counting import count
from reader.cli.dates import period_object
from reader.cli.opening import opened
from reader.cli.output import bold, dim, is_for_people, remark, say, say_json, say_styled, text_width
from reader.cli.querying import read_query
from reader.cli.statement_object import STATEMENT_KEYS, statement_object
from reader.library import voices
from reader.model.analysis import DEFAULT_METHOD
from reader.model.query import Fact, Has, Query
from reader.model.statement import ACTS
from reader.model.value import replace
from reader.text.dates.events import days
from reader.text.statement_search import Asked, Coverage, Told, statements

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from reader.model.analysis import Analysis
    from reader.model.article import Article
    from reader.model.span import Span

_INDENT = " " * 4

EPILOG = f"""\
Acts: {", ".join(f"{act} ({words})" for act, words in ACTS.items())}.
The last line, on standard error, tells how much was looked at.

Piped: tab-separated id of the article, date or nothing, speaker, authority, act, cue, content: a line for each.
JSON: one object a line for each statement:
  article     {{id, title, source, published, url}}
  speaker_name, cue_words, words   as people read them
  date        {{from, to, unit, sure}} or null: when it was made, as far as the article tells
  and         {STATEMENT_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    parser.add_argument("--by", metavar="WHO", default="", help="who says it: a name, some words of one, or a key")
    parser.add_argument("--act", choices=ACTS, metavar="ACT", default="", help="what is done by saying it, see below")
    parser.add_argument("--containing", metavar="WORDS", default="", help="words in what is said")
    parser.add_argument("--direct", action="store_true", help="only what is quoted word for word")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print statements; returns the exit status."""
    tell = _say_object if asked.json else _say_block if is_for_people() else _say_line
    wanted = Asked(asked.by, asked.act, asked.containing, asked.direct)
    in_library = bool(asked.by) and not asked.articles and asked.query is None
    coverage = Coverage()
    with opened(asked) as holdings:

        def tell_all(article: "Article", analysis: "Analysis") -> None:
            nonlocal coverage
            ruled = holdings.rules.corrected(article.id, article.text, analysis)
            found = list(statements(article, ruled, wanted))
            coverage = coverage.plus(sum(one.statement.is_attributed for one in found), ruled)
            for one in found:
                tell(one)

        if in_library:
            asked.query = str(Query(Has(Fact.SPEAKER, asked.by)))
        if in_library and not holdings.ranks(read_query(asked.query), limit=1):
            status = 0
        else:
            status = analyse_chosen(asked, holdings, DEFAULT_METHOD, tell_all)
        advice = ""
        if in_library and (known := holdings.search.ask_names(voices.coverage)):
            analysed, waiting, unassigned = known
            coverage = replace(coverage, articles=analysed, unassigned=unassigned)
            advice = f"{count(waiting, 'article')} not analysed yet" if waiting else ""
        elif in_library:
            advice = "No article is analysed yet"
    if coverage.articles or in_library:
        remark(str(coverage))
    if advice:
        remark(f"{advice}: `diploreader statements --query QUERY` reads what a query finds.")
    return status


def _say_block(one: Told) -> None:
    """For people: who says it how on a line, what is said under it."""
    about = (one.article.id[:SHORT_ID], days(one.when) if one.when else "", _sign(one), one.statement.authority.value)
    say_styled(f"{bold(one_line(one.voice.name))}  {dim('  '.join(filter(None, map(one_line, about))))}")
    for line in wrapped(_words(one, one.statement.content), text_width() - len(_INDENT)):
        say(_INDENT + line)


def _say_line(one: Told) -> None:
    """For programs: a line."""
    statement = one.statement
    cells = (
        one.article.id,
        days(one.when) if one.when else "",
        one.voice.name,
        statement.authority.value,
        statement.act,
        _sign(one),
    )
    say("\t".join(map(one_line, (*cells, _words(one, statement.content)))))


def _say_object(one: Told) -> None:
    article = one.article
    say_json(
        {
            "article": {
                "id": article.id,
                "title": article.title,
                "source": article.source,
                "published": article.published.isoformat() if article.published else None,
                "url": article.url,
            },
            "speaker_name": one.voice.name if one.statement.is_attributed else None,
            "cue_words": _words(one, one.statement.cue),
            "words": _words(one, one.statement.content),
            "date": period_object(one.when) if one.when else None,
            **statement_object(one.statement),
        }
    )


def _sign(one: Told) -> str:
    """How it is said: `not`, `may`, and the cue."""
    statement = one.statement
    signs = ("not" if statement.is_negated else "", "may" if statement.is_modal else "", statement.lemma)
    return " ".join(filter(None, signs))


def _words(one: Told, spans: "Sequence[Span]") -> str:
    return " … ".join(" ".join(span.of(one.article.text).split()) for span in spans)
