from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.analysis import Entity, Mention, Names, Order, Progress, Sentences
from reader.model.analysis_plain import finding_from_plain
from reader.model.article import Part, PartKind
from reader.model.span import Span
from reader.worker.protocol import (
    Analyse,
    Rank,
    finding_to_pieces,
    from_line,
    pieces_to_plain,
    request_from_plain,
    request_to_plain,
    to_line,
)

LINE_SIZE = 1 << 16

spans = st.tuples(st.integers(0, 10**7), st.integers(0, 99)).map(lambda pair: Span(pair[0], sum(pair)))
parts = st.lists(st.builds(Part, st.sampled_from(PartKind), spans)).map(tuple)
names = st.text(st.characters(codec="utf-8"))
analyses = st.builds(Analyse, names, parts, st.none() | spans, st.lists(names).map(tuple))
ranks = st.builds(
    Rank,
    names,
    st.lists(spans).map(tuple),
    names,
    st.lists(st.frozensets(names)).map(tuple),
    st.none() | st.lists(st.integers(0, 10**6)).map(tuple),
)
findings = st.one_of(
    st.builds(Sentences, st.lists(spans).map(tuple)),
    st.builds(Order, names, st.lists(st.integers(0, 10**6)).map(tuple)),
    st.builds(Progress, st.integers(0, 10**7), st.integers(0, 10**7)),
)


@given(analyses | ranks)
def test_a_request_survives_the_wire(request: Analyse | Rank) -> None:
    line = to_line(request_to_plain(7, request))
    assert request_from_plain(from_line(line)) == request


@given(names)
def test_no_text_can_end_a_line_early(text: str) -> None:
    line = to_line({"text": text})
    assert line.isascii()
    assert line.index(b"\n") == len(line) - 1


@given(findings)
def test_a_finding_survives_being_cut_in_pieces(finding: Sentences | Order | Progress) -> None:
    assert finding_from_plain(pieces_to_plain(list(finding_to_pieces(finding)))) == finding


def test_the_names_of_a_long_text_are_cut_in_short_lines() -> None:
    entities = tuple(Entity(f"person:somebody {n}", f"Somebody {n}", "PERSON") for n in range(3_000))
    mentions = tuple(Mention(Span(60 * n, 60 * n + 12), "PERSON", entities[n % 3_000].id) for n in range(20_000))
    pieces = list(finding_to_pieces(Names(entities, mentions)))
    assert max(len(to_line(piece)) for piece in pieces) < LINE_SIZE
    assert finding_from_plain(pieces_to_plain(pieces)) == Names(entities, mentions)


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"1", b"\xff\xfe", b"Traceback (most recent call last):"])
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_line(line)


@pytest.mark.parametrize("plain", [{}, {"text": "a"}, {"text": "a", "sentences": [[2, 1]], "method": "kl"}])
def test_what_is_no_request_is_refused(plain: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        request_from_plain(plain)
