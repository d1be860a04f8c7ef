import json
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.mark import Mark, MarkKind
from reader.notebook.annotation import UNREADABLE, from_annotation, to_annotation
from tests.notebook.notes import ARTICLE, NOON, note
from tests.notebook.strategies import marks

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(marks)
def test_a_mark_comes_back_as_it_was(mark: Mark) -> None:
    assert mark == from_annotation(ARTICLE, json.loads(json.dumps(to_annotation(mark))))


def test_a_note_has_the_shape_of_the_web_annotation_data_model() -> None:
    mark = note(tags=("gaza",), rev=3)

    assert {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{mark.id}",
        "type": "Annotation",
        "motivation": "commenting",
        "created": "2023-11-08T12:00:00Z",
        "modified": "2023-11-08T12:00:00Z",
        "body": [
            {"type": "TextualBody", "purpose": "commenting", "value": "Who says so?"},
            {"type": "TextualBody", "purpose": "tagging", "value": "gaza"},
        ],
        "target": {
            "source": f"urn:diploreader:article:{ARTICLE}",
            "version": "f" * 64,
            "selector": [
                {"type": "TextPositionSelector", "start": 10, "end": 15},
                {"type": "TextQuoteSelector", "exact": "NATO ", "prefix": "Turkey, a ", "suffix": "ally"},
            ],
        },
        "rev": 3,
    } == to_annotation(mark)


def test_a_mark_on_the_article_as_a_whole_selects_nothing() -> None:
    annotation = to_annotation(note(anchor=None, kind=MarkKind.TAGS, body=""))

    assert {"source": f"urn:diploreader:article:{ARTICLE}"} == annotation["target"]
    assert annotation["body"] == []


def test_times_are_kept_in_utc() -> None:
    there = datetime(2023, 11, 8, 15, tzinfo=timezone(timedelta(hours=3)))

    assert to_annotation(note(created=there))["created"] == "2023-11-08T12:00:00Z"


def test_a_time_without_a_zone_counts_as_utc() -> None:
    assert from_annotation(ARTICLE, to_annotation(note()) | {"created": "2023-11-08T12:00:00"}).created == NOON


@pytest.mark.parametrize("key", ["id", "motivation", "created", "modified", "body", "target", "rev"])
@given(value=plain)
def test_what_others_wrote_is_read_or_refused_and_never_crashes(key: str, value: Any) -> None:
    with suppress(*UNREADABLE):
        from_annotation(ARTICLE, to_annotation(note()) | {key: value})


@given(st.dictionaries(st.text(max_size=5), plain, max_size=3))
def test_an_annotation_without_what_we_need_is_refused(annotation: dict[str, Any]) -> None:
    with pytest.raises(UNREADABLE):
        from_annotation(ARTICLE, annotation)
