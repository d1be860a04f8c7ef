"""Where the program keeps what it knows."""

import os
from pathlib import Path

from reader.errors import StorageError
from reader.model.value import Value

HOME_VARIABLE = "DIPLOREADER_HOME"


class Home(Value, frozen=True):
    """The folders of one reader: all in one place, or where the system wants them."""

    data: Path
    """Library and notebook: what must not be lost."""
    cache: Path
    """What can be made again."""
    config: Path
    """The folder of `config.toml`."""
    logs: Path

    @property
    def library(self) -> Path:
        """SQLite file of all articles."""
        return self.data / "library.db"

    @property
    def index(self) -> Path:
        """SQLite file of what lists and searches are made from."""
        return self.cache / "index.db"

    @property
    def analyses(self) -> Path:
        """SQLite file of what was found in articles."""
        return self.cache / "analyses.db"

    @property
    def notebook(self) -> Path:
        """Folder of the reader's marks."""
        return self.data / "notebook"

    @property
    def corrections(self) -> Path:
        """File of the reader's rules on entities; need not exist."""
        return self.notebook / "corrections.json"

    @property
    def settings(self) -> Path:
        """File of the reader's settings; need not exist."""
        return self.config / "config.toml"

    @property
    def worker_log(self) -> Path:
        """What the analysis program said last."""
        return self.logs / "worker.log"

    @property
    def error_log(self) -> Path:
        """Where errors that should never happen are noted down."""
        return self.logs / "errors.log"

    def make(self) -> None:
        """Make the folders, for the reader's eyes only.

        Raises:
            StorageError: a folder cannot be made.
        """
        for folder in (self.data, self.cache, self.logs):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise StorageError(
                    f"Cannot make the folder {folder} ({error.strerror}). Choose another with --home DIR."
                ) from error


def find_home(chosen: Path | None = None) -> Home:
    """The folders to use: `chosen`, else DIPLOREADER_HOME, else the system's places (XDG on Linux)."""
    if chosen is None and (named := os.environ.get(HOME_VARIABLE)):
        chosen = Path(named)
    if chosen is not None:
        home = chosen.expanduser().absolute()
        return Home(data=home, cache=home, config=home, logs=home)
    # Costs milliseconds, and only a start without a chosen home needs it.
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("diploreader", appauthor=False)
    return Home(
        data=dirs.user_data_path,
        cache=dirs.user_cache_path,
        config=dirs.user_config_path,
        logs=dirs.user_state_path,
    )
