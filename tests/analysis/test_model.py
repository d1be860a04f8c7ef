import shutil
from pathlib import Path

import pytest

from reader.analysis import model
from reader.analysis.version import model_folder


def test_the_model_is_that_of_the_official_release() -> None:
    assert model.HASHES
    assert model.changed_files() == ()


def test_changed_and_missing_files_of_the_model_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "model"
    shutil.copytree(model_folder(), folder)
    (folder / "ner" / "model").write_bytes(b"other weights")
    (folder / "tokenizer").unlink()
    monkeypatch.setattr(model, "model_folder", lambda: folder)
    assert set(model.changed_files()) == {"ner/model", "tokenizer"}
