import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.ingest.decode import LARGEST
from reader.ingest.source import DERIVED_TITLE, article_from_bytes, article_from_text, read_file, read_stream
from reader.resources import SEED_NAME, seed
from tests.ingest.reading import is_sound
from tests.strategies import HOSTILE, raw_texts

STORY = "Turkey told the United States on Monday that its policy had failed. Officials in Ankara said so twice."
HEADLINE = "Turkey warns the United States over its policy"

READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from reader.errors import SourceError
from reader.ingest.source import read_file

if not os.getuid():
    os.setuid(65534)
try:
    read_file(Path(sys.argv[1]))
except SourceError as error:
    print(error)
"""


def test_the_seed_is_read_as_a_wire_story() -> None:
    article = article_from_bytes(seed(), name=SEED_NAME)

    assert (article.source, article.published) == ("MENAFN", date(2023, 11, 8))
    assert [part.kind for part in article.parts] == ["header", "body"]
    assert article.parts[0].span.of(article.text) == "date 2023-11-08 (MENAFN)"
    assert article.body.of(article.text).startswith("Turkey, a NATO ally, has expressed")
    assert article.title_derived
    assert article.title == "Turkey, a NATO ally, has expressed its apprehensions to the United…"
    assert article.source_span is not None
    assert article.source_span.of(article.text) == "MENAFN"
    assert "\n\n\n" not in article.text


@given(st.binary(max_size=120) | raw_texts.map(lambda raw: raw.encode("utf-8", "surrogatepass")))
def test_any_bytes_make_a_sound_article_or_are_refused(data: bytes) -> None:
    try:
        article = article_from_bytes(data, name="x")
    except SourceError:
        return
    assert is_sound(article)


@given(raw_texts)
def test_an_article_read_again_from_its_text_is_the_same(raw: str) -> None:
    try:
        article = article_from_text(raw)
    except SourceError:
        return
    assert is_sound(article)
    again = article_from_text(article.text)
    assert (again.id, again.text) == (article.id, article.text)


def test_the_id_is_the_same_on_every_machine() -> None:
    assert article_from_text(" Turkey objected.\r\n").id == article_from_bytes(b"Turkey objected.", name="x").id
    assert article_from_text("Turkey objected.").id == "dbruc6ukna3yynxghogs4sk6sz"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_pieces_reach_neither_text_nor_metadata(hostile: str) -> None:
    article = article_from_text(f"{STORY} {hostile}", title=f"A {hostile} b", source=f"A {hostile} b")

    for shown in (article.text, article.title, article.source or ""):
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0x202A <= ord(c) <= 0x202E for c in shown)


def test_what_the_reader_knows_wins_over_what_was_read() -> None:
    article = article_from_text(
        f"ANKARA, 8 Nov 2023 (Reuters) - {STORY}",
        title="  My\ntitle ",
        source=" A wire ",
        published=date(2024, 1, 2),
    )

    assert (article.title, article.source, article.published) == ("My title", "A wire", date(2024, 1, 2))
    assert not article.title_derived


def test_a_guess_that_the_reader_leaves_as_it_is_stays_a_guess() -> None:
    guessed = article_from_text(STORY)

    assert article_from_text(STORY, title=guessed.title).title_derived
    assert article_from_text(STORY, title="  ", source=" ") == guessed


def test_the_title_is_the_headline_where_there_is_one() -> None:
    article = article_from_text(f"{HEADLINE}\n\n{STORY}")

    assert (article.title, article.title_derived) == (HEADLINE, False)
    assert article.body.of(article.text) == STORY


def test_a_title_from_the_first_sentence_is_short_and_ends_at_a_word() -> None:
    article = article_from_text("Officials " + "spoke again and again " * 9 + "in Ankara. More.")

    assert len(article.title) <= DERIVED_TITLE
    assert article.title.endswith(" again and…")


@pytest.mark.parametrize("raw", ["", " \n\t", "\ufeff\u200b\xad", "\x1b\x00\u202e"])
def test_a_text_without_anything_to_read_is_refused(raw: str) -> None:
    with pytest.raises(SourceError, match=r"^The text is empty\.$"):
        article_from_text(raw)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a story \x1b[31m.txt"
    path.write_bytes(b"\xff\x00any bytes\r\n")

    assert read_file(path) == b"\xff\x00any bytes\r\n"


def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path) -> None:
    """A pipe that nobody writes to would be waited for until the end of time."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    refused = {
        "missing.txt": f"There is no file {tmp_path}/missing.txt.",
        "": f"{tmp_path} is a folder. Name a file in it.",
        "pipe": f"{tmp_path}/pipe is a pipe or a device. Send its text to `diploreader -`.",
        "/dev/zero": "/dev/zero is a pipe or a device. Send its text to `diploreader -`.",
        "loop": f"{tmp_path}/loop cannot be read (Too many levels of symbolic links).",
        "n" * 300: f"{tmp_path}/{'n' * 300} cannot be read (File name too long).",
        "\0": f"{tmp_path}/\0 cannot be read (embedded null byte).",
    }

    for name, said in refused.items():
        with pytest.raises(SourceError) as error:
            read_file(tmp_path / name)
        assert str(error.value) == said


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "secret.txt").touch(mode=0)

    command = [sys.executable, "-c", READ_AS_NOBODY, "secret.txt"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    assert said == "secret.txt cannot be read: you have no permission.\n"


def test_a_stream_without_end_is_read_no_further_than_needed() -> None:
    stream = io.BytesIO(b"a" * (LARGEST + 10))

    with pytest.raises(SourceError, match=r"^standard input is larger than 20 MB\."):
        read_stream(stream, name="standard input")
    assert stream.tell() == LARGEST + 1


def test_a_stream_that_breaks_off_is_told(tmp_path: Path) -> None:
    with (tmp_path / "only for writing").open("wb") as stream, pytest.raises(SourceError) as told:
        read_stream(io.BufferedReader(io.FileIO(stream.fileno(), "r", closefd=False)), name="standard input")

    assert str(told.value) == "standard input cannot be read (Bad file descriptor)."
