"""What is installed is what stands in the tree."""

import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import pytest

import reader

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_every_file_is_packaged(project: Any) -> None:
    """setuptools would leave a forgotten package or file out of the wheel without a word."""
    setuptools = project["tool"]["setuptools"]
    mapped = {package: ROOT / folder for package, folder in setuptools["package-dir"].items()}
    folders = {package: mapped.get(package, ROOT / package.replace(".", "/")) for package in setuptools["packages"]}
    patterns = {package: ["*.py", *setuptools["package-data"].get(package, [])] for package in folders}
    packaged = {path for package, folder in folders.items() for each in patterns[package] for path in folder.glob(each)}
    tree = {path for folder in mapped.values() for path in folder.rglob("*")}
    assert _files(packaged) == _files(tree)


def _files(paths: Iterable[Path]) -> set[str]:
    """Names of files, without what tools leave behind."""
    names = {path.relative_to(ROOT) for path in paths if path.is_file()}
    return {str(name) for name in names if not any(part.startswith((".", "__pycache__")) for part in name.parts)}


@pytest.mark.parametrize(
    ("package", "suffix"), [("reader", "py.typed"), ("reader.styles", ".tcss"), ("reader.seeds", ".txt")]
)
def test_what_is_packaged_is_found(package: str, suffix: str) -> None:
    assert [entry.name for entry in resources(package).iterdir() if entry.name.endswith(suffix)]


def test_the_package_named_reader_is_ours() -> None:
    """Another distribution of the package index installs a package of this name too."""
    assert set(packages_distributions()["reader"]) == {"diploreader"}
    assert reader.__file__ == str(ROOT / "reader" / "__init__.py")
