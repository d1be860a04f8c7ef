"""Whether `he` or `she` may stand for a person."""

import pytest

from reader.analysis.entities import resolve
from reader.analysis.found import Found
from reader.analysis.speakers.genders import genders


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Angela Venn spoke.", "Angela Venn", "f"),
        ("Sergei Venn spoke.", "Sergei Venn", "m"),
        ("Xqzu Venn spoke.", "Xqzu Venn", ""),
        ("Ms. Xqzu Venn spoke.", "Xqzu Venn", "f"),
        ("Angela spoke.", "Angela", "f"),
        ("James spoke.", "James", ""),
    ],
)
def test_given_name_or_title_tells_the_gender(text: str, name: str, gender: str) -> None:
    start = text.index(name)
    names = resolve(text, [Found(start, start + len(name), "PERSON")])
    told = genders(text, names.entities, names.mentions)
    assert told.get(names.entities[0].id, "") == gender
