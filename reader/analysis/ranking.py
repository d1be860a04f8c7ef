"""The order in which a summary method would choose an article's sentences. Imports sumy, which takes its time."""

import re
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from math import inf, isnan
from typing import Any

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.utils import get_stop_words

from reader.analysis.boilerplate import is_boilerplate
from reader.errors import AnalysisError
from reader.model.analysis import DEFAULT_METHOD, METHODS

LENGTH = 40
"""Sentences of the longest summary: an order ends here."""

CAPS = {"lexrank": 500, "textrank": 500, "lsa": 500, "luhn": 500, "kl": 100, "sumbasic": 500, "reduction": 500}
"""Sentences that a stock method ranks at most, the first of a text; its time grows with their square or cube."""

_STOCK = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}
"""Module and class of sumy's own summarizers."""

_WORD = re.compile(r"(?<![\w.]['’])[^\W_]+(?:['’.](?!s\b)[^\W_]+)*")
"""A word without hyphens and possessives: `Israel-Hamas` and `Israel's` speak of Israel."""


class IndexedSentence(Sentence):  # type: ignore[misc]
    """A sentence that is equal only to itself: sumy's own takes two sentences in the same words for one."""

    __slots__ = ("index",)

    def __init__(self, text: str, index: int) -> None:
        super().__init__(text, _Words())
        self.index = index

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IndexedSentence) and other.index == self.index

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return self.index


class _Words:
    """Stands in for sumy's tokenizer, which needs data from elsewhere: only this is asked of it."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(text))


def order(
    sentences: Sequence[str],
    method: str,
    sides: Sequence[frozenset[str]] = (),
    among: Sequence[int] | None = None,
) -> tuple[int, ...]:
    """Numbers of sentences in the order in which a method would choose them, at most `LENGTH`.

    Stock methods look at no more than the first sentences of a text that `CAPS` names. What tells nothing comes last.

    Args:
        sentences: of the text.
        method: one of `METHODS`.
        sides: whose own words each tells; empty: nobody knows.
        among: numbers of those that may be chosen, if they tell anything; None: all.

    Raises:
        AnalysisError: the method does not exist.
    """
    if method not in METHODS:
        raise AnalysisError(f"There is no summary method {method!r}; there are: {', '.join(METHODS)}.")
    if among is not None:
        among = [number for number in among if not is_boilerplate(sentences[number])]
    if method == DEFAULT_METHOD:
        summarizer = _summarizer(method)
        summarizer.sides, summarizer.among = sides, among
        return tuple(summarizer.order(_document(sentences), LENGTH))
    by_ratings = _stock_order(_summarizer(method), _document(sentences[: CAPS[method]]), among)
    return tuple(sorted(by_ratings, key=lambda number: is_boilerplate(sentences[number])))


def _document(sentences: Sequence[str]) -> ObjectDocumentModel:
    return ObjectDocumentModel([Paragraph([IndexedSentence(text, n) for n, text in enumerate(sentences)])])


def _summarizer(method: str) -> Any:
    """A summarizer of sumy's, or ours; only what is asked for is imported."""
    if method == DEFAULT_METHOD:
        module, name = import_module("reader.analysis.centrality"), "CentralitySummarizer"
    else:
        file, name = _STOCK[method]
        module = import_module(f"sumy.summarizers.{file}")
    summarizer = getattr(module, name)(stem)
    summarizer.stop_words = get_stop_words("english")
    return summarizer


def _stock_order(summarizer: Any, document: ObjectDocumentModel, among: Sequence[int] | None) -> tuple[int, ...]:
    """Order by a stock method's own ratings; where they are equal or no numbers, the order of the text."""
    ratings = [-inf] * len(document.sentences)

    def note(infos: Sequence[Any]) -> Sequence[Any]:
        """Stands in for the number of sentences, which sumy lets choose from all that it has rated."""
        for info in infos:
            # LSA's equal ratings differ in the last digits from run to run.
            ratings[info.order] = -inf if isnan(info.rating) else round(float(info.rating), 9)
        return infos

    with np.errstate(all="ignore"), warnings.catch_warnings(), suppress(np.linalg.LinAlgError):
        warnings.simplefilter("ignore")  # they tell of short texts, which is no news
        summarizer(document, note)
    numbers = range(len(ratings)) if among is None else [number for number in among if number < len(ratings)]
    return tuple(sorted(numbers, key=lambda n: -ratings[n])[:LENGTH])


@cache
def stem(word: str) -> str:
    """Stem of an English word; a text repeats its words, and stemming is slow."""
    return str(_stemmer()(word))


@cache
def _stemmer() -> Callable[[str], str]:
    stemmer: Callable[[str], str] = Stemmer("english")
    return stemmer
