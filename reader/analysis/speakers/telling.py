"""Statements: what is said, and who it is that says it as far as the text tells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.analysis.speakers.phrase import Phrase, is_body, is_newspaper, phrase
from reader.analysis.speakers.pointing import Pointing, Who
from reader.analysis.statements.sayings import Saying
from reader.model.analysis import Mention, Names
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.model.value import replace


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
    speakers = _Speakers(text, names, sentences)
    statements: list[Statement | None] = []
    for saying in sayings:
        statements.append(speakers.statement(saying, statements))
    return tuple(_renumbered(statements))


class _Speakers:
    """Who speaks in one text; to be asked in text order."""

    def __init__(self, text: str, names: Names, sentences: Sequence[Span]) -> None:
        self._text = text
        self._mentions = names.mentions
        self._starts = [mention.span.start for mention in names.mentions]
        self._labels = {entity.id: entity.label for entity in names.entities}
        self._pointing = Pointing(text, names, sentences)

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
        around = None if saying.within is None else before[saying.within]
        last = next((one for one in reversed(before) if one is not None and one.is_attributed and one != around), None)
        words = phrase(self._text, saying.speaker[0], self._over(saying.speaker[0]))
        who = self._who(words, around, last)
        if who is None:
            if not saying.is_direct:
                return None
            who = Who(SpeakerKind.GROUP)
        authority = self._authority(words, who)
        return replace(statement, kind=who.kind, entity=who.entity, antecedent=who.antecedent, authority=authority)

    def _who(self, words: Phrase, around: Statement | None, last: Statement | None) -> Who | None:
        if words.is_several:
            return Who(SpeakerKind.GROUP)
        if words.mention is not None:
            return Who(SpeakerKind.ENTITY, words.mention.entity)
        if words.is_pronoun:
            return self._pointing.who(words, around, last)
        if words.is_document:
            return Who(SpeakerKind.DOCUMENT)
        if described := self._pointing.described(words):
            return described
        return Who(SpeakerKind.GROUP, antecedent=self._pointing.named_before(words)) if words.is_people else None

    def _authority(self, words: Phrase, who: Who) -> Authority:
        if who.kind is SpeakerKind.ENTITY:
            name = words.span.of(self._text) if words.mention is None else words.mention.span.of(self._text)
            label = self._labels.get(who.entity or "")
            is_media = label == "MEDIA" or (label == "ORG" and is_newspaper(name))
            return Authority.MEDIA if is_media else Authority.RECORD
        if who.kind is SpeakerKind.OPEN:
            return Authority.NONE
        if words.is_media:
            return Authority.MEDIA
        if who.kind is SpeakerKind.DOCUMENT or words.is_body or words.is_several or words.is_capital:
            return Authority.RECORD
        is_of_body = who.antecedent is not None and is_body(who.antecedent.of(self._text))
        return Authority.RECORD if is_of_body else Authority.UNNAMED

    def _over(self, span: Span) -> Sequence[Mention]:
        """Mentions that overlap a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        over = self._mentions[first : bisect_left(self._starts, span.end)]
        return [mention for mention in over if mention.span.overlaps(span)]


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
