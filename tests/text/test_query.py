from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.model.query import AllOf, AnyOf, Between, Fact, Field, Has, Is, Node, Not, State, Words
from reader.text.query import finished, parse_query
from tests.strategies import raw_texts

TODAY = date(2023, 11, 8)
A, B, C = Words("a"), Words("b"), Words("c")
PIECES = (
    "gaza", "İstanbul", "cease-fire", "-", "(", ")", '"', "“", "”", " ", " OR ", " AND ", " NOT ", "*", ":", "source:",
    "is:unread", "is:", "tag:", "type:pdf", "after:7d", "on:2023-01..2023-02", "before:", "ent:iso:TR", "lang:en", "\n",
    "https://x.org/a?b=(c)", "a:b", "来了",
)  # fmt: skip
queries = raw_texts | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def parsed(text: str) -> Node | None:
    return parse_query(text, TODAY).root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", None),
        (" \n ", None),
        ("gaza", Words("gaza")),
        ("a b", AllOf((A, B))),
        ("a AND b", AllOf((A, B))),
        ("a and b", AllOf((A, Words("and"), B))),
        ('"two  words"', Words("two words")),
        ("“two words”", Words("two words")),
        ("gaz*", Words("gaz", is_prefix=True)),
        ('"gaza str"*', Words("gaza str", is_prefix=True)),
        ('"not closed', Words("not closed")),
        ("cease-fire", Words("cease-fire")),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("a -b", AllOf((A, Not(B)))),
        ("a - b", AllOf((A, B))),
        ("--a", Not(Not(A))),
        ('-"a b"', Not(Words("a b"))),
        ("a OR b", AnyOf((A, B))),
        ("a b OR c", AnyOf((AllOf((A, B)), C))),
        ("a (b OR c)", AllOf((A, AnyOf((B, C))))),
        ("a (b", AllOf((A, B))),
        ("a OR", A),
        ("OR a", A),
        ("()", None),
        ("- — * 😀", None),
        ('"OR"', Words("OR")),
        ("-OR a", A),
        ("title:gaza", Words("gaza", Field.TITLE)),
        ("Source:“The New York Times”", Words("The New York Times", Field.SOURCE)),
        ("-author:doe", Not(Words("doe", Field.AUTHOR))),
        ("note:gaz*", Words("gaz", Field.NOTE, is_prefix=True)),
        ("tag:mediation", Has(Fact.TAG, "mediation")),
        ("ent:iso:TR", Has(Fact.ENTITY, "iso:TR")),
        ('ent:"Hakan Fidan"', Has(Fact.ENTITY, "Hakan Fidan")),
        ("type:PDF", Has(Fact.FORMAT, "pdf")),
        ("lang:en", Has(Fact.LANGUAGE, "en")),
        ("is:unread", Is(State.UNREAD)),
        ("-is:archived", Not(Is(State.ARCHIVED))),
        ("is:watched", Is(State.WATCHED)),
        ("since:Visit", Is(State.NEW)),
        ("is:new", Is(State.NEW)),
        ("since:2023", Between(date(2023, 1, 1), None)),
        ("after:2023", Between(date(2023, 1, 1), None)),
        ("before:2023-11", Between(None, date(2023, 11, 1))),
        ("on:yesterday", Between(date(2023, 11, 7), date(2023, 11, 8))),
        ("on:2023-10..2023-11", Between(date(2023, 10, 1), date(2023, 12, 1))),
        ("on:9999-12-31", Between(date(9999, 12, 31), None)),
        ("https://example.org/a", Words("https://example.org/a")),
        ("10:30", Words("10:30")),
        ("Gaza: talks", AllOf((Words("Gaza:"), Words("talks")))),
        ('"from:ankara"', Words("from:ankara")),
    ],
)
def test_a_query_says(text: str, root: Node | None) -> None:
    assert parsed(text) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("gaz", Words("gaz", is_prefix=True)),
        ("gaz ", Words("gaz")),
        ("a gaz", AllOf((A, Words("gaz", is_prefix=True)))),
        ('"gaza str', Words("gaza str", is_prefix=True)),
        ('"gaza str"', Words("gaza str")),
        ("(a", Words("a", is_prefix=True)),
        ("source:reu", Words("reu", Field.SOURCE, is_prefix=True)),
        ("tag:me", Has(Fact.TAG, "me", is_prefix=True)),
        ("a source:", A),
        ("a is:unr", A),
        ("a -is:unr", A),
        ("a type:m", A),
        ("a after:2023-", A),
        ("a on:2023..20", A),
        ("a on:yest", A),
        ("a since:vis", A),
        ("a since:2", A),
        ("a is:unread", AllOf((A, Is(State.UNREAD)))),
    ],
)
def test_the_end_of_a_query_that_is_typed_may_go_on(text: str, root: Node) -> None:
    assert parse_query(text, TODAY, is_typed=True).root == root


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("gaza is:unraed", 8, "“is:unraed” is unknown. Did you mean “is:unread”?"),
        ("is:deleted", 3, "“is:deleted” is unknown. Did you mean “is:removed”?"),
        ("type:md", 5, "“type:md” is unknown. Did you mean “type:markdown”?"),
        ("type:zzz", 5, "“type:zzz” is unknown. There are text, markdown, html, pdf, docx, epub, mail, jsonl, feed."),
        ("a sourc:reuters", 2, "“sourc:” is no filter. Did you mean “source:”? In quotes it is a word like others."),
        ("from:reuters", 0, "“from:” is no filter. Did you mean “source:”? In quotes it is a word like others."),
        ("source: reuters", 7, "“source:” needs a word right behind it, without a blank."),
        ('source:""', 7, "“source:” needs a word right behind it, without a blank."),
        ("title:—", 6, "“title:” needs a word with letters or digits."),
        (
            "after:2023-13",
            6,
            "“2023-13” is no date. Write 2023-11-08, 2023-11, 2023, today, yesterday, 7d, 2w, 3m or 1y.",
        ),
        ("since:vist", 6, "“vist” is no date. Did you mean “since:visit”?"),
        (
            "since:ever",
            6,
            "“ever” is no date. Write 2023-11-08, 2023-11, 2023, today, yesterday, 7d, 2w, 3m or 1y, or visit.",
        ),
        ("is:watching", 3, "“is:watching” is unknown. Did you mean “is:watched”?"),
        ("on:2023..2022", 3, "“2023..2022” ends before it begins."),
        ("after:2022..2023", 6, "“after:” takes one day. “on:2022..2023” takes two."),
        ("a) b", 1, "There is no ( before this )."),
        ("(" * 41, 41, "Too many groups inside each other."),
        ("a " * 501, 1000, "The query is too long: no more than 500 words can be looked for."),
    ],
)
def test_a_query_that_makes_no_sense_is_told_where_and_what_to_write(text: str, at: int, said: str) -> None:
    with pytest.raises(QueryError) as raised:
        parsed(text)

    assert (raised.value.at, str(raised.value)) == (at, said)


def test_a_slip_is_told_while_it_is_typed_as_well() -> None:
    with pytest.raises(QueryError):
        parse_query("is:unraed", TODAY, is_typed=True)


@given(queries, st.booleans())
def test_any_text_is_a_query_or_an_error_with_its_place(text: str, is_typed: bool) -> None:
    at = 0
    try:
        parse_query(text, TODAY, is_typed=is_typed)
    except QueryError as error:
        at = error.at
    assert 0 <= at <= len(text)


@given(queries, st.booleans())
def test_a_query_that_is_written_out_reads_the_same(text: str, is_typed: bool) -> None:
    try:
        query = parse_query(text, TODAY, is_typed=is_typed)
    except QueryError:
        return
    assert parse_query(str(query), TODAY) == query


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("gaz", "gaz*"),
        ("gaz ", "gaz "),
        ("gaz*", "gaz*"),
        ('"gaza strip"', '"gaza strip"'),
        ('title:"gaza st', 'title:"gaza st"*'),
        ("«gaza", '«gaza"*'),
        ("talks source:reu", "talks source:reu*"),
        ("is:unread", "is:unread"),
        ("gaza is:unr", "gaza is:unr"),
        ("after:7d", "after:7d"),
        ("", ""),
        ("a)", "a)"),
    ],
)
def test_a_query_that_is_kept_says_where_its_last_word_went_on(typed: str, said: str) -> None:
    assert finished(typed, TODAY) == said


@given(queries)
def test_a_finished_query_finds_what_the_typed_one_found(typed: str) -> None:
    with suppress(QueryError):
        root = parse_query(typed, TODAY, is_typed=True).root
        assert parse_query(finished(typed, TODAY), TODAY).root == root
