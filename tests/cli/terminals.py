"""Standard output as if a person sat before it, in the process of the test."""

import sys

import pytest


def sit_before(monkeypatch: pytest.MonkeyPatch, columns: int, *, stderr: bool = False) -> None:
    """Make standard output a terminal of so many columns; or standard error."""
    monkeypatch.setattr(sys.stderr if stderr else sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(columns))
