import os
from pathlib import Path
from shutil import rmtree

import pytest

from reader.errors import StorageError
from reader.notebook.durable import Stamp, stamp_of
from reader.notebook.watch import Watch

LONG_AGO = (1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for article in ("ab1", "ab2", "cd1"):
        write(tmp_path, article, "1")
    return tmp_path


def write(folder: Path, article: str, content: str) -> None:
    path = folder / article[:2] / f"{article}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)


def test_each_article_is_told_once_until_it_changes(folder: Path) -> None:
    watch = Watch(folder)

    assert sorted(watch.changes()) == ["ab1", "ab2", "cd1"]
    assert list(watch.changes()) == []
    write(folder, "ab2", "12")
    write(folder, "ef1", "1")
    assert sorted(watch.changes()) == ["ab2", "ef1"]
    assert list(watch.changes()) == []


def test_what_is_gone_is_told_once(folder: Path) -> None:
    watch = Watch(folder)
    list(watch.changes())
    (folder / "ab" / "ab1.json").unlink()
    rmtree(folder / "cd")

    assert sorted(watch.changes()) == ["ab1", "cd1"]
    assert list(watch.changes()) == []


def test_only_files_of_articles_count(folder: Path) -> None:
    for other in ("ab/.ab3.json.0123.tmp", "ab/ab3.json.corrupt-1", "ab/zz1.json", "ab/ab3.txt", "zz", "loose.json"):
        (folder / other).write_text("1")

    assert sorted(Watch(folder).changes()) == ["ab1", "ab2", "cd1"]


def test_a_change_in_the_same_tick_of_the_clock_as_the_last_look_is_seen(folder: Path) -> None:
    watch = Watch(folder)
    now = (folder / "ab").stat().st_mtime_ns
    list(watch.changes())
    write(folder, "ab3", "1")
    os.utime(folder / "ab", ns=(now, now))

    assert list(watch.changes()) == ["ab3"]


def test_a_shard_that_has_been_quiet_for_long_is_not_looked_into(folder: Path) -> None:
    watch = Watch(folder)
    os.utime(folder / "ab", LONG_AGO)
    list(watch.changes())
    write(folder, "ab1", "12")  # in place, which no program of ours does: the shard stays as it was

    assert list(watch.changes()) == []


def test_no_folder_has_no_changes(tmp_path: Path) -> None:
    assert list(Watch(tmp_path / "notebook").changes()) == []


def test_a_folder_that_cannot_be_looked_into_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(StorageError, match=r"Cannot look into .*: Permission denied"):
        list(Watch(folder).changes())


def test_what_was_seen_by_another_watch_is_not_told_again(folder: Path) -> None:
    seen = {article: stamp_of(folder / article[:2] / f"{article}.json") for article in ("ab1", "ab2")}
    write(folder, "ab2", "12")

    watch = Watch(folder, {article: stamp for article, stamp in seen.items() if stamp} | {"zz9": Stamp(1, 2, 3)})

    assert sorted(watch.changes()) == ["ab2", "cd1", "zz9"]
