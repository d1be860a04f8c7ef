"""What is installed is what stands in the tree."""

import tomllib
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


def test_no_package_is_forgotten(project: Any) -> None:
    """setuptools would leave a forgotten one out of the wheel without a word."""
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "reader").rglob("*.py")}
    mapped = project["tool"]["setuptools"]["package-dir"]
    tree = {".".join(folder.parts) for folder in folders} | set(mapped)
    assert sorted(project["tool"]["setuptools"]["packages"]) == sorted(tree)


def test_every_file_that_is_no_code_is_packaged(project: Any) -> None:
    setuptools = project["tool"]["setuptools"]
    folders = {package: ROOT / folder for package, folder in setuptools["package-dir"].items()}
    packaged = {
        path
        for package, patterns in setuptools["package-data"].items()
        for pattern in patterns
        for path in folders.get(package, ROOT / package.replace(".", "/")).glob(pattern)
    }
    found = {
        path
        for folder in folders.values()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert packaged == found


@pytest.mark.parametrize(
    ("package", "suffix"), [("reader", "py.typed"), ("reader.styles", ".tcss"), ("reader.seeds", ".txt")]
)
def test_what_is_packaged_is_found(package: str, suffix: str) -> None:
    assert [entry.name for entry in resources(package).iterdir() if entry.name.endswith(suffix)]


def test_the_package_named_reader_is_ours() -> None:
    """Another distribution of the package index installs a package of this name too."""
    assert set(packages_distributions()["reader"]) == {"diploreader"}
    assert reader.__file__ == str(ROOT / "reader" / "__init__.py")
