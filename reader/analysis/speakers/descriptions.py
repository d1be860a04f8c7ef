"""Whom a description points to that names nobody: `the Turkish president`, `the ministry`, `the delegation`."""

from collections import defaultdict

from reader.analysis.speakers.groups import Group, groups
from reader.analysis.speakers.nouns import is_document, is_person
from reader.analysis.speakers.offices import Offices, one_of
from reader.analysis.speakers.phrase import Phrase
from reader.analysis.speakers.reach import OPEN, Reach, Speaker, named
from reader.model.analysis import Names
from reader.model.span import Span

_GENERIC = {"country": "GPE", "nation": "GPE", "newspaper": "MEDIA", "daily": "MEDIA", "broadcaster": "MEDIA"}
"""What a noun alone calls a named thing of a label."""

_OF_BODIES = frozenset(("group", "organization", "organisation", "agency", "company", "alliance", "bloc", "airline"))
_LONGEST_NAME = 6
"""Words of the name of a body."""

_MOST_GROUPS = 50
"""Groups of one noun; where there are more, nobody knows which one is meant."""

_NEAR = 8
"""Sentences before an office alone, `the minister`, in which its holder is named."""


class Descriptions:
    """Resolves the descriptions of one text; to be asked in text order.

    Args:
        reach: the text, and who spoke in it so far.
        names: what it names.
    """

    def __init__(self, reach: Reach, names: Names) -> None:
        self._reach = reach
        self._offices = Offices(reach.text, names)
        self._names = {entity.id: entity for entity in names.entities}
        self._groups: defaultdict[str, list[Group]] | None = None

    def who(self, words: Phrase) -> Speaker | None:
        """Whom a description points to; None: it tells itself what they are, as `officials` does."""
        is_bare = words.first == "the" and not (words.names or words.qualities or words.tail)
        people = self._offices.holders(words)
        spoken = self._reach.just_spoken(words.span.start)
        if spoken is None or spoken.speaker.entity not in people:
            spoken = self._reach.called(words.noun, words.span.start) if is_bare else None
        if spoken is not None:
            return spoken.again()
        if people:
            return self._office(people, words)
        if not is_bare or is_person(words.noun) or is_document(words.noun):
            return None
        return self._body(words.noun, words.span.start)

    def fuller(self, noun: str, at: int) -> Span | None:
        """Where a text tells first whose people a group is that it calls by a noun at a place: `the delegation`.

        None: it does not, or there are several such groups.
        """
        if self._groups is None:
            self._groups = defaultdict(list)
            for group in groups(self._reach.text, 0, len(self._reach.text), self._reach.mentions):
                self._groups[group.noun].append(group)
        told = [one for one in self._groups[noun][:_MOST_GROUPS] if one.entities and one.span.start < at]
        return told[0].span if len({one.entities for one in told}) == 1 else None

    def _office(self, people: frozenset[str], words: Phrase) -> Speaker:
        at = words.span.start
        spoken = self._reach.just_spoken(at)
        is_told = bool(words.names or words.tail_names)
        if spoken and not is_told and self._reach.label(spoken.speaker.entity) == "PERSON":
            near = one_of(people, self._reach.within(spoken.span.start, at))
            return OPEN if near is None else named(self._reach, near)
        number = self._reach.sentence(at)
        mention = one_of(people, self._reach.before(at))
        if mention is None and len(people) == 1:
            mention = next((one for one in self._reach.mentions if one.entity in people), None)
        if number > 0:
            start = self._reach.sentences[max(0, number - _NEAR)].start
            near = one_of(people, self._reach.within(start, at))
            mention = near if mention is None or (near is None and not (is_told or words.qualities)) else mention
        return OPEN if mention is None else named(self._reach, mention)

    def _body(self, noun: str, at: int) -> Speaker | None:
        """The one body named before that a noun alone calls by the last word of its name, or by what it is."""
        before = self._reach.before(at)
        if label := _GENERIC.get(noun):
            meant = frozenset(one.entity for one in before if self._reach.label(one.entity) == label)
        else:
            meant = frozenset(one.entity for one in before if self._is_called(one.entity, noun))
        if (mention := one_of(meant, before)) is not None:
            return named(self._reach, mention)
        spoken = self._reach.just_spoken(at)
        if meant or spoken is None or noun not in _OF_BODIES:
            return None
        if self._reach.label(spoken.speaker.entity) in ("ORG", "MEDIA"):
            return spoken.again()
        of = [one for one in self._reach.overlapping(spoken.span) if self._reach.label(one.entity) == "ORG"]
        is_of = spoken.speaker.entity is None and len(of) == 1  # `a spokesman of the alliance`
        return named(self._reach, of[0]) if is_of else None

    def _is_called(self, entity: str, noun: str) -> bool:
        """Whether a noun is the last word, or the one before `of`, of the name of a body."""
        found = self._names.get(entity)
        if found is None or found.label not in ("ORG", "MEDIA"):
            return False
        name = found.name.lower()
        length = len(name.split())
        return 1 < length <= _LONGEST_NAME and noun in (name.split()[-1], name.partition(" of ")[0].split()[-1])
