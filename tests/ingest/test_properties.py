from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.properties import day_of, likely_author, likely_title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Statement on the talks", "Statement on the talks"),
        ("Microsoft Word - Statement on the talks.docx", None),
        ("Microsoft Word - Statement on the talks", "Statement on the talks"),
        ("N2345678.pdf", None),
        ("draft v2 final.doc", None),
        ("Untitled", None),
        ("Untitled 1", None),
        ("Document 12", None),
        ("  Two\n words ", "Two words"),
        ("", None),
        (None, None),
    ],
)
def test_a_title_of_a_file_is_believed_when_a_person_wrote_it(written: str | None, title: str | None) -> None:
    assert likely_title(written) == title


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("Jane Doe", "Jane Doe"),
        ("jdoe", None),
        ("Microsoft Office User", None),
        ("jane doe@x.example", None),
        ("python-docx", None),
        (None, None),
    ],
)
def test_an_author_of_a_file_is_believed_when_it_is_a_name(written: str | None, author: str | None) -> None:
    assert likely_author(written) == author


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-05", date(2024, 3, 5)),
        ("2024-03-05T23:10:00+02:00", date(2024, 3, 5)),
        (" 2024-03-05 10:00", date(2024, 3, 5)),
        ("D:20240305101112+01'00'", date(2024, 3, 5)),
        ("20240305", date(2024, 3, 5)),
        ("Tue, 05 Mar 2024 23:30:00 -0500", date(2024, 3, 5)),
        (1709596800, date(2024, 3, 5)),
        (1709596800000, date(2024, 3, 5)),
        ("2999-01-01", None),
        ("2024", None),
        ("2024-03", None),
        ("2024-13-05", None),
        ("yesterday", None),
        (f"Tue, {10**20} Mar 2024 10:00:00 -0500", None),
        ("", None),
        (True, None),
        (None, None),
        ([2024], None),
        (float("nan"), None),
        (1e300, None),
    ],
)
def test_a_date_names_a_day_or_none(written: object, day: date | None) -> None:
    assert day_of(written) == day


@given(st.text() | st.integers() | st.floats() | st.none())
def test_anything_may_stand_where_a_date_should(written: object) -> None:
    assert day_of(written) is None or isinstance(day_of(written), date)
