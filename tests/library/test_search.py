from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import InterruptedQuery
from reader.library.analyses import AnalysisCache
from reader.library.index_file import PREFIX
from reader.library.index_marks import Marked
from reader.model.analysis import Analysis, Entity, Mention
from reader.model.article import Article
from reader.model.listing import Sort
from reader.model.query import AllOf, AnyOf, Field, Node, Not, Query, Words
from reader.model.span import Span
from reader.text.query import parse_query
from reader.text.terms import find_terms, terms
from tests.library.shelf import Shelf, coming
from tests.notebook.notes import note

TODAY = date(2023, 11, 8)


@pytest.fixture
def shelf(home: Path) -> Iterator[Shelf]:
    shelf = Shelf(home)
    yield shelf
    shelf.close()


@pytest.fixture
def ranks(shelf: Shelf) -> dict[str, int]:
    """Some articles, by their titles."""
    items = [
        coming("Turkey told NATO of its concerns. The cease-fire holds.", title="Ankara speaks", source="Reuters",
               published=date(2023, 11, 6), author="Jane Doe"),
        coming("Erdoğan met Blinken in İstanbul; Gazans fled.", title="Talks", source="Hürriyet",
               published=date(2023, 11, 7), language="en-GB"),
        coming("他来了。Fire in Gaza ceased.", title="北京", source="Reuters Africa",
               published=date(2022, 3, 1), language="zh", format="pdf"),
        coming("NATO again, and again: concerns, concerns, concerns.", title="NATO", source="AP",
               published=date(2023, 10, 31), author="Mary Roe"),
    ]  # fmt: skip
    return dict(zip(["Ankara speaks", "Talks", "北京", "NATO"], shelf.put(*items), strict=True))


def found(shelf: Shelf, query: str, sort: Sort = Sort.NEWEST) -> list[str]:
    rows = shelf.search.rows(shelf.search.ranks(parse_query(query, TODAY), sort))
    return [row.title for row in rows]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Talks", "Ankara speaks", "NATO", "北京"]),
        ("nato", ["Ankara speaks", "NATO"]),
        ("erdogan istanbul", ["Talks"]),
        ("cease-fire", ["Ankara speaks"]),
        ('"concerns concerns"', ["NATO"]),
        ("gaza*", ["Talks", "北京"]),
        ("ga*", []),
        ("来了", ["北京"]),
        ("了来", []),
        ("nato -fire", ["NATO"]),
        ("nato OR gaza", ["Ankara speaks", "NATO", "北京"]),
        ("(nato OR gaza) -again", ["Ankara speaks", "北京"]),
        ("-nato", ["Talks", "北京"]),
        ("-nato -gaza", ["Talks"]),
        ("-(nato OR gaza)", ["Talks"]),
        ("nato -(fire OR again)", []),
        ("title:nato", ["NATO"]),
        ("source:reuters", ["Ankara speaks", "北京"]),
        ('source:"reuters africa"', ["北京"]),
        ("source:hurriyet", ["Talks"]),
        ("author:doe", ["Ankara speaks"]),
        ("-source:reuters fled", ["Talks"]),
        ("ankara reuters", ["Ankara speaks"]),
        ('"speaks turkey"', []),
        ("lang:en", ["Talks", "Ankara speaks", "NATO"]),
        ("lang:EN-gb", ["Talks"]),
        ("-lang:en", ["北京"]),
        ("type:pdf", ["北京"]),
        ("-type:pdf nato", ["Ankara speaks", "NATO"]),
        ("on:2023-11", ["Talks", "Ankara speaks"]),
        ("on:2023-11-06..2023-11-07 nato", ["Ankara speaks"]),
        ("before:2023", ["北京"]),
        ("after:2d", ["Talks", "Ankara speaks"]),
        ("after:2023-10 before:2023-11 concerns", ["NATO"]),
        ("after:2023-11 OR again", ["Talks", "Ankara speaks", "NATO"]),
        ("-on:2023", ["北京"]),
        ("ent:turkey", []),
        ("tag:x OR note:y OR ent:z", []),
    ],
)
def test_a_query_finds(shelf: Shelf, ranks: dict[str, int], query: str, titles: list[str]) -> None:
    assert found(shelf, query) == titles
    assert shelf.search.counts(parse_query(query, TODAY)) == (len(titles), len(titles))


def test_states_are_looked_for_and_what_is_removed_only_by_name(shelf: Shelf, ranks: dict[str, int]) -> None:
    shelf.library.set_states([ranks["NATO"]], read=True, archived=True)
    shelf.library.set_states([ranks["Talks"]], removed=True)
    shelf.library.set_states([ranks["北京"]], starred=True)

    assert found(shelf, "") == ["Ankara speaks", "北京"]
    assert found(shelf, "nato") == ["Ankara speaks", "NATO"]
    assert found(shelf, "is:read") == found(shelf, "is:archived") == found(shelf, "-is:unread") == ["NATO"]
    assert found(shelf, "is:unread nato") == found(shelf, "-is:read nato") == ["Ankara speaks"]
    assert found(shelf, "is:unread OR again") == ["Ankara speaks", "NATO", "北京"]
    assert found(shelf, "is:starred") == ["北京"]
    assert found(shelf, "erdogan") == []
    assert found(shelf, "is:removed erdogan") == found(shelf, "is:removed") == ["Talks"]
    assert found(shelf, "gaza* OR is:removed") == ["Talks", "北京"]
    assert shelf.search.counts(Query()) == (2, 2)
    assert shelf.search.counts(parse_query("nato", TODAY)) == (2, 1)


def test_what_the_reader_wrote_is_looked_for_and_shown(shelf: Shelf, ranks: dict[str, int]) -> None:
    (talks,) = shelf.articles([ranks["Talks"]])
    (nato,) = shelf.articles([ranks["NATO"]])
    marks = (note("Wer hat’s gesagt? Müller"), note("No."), note("", tags=("Gaza strip", "x")))
    shelf.index.put_marks([Marked(talks.id, marks, (1, 2, 3)), Marked(nato.id, (note("nothing"),), None)])

    assert found(shelf, "is:noted") == ["Talks", "NATO"]
    assert found(shelf, "note:muller") == found(shelf, 'note:"hat s gesagt"') == found(shelf, "note:mull*") == ["Talks"]
    assert found(shelf, "-note:muller nato") == ["Ankara speaks", "NATO"]
    assert found(shelf, 'tag:"gaza STRIP"') == found(shelf, "tag:gaz*") == found(shelf, "tag:x gazans") == ["Talks"]
    assert found(shelf, "tag:gaza") == []
    assert found(shelf, "note:nothing again") == ["NATO"]
    (row,) = shelf.search.rows([ranks["Talks"]])
    assert (row.notes, row.tags) == (3, ("Gaza strip", "x"))


def test_entities_are_looked_for_where_articles_were_analysed(shelf: Shelf, ranks: dict[str, int], home: Path) -> None:
    (talks,) = shelf.articles([ranks["Talks"]])
    found(shelf, "")  # opens the files before there are any analyses
    analyses = AnalysisCache(home / "analyses.db")
    analyses.put(
        Analysis(
            talks.text_hash,
            entities=(Entity("iso:TR", "Turkey", "GPE"), Entity("person:hakan fidan", "Hakan Fidan", "PERSON")),
            mentions=(Mention(Span(0, 1), "GPE", "iso:TR"), Mention(Span(2, 3), "PERSON", "person:hakan fidan")),
        )
    )

    for query in (
        "ent:turkey",
        "ent:TURK*",
        "ent:iso:tr",
        'ent:"Hakan Fidan"',
        "ent:iso:TR -nato",
        "ent:fidan",
    ):
        assert found(shelf, query) == ["Talks"], query
    assert found(shelf, "ent:blinken") == found(shelf, "ent:iso:US") == []
    assert found(shelf, "-ent:turkey nato") == ["Ankara speaks", "NATO"]
    analyses.close()


@pytest.mark.parametrize("content", [b"", b"no database at all. " * 99], ids=["empty", "text"])
def test_without_sound_analyses_no_entity_is_found(
    shelf: Shelf, ranks: dict[str, int], home: Path, content: bytes
) -> None:
    (home / "analyses.db").write_bytes(content)

    assert found(shelf, "ent:turkey") == []
    assert found(shelf, "nato -ent:turkey") == ["Ankara speaks", "NATO"]


@pytest.mark.parametrize(
    ("sort", "query", "titles"),
    [
        (Sort.NEWEST, "nato OR gaza", ["Ankara speaks", "NATO", "北京"]),
        (Sort.OLDEST, "nato OR gaza", ["北京", "NATO", "Ankara speaks"]),
        (Sort.SOURCE, "", ["NATO", "Talks", "Ankara speaks", "北京"]),
        (Sort.TITLE, "", ["Ankara speaks", "NATO", "Talks", "北京"]),
        (Sort.RELEVANCE, "nato", ["NATO", "Ankara speaks"]),
        (Sort.RELEVANCE, "is:unread", ["Talks", "Ankara speaks", "NATO", "北京"]),
    ],
)
def test_lists_are_sorted(shelf: Shelf, ranks: dict[str, int], sort: Sort, query: str, titles: list[str]) -> None:
    assert found(shelf, query, sort) == titles
    assert [*shelf.search.ranks(parse_query(query, TODAY), sort, 2)] == [ranks[title] for title in titles[:2]]


def test_a_story_is_one_row_and_the_first_that_fits_stands_for_it(shelf: Shelf, ranks: dict[str, int]) -> None:
    copies = [ranks["Ankara speaks"], ranks["NATO"]]
    tell_the_same(shelf, copies)
    query = parse_query("nato", TODAY)

    assert found(shelf, "nato") == ["Ankara speaks"]
    assert found(shelf, "nato", Sort.OLDEST) == found(shelf, "nato -fire") == ["NATO"]
    assert [*shelf.search.ranks(query, is_folded=False)] == copies
    assert shelf.search.counts(query) == (1, 1)
    assert [row.copies for row in shelf.search.rows([*copies, ranks["Talks"]])] == [1, 1, 0]
    assert [copy.rank for copy in shelf.search.copies(copies[0])] == sorted(copies)
    assert [*shelf.search.with_copies([ranks["Talks"], copies[0]])] == [ranks["Talks"], *copies]


def test_a_story_is_unread_as_long_as_one_of_its_articles_is(shelf: Shelf, ranks: dict[str, int]) -> None:
    copies = [ranks["Ankara speaks"], ranks["NATO"]]
    tell_the_same(shelf, copies)
    query = parse_query("nato", TODAY)

    for read, unread in ((1, 1), (2, 0)):
        shelf.library.set_states(copies[:read], read=True)
        assert shelf.search.counts(query) == (1, unread)
        assert shelf.search.find(query).unread == unread
        assert shelf.search.find(query, limit=1).unread == unread


def test_what_a_limit_cuts_off_is_not_counted(shelf: Shelf, ranks: dict[str, int]) -> None:
    cut = shelf.search.find(Query(), limit=3)
    assert (len(cut.ranks), cut.unread) == (3, None)
    assert shelf.search.find(Query(), limit=4).unread == 4


def test_removed_copies_are_not_counted(shelf: Shelf, ranks: dict[str, int]) -> None:
    copies = [ranks["Ankara speaks"], ranks["NATO"]]
    tell_the_same(shelf, copies)
    shelf.library.set_states(copies[1:], removed=True)

    assert shelf.search.rows(copies[:1])[0].copies == 0
    assert [copy.rank for copy in shelf.search.copies(copies[0])] == copies[:1]
    assert [*shelf.search.with_copies(copies[:1])] == copies[:1]


def test_rows_come_in_the_order_they_are_asked_for(shelf: Shelf, ranks: dict[str, int]) -> None:
    wanted = [ranks["NATO"], 5, ranks["Talks"]]

    nato, talks = shelf.search.rows(wanted)

    assert (nato.title, nato.source, nato.published, nato.words) == ("NATO", "AP", "2023-10-31", 7)
    assert (talks.rank, talks.is_read, talks.is_starred, talks.is_archived, talks.tags) == (wanted[2], *[False] * 3, ())


def test_a_query_can_be_interrupted_and_rows_come_all_the_same(
    shelf: Shelf, ranks: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, NULL, 0 FROM n"

    def find(connection, *_):  # type: ignore[no-untyped-def]
        found = connection.execute(endless)
        next(found)
        Thread(target=shelf.search.interrupt).start()
        return found

    with monkeypatch.context() as patched:
        patched.setattr(shelf.search, "_find", find)
        with pytest.raises(InterruptedQuery):
            shelf.search.find(Query())

    shelf.search.interrupt()
    assert len(shelf.search.rows(list(ranks.values()))) == 4
    assert found(shelf, "nato") == ["Ankara speaks", "NATO"]


def tell_the_same(shelf: Shelf, ranks: list[int]) -> None:
    rows = [(rank, min(ranks)) for rank in ranks]
    shelf.index._file.writing(lambda c: c.executemany("INSERT INTO stories VALUES (?, ?, 1, 1)", rows))


# Any query on any texts finds what looking through all of them finds.

WORDS = (
    "gaza",
    "Gaza’s",
    "gazans",
    "Erdoğan",
    "ERDOGAN",
    "İstanbul",
    "他来",
    "来",
    "مُحَمَّد",
    "محمد",
    "the",
    "a",
    "x.y",
    "é",
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
leaves = st.builds(
    Words, texts.map(lambda text: text[:14]).filter(terms), st.sampled_from([Field.ANY, Field.TITLE]), st.booleans()
)
nodes = st.recursive(
    leaves,
    lambda parts: (
        st.builds(Not, parts)
        | st.builds(AllOf, st.lists(parts, min_size=2, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(parts, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=6,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(texts, texts), min_size=1, max_size=5, unique_by=lambda pair: pair[1]),
    st.lists(nodes, min_size=1, max_size=8),
)
def test_the_index_finds_what_looking_through_all_texts_finds(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]], roots: list[Node]
) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    ranks = shelf.put(*(coming(text, title=title) for title, text in pairs))
    articles = dict(zip(ranks, shelf.articles(ranks), strict=True))

    for root in roots:
        expected = {rank for rank, article in articles.items() if fits(article, root)}
        assert set(shelf.search.ranks(Query(root), is_folded=False)) == expected, root
    shelf.close()


def fits(article: Article, node: Node) -> bool:
    match node:
        case Words(text, field, is_prefix):
            sought = terms(text)
            is_prefix = is_prefix and len(sought[-1]) >= PREFIX
            places = [article.title] if field is Field.TITLE else [article.title, article.text, article.source or ""]
            return any(find_terms(place, sought, is_prefix=is_prefix) for place in places)
        case Not(part):
            return not fits(article, part)
        case AllOf(parts):
            return all(fits(article, part) for part in parts)
        case AnyOf(parts):
            return any(fits(article, part) for part in parts)
    raise AssertionError(node)
