"""Passages and their hits."""

import pytest

from reader.cli.passages import marked, passage_lines
from reader.model.span import Span
from tests.cli.terminals import sit_before

TEXT = "Envoys of Türkiye met\nin Ankara."
HITS = (Span(10, 17), Span(25, 31))


def test_a_program_gets_one_line_with_marked_hits() -> None:
    assert TEXT[10:17] == "Türkiye"
    assert marked(TEXT, HITS) == "Envoys of **Türkiye** met in **Ankara**."


def test_a_terminal_shows_hits_bright_over_as_many_lines_as_they_take(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_before(monkeypatch, 80)
    assert list(passage_lines(TEXT, HITS, 15)) == [
        "Envoys of",
        "\x1b[1mTürkiye\x1b[m met in",
        "\x1b[1mAnkara\x1b[m.",
    ]
    assert list(passage_lines("a long phrase", [Span(2, 13)], 7)) == ["a \x1b[1mlong\x1b[m", "\x1b[1mphrase\x1b[m"]


def test_where_colours_are_not_wanted_hits_are_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_before(monkeypatch, 80)
    monkeypatch.setenv("NO_COLOR", "1")
    assert list(passage_lines(TEXT, HITS, 80)) == ["Envoys of **Türkiye** met in **Ankara**."]


def test_a_hostile_passage_acts_on_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_before(monkeypatch, 80)
    (line,) = passage_lines("a \x1b]0;x\x07b \x9b1m", [Span(2, 4)], 80)
    assert line == "a \x1b[1m\ufffd]\x1b[m0;x\ufffdb \ufffd1m"
