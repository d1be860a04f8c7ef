"""Rows of columns, for people and for programs."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.columns import LOOKED_AT, Column, cells, cut, say_rows
from tests.cli.terminals import sit_before

COLUMNS = (Column("ID", 4, is_id=True), Column("WORDS", 6, is_number=True), Column("TITLE"), Column("SOURCE", 8))
ROWS = (("abcdefgh", "12", "Talks in Oslo", "Reuters"), ("ijklmnop", "1234", "Envoys", "Agence France-Presse"))


def test_a_program_reads_whole_cells_between_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    assert say_rows(COLUMNS, ROWS) == 2
    assert capsys.readouterr().out.splitlines() == [
        "abcdefgh\t12\tTalks in Oslo\tReuters",
        "ijklmnop\t1234\tEnvoys\tAgence France-Presse",
    ]


def test_a_cell_ends_neither_line_nor_column_and_acts_on_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say_rows((Column("A"), Column("B")), [("one\ttwo\nthree\r", "\x1b[31mred\x9b0m")])
    assert capsys.readouterr().out == "one two three\t\ufffd[31mred\ufffd0m\n"


def test_a_terminal_shows_aligned_columns_with_headings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_before(monkeypatch, 60)
    monkeypatch.setenv("NO_COLOR", "1")
    assert say_rows(COLUMNS, ROWS) == 2
    assert capsys.readouterr().out.splitlines() == [
        "ID    WORDS  TITLE          SOURCE",
        "abcd     12  Talks in Oslo  Reuters",
        "ijkl   1234  Envoys         Agence…",
    ]


def test_what_a_narrow_terminal_cannot_hold_is_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_before(monkeypatch, 34)
    monkeypatch.setenv("NO_COLOR", "1")
    say_rows(COLUMNS, ROWS)
    assert capsys.readouterr().out.splitlines()[1] == "abcd     12  Talks in O…  Reuters"


def test_wide_characters_count_as_two_cells(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_before(monkeypatch, 40)
    monkeypatch.setenv("NO_COLOR", "1")
    say_rows((Column("TITLE", 8), Column("N")), [("会談が決裂した", "1"), ("short", "2")])
    assert capsys.readouterr().out.splitlines()[1:] == ["会談が…   1", "short     2"]


def test_headings_are_quiet_only_where_looks_are_wanted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_before(monkeypatch, 80)
    say_rows(COLUMNS, ROWS)
    assert capsys.readouterr().out.startswith("\x1b[2mID")
    monkeypatch.setenv("NO_COLOR", "1")
    say_rows(COLUMNS, ROWS)
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("is_terminal", [True, False])
def test_nothing_is_printed_for_no_rows(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    assert say_rows(COLUMNS, []) == 0
    assert capsys.readouterr().out == ""


def test_rows_come_out_before_the_last_has_come_in(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_before(monkeypatch, 80)
    printed: list[str] = []
    monkeypatch.setattr("reader.cli.columns.say_styled", printed.append)

    def rows() -> Iterator[tuple[str]]:
        for number in range(2 * LOOKED_AT):
            yield (str(number),)
        assert len(printed) > LOOKED_AT

    assert say_rows((Column("N"),), rows()) == 2 * LOOKED_AT


@given(st.text(max_size=30), st.integers(1, 30))
def test_a_cut_text_is_never_wider_than_asked(text: str, widest: int) -> None:
    assert cells(cut(text, widest)) <= widest
    assert cells(cut(text, widest, ellipsis="")) <= widest
