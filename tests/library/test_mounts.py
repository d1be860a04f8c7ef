from pathlib import Path

import pytest

from reader.library.mounts import file_system, is_network, is_on_network

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw 0 0
tmpfs /home/me/local tmpfs rw 0 0
//server/share /mnt/a\040share cifs rw 0 0
C:\134 /mnt/c 9p rw 0 0
me@server: /home/me/far fuse.sshfs rw 0 0
"""


@pytest.fixture(autouse=True)
def _mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    monkeypatch.setattr("reader.library.mounts.MOUNTS", tmp_path / "mounts")


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/", "ext4"),
        ("/var/lib", "ext4"),
        ("/home", "nfs4"),
        ("/home/me/diploreader", "nfs4"),
        ("/homely", "ext4"),
        ("/home/me/local/x", "tmpfs"),
        ("/home/me/far", "fuse.sshfs"),
        ("/mnt/a share/x", "cifs"),
        ("/mnt/c/Users/me", "9p"),
    ],
)
def test_a_folder_lies_on_what_was_mounted_nearest(folder: str, kind: str) -> None:
    assert file_system(Path(folder)) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "ceph", "fuse.glusterfs"])
def test_networks_are_known(kind: str) -> None:
    assert is_network(kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "zfs", "fuseblk", "vfat", ""])
def test_disks_are_no_networks(kind: str) -> None:
    assert not is_network(kind)


def test_a_system_that_tells_no_mounts_is_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.mounts.MOUNTS", tmp_path / "none")

    assert not is_on_network(tmp_path / "library.db")
