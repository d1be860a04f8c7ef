"""Articles of a list, as verbs print them."""

from typing import TYPE_CHECKING, Any

from reader.cli.columns import Column

if TYPE_CHECKING:
    from reader.model.listing import Row

SHORT_ID = 8
"""Letters of an id on a terminal: among 100,000 articles two begin alike in one library of two hundred."""

COLUMNS = (
    Column("ID", SHORT_ID, is_id=True),
    Column("DATE", 10),
    Column("", 7),
    Column("SOURCE", 20),
    Column("TITLE"),
)

ROW_KEYS = """\
  id          of the article, 26 letters and digits
  title, source (or null)
  published   ISO date, or null
  added       RFC 3339 time
  read, starred, archived
  watched     whether it names somebody you watch
  notes       how many you wrote
  tags        yours on the article
  copies      how many other articles tell the same story
  words       how many it has"""
"""What `row_object` gives, for help."""

SIGNS = "u unread, * starred, a archived, w names somebody you watch, +2 copies"


def row_cells(row: "Row") -> tuple[str, str, str, str, str]:
    """Cells of `COLUMNS`."""
    return row.id, row.published or "", signs(row), row.source or "", row.title


def signs(row: "Row") -> str:
    """The letters of `SIGNS` that hold for an article."""
    holds = {"u": not row.is_read, "*": row.is_starred, "a": row.is_archived, "w": row.is_watched}
    letters = "".join(letter for letter, is_so in holds.items() if is_so)
    return f"{letters}+{row.copies}" if row.copies else letters


def row_object(row: "Row") -> dict[str, Any]:
    """JSON-ready form, see `ROW_KEYS`."""
    return {
        "id": row.id,
        "title": row.title,
        "source": row.source,
        "published": row.published,
        "added": row.added,
        "read": row.is_read,
        "starred": row.is_starred,
        "archived": row.is_archived,
        "watched": row.is_watched,
        "notes": row.notes,
        "tags": list(row.tags),
        "copies": row.copies,
        "words": row.words,
    }
