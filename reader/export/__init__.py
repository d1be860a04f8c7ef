"""The way out: what the reader hands on."""
