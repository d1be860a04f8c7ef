"""`diploreader roster ...`, in the process of the test."""

import pytest

from reader.errors import EXIT_USAGE
from tests.cli.names import decide
from tests.cli.said import Capture, lines, objects, remarks, rows
from tests.cli.terminals import sit_before


def test_what_was_decided_is_listed_the_newest_first(capsys: Capture) -> None:
    decide()
    listed = rows(capsys, "roster", "list")
    assert [[kind, what, scope, origin] for _, kind, what, scope, _, origin in listed] == [
        ["watch", "Turkey", "everywhere", ""],
        ["merge", "“Fidan [/b]\N{REPLACEMENT CHARACTER}[31m” → Hakan Fidan", "everywhere", ""],
        ["rename", "Turkey → Türkiye", "everywhere", ""],
    ]


def test_json_tells_everything_of_a_rule(capsys: Capture) -> None:
    decide()
    *_, renamed = objects(capsys, "roster", "list")
    assert len(renamed.pop("id")) == 36
    assert renamed.pop("modified").endswith("+00:00")
    assert renamed == {
        "kind": "rename",
        "entity": "iso:TR",
        "name": "Turkey",
        "type": "GPE",
        "words": "",
        "value": "Türkiye",
        "value_name": "",
        "value_type": "",
        "article": "",
        "origin": "",
    }


def test_nothing_decided_says_what_to_do(capsys: Capture) -> None:
    assert "diploreader watch NAME" in remarks(capsys, "roster", "list")


@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_shows_the_end_of_ids_by_which_rules_can_be_revoked(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    decide()
    ids = [row[0] for row in rows(capsys, "roster", "list")]
    with monkeypatch.context() as terminal:
        sit_before(terminal, columns)
        terminal.setenv("NO_COLOR", "1")
        heading, *listed = lines(capsys, "roster", "list")
    assert heading.split() == ["ID", "KIND", "WHAT", "SCOPE", "DATE", "ORIGIN"][: len(heading.split())]
    shown = [line.split()[0] for line in listed]
    assert all(whole.endswith(end) and len(end) == 8 for whole, end in zip(ids, shown, strict=True))
    assert "".join(listed).isprintable()

    ((gone, kind, *_),) = rows(capsys, "roster", "revoke", shown[1])
    assert (gone, kind) == (ids[1], "merge")
    assert [row[0] for row in rows(capsys, "roster", "list")] == [ids[0], ids[2]]


def test_nothing_is_revoked_where_one_id_fits_nothing(capsys: Capture) -> None:
    decide()
    first, *_ = objects(capsys, "roster", "list")
    for wrong in ("ffff0000ffff", "", first["id"][-3:]):
        assert "roster list" in remarks(capsys, "roster", "revoke", first["id"], wrong, status=EXIT_USAGE)
    assert len(rows(capsys, "roster", "list")) == 3
    (told,) = objects(capsys, "roster", "revoke", first["id"], first["id"])
    assert told["id"] == first["id"]
