"""Sentences that cannot stand alone, and the one that they lean on."""

import re
from bisect import bisect_right

from reader.model.analysis import Analysis
from reader.model.span import Span
from reader.model.statement import SpeakerKind

_OPENING = re.compile(r"[\"“‘'(\[]*(?P<first>[\w’']+)(?:\s+(?P<second>[\w’']+))?")

_POINTING = frozenset(
    (
        "he",
        "she",
        "they",
        "it",
        "his",
        "her",
        "their",
        "its",
        "him",
        "them",
        "these",
        "those",
        "this",
        "both",
        "neither",
    )
)
"""Words that at the start of a sentence point back at another one."""

_LINKING = frozenset(("however", "but", "so", "thus", "therefore", "moreover", "furthermore", "meanwhile", "still"))
"""Words that tie a sentence to the one before it, which can be told without it all the same."""

_POINTING_AFTER = frozenset(("he", "she", "they", "it", "his", "her", "their", "its", "this", "these", "those"))
"""Behind a linking word: `However, they ...`."""

_EMPTY_IT = re.compile(
    r"\b[Ii]t\s+(?:is|was|has been|will be|would be|remains|seems|appears)\s+\w+\s+(?:that|to|whether|how)\b"
)
"""`It is unclear whether`: nothing is pointed to."""

_PLAIN_THIS = re.compile(
    r"(?:this|these|those)\s+(?:week|month|year|morning|afternoon|evening|weekend|time|who|are the)\b", re.IGNORECASE
)


def antecedent(text: str, analysis: Analysis, number: int) -> int | None:
    """Number of the sentence without which another one cannot be understood; None: it stands alone.

    Args:
        text: the whole text.
        analysis: of the text.
        number: of the sentence, from 0.
    """
    if not number or not leans(text, analysis.sentences[number]):
        return None
    named = _named_elsewhere(analysis, number)
    if named is not None:
        holder = bisect_right(analysis.sentences, named.start, key=lambda span: span.start) - 1
        return holder if 0 <= holder < number else None
    return number - 1


def leans(text: str, sentence: Span) -> bool:
    """Whether a sentence begins with a word that points back at another one: `They`, `However, this`."""
    said = sentence.of(text)
    match = _OPENING.match(said)
    if match is None:
        return False
    first, second = match["first"].lower(), (match["second"] or "").lower()
    if first in _LINKING:
        rest = said[match.end("first") :].lstrip(" ,")
        first, second = (re.match(r"[\w’']*", rest) or [""])[0].lower(), ""
        return first in _POINTING_AFTER and not _EMPTY_IT.match(rest)
    if first == "it" and _EMPTY_IT.match(said):
        return False
    return first in _POINTING and not _PLAIN_THIS.match(said) and second != "who"


def _named_elsewhere(analysis: Analysis, number: int) -> Span | None:
    """Where somebody is named to whom the first word of a sentence points, as the statements tell."""
    sentence = analysis.sentences[number]
    for statement in analysis.statements:
        if statement.speaker and statement.speaker[0].start == sentence.start and statement.antecedent is not None:
            return statement.antecedent if statement.kind is not SpeakerKind.OPEN else None
    return None
