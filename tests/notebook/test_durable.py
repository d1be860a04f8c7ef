import os
import stat
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import StorageError
from reader.notebook import durable


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_there_is_nothing_to_read_in_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert durable.read(tmp_path / "a" / "b.json") is None
    assert durable.stamp_of(tmp_path / "a" / "b.json") is None


def test_a_new_file_and_its_folders_are_for_the_readers_eyes_only(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.json"
    durable.replace(path, [b"new"])

    assert (mode(path), mode(path.parent), mode(path.parent.parent)) == (0o600, 0o700, 0o700)


@given(contents=st.lists(st.binary(max_size=100), min_size=1, max_size=4))
def test_what_was_put_last_is_read_and_nothing_else_is_left(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("replaced") / "a.json"
    stamps = [durable.replace(path, [content]) for content in contents]

    assert (contents[-1], stamps[-1]) == durable.read(path)
    assert [path] == list(path.parent.iterdir())
    assert len(stamps) == len({stamp.mtime_ns for stamp in stamps})


def test_the_content_is_on_the_disk_before_it_has_the_name_and_the_name_before_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, steps = tmp_path / "new" / "a.json", list[str]()
    sync, rename = os.fsync, Path.replace

    def watched_sync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")
        sync(descriptor)

    def watched_rename(source: Path, target: Path) -> Path:
        steps.append("name")
        return rename(source, target)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(Path, "replace", watched_rename)
    durable.replace(path, [b"1"])
    durable.replace(path, [b"2"])

    assert ["folder", *["content", "name", "folder"] * 2] == steps


def test_the_time_of_a_file_is_finer_than_the_ticks_of_the_system(tmp_path: Path) -> None:
    before = time.time_ns()
    stamp = durable.replace(tmp_path / "a.json", [b""])

    assert before < stamp.mtime_ns < time.time_ns()


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "elsewhere" / "a.json", tmp_path / "a.json"
    durable.replace(target, [b"old"])
    link.symlink_to(target)
    durable.replace(link, [b"new"])

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_file_where_a_folder_belongs_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")

    with pytest.raises(StorageError, match=r"Cannot write .*/a/b\.json: Not a directory\. Move aside the file"):
        durable.replace(tmp_path / "a" / "b.json", [b""])
    with pytest.raises(StorageError, match="Cannot read"):
        durable.read(tmp_path / "a" / "b.json")
    with pytest.raises(StorageError, match="Cannot read"):
        durable.stamp_of(tmp_path / "a" / "b.json")
    with pytest.raises(StorageError, match="Cannot remove"):
        durable.remove(tmp_path / "a" / "b.json")
    with pytest.raises(StorageError, match="Cannot rename"):
        durable.rename(tmp_path / "a" / "b.json", tmp_path / "c.json")


def test_what_is_removed_twice_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    durable.replace(path, [b""])
    durable.remove(path)
    durable.remove(path)

    assert not path.exists()


def test_a_write_that_takes_only_a_part_goes_on_with_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    pieces = [str(number).encode() for number in range(3_000)]
    monkeypatch.setattr(os, "writev", lambda descriptor, pieces: write(descriptor, b"".join(pieces)[:1_000]))
    monkeypatch.setattr(os, "write", lambda descriptor, rest: write(descriptor, rest[:1_000]))
    durable.replace(tmp_path / "a.json", pieces)

    assert (tmp_path / "a.json").read_bytes() == b"".join(pieces)


def test_more_pieces_are_written_than_the_system_takes_at_once(tmp_path: Path) -> None:
    pieces = [str(number).encode() for number in range(3_000)]
    durable.replace(tmp_path / "a.json", pieces)

    assert (tmp_path / "a.json").read_bytes() == b"".join(pieces)
