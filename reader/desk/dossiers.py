"""What library and notebook hold on one entity, and which entities there are."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from reader.desk.rules import EntityRules
from reader.errors import StorageError
from reader.library import dossiers, voices
from reader.library.dossiers import Naming
from reader.library.library import Library
from reader.library.search import Search
from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.dossier import ArticlePassages, Dossier, EntityQuery, Listed, MarkedPassage, Week
from reader.model.listing import Passage
from reader.model.mark import Mark
from reader.model.rank import day_of
from reader.model.span import Span
from reader.text.fold import fold

T = TypeVar("T")

BESIDE, ROLES, MARKED = 12, 12, 50
"""How many others, roles and marked articles a dossier tells at most."""

LONGEST_CHART = 520
"""Weeks."""


class Dossiers:
    """Answers from the index of names. For the thread that `search` is for.

    Args:
        library: of the articles.
        search: the questions.
        rules: the reader's.
        known: what was found in a version.
        marks: the reader's marks on an article.

    Raises:
        InterruptedQuery: of what asks the index: the search was interrupted meanwhile.
        StorageError: of every method: a file cannot be read.
    """

    def __init__(
        self,
        library: Library,
        search: Search,
        rules: EntityRules,
        known: Callable[[Article], Analysis | None],
        marks: Callable[[str], Sequence[Mark]],
    ) -> None:
        self._library = library
        self._search = search
        self._rules = rules
        self._known = known
        self._marks = marks

    def entities(self, query: EntityQuery) -> tuple[Listed, ...]:
        """Entities by the number of articles that name them, most first; unread and last day are not told."""
        watched = self._rules.watched()
        return tuple(self._search.ask_names(lambda connection: dossiers.entities(connection, query, watched)) or ())

    def with_details(self, listed: Sequence[Listed]) -> tuple[Listed, ...]:
        """Entities with all that a list tells of them; those that no article names any more are left out."""
        return tuple(self._search.ask_names(lambda connection: dossiers.with_details(connection, listed)) or ())

    def named(self, key: str) -> Listed | None:
        """One entity; None: no article names it."""
        final = self._rules.prepared().final(key)
        return self._search.ask_names(lambda connection: dossiers.by_key(connection, final))

    def keys_of(self, name: str) -> tuple[Listed, ...]:
        """The entities that somebody may mean by a key or a name, most frequent first."""
        if ":" in name and (known := self.named(_key(name))):
            return (known,)
        keys = self._search.ask_names(lambda connection: dossiers.called(connection, name)) or []
        meant = self._rules.prepared().called(fold(" ".join(name.split())))
        found = filter(None, map(self.named, (*keys, *meant)))
        return tuple(sorted(dict.fromkeys(found), key=lambda listed: -listed.articles))

    def dossier(self, key: str) -> Dossier | None:
        """Everything on an entity but its passages; None: no article names it."""
        known = self.named(key)
        if known is None:
            return None
        key = known.key
        naming = self._search.ask_names(lambda connection: dossiers.naming(connection, key)) or ()
        looked = self._library.session.looked(key)
        by_name = self._search.ask_names(lambda connection: dossiers.names(connection, key, naming)) or ()
        said = self._search.ask_names(lambda connection: voices.said_by(connection, key)) or {}
        return Dossier(
            key=key,
            name=known.name,
            label=known.label,
            is_watched=key in self._rules.watched(),
            articles=len(naming),
            mentions=sum(one.mentions for one in naming),
            unread=sum(not one.is_read for one in naming),
            new=sum(_is_new(one, looked) for one in naming),
            statements=sum(said.get(one.analysis, 0) for one in naming),
            new_statements=sum(said.get(one.analysis, 0) for one in naming if _is_new(one, looked)),
            looked=looked,
            note=self._rules.note(key),
            names=by_name,
            roles=(self._search.ask_names(lambda connection: dossiers.roles(connection, key, ROLES)) or ()),
            weeks=_weeks([day_of(one.rank) for one in naming]),
            beside=(self._search.ask_names(lambda connection: dossiers.beside(connection, key, naming, BESIDE)) or ()),
            marks=tuple(self._marked(key, naming)),
        )

    def passages(self, key: str, below: int | None, limit: int) -> tuple[ArticlePassages, ...]:
        """Where articles name an entity, the newest first.

        Args:
            key: of the entity.
            below: only articles of a lower rank; None: from the newest.
            limit: so many articles at most.
        """
        looked = self._library.session.looked(key)
        there = self._search.ask_names(lambda connection: dossiers.naming(connection, key, below, limit)) or ()
        return tuple(filter(None, (self._told(key, one, looked) for one in there)))

    def looked(self, key: str) -> None:
        """Remember that the reader looks at a dossier now: from now on only what comes in later is new."""
        self._library.session.look(key, datetime.now(UTC))

    def _corrected(self, article: Article) -> Analysis | None:
        found = self._known(article)
        return self._rules.corrected(article.id, article.text, found) if found else None

    def _told(self, key: str, one: Naming, looked: datetime | None) -> ArticlePassages | None:
        article = self._library.article_at(one.rank)
        found = self._corrected(article) if article else None
        if article is None or found is None:
            return None
        return ArticlePassages(
            rank=one.rank,
            id=article.id,
            title=article.title,
            source=article.source,
            published=article.published,
            is_read=bool(one.is_read),
            is_new=_is_new(one, looked),
            text=article.text,
            passages=tuple(_passages(key, article, found)),
        )

    def _marked(self, key: str, naming: Sequence[Naming]) -> Iterator[MarkedPassage]:
        """The reader's marks on passages that name an entity."""
        noted = self._search.ask_names(lambda connection: dossiers.noted(connection, naming)) or ()
        for rank in noted[:MARKED]:
            article = self._library.article_at(rank)
            found = self._corrected(article) if article else None
            if article is None or found is None:
                continue
            spans = [passage.span for passage in _passages(key, article, found)]
            for mark in self._marks_on(article.id):
                anchor = mark.anchor
                if anchor and anchor.version == article.text_hash and any(map(anchor.span.overlaps, spans)):
                    yield MarkedPassage(rank, article.title, mark)

    def _marks_on(self, article_id: str) -> Sequence[Mark]:
        try:
            return self._marks(article_id)
        except StorageError:
            return ()  # whoever opens the article hears of it


def _passages(key: str, article: Article, found: Analysis) -> Iterator[Passage]:
    """The sentences that name an entity; of a headline, the whole of it."""
    hits: dict[Span, list[Span]] = {}
    sentences = iter(found.sentences)
    sentence = next(sentences, None)
    for mention in found.mentions:
        if mention.entity != key:
            continue
        while sentence is not None and sentence.end <= mention.span.start:
            sentence = next(sentences, None)
        around = sentence if sentence is not None and sentence.covers(mention.span) else _line(article, mention.span)
        hits.setdefault(around, []).append(mention.span)
    return (Passage(span, tuple(named)) for span, named in hits.items())


def _line(article: Article, span: Span) -> Span:
    """The line that a name stands in, without blank edges."""
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    line = article.text[start : end if end >= 0 else None]
    lead = len(line) - len(line.lstrip())
    return Span(start + lead, start + len(line.rstrip()))


def _is_new(one: Naming, looked: datetime | None) -> bool:
    return looked is not None and datetime.fromisoformat(one.added) > looked


def _weeks(days: Sequence[date]) -> tuple[Week, ...]:
    """Articles by week without gaps, up to the newest; of long times the last years."""
    if not days:
        return ()
    counts = Counter(_monday(day) for day in days)
    last = max(counts)
    first = max(min(counts), last - timedelta(weeks=LONGEST_CHART - 1))
    weeks = (last - first).days // 7 + 1
    return tuple(Week(monday, counts[monday]) for monday in (first + timedelta(weeks=n) for n in range(weeks)))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _key(name: str) -> str:
    """A key however its letters were typed."""
    kind, _, rest = name.partition(":")
    return f"{kind.lower()}:{rest.upper() if kind.lower() == 'iso' else rest.lower()}"
