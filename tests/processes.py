"""What is left of a process."""

import time

import psutil


def is_gone_within(seconds: float, process: psutil.Process) -> bool:
    """Whether a process ends in time; one that ended and that nobody has asked for its status counts as gone."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.01)
    return False
