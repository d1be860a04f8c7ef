"""Statements: what is said, and who it is that says it as far as the text tells."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.roles import OFFICES
from reader.analysis.speakers.descriptions import Descriptions
from reader.analysis.speakers.nouns import THINGS, is_body, is_document, is_media, singular
from reader.analysis.speakers.phrase import Phrase, phrase
from reader.analysis.speakers.pronouns import POINTING, Pronouns
from reader.analysis.speakers.reach import Reach, Speaker, Spoken
from reader.analysis.statements.sayings import Saying
from reader.model.analysis import Mention, Names
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.model.value import replace

_ANONYMOUS = re.compile(
    r"anonym|(?:not|declined|refused|without|rather than) (?:to )?(?:be(?:ing)? )?(?:named|identified|quoted by name)"
)
_KNOWN = frozenset(("the", "his", "her", "its", "their"))
"""Words before people who are told by something else."""

_OF_PEOPLE = frozenset(("support", "intend", "believe"))
"""Acts that only people do by what they say, not their documents."""

_NO_SPEAKERS = frozenset(("PRODUCT", "WORK_OF_ART", "FAC", "EVENT", "LANGUAGE"))
"""Labels that a name has by mistake where somebody speaks."""

_OFTEN_UNNAMED = frozenset(("diplomats", "advisers", "advisors", "negotiators", "lawmakers", "leaders", "legislators"))

_QUOTATION_MARKS = "\"“«„'‘`"
_APOSTROPHE = re.compile("['’]")

_PAPER = re.compile(
    r"\b(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Daily|Chronicle|Telegraph|Observer|Radio|TV)\b"
)
"""Words in the names of media that no gazetteer knows."""


def told(text: str, sayings: Sequence[Saying], names: Names, sentences: Sequence[Span]) -> tuple[Statement, ...]:
    """The statements of a text, in the order of the sayings.

    What somebody says in words that are not quoted is left out where the speaker is nothing that speaks: `the talks
    underline ...`.

    Args:
        text: the whole text.
        sayings: as `Sayings.found` gives them.
        names: what the text names.
        sentences: of the body, in text order.
    """
    speakers = _Speakers(text, sayings, names, sentences)
    statements: list[Statement | None] = []
    for saying in sayings:
        statements.append(speakers.statement(saying, statements))
    return tuple(_renumbered(statements))


class _Speakers:
    """Who speaks in one text; to be asked in text order."""

    def __init__(self, text: str, sayings: Sequence[Saying], names: Names, sentences: Sequence[Span]) -> None:
        self._text = text
        self._names = {entity.id: entity for entity in names.entities}
        self._governments = {
            mention.span.of(text): mention.entity
            for mention in names.mentions
            if mention.is_government and mention.label != "NORP"
        }
        self._by_last_word = _by_last_word(names)
        told = _joined(span for saying in sayings for span in saying.content)
        quoted = _joined(
            span
            for saying in sayings
            if saying.is_direct
            for span in saying.content
            if text[span.start] in _QUOTATION_MARKS
        )
        self._reach = Reach(text, names, sentences, told, quoted)
        self._descriptions = Descriptions(self._reach, names)
        self._pronouns = Pronouns(self._reach, self._descriptions)
        self._known: dict[Span, tuple[Speaker | None, str]] = {}
        """By the words of a speaker who that is, and what the words are about."""

    def statement(self, saying: Saying, before: Sequence[Statement | None]) -> Statement | None:
        """A saying with its speaker; None: nothing speaks there.

        Args:
            saying: who says what.
            before: what became of the sayings before it.
        """
        statement = Statement(
            content=saying.content,
            speaker=saying.speaker,
            cue=saying.cue,
            is_direct=saying.is_direct,
            act=saying.act,
            lemma=saying.lemma,
            is_negated=saying.is_negated,
            is_modal=saying.is_modal,
            within=saying.within,
        )
        if not saying.speaker:
            return statement
        span = saying.speaker[0]
        if span not in self._known:
            around = None if saying.within is None else before[saying.within]
            words = phrase(self._text, span, self._reach.overlapping(span))
            self._known[span] = self._speaker(words, around, saying.content), words.noun
        speaker, noun = self._known[span]
        if not saying.is_direct and saying.lemma and _says_nothing(speaker, span.of(self._text), saying.act):
            return None
        if speaker is None:
            speaker = Speaker(SpeakerKind.GROUP, Authority.UNNAMED)
        self._reach.spoke(Spoken(span, speaker, noun))
        kind, authority, entity, antecedent = speaker
        return replace(statement, kind=kind, entity=entity, antecedent=antecedent, authority=authority)

    def _speaker(self, words: Phrase, around: Statement | None, content: Sequence[Span]) -> Speaker | None:
        """Who speaks by these words; None: nothing that speaks."""
        if words.is_joined:
            return Speaker(SpeakerKind.GROUP, Authority.RECORD)
        if words.mention is not None:
            return self._named(words.mention, words)
        if len(words.words) == 1 and (word := _APOSTROPHE.split(words.noun)[0]) in POINTING:
            return self._pronouns.who(word, words.span, around, content)
        if (described := self._descriptions.who(words)) is not None:
            return described
        if (entity := self._by_last_word.get(words.core.of(self._text).rpartition(" ")[2])) is not None:
            return Speaker(SpeakerKind.ENTITY, Authority.RECORD, entity)
        if is_document(words.noun):
            is_press = any(self._is_media(mention.entity) for mention in words.names) or "newspaper" in words.words
            return Speaker(SpeakerKind.DOCUMENT, Authority.MEDIA if is_press else Authority.RECORD)
        if government := self._government(words):
            return government
        if words.noun in THINGS or not words.words:
            return None
        return self._group(words)

    def _named(self, mention: Mention, words: Phrase) -> Speaker:
        """Whom a name names where somebody speaks: the government for its capital, the person for a name."""
        name, entity = mention.span.of(self._text), mention.entity
        if not mention.is_government and mention.label in ("GPE", "LOC", "FAC"):
            entity = self._governments.get(name, entity)
        elif mention.label in _NO_SPEAKERS:
            entity = self._by_last_word.get(name.rpartition(" ")[2], entity)
        is_press = self._is_media(entity) or any(is_media(word, "") for word in words.words if word)
        is_person = self._reach.label(entity) == "PERSON"
        return Speaker(SpeakerKind.ENTITY, Authority.MEDIA if is_press and not is_person else Authority.RECORD, entity)

    def _government(self, words: Phrase) -> Speaker | None:
        """`the Turkish government`: the state itself."""
        last = words.names[-1] if words.names else None
        if last is None or not last.is_government or words.noun not in ("government", "administration", "cabinet"):
            return None
        return Speaker(SpeakerKind.ENTITY, Authority.RECORD, last.entity)

    def _group(self, words: Phrase) -> Speaker:
        """People or a body without a name."""
        span, noun = words.span, words.noun
        is_known = words.first in _KNOWN and not (words.names or words.qualities)
        fuller = self._descriptions.fuller(noun, span.start) if is_known else None
        before = words.words[-2] if len(words.words) > 1 else ""
        if is_media(noun, before) or any(self._is_media(mention.entity) for mention in words.names):
            authority = Authority.MEDIA
        elif _ANONYMOUS.search(self._text, span.start, self._reach.sentence_end(span.end)):
            authority = Authority.UNNAMED
        elif is_body(noun) or self._is_office(words) or self._is_name(words):
            authority = Authority.RECORD
        else:
            authority = Authority.UNNAMED
        return Speaker(SpeakerKind.GROUP, authority, None, fuller)

    def _is_office(self, words: Phrase) -> bool:
        """Whether an office tells who speaks: `the Rovian minister`, `the foreign ministers of the alliance`."""
        if words.first not in _KNOWN and not words.names:
            return False
        is_told = bool(words.names or words.tail_names)
        return words.noun in OFFICES or (
            is_told and words.noun not in _OFTEN_UNNAMED and singular(words.noun) in OFFICES
        )

    def _is_name(self, words: Phrase) -> bool:
        """Whether the last words are written as a name is, though nobody knows it."""
        said = words.core.of(self._text).split()
        is_capital = bool(said) and all(word[0].isupper() for word in said[-2:])
        return is_capital and (len(said) > 1 or not self._reach.begins_sentence(words.core.start))

    def _is_media(self, entity: str) -> bool:
        found = self._names.get(entity)
        if found is None:
            return False
        return found.label == "MEDIA" or (found.label == "ORG" and _PAPER.search(found.name) is not None)


def _says_nothing(speaker: Speaker | None, words: str, act: str) -> bool:
    """Whether nobody says anything: `the talks underline`, `the law supports families`, `those who support`."""
    if speaker is None:
        return True
    if speaker.kind is SpeakerKind.DOCUMENT:
        return act in _OF_PEOPLE
    return speaker.kind is SpeakerKind.OPEN and words == "who"


def _by_last_word(names: Names) -> dict[str, str]:
    """People by the last word of their names, where only one has it."""
    found: dict[str, str | None] = {}
    for entity in names.entities:
        if entity.label == "PERSON":
            word = entity.name.rpartition(" ")[2]
            found[word] = None if word in found else entity.id
    return {word: entity for word, entity in found.items() if entity is not None}


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Stretches in text order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            last = joined.pop()
            span = Span(last.start, max(last.end, span.end))
        joined.append(span)
    return joined


def _renumbered(statements: Sequence[Statement | None]) -> Iterator[Statement]:
    """The statements that there are, with the numbers that they have among themselves."""
    numbers: list[int | None] = []
    count = 0
    for statement in statements:
        numbers.append(None if statement is None else count)
        count += statement is not None
    for statement in statements:
        if statement is not None:
            within = statement.within
            while within is not None and numbers[within] is None:
                outer = statements[within]
                within = outer.within if outer else None
            yield replace(statement, within=None if within is None else numbers[within])
