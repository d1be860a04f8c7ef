"""The summarizer of our own, in the shape of sumy's: sentences that are central, early and do not repeat each other."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sumy.models.dom import ObjectDocumentModel, Sentence
from sumy.summarizers._summarizer import AbstractSummarizer

DAMPING = 0.85
"""Share of the walk that follows similarity."""
ROUNDS = 50
"""Steps of the walk at most; it has settled long before."""

Vector = NDArray[np.float64]


class CentralitySummarizer(AbstractSummarizer):  # type: ignore[misc]
    """PageRank over the cosine of tf-idf vectors, weighed by position, length and opening, then maximal marginal relevance.

    PageRank over sentences follows LexRank (Erkan and Radev 2004, continuous form), the choice Carbonell and Goldstein (1998).
    The similarity matrix is never built: it is the product of a sparse matrix with its transpose, and so is each step
    of the walk; time and memory grow with the words, not with the square of the sentences.
    """

    stop_words: frozenset[str] = frozenset()
    position_power = 0.5
    """A sentence's rank is divided by this power of its number, counted from 1."""
    short = 8
    """Words under which a sentence is held to be a fragment."""
    short_weight = 0.3
    redundancy = 0.5
    """Weight of the likeness to what is chosen already."""

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[Sentence, ...]:
        """The chosen sentences, in text order."""
        return tuple(document.sentences[n] for n in sorted(self.order(document, sentences_count)))

    def order(self, document: ObjectDocumentModel, count: int) -> list[int]:
        """Numbers of the first `count` sentences in the order in which they are chosen."""
        words = [list(sentence.words) for sentence in document.sentences]
        if not words:
            return []
        vectors = _Vectors([[self.stem_word(w) for w in ws if self.normalize_word(w) not in self.stop_words] for ws in words])
        weight = vectors.centrality() * self._weights(words)
        return _marginal(vectors, weight / weight.max(), self.redundancy, count)

    def _weights(self, words: Sequence[Sequence[str]]) -> Vector:
        """What position and length make of a sentence's rank."""
        lengths = np.array([len(ws) for ws in words])
        position = np.arange(1, len(words) + 1) ** -self.position_power
        weights: Vector = position * np.where(lengths < self.short, self.short_weight, 1.0)
        return weights


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
        lengths = np.sqrt(np.bincount(self._rows, weights**2, self.count))
        self._values = weights / lengths[self._rows]

    def likeness(self, row: int) -> Vector:
        """Cosines of all sentences with one."""
        mine = self._rows == row
        profile = np.zeros(self._width)
        profile[self._cols[mine]] = self._values[mine]
        return np.bincount(self._rows, self._values * profile[self._cols], self.count)

    def centrality(self) -> Vector:
        """Share of a random walk over like sentences that each sentence gets; all of them add up to one."""
        own = np.bincount(self._rows, self._values**2, self.count)
        degrees = self._spread(np.ones(self.count)) - own
        flow = np.divide(1, degrees, out=np.zeros(self.count), where=degrees > 1e-9)
        share = np.full(self.count, 1 / self.count)
        for _ in range(ROUNDS):
            sent = share * flow
            followed = self._spread(sent) - own * sent
            lost = 1 - followed.sum()  # by sentences that are like no other
            after = DAMPING * (followed + lost / self.count) + (1 - DAMPING) / self.count
            if np.abs(after - share).sum() < 1e-6:
                break
            share = after
        return share

    def _spread(self, amounts: Vector) -> Vector:
        """Product of the similarity matrix with a vector."""
        by_word = np.bincount(self._cols, self._values * amounts[self._rows], self._width)
        return np.bincount(self._rows, self._values * by_word[self._cols], self.count)


def _marginal(vectors: _Vectors, weight: Vector, redundancy: float, count: int) -> list[int]:
    """Sentences chosen one by one: weight, less the likeness to those chosen before; the earlier of equals."""
    chosen: list[int] = []
    nearest = np.zeros(vectors.count)
    left = np.ones(vectors.count, dtype=bool)
    for _ in range(min(count, vectors.count)):
        gain = np.where(left, (1 - redundancy) * weight - redundancy * nearest, -np.inf)
        best = int(np.argmax(np.round(gain, 9)))
        chosen.append(best)
        left[best] = False
        nearest = np.maximum(nearest, vectors.likeness(best))
    return chosen
