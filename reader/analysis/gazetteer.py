"""What is known of names before reading: states and their peoples, organisations, media, regions, cities."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

TABLE = Path(__file__).parent / "data" / "gazetteer.tsv"

SHORTEST_IN_CAPITALS = 4
"""Letters of the shortest place or people that is also known in capitals, as headlines and datelines write it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that has a key."""

    key: str
    name: str
    label: str
    """spaCy's label (OntoNotes), or MEDIA."""
    country: str | None = None
    government: "Entry | None" = None
    """The state whose government the name stands for where the text speaks of what governments do: `Ankara said`."""


class Known(NamedTuple):
    """One way to name an entry."""

    name: str
    """With straight apostrophes."""
    entry: Entry
    label: str
    """Of a mention in these words: NORP for a people, else the entry's own."""
    is_weak: bool = False
    """Whether the words mean other things, too, so that the model must have seen a name there."""


class Gazetteer:
    """Known names, found by their first word.

    Args:
        known: all names; of two entries with the same name the first has it.
    """

    def __init__(self, known: Iterable[Known]) -> None:
        by_name: dict[str, Known] = {}
        for one in known:
            by_name.setdefault(one.name, one)
        self._by_word: dict[str, list[Known]] = {}
        for one in sorted(by_name.values(), key=lambda one: -len(one.name)):
            self._by_word.setdefault(first_word(one.name), []).append(one)

    @classmethod
    def load(cls) -> Self:
        """The gazetteer that comes with the program."""
        lines = TABLE.read_text(encoding="utf-8").splitlines()
        states: dict[str, Entry] = {}
        return cls(known for line in lines if not line.startswith("#") for known in _read(line, states))

    def at(self, text: str, start: int, word: str) -> Known | None:
        """The longest known name that starts with `word` at an offset.

        Args:
            text: with straight apostrophes.
            start: offset of `word`, in code points.
            word: the whole word there.
        """
        for known in self._by_word.get(word, ()):
            if text.startswith(known.name, start) and _ends_word(text, start + len(known.name)):
                return known
        return None


def straight(text: str) -> str:
    """The text with straight apostrophes, one character for one."""
    return text.replace("’", "'")


def first_word(name: str) -> str:
    """The letters and digits that a name begins with."""
    end = next((i for i, c in enumerate(name) if not (c.isalnum() or c == "_")), len(name))
    return name[:end]


def _ends_word(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return not (after.isalnum() or after == "$")  # US$ is money


def _read(line: str, states: dict[str, Entry]) -> Iterator[Known]:
    """All names of a line; states come before what stands for them, and are kept by their code."""
    key, name, label, country, names, peoples, government = line.split("\t")
    entry = Entry(key, name, label, country or None, states.get(government))
    if country:
        states[country] = entry
    yield from _forms(names, entry, label)
    yield from _forms(peoples, entry, "NORP")


def _forms(names: str, entry: Entry, label: str) -> Iterator[Known]:
    for form in filter(None, names.split("|")):
        name = straight(form.removesuffix("?"))
        known = Known(name, entry, label, form.endswith("?"))
        yield known
        if label in ("GPE", "LOC", "NORP") and len(name) >= SHORTEST_IN_CAPITALS and name.upper() != name:
            yield known._replace(name=name.upper())
