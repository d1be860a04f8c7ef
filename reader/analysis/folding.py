"""Names made comparable: what differs only in case, accents, dots and apostrophes is the same."""

import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans({"’": "'", ".": None, "-": " ", "–": " "})


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """The comparable form of a name: lower case, no accents, no dots, single blanks."""
    plain = unicodedata.normalize("NFKD", name.translate(_DROPPED))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())
