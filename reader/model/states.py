"""What became of an article."""

from reader.model.value import Value


class States(Value, frozen=True):
    """The states that an article is in."""

    rank: int
    """Of the article."""
    is_read: bool
    is_starred: bool
    is_archived: bool
    removed: str | None
    """When it was removed, ISO time, UTC; None: it was not."""
