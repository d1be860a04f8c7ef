import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.span import Span
from reader.text.fold import find_folded, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Erdoğan", "erdogan"),
        ("İstanbul", "istanbul"),
        ("ISPARTA ısparta", "isparta isparta"),
        ("Straße", "strasse"),
        ("“It’s”", '"it\'s"'),
        ("Æthelred, Łódź", "aethelred, lodz"),
        ("مُحَمَّد", "محمد"),
        ("مـحـمـد", "محمد"),
        ("أحمد إيران آمال ٱلله", "احمد ايران امال الله"),
        ("مصطفى رئيسة مسؤول", "مصطفي رييسه مسوول"),
        ("می‌خواهم کابل", "ميخواهم كابل"),
        ("٢٠٢٣ ۲۰۲۳ २०२३", "2023 2023 2023"),
        ("Əliyev", "aliyev"),
        ("Ёлкин, Юрій", "елкин, юріи"),
        ("Ἀθῆναι ΌΣΟΣ", "αθηναι οσοσ"),
        ("ＧＡＺＡ ｶﾀｶﾅ", "gaza カタカナ"),
        ("ガザ、か", "ガザ、か"),
        ("서울", "서울"),
        ("हिन्दी", "हिन्दी"),
        ("co\u00adoperate \u200f", "cooperate "),
        ("½ ™ ﬁ", "1⁄2 tm fi"),
    ],
)
def test_letters_fold_to_what_people_type(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Tayyip Erdoğan said", "erdogan", ["Erdoğan"]),
        ("In İstanbul and İzmir", "izmir", ["İzmir"]),
        ("die Straße, die Strasse", "STRASSE", ["Straße", "Strasse"]),
        ("wait… then wait", "wait", ["wait", "wait"]),
        ("قال مُحَمَّد أمس", "محمد", ["مُحَمَّد"]),
        ("nothing here", "", []),
        ("aaaa", "aa", ["aa", "aa"]),
        ("le cafe\u0301 noir", "cafe", ["cafe\u0301"]),
        ("قال أحمد", "احمد", ["أحمد"]),
        ("可可西里", "西里", ["西里"]),
    ],
)
def test_a_find_points_at_the_letters_as_they_stand(text: str, needle: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_folded(text, needle)] == found


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text(min_size=1, max_size=3))
def test_every_place_folds_to_what_was_sought(text: str, needle: str) -> None:
    for span in find_folded(text, needle):
        assert fold(needle) in fold(span.of(text))


@given(st.text(), st.integers(0, 50), st.integers(1, 10))
def test_any_piece_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]
    places = find_folded(text, piece)

    assert places or not fold(piece)
    assert all(0 <= span.start < span.end <= len(text) for span in places)


def test_offsets_count_code_points() -> None:
    assert find_folded("ß and ß", "and") == [Span(2, 5)]
