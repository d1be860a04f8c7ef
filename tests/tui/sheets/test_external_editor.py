"""The reader's own editor: real programs, in place of a real editor."""

import shlex
import sys
from pathlib import Path

import pytest

from reader.errors import DiploreaderError
from reader.tui.sheets.external_editor import edit_text

REPORT = """
import os, sys
from pathlib import Path
file = Path(sys.argv[-1])
Path(sys.argv[1]).write_text(f"{file}\\n{file.stat().st_mode:o}\\n{file.parent.stat().st_mode:o}\\n{file.read_text()}")
file.with_name("note.md~").write_text("a backup of the editor's")
file.write_text("edited\\n")
"""


def editor(monkeypatch: pytest.MonkeyPatch, code: str, *arguments: str, name: str = "EDITOR") -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv(name, shlex.join([sys.executable, "-c", code, *arguments]))


def test_the_editor_gets_a_private_file_that_is_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = tmp_path / "a report"
    editor(monkeypatch, REPORT, str(report))
    assert edit_text("as it was") == "edited"
    name, file_mode, folder_mode, text = report.read_text().split("\n")
    assert (file_mode, folder_mode, text) == ("100600", "40700", "as it was")
    assert not Path(name).parent.exists()


def test_no_shell_reads_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    report = tmp_path / "$(echo shell) & `ls`"
    editor(monkeypatch, REPORT, str(report))
    edit_text("")
    assert report.exists()


def test_visual_comes_before_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, "raise SystemExit(3)")
    editor(monkeypatch, "import sys; open(sys.argv[-1], 'w').write('by VISUAL')", name="VISUAL")
    monkeypatch.setenv("EDITOR", "false")
    assert edit_text("") == "by VISUAL"


@pytest.mark.parametrize("text", ["", "one line", "two\nlines", "ends with a newline\n", "Erdoğan غزة"])
def test_what_is_not_edited_comes_back_as_it_was(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    editor(monkeypatch, "")
    assert edit_text(text) == text


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no-such-editor-here", "Cannot run the editor no-such-editor-here: No such file"),
        ("sh -c 'exit 3'", "The editor sh ended with status 3; the text is as it was."),
        ('sh -c \'printf "\\\\377" > "$1"\' sh', "Cannot read what sh wrote as UTF-8"),
        ("sh -c 'rm \"$1\"' sh", "Cannot read what sh wrote"),
        ("vi '", "Cannot read the editor's name"),
    ],
)
def test_an_editor_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, command: str, said: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(DiploreaderError, match=said):
        edit_text("as it was")
