"""Names made comparable: what differs only in case, accents, dots, hyphens and apostrophes is the same."""

from functools import lru_cache

from reader.text.fold import fold

_DROPPED = str.maketrans({".": None, "-": " ", "–": " "})


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """The comparable form of a name: folded letters, no dots, single blanks."""
    return " ".join(fold(name.translate(_DROPPED)).split())
