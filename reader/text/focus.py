"""What an article says about somebody, or something."""

from bisect import bisect_right
from collections.abc import Iterable

from reader.model.analysis import Analysis
from reader.model.span import Span
from reader.text.names import folded_name
from reader.text.standing import antecedent
from reader.text.terms import find_terms, terms


def mentioned(text: str, analysis: Analysis, words: str) -> tuple[Span, ...]:
    """Where an article names whom words name, or has them speak, or holds the words; in text order.

    Args:
        text: the whole text.
        analysis: of the text.
        words: a name or one of the ways in which the article has it, a surname, the key of an entity, or any words.
    """
    named = _named(text, analysis, folded_name(words))
    spans = set(find_terms(text, terms(words)))
    spans |= {mention.span for mention in analysis.mentions if mention.entity in named}
    spans |= {said.speaker[0] for said in analysis.statements if said.speaker and said.entity in named}
    return tuple(sorted(spans, key=lambda span: span.start))


def concerned(text: str, analysis: Analysis, spans: Iterable[Span]) -> tuple[int, ...]:
    """Numbers of the sentences that hold one of the spans, or cannot be understood without one that does."""
    sentences = analysis.sentences
    holding: set[int] = set()
    for span in spans:
        number = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        if number >= 0 and span.start < sentences[number].end:
            holding.add(number)
    return tuple(
        number for number in range(len(sentences)) if number in holding or antecedent(text, analysis, number) in holding
    )


def _named(text: str, analysis: Analysis, name: str) -> set[str]:
    """Ids of the entities that go by a folded name."""
    if not name:
        return set()
    named = {entity.id for entity in analysis.entities if name in (folded_name(entity.name), folded_name(entity.id))}
    for mention in analysis.mentions:
        words = folded_name(mention.span.of(text))
        if words == name or (mention.label == "PERSON" and words.endswith(f" {name}")):
            named.add(mention.entity)
    return named
