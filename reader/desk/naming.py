"""The index of names, brought into step with the reader's rules."""

from collections.abc import Callable, Iterable, Iterator

from reader.library.analyses import AnalysisCache
from reader.library.library import Library
from reader.library.mentions import Named
from reader.library.search import Search
from reader.model.analysis import Analysis
from reader.model.article import Article
from reader.model.query import Query, Words
from reader.model.rule import ON_STATEMENTS, Rule, RuleKind
from reader.text.corrected import Corrected, Rules, corrected
from reader.text.fold import fold
from reader.text.terms import terms

AT_ONCE = 50
"""Texts that are taken in together."""

_NOT_INDEXED = (RuleKind.WATCH, RuleKind.NOTE)


def named(article: Article, analysis: Analysis, rules: Rules | None) -> Named:
    """Whom a text names, by the reader's rules."""
    done = corrected(analysis, article.text, article.id, rules) if rules else Corrected(analysis)
    return Named(done, done.roles(article.text), article.text)


class Naming:
    """Finds what changed rules concern, and takes it in anew. For one thread.

    Args:
        library: of the articles.
        open_search: finds words in them; asked for only where a rule is about words.
    """

    def __init__(self, library: Library, open_search: Callable[[], Search]) -> None:
        self._library = library
        self._open_search = open_search
        self._search: Search | None = None

    def catch_up(self, cache: AnalysisCache, rules: Rules | None) -> bool:
        """Take in some texts by today's rules, newest articles first; whether there may be more.

        What is still to be done is kept with the index: whoever looks next, in whatever program, goes on with it.

        Raises:
            StorageError: a file cannot be read or written.
        """
        rules = rules or Rules()
        states = {rule.id.hex: _state(rule) for rule in rules.all if rule.kind not in _NOT_INDEXED}
        applied = cache.applied()
        if applied != states:
            changed = {rule for rule in {*applied, *states} if applied.get(rule) != states.get(rule)}
            cache.apply(states, self._library.newest_first(self._looked_up(cache, rules, changed)))
        batch = cache.due(AT_ONCE)
        if batch:
            cache.put_names({text_hash: self._named(cache, rules, text_hash) for text_hash in batch})
        return len(batch) == AT_ONCE

    def close(self) -> None:
        """Let go of the files."""
        if self._search is not None:
            self._search.close()
            self._search = None

    def _looked_up(self, cache: AnalysisCache, rules: Rules, changed: Iterable[str]) -> set[str]:
        """Hashes of the texts that changed rules concern, now or before."""
        ids = set(changed)
        today = [rule for rule in rules.all if rule.id.hex in ids]
        keys = {key for rule in today if rule.entity for key in (rule.entity, rules.final(rule.entity))}
        of_words = (RuleKind.ADD, *ON_STATEMENTS)
        names = {fold(rule.words) for rule in today if not rule.entity and rule.kind not in of_words}
        by_words = {text_hash for rule in today if rule.kind in of_words for text_hash in self._holding(rule)}
        return cache.concerned(ids, keys, names) | by_words

    def _holding(self, rule: Rule) -> Iterator[str]:
        """Hashes of the texts in which words may stand that the reader said are a name, or a statement."""
        if rule.article:
            yield from (version.text_hash for version in self._library.versions(rule.article))
        elif terms(rule.words):
            if self._search is None:
                self._search = self._open_search()
            for rank in self._search.ranks(Query(Words(rule.words)), is_folded=False):
                article = self._library.article_at(rank)
                if article is not None:
                    yield article.text_hash

    def _named(self, cache: AnalysisCache, rules: Rules, text_hash: str) -> Named | None:
        analysis, article = cache.get(text_hash), self._library.article_version(text_hash)
        return named(article, analysis, rules) if analysis and article else None


def _state(rule: Rule) -> str:
    return f"{rule.rev} {rule.modified.isoformat()}"
