"""What the reader decided on entities: corrections, and whom to watch; each holds for past and future articles."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reader.model.value import Value


class RuleKind(StrEnum):
    """What a rule does."""

    RENAME = "rename"
    """The entity has the name `value`."""
    RETYPE = "type"
    """The entity has the label `value`."""
    MERGE = "merge"
    """The entity is another one: that with the key `value`, the name `value_name` and the label `value_label`."""
    SPLIT = "split"
    """`words` do not name the entity, but one of their own."""
    REJECT = "reject"
    """The entity is none; with `words`, only they name nothing."""
    ADD = "add"
    """`words` name the entity with the key `value`, the name `value_name` and the label `value_label`."""
    WATCH = "watch"
    """The reader follows the entity."""
    NOTE = "note"
    """The reader wrote `value` on the entity."""
    UNSAID = "unsaid"
    """What an article tells in `words` is no statement."""
    SAID_BY = "said by"
    """The statement in `words` is made by `value`, `value_name` and `value_label`, as in `MERGE`; by nobody without a
    name, by whom the article alone knows without a key."""
    SAID_TO = "said to"
    """What is done by the statement in `words` is the act `value`."""


ON_STATEMENTS = frozenset((RuleKind.UNSAID, RuleKind.SAID_BY, RuleKind.SAID_TO))
"""Kinds of rules on what one article tells that somebody says; `words` are those of its cue and its content."""


class Rule(Value, frozen=True):
    """One decision. It names its entity by key, or by words and label where only one article tells who is meant."""

    id: UUID
    kind: RuleKind
    entity: str
    """Key across articles; empty: whatever `words` of the type `label` name."""
    name: str
    """What the entity was called when the rule was made, for people."""
    label: str
    """spaCy's label (OntoNotes) of the entity, or MEDIA."""
    created: datetime
    modified: datetime
    words: str = ""
    """Words of the text, as they were written; empty: all names of the entity."""
    value: str = ""
    value_name: str = ""
    value_label: str = ""
    article: str = ""
    """Id of the only article that it holds in; empty: everywhere."""
    origin: str = ""
    """The list that it came with; empty: made here."""
    rev: int = 1
