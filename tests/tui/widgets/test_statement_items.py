"""The lines of statements in their pane."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model.statement import Statement
from reader.model.value import replace
from reader.text.ledger import Ledger
from reader.tui.widgets.item_pane import Item
from reader.tui.widgets.statement_items import StatementItems
from tests.speaking import STATEMENTS, TEXT, analysis_of, article_of, spans

ANALYSIS = analysis_of(article_of())


def items(width: int, *statements: Statement, days: dict[int, str] | None = None, text: str = TEXT) -> list[Item]:
    analysis = replace(ANALYSIS, statements=statements or STATEMENTS)
    return StatementItems(text, days or {}, width).items(Ledger(analysis, text).chapters())


def lines(width: int, *statements: Statement, days: dict[int, str] | None = None, text: str = TEXT) -> list[str]:
    each = (line for item in items(width, *statements, days=days, text=text) for line in item.lines)
    return ["".join(piece.text for piece in line).rstrip() for line in each]


def test_what_is_said_stands_in_a_column_beside_how_it_is_said() -> None:
    assert lines(60, *STATEMENTS[1:3]) == [
        "Ana Petrova   Foreign Minister",
        '  say      "We will not pay,"',
        "  not say  whether talks would go on",
    ]


def test_the_day_stands_before_what_is_said() -> None:
    assert lines(36, *STATEMENTS[:1], days={0: "7 Nov?"})[1:] == [
        "  accuse  7 Nov?  the rebels … of a",
        '          "cold war"',
    ]


def test_what_is_told_in_a_statement_is_indented_under_who_says_it() -> None:
    reported, told = STATEMENTS[3], replace(STATEMENTS[4], within=0)

    assert lines(60, reported, told) == [
        "The Courier   media",
        "  report  that Ms Petrova told allies that aid may stop",
        "  Ana Petrova   Foreign Minister",
        "    tell    that aid may stop",
    ]


def test_a_long_cue_has_a_line_for_itself() -> None:
    statement = replace(STATEMENTS[5], lemma="express its deepest regret")

    assert lines(50, statement)[1:] == ["  express its deepest regret", "                 for calm"]


def test_where_there_is_little_room_what_is_said_stands_below_how() -> None:
    assert lines(26, *STATEMENTS[2:3])[1:] == ["  not say", "    whether talks would go", "    on"]


def test_a_negation_is_told_by_more_than_its_place() -> None:
    (_, row) = items(60, *STATEMENTS[2:3])

    assert [(piece.text, piece.look) for piece in row.lines[0]][1:3] == [("not ", "sign"), ("say", "cue")]


WORDS = st.text(st.sampled_from("ab cd. …“”\u0645\u0646 한字\t[/b]"), min_size=1, max_size=80).filter(str.strip)


@given(WORDS, WORDS, WORDS, st.integers(12, 120), st.booleans())
def test_no_line_is_wider_than_the_pane(speaker: str, cue: str, said: str, width: int, is_modal: bool) -> None:
    text = f"{speaker}|{cue}|{said}"
    known = replace(STATEMENTS[5], lemma=cue, is_modal=is_modal)
    statement = replace(known, speaker=spans(text, speaker), cue=spans(text, cue), content=spans(text, [said, speaker]))
    deep = [replace(statement, within=number - 1 if number else None) for number in range(7)]

    assert all(cell_len(line) <= width for line in lines(width, *deep, days={0: "31 Dec – 6 Jan 2024?"}, text=text))
