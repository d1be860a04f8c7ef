"""People, states and organisations of the whole library, as verbs print and name them."""

from typing import TYPE_CHECKING, Any

from reader.cli.columns import Column, one_line
from reader.cli.counting import count
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.desk.holdings import Holdings
    from reader.model.dossier import Listed

NAMED_BY = "a name as articles have it, or a key; `entities --all` lists both"

LOOKED_FOR = 1_000
"""Articles that were not analysed, at which counting ends."""

COLUMNS = (
    Column("NAME"),
    Column("", 1),
    Column("TYPE", 11),
    Column("ARTICLES", 8, is_number=True),
    Column("UNREAD", 6, is_number=True),
    Column("LAST", 10),
    Column("KEY", 28),
)

CELLS = "name, * if it is watched, type, articles, unread articles, date of the newest, key"
"""What `known_cells` gives, for help."""

KNOWN_KEYS = """\
  key         the same in all articles
  name, type  type is one of OntoNotes (PERSON, GPE, ORG, ...) or MEDIA
  country     ISO 3166 code of a state, or null
  articles, unread, mentions
  last        ISO date of the newest article, or null
  watched"""
"""What `known_object` gives, for help."""


def known_cells(known: "Listed", watched: frozenset[str]) -> tuple[str, ...]:
    """Cells of `COLUMNS`."""
    return (
        known.name,
        "*" if known.key in watched else "",
        known.label,
        str(known.articles),
        str(known.unread),
        known.last.isoformat() if known.last else "",
        known.key,
    )


def known_object(known: "Listed", watched: frozenset[str]) -> dict[str, Any]:
    """JSON-ready form, see `KNOWN_KEYS`."""
    return {
        "key": known.key,
        "name": known.name,
        "type": known.label,
        "country": known.country,
        "articles": known.articles,
        "unread": known.unread,
        "mentions": known.mentions,
        "last": known.last.isoformat() if known.last else None,
        "watched": known.key in watched,
    }


def entity_named(name: str, holdings: "Holdings") -> "Listed":
    """The one entity that somebody means by a name or a key; the index must be in step.

    Raises:
        UsageError: there is none, or there are several.
    """
    found = holdings.dossiers.keys_of(name)
    if len(found) == 1:
        return found[0]
    if not found:
        sentence = (
            f"No analysed article names {name}. `diploreader entities --all --name WORD` looks for parts of names."
        )
        raise UsageError(f"{sentence} {not_analysed(holdings)}".rstrip())
    told = (f"  {each.key}  {one_line(each.name)}, {each.label}, {count(each.articles, 'article')}" for each in found)
    raise UsageError("\n".join([f"{name} may be several. Name one by its key:", *told]))


def not_analysed(holdings: "Holdings") -> str:
    """What is said where some articles were not analysed by the analyst of today; empty: all were."""
    from contextlib import suppress

    from reader.errors import AnalysisError

    with suppress(AnalysisError):
        if unread := holdings.analyses.unread(holdings.home.library, 1 << 62, LOOKED_FOR):
            number = f"{LOOKED_FOR:,} articles or more" if len(unread) == LOOKED_FOR else count(len(unread), "article")
            return (
                f"Still to be analysed: {number}. The reading room does that in its time, "
                "`diploreader entities --query QUERY` now."
            )
    return ""
