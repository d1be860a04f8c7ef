from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import PartKind
from reader.model.span import Span
from reader.tui.widgets.article_lines import LONGEST_BLOCK, ArticleLines, Row, blocks_of
from reader.tui.widgets.viewport import Viewport
from tests.tui.widgets.articles import article, seed

WORDS = st.lists(st.sampled_from(["a", "minister", "met", "وزیر", "外交部", "\n\n"]), min_size=1, max_size=80)
BODIES = WORDS.map(" ".join).filter(lambda text: text.strip())


def lines_of(body: str, width: int = 20) -> ArticleLines:
    shown = article(body)
    return ArticleLines(shown.text, blocks_of(shown), width, len)


def all_rows(lines: ArticleLines) -> list[Row]:
    return lines.rows_from(Row(0, 0), 10_000)


@given(BODIES)
def test_every_letter_stands_in_exactly_one_row(body: str) -> None:
    lines = lines_of(body)
    shown = article(body)

    drawn = "".join(lines.span_of(row).of(shown.text) for row in all_rows(lines))
    assert "".join(drawn.split()) == "".join(body.split())


@given(BODIES, st.data())
def test_a_row_shows_the_code_point_it_was_found_by(body: str, data: st.DataObject) -> None:
    lines = lines_of(body)
    row = data.draw(st.sampled_from(all_rows(lines)))
    span = lines.span_of(row)

    assert lines.row_at(span.start) == lines.row_at(max(span.start, span.end - 1)) == row


@given(BODIES, st.data())
def test_moving_and_counting_agree_with_the_order_of_rows(body: str, data: st.DataObject) -> None:
    lines = lines_of(body)
    rows = all_rows(lines)
    first = data.draw(st.integers(0, len(rows) - 1))
    last = data.draw(st.integers(first, len(rows) - 1))

    assert lines.moved(rows[first], last - first) == rows[last]
    assert lines.moved(rows[last], first - last) == rows[first]
    assert lines.distance(rows[first], rows[last], 10_000) == last - first
    assert lines.moved(rows[first], -10_000) == rows[0]
    assert lines.moved(rows[last], 10_000) == rows[-1] == lines.last


def test_paragraphs_stand_apart_and_the_header_close_above() -> None:
    kinds = [(block.kind, block.has_gap) for block in blocks_of(article("One.\n\nTwo.", "header", "Headline", "By me"))]

    assert kinds == [
        (PartKind.HEADER, False),
        (PartKind.HEADLINE, False),
        (PartKind.BYLINE, True),
        (PartKind.BODY, True),
        (PartKind.BODY, False),
    ]


def test_an_endless_paragraph_is_broken_piece_by_piece() -> None:
    blocks = blocks_of(article("word " * LONGEST_BLOCK))

    assert max(len(block.span) for block in blocks) <= LONGEST_BLOCK
    assert all(one.span.end == other.span.start for one, other in pairwise(blocks))


@given(BODIES, st.integers(1, 12), st.data())
def test_what_is_revealed_is_in_sight(body: str, height: int, data: st.DataObject) -> None:
    lines = lines_of(body)
    view = Viewport(lines, height, data.draw(st.integers(0, len(body))))
    start = data.draw(st.integers(0, len(body) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(body))))

    view.reveal(span)

    assert view.is_in_sight(span)
    assert not view.begins_above(span)


def test_what_is_in_sight_already_moves_nothing() -> None:
    shown = seed()
    view = Viewport(ArticleLines(shown.text, blocks_of(shown), 66, len), 20, 0)
    before = view.rows

    view.reveal(Span(300, 320))

    assert view.rows == before


def test_the_last_page_is_full() -> None:
    shown = seed()
    view = Viewport(ArticleLines(shown.text, blocks_of(shown), 66, len), 10, 0)

    view.scroll(10_000)

    assert len(view.rows) == 10
    assert view.end == shown.body.end
