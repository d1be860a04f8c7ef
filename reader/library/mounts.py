"""Whether a file lies on a network file system."""

import os
import re
from contextlib import suppress
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
"""Linux tells here what is mounted where; a system without it is taken to be local."""

NETWORKS = r"9p|afs|beegfs|cifs|(fuse\.)?(ceph|glusterfs)|fuse\.(rclone|s3fs|sshfs)|gfs2|lustre|nfs4?|ocfs2|smb.*"
"""Types of file systems, as Linux calls them, on which programs cannot share memory safely. 9p is Windows in WSL."""


def is_on_network(path: Path) -> bool:
    """Whether the folder of `path`, which exists, lies on a network."""
    with suppress(OSError, ValueError):
        # Only disks have a device driver of their own; what has none may be a network, or memory.
        return os.major(path.parent.stat().st_dev) == 0 and is_network(file_system(path.parent))
    return False


def is_network(kind: str) -> bool:
    """Whether a type of file systems is one of a network."""
    return re.fullmatch(NETWORKS, kind) is not None


def file_system(folder: Path) -> str:
    """The type of the file system that a folder lies on."""
    real = os.path.realpath(folder)
    found, depth = "", 0
    for line in MOUNTS.read_bytes().splitlines():
        _, point, kind, *_ = line.split(b" ")
        mounted = os.fsdecode(point.decode("unicode_escape").encode("latin-1"))
        # What is mounted later hides what was there before.
        if len(mounted) >= depth and (real + "/").startswith(mounted.rstrip("/") + "/"):
            found, depth = kind.decode(), len(mounted)
    return found
