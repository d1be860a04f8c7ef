"""What is really loaded at run time; the order of imports itself is a contract in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

import pytest

ANALYSIS = {"spacy", "thinc", "sumy", "lxml", "numpy", "nltk"}
PARSERS = {"lxml", "trafilatura", "feedparser", "pypdf", "urllib3", "requests"}


def loaded_by(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after running this code."""
    report = "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "module",
    [
        "reader.actions",
        "reader.desk.background",
        "reader.desk.feeds",
        "reader.desk.importing",
        "reader.desk.indexing",
        "reader.desk.lists",
        "reader.tui.app",
        "reader.tui.screens.furniture",
        "reader.tui.screens.library_screen",
        "reader.tui.taking_in",
        "reader.worker.importer",
        "reader.worker.supervisor",
    ],
)
def test_the_process_of_the_screen_loads_no_analysis_and_no_parser(module: str) -> None:
    assert not loaded_by(f"import {module}") & (ANALYSIS | PARSERS)


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_a_question_to_the_command_line_loads_no_screen(flag: str) -> None:
    code = f"""
from contextlib import suppress
from reader.cli.main import run
with suppress(SystemExit):
    run([{flag!r}])
"""
    loaded = loaded_by(code)
    assert "reader" in loaded
    assert not loaded & (ANALYSIS | {"textual", "rich", "tinydb", "sqlite3", "asyncio"})


@pytest.mark.parametrize("verb", ["list", "search gaza", "stats"])
def test_a_look_into_the_library_loads_no_screen(verb: str, tmp_path: Path) -> None:
    code = f"""
from reader.cli.main import run
run(["--home", {str(tmp_path)!r}, *{verb.split()!r}])
"""
    loaded = loaded_by(code)
    assert "sqlite3" in loaded
    assert not loaded & (ANALYSIS | PARSERS | {"textual", "rich", "asyncio"})


def test_the_command_line_analyses_without_a_screen() -> None:
    assert "textual" not in loaded_by("import reader.cli.analyse")


def test_the_probe_sees_what_is_loaded() -> None:
    assert {"textual", "asyncio"} <= loaded_by("import textual.app")


def test_what_the_reader_said_of_names_is_read_without_the_database_that_changes_it(tmp_path: Path) -> None:
    code = """
from pathlib import Path
from reader.desk.rules import EntityRules
from reader.model.analysis import Analysis, Entity
rules = EntityRules(Path({folder!r}))
{act}
rules.corrected("a", "Turkey", Analysis("hash"))
"""
    loaded = loaded_by(code.format(folder=str(tmp_path), act='rules.watch(Entity("iso:TR", "Turkey", "GPE"), True)'))
    assert "tinydb" in loaded

    loaded = loaded_by(code.format(folder=str(tmp_path), act='assert rules.watched() == {"iso:TR"}'))
    assert not loaded & {"tinydb", "csv", "sqlite3"}
