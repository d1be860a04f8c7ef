"""What stays behind when the screen's process is killed: nothing."""

import subprocess
import sys

import psutil
import pytest

from tests.processes import is_gone_within
from tests.worker.listening import OBEDIENT

SCREEN = """
import sys, time, psutil
from reader.worker.supervisor import AnalysisWorker
from tests.worker.listening import Ear, whole
ear = Ear()
AnalysisWorker(None, sys.argv[1].split("|")).submit(whole(sys.argv[2]), ear)
ear.next()
print(*[child.pid for child in psutil.Process().children()], flush=True)
time.sleep(3600)
"""


@pytest.mark.parametrize("text", ["say it", "drip", "hang"])
def test_the_program_ends_with_its_screen(text: str) -> None:
    command = [sys.executable, "-c", SCREEN, "|".join(OBEDIENT), text]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as screen:
        assert screen.stdout is not None
        program = psutil.Process(int(screen.stdout.readline()))
        screen.kill()
    assert is_gone_within(2, program)
