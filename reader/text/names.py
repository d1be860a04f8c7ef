"""Names made comparable, and the keys that are made of them."""

from functools import lru_cache

from reader.text.fold import fold

LOCAL = "local:"
"""How keys of entities begin that mean something in one article only."""

_DROPPED = str.maketrans({".": None, "-": " ", "–": " "})

_KINDS = {"GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
"""First part of the key of what the gazetteer does not know; else the label in lower case."""


@lru_cache(maxsize=4096)
def folded_name(name: str) -> str:
    """The comparable form of a name: folded letters, no dots, hyphens as blanks, single blanks."""
    return " ".join(fold(name.translate(_DROPPED)).split())


def key_of(label: str, name: str) -> str:
    """The key across articles of what only its name tells apart.

    Args:
        label: spaCy's label (OntoNotes), or MEDIA.
        name: in full; folded or not.
    """
    return f"{_KINDS.get(label, label.lower())}:{folded_name(name)}"


def is_local(key: str) -> bool:
    """Whether a key means something in one article only."""
    return key.startswith(LOCAL)
