"""The table of verbs, and what is made from it."""

import re
from pathlib import Path

import pytest

from reader.cli.main import run
from reader.cli.parsers import verb_parser
from reader.cli.verbs import GROUPS, VERBS, Verb
from reader.errors import EXIT_FAILURE, EXIT_USAGE


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a call for help prints."""
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_help_lists_every_verb_with_its_summary(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    lines = shown(capsys, "--help").splitlines()
    for verb in VERBS.values():
        told = rf"  {re.escape(verb.name)} {re.escape(verb.shape)} *{re.escape(verb.summary)}"
        assert any(re.fullmatch(told, line) for line in lines), verb.name


@pytest.mark.parametrize("verb", VERBS.values(), ids=list(VERBS))
def test_every_verb_tells_what_it_takes_within_the_width_of_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: Verb
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = shown(capsys, *verb.name.split(), "--help")
    assert text.startswith(f"usage: diploreader {verb.name} ")
    for words in ("--home DIR", "--json", "JSON:"):
        assert words in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("verb", VERBS.values(), ids=list(VERBS))
def test_no_verb_gives_a_flag_of_all_another_meaning(verb: Verb) -> None:
    verb.load().arguments(verb_parser(verb))


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_a_group_lists_its_verbs(capsys: pytest.CaptureFixture[str], group: str) -> None:
    assert run([group]) == 0
    alone = capsys.readouterr().out
    assert run([group, "--help"]) == 0
    assert capsys.readouterr().out == alone
    for verb in VERBS.values():
        assert (verb.summary in alone) is verb.name.startswith(f"{group} ")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["serach", "Gaza"], "There is no file serach, and no verb of that name. Did you mean `diploreader search`?"),
        (["lits"], "There is no file lits, and no verb of that name. Did you mean `diploreader list`?"),
        (["feed", "ad", "x"], "There is no verb feed ad. Did you mean `diploreader feed add`?"),
    ],
)
def test_a_verb_that_is_nearly_one_is_asked_about(
    capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    assert run(arguments) == EXIT_USAGE
    assert capsys.readouterr().err == f"diploreader: {complaint}\n"


def test_a_word_far_from_all_verbs_of_a_group_gets_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["feed", "xyzzy"]) == EXIT_USAGE
    assert "Known are feed add, " in capsys.readouterr().err


@pytest.mark.parametrize("home_flag", [["--home", "{}"], ["--home={}"]])
@pytest.mark.parametrize("is_before", [True, False])
def test_the_home_may_be_chosen_before_the_verb_or_after_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, home: Path, home_flag: list[str], is_before: bool
) -> None:
    flag = [part.format(tmp_path / "elsewhere") for part in home_flag]
    assert run([*flag, "list"] if is_before else ["list", *flag]) == 0
    assert (tmp_path / "elsewhere" / "library.db").exists()
    assert not home.exists()


def test_a_verb_wins_over_a_file_of_its_name_and_a_path_over_the_verb(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list").touch()
    assert run(["list"]) == 0
    assert "inbox is empty" in capsys.readouterr().err
    assert run(["./list"]) == EXIT_FAILURE
    assert "list is empty" in capsys.readouterr().err


def test_a_file_is_opened_however_much_its_name_is_like_a_verb(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lists").touch()
    assert run(["lists"]) == EXIT_FAILURE
    assert "Did you mean" not in capsys.readouterr().err
