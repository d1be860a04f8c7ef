"""The statements of an article by who speaks."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.statement import Authority, SpeakerKind
from reader.model.value import replace
from reader.text.ledger import EVERYTHING, Ledger, Wanted
from tests.speaking import STATEMENTS, TEXT, analysis_of, article_of, statement

ANALYSIS = analysis_of(article_of())


def chapters(wanted: Wanted = EVERYTHING) -> list[tuple[str, str, list[int]]]:
    """Names, notes, and numbers of the statements below them."""
    return [
        (chapter.voice.name, chapter.voice.note, [row.number for row in chapter.rows])
        for chapter in Ledger(ANALYSIS, TEXT).chapters(wanted)
    ]


def test_people_come_first_then_groups_documents_media_and_those_whom_nobody_names() -> None:
    assert chapters() == [
        ("Ana Petrova", "Foreign Minister", [0, 1, 2]),
        ("Officials", "unnamed", [5]),
        ("The report", "document", [7]),
        ("The Courier", "media", [3, 4]),
        ("Left open who speaks", "", [6]),
        ("No speaker named", "", [8, 9]),
    ]


def test_what_is_told_in_a_statement_stands_below_it() -> None:
    courier = Ledger(ANALYSIS, TEXT).chapters()[3]

    assert [(row.voice.name, row.depth) for row in courier.rows] == [("The Courier", 0), ("Ana Petrova", 1)]


def test_alone_it_says_who_tells_it() -> None:
    (petrova,) = Ledger(ANALYSIS, TEXT).chapters(Wanted(voice="person:ana petrova"))

    assert [(row.number, row.depth, row.told_by and row.told_by.name) for row in petrova.rows] == [
        (0, 0, None),
        (1, 0, None),
        (2, 0, None),
        (4, 0, "The Courier"),
    ]


def test_the_same_group_is_one_voice_whether_it_is_new_or_known() -> None:
    group = {
        "kind": SpeakerKind.GROUP,
        "authority": Authority.RECORD,
        "text": "A crew left. The crew said so. They agreed.",
    }
    found = (
        statement("A crew", "left", "said", **group),
        statement("The crew", "said", "so", **group),
        statement(
            "They", "agreed", "agreed", antecedent=statement("The crew", "said", "so", **group).speaker[0], **group
        ),
    )
    ledger = Ledger(replace(ANALYSIS, statements=found), str(group["text"]))

    assert [voice.name for voice in ledger.voices] == ["A crew"] * 3


def test_kinds_and_quotations_without_a_speaker_can_be_asked_for() -> None:
    assert [numbers for _, _, numbers in chapters(Wanted(act="accuse"))] == [[0]]
    assert [numbers for _, _, numbers in chapters(Wanted(unassigned=True))] == [[8, 9]]
    assert chapters(Wanted(voice="person:ana petrova", act="threaten")) == []


@given(st.lists(st.tuples(st.none() | st.integers(0, 30), st.integers(0, 9)), max_size=30))
def test_every_statement_stands_once_whatever_it_is_said_to_be_told_in(told: list[tuple[int | None, int]]) -> None:
    found = tuple(replace(STATEMENTS[number], within=within) for within, number in told)
    rows = [row for chapter in Ledger(replace(ANALYSIS, statements=found), TEXT).chapters() for row in chapter.rows]

    assert sorted(row.number for row in rows) == list(range(len(found)))
