from pathlib import Path
from random import Random

import pytest

from tests.desk.killed import WORKS, Victim, endless_feed


@pytest.mark.parametrize("work", WORKS)
def test_nothing_that_was_told_is_lost_when_a_program_is_killed(tmp_path: Path, work: str) -> None:
    """The benchmark `kill_library` does it a hundred times."""
    with endless_feed() as url:
        victim = Victim(tmp_path / "victim", work, articles=60, random=Random(20261123))
        for _ in range(2):
            victim.kill(url)
            assert victim.wrong() == []
        assert victim.unsound() == []
    assert (len(victim.told) > 60) == (work in ("add", "refresh"))
