"""What library and notebook hold on one entity."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reader.desk.dossiers import Dossiers
from reader.desk.marks import Marks
from reader.desk.naming import named
from reader.desk.rules import EntityRules, Subject
from reader.library import dossiers
from reader.library.analyses import AnalysisCache
from reader.library.index import Index
from reader.library.index_marks import Marked
from reader.library.library import Library
from reader.library.search import Follows, Search
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.dossier import EntityQuery, Listed, NameCount
from reader.model.intake import Origin
from reader.model.listing import Sort
from reader.model.span import Span
from reader.model.statement import SpeakerKind, Statement
from reader.model.value import replace
from reader.notebook.notebook import Notebook
from reader.text.query import parse_query
from tests.library.adding import PASTED, address, incoming

TURKEY, ANKARA = Entity("iso:TR", "Turkey", "GPE", "TR"), Entity("place:ankara", "Ankara", "GPE")
FIDAN = Entity("person:hakan fidan", "Hakan Fidan", "PERSON")
HURRIYET = Entity("media:hurriyet", "Hurriyet", "MEDIA")
ALONE = Entity("local:1", "Blinken", "PERSON")
ALL = (TURKEY, ANKARA, FIDAN, HURRIYET, ALONE)
TEXTS = {
    date(2023, 11, 6): "Turkey spoke.\n\nAnkara and Turkey agreed.",
    date(2023, 11, 8): "Foreign Minister Hakan Fidan left Turkey. Nobody knew. Turkey was silent.",
    date(2023, 11, 22): "Hakan Fidan met Blinken, Hurriyet said.",
}
TODAY = date(2023, 11, 25)


def analysis_of(article: Article) -> Analysis:
    """What an analyst would find who knows these names; sentences end with a stop."""
    text = article.text
    mentions = [
        Mention(Span(at, at + len(entity.name)), entity.label, entity.id)
        for entity in ALL
        for at in range(len(text))
        if text.startswith(entity.name, at)
    ]
    ends = [at + 1 for at, letter in enumerate(text) if letter == "."]
    starts = [0, *(end + len(text[end:]) - len(text[end:].lstrip()) for end in ends[:-1])]
    keys = {mention.entity for mention in mentions}
    entities = [entity for entity in ALL if entity.id in keys]
    if (at := text.find("Foreign Minister")) >= 0:
        entities = [
            Entity(one.id, one.name, one.label, roles=(Span(at, at + 16),)) if one is FIDAN else one for one in entities
        ]
    return Analysis(
        article.text_hash,
        "a",
        tuple(map(Span, starts, ends)),
        tuple(entities),
        tuple(sorted(mentions, key=lambda mention: mention.span)),
        complete=True,
    )


class Shelf:
    """A library whose articles were analysed."""

    def __init__(self, home: Path) -> None:
        self.library = Library(home / "library.db")
        self.cache = AnalysisCache(home / "analyses.db")
        self.index = Index(home / "index.db", home / "library.db")
        self.rules = EntityRules(home / "notebook")
        self.folder = home / "notebook"
        self.visit = ""
        self.search = Search(
            home / "index.db",
            home / "library.db",
            home / "analyses.db",
            lambda: Follows(self.rules.watched(), self.visit, self.rules.prepared().called),
        )
        notebook = Notebook(self.folder)
        self.dossiers = Dossiers(self.library, self.search, self.rules, self._known, notebook.marks)
        self.articles = [self.add(text, published) for published, text in TEXTS.items()]

    def add(self, text: str, published: date, origin: Origin = PASTED) -> Article:
        item = incoming(text, origin, published=published)
        self.library.add_many([item])
        self.index.catch_up(100)
        found = analysis_of(item.article)
        self.cache.put(found, named(item.article, found, self.rules.prepared()))
        return item.article

    def _known(self, article: Article) -> Analysis | None:
        return self.cache.get(article.text_hash)

    def found(self, query: str) -> list[str]:
        """Titles of what a query finds, the newest first."""
        ranks = self.search.ranks(parse_query(query, TODAY), Sort.NEWEST)
        return [row.title for row in self.search.rows(ranks)]

    def close(self) -> None:
        self.search.close()
        self.index.close()
        self.cache.close()
        self.library.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


def keys(listed: tuple[Listed, ...]) -> list[str]:
    return [one.key for one in listed]


def test_entities_are_listed_by_the_number_of_their_articles(shelf: Shelf) -> None:
    listed = shelf.dossiers.entities(EntityQuery())

    assert keys(listed) == ["iso:TR", "person:hakan fidan", "media:hurriyet", "place:ankara"]
    assert (listed[0].articles, listed[0].mentions, listed[0].country) == (2, 4, "TR")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EntityQuery("fid"), ["person:hakan fidan"]),
        (EntityQuery("fid hak"), ["person:hakan fidan"]),
        (EntityQuery("blinken"), []),
        (EntityQuery(labels=("GPE",)), ["iso:TR", "place:ankara"]),
        (EntityQuery(is_watched=True), ["media:hurriyet"]),
        (EntityQuery(limit=1), ["iso:TR"]),
        (EntityQuery(since=datetime(2100, 1, 1, tzinfo=UTC)), []),
    ],
)
def test_entities_are_narrowed(shelf: Shelf, query: EntityQuery, expected: list[str]) -> None:
    shelf.rules.watch(HURRIYET, True)

    assert keys(shelf.dossiers.entities(query)) == expected


def test_details_tell_what_is_unread_and_the_last_day(shelf: Shelf) -> None:
    shelf.library.set_states([shelf.library.find(shelf.articles[0].id)], read=True)

    [turkey] = shelf.dossiers.with_details(shelf.dossiers.entities(EntityQuery(limit=1)))

    assert (turkey.articles, turkey.unread, turkey.last) == (2, 1, date(2023, 11, 8))


@pytest.fixture(params=["few", "many"])
def frequency(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are looked up one by one, or all are gone through."""
    if request.param == "many":
        monkeypatch.setattr(dossiers, "FEW", 0)
        monkeypatch.setattr(dossiers, "MANY", 0)


@pytest.mark.usefixtures("frequency")
def test_removed_articles_count_no_longer(shelf: Shelf) -> None:
    shelf.library.set_states([shelf.library.find(shelf.articles[1].id)], removed=True)

    dossier = shelf.dossiers.dossier("iso:TR")
    [turkey] = shelf.dossiers.with_details(shelf.dossiers.entities(EntityQuery(limit=1)))

    assert dossier is not None
    assert (dossier.articles, dossier.mentions, dossier.names) == (1, 2, (NameCount("Turkey", 2),))
    assert [other.key for other in dossier.beside] == ["place:ankara"]
    assert (turkey.articles, turkey.mentions, turkey.unread, turkey.last) == (1, 2, 1, date(2023, 11, 6))
    assert [article.published for article in shelf.dossiers.passages("iso:TR", None, 9)] == [date(2023, 11, 6)]


@pytest.mark.usefixtures("frequency")
def test_an_article_counts_once_by_its_newest_version(shelf: Shelf) -> None:
    talks = "They met for talks on grain and on gas, agreed on neither, and meet again in spring."
    shelf.add(f"Turkey and Hakan Fidan spoke. {talks}", date(2023, 11, 24), address("talks"))
    newest = shelf.add(f"Hakan Fidan spoke. {talks} Hakan Fidan left.", date(2023, 11, 24), address("talks"))

    fidan, turkey = (shelf.dossiers.dossier(key) for key in ("person:hakan fidan", "iso:TR"))

    assert fidan is not None
    assert turkey is not None
    assert (fidan.articles, fidan.mentions, turkey.articles) == (3, 4, 2)
    assert [article.text for article in shelf.dossiers.passages("person:hakan fidan", None, 1)] == [newest.text]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("iso:tr", ["iso:TR"]),
        ("turkey", ["iso:TR"]),
        ("Fidan", ["person:hakan fidan"]),
        ("person:Hakan Fidan", ["person:hakan fidan"]),
        ("Nobody", []),
    ],
)
def test_people_name_an_entity_by_key_name_or_a_part_of_it(shelf: Shelf, name: str, expected: list[str]) -> None:
    assert keys(shelf.dossiers.keys_of(name)) == expected


def test_a_dossier_tells_names_roles_weeks_and_who_is_named_beside(shelf: Shelf) -> None:
    dossier = shelf.dossiers.dossier("person:hakan fidan")

    assert dossier is not None
    assert dossier.names == (NameCount("Hakan Fidan", 2),)
    assert [(role.role, role.first, role.articles) for role in dossier.roles] == [
        ("Foreign Minister", date(2023, 11, 8), 1)
    ]
    assert [(week.first, week.articles) for week in dossier.weeks] == [
        (date(2023, 11, 6), 1),
        (date(2023, 11, 13), 0),
        (date(2023, 11, 20), 1),
    ]
    assert {(other.key, other.articles) for other in dossier.beside} == {("iso:TR", 1), ("media:hurriyet", 1)}


def test_passages_are_sentences_newest_article_first_and_paged(shelf: Shelf) -> None:
    [newest] = shelf.dossiers.passages("iso:TR", None, 1)
    [oldest] = shelf.dossiers.passages("iso:TR", newest.rank, 5)

    assert [passage.span.of(newest.text) for passage in newest.passages] == [
        "Foreign Minister Hakan Fidan left Turkey.",
        "Turkey was silent.",
    ]
    assert [hit.of(oldest.text) for passage in oldest.passages for hit in passage.hits] == ["Turkey", "Turkey"]


def test_only_what_came_in_since_the_last_look_is_new(shelf: Shelf) -> None:
    before = shelf.dossiers.dossier("iso:TR")
    assert before is not None
    assert (before.new, before.looked) == (0, None)
    shelf.dossiers.looked("iso:TR")
    shelf.add("Turkey came back.", date(2023, 11, 1))

    after = shelf.dossiers.dossier("iso:TR")
    assert after is not None
    assert after.new == 1
    assert [article.is_new for article in shelf.dossiers.passages("iso:TR", None, 9)] == [False, False, True]


def test_marks_and_notes_of_the_reader_are_in_the_dossier(shelf: Shelf) -> None:
    article = shelf.articles[1]
    marks = Marks(shelf.folder)
    marks.write(article, None, Span(0, 41), "Where to?", ("ankara",))
    marks.write(article, None, Span(42, 54), "Elsewhere", ())
    notebook = Notebook(shelf.folder)
    shelf.index.put_marks([Marked(article.id, notebook.marks(article.id), notebook.stamp(article.id))])
    shelf.rules.write(FIDAN, "Ask about him.")

    dossier = shelf.dossiers.dossier("person:hakan fidan")

    assert dossier is not None
    assert [marked.mark.body for marked in dossier.marks] == ["Where to?"]
    assert (dossier.tags, dossier.note) == (("ankara",), "Ask about him.")


def test_the_key_of_what_was_merged_leads_to_what_it_is_now(shelf: Shelf) -> None:
    shelf.rules.merge(Subject(ANKARA, None), TURKEY, here=False)

    dossier = shelf.dossiers.dossier("place:ankara")

    assert dossier is not None
    assert dossier.key == "iso:TR"


@pytest.mark.parametrize("query", ["ent:ankara", "ent:place:ankara", "ent:iso:tr", "ent:turkey"])
def test_the_names_of_what_was_merged_find_what_it_is_now(shelf: Shelf, query: str) -> None:
    shelf.rules.merge(Subject(ANKARA, None), TURKEY, here=False)
    for article in shelf.articles:
        shelf.cache.put(found := analysis_of(article), named(article, found, shelf.rules.prepared()))

    assert len(shelf.found(query)) == 2
    assert keys(shelf.dossiers.keys_of(query.removeprefix("ent:"))) == ["iso:TR"]


def test_what_got_another_name_is_found_by_the_old_one_as_well(shelf: Shelf) -> None:
    shelf.rules.rename(Subject(HURRIYET, None), "Daily News", here=False)
    shelf.rules.merge(Subject(ALONE, None), Entity("person:antony blinken", "Antony Blinken", "PERSON"), here=False)
    for article in shelf.articles:
        shelf.cache.put(found := analysis_of(article), named(article, found, shelf.rules.prepared()))

    assert [len(shelf.found(f"ent:{name}")) for name in ("hurriyet", '"daily news"', "hurri", "antony")] == [1, 1, 0, 1]
    assert keys(shelf.dossiers.keys_of("Hurriyet")) == ["media:hurriyet"]


def test_what_is_watched_is_found_and_marked_in_lists(shelf: Shelf) -> None:
    assert shelf.found("is:watched") == []
    shelf.rules.watch(HURRIYET, True)

    assert shelf.found("is:watched") == ["Hakan Fidan met Blinken, Hurriyet said."]
    assert len(shelf.found("-is:watched")) == 2
    rows = shelf.search.rows(shelf.search.ranks(parse_query("", TODAY)))
    assert [row.is_watched for row in rows] == [True, False, False]


def test_what_came_in_since_the_last_visit_is_found(shelf: Shelf) -> None:
    shelf.visit = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    assert len(shelf.found("since:visit")) == 3

    shelf.visit = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    assert shelf.found("since:visit is:watched") == shelf.found("is:new") == []
    assert len(shelf.found("since:2023-11-08")) == 2


def test_without_analyses_nobody_is_named(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    Index(tmp_path / "index.db", tmp_path / "library.db").catch_up(1)
    search = Search(tmp_path / "index.db", tmp_path / "library.db", tmp_path / "analyses.db")
    dossiers = Dossiers(library, search, EntityRules(tmp_path / "n"), lambda _: None, lambda _: ())

    assert dossiers.entities(EntityQuery()) == dossiers.keys_of("x") == ()
    assert dossiers.dossier("iso:TR") is None
    search.close()
    library.close()


def test_a_dossier_counts_what_somebody_says_and_what_is_new_of_it(shelf: Shelf) -> None:
    item = incoming("Hakan Fidan said so.", published=date(2023, 11, 24))
    shelf.library.add_many([item])
    shelf.index.catch_up(100)
    said = Statement((Span(17, 19),), (Span(0, 11),), (Span(12, 16),), kind=SpeakerKind.ENTITY, entity=FIDAN.id)
    found = replace(analysis_of(item.article), statements=(said, said))
    shelf.cache.put(found, named(item.article, found, shelf.rules.prepared()))

    before = shelf.dossiers.dossier(FIDAN.id)
    shelf.library.session.look(FIDAN.id, datetime(2000, 1, 1, tzinfo=UTC))
    long_after = shelf.dossiers.dossier(FIDAN.id)
    shelf.dossiers.looked(FIDAN.id)
    after = shelf.dossiers.dossier(FIDAN.id)

    counts = [(one.statements, one.new_statements) for one in (before, long_after, after) if one]
    assert counts == [(2, 0), (2, 2), (2, 0)]
