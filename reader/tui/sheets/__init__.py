"""What opens over a screen for one act, and closes with its answer."""
