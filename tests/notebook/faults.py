"""Programs that annotate, killed or side by side, and what is left of what they told."""

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from uuid import UUID

from reader.notebook.notebook import Notebook
from tests.notebook.annotating import DELETED, EDITED, WRITTEN, command

CHECKOUT = Path(__file__).parents[2]

ENDLESS = 1_000_000
"""More notes than anybody waits for."""

Told = Mapping[tuple[str, UUID], str]
"""What a program has told last of each note: by article and id."""


def kill_at_random(folder: Path, articles: Sequence[str], random: Random) -> Told:
    """What a program told that was killed in the middle of an act, some acts after its start."""
    start = command(folder, ENDLESS, articles, deleting=True)
    with subprocess.Popen(start, cwd=CHECKOUT, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(random.randint(1, 40))]
        # The program is on its way to the next line: where, is a matter of chance, and of some busy microseconds.
        for _ in range(random.randint(0, 20_000)):
            pass
        program.kill()
        return read_told(b"".join(lines) + program.stdout.read())


def side_by_side(folder: Path, count: int, articles: Sequence[str]) -> Told:
    """What two programs told that made so many notes each at the same time."""
    start = command(folder, count, articles)
    programs = [subprocess.Popen(start, cwd=CHECKOUT, stdout=subprocess.PIPE) for _ in range(2)]
    outputs = [program.communicate()[0] for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    return merged(map(read_told, outputs))


def merged(many: Iterable[Told]) -> Told:
    """What several programs told, each of notes of its own."""
    return {key: act for told in many for key, act in told.items()}


def read_told(output: bytes) -> Told:
    """What the program told; a last line without an end was not told."""
    lines = output.decode().split("\n")[:-1]
    words = [line.split() for line in lines]
    return {(article, UUID(uuid)): act for article, uuid, act in words}


def lost(folder: Path, told: Told) -> list[str]:
    """What was told and is not so: one sentence each, also for files that were damaged."""
    notebook = Notebook(folder)
    there = {(article, mark.id): mark.body for article in {key[0] for key in told} for mark in notebook.marks(article)}
    after = {WRITTEN: (WRITTEN, EDITED), EDITED: (EDITED, None), DELETED: (None,)}
    wrong = [f"{key} {act}, found {there.get(key)}" for key, act in told.items() if there.get(key) not in after[act]]
    return wrong + list(notebook.take_notices())
