"""What is really loaded at run time; the order of imports itself is a contract in pyproject.toml."""

import subprocess
import sys

import pytest

ANALYSIS = {"spacy", "thinc", "sumy", "lxml", "numpy", "nltk"}


def loaded_by(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after running this code."""
    report = "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("module", ["reader.tui.app", "reader.desk", "reader.actions", "reader.worker.supervisor"])
def test_the_process_of_the_screen_loads_no_analysis(module: str) -> None:
    assert not loaded_by(f"import {module}") & ANALYSIS


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


def test_the_command_line_analyses_without_a_screen() -> None:
    assert "textual" not in loaded_by("import reader.cli.analyse")


def test_the_probe_sees_what_is_loaded() -> None:
    assert {"textual", "asyncio"} <= loaded_by("import textual.app")
