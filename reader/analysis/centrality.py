"""The summarizer of our own, in the shape of sumy's: sentences that are central, early, brief and do not repeat."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from sumy.models.dom import ObjectDocumentModel, Sentence
from sumy.summarizers._summarizer import AbstractSummarizer

from reader.analysis.boilerplate import is_boilerplate

DAMPING = 0.85
"""Share of the walk that follows likeness."""
ROUNDS = 50
"""Steps of the walk at most; it has settled long before."""

DANGLING = frozenset(
    ("he", "her", "him", "his", "i", "it", "its", "our", "she", "that", "their", "them", "these", "they", "this")
) | {"those", "we"}
"""Words that at the start of a sentence point back at another one."""

REPLY = re.compile(
    r"\b(?:in (?:response|reply|return)|(?:respond|reject|insist|counter)(?:s|ed|ing)?|repl(?:y|ies|ied)"
    r"|den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|(?:maintain|defend)(?:s|ed|ing)|(?:refut|disput)(?:es|ed|ing))\b",
    re.IGNORECASE,
)
"""The other side speaks."""

OPENING = 80
"""Code points of a sentence within which such words tell what the whole sentence is."""

EMPTY = 9
"""Weight that a sentence loses which tells nothing: it is chosen after all others."""

Vector = NDArray[np.float64]


class CentralitySummarizer(AbstractSummarizer):  # type: ignore[misc]
    """PageRank over the cosine of tf-idf vectors, weighed by what makes a sentence fit to stand alone, then MMR.

    The walk is that of continuous LexRank (Erkan and Radev 2004), the choice maximal marginal relevance (Carbonell and
    Goldstein 1998). A sentence's share is divided by its number and by its words: news puts first what matters, and a
    central sentence is worth more when it is brief. The matrix of likeness is never built: it is the product of a
    sparse matrix with its transpose, and so is each step of the walk; time and memory grow with the words of the text.
    """

    stop_words: frozenset[str] = frozenset()
    power = 0.8
    """Evens out the weights."""
    short = 8
    """Words under which a sentence is a fragment."""
    short_weight = 0.5
    dangling_weight = 0.7
    reply_weight = 3.0
    """A dispute is not told by one side; the other's answer shares few words with the rest and is never central."""
    redundancy = 0.72
    """Weight of the likeness to what is chosen already."""
    unheard = 0.3
    """What it is worth that a side speaks of which nothing is chosen yet, once `told` sentences are chosen."""
    told = 3
    """Sentences that tell what happened, before each side gets a word."""
    sides: Sequence[frozenset[str]] = ()
    """Whose own words each sentence tells; empty: nobody knows."""
    among: Sequence[int] | None = None
    """Numbers of the sentences that may be chosen; None: all."""

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[Sentence, ...]:
        """The chosen sentences, in text order."""
        return tuple(document.sentences[n] for n in sorted(self.order(document, sentences_count)))

    def order(self, document: ObjectDocumentModel, count: int) -> list[int]:
        """Numbers of the first `count` sentences in the order in which they are chosen."""
        if not document.sentences:
            return []
        sentences = document.sentences
        vectors = _Vectors([self._terms(sentence) for sentence in sentences])
        may_be = np.zeros(vectors.count, dtype=bool)
        may_be[slice(None) if self.among is None else list(self.among)] = True
        if not may_be.any():
            return []
        weights = self._weights(sentences, vectors.centrality())
        empty = np.array([is_boilerplate(str(sentence)) for sentence in sentences])
        lead = int(np.argmin(empty))
        if may_be[lead] and len(sentences[lead].words) >= self.short:
            weights[lead] = max(weights)  # it tells what happened; the others are chosen around it
        weights = weights / weights[may_be].max() - EMPTY * empty
        sides = self.sides if len(self.sides) == len(sentences) else ()
        return _marginal(vectors, weights, may_be, self.redundancy, count, sides, self.unheard, self.told)

    def _terms(self, sentence: Sentence) -> list[str]:
        words = map(self.normalize_word, sentence.words)
        return [self.stem_word(word) for word in words if word not in self.stop_words]

    def _weights(self, sentences: Sequence[Sentence], centrality: Vector) -> Vector:
        """What a sentence is worth before it is known what else is chosen; never 0."""
        lengths = np.array([len(sentence.words) for sentence in sentences])
        cost = np.arange(1, len(sentences) + 1) * np.maximum(lengths, self.short)
        weights: Vector = (centrality / cost) ** self.power
        weights[lengths < self.short] *= self.short_weight
        weights[[_dangles(sentence) for sentence in sentences]] *= self.dangling_weight
        weights[self._reply(sentences)] *= self.reply_weight
        return weights

    def _reply(self, sentences: Sequence[Sentence]) -> list[bool]:
        """Whether each sentence is an answer: where it is known who speaks, the first words of some side."""
        replies = [REPLY.search(str(sentence), 0, OPENING) is not None for sentence in sentences]
        if len(self.sides) != len(sentences):
            return replies
        before = accumulate(self.sides, frozenset.union, initial=frozenset[str]())
        return [reply and not told <= heard for reply, told, heard in zip(replies, self.sides, before, strict=False)]


def _dangles(sentence: Sentence) -> bool:
    return bool(sentence.words) and sentence.words[0].lower() in DANGLING


class _Vectors:
    """tf-idf vectors of sentences, scaled to length one, as a sparse matrix."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        columns: dict[str, int] = {}
        rows, cols, tfs = [], [], []
        for row, words in enumerate(sentences):
            for word, tf in Counter(words).items():
                rows.append(row)
                cols.append(columns.setdefault(word, len(columns)))
                tfs.append(tf)
        self.count = len(sentences)
        self._rows, self._cols = np.array(rows, dtype=np.intp), np.array(cols, dtype=np.intp)
        self._width = max(len(columns), 1)
        frequency = np.bincount(self._cols, minlength=self._width)
        weights = np.array(tfs, dtype=float) * np.log(1 + self.count / np.maximum(frequency, 1))[self._cols]
        lengths = np.sqrt(_sums(self._rows, weights**2, self.count))
        self._values = weights / lengths[self._rows]

    def likeness(self, row: int) -> Vector:
        """Cosines of all sentences with one."""
        one = np.zeros(self.count)
        one[row] = 1
        return self._times_likeness(one)

    def centrality(self) -> Vector:
        """Share of a random walk over like sentences that each sentence gets; all of them add up to one."""
        own = _sums(self._rows, self._values**2, self.count)
        degrees = self._times_likeness(np.ones(self.count)) - own
        flow = np.divide(1, degrees, out=np.zeros(self.count), where=degrees > 1e-9)
        share = np.full(self.count, 1 / self.count)
        for _ in range(ROUNDS):
            sent = share * flow
            followed = self._times_likeness(sent) - own * sent
            lost = 1 - followed.sum()  # by sentences that are like no other
            after = DAMPING * (followed + lost / self.count) + (1 - DAMPING) / self.count
            if np.abs(after - share).sum() < 1e-6:
                break
            share = after
        return share

    def _times_likeness(self, amounts: Vector) -> Vector:
        """Product of the similarity matrix with a vector."""
        by_word = _sums(self._cols, self._values * amounts[self._rows], self._width)
        return _sums(self._rows, self._values * by_word[self._cols], self.count)


def _sums(places: NDArray[np.intp], values: Vector, count: int) -> Vector:
    """Sum of the values at each place."""
    return np.bincount(places, values, count).astype(np.float64, copy=False)


def _marginal(
    vectors: _Vectors,
    weight: Vector,
    may_be: NDArray[np.bool_],
    redundancy: float,
    count: int,
    sides: Sequence[frozenset[str]] = (),
    unheard: float = 0,
    told: int = 0,
) -> list[int]:
    """Sentences chosen one by one: weight, less the likeness to those chosen before; the earlier of equals.

    Args:
        vectors: of the sentences.
        weight: of each.
        may_be: whether each may be chosen.
        redundancy: how much likeness counts against weight.
        count: so many at most.
        sides: whose words each tells; empty: nobody knows.
        unheard: what it adds that a side is told of which nothing is chosen yet.
        told: sentences that are chosen before this counts.
    """
    chosen: list[int] = []
    nearest = np.zeros(vectors.count)
    left = may_be.copy()
    heard: set[str] = set()
    is_new = np.zeros(vectors.count, dtype=bool)
    for number in range(min(count, may_be.sum())):
        if sides and number >= told:
            is_new = np.array([not one <= heard for one in sides])
        gain = np.where(left, (1 - redundancy) * weight - redundancy * nearest + unheard * is_new, -np.inf)
        best = int(np.argmax(np.round(gain, 9)))
        chosen.append(best)
        left[best] = False
        nearest = np.maximum(nearest, vectors.likeness(best))
        heard |= sides[best] if sides else set()
    return chosen
