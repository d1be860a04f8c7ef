from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.notebook.encoded import EncodedTable
from reader.notebook.tables import encode_document

numbers = st.integers(0, 300).map(str)
acts = st.lists(st.tuples(numbers, st.none() | st.integers(0, 3)), max_size=300)


@given(many=st.integers(0, 200), acts=acts)
def test_it_holds_what_a_dictionary_would(many: int, acts: list[tuple[str, int | None]]) -> None:
    model: dict[str, dict[str, Any]] = {str(number): {} for number in range(many)}
    table = EncodedTable(model)
    for number, value in acts:
        if value is None:
            table.drop(number)
            model.pop(number, None)
        else:
            table.put(number, {"value": value})
            model[number] = {"value": value}
        if value == 0:
            list(table.pieces())  # what is put together now must not be what is told later

    lines = b"".join(table.pieces()).split(b",\n")[1:]
    assert sorted(b",\n" + line for line in lines) == sorted(encode_document(*each) for each in model.items())


def test_a_change_leaves_the_other_pieces_as_they_are() -> None:
    table = EncodedTable({str(number): {} for number in range(200)})
    before = list(table.pieces())
    table.put("70", {"new": True})
    after = list(table.pieces())

    assert len(before) == len(after) > 3
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) == 1
