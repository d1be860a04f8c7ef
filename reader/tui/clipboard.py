"""Copying through a command of the reader's own."""

import shlex
import subprocess

from reader.errors import DiploreaderError

COPY_SECONDS = 5
"""How long a copy command may take."""


def run_copy_command(command: str, text: str) -> None:
    """Give `text` to a command on its standard input.

    Raises:
        DiploreaderError: the command is not there, fails or hangs.
    """
    try:
        subprocess.run(shlex.split(command), input=text.encode(), check=True, capture_output=True, timeout=COPY_SECONDS)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise DiploreaderError(
            f"Not copied: the command `{command}` failed. See copy.command in the settings."
        ) from error
