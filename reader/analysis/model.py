"""Whether the English model that is installed is the official one."""

import hashlib
import json
from pathlib import Path

from reader.analysis.version import model_folder

HASHES: dict[str, str] = json.loads(Path(__file__).with_name("data").joinpath("model_hashes.json").read_bytes())
"""SHA-256 of each file of en_core_web_sm 3.8.0 that findings depend on; meta.json and __init__.py may differ."""


def changed_files() -> tuple[str, ...]:
    """The files of the model that are missing or other than those of the official release.

    Raises:
        AnalysisError: no model is installed.
    """
    folder = model_folder()
    return tuple(name for name, known in HASHES.items() if _hash(folder / name) != known)


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
