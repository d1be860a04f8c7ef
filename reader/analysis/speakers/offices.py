"""Who is meant by an office: `the minister`, `the Turkish president`, by the roles that the text gives to people."""

import re
from collections import defaultdict
from collections.abc import Sequence

from reader.analysis.roles import OFFICES
from reader.analysis.speakers.phrase import Phrase
from reader.model.analysis import Entity, Mention, Names
from reader.text.fold import fold

_WORD = re.compile(r"\w+(?:-\w+)*")

_LIKE_OFFICES: dict[str, tuple[frozenset[str], ...]] = {
    "leader": tuple(map(frozenset, (("president",), ("prime", "minister"), ("chancellor",), ("premier",), ("king",)))),
    "premier": (frozenset(("prime", "minister")),),
    "diplomat": tuple(map(frozenset, (("foreign", "minister"), ("secretary", "state"), ("ambassador",), ("envoy",)))),
    "senator": (frozenset(("sen",)),),
    "governor": (frozenset(("gov",)),),
    "representative": (frozenset(("rep",)),),
    "general": (frozenset(("gen",)),),
    "lawmaker": tuple(map(frozenset, (("senator",), ("sen",), ("congressman",), ("congresswoman",), ("rep",)))),
    "monarch": (frozenset(("king",)), frozenset(("queen",))),
    "envoy": (frozenset(("ambassador",)),),
}
"""Words of offices that another word may stand for."""

_LESSER = frozenset(("vice", "deputy", "assistant", "under", "former", "ex", "late", "then", "undersecretary"))
"""Words that make another office of one, and so must stand in both."""

_UNTOLD_WORDS = "top senior veteran own new outgoing current chief longtime visiting of the and affairs"
_UNTOLD = frozenset(_UNTOLD_WORDS.split())
"""Words beside an office that tell nothing of which one it is."""

_OWN_TAILS = frozenset((("of", "state"), ("of", "foreign", "affairs"), ("of", "the", "interior")))
"""What is a part of the name of an office."""

_ANYBODY = frozenset(("a", "an", "one", "another", "some", "any", "every", "each", "no", "several", "many", "few"))


class Offices:
    """The people of one text by their offices.

    Args:
        text: the whole text.
        names: what it names.
    """

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._starts = {mention.span.start: mention for mention in names.mentions}
        self._labels = {entity.id: entity.label for entity in names.entities}
        self._holders: defaultdict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = defaultdict(list)
        """By each word of an office: who has it, all its words, and the names in it."""
        for entity in names.entities:
            self._add(entity)

    def holders(self, words: Phrase) -> frozenset[str]:
        """Ids of the people who may be meant by an office; empty where it is no office, or anybody's.

        Args:
            words: they have a noun, no name, in the place of what they are about.
        """
        if words.first in _ANYBODY or words.noun not in OFFICES | _LIKE_OFFICES.keys():
            return frozenset()
        if words.tail and words.tail not in _OWN_TAILS and not words.tail_names:
            return frozenset()
        of_whom = (*words.names, *words.tail_names)
        bodies = frozenset(one.entity for one in of_whom if self._labels.get(one.entity) != "PERSON")
        told = frozenset(fold(word) for word in (*words.qualities, *words.tail) if word) - _UNTOLD
        likes = (frozenset((words.noun,)), *_LIKE_OFFICES.get(words.noun, ()))
        found = set()
        for like in likes:
            wanted = like | told
            for person, role, of in self._holders.get(min(like), ()):
                if wanted <= role and role & _LESSER == wanted & _LESSER and (not bodies or bodies & of):
                    found.add(person)
        return frozenset(found)

    def _add(self, entity: Entity) -> None:
        for span in entity.roles:
            bodies = frozenset(self._starts[at].entity for at in range(span.start, span.end) if at in self._starts)
            role = frozenset(_WORD.findall(fold(span.of(self._text))))
            for word in role:
                self._holders[word].append((entity.id, role, bodies))


def one_of(people: frozenset[str], mentions: Sequence[Mention]) -> Mention | None:
    """Where the one of some people is named last; None: nobody is, or several."""
    named = [mention for mention in mentions if mention.entity in people]
    return named[-1] if len({mention.entity for mention in named}) == 1 else None
