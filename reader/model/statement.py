"""Who says what in a text: values."""

from collections.abc import Mapping
from enum import StrEnum

from reader.model.span import Span
from reader.model.value import Value

ACTS: Mapping[str, str] = {
    "say": "says, reports, explains",
    "believe": "believes, expects, hopes",
    "agree": "agrees, confirms",
    "consult": "meets, discusses",
    "support": "supports, praises, thanks",
    "intend": "promises, plans, offers",
    "concede": "admits, gives way",
    "request": "asks, urges, demands",
    "accuse": "accuses, criticises, condemns",
    "reject": "denies, rejects, refuses",
    "threaten": "warns, threatens",
    "protest": "protests",
}
"""What is done by saying something, by id with a few words for people: classes of PLOVER (Halterman et al. 2023) and
CAMEO (Schrodt 2012), and `believe` for what is held rather than said."""


class SpeakerKind(StrEnum):
    """Who or what speaks."""

    ENTITY = "entity"
    """Somebody or something that the text names: an entity of the same analysis."""
    GROUP = "group"
    """People without a name (`the Turkish delegation`, `officials`, `a diplomat`), or several: `Fidan and Blinken`."""
    DOCUMENT = "document"
    """`the report`, `a statement`, `the treaty`."""
    OPEN = "open"
    """Words that point to somebody whom the text leaves open: `he`."""
    NOBODY = "nobody"
    """The text names nobody."""


class Authority(StrEnum):
    """On whose authority something is told."""

    RECORD = "on record"
    """Somebody who can be named, or a document."""
    UNNAMED = "unnamed"
    """Somebody whom the text does not name."""
    MEDIA = "media"
    """Somebody who tells what others said."""
    NONE = ""
    """The text does not tell."""


class StatementKey(Value, frozen=True):
    """By which words of a text a statement is known, whatever the reader corrects in it."""

    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Statement(Value, frozen=True):
    """Somebody says something. All spans point into the text, in its order; some may be in several pieces."""

    content: tuple[Span, ...]
    """What is said, without the quotation marks' own sentence around it; never empty."""
    speaker: tuple[Span, ...] = ()
    """The words that name who speaks; empty: the text names nobody there."""
    cue: tuple[Span, ...] = ()
    """The words that tell that something is said: `accused`, `according to`."""
    is_direct: bool = False
    """Whether the content is quoted word for word."""
    kind: SpeakerKind = SpeakerKind.NOBODY
    entity: str | None = None
    """Id of the entity that speaks; None: no entity, or the text leaves it open."""
    antecedent: Span | None = None
    """Where a speaker is named whom only a pronoun or a description points to here."""
    authority: Authority = Authority.NONE
    act: str = "say"
    """One of `ACTS`."""
    lemma: str = ""
    """The cue as a dictionary has it: `accuse`, `according to`; empty without a cue."""
    is_negated: bool = False
    """Whether it is told that this is not said: `did not say that`."""
    is_modal: bool = False
    """Whether it is only possible, wanted or to come that this is said: `may say`, `is expected to announce`."""
    within: int | None = None
    """Number of the statement, from 0, in which this one is told: `Hurriyet reported that Fidan told …`."""

    @property
    def span(self) -> Span:
        """From the first to the last word of all its parts."""
        spans = (*self.speaker, *self.cue, *self.content)
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    @property
    def is_attributed(self) -> bool:
        """Whether the text tells who speaks, if only by a word that leaves it open."""
        return self.kind is not SpeakerKind.NOBODY

    @property
    def is_unassigned(self) -> bool:
        """Whether it is a quotation whose speaker the text does not name."""
        return self.is_direct and not self.is_attributed

    @property
    def key(self) -> StatementKey:
        """By which words it is known."""
        return StatementKey(self.cue, self.content)
