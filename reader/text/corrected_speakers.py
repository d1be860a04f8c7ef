"""Who speaks in statements, after the reader's rules on names."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.model.analysis import Analysis, Mention
from reader.model.span import Span
from reader.model.statement import Authority, SpeakerKind, Statement
from reader.model.value import replace

_MEDIA = "MEDIA"


def corrected_speakers(found: Analysis, ruled: Analysis) -> tuple[Statement, ...]:
    """The statements of an analysis, each said by what its speaker's words name after the rules.

    Args:
        found: what the machine found.
        ruled: the same with entities and mentions as the rules have them; its statements are not looked at.
    """
    speakers = _Speakers(found, ruled)
    return tuple(speakers.ruled(statement) for statement in found.statements)


class _Speakers:
    """What words name after the rules, where they were taken for a speaker."""

    def __init__(self, found: Analysis, ruled: Analysis) -> None:
        self._found, self._ruled = _ByPlace(found.mentions), _ByPlace(ruled.mentions)
        self._labels = {entity.id: entity.label for entity in ruled.entities}
        self._became: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """What the mentions of each entity name now."""
        for mention in found.mentions:
            for now in self._ruled.over(mention.span):
                self._became[mention.entity][now.entity] += 1

    def ruled(self, statement: Statement) -> Statement:
        """A statement with its speaker after the rules."""
        if statement.entity is not None:
            return self._with(statement, self._now(statement, statement.entity))
        if statement.kind is SpeakerKind.GROUP and statement.antecedent is None and len(statement.speaker) == 1:
            named = [one for one in self._ruled.over(statement.speaker[0]) if one.span == statement.speaker[0]]
            return self._with(statement, named[0].entity) if named else statement
        return statement

    def _now(self, statement: Statement, entity: str) -> str | None:
        places = (statement.antecedent,) if statement.antecedent else statement.speaker
        for mention in (one for place in places for one in self._found.over(place) if one.entity == entity):
            return next((now.entity for now in self._ruled.over(mention.span)), None)
        became = self._became[entity].most_common(1)
        return became[0][0] if became else None

    def _with(self, statement: Statement, entity: str | None) -> Statement:
        if entity is None:
            return replace(statement, kind=SpeakerKind.GROUP, entity=None, authority=Authority.UNNAMED)
        is_media = self._labels.get(entity) == _MEDIA
        if entity == statement.entity and not is_media:
            return statement
        authority = Authority.MEDIA if is_media else Authority.RECORD
        return replace(statement, kind=SpeakerKind.ENTITY, entity=entity, authority=authority)


class _ByPlace:
    """Mentions by where they stand."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]

    def over(self, span: Span) -> Sequence[Mention]:
        """Those that share a code point with a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        near = self._mentions[first : bisect_left(self._starts, span.end)]
        return [mention for mention in near if mention.span.overlaps(span)]
