from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.operations import delete
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from reader.errors import DamagedError, StorageError
from reader.notebook import durable, encoded
from reader.notebook.lock import FileLock
from reader.notebook.storage import AtomicStorage
from reader.notebook.table import SharedDB
from reader.notebook.tables import encode_document

Step = Callable[[TinyDB], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.json"


@pytest.fixture
def db(path: Path) -> SharedDB:
    return shared(path)


def shared(path: Path) -> SharedDB:
    return SharedDB(path, FileLock(path.with_name(".lock")), storage=AtomicStorage)


def stock(path: Path) -> Iterator[dict[str, Any]]:
    with TinyDB(path) as db:
        yield from map(dict, db.all())


documents = st.dictionaries(st.sampled_from("xyz"), st.integers(0, 3) | st.text(max_size=3), max_size=3)
numbers = st.integers(1, 5)
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda n, d: lambda db: db.upsert(Document(d, n)), numbers, documents),
    st.builds(lambda n: lambda db: db.remove(doc_ids=[n]), numbers),
    st.builds(lambda n: lambda db: db.remove(where("x") == n), st.integers(0, 3)),
    st.builds(lambda d, n: lambda db: db.update(d, where("y") == n), documents, st.integers(0, 3)),
    st.just(lambda db: db.update(delete("x"), where("x").exists())),
    st.builds(lambda d: lambda db: db.table("other").upsert(Document(d, 1)), documents),
    st.just(lambda db: db.truncate()),
    st.just(lambda db: db.drop_tables()),
)


@given(st.lists(steps, max_size=8))
def test_it_keeps_what_tinydb_keeps_in_memory(tmp_path_factory: pytest.TempPathFactory, acts: list[Step]) -> None:
    path = tmp_path_factory.mktemp("stored") / "a.json"
    db, memory = shared(path), TinyDB(storage=MemoryStorage)
    for act in acts:
        act(db)
        act(memory)

    for again in (db, shared(path)):
        assert memory.all() == again.all()
        assert memory.table("other").all() == again.table("other").all()


def test_stock_tinydb_opens_the_file(db: SharedDB, path: Path) -> None:
    number = db.insert({"said": "Erdoğan"})

    with TinyDB(path, encoding="utf-8") as other:
        assert other.get(doc_id=number) == {"said": "Erdoğan"}


def test_two_programs_never_get_the_same_number(path: Path) -> None:
    one, other = shared(path), shared(path)
    for count in range(5):
        one.insert({"count": count})
        other.insert_multiple([{"count": count}, {"count": count}])

    assert 15 == len(one) == len(other) == len(list(stock(path)))


def test_what_stock_tinydb_changed_in_place_is_seen(db: SharedDB, path: Path) -> None:
    db.insert({"a": 1})
    with TinyDB(path) as other:
        other.update({"a": 2})

    assert db.all() == [{"a": 2}]
    db.insert({"a": 3})
    assert list(stock(path)) == [{"a": 2}, {"a": 3}]


def test_a_transaction_is_one_write_and_may_hold_another(db: SharedDB, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []
    replace = durable.replace

    def watched(path: Path, content: durable.Content) -> durable.Stamp:
        written.append(path)
        return replace(path, content)

    monkeypatch.setattr(durable, "replace", watched)
    with db.storage.transaction():
        db.insert({"a": 1})
        with db.storage.transaction():
            db.table("other").insert({"b": 1})
            assert len(db) == 1

    assert len(written) == 1


def test_a_transaction_without_a_change_writes_nothing(db: SharedDB, path: Path) -> None:
    with db.storage.transaction():
        db.remove(doc_ids=[1])

    assert not path.exists()


def test_a_transaction_that_fails_changes_nothing(db: SharedDB, path: Path) -> None:
    db.insert({"a": 1})
    before = path.read_bytes()
    with suppress(RuntimeError), db.storage.transaction():
        db.truncate()
        raise RuntimeError

    assert before == path.read_bytes()
    assert db.all() == [{"a": 1}]


def test_a_value_that_json_does_not_know_leaves_the_old_file(db: SharedDB, path: Path) -> None:
    db.insert({"a": 1})
    with pytest.raises(TypeError):
        db.insert({"a": object()})

    assert [{"a": 1}] == db.all() == list(stock(path))


def test_after_a_failed_write_nothing_is_believed_that_is_not_on_the_disk(
    db: SharedDB, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.insert({"a": 1})

    def fail(*_: object) -> None:
        raise StorageError("full")

    with monkeypatch.context() as patched:
        patched.setattr(durable, "replace", fail)
        with pytest.raises(StorageError):
            db.update({"a": 2})

    assert db.all() == [{"a": 1}]
    db.insert({"a": 3})
    assert list(stock(path)) == [{"a": 1}, {"a": 3}]


@pytest.mark.parametrize("content", [b"", b"{", b"[]"])
def test_damage_is_never_written_over(db: SharedDB, path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(DamagedError):
        db.insert({"a": 1})
    with pytest.raises(DamagedError):
        db.all()
    assert content == path.read_bytes()


def test_only_changed_documents_are_encoded_again(db: SharedDB, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = db.insert_multiple({"a": n} for n in range(3))
    seen: list[object] = []

    def watched(number: str, document: dict[str, Any]) -> bytes:
        seen.append(document)
        return encode_document(number, document)

    monkeypatch.setattr(encoded, "encode_document", watched)
    db.update({"a": 7}, doc_ids=[numbers[1]])

    assert seen == [{"a": 7}]
    assert [document["a"] for document in db] == [0, 7, 2]
