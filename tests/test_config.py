from pathlib import Path

import pytest

from reader.config import Config, read_config
from reader.errors import UsageError
from reader.model.length import Length, LengthUnit
from reader.model.network import NetworkRules


def _file(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_all_is_default(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == Config()


def test_settings_of_a_file_are_taken(tmp_path: Path) -> None:
    path = _file(tmp_path, 'theme = "nord"\nmouse = false\n[summary]\nmethod = "lexrank"\nlength = 5\n')

    assert read_config(path) == Config(theme="nord", mouse=False, summary_method="lexrank", summary_length=Length(5))


@pytest.mark.parametrize(
    ("written", "length"),
    [("'120w'", Length(120, LengthUnit.WORDS)), ("'20%'", Length(20, LengthUnit.PERCENT)), ("'4'", Length(4))],
)
def test_a_summary_may_have_its_length_in_words_or_percent(tmp_path: Path, written: str, length: Length) -> None:
    assert read_config(_file(tmp_path, f"[summary]\nlength = {written}\n")).summary_length == length


def test_the_network_is_used_as_the_settings_say(tmp_path: Path) -> None:
    hosts = "['wiki.internal', '192.168.1.0/24', '::1', 'nas']"
    path = _file(tmp_path, f"[network]\nallow_private = {hosts}\ntimeout = 5\nlargest = 2\n")

    network = read_config(path).network

    assert network.allow_private == ("wiki.internal", "192.168.1.0/24", "::1", "nas")
    assert (network.timeout, network.largest) == (5, 2 * 2**20)


def test_without_settings_the_network_has_its_own_bounds() -> None:
    assert Config().network == NetworkRules()


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("[summary]\nmetod = 'lsa'\n", ":2:", "Did you mean summary.method?"),
        ("theme = 'nord'\n\nmouse = 'yes'\n", ":3:", "mouse must be true or false, not 'yes'."),
        ("[summary]\nlength = 0\n", ":2:", "or a share of the text (20%), not 0."),
        ("[summary]\nlength = true\n", ":2:", "a number of sentences from 1 to 40, of words (120w)"),
        ("[summary]\nlength = '101%'\n", ":2:", "not '101%'."),
        ("[summary]\nlength = 2.5\n", ":2:", "not 2.5."),
        ("summary.method = 'best'\n", ":1:", "one of centrality, lexrank"),
        ("zzz = 1\n", ":1:", "Known are theme, mouse"),
        ("[network]\nallow_private = 'wiki'\n", ":2:", "must be a list of hosts, IP addresses and networks"),
        ("[network]\nallow_private = ['http://wiki/']\n", ":2:", "not ['http://wiki/']."),
        ("[network]\nallow_private = [['wiki']]\n", ":2:", "must be a list of hosts"),
        ("[network]\ntimeout = 0\n", ":2:", "a number of seconds from 1 to 600, not 0."),
        ("[network]\nlargest = 201\n", ":2:", "a number of megabytes from 1 to 200, not 201."),
        ("theme = \n", "config.toml", "not valid TOML"),
    ],
)
def test_what_has_no_meaning_is_refused_with_its_place(tmp_path: Path, text: str, where: str, what: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_config(_file(tmp_path, text))

    assert where in str(caught.value)
    assert what in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UsageError, match="not valid TOML"):
        read_config(path)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Cannot read the settings"):
        read_config(tmp_path)
