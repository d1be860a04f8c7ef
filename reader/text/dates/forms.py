"""Forms that words that say when have, and what each means in an article of a certain date."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from reader.model.dates import Direction, Period
from reader.text.dates.calendar import within_reach

Meaning = Callable[["re.Match[str]", date, Direction], Period | None]
"""The days that words mean in an article of a day that puts them on one side of it."""


class Forms:
    """Forms of words, the more exact before the less.

    Attributes:
        forms: a regular expression of the words, whether capitals matter, and what the words mean.
    """

    def __init__(self, *others: "Forms") -> None:
        """Begin with the forms of others, in their order."""
        self.forms: list[tuple[str, bool, Meaning]] = [form for other in others for form in other.forms]

    def add(self, pattern: str, *, is_exact: bool = True) -> Callable[[Meaning], Meaning]:
        """Let a function tell what words of a form mean.

        Args:
            pattern: of the words.
            is_exact: whether capitals matter, as they do in names of days and months; if not, the function gets the
                words in small letters.
        """

        def added(told: Meaning) -> Meaning:
            self.forms.append((pattern, is_exact, within_reach(told)))
            return told

        return added

    def meaning(self, words: str, base: date, direction: Direction) -> Period | None:
        """What words mean in an article of the day `base`; None: nobody can tell."""
        small = words.lower()
        for pattern, is_exact, told in self._compiled:
            if match := pattern.fullmatch(words if is_exact else small):
                return told(match, base, direction)
        return None

    def alternatives(self) -> Iterator[str]:
        """All forms as regular expressions without named groups, in the same order."""
        for pattern, is_exact, _ in self.forms:
            bare = re.sub(r"\?P<\w+>", "?:", pattern)
            yield bare if is_exact else f"(?i:{bare})"

    @cached_property
    def _compiled(self) -> tuple[tuple["re.Pattern[str]", bool, Meaning], ...]:
        return tuple((re.compile(pattern), is_exact, told) for pattern, is_exact, told in self.forms)
