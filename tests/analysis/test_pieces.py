"""Stretches for the model to read."""

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.pieces import LONGEST, Piece, batches, pieces
from reader.model.article import Part, PartKind
from reader.model.span import Span

texts = st.text(st.sampled_from("aB .!?\n\t…\u2028é漢"), max_size=200)


def body(text: str) -> tuple[Part, ...]:
    return (Part(PartKind.BODY, Span(0, len(text))),)


def test_each_paragraph_is_a_piece() -> None:
    text = "One. Two.\n\n  Three. \nFour."
    assert [piece.text for piece in pieces(text, body(text))] == ["One. Two.", "Three.", "Four."]


def test_headline_is_read_apart_and_header_and_byline_are_not_read() -> None:
    text = "Talks fail\nBy A. Writer\n(AP) Envoys left."
    parts = (
        Part(PartKind.HEADLINE, Span(0, 10)),
        Part(PartKind.BYLINE, Span(11, 23)),
        Part(PartKind.HEADER, Span(24, 28)),
        Part(PartKind.BODY, Span(29, len(text))),
    )
    assert list(pieces(text, parts)) == [Piece(0, "Talks fail", False), Piece(29, "Envoys left.", True)]


@given(texts)
def test_pieces_stand_where_they_say_and_lose_nothing_but_blanks(text: str) -> None:
    found = list(pieces(text, body(text)))
    assert all(text.startswith(piece.text, piece.start) for piece in found)
    assert "".join("".join(piece.text for piece in found).split()) == "".join(text.split())
    assert all(piece.text == piece.text.strip() and "\n" not in piece.text for piece in found)


def test_very_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "An envoy spoke at length. " * 1000
    found = list(pieces(text, body(text)))
    assert all(len(piece.text) <= LONGEST and piece.text.endswith(".") for piece in found)
    assert sum(piece.text.count("envoy") for piece in found) == 1000


def test_very_long_word_is_cut_all_the_same() -> None:
    text = "x" * (3 * LONGEST)
    assert [len(piece.text) for piece in pieces(text, body(text))] == [LONGEST] * 3


def test_batches_hold_all_pieces_in_order_and_stay_short() -> None:
    all_pieces = [Piece(n * 1000, "x" * 999, True) for n in range(20)]
    groups = list(batches(all_pieces))
    assert [piece for group in groups for piece in group] == all_pieces
    assert all(sum(len(piece.text) for piece in group) <= LONGEST for group in groups)
