"""Programs killed at random moments of an import, a refresh, a re-index and a migration: what is lost.

Usage: python -m tests.benchmarks.kill_library [-n KILLS]
"""

import argparse
import tempfile
from pathlib import Path
from random import Random

from tests.desk.killed import WORKS, Victim, endless_feed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=100, metavar="KILLS", help="kills, a quarter of each kind (100)")
    parser.add_argument("--articles", type=int, default=1_000, help="in the library before the first kill (1000)")
    arguments = parser.parse_args()
    random = Random()
    for work, name in WORKS.items():
        with tempfile.TemporaryDirectory() as folder, endless_feed() as url:
            victim = Victim(Path(folder), work, arguments.articles, random)
            wrong = []
            kills = arguments.n // len(WORKS)
            for _ in range(kills):
                victim.kill(url)
                wrong += victim.wrong()
            report(f"{kills} kills, {name}", len(victim.told), wrong + victim.unsound())


def report(name: str, told: int, wrong: list[str]) -> None:
    print(f"{name:<45}{told:>7} articles told   {len(wrong):>3} wrong{'  OVER' if wrong else ''}", flush=True)
    for sentence in wrong:
        print("   ", sentence)


if __name__ == "__main__":
    main()
