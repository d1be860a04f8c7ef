"""The reader's settings: one optional TOML file, strictly read."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import UnionType
from typing import Any

from reader.errors import UsageError
from reader.model.analysis import DEFAULT_METHOD, METHODS
from reader.model.length import DEFAULT_LENGTH, LENGTH_FORMS, Length
from reader.model.network import NetworkRules, is_host_or_network
from reader.model.value import Value

MAX_WORKERS = 2
LONGEST_FETCH = 600
"""Seconds."""

LARGEST_FETCH = 200
"""Megabytes."""

_MB = 2**20
_NETWORK = NetworkRules()


class Config(Value, frozen=True):
    """Settings, each with its default."""

    theme: str = ""
    """Name of a theme; empty: the program's own."""
    mouse: bool = True
    """Whether the program takes the mouse from the terminal."""
    summary_method: str = DEFAULT_METHOD
    summary_length: Length = DEFAULT_LENGTH
    analysis_workers: int = MAX_WORKERS
    """Programs that analyse many articles for a command; one serves the screen."""
    analysis_model: str = ""
    """Package or folder of the pipeline of spaCy that finds names; empty: the English one that is installed."""
    copy_command: str = ""
    """Command that takes copied text on its standard input; empty: the terminal is asked (OSC 52)."""
    network_allow_private: tuple[str, ...] = _NETWORK.allow_private
    """Hosts, IP addresses and networks that may be fetched from though they are the reader's own."""
    network_timeout: int = int(_NETWORK.timeout)
    """Seconds that a fetch may take."""
    network_largest: int = _NETWORK.largest // _MB
    """Megabytes that may be fetched at once."""

    @property
    def network(self) -> NetworkRules:
        """The bounds of every fetch."""
        return NetworkRules(self.network_allow_private, self.network_timeout, largest=self.network_largest * _MB)


def _one_of(names: Mapping[str, str]) -> Callable[[Any], bool]:
    return lambda value: value in names


def _is_length(value: Any) -> bool:
    try:
        Length.parse(str(value))
    except ValueError:
        return False
    return True


class _Setting(Value, frozen=True):
    field: str
    kind: type | UnionType
    expected: str
    accepts: Callable[[Any], bool] = lambda _: True
    made: Callable[[Any], Any] = lambda value: value
    """From what the file has to what the field holds."""


SETTINGS: Mapping[str, _Setting] = {
    "theme": _Setting("theme", str, "the name of a theme"),
    "mouse": _Setting("mouse", bool, "true or false"),
    "summary.method": _Setting("summary_method", str, f"one of {', '.join(METHODS)}", _one_of(METHODS)),
    "summary.length": _Setting(
        "summary_length", int | str, LENGTH_FORMS, _is_length, lambda value: Length.parse(str(value))
    ),
    "analysis.workers": _Setting("analysis_workers", int, "1 or 2", lambda n: 1 <= n <= MAX_WORKERS),
    "analysis.model": _Setting("analysis_model", str, "the package or folder of a pipeline of spaCy"),
    "copy.command": _Setting("copy_command", str, "a command"),
    "network.allow_private": _Setting(
        "network_allow_private",
        list,
        "a list of hosts, IP addresses and networks, as in ['wiki.internal', '192.168.1.0/24']",
        lambda hosts: all(type(host) is str and is_host_or_network(host) for host in hosts),
        tuple,
    ),
    "network.timeout": _Setting(
        "network_timeout", int, f"a number of seconds from 1 to {LONGEST_FETCH}", lambda n: 1 <= n <= LONGEST_FETCH
    ),
    "network.largest": _Setting(
        "network_largest", int, f"a number of megabytes from 1 to {LARGEST_FETCH}", lambda n: 1 <= n <= LARGEST_FETCH
    ),
}
"""Keys of the file, with tables written `table.key`."""


def read_config(path: Path) -> Config:
    """The settings in a file; the defaults where there is none.

    Raises:
        UsageError: the file cannot be read, or says something that has no meaning.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise UsageError(f"Cannot read the settings {path}: {error.strerror}.") from error
    # Only a reader with a settings file pays for the parser.
    import tomllib

    try:
        table = tomllib.loads(raw.decode())
    except ValueError as error:
        raise UsageError(f"The settings {path} are not valid TOML: {error}.") from error
    return Config(**{_setting(path, raw, key).field: _value(path, raw, key, value) for key, value in _flat(table)})


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for key, value in table.items():
        name = prefix + key
        pairs += _flat(value, name + ".") if isinstance(value, Mapping) else [(name, value)]
    return pairs


def _setting(path: Path, raw: bytes, key: str) -> _Setting:
    if key in SETTINGS:
        return SETTINGS[key]
    from difflib import get_close_matches

    near = get_close_matches(key, SETTINGS, n=1)
    hint = f" Did you mean {near[0]}?" if near else f" Known are {', '.join(SETTINGS)}."
    raise UsageError(f"{_where(path, raw, key)}: there is no setting {key}.{hint}")


def _value(path: Path, raw: bytes, key: str, value: Any) -> Any:
    setting = SETTINGS[key]
    if not _is_kind(value, setting.kind) or not setting.accepts(value):
        raise UsageError(f"{_where(path, raw, key)}: {key} must be {setting.expected}, not {value!r}.")
    return setting.made(value)


def _is_kind(value: Any, kind: type | UnionType) -> bool:
    """Whether a value is of a kind; true and false are no numbers here."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _where(path: Path, raw: bytes, key: str) -> str:
    """`file:line` of a key, for the last part of its name."""
    name = key.rpartition(".")[2]
    for number, line in enumerate(raw.decode().splitlines(), 1):
        if line.split("=")[0].strip().strip("\"'").rpartition(".")[2] == name:
            return f"{path}:{number}"
    return str(path)
