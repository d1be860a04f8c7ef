"""Programs killed at random moments of a loop of annotating, and two programs annotating at once: what is lost.

Usage: python -m tests.benchmarks.kill_loop [-n KILLS] [--notes NOTES]
"""

import argparse
import tempfile
from pathlib import Path
from random import Random

from tests.notebook.faults import kill_at_random, lost, merged, side_by_side

PLACES = {"one article": ("ab1",), "spread over 50 articles": tuple(f"{number:02}a" for number in range(50))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=300, metavar="KILLS", help="kills, half of them in one article (300)")
    parser.add_argument("--notes", type=int, default=500, help="notes of each of two programs (500)")
    arguments = parser.parse_args()
    random = Random()
    for place, articles in PLACES.items():
        with tempfile.TemporaryDirectory() as folder:
            killed, shared = Path(folder, "killed"), Path(folder, "shared")
            told = merged([kill_at_random(killed, articles, random) for _ in range(arguments.n // len(PLACES))])
            report(f"{arguments.n // len(PLACES)} kills, {place}", len(told), lost(killed, told))
            told = side_by_side(shared, arguments.notes, articles)
            report(f"two programs, {arguments.notes} notes each, {place}", len(told), lost(shared, told))


def report(name: str, told: int, wrong: list[str]) -> None:
    print(f"{name:<55}{told:>6} notes told   {len(wrong):>3} lost or damaged{'  OVER' if wrong else ''}", flush=True)
    for sentence in wrong:
        print("   ", sentence)


if __name__ == "__main__":
    main()
