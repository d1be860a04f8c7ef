"""What the reader wrote: marks, notes and tags in TinyDB files that survive crashes."""
