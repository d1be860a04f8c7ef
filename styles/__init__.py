"""Textual CSS, one file per screen or widget."""
