"""The command `diploreader`."""

import sys


def main() -> int:
    """Run the command line; returns its exit status."""
    from reader.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
