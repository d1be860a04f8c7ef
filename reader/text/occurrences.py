"""Where the words stand that the reader said are names."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from reader.model.rule import Rule
from reader.model.span import Span
from reader.text.terms import is_unspaced

_RUN = re.compile(r"\w+")
_PART = re.compile(r"[\w.]")
_BLANKS = r"[^\S\n]*\s[^\S\n]*"
"""Between two words: at most one end of a line."""

_SHORTEST_SHOUT = 5
"""Letters of words in capitals that may be written small, too: shorter ones are acronyms (WHO, AIDS)."""


class Occurrences:
    """Finds words, whole, as they were written or in capitals; words in capitals also as names are written.

    Scripts without blanks between words have no whole words: there they are found everywhere.

    Args:
        rules: what the words name, a weaker rule before a stronger one.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._by_run: defaultdict[str, list[_Words]] = defaultdict(list)
        """By the first run of letters and digits, in each way that it may be written."""
        self._unspaced: list[_Words] = []
        strongest = {rule.words: (number, rule) for number, rule in enumerate(rules) if rule.words.strip()}
        for number, rule in strongest.values():
            words = _Words(rule, number)
            if words.run is None:
                self._unspaced.append(words)
            for run in words.runs():
                self._by_run[run].append(words)

    def find(self, text: str) -> list[tuple[Span, Rule]]:
        """Where the words stand, in text order, not overlapping: longer words win, then stronger rules."""
        if not (self._by_run or self._unspaced):
            return []
        there = _runs(text) if self._by_run else frozenset()
        found = [
            (span, words)
            for run in self._by_run.keys() & there
            for words in self._by_run[run]
            for span in words.beginning(text, run)
        ]
        found += [(span, words) for words in self._unspaced for span in words.anywhere(text)]
        found.sort(key=lambda each: (-len(each[0]), -each[1].number, each[0].start))
        return _apart(found)


class _Words:
    """The words of one rule."""

    def __init__(self, rule: Rule, number: int) -> None:
        self.rule = rule
        self.number = number
        words = " ".join(rule.words.split())
        found = None if any(map(is_unspaced, words)) else _RUN.search(words)
        self.run = found and found[0]
        self._before = found.start() if found else 0
        self._is_shouted = words.isupper() and len(words) >= _SHORTEST_SHOUT

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = " ".join(self.rule.words.split())
        writings = (_BLANKS.join(map(re.escape, each.split(" "))) for each in dict.fromkeys((words, words.upper())))
        return re.compile("|".join(writings), re.IGNORECASE if self._is_shouted else re.NOFLAG)

    def runs(self) -> set[str]:
        """How the first run may be written."""
        if self.run is None:
            return set()
        return {self.run, self.run.upper(), *((self.run.capitalize(),) if self._is_shouted else ())}

    def beginning(self, text: str, run: str) -> Iterator[Span]:
        """Where they stand as whole words, their first run written so."""
        at = text.find(run)
        while at >= 0:
            start = at - self._before
            match = self._pattern.match(text, start) if start >= 0 else None
            if match and not _goes_on(text, match.start(), -1) and not _goes_on(text, match.end() - 1, 1):
                yield Span(*match.span())
            at = text.find(run, at + len(run))

    def anywhere(self, text: str) -> Iterator[Span]:
        """Where they stand."""
        return (Span(*match.span()) for match in self._pattern.finditer(text))


@lru_cache(maxsize=4)  # the open article is corrected again and again
def _runs(text: str) -> frozenset[str]:
    """The different runs of letters and digits in a text."""
    return frozenset(_RUN.findall(" ".join(set(text.split()))))


def _goes_on(text: str, at: int, step: int) -> bool:
    """Whether a word goes on beyond its letter, or the dot of an acronym, at `at`."""
    beyond = at + step
    return 0 <= beyond < len(text) and bool(_PART.match(text, at)) and bool(_RUN.match(text, beyond))


def _apart(found: Sequence[tuple[Span, _Words]]) -> list[tuple[Span, Rule]]:
    """Those that do not overlap an earlier one, in text order."""
    taken: list[tuple[int, int, Rule]] = []
    for span, words in found:
        at = bisect(taken, span.start, key=lambda each: each[0])
        ends_before = at == 0 or taken[at - 1][1] <= span.start
        if ends_before and (at == len(taken) or span.end <= taken[at][0]):
            taken.insert(at, (span.start, span.end, words.rule))
    return [(Span(start, end), rule) for start, end, rule in taken]
