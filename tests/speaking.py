"""Articles with statements made by hand: no program has to find them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reader.analysis.version import analyst_version
from reader.ingest.source import article_from_text
from reader.model.analysis import DEFAULT_METHOD, Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.dates import DateWords, Direction
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.model.value import replace
from reader.text.paragraphs import paragraphs
from reader.text.sentences import sentences

TEXT = """Foreign Minister Ana Petrova accused the rebels on Tuesday of a "cold war". "We will not pay," she said. \
She did not say whether talks would go on.

The Courier reported that Ms Petrova told allies that aid may stop. Officials hoped for calm. They may announce a plan.

The report warned of hunger. "Nobody knows what comes next," it was heard. "This is the end of it." Envoys \
said nothing more."""

ENTITIES = (
    Entity("person:ana petrova", "Ana Petrova", "PERSON"),
    Entity("media:courier", "The Courier", "MEDIA"),
)

_ENTITY, _GROUP, _DOCUMENT = SpeakerKind.ENTITY, SpeakerKind.GROUP, SpeakerKind.DOCUMENT


def spans(text: str, words: str | Sequence[str]) -> tuple[Span, ...]:
    """Where some words stand, each the first time; those that the text does not have are left out."""
    each = [words] if isinstance(words, str) else words
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in each if one and one in text)


def statement(
    speaker: str | Sequence[str], cue: str, content: str | Sequence[str], *, text: str = TEXT, **known: Any
) -> Statement:
    """A statement by the words of its parts."""
    return Statement(spans(text, content), spans(text, speaker), spans(text, cue), **known)


PETROVA = {"kind": _ENTITY, "entity": "person:ana petrova", "authority": Authority.RECORD}

STATEMENTS = (
    statement(
        "Foreign Minister Ana Petrova",
        "accused",
        ["the rebels", 'of a "cold war"'],
        act="accuse",
        lemma="accuse",
        **PETROVA,
    ),
    statement("she", "said", '"We will not pay,"', is_direct=True, lemma="say", **PETROVA),
    statement("She", "did not say", "whether talks would go on", is_negated=True, lemma="say", **PETROVA),
    statement(
        "The Courier",
        "reported",
        "that Ms Petrova told allies that aid may stop",
        kind=_ENTITY,
        entity="media:courier",
        authority=Authority.MEDIA,
        lemma="report",
    ),
    statement("Ms Petrova", "told", "that aid may stop", lemma="tell", within=3, **PETROVA),
    statement("Officials", "hoped", "for calm", kind=_GROUP, authority=Authority.UNNAMED, act="believe", lemma="hope"),
    statement("They", "may announce", "a plan", kind=SpeakerKind.OPEN, is_modal=True, lemma="announce"),
    statement(
        "The report", "warned", "of hunger", kind=_DOCUMENT, authority=Authority.RECORD, act="threaten", lemma="warn"
    ),
    statement("", "", '"Nobody knows what comes next,"', is_direct=True),
    statement("", "", '"This is the end of it."', is_direct=True),
)
"""Of `TEXT`: eight with a speaker, one of them told by another, and two quotations without."""

ROLE = "Foreign Minister"


def article_of(text: str = TEXT) -> Article:
    """An article of 8 November 2023."""
    return replace(article_from_text(text), title="Aid in doubt", source="Gazette", published=date(2023, 11, 8))


def analysis_of(article: Article, statements: Sequence[Statement] = STATEMENTS) -> Analysis:
    """What an analyst would have found in `TEXT`."""
    text = article.text
    entities = (replace(ENTITIES[0], roles=spans(text, ROLE)), ENTITIES[1])
    mentions = [Mention(span, one.label, one.id) for one in entities for span in spans(text, one.name)]
    words = tuple(DateWords(span, Direction.PAST) for span in spans(text, "Tuesday"))
    return Analysis(
        article.text_hash,
        analyst_version(),
        sentences=tuple(span for block in paragraphs(text, article.body) for span in sentences(text, block)),
        entities=entities,
        mentions=tuple(mentions),
        statements=tuple(statements),
        dates=words,
        orders={DEFAULT_METHOD: (0,)},
        complete=True,
    )
