"""All that library and notebook hold on one entity."""

from datetime import date, datetime

from reader.model.listing import Passage
from reader.model.mark import Mark
from reader.model.value import Value


class Listed(Value, frozen=True):
    """An entity as a list of entities shows it."""

    key: str
    name: str
    """As most articles have it."""
    label: str
    """spaCy's label (OntoNotes), or MEDIA."""
    articles: int
    mentions: int
    unread: int = 0
    """Articles that name it and were not read."""
    last: date | None = None
    """Day of the newest article that names it."""

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-2 code, of a state."""
        return self.key.removeprefix("iso:") if self.key.startswith("iso:") else None


class EntityQuery(Value, frozen=True):
    """Which entities are wanted."""

    words: str = ""
    """Beginnings of words of a name; empty: all."""
    labels: tuple[str, ...] = ()
    """Of these labels; empty: of any."""
    is_watched: bool = False
    """Only those that the reader follows."""
    since: datetime | None = None
    """Only those that articles name which came in from then on."""
    limit: int = 500


class NameCount(Value, frozen=True):
    """A name, and how often texts call an entity so."""

    name: str
    mentions: int


class RoleHeld(Value, frozen=True):
    """A role that texts give a person, and when."""

    role: str
    """In the words of the texts."""
    first: date
    last: date
    articles: int


class Week(Value, frozen=True):
    """Articles that name an entity in one week."""

    first: date
    """The Monday."""
    articles: int


class Beside(Value, frozen=True):
    """An entity that the same articles name."""

    key: str
    name: str
    label: str
    articles: int


class MarkedPassage(Value, frozen=True):
    """A mark of the reader on a passage that names an entity."""

    rank: int
    """Of the article."""
    title: str
    mark: Mark


class Dossier(Value, frozen=True):
    """What is known of an entity, but for its passages."""

    key: str
    name: str
    label: str
    is_watched: bool
    articles: int
    mentions: int
    unread: int
    new: int
    """Articles that came in since the last look."""
    statements: int
    """That it makes in these articles."""
    new_statements: int
    """Those in articles that came in since the last look."""
    looked: datetime | None
    """The last look; None: there was none."""
    note: str
    """The reader's."""
    names: tuple[NameCount, ...]
    roles: tuple[RoleHeld, ...]
    """The newest first."""
    weeks: tuple[Week, ...]
    """From the first week with an article to the last, without gaps; at most so many as fit a year or two."""
    beside: tuple[Beside, ...]
    """Most often first."""
    marks: tuple[MarkedPassage, ...]
    """The newest article first."""

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-2 code, of a state."""
        return self.key.removeprefix("iso:") if self.key.startswith("iso:") else None

    @property
    def tags(self) -> tuple[str, ...]:
        """The reader's tags on passages that name it."""
        return tuple(dict.fromkeys(tag for marked in self.marks for tag in marked.mark.tags))


class ArticlePassages(Value, frozen=True):
    """An article, and where it names an entity."""

    rank: int
    id: str
    title: str
    source: str | None
    published: date | None
    is_read: bool
    is_new: bool
    """Whether it came in since the last look."""
    text: str
    passages: tuple[Passage, ...]
    """Sentences, with the names as hits."""
