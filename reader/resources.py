"""The files that come with the program; the only place that knows their packages."""

from pathlib import Path

import reader.seeds
import reader.styles

SEED_NAME = "000_6e7e88fe0f907410.txt"


def seed() -> bytes:
    """The sample article that a first start opens."""
    return Path(reader.seeds.__path__[0], SEED_NAME).read_bytes()


def style(name: str) -> str:
    """Path of a packaged style sheet, by its name without ending."""
    return str(Path(reader.styles.__path__[0], f"{name}.tcss"))
