"""A few numbers by which a text is found that shares much with another."""

from zlib import crc32

from reader.model.value import Value
from reader.text.terms import terms

_SHINGLE = 5
"""Words in a row that make one hash."""
_DENSITY = 20
"""Of so many hashes, one is kept."""
_LARGEST = 2**32 // _DENSITY
_LEAST = 8
"""So many are kept of a short text, if it has them."""


class Sketch(Value, frozen=True):
    """The smallest hashes of a text's shingles.

    All that are small enough, so that pieces of long texts are found, and never less than a few, for short ones; after
    Broder, "On the resemblance and containment of documents" (1997), chapter 4.
    """

    prints: tuple[int, ...]
    """Hashes, from 0 to 2**32, ascending."""
    bound: int
    """Up to here no hash of the text is missing."""


def sketch(text: str) -> Sketch:
    """The sketch of a text, the same on every machine."""
    words = " ".join(terms(text)).encode().split()
    hashes = list(map(crc32, map(b" ".join, zip(*(words[start:] for start in range(_SHINGLE)), strict=False))))
    small = set(filter(_LARGEST.__gt__, hashes))
    if len(small) >= _LEAST:
        return Sketch(tuple(sorted(small)), _LARGEST)
    prints = tuple(sorted(set(hashes))[:_LEAST])
    return Sketch(prints, max((_LARGEST, *prints[-1:])))
