from pathlib import Path

import pytest

from reader.errors import StorageError
from reader.paths import HOME_VARIABLE, find_home


def test_a_chosen_home_holds_everything(tmp_path: Path) -> None:
    home = find_home(tmp_path)

    assert {home.library, home.index, home.settings, home.worker_log} == {
        tmp_path / name for name in ("library.db", "index.db", "config.toml", "worker.log")
    }


def test_a_flag_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "environment"))

    assert find_home(tmp_path / "flag").data == tmp_path / "flag"
    assert find_home().data == tmp_path / "environment"


def test_without_either_the_places_of_the_system_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert "diploreader" in str(find_home().library)


def test_folders_are_made_for_the_reader_alone(tmp_path: Path) -> None:
    find_home(tmp_path / "deep" / "home").make()

    assert (tmp_path / "deep" / "home").stat().st_mode & 0o777 == 0o700


def test_a_home_that_cannot_be_made_names_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StorageError, match="--home DIR"):
        find_home(tmp_path / "file" / "home").make()
