"""Whatever a text says: no speaker is told that is not there."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.speakers.telling import told
from reader.analysis.statements.sayings import Saying
from reader.model.analysis import Entity, Mention, Names
from reader.model.span import Span
from reader.model.statement import SpeakerKind

WORDS_OF_TEXTS = """
He She They It who I the The a minister president delegation officials report said of and , . “ ” ’s Venn Reth Council
Rovian talks spokesman that
"""
WORDS = WORDS_OF_TEXTS.split()
ENTITIES = {
    "Venn": Entity("person:venn", "Mara Venn", "PERSON"),
    "Reth": Entity("person:reth", "Tomas Reth", "PERSON"),
    "Council": Entity("org:council", "Border Council", "ORG"),
    "Rovian": Entity("iso:RV", "Rovia", "GPE", "RV"),
}


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40), st.data())
def test_speakers_are_named_in_the_text(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    starts = [0, *accumulate(len(word) + 1 for word in words)][:-1]
    mentions = tuple(
        Mention(Span(start, start + len(word)), "NORP" if word == "Rovian" else ENTITIES[word].label, ENTITIES[word].id)
        for start, word in zip(starts, words, strict=True)
        if word in ENTITIES
    )
    names = Names(tuple(ENTITIES[word] for word in dict.fromkeys(words) if word in ENTITIES), mentions)
    ends = [start + 1 for start, word in zip(starts, words, strict=True) if word == "."] or [len(text)]
    sentences = [Span(start, end) for start, end in zip([0, *ends], ends, strict=False) if start < end]
    number = st.integers(0, len(words) - 1)
    sayings: list[Saying] = []
    for first, length, said in sorted(data.draw(st.lists(st.tuples(number, st.integers(0, 4), number), max_size=6))):
        last = min(first + length, len(words) - 1)
        speaker = Span(starts[first], starts[last] + len(words[last]))
        content = Span(starts[said], starts[said] + len(words[said]))
        within = data.draw(st.sampled_from([None, *range(len(sayings))]))
        sayings.append(Saying((content,), (speaker,), (), said % 2 == 0, "say", "say", False, False, within))
    statements = told(text, sayings, names, sentences)
    ids = {entity.id for entity in names.entities}
    for place, statement in enumerate(statements):
        assert (statement.entity is not None) == (statement.kind is SpeakerKind.ENTITY)
        assert statement.entity is None or statement.entity in ids
        assert statement.antecedent is None or statement.antecedent.end <= len(text)
        assert statement.within is None or statement.within < place
