"""`diploreader entities`: the people, states and organisations in an article, or in the whole library."""

from collections import Counter
from typing import TYPE_CHECKING

from reader.cli.analysing import analyse_chosen, say_heading
from reader.cli.choosing import add_choice
from reader.cli.columns import one_line
from reader.cli.entity_list import LIMIT, list_entities
from reader.cli.known import CELLS, KNOWN_KEYS
from reader.cli.names import (
    DOUBT,
    ENTITY_KEYS,
    MENTION_KEYS,
    TYPES,
    entity_object,
    grouped_names,
    mention_object,
    said_of,
)
from reader.cli.opening import opened
from reader.cli.output import is_for_people, remark, say, say_json
from reader.cli.querying import day, positive
from reader.errors import UsageError
from reader.model.analysis import DEFAULT_METHOD
from reader.text.days import FORMS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.model.analysis import Analysis
    from reader.model.article import Article

EPILOG = f"""\
What you corrected holds here, too. Types are those of OntoNotes (PERSON, GPE, ORG, ...) and MEDIA.

Piped: tab-separated id of the article, id of the entity, type, number of mentions, name, {DOUBT} where the text \
leaves it open, roles of people or ways in which a state is named.
JSON: one object a line for each article, offsets in code points:
  id, title
  text_hash   names the version that offsets belong to
  entities    {ENTITY_KEYS}
  mentions    {MENTION_KEYS}
  missing     what could not be found in this language, a sentence; empty: nothing

With --all, whom analysed articles name, most often first ({LIMIT} of them, if no --limit is given).
Piped: tab-separated {CELLS}.
JSON: one object a line:
{KNOWN_KEYS}"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    parser.add_argument("--all", action="store_true", help="all that the library names; the following narrow it down")
    parser.add_argument("--type", choices=TYPES, metavar="TYPE", help=", ".join(TYPES))
    parser.add_argument("--name", metavar="WORDS", help="whose names have words that begin so")
    parser.add_argument("--watched", action="store_true", help="whom you watch")
    parser.add_argument("--new", action="store_true", help="whom articles name that came in since your last visit")
    parser.add_argument("--since", type=day, metavar="DAY", help=f"whom articles name that came in since: {FORMS}")
    parser.add_argument("--limit", type=positive, metavar="N", help="at most so many")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print entities; returns the exit status."""
    if asked.all and (asked.articles or asked.query is not None):
        raise UsageError("--all is the whole library: leave out articles and --query.")
    if not asked.all and any((asked.type, asked.name, asked.watched, asked.new, asked.since, asked.limit)):
        raise UsageError("--type, --name, --watched, --new, --since and --limit narrow down what entities --all lists.")
    tell = _say_object if asked.json else _say_block if is_for_people() else _say_lines
    with opened(asked) as holdings:
        if asked.all:
            return list_entities(asked, holdings)

        def tell_corrected(article: "Article", analysis: "Analysis") -> None:
            tell(article, holdings.rules.corrected(article.id, article.text, analysis))
            if analysis.missing and not asked.json:
                remark(f"{article.id}: {analysis.missing}")

        return analyse_chosen(asked, holdings, DEFAULT_METHOD, tell_corrected)


def _say_block(article: "Article", analysis: "Analysis") -> None:
    say_heading(article)
    for line in grouped_names(analysis, article.text):
        say(line)
    say()


def _say_lines(article: "Article", analysis: "Analysis") -> None:
    counts, about = Counter(mention.entity for mention in analysis.mentions), said_of(analysis, article.text)
    for entity in analysis.entities:
        doubt = "" if entity.is_sure else DOUBT
        named = (article.id, entity.id, entity.label, str(counts[entity.id]), entity.name)
        say("\t".join(map(one_line, (*named, doubt, about.get(entity.id, "")))))


def _say_object(article: "Article", analysis: "Analysis") -> None:
    say_json(
        {
            "id": article.id,
            "title": article.title,
            "text_hash": article.text_hash,
            "entities": [entity_object(entity) for entity in analysis.entities],
            "mentions": [mention_object(mention) for mention in analysis.mentions],
            "missing": analysis.missing,
        }
    )
