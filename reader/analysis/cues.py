"""Words that tell that somebody says something: verbs, nouns, adjectives and phrases, with what is done by it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

TABLE = Path(__file__).parent / "data" / "cues.tsv"

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "go", "do", "to", "ho")


class Cue(NamedTuple):
    """A word or phrase of saying."""

    lemma: str
    act: str
    """One of `reader.model.statement.ACTS`."""
    frames: frozenset[str]
    """How what is said may follow: `clause` (that something is so), `quote` (word for word), `to` (to do something),
    `hearer` (somebody that, or to do), `object` (something), `as` (something as something), or a preposition."""


class Cues:
    """Words of saying, by their forms.

    Args:
        table: by kind of word (`verb`, `noun`, `adjective`, `phrase`) each form with its cue.
    """

    def __init__(self, table: Mapping[str, Mapping[str, Cue]]) -> None:
        self._verbs = table.get("verb", {})
        self._nouns = table.get("noun", {})
        self._adjectives = table.get("adjective", {})
        self._phrases = table.get("phrase", {})

    @classmethod
    def load(cls) -> Self:
        """Those that come with the program."""
        table: dict[str, dict[str, Cue]] = {}
        for line in TABLE.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                lemma, kind, act, _, frames, irregular = line.split("\t")
                cue = Cue(lemma, act, frozenset(frames.split()))
                table.setdefault(kind, {}).update((form, cue) for form in forms(lemma, kind, irregular.split()))
        return cls(table)

    def verb(self, word: str) -> Cue | None:
        """The verb that a word in small letters is a form of; with its preposition where that matters."""
        return self._verbs.get(word)

    def noun(self, word: str) -> Cue | None:
        """The noun that a word in small letters is a form of."""
        return self._nouns.get(word)

    def adjective(self, word: str) -> Cue | None:
        """The adjective that a word in small letters is: `confident that ...`."""
        return self._adjectives.get(word)

    def phrase(self, words: str) -> Cue | None:
        """The phrase that words in small letters are: `in the view of`."""
        return self._phrases.get(words)


def forms(lemma: str, kind: str, irregular: Sequence[str] = ()) -> Iterator[str]:
    """The forms of an English word of saying, those of a verb each with its preposition.

    Args:
        lemma: as a dictionary has it.
        kind: `verb`, `noun`, `adjective` or `phrase`.
        irregular: forms that do not follow the rule, and so take the place of those that do.
    """
    if kind == "verb":
        verb, blank, preposition = lemma.partition(" ")
        for form in _verb_forms(verb, irregular):
            yield f"{form}{blank}{preposition}"
        return
    yield lemma
    if kind == "noun":
        yield f"{lemma[:-1]}ies" if _has_soft_end(lemma) else f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s"


def _verb_forms(lemma: str, irregular: Sequence[str]) -> Iterator[str]:
    yield lemma
    yield f"{lemma[:-1]}ies" if _has_soft_end(lemma) else f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s"
    yield from irregular
    if not any(not form.endswith("ing") for form in irregular):
        yield f"{lemma[:-1]}ied" if _has_soft_end(lemma) else f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"
    if not any(form.endswith("ing") for form in irregular):
        is_silent = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
        yield f"{lemma[:-1]}ing" if is_silent else f"{lemma}ing"


def _has_soft_end(lemma: str) -> bool:
    """Whether the last letter is a y that changes: `deny`, not `convey`."""
    return lemma.endswith("y") and lemma[-2] not in _VOWELS
