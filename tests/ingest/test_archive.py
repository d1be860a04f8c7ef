import io
import stat
import zipfile

import pytest

from reader.errors import SourceError
from reader.ingest import archive
from reader.ingest.archive import Archive
from tests.ingest.documents import zipped


def test_an_entry_is_read() -> None:
    opened = Archive(zipped({"a/b.xml": "text"}), "x.zip")

    assert "a/b.xml" in opened
    assert "b.xml" not in opened
    assert opened.read("a/b.xml") == b"text"


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "..\\x", "a\\..\\..\\x"])
def test_an_archive_that_would_write_outside_is_refused(name: str) -> None:
    with pytest.raises(SourceError, match="outside of it"):
        Archive(zipped({"good.xml": "text", name: "bad"}), "x.zip")


def test_an_archive_with_a_link_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")

    with pytest.raises(SourceError, match="outside of it"):
        Archive(stream.getvalue(), "x.zip")


def test_an_entry_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    data = zipped({"bomb": b"\0" * (archive.LARGEST_ENTRY + 1)})
    assert len(data) < archive.LARGEST_ENTRY / 500

    with pytest.raises(SourceError, match="unpacks to more"):
        Archive(data, "x.zip").read("bomb")


def test_the_size_that_an_entry_states_is_not_believed() -> None:
    size = (archive.LARGEST_ENTRY + 1).to_bytes(4, "little")
    data = zipped({"bomb": b"\0" * (archive.LARGEST_ENTRY + 1)}).replace(size, (1).to_bytes(4, "little"))

    with pytest.raises(SourceError):
        Archive(data, "x.zip").read("bomb")


def test_all_that_is_read_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 10)
    opened = Archive(zipped({"a": "123456", "b": "123456"}), "x.zip")
    opened.read("a")

    with pytest.raises(SourceError, match="unpacks to more"):
        opened.read("b")


def test_an_archive_of_too_many_files_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 2)

    assert "b" in Archive(zipped({"a": "", "b": ""}), "x.zip")
    with pytest.raises(SourceError, match="more than 2 files"):
        Archive(zipped({"a": "", "b": "", "c": ""}), "x.zip")


def test_a_locked_entry_is_refused() -> None:
    data = bytearray(zipped({"a": "text"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag of the central directory

    with pytest.raises(SourceError, match=r"^x\.zip is locked with a password\. Save a copy without one\.$"):
        Archive(bytes(data), "x.zip").read("a")


def test_a_damaged_archive_is_refused() -> None:
    data = zipped({"a": "text " * 100})

    with pytest.raises(SourceError, match=r"^x\.zip is damaged"):
        Archive(data[: len(data) // 2], "x.zip")
    with pytest.raises(SourceError, match=r"^x\.zip is damaged"):
        Archive(data.replace(b"text", b"tent") if b"text" in data else b"PK" + data[3:], "x.zip").read("a")
    with pytest.raises(SourceError, match=r"^x\.zip is damaged"):
        Archive(data, "x.zip").read("missing")


def test_an_unknown_compression_is_refused() -> None:
    data = bytearray(zipped({"a": "text"}))
    data[data.index(b"PK\x01\x02") + 10] = data[8] = 77  # the method, in both directories

    with pytest.raises(SourceError, match="damaged"):
        Archive(bytes(data), "x.zip").read("a")
