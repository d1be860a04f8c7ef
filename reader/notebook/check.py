"""Whether every file of notes can be read. Looks only: nothing is mended, moved or backed up."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.errors import StorageError
from reader.model.value import Value
from reader.notebook import durable, rule_document
from reader.notebook.annotation import UNREADABLE, from_annotation
from reader.notebook.corrections import NAME as CORRECTIONS
from reader.notebook.tables import MARKS, decode_notes


class NotebookCheck(Value, frozen=True):
    """What was found in a notebook."""

    articles: tuple[str, ...]
    """Ids of the articles whose file can be read."""
    marks: int
    strange: int
    """Marks and rules that make no sense to us: a later program may have written them."""
    unreadable: tuple[Path, ...]
    """Files that are damaged, files and folders that cannot be opened."""
    rules: int = 0
    """On names."""


def check_notebook(folder: Path) -> NotebookCheck:
    """Read every file of a notebook; a folder that is not there has none."""
    articles: list[str] = []
    unreadable: list[Path] = []
    marks = strange = 0
    for path in _listed(folder, unreadable):
        for file in _listed(path, unreadable) if len(path.name) == 2 else ():
            if file.suffix != ".json":
                continue
            try:
                found = durable.read(file)
                tables = decode_notes(found[0], file) if found else {}
            except StorageError:
                unreadable.append(file)
                continue
            articles.append(file.stem)
            readable = sum(_is_mark(file.stem, *item) for item in tables.get(MARKS, {}).items())
            marks, strange = marks + readable, strange + len(tables.get(MARKS, {})) - readable
    rules = 0
    try:
        found = durable.read(folder / CORRECTIONS)
        for item in decode_notes(found[0], folder / CORRECTIONS).get(MARKS, {}).items() if found else ():
            is_rule = _is_rule(*item)
            rules, strange = rules + is_rule, strange + (not is_rule)
    except StorageError:
        unreadable.append(folder / CORRECTIONS)
    return NotebookCheck(tuple(articles), marks, strange, tuple(unreadable), rules)


def _listed(folder: Path, unreadable: list[Path]) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError:
        unreadable.append(folder)
        return []


def _is_mark(article_id: str, number: str, annotation: Mapping[str, Any]) -> bool:
    try:
        return from_annotation(article_id, annotation).id.int == int(number)
    except UNREADABLE:
        return False


def _is_rule(number: str, document: Mapping[str, Any]) -> bool:
    try:
        return rule_document.from_document(document).id.int == int(number)
    except rule_document.UNREADABLE:
        return False
