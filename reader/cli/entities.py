"""`diploreader entities`: the people, states and organisations in an article."""

from collections import Counter
from typing import TYPE_CHECKING

from reader.cli.analysing import analyse_chosen, say_heading
from reader.cli.choosing import add_choice
from reader.cli.columns import one_line
from reader.cli.names import entity_object, grouped_names
from reader.cli.opening import opened
from reader.cli.output import is_for_people, say, say_json
from reader.model.analysis import DEFAULT_METHOD

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.model.analysis import Analysis
    from reader.model.article import Article

EPILOG = """\
Types are those of OntoNotes (PERSON, GPE, ORG, ...) and MEDIA.

Piped: tab-separated id of the article, id of the entity, type, number of mentions, name.
JSON: one object a line for each article:
  id, title
  text_hash   names the version that offsets belong to
  entities    {id, name, type, country?}: by first appearance; country is an ISO 3166 code
  mentions    {start, end, type, entity}: in text order; offsets in code points"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    add_choice(parser)
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print entities; returns the exit status."""
    tell = _say_object if asked.json else _say_block if is_for_people() else _say_lines
    with opened(asked) as holdings:
        return analyse_chosen(asked, holdings, DEFAULT_METHOD, tell)


def _say_block(article: "Article", analysis: "Analysis") -> None:
    say_heading(article)
    for line in grouped_names(analysis):
        say(line)
    say()


def _say_lines(article: "Article", analysis: "Analysis") -> None:
    counts = Counter(mention.entity for mention in analysis.mentions)
    for entity in analysis.entities:
        cells = (article.id, entity.id, entity.label, str(counts[entity.id]), entity.name)
        say("\t".join(map(one_line, cells)))


def _say_object(article: "Article", analysis: "Analysis") -> None:
    say_json(
        {
            "id": article.id,
            "title": article.title,
            "text_hash": article.text_hash,
            "entities": [entity_object(entity) for entity in analysis.entities],
            "mentions": [
                {"start": mention.span.start, "end": mention.span.end, "type": mention.label, "entity": mention.entity}
                for mention in analysis.mentions
            ],
        }
    )
