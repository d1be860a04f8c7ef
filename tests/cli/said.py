"""What the command line said."""

import json
from typing import Any

import pytest

from reader.cli.main import run

Capture = pytest.CaptureFixture[str]


def lines(capsys: Capture, *arguments: str, status: int = 0) -> list[str]:
    """Lines on standard output of a call that ends with this status."""
    assert run(arguments) == status
    return capsys.readouterr().out.splitlines()


def rows(capsys: Capture, *arguments: str, status: int = 0) -> list[list[str]]:
    """Cells of the lines on standard output."""
    return [line.split("\t") for line in lines(capsys, *arguments, status=status)]


def objects(capsys: Capture, *arguments: str, status: int = 0) -> list[dict[str, Any]]:
    """JSON objects on standard output."""
    return [json.loads(line) for line in lines(capsys, *arguments, "--json", status=status)]


def remarks(capsys: Capture, *arguments: str, status: int = 0) -> str:
    """Standard error of a call that prints nothing else."""
    assert run(arguments) == status
    out, err = capsys.readouterr()
    assert out == ""
    return err
