"""Articles that print the same story."""

from reader.model.value import Value

_WHOLE = 0.95
"""From this share on a text counts as whole: the rest is a headline, a place name, a slip of the pen."""


class Copy(Value, frozen=True):
    """An article of a story, compared with the one that was first."""

    rank: int
    is_first: bool
    of_first: float
    """Share of the first article's words that stand in this one, 0 to 1."""
    of_copy: float
    """Share of this one's words that stand in the first."""

    @property
    def differs(self) -> float:
        """Share of the words that only one of the two has, of the one where it is larger."""
        return 1 - min(self.of_first, self.of_copy)

    @property
    def difference(self) -> str:
        """How it differs from the first, in a few words; empty for the first itself."""
        if self.is_first:
            return ""
        cut = f"cut to {_percent(self.of_first)}" if self.of_first < min(_WHOLE, self.of_copy) else ""
        if cut and self.of_copy >= _WHOLE:
            return cut
        if self.of_first >= _WHOLE:
            return f"{_percent(1 - self.of_copy)} added" if self.of_copy < _WHOLE else _slight(self.differs)
        differs = f"{_percent(1 - self.of_copy)} differs"
        return f"{cut}, {differs}" if cut and self.of_copy - self.of_first > 1 - _WHOLE else differs


def _slight(differs: float) -> str:
    return f"{_percent(differs)} differs" if round(100 * differs) else "same text"


def _percent(share: float) -> str:
    return f"{share:.0%}"
