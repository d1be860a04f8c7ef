"""Taking in articles: what is new, what was there, what has changed.

The same text is one article, wherever it came from. An origin that has given a text before and now gives another one
moves its article on to a new version, if the texts are alike; else what it gives is another article. It may move the
article back to an old version, too: a page that was changed back. A second copy of an old version does not.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Any, NamedTuple

from reader.errors import DamagedError
from reader.library.derived import INSERT, UPDATE, derived, listed_rank
from reader.library.originals import packed
from reader.library.record import RECORD, article_from, facts_of
from reader.model.article import Article
from reader.model.intake import Incoming, Origin
from reader.model.outcome import Outcome, OutcomeKind
from reader.model.value import replace

ALIKE = 0.5
"""Share of one text that stands in the other, from which they are versions of one article."""

MUCH_SHORTER = 3
"""So many times shorter than the text that is there, what a page gives now is an error page, or a teaser."""

COMPARED = 100_000
"""Code points of texts that are compared."""

FEED = "feed"
_WEB = ("address", FEED)
_KINDS_OF_PLACES = {"path": ("path",), "address": _WEB, FEED: _WEB}
"""By kind of origin, the kinds that mean the same by a place."""

_HELD = "a.rank, a.id, a.title, a.text_hash, a.removed"
_OF_TEXT = f"SELECT {_HELD} FROM versions v JOIN articles a ON a.id = v.article WHERE v.text_hash = ?"  # noqa: S608
_OF_PLACE = f"""
SELECT {_HELD} FROM origins o JOIN articles a ON a.id = o.article
WHERE o.place = ? AND o.place <> '' AND o.kind IN (?, ?) ORDER BY o.added DESC, o.rowid DESC LIMIT 1
"""  # noqa: S608
_VERSION = f"SELECT {RECORD}, v.format, v.added FROM versions v WHERE v.text_hash = ?"  # noqa: S608


class _Held(NamedTuple):
    """An article of the library."""

    rank: int
    id: str
    title: str
    text_hash: str
    """Of the newest version."""
    removed: str | None


class _Version(NamedTuple):
    """A version of an article of the library."""

    article: Article
    format: str
    added: str


class Adding:
    """Articles on their way in, within one transaction.

    Args:
        connection: in a transaction; `finish` ends the work.
        now: the time of coming in.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now.astimezone(UTC).isoformat()
        self._today = now.astimezone().date()
        counts = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('change', 'number')"))
        self._change: int = counts["change"]
        self._number: int = counts["number"]

    def finish(self) -> None:
        """Keep the counters."""
        counts = ((self._change, "change"), (self._number, "number"))
        self._connection.executemany("UPDATE meta SET value = ? WHERE key = ?", counts)

    def add(self, item: Incoming) -> Outcome:
        """Take in an article, or tell why not."""
        held = self._held(_OF_TEXT, [item.article.text_hash])
        if held is not None:
            return self._add_known(item, held)
        kinds = _KINDS_OF_PLACES.get(item.origin.kind)
        held = self._held(_OF_PLACE, [item.origin.place, kinds[0], kinds[-1]]) if kinds else None
        return self._add_new(item) if held is None else self._add_changed(item, held)

    def _add_known(self, item: Incoming, held: _Held) -> Outcome:
        """A text that is there, in the newest version or another one."""
        before = self._given_before(held, item.origin)
        self._note_origin(held.id, item)
        if held.removed is not None and item.origin.kind != FEED:
            self._bring_back(held)
            return _outcome(OutcomeKind.ADDED, held)
        if item.article.text_hash == held.text_hash or before in (None, item.article.text_hash):
            return _outcome(OutcomeKind.KNOWN, held)
        version = self._version(item.article.text_hash)
        if version is None:
            return _outcome(OutcomeKind.KNOWN, held)
        return self._make_newest(held, version.article, version.format)

    def _add_changed(self, item: Incoming, held: _Held) -> Outcome:
        """Another text from a place that gave one before."""
        if held.removed is not None and item.origin.kind == FEED:
            return _outcome(OutcomeKind.KNOWN, held)
        version = self._version(held.text_hash)
        if version is None:
            return self._add_new(item)
        old, new = (article.body.of(article.text) for article in (version.article, item.article))
        if item.origin.kind in _WEB and held.removed is None and len(new) * MUCH_SHORTER < len(old):
            when = datetime.fromisoformat(version.added).astimezone().date()
            reason = f"What is there now looks like an error page. The text of {when} is kept."
            return Outcome(OutcomeKind.REFUSED, held.rank, held.id, held.title, reason)
        if not _are_alike(old, new):
            return self._add_new(item)
        self._insert_version(held.id, item)
        self._note_origin(held.id, item)
        updated = self._make_newest(held, item.article, item.format)
        if held.removed is None:
            return updated
        self._bring_back(held)
        return replace(updated, kind=OutcomeKind.ADDED)

    def _add_new(self, item: Incoming) -> Outcome:
        article = item.article
        self._number += 1
        self._change += 1
        rank = listed_rank(article.published, self._today, self._number)
        row = rank, self._number, article.id, self._now, self._change, *derived(article, item.format)
        self._connection.execute(INSERT, row)
        self._insert_version(article.id, item)
        self._note_origin(article.id, item)
        return Outcome(OutcomeKind.ADDED, rank, article.id, article.title)

    def _make_newest(self, held: _Held, article: Article, format_: str) -> Outcome:
        self._change += 1
        self._connection.execute(UPDATE, [*derived(article, format_), self._change, held.rank])
        return Outcome(OutcomeKind.UPDATED, held.rank, held.id, article.title)

    def _insert_version(self, article_id: str, item: Incoming) -> None:
        article = item.article
        original = packed(item.original, article.text)
        row = article.text_hash, article_id, article.text, facts_of(article), original, self._now, item.format
        self._connection.execute("INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def _note_origin(self, article_id: str, item: Incoming) -> None:
        self._connection.execute(
            "INSERT INTO origins VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET text_hash = excluded.text_hash, added = excluded.added",
            [article_id, item.article.text_hash, item.origin.kind, item.origin.place, self._now],
        )

    def _given_before(self, held: _Held, origin: Origin) -> str | None:
        """The hash of the text that an origin gave last of an article."""
        row = self._connection.execute(
            "SELECT text_hash FROM origins WHERE article = ? AND kind = ? AND place = ?",
            [held.id, origin.kind, origin.place],
        ).fetchone()
        return row[0] if row else None

    def _bring_back(self, held: _Held) -> None:
        self._connection.execute("UPDATE articles SET removed = NULL WHERE rank = ?", [held.rank])

    def _held(self, sql: str, values: Sequence[Any]) -> _Held | None:
        row = self._connection.execute(sql, values).fetchone()
        return _Held(*row) if row else None

    def _version(self, text_hash: str) -> _Version | None:
        """A version; None: it cannot be read."""
        row = self._connection.execute(_VERSION, [text_hash]).fetchone()
        try:
            return _Version(article_from(row[:4]), *row[4:])
        except DamagedError:
            return None


def _are_alike(first: str, second: str) -> bool:
    from reader.text.likeness import likeness  # most articles come in once

    shared = likeness(first[:COMPARED], second[:COMPARED])
    return max(shared.of_first, shared.of_second) >= ALIKE


def _outcome(kind: OutcomeKind, held: _Held) -> Outcome:
    return Outcome(kind, held.rank, held.id, held.title)
