"""The English model that is installed is the official one."""

import hashlib
import json
from pathlib import Path

import pytest

from reader.analysis.version import model_folder

HASHES: dict[str, str] = json.loads(Path(__file__).with_name("model_hashes.json").read_text())


@pytest.mark.parametrize("name", sorted(HASHES))
def test_weights_and_vocabulary_are_those_of_the_official_release(name: str) -> None:
    """SHA-256 of each file of en_core_web_sm 3.8.0; meta.json and __init__.py may differ."""
    assert hashlib.sha256((model_folder() / name).read_bytes()).hexdigest() == HASHES[name]
