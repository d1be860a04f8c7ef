"""Words that tell that somebody says something: verbs and nouns, with what is done by saying it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

TABLE = Path(__file__).parent / "data" / "cues.tsv"

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "o")


class Cue(NamedTuple):
    """A verb or noun of saying."""

    lemma: str
    act: str
    """One of `reader.model.statement.ACTS`."""
    frames: frozenset[str]
    """How what is said may follow: `clause` (that something is so), `quote` (word for word), `to` (to do something),
    `hearer` (somebody that, or to do), `object` (something), `as` (something as something), or a preposition."""


class Cues:
    """Verbs and nouns of saying, by their forms.

    Args:
        verbs: each form with its cue.
        nouns: likewise.
    """

    def __init__(self, verbs: Iterable[tuple[str, Cue]], nouns: Iterable[tuple[str, Cue]]) -> None:
        self._verbs = dict(verbs)
        self._nouns = dict(nouns)

    @classmethod
    def load(cls) -> Self:
        """Those that come with the program."""
        verbs, nouns = [], []
        for line in TABLE.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            lemma, kind, act, frames, irregular = line.split("\t")
            cue = Cue(lemma, act, frozenset(frames.split()))
            if kind == "verb":
                verbs += [(form, cue) for form in verb_forms(lemma, irregular.split())]
            else:
                nouns += [(form, cue) for form in noun_forms(lemma)]
        return cls(verbs, nouns)

    def verb(self, word: str) -> Cue | None:
        """The verb that a word in small letters is a form of; with its preposition where that matters."""
        return self._verbs.get(word)

    def noun(self, word: str) -> Cue | None:
        """The noun that a word in small letters is a form of."""
        return self._nouns.get(word)


def verb_forms(lemma: str, irregular: Iterable[str] = ()) -> Iterator[str]:
    """The forms of an English verb: those that follow the rule, and the others; each with its preposition."""
    lemma, space, preposition = lemma.partition(" ")
    for form in _verb_forms(lemma, irregular):
        yield f"{form}{space}{preposition}"


def _verb_forms(lemma: str, irregular: Iterable[str]) -> Iterator[str]:
    yield lemma
    yield from irregular
    if lemma.endswith("e"):
        yield from (f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing")
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing")
    else:
        yield from (f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s", f"{lemma}ed", f"{lemma}ing")


def noun_forms(lemma: str) -> Iterator[str]:
    """Singular and plural of an English noun."""
    yield lemma
    yield f"{lemma[:-1]}ies" if lemma.endswith("y") and lemma[-2] not in _VOWELS else f"{lemma}s"
