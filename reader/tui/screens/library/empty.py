"""What an empty list says: what to do."""

from reader.tui.widgets.pieces import Piece, Pieces

WELCOME: tuple[Pieces, ...] = (
    (Piece("Nothing is in the library yet.", "strong"),),
    (),
    (
        Piece("i", "key"),
        Piece("  adds a text, a file, a folder or an address; so does pasting", "quiet"),
    ),
    (),
    (Piece("From the shell:", "quiet"),),
    (Piece("diploreader add PATH…", "key"), Piece("            files and folders of any kind", "quiet")),
    (Piece("diploreader feed add ADDRESS", "key"), Piece("     what a feed brings; r fetches it here", "quiet")),
)

ALL_DONE: tuple[Pieces, ...] = (
    (Piece("All done: the inbox is empty.", "strong"),),
    (),
    (Piece("r", "key"), Piece("  fetches what is new in the feeds", "quiet")),
    (Piece("i", "key"), Piece("  adds an article", "quiet")),
    (Piece("f", "key"), Piece("  finds in everything, also in what is archived", "quiet")),
)

ALL_READ: tuple[Pieces, ...] = (
    (Piece("All read.", "strong"),),
    (),
    (Piece("Esc", "key"), Piece("  goes back to the list before", "quiet")),
)

NOTHING_FOUND: tuple[Pieces, ...] = (
    (Piece("Nothing fits.", "strong"),),
    (),
    (
        Piece("Fewer words find more; so do ", "quiet"),
        Piece("one OR another", "key"),
        Piece(" and ", "quiet"),
        Piece("begin*", "key"),
        Piece(".", "quiet"),
    ),
    (
        Piece("All words of a query must be in an article; a ", "quiet"),
        Piece('"phrase"', "key"),
        Piece(" must be as it is written.", "quiet"),
    ),
    (),
    (
        Piece("f", "key"),
        Piece("  goes on with this query    ", "quiet"),
        Piece("Esc", "key"),
        Piece("  goes back to the list before", "quiet"),
    ),
)


def remarks_on(query: str, *, has_articles: bool) -> tuple[Pieces, ...]:
    """What to say where a query finds nothing; `has_articles`: whether any other one would."""
    if not has_articles:
        return WELCOME
    return {"": ALL_DONE, "is:unread": ALL_READ}.get(query.strip(), NOTHING_FOUND)
