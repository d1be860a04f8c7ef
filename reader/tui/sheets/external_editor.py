"""The reader's own editor, for a longer text."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from reader.errors import DiploreaderError, UsageError

FALLBACK = "vi"
"""The editor that POSIX promises."""


def edit_text(text: str) -> str:
    """The text as it comes back from `$VISUAL`, `$EDITOR` or vi, which has the terminal until it ends.

    Raises:
        DiploreaderError: the editor cannot be run, ended with an error, or left something that is no UTF-8 text.
    """
    command = _command()
    # A folder of its own: nobody else reads it, and the editor's backup and swap files go with it.
    with tempfile.TemporaryDirectory(prefix="diploreader-") as folder:
        file = Path(folder, "note.md")
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as written:
            written.write(text)
        try:
            status = subprocess.run([*command, str(file)], check=False).returncode
        except OSError as error:
            raise UsageError(
                f"Cannot run the editor {command[0]}: {error.strerror}. Set $EDITOR to another."
            ) from error
        if status:
            raise DiploreaderError(f"The editor {command[0]} ended with status {status}; the text is as it was.")
        try:
            edited = file.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise DiploreaderError(f"Cannot read what {command[0]} wrote as UTF-8; the text is as it was.") from error
    # Editors end the last line; what the reader wrote has no such newline.
    return edited if text.endswith("\n") else edited.removesuffix("\n")


def _command() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK
    try:
        return shlex.split(named) or [FALLBACK]
    except ValueError as error:
        raise UsageError(f"Cannot read the editor's name {named!r}: {error}.") from error
