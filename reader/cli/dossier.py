"""`diploreader dossier`: everything that the library holds on one person, state or organisation."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from reader.cli.articles import SHORT_ID
from reader.cli.columns import one_line, wrapped
from reader.cli.counting import count
from reader.cli.known import NAMED_BY, entity_named
from reader.cli.opening import opened
from reader.cli.output import bold, dim, is_for_people, remark, say, say_json, say_styled, text_width
from reader.cli.passages import PASSAGE_KEYS, marked, passage_lines, passage_object, told
from reader.cli.querying import day, positive
from reader.model.rank import day_of
from reader.text.days import FORMS
from reader.text.labels import in_a_word

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.desk.dossiers import Dossiers
    from reader.model.dossier import ArticlePassages, Dossier

LIMIT = 20
"""Articles, where no limit is asked for."""

CHARTED = 52
"""Weeks in the chart on a terminal, up to the last one with articles."""

PAGE = 50
"""Articles that are looked up together."""

_LABEL = 10
"""Cells of the name of a part."""
_INDENT = " " * 4
_LEVELS = "▁▂▃▄▅▆▇█"

EPILOG = f"""\
Where several are called so, their keys are listed. New is what came in since the last look; only the screen and \
--seen count as a look.

Piped: tab-separated id of the article, date, `new` or nothing, source, title, sentence: a line for each sentence.
JSON: first an object with what is known:
  key, name, type, country, watched, articles, mentions, unread
  new         articles since the last look
  statements, new_statements  that it makes; `diploreader statements --by KEY` prints them
  looked      RFC 3339 time of the last look, or null
  note, tags  yours
  names       {{name, mentions}}: what texts call it
  roles       {{role, first, last, articles}}: of a person, with ISO dates
  weeks       {{week, articles}}: by the ISO date of the Monday
  beside      {{key, name, type, articles}}: whom the same articles name, most often first
then one for each article, the newest first:
  id, title, source, published, read, new
  passages    {PASSAGE_KEYS}: sentences; offsets in code points of the article's text"""


def arguments(parser: "ArgumentParser") -> None:
    """Add what may follow the verb."""
    parser.add_argument("name", metavar="NAME", help=NAMED_BY)
    parser.add_argument(
        "--limit", type=positive, default=LIMIT, metavar="N", help=f"sentences of at most so many articles ({LIMIT})"
    )
    parser.add_argument("--since", type=day, metavar="DAY", help=f"only articles from then on: {FORMS}")
    parser.add_argument("--new", action="store_true", help="only articles that are new")
    parser.add_argument("--seen", action="store_true", help="remember this as a look")
    parser.epilog = EPILOG


def run(asked: "Namespace") -> int:
    """Print what is known of one entity, and where it is named."""
    with opened(asked) as holdings:
        holdings.catch_up()
        key = entity_named(asked.name, holdings).key
        dossier = holdings.dossiers.dossier(key)
        if dossier is not None:
            _say_dossier(dossier, as_json=asked.json)
        tell = _say_object if asked.json else _say_block if is_for_people() else _say_lines
        is_named = False
        for article in _articles(holdings.dossiers, key, asked):
            tell(article)
            is_named = True
        if not is_named:
            remark("No articles like that name it.")
        if asked.seen:
            holdings.dossiers.looked(key)
    return 0


def _articles(dossiers: "Dossiers", key: str, asked: "Namespace") -> "Iterator[ArticlePassages]":
    """The articles that were asked for, the newest first."""
    from itertools import islice

    return islice((article for article in _all(dossiers, key) if _is_wanted(article, asked)), asked.limit)


def _all(dossiers: "Dossiers", key: str) -> "Iterator[ArticlePassages]":
    below = None
    while page := dossiers.passages(key, below, PAGE):
        yield from page
        below = page[-1].rank


def _is_wanted(article: "ArticlePassages", asked: "Namespace") -> bool:
    return (article.is_new or not asked.new) and (asked.since is None or day_of(article.rank) >= asked.since)


def _say_dossier(dossier: "Dossier", *, as_json: bool) -> None:
    """What is known; a program that reads lines gets only those of sentences."""
    if as_json:
        say_json(_object(dossier))
    elif is_for_people():
        say_styled(bold(one_line(dossier.name)))
        about = (in_a_word(dossier.label), dossier.key, "watched" if dossier.is_watched else "")
        say_styled(dim(one_line(" · ".join(filter(None, about)))))
        for label, text in _parts(dossier):
            lines = wrapped(text, text_width() - _LABEL)
            say(f"{label:<{_LABEL}}" + f"\n{' ' * _LABEL}".join(lines))
        say()


def _parts(dossier: "Dossier") -> Iterator[tuple[str, str]]:
    """What a person reads of a dossier: the name of each part, and its words."""
    numbers = f"{count(dossier.articles, 'article')}, {count(dossier.mentions, 'mention')}, {dossier.unread:,} unread"
    yield "Named in", numbers
    if dossier.looked is not None:
        yield "New", f"{count(dossier.new, 'article')} since {dossier.looked.astimezone():%Y-%m-%d %H:%M}"
    if dossier.statements:
        since = f", {dossier.new_statements:,} of them new" if dossier.looked is not None else ""
        yield "Says", f"{count(dossier.statements, 'statement')}{since}"
    yield "Called", ", ".join(f"{name.name} {name.mentions:,}" for name in dossier.names)
    if dossier.roles:
        yield "Roles", "; ".join(f"{role.role}, {_stretch(role.first, role.last)}" for role in dossier.roles)
    if dossier.weeks:
        shown = dossier.weeks[-CHARTED:]
        most = max(week.articles for week in shown)
        yield "By week", _chart([week.articles for week in shown])
        yield "", f"{_stretch(shown[0].first, shown[-1].first)}, at most {count(most, 'article')} a week"
    if dossier.beside:
        yield "Beside", ", ".join(f"{other.name} {other.articles:,}" for other in dossier.beside)
    if dossier.tags:
        yield "Your tags", ", ".join(dossier.tags)
    if dossier.note:
        yield "Your note", dossier.note


def _chart(numbers: "Sequence[int]") -> str:
    """A character for each number, as high as it is large."""
    most = max(numbers)
    return "".join(_LEVELS[-(-number * (len(_LEVELS) - 1) // most)] if number else "·" for number in numbers)


def _stretch(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _say_block(article: "ArticlePassages") -> None:
    """For people: the article on a line, its sentences under it."""
    about = (article.id[:SHORT_ID], str(day_of(article.rank)), "new" if article.is_new else "", article.source or "")
    say_styled(f"{dim('  '.join(filter(None, map(one_line, about))))}  {bold(one_line(article.title))}")
    for passage in article.passages:
        for line in passage_lines(*told(article.text, passage), text_width() - len(_INDENT)):
            say_styled(_INDENT + line)
    say()


def _say_lines(article: "ArticlePassages") -> None:
    """For programs: a line for each sentence."""
    new = "new" if article.is_new else ""
    cells = (article.id, str(day_of(article.rank)), new, article.source or "", article.title)
    for passage in article.passages:
        say("\t".join([*map(one_line, cells), marked(*told(article.text, passage))]))


def _say_object(article: "ArticlePassages") -> None:
    say_json(
        {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "published": article.published.isoformat() if article.published else None,
            "read": article.is_read,
            "new": article.is_new,
            "passages": [passage_object(article.text, passage) for passage in article.passages],
        }
    )


def _object(dossier: "Dossier") -> dict[str, Any]:
    return {
        "key": dossier.key,
        "name": dossier.name,
        "type": dossier.label,
        "country": dossier.country,
        "watched": dossier.is_watched,
        "articles": dossier.articles,
        "mentions": dossier.mentions,
        "unread": dossier.unread,
        "new": dossier.new,
        "statements": dossier.statements,
        "new_statements": dossier.new_statements,
        "looked": dossier.looked.isoformat() if dossier.looked else None,
        "note": dossier.note,
        "tags": list(dossier.tags),
        "names": [{"name": name.name, "mentions": name.mentions} for name in dossier.names],
        "roles": [
            {"role": role.role, "first": str(role.first), "last": str(role.last), "articles": role.articles}
            for role in dossier.roles
        ],
        "weeks": [{"week": str(week.first), "articles": week.articles} for week in dossier.weeks],
        "beside": [
            {"key": other.key, "name": other.name, "type": other.label, "articles": other.articles}
            for other in dossier.beside
        ],
    }
