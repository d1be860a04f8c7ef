import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from reader.errors import StorageError
from reader.notebook.lock import FileLock

HOLDER = """
import sys
from pathlib import Path
from reader.notebook.lock import FileLock
with FileLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook" / ".lock"


def test_the_thread_that_holds_it_may_take_it_again(path: Path) -> None:
    lock = FileLock(path, patience=0)
    with lock, lock:
        pass
    with FileLock(path, patience=0):
        pass


@pytest.mark.parametrize("shared", [True, False], ids=["the same lock", "another lock on the file"])
def test_another_thread_must_wait(path: Path, shared: bool) -> None:
    lock = FileLock(path, patience=0.01)
    errors: list[StorageError] = []

    def take() -> None:
        try:
            with lock if shared else FileLock(path, patience=0.01):
                pass
        except StorageError as error:
            errors.append(error)

    with lock:
        thread = Thread(target=take)
        thread.start()
        thread.join()

    assert [f"Another program has kept {path} locked for 0.01 seconds. Close it, then try again."] == [
        str(error) for error in errors
    ]


def test_threads_take_turns(path: Path) -> None:
    lock, count = FileLock(path), [0]

    def add() -> None:
        for _ in range(200):
            with lock:
                seen = count[0]
                path.stat()  # gives the others a chance to come between
                count[0] = seen + 1

    threads = [Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert count[0] == 800


def test_another_program_must_wait_until_the_holder_is_gone_however_it_went(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StorageError, match="Another program"), FileLock(path, patience=0.01):
            pass
        holder.kill()
        holder.wait()

        with FileLock(path, patience=0):
            pass


def test_an_error_inside_gives_it_back(path: Path) -> None:
    with pytest.raises(RuntimeError), FileLock(path):
        raise RuntimeError

    with FileLock(path, patience=0):
        pass


def test_no_room_for_a_lock_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "notebook").write_text("mine")

    with (
        pytest.raises(StorageError, match=r"Cannot lock .*\.lock: Not a directory"),
        FileLock(tmp_path / "notebook" / ".lock"),
    ):
        pass
