from hypothesis import given

from reader.text.sketch import sketch
from tests.strategies import clean_texts
from tests.wire import Wire

WIRE = Wire(11)
STORY = WIRE.story(300)


def test_the_sketch_of_a_piece_is_in_the_sketch_of_the_whole() -> None:
    whole, piece = sketch(STORY), sketch(WIRE.cut(STORY, 0.5))
    assert {value for value in piece.prints if value <= whole.bound} < set(whole.prints)


def test_the_sketch_of_a_text_is_the_same_everywhere() -> None:
    """Sketches are kept in files: other hashes would find no old story."""
    assert sketch("The ministers met in Cairo on Tuesday and agreed").prints == (
        138265636,
        281763281,
        1150163550,
        1367135378,
        1515117815,
    )


@given(clean_texts)
def test_every_text_has_a_sketch_in_order(text: str) -> None:
    found = sketch(text)
    assert list(found.prints) == sorted(set(found.prints))
    assert all(0 <= value <= found.bound < 2**32 for value in found.prints)


def test_cut_and_edited_copies_are_found_by_their_sketches() -> None:
    found = 0
    for seed in range(100):
        wire = Wire(seed)
        story = wire.story(250)
        copy = wire.edited(wire.cut(story, 0.6), 0.05)
        found += not set(sketch(story).prints).isdisjoint(sketch(copy).prints)
    assert found >= 97
